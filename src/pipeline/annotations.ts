// What a judged document gets written into its margin: places from the Document, words from the report.
import type { RuleIndex } from "../match/rule-index.ts";
import type { Judgement, SectionJudgement } from "../judge/judgement.ts";
import type { Annotations, Comment, CommentEntry, Highlight, Stretch } from "../model/annotation.ts";
import type { Document } from "../model/document.ts";
import { anchorIndex } from "../model/locate.ts";
import type { DocumentReport } from "../model/report.ts";
import type { Span } from "../model/span.ts";

/** Letters of context on each side: enough to tell apart what is written twice on a page. */
const contextLength = 80;
/** Of a section without a heading, so much of its first paragraph is what a comment is hung up on. */
const longestPlace = 200;

const gravity = { high: 0, medium: 1, low: 2 } as const;
const kindOrder = { gap: 0, waiver: 1, waiverMotivated: 2, requirement: 3 } as const;

/** An entry with the place it belongs to; null is the document itself. */
interface Placed {
  readonly span: Span | null;
  readonly entry: CommentEntry;
}

/**
 * Comments and highlights of a document. A comment stands at every gap, at every waiver and where a requirement that is
 * unmet ought to be met; entries for the same place are one comment, and all that concerns the document itself is one.
 */
export function annotationsOf(judgement: Judgement, report: DocumentReport, index: RuleIndex): Annotations {
  const { document } = judgement;
  const sections = [judgement, ...judgement.beside].flatMap((own) => own.sections);
  const headings = new Map(
    judgement.sections.map((judged) => [judged.section.id, placeOf(document, judged)]),
  );
  const waivers = findWaivers(sections, index);
  const onWaiver = speaksOfWaivers(index);
  const placed = [
    ...gapEntries(report, onWaiver, headings, waivers),
    ...waiverEntries(report, onWaiver, headings, waivers),
    ...requirementEntries(report, headings),
  ];
  const highlights = sections
    .flatMap(({ evidence }) => evidence)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, rule, level }): Highlight => ({
      stretches: stretchesOf(document, span),
      rule: rule.id,
      level,
    }));
  const [first] = document.blocks;
  const beginning = first === undefined ? [] : stretchesOf(document, cut(first.span));
  const recognised = document.recognised === undefined ? {} : { recognised: document.recognised };
  return { comments: commentsOf(document, placed), highlights, beginning, ...recognised };
}

function cut({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + longestPlace) };
}

/** Where a comment on a section is hung up: its heading, or its first paragraph. */
function placeOf(document: Document, { section, span }: SectionJudgement): Span {
  if (section.headingSpan !== null) return section.headingSpan;
  const own = document.blocks.slice(section.blocks.first, section.blocks.end);
  return cut(own.find(({ layer }) => layer !== "contents")?.span ?? own[0]?.span ?? span);
}

/** A section that waives the matter, and the words that do. */
interface Waiver {
  readonly section: string;
  readonly motivated: boolean;
  /** null where the words themselves are not known. */
  readonly sentence: Span | null;
}

function findWaivers(sections: readonly SectionJudgement[], index: RuleIndex): Waiver[] {
  const slugs = new Set(
    index.rules.flatMap(({ rule }) =>
      rule.kind === "trap" && rule.flags.some((flag) => flag === "waiver" || flag === "waiverMotivated")
        ? [rule.slug]
        : [],
    ),
  );
  return sections.flatMap(({ section, flags, discounted }): Waiver[] => {
    const waived = flags.includes("waiver");
    if (!waived && !flags.includes("waiverMotivated")) return [];
    const words = discounted.find(
      ({ reason }) => reason.startsWith("trap:") && slugs.has(reason.slice("trap:".length)),
    );
    return [{ section: section.id, motivated: !waived, sentence: words?.sentence ?? null }];
  });
}

/** Remedies that speak of waivers: their comment stands at the words, and takes the place of the waiver's own. */
function speaksOfWaivers(index: RuleIndex): (rule: string) => boolean {
  const slugs = new Set(
    index.rules.flatMap(({ rule }) =>
      rule.kind === "trap" && rule.flags.includes("waiver") ? [rule.slug] : [],
    ),
  );
  const ids = new Set(
    index.rules.flatMap(({ rule }) =>
      rule.kind === "remedy" &&
      (rule.when.traps.some((slug) => slugs.has(slug)) ||
        rule.when.flags.some((flag) => flag === "waiver" || flag === "waiverMotivated"))
        ? [rule.id]
        : [],
    ),
  );
  return (rule) => ids.has(rule);
}

function gapEntries(
  report: DocumentReport,
  onWaiver: (rule: string) => boolean,
  headings: ReadonlyMap<string, Span>,
  waivers: readonly Waiver[],
): Placed[] {
  // What somebody has suppressed, with a reason, is not put to the author again.
  const counted = report.gaps.filter(({ suppressed }) => suppressed === undefined);
  return counted.map((gap) => {
    const waiver = onWaiver(gap.rule) ? waivers.find(({ section }) => section === gap.section) : undefined;
    return {
      span: waiver?.sentence ?? headings.get(gap.section) ?? null,
      entry: {
        kind: waiver === undefined ? "gap" : waiver.motivated ? "waiverMotivated" : "waiver",
        rule: gap.rule,
        severity: gap.severity,
        title: "",
        message: gap.message,
        question: gap.question,
        recommendation: gap.recommendation,
      },
    };
  });
}

/** Waivers that no gap speaks of, be it suppressed. */
function waiverEntries(
  report: DocumentReport,
  onWaiver: (rule: string) => boolean,
  headings: ReadonlyMap<string, Span>,
  waivers: readonly Waiver[],
): Placed[] {
  const spokenOf = new Set(report.gaps.filter(({ rule }) => onWaiver(rule)).map(({ section }) => section));
  return waivers
    .filter(({ section }) => !spokenOf.has(section))
    .map(({ section, motivated, sentence }) => ({
      span: sentence ?? headings.get(section) ?? null,
      entry: {
        kind: motivated ? "waiverMotivated" : "waiver",
        rule: motivated ? "waiverMotivated" : "waiver",
        severity: "low",
        title: "",
        message: "",
        question: "",
        recommendation: "",
      },
    }));
}

function requirementEntries(report: DocumentReport, headings: ReadonlyMap<string, Span>): Placed[] {
  return report.requirements
    .filter(({ status, suppressed }) => status === "unmet" && suppressed === undefined)
    .map(({ id, section, severity, title, message, question, recommendation }) => ({
      span: section === null ? null : (headings.get(section) ?? null),
      entry: { kind: "requirement", rule: id, severity, title, message, question, recommendation },
    }));
}

/** One comment for each place, in reading order. */
function commentsOf(document: Document, placed: readonly Placed[]): Comment[] {
  const byPlace = new Map<number, { span: Span | null; entries: CommentEntry[] }>();
  for (const { span, entry } of placed) {
    const key = span?.start ?? -1;
    const at = byPlace.get(key);
    if (at === undefined) byPlace.set(key, { span, entries: [entry] });
    else at.entries.push(entry);
  }
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([, { span, entries }]) => ({
      stretches: span === null ? [] : stretchesOf(document, span),
      entries: entries.sort(
        (a, b) => kindOrder[a.kind] - kindOrder[b.kind] || gravity[a.severity] - gravity[b.severity],
      ),
    }));
}

/** The text of a span, cut where the place in the original changes. */
function stretchesOf(document: Pick<Document, "text" | "anchors">, span: Span): Stretch[] {
  const { text, anchors } = document;
  const stretches: Stretch[] = [];
  for (let at = anchorIndex(anchors, span.start); at < anchors.length; at++) {
    const anchor = anchors[at];
    if (anchor === undefined || anchor.offset >= span.end) break;
    const until = anchors[at + 1]?.offset ?? text.length;
    const start = Math.max(span.start, anchor.offset);
    const end = Math.min(span.end, until);
    const own = text.slice(start, end);
    if (own.trim() === "") continue;
    stretches.push({
      location: anchor.location,
      text: own,
      before: text.slice(Math.max(anchor.offset, start - contextLength), start),
      after: text.slice(end, Math.min(until, end + contextLength)),
    });
  }
  return stretches;
}
