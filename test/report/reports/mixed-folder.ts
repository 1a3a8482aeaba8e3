// A folder as it comes: one clear strategy, one budget with holes, one confined, one too thin, one locked file.
import {
  buildChain,
  buildDocument,
  buildEvidence,
  buildGap,
  buildReport,
  buildSection,
  buildUnread,
} from "./build-report.ts";

const budget = buildDocument({
  path: "styrdokument/mal-och-budget-2019.pdf",
  type: { id: "mal-budget", confidence: 0.94, because: ["mål och budget"] },
  pages: 48,
  words: 15210,
  verdict: "partial",
  coverage: {
    share: 0.41,
    upTo: 0.47,
    byCount: 0.38,
    expected: 32,
    covered: 12,
    review: 2,
    depth: 1.1,
    concentration: 0.3,
  },
  flags: ["trainingOnly"],
  chain: buildChain("23–04–"),
  policyGoals: { "1": 3, "2": 0 },
  sections: [
    buildSection({ id: "s1", heading: "", depth: 0, status: "notExpected", expected: false, because: [] }),
    buildSection({ id: "s2", number: "3.2", heading: "Barn och ungas hälsa", location: { page: 14 } }),
    buildSection({
      id: "s3",
      number: "4",
      heading: "Personal",
      location: { page: 20 },
      level: 3,
      status: "present",
      neighbours: ["mångfald"],
    }),
    buildSection({
      id: "s4",
      number: "5.1",
      heading: "Anhörigstöd",
      location: { page: 22, label: "A-2" },
      status: "review",
      reviewTerms: ["omsorgsansvar", "hemarbete"],
    }),
    buildSection({ id: "s5", number: "6", heading: "Kollektivtrafik", location: { page: 30 } }),
  ],
  evidence: [buildEvidence({ id: "e1", section: "s3", location: { page: 20 } })],
  discounted: [
    {
      rule: "jamstalld",
      reason: "trap:jamstalls-med",
      section: "s2",
      location: { page: 14 },
      excerpt: { before: "Privata utförare ska ", match: "jämställas", after: " med kommunala." },
    },
  ],
  gaps: [
    buildGap({
      section: "s4",
      rule: "G-04",
      severity: "low",
      location: { page: 22 },
      message: "Ord här kan handla om perspektivet.",
      question: "Vem gör arbetet?",
    }),
    buildGap({ section: "s2", location: { page: 14 } }),
    buildGap({ section: "s5", location: { page: 30 } }),
  ],
  notices: [
    {
      code: "PDF_PAGES_WITHOUT_TEXT",
      message: "2 sidor är bilder utan läsbar text: 7, 9.",
      hint: "Läs de sidorna själv.",
    },
  ],
});

const strategy = buildDocument({
  path: "styrdokument/regional-utvecklingsstrategi.pdf",
  verdict: "clear",
  coverage: {
    share: 0.725,
    upTo: 0.725,
    byCount: 0.7,
    expected: 10,
    covered: 7,
    review: 0,
    depth: 1.9,
    concentration: 0.2,
  },
  chain: buildChain("343221"),
});

const confined = buildDocument({
  path: "styrdokument/halso-och-sjukvardsstrategi-med-ett-mycket-langt-filnamn.docx",
  format: "docx",
  pages: null,
  type: { id: "hs-strategi", confidence: 0.8, because: [] },
  verdict: "confined",
  coverage: {
    share: 0.07,
    upTo: 0.07,
    byCount: 0.1,
    expected: 10,
    covered: 1,
    review: 0,
    depth: 0.1,
    concentration: 1,
  },
  flags: ["forewordOnly", "waiver"],
  chain: buildChain("000–00"),
});

const thin = buildDocument({
  path: "styrdokument/bilaga.txt",
  format: "txt",
  pages: null,
  words: 1,
  type: { id: "ovrigt", confidence: 0, because: [] },
});

export const mixedFolder = buildReport([
  budget,
  strategy,
  confined,
  thin,
  buildUnread(
    "styrdokument/last.pdf",
    "PDF-filen är låst med lösenord.",
    "Öppna den med lösenordet, spara en kopia utan lås och granska kopian.",
  ),
]);
