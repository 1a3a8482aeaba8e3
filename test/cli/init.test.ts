import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseConfig } from "../../src/config/read-config.ts";
import { writeNewConfig } from "../../src/config/new-config.ts";
import { buildFolder, run } from "./run.ts";
import { runReal } from "./run-real.ts";

const budget = "# Mål och budget 2026\n\n## Mål\n\nNämnden ska nå alla elever.\n";
const configOf = (folder: string): Promise<string> =>
  readFile(path.join(folder, "genomlys.config.yaml"), "utf8");

describe("genomlys init", () => {
  test("writes a configuration that holds what it recognised and is in force at once", async () => {
    const folder = await buildFolder({
      "mal-och-budget.md": budget,
      "under/anteckning.md": "# Lunch\n\nSoppa.\n",
    });
    const { code, out } = await runReal(["init"], folder);
    expect(code).toBe(0);
    expect(out).toContain("2 dokument hittades");
    const text = await configOf(folder);
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=node_modules\/genomlys\/schemas\/config\.schema\.json\n/,
    );
    const config = parseConfig(text, { file: path.join(folder, "genomlys.config.yaml"), shown: "x" });
    expect(config.types.map(({ pattern, type }) => [pattern, type])).toEqual([
      ["mal-och-budget.md", "mal-budget"],
    ]);
    const shown = await runReal(["--print-config"], folder);
    expect(shown.out).toMatch(/types\.mal-och-budget\.md +mal-budget +genomlys\.config\.yaml:\d+/);
  });

  test("--plain sets nothing in columns", async () => {
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`a${String(n)}.md`, "# A\n"]));
    const folder = await buildFolder({ ...files, "mal-och-budget.md": budget });
    const set = await runReal(["init"], folder);
    expect(set.out).toContain("\n  10 okänd dokumenttyp\n   1 Mål och budget");
    const { code, out } = await runReal(["init", "--plain", "--force"], folder);
    expect(code).toBe(0);
    expect(out).toContain("\n10 okänd dokumenttyp\n1 Mål och budget");
  });

  test("is in Swedish, and in English with --lang en", async () => {
    const folder = await buildFolder({ "a.md": "# A\n" });
    await run(["init"], { cwd: folder });
    expect(await configOf(folder)).toContain("# Språk i resultat");
    await run(["init", "--force", "--lang", "en"], { cwd: folder });
    expect(await configOf(folder)).toContain("# Language of results");
    expect(await configOf(folder)).toContain("\nlang: en\n");
  });

  test("writes notes on checks and suppressions that hold when their # is taken away", async () => {
    const folder = await buildFolder({ "mal-och-budget.md": budget });
    await run(["init"], { cwd: folder });
    const text = await configOf(folder);
    expect(text).toContain("# check:\n#   baseline: genomlys.baseline.json\n");
    const uncommented = text
      .slice(text.indexOf("# check:"))
      .split("\n")
      .map((line) => (/^# ( |check:|suppress:|limits:)/.test(line) ? line.slice(2) : line))
      .join("\n");
    const config = parseConfig(uncommented, { file: path.join(folder, "genomlys.config.yaml"), shown: "x" });
    expect(config.check).toMatchObject({
      baseline: "genomlys.baseline.json",
      all: { failOn: ["missing", "unmet"] },
      types: { "mal-budget": { minCoverage: 40 } },
    });
    expect(config.suppress).toMatchObject([{ section: "Ekonomi" }]);
  });

  test("with --with-baseline accepts today's gaps, so that only new ones fail the check", async () => {
    const gap = "# Plan\n\n## 1 Skola\n\nAndelen elever som når målen är 84 procent.\n";
    const folder = await buildFolder({ "under/a.md": gap });
    const { code, err } = await runReal(["init", "under", "--with-baseline", "--yes"], folder);
    expect(code).toBe(0);
    expect(err).toContain("Nästa steg: genomlys check under");
    const under = path.join(folder, "under");
    expect((await runReal(["check", "."], under)).code).toBe(0);
    await writeFile(
      path.join(under, "a.md"),
      `${gap}\n## 2 Vård\n\nAndelen patienter som är nöjda är 84 procent.\n`,
    );
    const later = await runReal(["check", "."], under);
    expect([later.code, later.out.includes("1 nytt avsnitt saknar perspektivet")]).toEqual([1, true]);
    // What was accepted is not accepted anew by the way.
    await rm(path.join(under, "genomlys.config.yaml"));
    const again = await runReal(["init", "--with-baseline"], under);
    expect([again.code, again.err.includes("BASELINE_EXISTS")]).toEqual([2, true]);
    await expect(configOf(under)).rejects.toThrow();
  });

  test("has no baseline to make of an empty folder", async () => {
    const folder = await buildFolder({});
    const { code, err } = await runReal(["init", "--with-baseline"], folder);
    expect([code, err]).toEqual([0, expect.stringContaining("Inga luckor att godta")]);
    expect(await configOf(folder)).not.toMatch(/^check:/m);
  });

  test("never overwrites without --force", async () => {
    const folder = await buildFolder({ "genomlys.config.yaml": "lang: en\n" });
    const { code, err } = await run(["init"], { cwd: folder });
    expect([code, err]).toEqual([2, expect.stringContaining("INIT_EXISTS")]);
    expect(await configOf(folder)).toBe("lang: en\n");
    expect((await run(["init", "--force", "--yes"], { cwd: folder })).code).toBe(0);
    expect(await configOf(folder)).toContain("lang: sv");
  });

  test("writes where there are no documents yet, and does not where there is no folder", async () => {
    const folder = await buildFolder({});
    expect((await run(["init"], { cwd: folder })).out).toContain("Inga dokument hittades");
    expect(await configOf(folder)).toContain("# types:");
    expect((await run(["init", "finns-ej"], { cwd: folder })).code).toBe(2);
  });

  test("writes into the folder that is named, and says when a file further up no longer holds", async () => {
    const folder = await buildFolder({ "genomlys.config.yaml": "lang: en\n", "plan/a.md": "# A\n" });
    const { err } = await run(["init", "plan"], { cwd: folder });
    expect(err).toContain("genomlys.config.yaml längre upp gäller inte längre");
    expect(await configOf(path.join(folder, "plan"))).toContain("lang: sv");
  });

  test("is not led by a broken configuration further up", async () => {
    const folder = await buildFolder({ "genomlys.config.yaml": "ogiltig: [", "plan/a.md": "# A\n" });
    expect((await run(["init", "plan"], { cwd: folder })).code).toBe(0);
  });

  test("asks a person who can answer, and takes no for an answer", async () => {
    const folder = await buildFolder({ "a.md": "# A\n" });
    const stdin = (answer: string) =>
      Object.assign(
        (async function* () {
          yield await Promise.resolve(answer);
        })(),
        { isTTY: true },
      );
    const no = await run(["init"], { cwd: folder, terminal: true, stdin: stdin("n\n") });
    expect(no.err).toContain("Skriv genomlys.config.yaml? [J/n]");
    await expect(configOf(folder)).rejects.toThrow();
    await run(["init"], { cwd: folder, terminal: true, stdin: stdin("\n") });
    expect(await configOf(folder)).toContain("lang: sv");
  });

  test("asks nothing with --yes", async () => {
    const folder = await buildFolder({ "a.md": "# A\n" });
    const stdin = Object.assign(
      (async function* () {
        yield await Promise.resolve("n\n");
      })(),
      { isTTY: true },
    );
    expect((await run(["init", "--yes"], { cwd: folder, terminal: true, stdin })).err).not.toContain("[J/n]");
    expect(await configOf(folder)).toContain("lang: sv");
  });
});

describe("the text of a new configuration", () => {
  const base = {
    lang: "sv",
    schema: "s.json",
    packs: ["jamstalldhet"],
    types: ["mal-budget", "rus"],
  } as const;
  const read = (text: string) => parseConfig(text, { file: "/x/genomlys.config.yaml", shown: "x" });
  const file = { type: "rus", uncertain: false, because: ["title: Plan"] };

  test("keeps odd file names whole", () => {
    const names = ['mapp/"citat": #1.md', "å ä\\ö.md", "'enkel'.pdf"];
    const text = writeNewConfig({ ...base, files: names.map((name) => ({ ...file, path: name })) });
    expect(read(text).types.map(({ pattern }) => pattern)).toEqual(names);
  });

  test("puts nothing uncertain in force", () => {
    const text = writeNewConfig({
      ...base,
      files: [
        { ...file, path: "a.md" },
        { ...file, path: "b.md", uncertain: true },
      ],
    });
    expect(read(text).types.map(({ pattern }) => pattern)).toEqual(["a.md"]);
    expect(text).toContain('# "b.md": rus');
  });

  test("lets no document write a line of its own", () => {
    const text = writeNewConfig({
      ...base,
      files: [{ ...file, path: "a.md\nlang: en", because: ["title: x\npacks: [ägd]"] }],
    });
    expect(read(text).packFolders).toBeUndefined();
    expect(read(text).lang).toBe("sv");
  });

  test.each(["sv", "en"] as const)("is right in %s with every example line in force", async (lang) => {
    const text = writeNewConfig({ ...base, lang, files: [] });
    const all = text
      .split("\n")
      .map((line) => (/^# (?: {2,}|[a-z]+:(?: |$))/.test(line) ? line.slice(2) : line))
      .join("\n");
    expect(all).toMatch(/^ignore:$/m);
    expect(all).toMatch(/^types:$/m);
    const folder = await buildFolder({ "a.md": "# A\n" });
    await writeFile(path.join(folder, "genomlys.config.yaml"), all);
    expect((await runReal(["--print-config"], folder)).err).toBe("");
  });
});
