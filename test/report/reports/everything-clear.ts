// One short strategy that raises the perspective throughout: nothing to judge, no gap, no notice.
import { buildChain, buildDocument, buildEvidence, buildReport, buildSection } from "./build-report.ts";

export const everythingClear = buildReport([
  buildDocument({
    path: "strategi.docx",
    format: "docx",
    pages: null,
    verdict: "clear",
    coverage: {
      share: 1,
      upTo: 1,
      byCount: 1,
      expected: 3,
      covered: 3,
      review: 0,
      depth: 3,
      concentration: 0.34,
    },
    flags: ["transformative"],
    chain: buildChain("244–34"),
    policyGoals: { "1": 1, "2": 2 },
    sections: [1, 2, 3].map((n) =>
      buildSection({
        id: `s${String(n)}`,
        number: String(n),
        heading: ["Nuläge", "Mål", "Uppföljning"][n - 1] ?? "",
        location: { paragraph: n * 10 },
        level: n === 1 ? 2 : 4,
        status: "present",
        chain: ["goal"],
      }),
    ),
    evidence: [1, 2, 3].map((n) =>
      buildEvidence({ id: `e${String(n)}`, section: `s${String(n)}`, location: { paragraph: n * 10 + 1 } }),
    ),
  }),
]);
