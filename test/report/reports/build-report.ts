// Builds hand-made reports: says only what a test is about, the rest is filled in as an audit would.
import type {
  CoverageReport,
  DocumentReport,
  EvidenceReport,
  GapReport,
  Report,
  RequirementReport,
  SectionReport,
} from "../../../src/model/report.ts";
import { verdicts } from "../../../src/model/report.ts";
import { chainLinks } from "../../../src/model/rule.ts";

const nothingExpected: CoverageReport = {
  share: null,
  upTo: null,
  byCount: null,
  expected: 0,
  covered: 0,
  review: 0,
  depth: null,
  concentration: null,
};

/** `levels` gives one sign per chain link: "–" for none expected, else the deepest level. */
export function buildChain(levels: string): DocumentReport["chain"] {
  const chain = chainLinks.map((link, index) => {
    const sign = levels[index] ?? "–";
    const level = sign === "–" ? 0 : Number(sign);
    return [
      link,
      { expected: sign === "–" ? 0 : 3, covered: level === 0 ? 0 : 2, review: 0, level },
    ] as const;
  });
  return Object.fromEntries(chain) as DocumentReport["chain"];
}

export function buildSection(part: Partial<SectionReport> & { id: string }): SectionReport {
  return {
    number: null,
    heading: "Rubrik",
    path: [part.heading ?? "Rubrik"],
    depth: 1,
    role: "body",
    location: { page: 1 },
    words: 120,
    expected: true,
    because: [{ rule: "expectation:people", terms: ["elev", "barn"], count: 12 }],
    level: 0,
    status: "missing",
    chain: [],
    framing: false,
    flags: [],
    reviewTerms: [],
    neighbours: [],
    ...part,
  };
}

export function buildGap(part: Partial<GapReport> & { section: string }): GapReport {
  return {
    fingerprint: `fp-${part.section}`,
    rule: "G-03",
    severity: "high",
    location: { page: 1 },
    message: "Avsnittet handlar om människor men skiljer inte på kvinnor och män.",
    question: "Vem använder verksamheten, och vem får del av resurserna?",
    recommendation: "Beskriv hur området ser ut för kvinnor och män.",
    source: "SKR, Jämställdhetsintegrering",
    ...part,
  };
}

export function buildEvidence(
  part: Partial<EvidenceReport> & { id: string; section: string },
): EvidenceReport {
  return {
    rule: "konsuppdelad-statistik",
    level: 3,
    strength: "strong",
    policyGoals: [2],
    chain: "goal",
    location: { page: 9 },
    excerpt: { before: "Nämnden ska redovisa ", match: "könsuppdelad statistik", after: " varje år." },
    ...part,
  };
}

/** A requirement of the section s1, unmet. */
export function buildRequirement(part: Partial<RequirementReport> & { id: string }): RequirementReport {
  return {
    rule: part.id.toLowerCase(),
    title: `Krav ${part.id}`,
    status: "unmet",
    severity: "medium",
    evidence: [],
    searched: ["s1"],
    section: "s1",
    location: { page: 4 },
    lacking: [],
    review: [],
    because: null,
    message: "Det saknas.",
    question: "Varför?",
    recommendation: "Lägg till det.",
    source: "SKR",
    ...part,
  };
}

export function buildDocument(part: Partial<DocumentReport> & { path: string }): DocumentReport {
  return {
    sha256: "0".repeat(64),
    format: "pdf",
    status: "audited",
    title: null,
    pages: 12,
    words: 5210,
    type: { id: "rus", confidence: 0.94, because: ["regional utvecklingsstrategi"] },
    reading: { share: 1, pagesWithoutText: [], garbled: [], engine: "pdfium" },
    scoreModel: "genomlys-score/1",
    coverage: nothingExpected,
    verdict: "notAssessed",
    flags: [],
    chain: buildChain("––––––"),
    policyGoals: { "1": 0, "2": 0, "3": 0, "4": 0, "5": 0, "6": 0 },
    sections: [],
    evidence: [],
    discounted: [],
    requirements: [],
    gaps: [],
    notices: [],
    ...part,
  };
}

export function buildUnread(path: string, message: string, hint: string): DocumentReport {
  return buildDocument({
    path,
    sha256: "",
    format: null,
    status: "unreadable",
    pages: null,
    words: 0,
    type: { id: "ovrigt", confidence: 0, because: [] },
    reading: { share: 0, pagesWithoutText: [], garbled: [], engine: "" },
    notices: [{ code: "PDF_ENCRYPTED", message, hint }],
  });
}

export function buildReport(documents: readonly DocumentReport[]): Report {
  const audited = documents.filter((document) => document.status === "audited");
  return {
    schema: "genomlys-report/1",
    tool: { name: "genomlys", version: "0.0.0-test" },
    packs: [
      {
        id: "jamstalldhet",
        version: "1.0.0",
        sha256: "1".repeat(64),
        title: { sv: "Jämställdhet", en: "Gender equality" },
      },
    ],
    labels: {
      roles: { foreword: { sv: "Förord", en: "Foreword" } },
      types: {
        rus: { sv: "Regional utvecklingsstrategi", en: "Regional development strategy" },
        "mal-budget": { sv: "Mål och budget", en: "Goals and budget" },
        "hs-strategi": { sv: "Hälso- och sjukvårdsstrategi", en: "Care strategy" },
        ovrigt: { sv: "Annat dokument", en: "Other document" },
      },
      policyGoals: {
        "1": { sv: "En jämn fördelning av makt och inflytande", en: "Equal distribution of power" },
        "2": { sv: "Ekonomisk jämställdhet", en: "Economic equality" },
      },
    },
    summary: {
      documents: documents.length,
      audited: audited.length,
      failed: documents.length - audited.length,
      verdicts: Object.fromEntries(
        verdicts.map((verdict) => [
          verdict,
          audited.filter((document) => document.verdict === verdict).length,
        ]),
      ) as Report["summary"]["verdicts"],
    },
    documents,
  };
}
