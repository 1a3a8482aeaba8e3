// Judgement → the numbers and the plain JSON of one document.
import type { RuleIndex } from "../match/rule-index.ts";
import { readShare } from "../judge/read-share.ts";
import type { Judgement, PackJudgement, SectionJudgement } from "../judge/judgement.ts";
import { isDamaged } from "../judge/section-status.ts";
import type { Document, Unread } from "../model/document.ts";
import { headingsAbove } from "../model/heading-above.ts";
import { locate } from "../model/locate.ts";
import type { Location } from "../model/location.ts";
import {
  scoreModel,
  type BesideReport,
  type DiscountedReport,
  type DocumentReport,
  type EvidenceReport,
  type GapReport,
  type SectionReport,
} from "../model/report.ts";
import type { FlagName, Thresholds } from "../model/rule.ts";
import { reportedGoal } from "../model/several-packs.ts";
import { noticeText } from "../messages/notice-texts.ts";
import { chainOf } from "../score/chain.ts";
import { coverageOf } from "../score/coverage.ts";
import { verdictOf } from "../score/verdict.ts";
import { excerptOf } from "./excerpt.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { reportNotices } from "./report-notices.ts";
import { fingerprintsIn } from "./standard-text.ts";
import { reportRequirements } from "./report-requirements.ts";
import { readSuppressionComments } from "./suppression-comments.ts";

type Lang = "sv" | "en";
interface Source {
  readonly path: string;
  readonly sha256: string;
}

const severityOrder = { high: 0, medium: 1, low: 2 } as const;

/** The report of a document that was read. */
export function reportDocument(
  source: Source,
  judgement: Judgement,
  index: RuleIndex,
  lang: Lang,
): DocumentReport {
  const { document, sections } = judgement;
  const packs = [judgement, ...judgement.beside];
  const everySection = packs.flatMap((own) => own.sections);
  const beside = judgement.beside.map((own, position) => reportBeside(document, own, index, position + 1));
  const { coverage, verdict } = scoreOf(document, sections, index.thresholds);
  const comments = readSuppressionComments(document.suppressions ?? [], index.packs);
  // What they suppress is seen when they are tried (gate/suppress.ts).
  const untried = comments.suppressions.map((each) => ({ ...each, state: "unused" as const, findings: 0 }));
  return {
    path: source.path,
    sha256: source.sha256,
    format: document.format,
    status: "audited",
    title: document.title,
    ...(document.language === null ? {} : { language: document.language }),
    pages: document.pages,
    words: judgement.words,
    type: judgement.type,
    reading: { ...document.reading, share: readShare(document, sections) },
    scoreModel,
    coverage,
    verdict,
    flags: flagsOf(document, sections),
    chain: chainOf(sections),
    policyGoals: policyGoalsOf(everySection, index),
    sections: reportSections(document, sections),
    evidence: reportEvidence(document, everySection),
    discounted: everySection.flatMap((section) => reportDiscounted(document, section)),
    requirements: packs.flatMap((own, position) =>
      reportRequirements(document, own, evidenceBefore(packs, position), lang),
    ),
    gaps: packs.flatMap((own) => reportGaps(document, own.sections, lang)),
    notices: reportNotices(judgement, index.packs, lang, comments.notices),
    ...(untried.length === 0 ? {} : { suppressions: untried }),
    ...(beside.length === 0 ? {} : { beside }),
  };
}

/** Pieces of evidence of the packs before the one at `position`. */
function evidenceBefore(packs: readonly PackJudgement[], position: number): number {
  return packs
    .slice(0, position)
    .reduce((sum, { sections }) => sum + sections.reduce((own, { evidence }) => own + evidence.length, 0), 0);
}

function scoreOf(
  document: Document,
  sections: readonly SectionJudgement[],
  thresholds: Thresholds,
): Pick<DocumentReport, "coverage" | "verdict"> {
  const scored = sections.map((section) => ({
    words: section.words,
    expected: section.expected,
    level: section.level,
    status: section.status,
    evidence: section.evidence.length,
  }));
  const coverage = coverageOf(scored);
  const evidence = sections.flatMap((section) =>
    section.evidence.map((piece) => ({ level: piece.level, chain: piece.chain, framing: section.framing })),
  );
  const verdict = verdictOf(
    { readShare: readShare(document, sections), coverage, evidence },
    thresholds.verdict,
  );
  return { coverage, verdict };
}

function reportBeside(
  document: Document,
  { sections }: PackJudgement,
  index: RuleIndex,
  position: number,
): BesideReport {
  return {
    pack: index.packs[position]?.id ?? "",
    ...scoreOf(document, sections, index.ofPack[position]?.thresholds ?? index.thresholds),
    flags: flagsOf(document, sections),
    chain: chainOf(sections),
    sections: sections.map(({ section, expected, level, status, chain, flags }) => ({
      id: section.id,
      expected,
      level,
      status,
      chain,
      flags,
    })),
  };
}

/** The report of a file that could not be made into a document: named, with its reason, and never judged. */
export function reportUnread(source: Source, unread: Unread, lang: Lang): DocumentReport {
  return {
    path: source.path,
    sha256: source.sha256,
    format: unread.format,
    status: unread.status,
    title: null,
    pages: unread.pages,
    words: 0,
    type: { id: "ovrigt", confidence: 0, because: [] },
    reading: { share: 0, pagesWithoutText: [], garbled: [], engine: "" },
    scoreModel,
    coverage: coverageOf([]),
    verdict: "notAssessed",
    flags: [],
    chain: chainOf([]),
    policyGoals: {},
    sections: [],
    evidence: [],
    discounted: [],
    requirements: [],
    gaps: [],
    notices: unread.notices.map((notice) => noticeText(notice, lang)),
  };
}

function placeOf(document: Document, offset: number): Location {
  return locate(document, offset);
}

/** All sections of a document as one pack judged them. */
export function reportSections(document: Document, judged: readonly SectionJudgement[]): SectionReport[] {
  const above = headingsAbove(document.sections);
  return judged.map((section) => reportSection(document, section, above.get(section.section.id)));
}

function reportSection(
  document: Document,
  judged: SectionJudgement,
  under: string | undefined,
): SectionReport {
  const { section } = judged;
  return {
    id: section.id,
    number: section.number,
    heading: section.heading,
    path: section.path,
    ...(under === undefined ? {} : { under }),
    depth: section.depth,
    role: judged.role,
    location: placeOf(document, judged.span.start),
    ...(section.language === undefined ? {} : { language: section.language }),
    words: judged.words,
    expected: judged.expected,
    because: judged.because,
    level: judged.level,
    status: judged.status,
    chain: judged.chain,
    framing: judged.framing,
    flags: judged.flags,
    reviewTerms: judged.reviewTerms,
    neighbours: judged.neighbours,
  };
}

function reportEvidence(document: Document, sections: readonly SectionJudgement[]): EvidenceReport[] {
  let number = 0;
  const fingerprint = fingerprintsIn(document.text);
  return sections.flatMap((judged) =>
    judged.evidence.map((piece): EvidenceReport => {
      number++;
      const sentence = fingerprint(piece.sentence);
      return {
        id: `e${String(number)}`,
        rule: piece.rule.id,
        section: judged.section.id,
        level: piece.level,
        strength: piece.strength,
        policyGoals: piece.policyGoals,
        chain: piece.chain,
        location: placeOf(document, piece.span.start),
        excerpt: excerptOf(document.text, piece.span, piece.sentence),
        ...(sentence === null ? {} : { sentence }),
        ...(piece.standard ? { standardText: true } : {}),
      };
    }),
  );
}

function reportDiscounted(document: Document, judged: SectionJudgement): DiscountedReport[] {
  return judged.discounted.map((found) => ({
    rule: found.rule,
    reason: found.reason,
    section: judged.section.id,
    location: placeOf(document, found.span.start),
    excerpt: excerptOf(document.text, found.span, found.sentence),
  }));
}

function reportGaps(document: Document, sections: readonly SectionJudgement[], lang: Lang): GapReport[] {
  const ordinals = new Map<string, number>();
  const gaps = sections.flatMap((judged, position) =>
    judged.gaps.map((gap) => {
      const base = fingerprintOf(gap.remedy.id, judged.section.path, gap.sentence, 0);
      const ordinal = ordinals.get(base) ?? 0;
      ordinals.set(base, ordinal + 1);
      const fill = (text: string): string => text.replaceAll("{område}", judged.section.heading);
      const report: GapReport = {
        fingerprint:
          ordinal === 0 ? base : fingerprintOf(gap.remedy.id, judged.section.path, gap.sentence, ordinal),
        rule: gap.remedy.id,
        severity: gap.remedy.severity,
        section: judged.section.id,
        location: placeOf(document, gap.span.start),
        message: fill(gap.remedy.message[lang]),
        question: fill(gap.remedy.question[lang]),
        recommendation: fill(gap.remedy.recommendation[lang]),
        source: gap.remedy.source,
      };
      return { report, position, words: judged.words };
    }),
  );
  // The gravest first; of equally grave ones the section with most text, since more is left unsaid there.
  return gaps
    .sort(
      (a, b) =>
        severityOrder[a.report.severity] - severityOrder[b.report.severity] ||
        b.words - a.words ||
        a.position - b.position,
    )
    .map(({ report }) => report);
}

/** Flags of the document: those that a number cannot say. */
function flagsOf(document: Document, sections: readonly SectionJudgement[]): FlagName[] {
  const flags = new Set<FlagName>();
  if (isDamaged(document)) flags.add("damagedText");
  const withEvidence = sections.filter((section) => section.evidence.length > 0);
  if (withEvidence.length > 0 && withEvidence.every((section) => section.framing)) flags.add("forewordOnly");
  for (const flag of ["waiver", "transformative", "damagedText"] as const) {
    if (sections.some((section) => section.flags.includes(flag))) flags.add(flag);
  }
  for (const flag of ["trainingOnly", "representationOnly", "singleSex", "standardText"] as const) {
    if (withEvidence.length > 0 && withEvidence.every((section) => section.flags.includes(flag)))
      flags.add(flag);
  }
  if (sections.some((section) => section.flags.includes("instrumental"))) flags.add("instrumental");
  return [...flags].sort();
}

function policyGoalsOf(sections: readonly SectionJudgement[], index: RuleIndex): Record<string, number> {
  const counts = new Map<number, number>();
  for (const [position, pack] of index.packs.entries()) {
    for (const goal of pack.policyGoals) if (goal.enabled) counts.set(reportedGoal(position, goal.id), 0);
  }
  for (const section of sections) {
    for (const piece of section.evidence) {
      for (const goal of piece.policyGoals) counts.set(goal, (counts.get(goal) ?? 0) + 1);
    }
  }
  return Object.fromEntries(
    [...counts].sort((a, b) => a[0] - b[0]).map(([goal, count]) => [String(goal), count]),
  );
}
