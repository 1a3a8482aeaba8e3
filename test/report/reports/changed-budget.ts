// Hand-made comparisons of what two years say.
import { compareReports } from "../../../src/compare/compare-reports.ts";
import type { Comparison } from "../../../src/model/comparison.ts";
import type { DocumentReport } from "../../../src/model/report.ts";
import {
  buildDocument,
  buildEvidence,
  buildGap,
  buildReport,
  buildSection,
  buildUnread,
} from "./build-report.ts";

const coverage = (share: number, covered: number): DocumentReport["coverage"] => ({
  share,
  upTo: share,
  byCount: share,
  expected: 4,
  covered,
  review: 0,
  depth: covered / 2,
  concentration: null,
});
/** The heading that is found again under another number. */
export const health = "Barn och ungas hälsa";

export const before = buildDocument({
  path: "2018/budget.pdf",
  coverage: coverage(0.2, 1),
  verdict: "partial",
  sections: [
    buildSection({ id: "s1", number: "1", heading: "Vägar", location: { page: 2 } }),
    buildSection({ id: "s2", number: "2", heading: health, location: { page: 3 } }),
    buildSection({
      id: "s3",
      number: "3",
      heading: "Löner",
      location: { page: 5 },
      level: 2,
      status: "present",
    }),
  ],
  evidence: [buildEvidence({ id: "e1", section: "s3", level: 2 })],
  gaps: [
    buildGap({ section: "s1", fingerprint: "vägar" }),
    buildGap({ section: "s2", fingerprint: "hälsa", message: "Barnen är varken flickor eller pojkar." }),
  ],
});
const after = buildDocument({
  path: "2019/budget.pdf",
  coverage: coverage(0.6, 2),
  verdict: "clear",
  sections: [
    buildSection({
      id: "s1",
      number: "1",
      heading: health,
      location: { page: 2 },
      level: 3,
      status: "present",
    }),
    buildSection({ id: "s2", number: "2", heading: "Löner", location: { page: 4 } }),
    buildSection({ id: "s3", number: "3", heading: "Kultur", location: { page: 6 } }),
  ],
  evidence: [buildEvidence({ id: "e1", section: "s1" })],
  gaps: [
    buildGap({ section: "s2", fingerprint: "löner", message: "Lönerna visas inte för kvinnor och män." }),
    buildGap({ section: "s3", fingerprint: "kultur" }),
  ],
});
const others = [buildDocument({ path: "plan.pdf" }), buildUnread("låst.pdf", "Filen är låst.", "")];
/** Two years: a budget that has changed, a plan that is gone and a file that could not be read. */
export const changedBudget: Comparison = compareReports(
  { name: "2018.json", report: buildReport([before, ...others]) },
  { name: "2019.json", report: buildReport([after]) },
);

const headings = Array.from({ length: 18 }, (_, index) => `${String(index + 1)} Område`);
const plan = (path: string, level: 0 | 3): DocumentReport =>
  buildDocument({
    path,
    coverage: coverage(level === 0 ? 0 : 1, level === 0 ? 0 : 18),
    verdict: level === 0 ? "missing" : "clear",
    sections: headings.map((heading, index) =>
      buildSection({
        id: `s${String(index + 1)}`,
        heading,
        level,
        status: level === 0 ? "missing" : "present",
      }),
    ),
    evidence:
      level === 0
        ? []
        : headings.map((_, index) =>
            buildEvidence({ id: `e${String(index + 1)}`, section: `s${String(index + 1)}`, level }),
          ),
  });

/** Two documents on both sides, one of them with so many changes that they are folded. */
export const changedFolder: Comparison = compareReports(
  { name: "styrdokument 2018", report: buildReport([before, plan("2018/plan.pdf", 0)]) },
  { name: "styrdokument 2019", report: buildReport([after, plan("2019/plan.pdf", 3)]) },
);
