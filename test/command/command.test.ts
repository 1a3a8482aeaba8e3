// The command as people run it: the built one, in a process of its own, with real pipes.
import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { DocumentReport, Report } from "../../src/model/report.ts";
import { requireBuild, root, runCommand } from "../support/built-command.ts";

beforeAll(requireBuild);

const plan = "# Mål\n\nNämnden ska följa upp väntetider för elever och äldre.\n\n# Ansvar\n\nNämnden.\n";

async function makeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "genomlys-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

const lines = (out: string): DocumentReport[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as DocumentReport);

/** What a terminal would obey: escape sequences, other controls than line breaks, direction overrides. */
const commands = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe("a folder of readable documents", () => {
  test("gives 0 and a finding for each", async () => {
    const { code, out, err } = await runCommand(["fixtures/halland", "--format", "json"]);
    expect([code, err]).toEqual([0, ""]);
    const report = JSON.parse(out) as Report;
    const names = (await readdir(`${root}fixtures/halland`)).sort();
    expect(report.documents.map((document) => path.basename(document.path))).toEqual(names);
    for (const { status, sections, verdict } of report.documents) {
      expect(status).toBe("audited");
      expect(verdict).not.toBe("notAssessed");
      expect(sections.length).toBeGreaterThan(10);
    }
    expect(out).not.toContain(root);
  });

  test("gives the same bytes twice", async () => {
    const file = "fixtures/halland/tillvaxtstrategi.pdf";
    const [one, other] = [await runCommand([file, "--details"]), await runCommand([file, "--details"])];
    expect(one.out).toBe(other.out);
    expect(one.out).toContain("Tillväxt");
  });

  test("gives a document the same report alone and in a batch that is read in a thread", async () => {
    const names = ["halso-och-sjukvardsstrategi.docx", "tillvaxtstrategi.pdf"];
    const files = names.map((name) => `fixtures/halland/${name}`);
    const batch = lines((await runCommand([...files, "--format", "jsonl"])).out);
    for (const [index, file] of files.entries()) {
      const [alone] = lines((await runCommand([file, "--format", "jsonl"])).out);
      expect(batch[index]).toEqual(alone);
    }
  });
});

describe("a folder of broken documents", () => {
  test("gives 3, names each with its reason, and no terminal commands", async () => {
    const { code, out } = await runCommand(["fixtures/bad"]);
    expect(code).toBe(3);
    expect(out).not.toMatch(commands);
    for (const name of await readdir(`${root}fixtures/bad`)) expect(out).toContain(name);
    const report = await runCommand(["fixtures/bad", "--format", "json"]);
    expect([report.code, commands.test(report.out), commands.test(report.err)]).toEqual([3, false, false]);
    const { documents } = JSON.parse(report.out) as Report;
    const unread = documents.filter((document) => document.status !== "audited");
    expect(unread.length).toBeGreaterThanOrEqual(4);
    for (const document of unread) expect(document.notices[0]?.message).toMatch(/\S\.$/);
  });

  test("costs the good one among them nothing", async () => {
    const folder = await makeFolder({ "a.md": plan, "c.pdf": "%PDF-1.7\n", "d.docx": "PK\u0003\u0004" });
    await copyFile(`${root}fixtures/bad/truncated.pdf`, `${folder}/b.pdf`);
    const { code, out, err } = await runCommand([".", "--format", "jsonl"], { cwd: folder });
    expect(code).toBe(3);
    expect(lines(out).map((document) => [document.path, document.status === "audited"])).toEqual([
      ["a.md", true],
      ["b.pdf", false],
      ["c.pdf", false],
      ["d.docx", false],
    ]);
    expect(err).toContain("b.pdf");
  });
});

describe("names and streams", () => {
  test("a pipe that is closed early is a quiet end", async () => {
    const argv = [`${root}bin/genomlys.js`, "fixtures/halland", "fixtures/bad", "--format", "jsonl"];
    const child = spawn(process.execPath, argv, { cwd: root });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    // What `head -c 1` does: takes a little and leaves.
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(err).not.toMatch(/EPIPE|Error|fel i genomlys/);
    expect(code).toBe(0);
  });

  test("- is standard input, whatever the format", async () => {
    const text = await runCommand(["-", "--format", "jsonl"], { stdin: plan });
    expect([text.code, lines(text.out)[0]?.path, lines(text.out)[0]?.format]).toEqual([0, "-", "md"]);
    const stdin = await readFile(`${root}fixtures/halland/tillvaxtstrategi.pdf`);
    const pdf = await runCommand(["-", "--format", "jsonl"], { stdin });
    expect([pdf.code, lines(pdf.out)[0]?.pages]).toEqual([0, 11]);
    const nothing = await runCommand(["-", "--format", "jsonl"], { stdin: "" });
    expect([nothing.code, lines(nothing.out)[0]?.notices[0]?.code]).toEqual([3, "EMPTY_FILE"]);
  });

  test("a path that is not there and a folder without documents are wrong use", async () => {
    const folder = await makeFolder({ "tom/.gitkeep": "" });
    for (const [named, error] of [
      ["nix.pdf", "INPUT_MISSING"],
      ["tom", "FOLDER_WITHOUT_DOCUMENTS"],
    ] as const) {
      const { code, out, err } = await runCommand([named], { cwd: folder });
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(error);
      expect(err).toContain(named);
    }
  });

  test("beside a document that is there, one that is not is in the report", async () => {
    const folder = await makeFolder({ "a.md": plan });
    const { code, out } = await runCommand(["a.md", "nix.md", "--format", "jsonl"], { cwd: folder });
    expect(code).toBe(3);
    expect(lines(out).map(({ path: at, status }) => [at, status])).toEqual([
      ["a.md", "audited"],
      ["nix.md", "unreadable"],
    ]);
  });

  test("a document that is named twice is read once", async () => {
    const folder = await makeFolder({ "a.md": plan, "b.md": plan });
    const argv = ["a.md", "./a.md", "b.md", ".", "--format", "jsonl"];
    const { code, out } = await runCommand(argv, { cwd: folder });
    expect(code).toBe(0);
    expect(lines(out).map((document) => document.path)).toEqual(["a.md", "b.md"]);
  });

  test("names with decomposed å ä ö, spaces, quotes and brackets are read and shown", async () => {
    const names = ["Mål och budget.md", "Åtgärder (utkast) [2].md", 'o\'brien "citat".md'].map((name) =>
      name.normalize("NFD"),
    );
    const folder = await makeFolder(Object.fromEntries(names.map((name) => [name, plan])));
    const { code, out } = await runCommand([...names, "--format", "jsonl"], { cwd: folder });
    expect(code).toBe(0);
    expect(lines(out).map((document) => document.path.normalize("NFC"))).toEqual(
      names.map((name) => name.normalize("NFC")),
    );
    const all = await runCommand(["."], { cwd: folder });
    expect([all.code, all.out.normalize("NFC").includes("Mål och budget.md")]).toEqual([0, true]);
  });
});

describe.skipIf(process.platform === "win32")(
  "a name with a line break, quotes and signs of the formats",
  () => {
    const name = 'rad\nbrytning "citat" a,b;c%0A <x>.md';

    test("stands whole in JSON lines and takes up one line of everything else", async () => {
      const folder = await makeFolder({ [name]: plan, [name.replace(".md", " tom.md")]: "" });
      const outputs = ["jsonl", "github", "csv", "checkstyle"];
      const argv = outputs.flatMap((format) => ["--format", format, "-o", `ut.${format}`]);
      const { code, err } = await runCommand([".", "--no-cache", ...argv], { cwd: folder });
      expect(code).toBe(3);
      expect(err.split("\n").filter((line) => line.startsWith("ej granskat: rad brytning"))).toHaveLength(1);
      const written = async (format: string): Promise<string> =>
        readFile(path.join(folder, `ut.${format}`), "utf8");
      expect(lines(await written("jsonl")).map((document) => document.path)).toEqual([
        name.replace(".md", " tom.md"),
        name,
      ]);
      for (const line of (await written("github")).trimEnd().split("\n")) expect(line).toMatch(/^::\w+ /);
      const file = 'file=rad%0Abrytning "citat" a%2Cb;c%250A <x> tom.md,';
      expect(await written("github")).toContain(file);
      expect(await written("checkstyle")).toContain(
        "rad&#10;brytning &quot;citat&quot; a,b;c%0A &lt;x&gt;.md",
      );
      expect(await written("csv")).toContain('"rad brytning ""citat"" a,b;c%0A <x>.md"');
    });
  },
);

describe("outline", () => {
  test("shows what the reader saw, and answers 3 when it saw nothing", async () => {
    const good = await runCommand(["outline", "fixtures/halland/verksamhetsplan.docx"]);
    expect([good.code, good.err]).toEqual([0, ""]);
    expect(good.out).toContain("DOCX");
    const bad = await runCommand(["outline", "fixtures/bad/scanned.pdf", "--lang", "en", "--format", "json"]);
    expect(bad.code).toBe(3);
    expect(JSON.parse(bad.out)).toMatchObject({ documents: [{ status: "no-text", sections: [] }] });
    expect((await runCommand(["outline", "nix.pdf"])).code).toBe(2);
    expect((await runCommand(["outline"])).code).toBe(2);
  });
});
