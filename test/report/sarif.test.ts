import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Log, Result } from "sarif";
import { describe, expect, test } from "vitest";
import { artifactUri } from "../../src/report/ci/artifact-uri.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { mostResults, renderSarif } from "../../src/report/ci/sarif/render-sarif.ts";
import { auditedFolder } from "./reports/audited-folder.ts";
import { buildDocument, buildGap, buildReport, buildSection } from "./reports/build-report.ts";
import { checkedDraft } from "./reports/checked-draft.ts";
import { draftInGit } from "./reports/draft-in-git.ts";
import { everythingClear } from "./reports/everything-clear.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";
import { nothingAudited } from "./reports/nothing-audited.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };
const reports = {
  auditedFolder,
  checkedDraft,
  draftInGit,
  everythingClear,
  hostileText,
  mixedFolder,
  nothingAudited,
};

// As it comes with Microsoft's SARIF SDK (MIT), which keeps the schema of OASIS in this form.
const schema = JSON.parse(
  readFileSync(new URL("schemas/sarif-2.1.0.json", import.meta.url), "utf8"),
) as object;
const ajv = new Ajv2020({ strict: false, allErrors: true });
// RFC 3986: nothing but the signs a URI may hold, and "%" only before two digits.
const reference = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;
ajv.addFormat("uri-reference", reference);
ajv.addFormat("uri", (text) => reference.test(text) && URL.canParse(text));
ajv.addFormat("uuid", /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
ajv.addFormat("date-time", (text) => !Number.isNaN(Date.parse(text)));
const validate = ajv.compile(schema);

function runOf(text: string): Log["runs"][number] {
  const [run] = (JSON.parse(text) as Log).runs;
  if (run === undefined) throw new Error("no run");
  return run;
}
const resultsOf = (text: string): Result[] => runOf(text).results ?? [];

describe("the report as SARIF", () => {
  test.each(Object.entries(reports))("%s is valid by the schema of OASIS", (_name, report) => {
    for (const lang of ["sv", "en"] as const) {
      validate(JSON.parse(renderSarif(report, { ...options, lang })));
      expect(validate.errors).toBeNull();
    }
  });

  test("the schema of the test refuses what is wrong", () => {
    const log = JSON.parse(renderSarif(mixedFolder, options)) as { runs: { results: object[] }[] };
    log.runs[0]?.results.push({ message: "no object" });
    expect(validate(log)).toBe(false);
  });

  test.each([
    ["a folder with a bit of everything", "mixed-folder", mixedFolder],
    ["drafts in git", "draft-in-git", draftInGit],
  ])("%s reads as the golden file", async (_what, name, report) => {
    await expect(renderSarif(report, options)).toMatchFileSnapshot(`golden/${name}.expected.sarif`);
  });

  test.each(Object.entries(reports))("%s has a file and a line on every result", (_name, report) => {
    for (const { locations } of resultsOf(renderSarif(report, options))) {
      const place = locations?.[0]?.physicalLocation;
      expect(place?.artifactLocation?.uri).toMatch(/./);
      expect(place?.region?.startLine).toBeGreaterThanOrEqual(1);
    }
  });

  test("a gap stands at the heading that should hold what is missing, with the way down to it", () => {
    const gap = resultsOf(renderSarif(draftInGit, options)).find(({ ruleId }) => ruleId === "G-03");
    expect(gap?.locations?.[0]).toMatchObject({
      physicalLocation: { region: { startLine: 5 } },
      logicalLocations: [{ fullyQualifiedName: "Plan > Barn", kind: "section" }],
    });
  });

  test("a place without lines is said in words and kept as data", () => {
    const gap = resultsOf(renderSarif(mixedFolder, options)).find(({ level }) => level === "error");
    expect(gap?.message.text).toContain("sida 14");
    expect(gap?.properties?.["place"]).toEqual({ page: 14 });
    expect(gap?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 1 });
  });

  test("two equal gaps keep apart, and no fingerprint follows from a line", () => {
    const fingerprintsOf = (report: typeof draftInGit): (string | undefined)[] =>
      resultsOf(renderSarif(report, options)).map(
        ({ partialFingerprints }) => partialFingerprints?.["genomlysFinding/v1"],
      );
    const all = fingerprintsOf(draftInGit);
    expect(all.filter((each) => each?.startsWith("same"))).toEqual(["same", "same-2"]);
    const moved = JSON.parse(
      JSON.stringify(draftInGit).replaceAll('"line":', '"line":10'),
    ) as typeof draftInGit;
    expect(fingerprintsOf(moved)).toEqual(all);
  });

  test("GitHub's own fingerprint is given only where lines do not tell results apart", () => {
    const given = (report: typeof draftInGit, rule: string): boolean[] =>
      resultsOf(renderSarif(report, options))
        .filter(({ ruleId }) => ruleId === rule)
        .map(({ partialFingerprints }) => partialFingerprints?.["primaryLocationLineHash"] !== undefined);
    expect(given(draftInGit, "G-03")).toEqual([false, false]);
    expect(given(mixedFolder, "G-03")).toEqual([true, true]);
  });

  test("levels follow from severity; what a person is to decide has none", () => {
    const results = resultsOf(renderSarif(mixedFolder, options));
    const levelOf = (rule: string): unknown[] =>
      results.filter(({ ruleId }) => ruleId === rule).map(({ kind, level }) => [kind, level]);
    expect(levelOf("G-03")).toEqual([
      ["fail", "error"],
      ["fail", "error"],
    ]);
    expect(levelOf("G-04")).toEqual([["fail", "note"]]);
    expect(levelOf("review")).toEqual([["review", "none"]]);
    expect(levelOf("unread")).toEqual([["fail", "error"]]);
  });

  test("a rule brings its question, suggestion and source as Markdown", () => {
    const rules = runOf(renderSarif(mixedFolder, options)).tool.driver.rules ?? [];
    const help = rules.find(({ id }) => id === "G-03")?.help?.markdown;
    expect(help).toContain("Fråga: Vem använder verksamheten");
    expect(help).toContain("Förslag: Beskriv hur");
    expect(help).toContain("Källa: SKR");
  });

  test("a text that names one section is not the rule's", () => {
    const report = buildReport([
      buildDocument({
        path: "a.md",
        sections: [buildSection({ id: "s1" }), buildSection({ id: "s2" })],
        gaps: [
          buildGap({ section: "s1", recommendation: "Beskriv Skolan." }),
          buildGap({ section: "s2", recommendation: "Beskriv Vården." }),
        ],
      }),
    ]);
    expect(runOf(renderSarif(report, options)).tool.driver.rules?.[0]?.help?.text).not.toContain("Beskriv");
  });

  test("what was not read is a notification, and the run did not succeed", () => {
    const [invocation] = runOf(renderSarif(nothingAudited, options)).invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications).toHaveLength(2);
    expect(runOf(renderSarif(everythingClear, options)).invocations?.[0]?.executionSuccessful).toBe(true);
  });

  test("holds no more than GitHub shows: the gravest, and says so", () => {
    const many = buildReport([
      buildDocument({
        path: "a.md",
        sections: [buildSection({ id: "s1" })],
        gaps: Array.from({ length: mostResults + 10 }, (_, index) =>
          buildGap({ section: "s1", severity: index < 20 ? "low" : "high", fingerprint: String(index) }),
        ),
      }),
    ]);
    const text = renderSarif(many, options);
    expect(resultsOf(text)).toHaveLength(mostResults);
    expect(resultsOf(text).filter(({ level }) => level === "note")).toHaveLength(10);
    expect(runOf(text).invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain(
      "5010 fynd",
    );
    expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
    expect(renderSarif(mixedFolder, options)).not.toContain("RESULTS_CUT");
  });
});

describe("a checked draft as SARIF", () => {
  const run = runOf(renderSarif(checkedDraft, options));
  const at = (line: number): Result | undefined =>
    run.results?.find(({ locations }) => locations?.[0]?.physicalLocation?.region?.startLine === line);

  test("says which findings were there before", () => {
    expect([at(3)?.baselineState, at(7)?.baselineState]).toEqual(["new", "unchanged"]);
  });

  test("says what is suppressed, where and why, and leaves the others alone", () => {
    expect(at(11)?.suppressions).toEqual([
      {
        kind: "inSource",
        status: "accepted",
        justification: "gäller byggnader",
        properties: { owner: "anna", until: "2027-01-31" },
      },
    ]);
    expect(at(3)?.suppressions).toBeUndefined();
  });

  test("makes an error of what fails the check, and of nothing else", () => {
    expect([at(3)?.level, at(15)?.level]).toEqual(["error", "note"]);
  });

  test("holds bars that no finding stands for, and what the change took away", () => {
    const rules = run.results?.map(({ ruleId }) => ruleId);
    expect(rules).toContain("min-coverage");
    expect(rules).toContain("lost-goal");
    expect(rules).not.toContain("missing");
  });

  test("names suppressions that suppress nothing, with their place", () => {
    const told = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(
      told.map(({ descriptor, locations }) => [
        descriptor?.id,
        locations?.[0]?.physicalLocation?.artifactLocation?.uri,
        locations?.[0]?.physicalLocation?.region?.startLine,
      ]),
    ).toEqual([
      ["SUPPRESSION_EXPIRED", "genomlys.config.yaml", 12],
      ["SUPPRESSION_UNUSED", "utkast/plan.md", 20],
    ]);
  });
});

describe("a path as a URI", () => {
  test.each([
    ["plan.md", "plan.md"],
    ["./utkast/plan.md", "utkast/plan.md"],
    ["100 % å.md", "100%20%25%20%C3%A5.md"],
    ["a#b?c.md", "a%23b%3Fc.md"],
    ["kol:on.md", "kol%3Aon.md"],
    ["../plan.md", "../plan.md"],
    ["/srv/å.md", "file:///srv/%C3%A5.md"],
    ["C:/docs/å.md", "file:///C:/docs/%C3%A5.md"],
    ["arkiv.zip/plan.md", "arkiv.zip/plan.md"],
    ["halv\ud800.md", "halv%EF%BF%BD.md"],
  ])("%s is %s", (path, uri) => {
    expect(artifactUri(path)).toBe(uri);
  });

  test.each(["100 % å.md", "a#b?c.md", "kol:on.md", "mapp/[1] x.md"])("%s can be read back", (path) => {
    expect(decodeURIComponent(new URL(artifactUri(path), "file:///rot/").pathname)).toBe(`/rot/${path}`);
  });
});
