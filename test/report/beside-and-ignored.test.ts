import { describe, expect, test } from "vitest";
import type { BesideReport, DocumentReport, Report } from "../../src/model/report.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { renderTerminal } from "../../src/report/terminal/render-terminal.ts";
import { buildDocument, buildReport, buildSection } from "./reports/build-report.ts";

const screen: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

const chainWith = (chain: DocumentReport["chain"], changes: Partial<DocumentReport["chain"]>) => ({
  ...chain,
  ...changes,
});

const document = buildDocument({
  path: "plan.md",
  sections: [buildSection({ id: "s1", heading: "Skola" }), buildSection({ id: "s2", heading: "Trafik" })],
});
const plain = buildReport([document]);

function withBeside(changes: Partial<BesideReport> = {}): Report {
  const beside: BesideReport = {
    pack: "barnratt",
    coverage: { ...document.coverage, share: 0.25, expected: 2, covered: 1, review: 0 },
    verdict: "partial",
    flags: ["waiver"],
    chain: document.chain,
    sections: [
      { id: "s1", expected: true, level: 2, status: "present", chain: [], flags: [] },
      { id: "s2", expected: true, level: 0, status: "missing", chain: [], flags: [] },
    ],
    ...changes,
  };
  const report = buildReport([{ ...document, beside: [beside] }]);
  const title = { sv: "Barnrätt", en: "Children's rights" };
  return { ...report, packs: [...report.packs, { id: "barnratt", version: "1.0.0", sha256: "", title }] };
}

describe("a second pack", () => {
  test("has its own row in the table, and its own paragraph with verdict, figures and missing sections", () => {
    const text = renderTerminal(withBeside(), screen);
    expect(text).toMatch(/^ {2}Barnrätt +.*25 %.*finns delvis$/m);
    expect(text).toContain("  Barnrätt: finns delvis\n    Perspektivet finns i 1 av 2 avsnitt");
    expect(text).toContain("    Att märka: avfärdas utan analys.");
    expect(text).toContain("    Saknas i 1 avsnitt: Trafik.");
    expect(renderTerminal(withBeside(), { ...screen, lang: "en" })).toContain(
      "Children's rights: partly there",
    );
  });

  test("says of each section what it makes of it, with --details", () => {
    const text = renderTerminal(withBeside(), { ...screen, details: true });
    expect(text).toContain("    Barnrätt: finns, nivå 2, beskrivs");
    expect(text).toContain("    Barnrätt: saknas");
  });

  test("is not spoken of when there is one pack", () => {
    expect(renderTerminal(plain, screen)).not.toMatch(/Barnrätt|^ {2}\S+: (?:finns|lyfts|saknas)/m);
  });

  test("that the report does not name is called by its id", () => {
    expect(renderTerminal(withBeside({ pack: "okänt" }), screen)).toContain("okänt: finns delvis");
  });
});

describe("documents that the configuration leaves out", () => {
  const ignored = [
    { path: "gamla/a.pdf", reason: "Ersatt", until: "2027-12-31" },
    { path: "b.pdf", reason: "Utkast\u001b[31m", until: null },
  ];

  test("stand in the report with their reasons and last days", () => {
    const text = renderTerminal({ ...plain, ignored }, screen);
    expect(text).toContain("Undantagna dokument\n");
    expect(text).toContain('  gamla/a.pdf: "Ersatt" (till och med 2027-12-31)');
    expect(text).toMatch(/^ {2}b\.pdf: "Utkast[^\u001b]*"$/m);
  });

  test("are not spoken of when there are none", () => {
    expect(renderTerminal(plain, screen)).not.toContain("Undantagna");
  });
});

describe("the steering chain", () => {
  const coverage = { ...document.coverage, share: 0.3, expected: 3, covered: 1 };
  const link = { expected: 2, covered: 0, review: 0, level: 0 } as const;
  const render = (changes: Partial<DocumentReport["chain"]>): string =>
    renderTerminal(
      buildReport([{ ...document, coverage, chain: chainWith(document.chain, changes) }]),
      screen,
    );

  test("names a link without evidence as missing, and not one that is left to a person", () => {
    const text = render({ goal: link, action: { ...link, review: 1 } });
    expect(text).toMatch(/Saknas i styrkedjan: (?!.*åtgärd).*mål/);
    expect(text).toContain("Att bedöma i styrkedjan: åtgärd.");
    expect(text).toContain("Ett frågetecken:");
  });

  test("does not call a link missing that has a level", () => {
    expect(render({ action: { ...link, level: 3 } })).not.toMatch(/styrkedjan: .*åtgärd/);
    expect(render({})).not.toContain("Ett frågetecken:");
  });
});

describe("damaged text", () => {
  const review = buildSection({ id: "s9", heading: "Läget", status: "review", reviewTerms: [] });
  const render = (changes: Partial<DocumentReport>): string =>
    renderTerminal(buildReport([{ ...document, gaps: [], sections: [review], ...changes }]), screen);

  test("is the reason why a section is to be judged: no words are spoken of, and no comfort is given", () => {
    const text = render({ flags: ["damagedText"] });
    expect(text).toContain("Texten är skadad: ord om perspektivet kan ha gått förlorade.");
    expect(text).not.toContain("Ord här kan handla om perspektivet");
    expect(text).not.toContain("Inga luckor hittades");
  });

  test("is not the reason where the text is whole", () => {
    const sections = [{ ...review, reviewTerms: ["balans"] }];
    const text = render({ sections });
    expect(text).toContain("Ord här kan handla om perspektivet");
    expect(text).not.toContain("Texten är skadad");
  });
});
