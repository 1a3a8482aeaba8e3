// One document against its bars: which are met, by how much others are missed, and because of which findings.
import { formatNumber, message, type Language } from "../messages/message.ts";
import type {
  BarName,
  BarReport,
  CheckOutcome,
  DocumentCheckReport,
  FindingMarks,
  FixedReport,
  LossReport,
} from "../model/check-report.ts";
import type { DocumentReport, RequirementReport, SectionStatus } from "../model/report.ts";
import type { Bars, FailOn } from "./bars.ts";
import { findingsOf, keyOf, lossesOf, markFindings, type Finding, type LossFinding } from "./findings.ts";

export interface CheckContext {
  readonly lang: Language;
  /** Only findings that are marked as new count. */
  readonly newOnly: boolean;
  /** Below this share read nothing is said to be missed. */
  readonly readShareAtLeast: number;
  /** What the baseline holds and the document no longer has; undefined where no baseline was used. */
  readonly fixed?: readonly FixedReport[] | undefined;
  /** Where changes since a git ref are looked at: what the document was called there; null where it was not there. */
  readonly before?: string | null | undefined;
  /** What the change took away; undefined where there is no earlier version to compare with. */
  readonly lost?: readonly LossReport[] | undefined;
}

/** A bar with the findings that count against it. */
interface Held {
  readonly report: BarReport;
  readonly findings: readonly (Finding | LossFinding)[];
}

/**
 * The document with `check`, and with `failing` on the findings because of which a bar is missed. Suppressed findings never
 * count, and where something is known of an earlier state only new ones do; all of them stay in the report.
 */
export function checkDocument(document: DocumentReport, bars: Bars, context: CheckContext): DocumentReport {
  const { lang, fixed, before, lost } = context;
  const extra = {
    ...(fixed === undefined ? {} : { fixed }),
    ...(before === undefined ? {} : { before }),
    ...(lost === undefined ? {} : { lost }),
  };
  if (document.status !== "audited") {
    const text = message(lang, "check.notAudited");
    return { ...document, check: { outcome: "notJudged", bars: [], message: text, ...extra } };
  }
  const held = holdAgainst(document, bars, context);
  const reports = held.map(({ report }) => report);
  const outcome = outcomeOf(reports);
  const missed = held.filter(({ report }) => report.outcome === "missed");
  const marks = new Map<string, FindingMarks>(
    missed.flatMap(({ findings }) =>
      findings.map((finding): [string, FindingMarks] => [keyOf(finding), { failing: true }]),
    ),
  );
  const check: DocumentCheckReport = {
    outcome,
    bars: reports,
    message: lineOf(outcome, reports, lang),
    ...extra,
    ...(lost === undefined
      ? {}
      : { lost: lost.map((loss) => ({ ...loss, ...marks.get(keyOf({ kind: "loss", ...loss })) })) }),
  };
  return { ...markFindings(document, marks), check };
}

function outcomeOf(bars: readonly BarReport[]): CheckOutcome {
  if (bars.length === 0) return "notChecked";
  if (bars.some(({ outcome }) => outcome === "missed")) return "failed";
  return bars.some(({ outcome }) => outcome === "notJudged") ? "notJudged" : "passed";
}

/** What failed and by how much; what was met where nothing failed. */
function lineOf(outcome: CheckOutcome, bars: readonly BarReport[], lang: Language): string {
  if (outcome === "notChecked") return message(lang, "check.notChecked");
  const wanted =
    outcome === "passed" ? (["met", "notApplicable"] as const) : (["missed", "notJudged"] as const);
  return bars
    .filter((bar) => wanted.some((each) => each === bar.outcome))
    .map(({ message }) => message)
    .join("; ");
}

const counts = (
  { suppressed, baseline }: Pick<FindingMarks, "suppressed" | "baseline">,
  { newOnly }: CheckContext,
): boolean => suppressed === undefined && !(newOnly && baseline === "unchanged");

function holdAgainst(document: DocumentReport, bars: Bars, context: CheckContext): Held[] {
  const findings = findingsOf(document).filter((finding) => counts(finding, context));
  return [
    ...(bars.minCoverage === undefined ? [] : [coverageBar(document, bars.minCoverage, context)]),
    ...(bars.minLevel === undefined ? [] : [levelBar(document, bars.minLevel, context)]),
    ...(bars.maxGaps === undefined ? [] : [gapsBar(document, findings, bars.maxGaps, context)]),
    ...[...new Set(bars.require ?? [])].map((id) => requirementBar(document, findings, id, context)),
    ...[...new Set(bars.failOn ?? [])].map((what) => failOnBar(document, findings, what, context)),
  ];
}

/** Nothing is missed in a document of which too little was read: it may stand in the rest. */
function missedOr(document: DocumentReport, { readShareAtLeast }: CheckContext): "missed" | "notJudged" {
  return document.reading.share < readShareAtLeast ? "notJudged" : "missed";
}

function coverageBar(document: DocumentReport, wanted: number, context: CheckContext): Held {
  const { lang } = context;
  const { share, upTo } = document.coverage;
  const bar = { bar: "min-coverage" as const, wanted, findings: [] };
  if (share === null) {
    const text = message(lang, "check.coverageNone");
    return { report: { ...bar, outcome: "notApplicable", found: null, message: text }, findings: [] };
  }
  // Shares have two decimals; as per cent they are whole numbers that are not to become 57.99999.
  const found = Math.round(share * 10_000) / 100;
  const most = upTo === null ? found : Math.round(upTo * 10_000) / 100;
  const values = { found: formatNumber(found, lang), wanted: formatNumber(wanted, lang) };
  if (found >= wanted) {
    const text = message(lang, "check.coverageMet", values);
    return { report: { ...bar, outcome: "met", found, message: text }, findings: [] };
  }
  const by = formatNumber(Math.round((wanted - found) * 100) / 100, lang);
  const text =
    message(lang, "check.coverageMissed", { ...values, by }) +
    (most >= wanted
      ? message(lang, "check.coverageUpTo", { upTo: formatNumber(most, lang), n: document.coverage.review })
      : "");
  return judged(document, { ...bar, found, message: text }, [], context);
}

/** A missed bar, or one that cannot be judged because too little was read. */
function judged(
  document: DocumentReport,
  bar: Omit<BarReport, "outcome">,
  findings: readonly Finding[],
  context: CheckContext,
): Held {
  const outcome = missedOr(document, context);
  if (outcome === "missed") return { report: { ...bar, outcome }, findings };
  const percent = formatNumber(Math.floor(document.reading.share * 100), context.lang);
  const text = message(context.lang, "check.tooLittleRead", { text: bar.message, percent });
  return { report: { ...bar, outcome, message: text }, findings: [] };
}

function levelBar(document: DocumentReport, wanted: number, context: CheckContext): Held {
  const { lang } = context;
  // A foreword carries no verdict, so it carries no level either.
  const levels = document.sections.filter(({ framing }) => !framing).map(({ level }) => level);
  const found = levels.reduce<number>((most, level) => Math.max(most, level), 0);
  const bar = { bar: "min-level" as const, wanted, found, findings: [] };
  if (found === 0 && document.coverage.expected === 0) {
    const text = message(lang, "check.levelNone");
    return { report: { ...bar, outcome: "notApplicable", found: null, message: text }, findings: [] };
  }
  const values = { found, wanted };
  if (found >= wanted) {
    const text = message(lang, "check.levelMet", values);
    return { report: { ...bar, outcome: "met", message: text }, findings: [] };
  }
  return judged(document, { ...bar, message: message(lang, "check.levelMissed", values) }, [], context);
}

/** Gaps of a status, and how many sections of that status have none (a pack without a remedy that fits). */
function withStatus(
  document: DocumentReport,
  findings: readonly Finding[],
  status: SectionStatus,
): { readonly gaps: readonly Finding[]; readonly silent: number } {
  const explained = new Set(document.gaps.map(({ section }) => section));
  const silent = document.sections.filter((each) => each.status === status && !explained.has(each.id)).length;
  return { gaps: findings.filter((finding) => finding.kind === "gap" && finding.status === status), silent };
}

function gapsBar(
  document: DocumentReport,
  findings: readonly Finding[],
  wanted: number,
  context: CheckContext,
): Held {
  const { gaps, silent } = withStatus(document, findings, "missing");
  return atMost("max-gaps", wanted, gaps.length + silent, gaps, context);
}

function failOnBar(
  document: DocumentReport,
  findings: readonly Finding[],
  what: FailOn,
  context: CheckContext,
): Held {
  switch (what) {
    case "missing": {
      const { gaps, silent } = withStatus(document, findings, what);
      return atMost(what, 0, gaps.length + silent, gaps, context);
    }
    case "review": {
      // A requirement that a person has to read first is no certain failure.
      const { gaps, silent } = withStatus(document, findings, what);
      const doubtful = findings.filter(({ status, certain }) => status === "unmet" && !certain);
      return atMost(what, 0, gaps.length + doubtful.length + silent, [...gaps, ...doubtful], context);
    }
    case "unmet": {
      const unmet = findings.filter(({ status, certain }) => status === "unmet" && certain);
      return atMost(what, 0, unmet.length, unmet, context);
    }
    case "waiver": {
      const waivers = findings.filter(({ waiver }) => waiver);
      return atMost(what, 0, waivers.length, waivers, context);
    }
    case "notice":
      return atMost(what, 0, document.notices.length, [], context);
    case "lost": {
      // In a new document nothing can be lost.
      const lost = lossesOf(document, context.lost ?? []).filter((loss) => counts(loss, context));
      return atMost(what, 0, lost.length, lost, context);
    }
  }
}

/** A bar on a number of findings. Each of them is certain by itself, however much of the document was read. */
function atMost(
  bar: Exclude<BarName, "min-coverage" | "min-level" | "require">,
  wanted: number,
  found: number,
  findings: readonly (Finding | LossFinding)[],
  { lang, newOnly }: CheckContext,
): Held {
  const isMet = found <= wanted;
  const what = message(lang, newOnly ? `check.new.${bar}` : `check.count.${bar}`, { n: found });
  const text = isMet
    ? wanted === 0
      ? what
      : message(lang, "check.atMostMet", { what, wanted })
    : message(lang, wanted === 0 ? "check.noneAllowed" : "check.atMostMissed", {
        what,
        wanted,
        by: found - wanted,
      });
  return {
    report: {
      bar,
      outcome: isMet ? "met" : "missed",
      wanted,
      found,
      findings: findings.map(({ fingerprint }) => fingerprint),
      message: text,
    },
    findings,
  };
}

function requirementBar(
  document: DocumentReport,
  findings: readonly Finding[],
  id: string,
  context: CheckContext,
): Held {
  const { lang } = context;
  const same = (each: RequirementReport): boolean => each.id === id || each.rule === id;
  const requirement = document.requirements.find(same);
  const bar = { bar: "require" as const, wanted: 1, requirement: id };
  const simple = (outcome: BarReport["outcome"], found: number | null, text: string): Held => ({
    report: { ...bar, outcome, found, findings: [], message: text },
    findings: [],
  });
  if (requirement === undefined)
    return simple("notApplicable", null, message(lang, "check.requireOther", { id }));
  const { status, because, title, review } = requirement;
  if (status === "met") return simple("met", 1, message(lang, "check.requireMet", { id }));
  if (status === "notApplicable") {
    return because === "unread"
      ? simple("notJudged", null, message(lang, "check.requireUnread", { id }))
      : simple("notApplicable", null, message(lang, "check.requireOther", { id }));
  }
  const finding = findings.find((each) => each.kind === "requirement" && each.names.includes(id));
  // Accepted by the baseline, or suppressed.
  if (finding === undefined) return simple("met", 0, message(lang, "check.requireAccepted", { id }));
  const key = status === "partly" ? "check.requirePartly" : "check.requireMissed";
  const text =
    message(lang, key, { id, title }) + (review.length > 0 ? message(lang, "check.requireDoubtful") : "");
  return {
    report: { ...bar, outcome: "missed", found: 0, findings: [finding.fingerprint], message: text },
    findings: [finding],
  };
}
