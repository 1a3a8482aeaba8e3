// `baseline create|prune --manifest`: what a document lacks hangs on its type, and the list of an archive says the type.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const text = `# Underlag\n\n${[1, 2, 3, 4]
  .map((n) => `## ${String(n)} Elever\n\nAndelen elever i skola ${String(n)} som når målen är 84 procent.\n`)
  .join("\n")}`;

/** Two documents that nothing but a list tells the type of, and a run there. */
async function listed() {
  const cwd = await buildFolder({
    ".git/HEAD": "",
    "arkiv/a.md": text,
    "arkiv/b.md": text.replaceAll("skola", "förskola"),
    "listor/lista.csv": "fil;typ\r\n..\\arkiv\\a.md;Mål och budget\r\n..\\arkiv\\b.md;Policy\r\n",
  });
  return {
    cwd,
    list: ["--manifest", "listor/lista.csv"],
    run: (...argv: string[]) => runReal([...argv, "--no-cache"], cwd),
    baseline: async () =>
      (
        JSON.parse(await readFile(path.join(cwd, "genomlys.baseline.json"), "utf8")) as {
          readonly documents: Readonly<Record<string, readonly object[]>>;
        }
      ).documents,
  };
}

test("a baseline that is made by a list accepts what a check by the same list finds", async () => {
  const { run, list, baseline } = await listed();
  expect((await run("baseline", "create", ...list)).code).toBe(0);
  expect(Object.keys(await baseline())).toEqual(["arkiv/a.md", "arkiv/b.md"]);
  const check = ["check", "--baseline", "genomlys.baseline.json", "--fail-on", "missing"];
  expect((await run(...check, ...list)).code).toBe(0);
});

test("without the list other things are lacking, and the check says so", async () => {
  const { run, list, baseline } = await listed();
  await run("baseline", "create", "arkiv");
  const without = await baseline();
  await run("baseline", "create", ...list, "--force");
  expect(await baseline()).not.toEqual(without);
});

test("pruning by the list takes nothing out that is still lacking", async () => {
  const { cwd, run, list, baseline } = await listed();
  await run("baseline", "create", ...list);
  const before = await baseline();
  expect((await run("baseline", "prune", ...list)).code).toBe(0);
  expect(await baseline()).toEqual(before);
  await writeFile(path.join(cwd, "listor/annan.csv"), "fil\nfinns/inte.md\n");
  const { code, err } = await run("baseline", "prune", "arkiv", "--manifest", "listor/annan.csv");
  expect([code, err]).toEqual([2, expect.stringContaining("MANIFEST_FITS_NONE")]);
  expect(await baseline()).toEqual(before);
});
