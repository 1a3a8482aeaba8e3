import { describe, expect, test } from "vitest";
import { renderCheckstyle } from "../../src/report/ci/checkstyle.ts";
import { renderGithub } from "../../src/report/ci/github.ts";
import { renderGitlab } from "../../src/report/ci/gitlab.ts";
import { renderJunit } from "../../src/report/ci/junit.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { xmlAttributes, xmlText } from "../../src/report/ci/xml-text.ts";
import { elementsOf, readXml, type XmlElement } from "./read-xml.ts";
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

describe("golden files", () => {
  test.each([
    ["github.txt", renderGithub],
    ["gitlab.json", renderGitlab],
    ["junit.xml", renderJunit],
    ["checkstyle.xml", renderCheckstyle],
  ])("drafts in git as %s", async (name, render) => {
    await expect(render(draftInGit, options)).toMatchFileSnapshot(`golden/draft-in-git.expected.${name}`);
  });
});

describe("workflow commands of GitHub", () => {
  const linesOf = (text: string): string[] => text.trimEnd().split("\n");
  /** 15 errors and 3 warnings in each of two documents. */
  const many = buildReport(
    ["a.md", "b.md"].map((path) =>
      buildDocument({
        path,
        sections: [buildSection({ id: "s1" })],
        gaps: Array.from({ length: 18 }, (_, index) =>
          buildGap({
            section: "s1",
            severity: index < 3 ? "medium" : "high",
            location: { line: index + 1, column: 1 },
          }),
        ),
      }),
    ),
  );

  test("name file and line, escaped as a property, and keep the message on one line", () => {
    const lines = linesOf(renderGithub(draftInGit, options));
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^::error file=utkast\/100 %25 å%2C plan%3A ny\.md,line=5,title=[^:,]*::.*%0AFråga: /,
      ),
    );
  });

  test("name no line where a format has none", () => {
    expect(renderGithub(mixedFolder, options)).not.toContain("line=");
    expect(renderGithub(mixedFolder, options)).toContain("sida 14");
  });

  test("are at most ten errors, ten warnings and one notice that counts the rest", () => {
    const lines = linesOf(renderGithub(many, options));
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(6);
    expect(lines).toHaveLength(17);
    expect(lines.at(-1)).toContain("16 av 36 visas här");
  });

  test("let every document come to word", () => {
    const errors = linesOf(renderGithub(many, options)).filter((line) => line.startsWith("::error "));
    expect(errors.filter((line) => line.includes("file=b.md"))).toHaveLength(5);
  });

  test("say that nothing was found when nothing was", () => {
    expect(renderGithub(everythingClear, options)).toBe(
      "::notice title=genomlys::1 dokument granskat: 1 lyfts tydligt. Inga fynd.\n",
    );
  });

  test("do not let a document write a command of its own", () => {
    for (const line of linesOf(renderGithub(hostileText, options))) {
      expect(line).toMatch(/^::(?:error|warning|notice) [^:]*::[^\r\n]*$/);
    }
    const forged = buildReport([
      buildDocument({
        path: "a.md\n::error::ägd",
        sections: [buildSection({ id: "s1", heading: "x\n::stop-commands::t" })],
        gaps: [buildGap({ section: "s1", message: "a\n::add-mask::b" })],
      }),
    ]);
    expect(linesOf(renderGithub(forged, options))).toHaveLength(2);
  });
});

describe("the report for GitLab Code Quality", () => {
  interface Issue {
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const issuesOf = (report: typeof draftInGit): Issue[] =>
    JSON.parse(renderGitlab(report, options)) as Issue[];

  test.each(Object.entries(reports))("%s has no fingerprint twice", (_name, report) => {
    const all = issuesOf(report).map(({ fingerprint }) => fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });

  test("the same gap in two documents is two issues", () => {
    const one = (path: string) =>
      buildDocument({ path, sections: [buildSection({ id: "s1" })], gaps: [buildGap({ section: "s1" })] });
    expect(
      new Set(issuesOf(buildReport([one("a.md"), one("b.md")])).map((each) => each.fingerprint)).size,
    ).toBe(2);
  });

  test("fingerprints stay when lines move", () => {
    const moved = JSON.parse(
      JSON.stringify(draftInGit).replaceAll('"line":', '"line":10'),
    ) as typeof draftInGit;
    expect(issuesOf(moved).map(({ fingerprint }) => fingerprint)).toEqual(
      issuesOf(draftInGit).map(({ fingerprint }) => fingerprint),
    );
    expect(issuesOf(moved)).not.toEqual(issuesOf(draftInGit));
  });

  test("paths and lines are those of the repository, severities those of GitLab", () => {
    expect(issuesOf(draftInGit).find(({ check_name }) => check_name === "G-03")).toMatchObject({
      severity: "major",
      location: { path: "utkast/100 % å, plan: ny.md", lines: { begin: 5 } },
    });
    for (const { severity } of issuesOf(mixedFolder)) {
      expect(["info", "minor", "major", "critical", "blocker"]).toContain(severity);
    }
  });

  test("nothing found is an empty list", () => {
    expect(renderGitlab(everythingClear, options)).toBe("[]\n");
  });
});

describe("the report as JUnit", () => {
  const casesOf = (root: XmlElement): XmlElement[] => elementsOf(root, "testcase");
  const caseOf = (root: XmlElement, name: string): XmlElement | undefined =>
    casesOf(root).find(({ attributes }) => attributes["name"] === name);
  const outcomeOf = (each: XmlElement | undefined): string | undefined => each?.children[0]?.name;

  test.each(Object.entries(reports))("%s is well-formed, and its counts are right", (_name, report) => {
    const root = readXml(renderJunit(report, options));
    expect(root.name).toBe("testsuites");
    const suites = elementsOf(root, "testsuite");
    expect(suites).toHaveLength(report.documents.length);
    for (const each of [root, ...suites]) {
      expect(each.attributes).toMatchObject({
        tests: String(casesOf(each).length),
        failures: String(elementsOf(each, "failure").length),
        errors: String(elementsOf(each, "error").length),
        skipped: String(elementsOf(each, "skipped").length),
      });
    }
    for (const suite of suites) {
      const names = casesOf(suite).map(({ attributes }) => attributes["name"]);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const each of casesOf(root)) expect(each.children.length).toBeLessThanOrEqual(1);
  });

  test("a case is an expected section or a requirement, not a section where nothing is expected", () => {
    const root = readXml(renderJunit(mixedFolder, options));
    expect(caseOf(root, "3.2 Barn och ungas hälsa")).toBeDefined();
    expect(caseOf(root, "inledande text")).toBeUndefined();
  });

  test("missing fails, present passes, to judge and unread are skipped", () => {
    const mixed = readXml(renderJunit(mixedFolder, options));
    expect(outcomeOf(caseOf(mixed, "3.2 Barn och ungas hälsa"))).toBe("failure");
    expect(outcomeOf(caseOf(mixed, "4 Personal"))).toBeUndefined();
    expect(outcomeOf(caseOf(mixed, "5.1 Anhörigstöd"))).toBe("skipped");
    expect(outcomeOf(caseOf(readXml(renderJunit(draftInGit, options)), "Plan > Stöd"))).toBe("skipped");
  });

  test("a requirement fails when unmet, and neither fails nor passes when met in part or unread", () => {
    const audited = readXml(renderJunit(auditedFolder, options));
    const starting = (id: string): XmlElement | undefined =>
      casesOf(audited).find(({ attributes }) => attributes["name"]?.startsWith(id));
    expect(outcomeOf(starting("K-MB-05"))).toBe("failure");
    expect(outcomeOf(starting("K-MB-06"))).toBe("skipped");
    expect(starting("K-MB-07")?.children).toEqual([]);
    expect(starting("K-MB-08")).toBeUndefined();
    const draft = readXml(renderJunit(draftInGit, options));
    expect(outcomeOf(caseOf(draft, "K-ALL-04 Uppföljningen visar kvinnor och män"))).toBe("skipped");
  });

  test("a gap in depth does not fail a section that has the perspective", () => {
    expect(outcomeOf(caseOf(readXml(renderJunit(draftInGit, options)), "Plan"))).toBeUndefined();
  });

  test("a document that was not read is an error", () => {
    const [suite] = elementsOf(readXml(renderJunit(nothingAudited, options)), "testsuite");
    expect(suite?.attributes["errors"]).toBe("1");
  });
});

describe("the report as Checkstyle", () => {
  test.each(Object.entries(reports))(
    "%s is well-formed, with a line and a known severity",
    (_name, report) => {
      const root = readXml(renderCheckstyle(report, options));
      expect(elementsOf(root, "file")).toHaveLength(report.documents.length);
      for (const { attributes } of elementsOf(root, "error")) {
        expect(Number(attributes["line"])).toBeGreaterThanOrEqual(1);
        expect(["error", "warning", "info"]).toContain(attributes["severity"]);
        expect(attributes["source"]).toMatch(/^genomlys\../);
      }
    },
  );
});

describe("a checked draft", () => {
  test("GitHub is told what is new; what was accepted is counted", () => {
    const lines = renderGithub(checkedDraft, options).trimEnd().split("\n");
    expect(lines.filter((each) => each.startsWith("::error "))).toHaveLength(3);
    expect(lines.join("\n")).not.toMatch(/line=(?:7|11),/);
    expect(lines.at(-1)).toContain("2 godtagna sedan tidigare");
  });

  test.each([
    ["GitLab", renderGitlab],
    ["Checkstyle", renderCheckstyle],
  ])("%s does not hear of what was accepted", (_name, render) => {
    expect(render(checkedDraft, options)).toContain("rad 3.");
    expect(render(checkedDraft, options)).not.toMatch(/rad (?:7|11)\./);
  });

  test("JUnit fails what fails the check, and skips what was accepted or lies below the bar", () => {
    const cases = elementsOf(readXml(renderJunit(checkedDraft, options)), "testcase");
    expect(
      Object.fromEntries(cases.map(({ attributes, children }) => [attributes["name"], children[0]?.name])),
    ).toEqual({
      "lost-goal": "failure",
      "min-coverage": "failure",
      missing: "failure",
      unmet: undefined,
      "min-level": "skipped",
      Ny: "failure",
      Gammal: "skipped",
      Undantagen: "skipped",
      Under: "skipped",
    });
  });
});

describe("text in XML", () => {
  test("loses what XML 1.0 cannot hold, and nothing else", () => {
    expect(xmlText("a\u0000b\u001b[0m\ufffec\ud800d\u{1f600}\ttab")).toBe("ab[0mcd\u{1f600}\ttab");
  });

  test("comes back as it was", () => {
    const text = "<a href=\"b\"> & 'c' ]]>\n\td\r";
    const xml = `<?xml version="1.0"?><x${xmlAttributes({ y: text, left: undefined })}>${xmlText(text)}</x>`;
    const element = readXml(xml);
    expect(element.attributes).toEqual({ y: text });
    expect(element.text).toBe(text);
  });
});
