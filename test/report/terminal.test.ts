import { describe, expect, test } from "vitest";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { renderTerminal } from "../../src/report/terminal/render-terminal.ts";
import { displayWidth } from "../../src/report/terminal/lay-out.ts";
import { buildDocument, buildEvidence, buildGap, buildReport, buildSection } from "./reports/build-report.ts";
import { everythingClear } from "./reports/everything-clear.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";
import { nothingAudited } from "./reports/nothing-audited.ts";

const screen: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };
const piped: RenderOptions = { ...screen, unicode: false };
const reports = { everythingClear, mixedFolder, nothingAudited, hostileText };

/** What a terminal would obey or a reader not see: everything but line breaks that is not printed. */

const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

const colours = /\u001b\[\d+m/g;

describe("the report on a screen of 80 columns", () => {
  test("a folder with a bit of everything", () => {
    expect(renderTerminal(mixedFolder, screen)).toMatchSnapshot();
  });

  test("one clear document, unfolded", () => {
    expect(renderTerminal(everythingClear, { ...screen, details: true })).toMatchSnapshot();
  });

  test("piped to a log: no bars, no lines of box signs, no bullets", () => {
    const text = renderTerminal(mixedFolder, piped);
    expect(text).toMatchSnapshot();
    expect(text).not.toMatch(/[█░─•…»«·]/);
  });

  test("in English, with no Swedish words of ours", () => {
    const text = renderTerminal(nothingAudited, { ...screen, lang: "en" });
    expect(text).toContain("No document could be audited");
    expect(text).toContain("2 files could not be audited");
    expect(text).not.toMatch(/dokument kunde|Omdöme|Gör så här/);
  });
});

describe("every report, every width, every option", () => {
  const cases = Object.entries(reports).flatMap(([name, report]) =>
    [60, 80, 130].flatMap((width) =>
      (["sv", "en"] as const).flatMap((lang) =>
        [true, false].flatMap((unicode) =>
          [true, false].map((details) => ({
            name,
            report,
            options: { lang, details, width, colour: false, unicode },
          })),
        ),
      ),
    ),
  );

  test("no line is wider than the screen", () => {
    for (const { name, report, options } of cases) {
      for (const line of renderTerminal(report, options).split("\n")) {
        expect(displayWidth(line), `${name} ${JSON.stringify(options)}: ${line}`).toBeLessThanOrEqual(
          options.width,
        );
      }
    }
  });

  test("no text of a document reaches the screen as anything but letters", () => {
    for (const { report, options } of cases) {
      expect(renderTerminal(report, options)).not.toMatch(unprintable);
      const coloured = renderTerminal(report, { ...options, colour: true }).replace(colours, "");
      expect(coloured).not.toMatch(unprintable);
      expect(coloured).not.toContain("[31m");
      expect(coloured).not.toContain("[2J");
    }
  });

  test("colour adds nothing but colour", () => {
    for (const { report, options } of cases) {
      const coloured = renderTerminal(report, { ...options, colour: true });
      expect(coloured).toMatch(colours);
      expect(coloured.replace(colours, "")).toBe(renderTerminal(report, options));
    }
  });

  test("no message is left with an open slot", () => {
    for (const { report, options } of cases) {
      if (report !== hostileText)
        expect(renderTerminal(report, options)).not.toMatch(/\{|\}|undefined|NaN|\?\?/);
    }
  });
});

describe("what is shown of a document", () => {
  const gap = (section: string, severity: "high" | "medium" | "low", question: string) =>
    buildGap({ section, severity, question, rule: question });
  const sections = ["s1", "s2", "s3", "s4", "s5", "s6", "s7"].map((id, index) =>
    buildSection({
      id,
      number: String(index + 1),
      heading: `Rubrik ${id}`,
      location: { line: index + 1, column: 1 },
    }),
  );
  const coverage = { ...mixedFolder.documents[0]?.coverage, expected: 7, covered: 0, review: 0 };
  const withGaps = buildReport([
    buildDocument({
      path: "a.txt",
      verdict: "missing",
      coverage: coverage as (typeof mixedFolder.documents)[number]["coverage"],
      sections,
      gaps: [
        gap("s1", "low", "Fråga L"),
        gap("s2", "medium", "Fråga M"),
        gap("s3", "high", "Fråga H"),
        gap("s4", "high", "Fråga G"),
        gap("s5", "high", "Fråga G"),
        gap("s6", "medium", "Fråga N"),
        gap("s7", "low", "Fråga sist"),
      ],
    }),
  ]);

  test("the gravest gaps come first, at most five, and the same question once", () => {
    const text = renderTerminal(withGaps, screen);
    const order = ["Fråga G", "Fråga H", "Fråga M", "Fråga N", "Fråga L"].map((question) =>
      text.indexOf(question),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(text).not.toContain("Fråga sist");
    expect(text.split("Fråga G")).toHaveLength(2);
    expect(text).toContain("Även i 5 Rubrik s5, rad 5.");
    expect(text).toContain("Största luckorna (5 av 6)");
  });

  test("a missing section that no gap names is named all the same", () => {
    expect(renderTerminal(withGaps, screen)).toMatch(/Saknas även i ett avsnitt\n {2}• 7 Rubrik s7, rad 7/);
  });

  test("one gap is called the gap, the same in two sections is not", () => {
    const [document] = withGaps.documents;
    if (document === undefined) throw new Error("no document");
    const heading = (...gaps: readonly ReturnType<typeof gap>[]): string =>
      /^ {2}(?:Luckan|Största luckorna)$/m.exec(
        renderTerminal(buildReport([{ ...document, gaps }]), screen),
      )?.[0] ?? "";
    expect(heading(gap("s4", "high", "Fråga G"))).toBe("  Luckan");
    expect(heading(gap("s4", "high", "Fråga G"), gap("s5", "high", "Fråga G"))).toBe("  Största luckorna");
    expect(heading(gap("s4", "high", "Fråga G"), gap("s3", "high", "Fråga H"))).toBe("  Största luckorna");
  });

  test("does not say that there are no gaps when sections are missing without a remedy", () => {
    const [document] = withGaps.documents;
    if (document === undefined) throw new Error("no document");
    const text = renderTerminal(buildReport([{ ...document, gaps: [] }]), screen);
    expect(text).not.toContain("Inga luckor");
    expect(text).toContain("Saknas i 7 avsnitt");
  });

  test("sections to judge stand before the gaps, with their words", () => {
    const text = renderTerminal(mixedFolder, screen);
    expect(text.indexOf('"omsorgsansvar", "hemarbete"')).toBeGreaterThan(0);
    expect(text.indexOf('"omsorgsansvar"')).toBeLessThan(text.indexOf("Största luckorna"));
  });

  test("a link of the chain that no section carries is a dash, one without the perspective is 0", () => {
    const row = renderTerminal(mixedFolder, screen)
      .split("\n")
      .find((line) => line.startsWith("mal-och-budget"));
    expect(row).toContain("2 3 – 0 4  –");
  });

  test("nothing expected is a dash, never 0 %", () => {
    const text = renderTerminal(mixedFolder, screen);
    expect(text.split("\n").find((line) => line.startsWith("bilaga.txt"))).toMatch(/ – +– +– /);
    expect(text).not.toMatch(/(^|\s)0 %/m);
  });

  test("a section without a heading is called what it is", () => {
    const document = buildDocument({
      path: "a.txt",
      verdict: "missing",
      coverage: coverage as (typeof mixedFolder.documents)[number]["coverage"],
      sections: [
        buildSection({ id: "s1", heading: "", depth: 0 }),
        buildSection({ id: "s14", heading: " \u200b", depth: 1 }),
      ],
    });
    const text = renderTerminal(buildReport([document]), screen);
    expect(text).toContain("inledande text, sida 1");
    expect(text).toContain("del 14, sida 1");
  });

  test("the words of the tool's limits close every report", () => {
    for (const report of Object.values(reports)) {
      expect(renderTerminal(report, { ...screen, width: 200 })).toContain(
        "Verktyget läser ord och mönster i texten.",
      );
    }
  });
});

describe("--details", () => {
  const text = renderTerminal(mixedFolder, { ...screen, details: true });

  test("shows evidence in its sentence with the match marked, and its place", () => {
    expect(text).toContain("sida 20, styrs, mål: Nämnden ska redovisa »könsuppdelad statistik« varje");
  });

  test("shows what was found and not counted, and why", () => {
    expect(text.replace(/\s+/g, " ")).toContain(
      "Privata utförare ska »jämställas« med kommunala. (ser bara ut som perspektivet: jamstalls-med)",
    );
  });

  test("shows recommendation and source of a gap, which the short report leaves out", () => {
    expect(text).toContain("Förslag: Beskriv hur området ser ut för kvinnor och män.");
    expect(text).toContain("Källa: SKR, Jämställdhetsintegrering");
    expect(renderTerminal(mixedFolder, screen)).not.toContain("Förslag:");
  });

  test("does not unfold what is not expected to hold the perspective", () => {
    expect(text).toContain("Ett avsnitt väntas inte ha perspektivet och visas inte.");
    expect(text).not.toContain("inledande text");
  });

  test("shows a sentence once, with all its matches marked, at the deepest level", () => {
    const sentence = "Kvinnor och män ska få lika lön enligt lönekartläggningen.";
    const found = (match: string, level: 1 | 2 | 3) => {
      const start = sentence.indexOf(match);
      const excerpt = {
        before: sentence.slice(0, start),
        match,
        after: sentence.slice(start + match.length),
      };
      return buildEvidence({ id: match, section: "s1", level, excerpt });
    };
    const document = buildDocument({
      path: "a.txt",
      sections: [buildSection({ id: "s1", status: "present", level: 3 })],
      evidence: [
        found("Kvinnor och män", 1),
        found("lika lön", 3),
        found("lön", 2),
        found("lönekartläggning", 2),
        buildEvidence({ id: "e9", section: "s1", location: { page: 10 } }),
      ],
    });
    const unfolded = renderTerminal(buildReport([document]), { ...screen, width: 100, details: true });
    expect(unfolded).toContain(
      "• sida 9, styrs, mål: »Kvinnor och män« ska få »lika lön« enligt »lönekartläggning«en.",
    );
    expect(unfolded.split("»lika lön«")).toHaveLength(2);
    expect(unfolded).toContain("• sida 10, styrs, mål: Nämnden");
  });

  test("colours only the match, also over a line break and among the document's own signs", () => {
    const document = buildDocument({
      path: "a.txt",
      sections: [buildSection({ id: "s1", status: "present", level: 1 })],
      evidence: [
        {
          id: "e1",
          rule: "r",
          section: "s1",
          level: 1,
          strength: "weak",
          policyGoals: [],
          chain: "goal",
          location: { page: 1 },
          excerpt: {
            before: "»Citat« ".repeat(6),
            match: "ett långt fynd över radens slut",
            after: " »efter«",
          },
        },
      ],
    });
    const coloured = renderTerminal(buildReport([document]), { ...screen, details: true, colour: true });

    const bold = [...coloured.matchAll(/\u001b\[1m([^\u001b]*)\u001b\[22m/g)].map((match) => match[1]);
    const painted = bold.join(" ");
    expect(painted).toContain("»ett långt fynd över radens slut«");
    expect(painted).not.toContain("Citat");
    expect(painted).not.toContain("efter«");
  });
});
