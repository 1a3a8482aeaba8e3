// The list of an archive: read as Excel writes it, held against the documents, and carried into every report.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { DocumentLine, Report } from "../../src/model/report.ts";
import { openManifest } from "../../src/cli/manifest/open-manifest.ts";
import { loadPacks } from "../../src/rules/load-packs.ts";
import { allFormats, freshFolder } from "./manifest-support.ts";
import { runReal } from "./run-real.ts";

const plan = (name: string): string =>
  `# ${name}\n\n## Mål\n\nVi ska minska ohälsan bland invånarna i kommunen och erbjuda alla ungdomar ett sommarjobb.\n\n## Uppföljning\n\nResultatet redovisas för kvinnor och män varje år och jämförs med målet.\n`;

/** A folder with three documents and a list of them. */
function archive(list: string | Uint8Array, name = "lista.csv"): string {
  const folder = freshFolder();
  mkdirSync(path.join(folder, "arkiv"));
  for (const file of ["a.md", "b.md", "åländsk plan.md"])
    writeFileSync(path.join(folder, "arkiv", file), plan(file));
  writeFileSync(path.join(folder, name), list);
  return folder;
}

const table = [
  "Sökväg;Organisation;År;Typ;Diarienr",
  "arkiv/a.md;Åmåls kommun;2019;Handlingsplan;KS 1",
  "arkiv/b.md;Region Örebro län;2020-05-01;;",
  'arkiv/åländsk plan.md;Åmåls kommun;;policy;"KS; 3"',
  "",
].join("\r\n");

const run = (folder: string, ...argv: string[]) => runReal(["--no-cache", ...argv], folder);

async function documents(folder: string, ...argv: string[]): Promise<DocumentLine[]> {
  const { out } = await run(folder, ...argv, "--format", "jsonl");
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as DocumentLine);
}

const known = [
  ["Åmåls kommun", 2019, "handlingsplan", { Diarienr: "KS 1" }],
  ["Region Örebro län", 2020, undefined, { Diarienr: "" }],
  ["Åmåls kommun", undefined, "policy", { Diarienr: "KS; 3" }],
];

const macLetters: Readonly<Record<string, number>> = { å: 0x8c, ä: 0x8a, ö: 0x9a, Å: 0x81, Ä: 0x80, Ö: 0x85 };
const macRoman = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => macLetters[letter] ?? letter.charCodeAt(0)));

describe("the list as Excel writes it", () => {
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(table.replaceAll(";", "\t").replace("KS\t 3", "KS; 3"), "utf16le"),
  ]);
  it.each([
    ["UTF-8", Buffer.from(table)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${table}`)],
    ["Windows-1252", Buffer.from(table, "latin1")],
    ["Mac OS Roman with its line ends (CSV (Macintosh))", macRoman(table.replaceAll("\r\n", "\r"))],
    ["UTF-16 parted by tabs (Unicode text)", utf16.subarray(0)],
    ["commas", Buffer.from(table.replaceAll(";", ",").replace('"KS, 3"', '"KS; 3"'))],
    ["a line that names the separator", Buffer.from(`sep=;\r\n${table}`)],
    [
      "headings in English",
      Buffer.from(table.replace("Sökväg;Organisation;År;Typ", "Path;Organisation;Year;Document type")),
    ],
    ["decomposed letters", Buffer.from(table.normalize("NFD"))],
    ["the folders of Windows", Buffer.from(table.replaceAll("arkiv/", "arkiv\\"))],
  ])("is read in %s", async (_, list) => {
    const folder = archive(list);
    const manifest = await openManifest("lista.csv", await loadPacks([]), folder);
    expect(manifest.paths).toEqual(["arkiv/a.md", "arkiv/b.md", "arkiv/åländsk plan.md"]);
    const found = await Promise.all(
      manifest.paths.map(async (at) => {
        const input = { kind: "file", path: at, file: path.join(folder, at), size: 1 } as const;
        const { organisation, year, columns } = await manifest.describe({} as DocumentLine, input);
        return [organisation, year, (await manifest.typeOf(input)).type, columns];
      }),
    );
    expect(found).toEqual(known);
  });

  it("keeps line breaks inside quotes, and counts lines past them", async () => {
    const list = 'fil;not\r\narkiv/a.md;"två\r\nrader"\r\narkiv/c.md;x\r\n';
    const folder = archive(list);
    const { err } = await run(folder, "--manifest", "lista.csv", "-o", "ut.jsonl");
    expect(err).toContain("lista.csv:4:1: filen arkiv/c.md finns inte.");
    const [first] = await documents(folder, "--manifest", "lista.csv");
    expect(first?.columns).toEqual({ not: "två\r\nrader" });
  });
});

describe("a list", () => {
  it("alone says what is audited, in its order", async () => {
    const list = "fil\r\narkiv/b.md\r\narkiv/a.md\r\n";
    const found = await documents(archive(list), "--manifest", "lista.csv");
    expect(found.map(({ path: at }) => at)).toEqual(["arkiv/b.md", "arkiv/a.md"]);
  });

  it("beside paths describes what they lead to, and names documents without a row", async () => {
    const folder = archive("fil;organisation\r\narkiv/b.md;Bo\r\n");
    const found = await documents(folder, "arkiv", "--manifest", "lista.csv");
    expect(found.map(({ organisation }) => organisation)).toEqual([undefined, "Bo", undefined]);
    const { err, code } = await run(folder, "arkiv", "--manifest", "lista.csv", "-o", "ut.jsonl");
    expect(err).toContain("2 dokument står inte i listan lista.csv: arkiv/a.md, arkiv/åländsk plan.md");
    expect(code).toBe(0);
  });

  it("may lie in another folder: paths start from it", async () => {
    const folder = archive("fil;organisation\na.md;Bo\n", "arkiv/lista.csv");
    const [document] = await documents(folder, "--manifest", "arkiv/lista.csv");
    expect([document?.path, document?.organisation]).toEqual(["arkiv/a.md", "Bo"]);
  });

  it("may name a folder: all below it take its row, but for those with their own", async () => {
    const folder = archive("fil;organisation\r\narkiv;Alla\r\narkiv/b.md;Bo\r\n");
    const found = await documents(folder, "arkiv", "--manifest", "lista.csv");
    expect(found.map(({ organisation }) => organisation)).toEqual(["Alla", "Bo", "Alla"]);
  });

  it("is no document of the archive it lies in", async () => {
    const folder = archive("fil;organisation\na.md;Bo\n", "arkiv/lista.txt");
    const found = await documents(folder, "arkiv", "--manifest", "arkiv/lista.txt");
    expect(found.map(({ path: at }) => at)).not.toContain("arkiv/lista.txt");
  });

  it("does not outdo --type", async () => {
    const [document] = await documents(archive(table), "--manifest", "lista.csv", "--type", "rus");
    expect(document?.type.id).toBe("rus");
  });

  it("names a row whose file is not there, in the report too", async () => {
    const folder = archive("fil;organisation\r\narkiv/a.md;Bo\r\narkiv/[c]*.md;Ce\r\n");
    const { err, code } = await run(folder, "--manifest", "lista.csv", "-o", "ut.json", "-o", "ut.jsonl");
    expect(err).toContain("lista.csv:3:1: filen arkiv/[c]*.md finns inte.");
    expect(code).toBe(3);
    const [, missing] = await documents(folder, "--manifest", "lista.csv");
    expect(missing).toMatchObject({ path: "arkiv/[c]*.md", status: "unreadable", organisation: "Ce" });
  });

  it("is the same for every shard, and in what the shards become", async () => {
    const folder = archive(table);
    const whole = await run(
      folder,
      "arkiv",
      "--manifest",
      "lista.csv",
      "--format",
      "json",
      "--group-by",
      "organisation",
    );
    for (const part of ["1", "2"])
      await run(folder, "arkiv", "--manifest", "lista.csv", "--shard", `${part}/2`, "-o", `${part}.jsonl`);
    const merged = await run(
      folder,
      "report",
      "2.jsonl",
      "1.jsonl",
      "--format",
      "json",
      "--group-by",
      "organisation",
    );
    expect(JSON.parse(merged.out)).toEqual(JSON.parse(whole.out));
  });

  it("that has changed changes what a resumed run says, without auditing anew", async () => {
    const folder = archive(table);
    await run(folder, "arkiv", "--manifest", "lista.csv", "-o", "ut.jsonl");
    writeFileSync(
      path.join(folder, "lista.csv"),
      table.replace("2019", "2018").replaceAll("Diarienr", "Dnr"),
    );
    await run(folder, "arkiv", "--manifest", "lista.csv", "--resume", "ut.jsonl");
    await run(folder, "arkiv", "--manifest", "lista.csv", "-o", "ny.jsonl");
    const { readFileSync } = await import("node:fs");
    const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
    expect(read("ut.jsonl")).toBe(read("ny.jsonl"));
    expect(read("ut.jsonl")).toContain('"year":2018,"columns":{"Dnr":"KS 1"}');
  });
});

describe("a list that cannot be right", () => {
  it.each([
    ["MANIFEST_WITHOUT_PATHS", "namn;år\na.md;2019\n", ":1"],
    ["MANIFEST_EMPTY", "fil;år\n;\n", ":1"],
    ["MANIFEST_EMPTY", "", ":1"],
    ["MANIFEST_EMPTY", "\n \n", ":1"],
    ["MANIFEST_COLUMN_TWICE", "fil;år;Year\na.md;2019;2020\n", ":1:8"],
    ["MANIFEST_COLUMN_TWICE", "fil;dnr;dnr\na.md;1;2\n", ":1:9"],
    ["MANIFEST_CELL_WITHOUT_COLUMN", "fil;år\nb.md;\na.md;2019;KS 1\n", ":3:11"],
    ["MANIFEST_ROW_WITHOUT_PATH", "fil;år\n;2019\n", ":2:1"],
    ["MANIFEST_PATH_TWICE", "fil;år\narkiv/a.md;2019\narkiv/../arkiv/a.md;2020\n", ":3:1"],
    ["MANIFEST_PATH_TWICE", "fil\nfinns-inte.md\nfinns-inte.md\n", ":3:1"],
    ["MANIFEST_YEAR", 'fil;år\n"arkiv/a.md";"2019–2022"\n', ":2:15"],
    ["MANIFEST_TYPE_UNKNOWN", "fil;typ\narkiv/a.md;Mål och bugdet\n", ":2:12"],
    ["MANIFEST_QUOTE_OPEN", 'fil;not\narkiv/a.md;"öppen\nb.md;x\n', ":2"],
  ])("is refused before anything is audited: %s", async (code, list, place) => {
    const { code: exit, out, err } = await run(archive(list), "--manifest", "lista.csv");
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^fel ${code}  lista\\.csv${place}\n`));
    expect(err).toMatch(/\n {2}tips: \S/);
  });

  it.each([
    ["empty rows", "fil;år\n\n;\narkiv/a.md;2019\n   \n"],
    ["empty cells behind the last heading", "fil;år;;\narkiv/a.md;2019;;;;\n"],
    ["rows that end early", "fil;år;dnr\narkiv/a.md\n"],
    ["a quote inside a cell without quotes", 'fil;not\narkiv/a.md;en 12" skärm\n'],
    ["one column and no separator", "fil\narkiv/a.md"],
  ])("is not one with %s", async (_, list) => {
    const manifest = await openManifest("lista.csv", [], archive(list));
    expect(manifest.paths).toEqual(["arkiv/a.md"]);
    expect(manifest.describeMissing("sv")).toBe("");
  });
});

describe("what the list says", () => {
  it("stands in every report that has a place for it, with its groups, and does so when a saved one is shown", async () => {
    const folder = archive(table);
    const reports = await allFormats(folder, "--manifest", "lista.csv", "--group-by", "organisation");
    for (const [format, text] of Object.entries(reports)) {
      // Code hosts take findings and know no documents; a page of prose has the groups alone.
      if (["github", "gitlab", "checkstyle", "summary"].includes(format)) continue;
      const has = [format, text.includes("Region Örebro län"), text.includes("KS; 3")];
      expect(has).toEqual([format, true, true]);
    }
    expect(reports["terminal"]).toContain("Efter organisation");
    expect(reports["markdown"]).toContain("## Efter organisation");
    expect(reports["summary"]).toContain("Efter organisation: Region Örebro län, ");
    expect(reports["html"]).toContain('<section id="grupper"');
    const saved = await allFormats(folder, "report", "ut.json");
    // Lines that are made of a report do not say under which conditions each was judged.
    expect({ ...saved, jsonl: "" }).toEqual({ ...reports, jsonl: "" });
  });

  it("stands in every table", async () => {
    const folder = archive(table);
    await run(folder, "--manifest", "lista.csv", "-o", "ut.json");
    for (const name of ["documents", "sections", "evidence", "gaps", "requirements"]) {
      const { out } = await runReal(["report", "ut.json", "--format", "csv", "--table", name], folder);
      const [head = "", row = ""] = out.replace("\ufeff", "").split("\r\n");
      expect(head.split(";").slice(0, 4), name).toEqual(["Dokument", "Organisation", "År", "Diarienr"]);
      expect(row.split(";").slice(0, 4), name).toEqual(["arkiv/a.md", "Åmåls kommun", "2019", "KS 1"]);
    }
  });

  it("does not stand where no list was given, nor groups where none were asked for", async () => {
    const reports = await allFormats(archive(table), "arkiv");
    for (const text of Object.values(reports))
      expect(text).not.toMatch(/"organisation":\s*"|"(year|columns|groupings)"|Organisation:|id="grupper"/);
  });
});

describe("groups", () => {
  it("add up documents by organisation, year, type and own columns, those without last", async () => {
    const folder = archive(table);
    const { out } = await run(
      folder,
      "--manifest",
      "lista.csv",
      "--format",
      "json",
      "--group-by",
      "organisation,år",
      "--group-by",
      "typ,diarienr",
    );
    const { groupings = [], documents: all } = JSON.parse(out) as Report;
    expect(
      groupings.map(({ by, groups }) => [by, groups.map(({ value, documents: n }) => [value, n])]),
    ).toEqual([
      // The Swedish alphabet: å and ö come after r.
      [
        "organisation",
        [
          ["Region Örebro län", 1],
          ["Åmåls kommun", 2],
        ],
      ],
      [
        "year",
        [
          ["2019", 1],
          ["2020", 1],
          [null, 1],
        ],
      ],
      [
        "type",
        [...new Set(all.map(({ type }) => type.id))]
          .sort()
          .map((id) => [id, all.filter(({ type }) => type.id === id).length]),
      ],
      [
        "Diarienr",
        [
          ["KS 1", 1],
          ["KS; 3", 1],
          [null, 1],
        ],
      ],
    ]);
  });

  it("cover what their documents cover, weighed by words", async () => {
    const folder = archive(table);
    const { out } = await run(
      folder,
      "--manifest",
      "lista.csv",
      "--format",
      "json",
      "--group-by",
      "organisation",
    );
    const { groupings = [], documents: all } = JSON.parse(out) as Report;
    const own = all.filter(({ organisation }) => organisation === "Åmåls kommun");
    const sections = own.flatMap(({ sections: each }) => each).filter(({ expected }) => expected);
    const words = (list: typeof sections): number => list.reduce((sum, section) => sum + section.words, 0);
    const share = words(sections.filter(({ status }) => status === "present")) / words(sections);
    const group = groupings[0]?.groups[1];
    expect(group?.coverage.expected).toBe(sections.length);
    expect(group?.coverage.share).toBeCloseTo(share, 2);
    expect(group?.verdicts.notAssessed).toBe(own.filter(({ verdict }) => verdict === "notAssessed").length);
  });
});
