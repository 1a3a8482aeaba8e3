// A draft after a check: one gap fails, one was there before, one is suppressed; a bar on coverage is missed, a goal was lost.
import { buildDocument, buildGap, buildReport, buildSection } from "./build-report.ts";

const line = (number: number): { line: number; column: number } => ({ line: number, column: 1 });

const built = buildReport([
  buildDocument({
    path: "utkast/plan.md",
    format: "md",
    pages: null,
    verdict: "missing",
    sections: [
      buildSection({ id: "s1", heading: "Ny", path: ["Ny"], location: line(3) }),
      buildSection({ id: "s2", heading: "Gammal", path: ["Gammal"], location: line(7) }),
      buildSection({ id: "s3", heading: "Undantagen", path: ["Undantagen"], location: line(11) }),
      buildSection({ id: "s4", heading: "Under", path: ["Under"], location: line(15) }),
    ],
    gaps: [
      buildGap({ section: "s1", severity: "medium", location: line(3), baseline: "new", failing: true }),
      buildGap({ section: "s2", location: line(7), baseline: "unchanged" }),
      buildGap({
        section: "s3",
        location: line(11),
        baseline: "new",
        suppressed: { kind: "inSource", reason: "gäller byggnader", owner: "anna", until: "2027-01-31" },
      }),
      buildGap({ section: "s4", rule: "G-09", severity: "low", location: line(15), baseline: "new" }),
    ],
    suppressions: [
      {
        kind: "inSource",
        reason: "gammalt skäl",
        state: "unused",
        findings: 0,
        names: { fingerprint: "", rule: "G-03", path: "", section: "" },
        location: line(20),
      },
    ],
    check: {
      outcome: "failed",
      message: "Täckningen är 41 %, lägst 60 % krävs.",
      bars: [
        {
          bar: "min-coverage",
          outcome: "missed",
          wanted: 60,
          found: 41,
          findings: [],
          message: "Täckningen är 41 %, lägst 60 % krävs.",
        },
        {
          bar: "missing",
          outcome: "missed",
          wanted: 0,
          found: 1,
          findings: ["fp-s1"],
          message: "1 ny lucka.",
        },
        { bar: "unmet", outcome: "met", wanted: 0, found: 0, findings: [], message: "" },
        {
          bar: "min-level",
          outcome: "notJudged",
          wanted: 2,
          found: null,
          findings: [],
          message: "För lite läst.",
        },
      ],
      lost: [
        {
          fingerprint: "lost1",
          rule: "lost-goal",
          severity: "high",
          section: null,
          location: null,
          message: "Ändringen tar bort det enda målet om kvinnor och män.",
          question: "Är det avsett?",
          recommendation: "Sätt tillbaka målet.",
          failing: true,
        },
      ],
    },
  }),
]);

export const checkedDraft = {
  ...built,
  suppressions: [
    {
      kind: "external" as const,
      reason: "väntar på ny mall",
      until: "2026-01-31",
      state: "expired" as const,
      findings: 0,
      names: { fingerprint: "fp", rule: "", path: "", section: "" },
      where: { path: "genomlys.config.yaml", line: 12 },
    },
  ],
};
