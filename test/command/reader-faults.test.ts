// What goes wrong around the commands that look at documents without a scan: compare, kwic, explain, outline, annotate. The
// same is demanded of them as of a scan (faults.test.ts): nothing is lost without a word, and the exit code says so.
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { copyFile, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { pipeline as realPipeline, type Pipeline } from "../../src/cli/pipeline.ts";
import type { Comparison } from "../../src/model/comparison.ts";
import { buildFolder, textOf } from "../cli/run.ts";
import { runReal } from "../cli/run-real.ts";
import { requireBuild, root } from "../support/built-command.ts";

const plan = (name: string): string =>
  `# Plan för ${name}\n\n## 1 Elever\n\nFlickor i ${name} har högre betyg än pojkar i alla ämnen.\n`;
const word = `${root}fixtures/halland/halso-och-sjukvardsstrategi.docx`;

async function twoFolders(): Promise<string> {
  const cwd = await buildFolder({
    ".git/HEAD": "",
    "docs/a.md": plan("Almby"),
    "docs/b.md": plan("Berga"),
    "nya/a.md": plan("Almby").replace("alla ämnen", "matematik"),
    "nya/b.md": plan("Berga"),
  });
  await copyFile(word, path.join(cwd, "docs/vård.docx"));
  return cwd;
}

const commands = [
  ["compare", "docs/a.md", "nya/a.md"],
  ["kwic", "flick*", "docs"],
  ["explain", "docs/a.md"],
  ["outline", "docs"],
].map((argv) => ({ name: argv[0] ?? "", argv: [...argv, "--no-cache"] }));

/** Runs the built command with `stdout` as its standard output. */
function runWith(
  argv: readonly string[],
  cwd: string,
  stdout: number | "pipe" | "closed",
): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, [`${root}bin/genomlys.js`, ...argv], {
    cwd,
    env: { PATH: process.env["PATH"] },
    stdio: ["ignore", stdout === "closed" ? "pipe" : stdout, "pipe"],
  });
  if (stdout === "closed") child.stdout?.destroy();
  let err = "";
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, err });
    });
  });
}

describe("the built command", () => {
  beforeAll(requireBuild);

  test.skipIf(!existsSync("/dev/full")).each(commands)(
    "$name tells of a disk without room for standard output",
    { timeout: 60_000 },
    async ({ argv }) => {
      const cwd = await twoFolders();
      const full = openSync("/dev/full", "w");
      const ran = runWith(argv, cwd, full);
      closeSync(full);
      expect(await ran).toEqual({
        code: 2,
        err: expect.stringMatching(/fel STDOUT_NOT_WRITABLE\n.*ENOSPC/) as unknown,
      });
    },
  );

  test.each(commands)(
    "$name ends quietly when its reader has left",
    { timeout: 60_000 },
    async ({ argv }) => {
      const { code, err } = await runWith(argv, await twoFolders(), "closed");
      expect([code, err]).toEqual([0, expect.not.stringMatching(/EPIPE|Error|fel /)]);
    },
  );

  test.skipIf(!existsSync("/dev/full")).each([
    ["compare", "docs/a.md", "nya/a.md"],
    ["kwic", "flick*", "docs"],
    ["annotate", "docs/vård.docx"],
  ])("%s tells of a disk without room for its file", { timeout: 60_000 }, async (...argv) => {
    const cwd = await twoFolders();
    await symlink("/dev/full", path.join(cwd, "ut.docx"));
    const { code, err } = await runWith(
      [...argv, "-o", "ut.docx", "--force", "--no-cache"].filter(isFor(argv)),
      cwd,
      "pipe",
    );
    expect([code, err]).toEqual([2, expect.stringMatching(/^fel OUTPUT_[A-Z_]+\n.*ENOSPC/m)]);
  });
});

/** Only annotate overwrites by force. */
const isFor =
  ([name]: readonly string[]) =>
  (word: string): boolean =>
    name === "annotate" || word !== "--force";

describe("a result that cannot be written", () => {
  const writing = [
    ["compare", "docs/a.md", "nya/a.md"],
    ["kwic", "flick*", "docs"],
    ["baseline", "create", "docs"],
  ];

  test.each(writing)("is told before anything is looked at: %s", async (...argv) => {
    const cwd = await twoFolders();
    const before = await readdir(path.join(cwd, "docs"));
    const { code, err } = await runReal([...argv, "-o", "finns/inte.docx", "--no-cache"], cwd);
    expect([code, err]).toEqual([2, expect.stringMatching(/^fel OUTPUT_NOT_WRITABLE\n.*finns\/inte\.docx/m)]);
    expect((await readdir(cwd)).sort()).toEqual([".git", "docs", "nya"]);
    expect(await readdir(path.join(cwd, "docs"))).toEqual(before);
  });

  test("does not take the place of a folder", async () => {
    const cwd = await twoFolders();
    for (const argv of [
      ["compare", "docs/a.md", "nya/a.md"],
      ["kwic", "flick*", "docs"],
    ]) {
      const { code, err } = await runReal([...argv, "-o", "nya", "--no-cache"], cwd);
      expect([code, err]).toEqual([2, expect.stringContaining("EISDIR")]);
    }
  });
});

/** The pipeline with `meddle` done when the first document has been read. */
function meddling(meddle: () => Promise<void>): Pipeline {
  let done = false;
  return {
    ...realPipeline,
    openReading: async (...asked) => {
      const reading = await realPipeline.openReading(...asked);
      return {
        ...reading,
        read: async (...document) => {
          const result = await reading.read(...document);
          if (!done) {
            done = true;
            await meddle();
          }
          return result;
        },
      };
    },
  };
}

async function runWhile(
  argv: readonly string[],
  cwd: string,
  meddle: () => Promise<void>,
): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const io = {
    stdout: { write: (content: string | Uint8Array) => (out += textOf(content)) !== "" },
    stderr: { write: (content: string | Uint8Array) => (err += textOf(content)) !== "" },
    stdin: (async function* () {})(),
    env: {},
    cwd: () => cwd,
  };
  return { code: await main(argv, io, meddling(meddle)), out, err };
}

describe("a file that goes while others are read", () => {
  // More than are read ahead of the first one.
  const many = Array.from({ length: availableParallelism() + 6 }, (_, n) => `d${String(n).padStart(3, "0")}`);
  const last = `docs/${many.at(-1) ?? ""}.md`;
  const files = (): Promise<string> =>
    buildFolder(Object.fromEntries(many.map((name) => [`docs/${name}.md`, plan(name)])));

  test.each([
    ["kwic", "flick*", "docs"],
    ["outline", "docs"],
    ["compare", "docs", "docs"],
  ])("is named by %s, and the others are looked at", async (...argv) => {
    const cwd = await files();
    const { code, out, err } = await runWhile([...argv, "--no-cache"], cwd, () => rm(path.join(cwd, last)));
    expect(code).toBe(3);
    expect(out + err).toContain(last);
    expect(out + err).not.toMatch(/Detta är ett fel i genomlys/);
    expect(out).toContain(many[1]);
  });
});

describe("a folder that links to itself, and names that no one expects", () => {
  const decomposed = "gräsö å".normalize("NFD");
  const names = [decomposed, "a \"b\" 'c'", "-o", "rad ett\nrad två"];
  const odd = async (): Promise<string> => {
    const cwd = await buildFolder(
      Object.fromEntries(names.map((name, n) => [`docs/${name}.md`, plan(`Ort ${String(n)}`)])),
    );
    await symlink(".", path.join(cwd, "docs/ring"));
    await symlink("ring2.md", path.join(cwd, "docs/ring2.md"));
    return cwd;
  };
  const windows = process.platform === "win32";

  test.skipIf(windows)("are each met once by kwic, as a table too", async () => {
    const cwd = await odd();
    const { code, out, err } = await runReal(
      ["kwic", "flick*", "docs", "--format", "csv", "--no-cache"],
      cwd,
    );
    // A ring of links that leads nowhere is named: it could have been a document.
    expect([code, err + out]).toEqual([3, expect.stringContaining("ring2.md")]);
    expect(out.match(/Flickor/g)).toHaveLength(names.length);
    expect(out).toContain(`"docs/a ""b"" 'c'.md"`);
    const shown = await runReal(["kwic", "flick*", "docs", "--no-cache"], cwd);
    expect(shown.out).toContain("4 träffar i 4 av");
    // A name does not begin a line of its own.
    expect(shown.out).not.toMatch(/^rad två/m);
  });

  test.skipIf(windows)("are each met once by outline and compare", async () => {
    const cwd = await odd();
    const outline = await runReal(["outline", "docs", "--no-cache"], cwd);
    expect(outline.code).toBe(3);
    expect(outline.out.match(/Plan för Ort \d/g)?.length).toBeGreaterThanOrEqual(names.length);
    await writeFile(path.join(cwd, "docs", `${decomposed}.md`), plan("Ort 0").replace("alla ämnen", "kemi"));
    await runReal(["docs", "--no-cache", "-o", "efter.json"], cwd);
    const argv = ["compare", "docs", "efter.json", "--format", "json", "--no-cache"];
    const { documents } = JSON.parse((await runReal(argv, cwd)).out) as Comparison;
    expect(documents).toHaveLength(names.length);
  });

  test.skipIf(windows)("are taken by explain as they are written", async () => {
    const cwd = await odd();
    for (const name of names) {
      const { code, out } = await runReal(["explain", `./docs/${name}.md`, "--no-cache"], cwd);
      expect([name, code]).toEqual([name, 0]);
      expect(out).toContain("1 Elever");
    }
  });

  test.skipIf(windows)("are annotated in copies beside them", async () => {
    const cwd = await buildFolder({ "docs/": "" });
    for (const name of names) await copyFile(word, path.join(cwd, `docs/${name}.docx`));
    await symlink(".", path.join(cwd, "docs/ring"));
    const { code } = await runReal(["annotate", "docs", "--no-cache"], cwd);
    expect(code).toBe(0);
    const found = await readdir(path.join(cwd, "docs"));
    expect(found.filter((name) => name.endsWith(".docx"))).toHaveLength(2 * names.length);
    const original = await readFile(word);
    for (const name of names)
      expect((await readFile(path.join(cwd, `docs/${name}.docx`))).equals(original)).toBe(true);
  });
});

test("annotate leaves nothing behind where a file stands in the way of its folder", async () => {
  const cwd = await twoFolders();
  const { code, err } = await runReal(
    ["annotate", "docs/vård.docx", "-o", "docs/a.md/ny.docx", "--no-cache"],
    cwd,
  );
  expect([code, err]).toEqual([2, expect.stringMatching(/^fel OUTPUT_[A-Z_]+/m)]);
  expect((await readdir(path.join(cwd, "docs"))).sort()).toEqual(["a.md", "b.md", "vård.docx"]);
  expect(await readFile(path.join(cwd, "docs/a.md"), "utf8")).toBe(plan("Almby"));
});
