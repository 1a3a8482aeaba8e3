// One report with all that a format may have to show: five verdicts, links in every state, requirements, suppressed gaps,
// bars of a check, a file that was not read, and text that tries to be more than text.
import type { Report } from "../../../src/model/report.ts";
import { auditedFolder } from "./audited-folder.ts";
import { buildDocument, buildGap, buildReport, buildSection } from "./build-report.ts";
import { checkedDraft } from "./checked-draft.ts";

const [first, ...others] = auditedFolder.documents;
if (first === undefined) throw new Error("the report that this one is made of has lost its documents");

const links = { expected: 4, covered: 0, review: 0, level: 0 } as const;

const built = buildReport([
  {
    ...first,
    chain: {
      ...first.chain,
      responsibility: { ...links, review: 1 },
      followUp: { ...links, covered: 2 },
    },
  },
  ...others,
  buildDocument({
    path: "farlig/<plan>.md",
    title: "=1+1 <b>Plan</b>",
    format: "md",
    pages: null,
    type: { id: "verksamhetsplan", confidence: 1, because: ["title: verksamhetsplan"] },
    sections: [
      buildSection({
        id: "s1",
        number: "1",
        heading: "Skola | [länk](http://x.se)",
        location: { line: 3, column: 1 },
      }),
      buildSection({ id: "s2", number: "2", heading: "Trafik", location: { line: 9, column: 1 } }),
    ],
    gaps: [
      buildGap({ section: "s1", fingerprint: "f-skola", location: { line: 3, column: 1 } }),
      buildGap({
        section: "s2",
        fingerprint: "f-trafik",
        location: { line: 9, column: 1 },
        suppressed: {
          kind: "external",
          reason: "Uppdelas efter avtal",
          owner: "Anna",
          until: "2027-01-31",
        },
      }),
    ],
  }),
  ...checkedDraft.documents,
]);

export const steeringDocuments: Report = {
  ...auditedFolder,
  documents: built.documents,
  summary: built.summary,
  suppressions: checkedDraft.suppressions,
};
