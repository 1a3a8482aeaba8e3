// A strategy, a budget and a plan with everything that a report can hold: stages, thresholds, requirements, notices.
import type { Report } from "../../../src/model/report.ts";
import { buildChain, buildDocument, buildReport } from "./build-report.ts";
import { everythingClear } from "./everything-clear.ts";
import { mixedFolder } from "./mixed-folder.ts";

const [budget, , confined, , locked] = mixedFolder.documents;
const [strategy] = everythingClear.documents;
if (budget === undefined || confined === undefined || locked === undefined || strategy === undefined) {
  throw new Error("the reports that this one is made of have lost a document");
}

const requirement = {
  rule: "k-mb-05",
  severity: "high",
  searched: ["s2", "s3", "s5"],
  section: "s2",
  location: { page: 14 },
  lacking: [],
  review: [],
  because: null,
  message: "Målen säger inget om kvinnor och män.",
  question: "När är målet nått för kvinnor, och när för män?",
  recommendation: "Formulera målet så att resultatet kan ses för båda.",
  source: "SKR:s checklista för jämställda beslut",
} as const;

const built = buildReport([
  {
    ...budget,
    sections: budget.sections.map((section) => ({
      ...section,
      chain: section.id === "s3" ? ["resource"] : ["goal"],
      words: section.id === "s5" ? 300 : 120,
      flags: section.id === "s3" ? ["trainingOnly"] : [],
    })),
    requirements: [
      {
        ...requirement,
        id: "K-MB-05",
        title: "Målen är uppdelade på kvinnor och män",
        status: "unmet",
        evidence: [],
      },
      {
        ...requirement,
        id: "K-MB-06",
        title: "Uppgifter om människor visas för kvinnor och män",
        status: "partly",
        evidence: ["e1"],
        lacking: ["s2", "s5"],
        review: ["s4"],
      },
      {
        ...requirement,
        id: "K-MB-07",
        title: "Medlen är fördelade",
        status: "met",
        evidence: ["e1"],
        section: "s3",
        location: { page: 20 },
        message: "",
        question: "",
        recommendation: "",
      },
      {
        ...requirement,
        id: "K-MB-08",
        title: "Lönekartläggningen redovisas",
        status: "notApplicable",
        evidence: [],
        because: "condition",
        message: "",
        question: "",
        recommendation: "",
      },
    ],
    reading: { share: 0.95, pagesWithoutText: [7, 9], garbled: [12], engine: "pdfium" },
  },
  strategy,
  confined,
  buildDocument({
    path: "verksamhetsplan.md",
    title: "Verksamhetsplan 2026",
    format: "md",
    pages: null,
    type: { id: "verksamhetsplan", confidence: 1, because: ["title: verksamhetsplan"] },
    verdict: "missing",
    chain: buildChain("001–00"),
  }),
  locked,
]);

/** The budget is document 1, the strategy 2. */
export const auditedFolder: Report = {
  ...built,
  packs: built.packs.map((pack) => ({
    ...pack,
    thresholds: {
      expectedSectionsAtLeast: 3,
      readShareAtLeast: 0.9,
      clearCoverage: 0.5,
      missingCoverage: 0.15,
      confinedConcentration: 0.7,
    },
  })),
  labels: {
    ...built.labels,
    stages: { rus: "strategy", "hs-strategi": "strategy", "mal-budget": "budget", verksamhetsplan: "plan" },
  },
  ignored: [{ path: "gammal-plan.pdf", reason: "ersatt av 2026 års plan", until: "2027-01-31" }],
};
