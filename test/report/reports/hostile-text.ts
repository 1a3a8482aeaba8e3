// A document whose every text tries to take over the terminal, to reorder the line, to break the table or to fill it.
import {
  buildChain,
  buildDocument,
  buildEvidence,
  buildGap,
  buildReport,
  buildSection,
  buildUnread,
} from "./build-report.ts";

/** Clears the screen, sets the title, sets red, moves the cursor, rings, hides in C1, reorders, and breaks the line. */
const hostile =
  "A\u001b[2J\u001b]0;ägd\u0007B\u001b[31mC\u001b[1;1HD\u0007E\u009b31mF\u202egnp.exe\u2066G\r\nH\u2028I\u0000J\u001b(0K\u001bcL\u007fM\u200bN";

export const hostileText = buildReport([
  buildDocument({
    path: `mapp/${hostile}.pdf`,
    title: hostile,
    type: { id: hostile, confidence: 1, because: [hostile] },
    verdict: "partial",
    coverage: {
      share: 0.3,
      upTo: 0.4,
      byCount: 0.3,
      expected: 3,
      covered: 1,
      review: 1,
      depth: 0.5,
      concentration: 1,
    },
    chain: buildChain("1–––––"),
    sections: [
      buildSection({ id: "s1", number: hostile, heading: hostile, location: { page: 1, label: hostile } }),
      buildSection({
        id: "s2",
        heading: `${hostile} ${"å".repeat(100_000)}`,
        status: "review",
        reviewTerms: [hostile],
        neighbours: [hostile],
        because: [{ rule: hostile, terms: [hostile], count: 1 }],
      }),
      buildSection({
        id: "s3",
        heading: "x\u001b",
        location: { sheet: hostile, row: 2 },
        status: "present",
        level: 1,
      }),
    ],
    evidence: [
      buildEvidence({
        id: "e1",
        section: "s3",
        excerpt: { before: hostile, match: hostile, after: `${hostile}\ue000 slut\ue001` },
      }),
    ],
    discounted: [
      {
        rule: hostile,
        reason: `trap:${hostile}`,
        section: "s3",
        location: { page: 1 },
        excerpt: { before: hostile.repeat(100), match: hostile, after: hostile.repeat(100) },
      },
    ],
    gaps: [
      buildGap({
        section: "s1",
        message: hostile,
        question: hostile,
        recommendation: hostile,
        source: hostile,
      }),
    ],
    notices: [
      { code: "CONTROL_CHARACTERS", message: hostile, hint: hostile, location: { line: 1, column: 1 } },
    ],
  }),
  buildUnread(`${hostile}.docx`, hostile, hostile),
]);
