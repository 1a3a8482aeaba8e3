// The cache as its user meets it: faster, and otherwise as if it were not there.
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const plan = (name: string): string => `# Plan för ${name}

## 1 Elever

Elever i grundskolan i ${name} når målen i olika grad. Flickor har högre betyg än pojkar i alla ämnen utom idrott.

## 2 Personal

Personalen ska ha goda villkor och heltid ska vara det vanliga. Sjukfrånvaron ska minska.
`;
const documents = { "docs/a.md": plan("Almby"), "docs/b.md": plan("Berga"), "docs/tom.md": "" };

async function cacheFiles(cwd: string): Promise<string[]> {
  const names = await readdir(path.join(cwd, "cache"), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith(".gz")).map((name) => path.join(cwd, "cache", name));
}

const audit = (cwd: string, ...more: string[]) =>
  runReal(["docs", "--format", "json", "--cache-dir", "cache", ...more], cwd);

describe("an audit with a cache", () => {
  test("gives the same bytes fresh, cached and without a cache", async () => {
    const cwd = await buildFolder(documents);
    const fresh = await audit(cwd);
    expect(fresh.code).toBe(3);
    expect(await cacheFiles(cwd)).not.toEqual([]);
    expect(await audit(cwd)).toEqual(fresh);
    expect(await runReal(["docs", "--format", "json", "--no-cache"], cwd)).toEqual(fresh);
  });

  test("takes a changed document anew, and only that", async () => {
    const cwd = await buildFolder(documents);
    await audit(cwd);
    const before = await cacheFiles(cwd);
    await writeFile(path.join(cwd, "docs/a.md"), plan("Alby").replace("Flickor", "Elever"));
    const changed = await audit(cwd);
    expect(changed.out).toBe((await runReal(["docs", "--format", "json", "--no-cache"], cwd)).out);
    // One document and one audit more.
    expect(await cacheFiles(cwd)).toHaveLength(before.length + 2);
  });

  test("judges anew under changed rules, without reading anew", async () => {
    const cwd = await buildFolder(documents);
    await audit(cwd);
    const before = await cacheFiles(cwd);
    const config =
      "extend:\n  jamstalldhet:\n    thresholds:\n      verdict:\n        clear-coverage: 0.65\n";
    await writeFile(path.join(cwd, "genomlys.config.yaml"), config);
    const changed = await audit(cwd);
    expect(changed.out).toBe((await runReal(["docs", "--format", "json", "--no-cache"], cwd)).out);
    // Three audits more (the empty file is one), and no document.
    expect(await cacheFiles(cwd)).toHaveLength(before.length + 3);
  });

  test("does not trust damaged entries", async () => {
    const cwd = await buildFolder(documents);
    const fresh = await audit(cwd);
    for (const file of await cacheFiles(cwd)) {
      const bytes = await readFile(file);
      await writeFile(file, bytes.subarray(0, bytes.length / 2));
    }
    expect(await audit(cwd)).toEqual(fresh);
    expect(await audit(cwd)).toEqual(fresh);
  });

  test("two at once do not disturb each other", async () => {
    const cwd = await buildFolder(documents);
    const [one, other] = await Promise.all([audit(cwd), audit(cwd)]);
    expect(one).toEqual(other);
    expect(await audit(cwd)).toEqual(one);
  });

  test("says once that nothing can be kept, and judges as ever", async () => {
    const cwd = await buildFolder({ ...documents, cache: "a file" });
    const { code, out, err } = await audit(cwd);
    expect(code).toBe(3);
    expect(out).toBe((await runReal(["docs", "--format", "json", "--no-cache"], cwd)).out);
    expect(err.match(/kunde inte sparas till nästa gång/g)).toHaveLength(1);
  });

  test("keeps nothing of a document that is audited alone", async () => {
    const cwd = await buildFolder(documents);
    await runReal(["docs/a.md", "--cache-dir", "cache"], cwd);
    expect(await cacheFiles(cwd)).toEqual([]);
  });

  test("boilerplate is found in documents that come from the cache", async () => {
    const same =
      "\n\n## 3 Jämställdhet\n\nKvinnor och män ska ha samma makt att forma samhället och sina egna liv i regionen.\n";
    const cwd = await buildFolder({
      "docs/a.md": plan("Almby") + same,
      "docs/b.md": `# Vägar i Berga\n\nVägarna ska hållas i gott skick hela året om.${same}`,
      "docs/c.md": `# Vatten i Cesta\n\nVattnet ska vara rent och räcka till alla hushåll.${same}`,
    });
    const fresh = await audit(cwd, "--type", "policy");
    expect(fresh.out).toContain('"standardText"');
    expect(await audit(cwd, "--type", "policy")).toEqual(fresh);
  });
});

describe("genomlys cache", () => {
  test("says how much lies where, and clears it", async () => {
    const cwd = await buildFolder(documents);
    await audit(cwd);
    const n = (await cacheFiles(cwd)).length;
    const stat = await runReal(["cache", "stat", "--cache-dir", "cache"], cwd);
    expect(stat).toMatchObject({ code: 0, err: "" });
    expect(stat.out).toContain(`${String(n)} sparade resultat`);
    expect((await runReal(["cache", "prune", "--cache-dir", "cache"], cwd)).out).toMatch(/^0 resultat/);
    expect((await runReal(["cache", "clear", "--cache-dir", "cache"], cwd)).out).toContain(String(n));
    expect(await cacheFiles(cwd)).toEqual([]);
  });

  test.each([
    [["cache", "stat"], "CACHE_NOWHERE"],
    [["cache", "prune", "--days", "x"], "NUMBER_EXPECTED"],
    [["cache", "clera"], "UNKNOWN_COMMAND"],
  ])("%j is wrong use", async (argv, error) => {
    const { code, err } = await runReal(argv, await buildFolder({}));
    expect(code).toBe(2);
    expect(err).toContain(error);
  });
});
