import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, describe, expect, test } from "vitest";
import { audit, type SourceFile } from "../../src/index.ts";
import { runReal } from "../cli/run-real.ts";

const root = path.join(import.meta.dirname, "..", "..");
const source = (name: string, text: string): SourceFile => ({
  path: name,
  bytes: new TextEncoder().encode(text),
});
const plan = source(
  "plan.md",
  "# Plan\n\n## Barn\n\n1 200 elever fick stöd 2025. Skolan ska nå alla barn.\n",
);

describe("audit, as a library", () => {
  test("answers the report that the command prints", async () => {
    const names = ["fixtures/barnratt/plan.md", "fixtures/bad/truncated.pdf", "fixtures/bad/utf16.txt"];
    const files = names.map((name) => ({ path: name, bytes: readFileSync(path.join(root, name)) }));
    const { out } = await runReal([...names, "--format", "json"], root);
    expect(await audit(files)).toEqual(JSON.parse(out));
  });

  test("a bad file is an entry, no exception", async () => {
    const report = await audit([source("tom.pdf", ""), plan]);
    expect(report.documents.map(({ status }) => status)).toEqual(["unreadable", "audited"]);
  });

  test("speaks English, takes a type, and tells of each document as it is done", async () => {
    const told: string[] = [];
    const report = await audit([plan], {
      lang: "en",
      type: "policy",
      onDocument: (document) => told.push(document.path),
    });
    expect(report.documents[0]?.type).toMatchObject({ id: "policy", confidence: 1 });
    expect(JSON.stringify(report.documents[0]?.gaps)).toMatch(/how many are women/);
    expect(told).toEqual(["plan.md"]);
  });

  test("audits a file with the content of an earlier one once, as the command does", async () => {
    const names = ["fixtures/barnratt/plan.md", "fixtures/bad/truncated.pdf"];
    const files = names.map((name) => ({ path: name, bytes: readFileSync(path.join(root, name)) }));
    const copies = files.map(({ bytes }, index) => ({
      path: `kopia${String(index)}`,
      bytes: new Uint8Array(bytes),
    }));
    const told: string[] = [];
    const report = await audit([...files, ...copies, source("tom.md", ""), source("tom2.md", "")], {
      onDocument: ({ path: at }) => told.push(at),
    });
    // Empty files have nothing in common but their emptiness.
    expect(told).toEqual([...names, "tom.md", "tom2.md"]);
    expect(report.documents.map(({ path: at }) => at)).toEqual(told);
    expect(report.summary).toMatchObject({ documents: 4, audited: 1, failed: 3 });
    expect(report.duplicates).toEqual(
      copies.map(({ path: at }, index) => ({
        path: at,
        sha256: report.documents[index]?.sha256,
        duplicateOf: names[index],
      })),
    );
    expect(await audit(files)).not.toHaveProperty("duplicates");
  });

  test("does not take copies of a document for boilerplate, and finds that of others among copies", async () => {
    const sentence =
      "Nämnden ska senast 2027 minska skillnaden mellan flickors och pojkars betyg i alla skolor.";
    const memorandum = (matter: string): string =>
      `# Tjänsteskrivelse om ${matter}\n\n## Ärendet\n\nNämnden behandlar ${matter} efter en framställan om ${matter}.\n\n## Jämställdhet\n\n${sentence}\n`;
    const [a, b, c] = ["lokaler", "skolmat", "simhallen"].map((m) => source(`${m}.md`, memorandum(m)));
    if (a === undefined || b === undefined || c === undefined) throw new Error("three");
    const copy = (of: SourceFile, n: number): SourceFile => ({ ...of, path: `kopia${String(n)}.md` });
    expect(await audit([a, copy(a, 1), copy(a, 2), b])).not.toHaveProperty("standardText");
    const report = await audit([a, copy(a, 1), copy(a, 2), b, copy(b, 3), c]);
    expect(report.standardText).toEqual([expect.objectContaining({ documents: 3 })]);
    for (const { sections } of report.documents)
      expect(Math.max(...sections.map(({ level }) => level))).toBe(1);
  });

  test("finds boilerplate across documents as the command does", async () => {
    const sentence = "Regionen ska redovisa könsuppdelad statistik för alla sina verksamheter varje år.";
    const files = [1, 2, 3].map((number) =>
      source(
        `plan-${String(number)}.md`,
        `# Handlingsplan ${String(number)}\n\n## Mål ${String(number)}\n\n${sentence} Eget ${String(number)}.\n`,
      ),
    );
    const report = await audit(files, { type: "handlingsplan" });
    expect(report.standardText?.[0]?.documents).toBe(3);
  });

  test("does nothing for a signal that was given before, and stops at one that comes", async () => {
    await expect(audit([plan], { signal: AbortSignal.abort(new Error("nej")) })).rejects.toThrow("nej");
    const stop = new AbortController();
    const done: string[] = [];
    const running = audit([plan, { ...plan, path: "b.md" }, { ...plan, path: "c.md" }], {
      signal: stop.signal,
      onDocument: ({ path: at }) => {
        done.push(at);
        stop.abort(new Error("nog"));
      },
    });
    await expect(running).rejects.toThrow("nog");
    expect(done).toEqual(["plan.md"]);
  });

  test("leaves nothing behind on the signal", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners++;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners--;
      remove(...given);
    };
    await audit([plan], { signal });
    expect(listeners).toBe(0);
  });
});

describe("the package as it is installed", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "genomlys-package-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (command: string, given: readonly string[], cwd: string) =>
    spawnSync(command, given, { cwd, encoding: "utf8", maxBuffer: 50_000_000 });
  const packed = run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root);
  const [tarball] = JSON.parse(packed.stdout) as { filename: string; files: { path: string }[] }[];
  const file = path.join(folder, tarball?.filename ?? "");
  const names = tarball?.files.map(({ path: name }) => name) ?? [];

  test("holds what it must and nothing else", () => {
    for (const name of [
      "bin/genomlys.js",
      "dist/cli/main.js",
      "dist/index.js",
      "dist/LICENSES.txt",
      "dist/rules/jamstalldhet.json",
      "man/genomlys.1",
      "rules/jamstalldhet/pack.yaml",
      "fixtures/barnratt/pack/pack.yaml",
      "schemas/config.schema.json",
      "schemas/report.schema.json",
      "README.md",
      "LICENSE",
    ])
      expect(names).toContain(name);
    // The worked example of an own pack: who installed from the registry copies it from there (docs/egna-regler.md).
    const allowed =
      /^(?:bin|dist|man|rules|schemas|fixtures\/barnratt)\/|^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
    expect(names.filter((name) => !allowed.test(name) || /\.(?:test\.|map$|tsbuildinfo)/.test(name))).toEqual(
      [],
    );
  });

  // The declarations are the last and slowest step of a build: while code is worked on, they may be missing.
  const undeclared = names.includes("dist/types/index.d.ts")
    ? ""
    : "SKIPPED: dist/types is not built; npm run build";

  test("is as publint wants packages to be", { timeout: 300_000 }, async ({ skip }) => {
    if (undeclared !== "") skip(undeclared);
    const tarball = new Uint8Array(readFileSync(file)).buffer;
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages).toEqual([]);
  });

  test(
    "has types that every resolution of an ES module finds (are the types wrong)",
    { timeout: 300_000 },
    async ({ skip }) => {
      if (undeclared !== "") skip(undeclared);
      const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(file))));
      if (result.types === false) throw new Error("no types");
      // The package is an ES module alone: CommonJS programs import() it.
      const others = ["node10", "node16-cjs"];
      const problems = result.problems.filter(
        (problem) => !("resolutionKind" in problem && others.includes(problem.resolutionKind)),
      );
      expect(problems).toEqual([]);
      expect(Object.keys(result.entrypoints)).toContain(".");
    },
  );

  // Offline: the heavy packages come from the cache of npm; where it does not have them, this is skipped with its reason.
  test("runs in an empty folder, as a command and as a library", { timeout: 600_000 }, ({ skip }) => {
    const install = [
      "install",
      "--offline",
      "--omit=optional",
      "--no-audit",
      "--no-fund",
      "--prefix",
      folder,
      file,
    ];
    const installed = run("npm", install, folder);
    if (installed.status !== 0) skip(`npm cannot install offline: ${installed.stderr.slice(0, 300)}`);
    const version = run(path.join(folder, "node_modules/.bin/genomlys"), ["--version"], folder);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const script = `import { audit } from "genomlys";
      const bytes = new TextEncoder().encode("# Plan\\n\\n## Barn\\n\\nSkolan ska nå alla barn och elever i kommunen.\\n");
      const report = await audit([{ path: "plan.md", bytes }]);
      process.stdout.write(report.schema + " " + report.documents[0].status);`;
    const used = run(process.execPath, ["--input-type=module", "-e", script], folder);
    expect([used.stdout, used.stderr]).toEqual(["genomlys-report/1 audited", ""]);
  });
});
