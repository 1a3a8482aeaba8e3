// Formats for pipelines, written by one run over drafts with awkward names and texts: each is read by a parser that knows
// nothing of how it was written, and all tell of the same findings at the same places.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Log } from "sarif";
import { expect, test } from "vitest";
import { buildFolder } from "../cli/run.ts";
import { runReal } from "../cli/run-real.ts";
import { elementsOf, readXml } from "./read-xml.ts";

const names = ["utkast/100 % å, plan: ny #1.md", "utkast/b&b <ö>'s.md"];
const gap = (heading: string): string =>
  `## ${heading}\n\nAntalet brukare över 80 år var 3 400. Målet är att alla brukare ska få en fast kontakt.\n`;
// The last section comes twice: findings that differ in nothing but their place.
const draft = `# Plan\n\n${[`50 %, "A": B & < C\u0007`, "Vård]]>::error::x", "Vård]]>::error::x"].map(gap).join("\n")}`;
const formats = ["sarif", "gitlab", "junit", "checkstyle"] as const;

/** Workflow commands as GitHub's runner reads them: properties between the name and "::", then the message. */
function readCommands(text: string): { kind: string; properties: Record<string, string>; message: string }[] {
  const plain = (escaped: string): string =>
    escaped
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  return text
    .split("\n")
    .filter((line) => line.startsWith("::"))
    .map((line) => {
      const end = line.indexOf("::", 2);
      const [, kind = "", list = ""] = /^(\w+) ?(.*)$/s.exec(line.slice(2, end)) ?? [];
      const pairs = list.split(",").map((pair) => pair.split("="));
      return {
        kind,
        properties: Object.fromEntries(pairs.map(([key = "", ...value]) => [key, plain(value.join("="))])),
        message: plain(line.slice(end + 2)),
      };
    });
}

/** Path and line of every finding, in one order. */
const places = (found: readonly (readonly [unknown, unknown])[]): string[] =>
  found.map(([at, line]) => `${String(at)}:${String(line)}`).sort();

test(
  "formats for pipelines hold the same findings, whatever names and texts hold",
  { timeout: 300_000 },
  async () => {
    const folder = await buildFolder(
      // Not of one content, which would be audited once.
      Object.fromEntries(names.map((name, index) => [name, draft.replace("3 400", `3 40${String(index)}`)])),
    );
    const files = formats.flatMap((format) => ["--format", format, "-o", `ut.${format}`]);
    const { code, out } = await runReal(
      ["check", "utkast", "--fail-on", "missing", ...files, "--format", "github"],
      folder,
    );
    expect(code).toBe(1);
    const read = (format: (typeof formats)[number]): Promise<string> =>
      readFile(path.join(folder, `ut.${format}`), "utf8");

    const [run] = (JSON.parse(await read("sarif")) as Log).runs;
    const results = (run?.results ?? []).map(({ level, locations, partialFingerprints, properties }) => {
      const place = locations?.[0]?.physicalLocation;
      return {
        level,
        failing: properties?.["failing"] === true,
        // Relative to the root of the repository, which a code host puts before it.
        at: decodeURIComponent(new URL(place?.artifactLocation?.uri ?? "", "file:///").pathname.slice(1)),
        line: place?.region?.startLine,
        fingerprint: partialFingerprints?.["genomlysFinding/v1"],
      };
    });
    const all = places(results.map(({ at, line }) => [at, line]));
    expect(new Set(results.map(({ at }) => at))).toEqual(new Set(names));
    for (const name of names)
      expect(results.filter(({ at, failing }) => at === name && failing)).toHaveLength(3);
    // Within a document no two are known by the same.
    const own = results.filter(({ at }) => at === names[0]).map(({ fingerprint }) => fingerprint);
    expect(new Set(own).size).toBe(own.length);

    const issues = JSON.parse(await read("gitlab")) as {
      fingerprint: string;
      location: { path: string; lines: { begin: number } };
    }[];
    expect(places(issues.map(({ location }) => [location.path, location.lines.begin]))).toEqual(all);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);

    const checkstyle = elementsOf(readXml(await read("checkstyle")), "file");
    const errors = checkstyle.flatMap((file) =>
      elementsOf(file, "error").map(
        ({ attributes }) => [file.attributes["name"], attributes["line"]] as const,
      ),
    );
    expect(places(errors)).toEqual(all);

    const errorLines = places(
      results.filter(({ level }) => level === "error").map(({ at, line }) => [at, line]),
    );
    const commands = readCommands(out);
    const annotated = commands.filter(({ kind }) => kind === "error");
    expect(
      places(annotated.map(({ properties }) => [properties["file"], properties["line"] ?? "1"])),
    ).toEqual(errorLines);
    expect(commands.map(({ kind }) => kind).at(-1)).toBe("notice");

    const suites = elementsOf(readXml(await read("junit")), "testsuite");
    expect(suites.map(({ attributes }) => attributes["name"])).toEqual(names);
    for (const suite of suites) {
      const cases = elementsOf(suite, "testcase").map(({ attributes }) => attributes["name"]);
      expect(new Set(cases).size).toBe(cases.length);
      expect(cases.join("\n")).toContain('50 %, "A": B & < C');
      // The bar, and the three sections because of which it is missed.
      expect(suite.attributes["failures"]).toBe("4");
      expect(elementsOf(suite, "failure")).toHaveLength(4);
    }
  },
);
