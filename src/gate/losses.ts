// What a change took away: findings of their own, from a document and its version before the change.
import { message, type Language } from "../messages/message.ts";
import { clippedText } from "../messages/plain-text.ts";
import type { LossReport, lossRules } from "../model/check-report.ts";
import type { DocumentComparison, SectionComparison } from "../model/comparison.ts";
import type { DocumentReport, EvidenceReport, SectionReport, SectionStatus } from "../model/report.ts";
import { chainLinks, type ChainLink } from "../model/rule.ts";
import { wordsAlone } from "../model/words-alone.ts";

/** A document before and after a change, with what has changed between them. */
export interface ChangedDocument {
  readonly before: DocumentReport;
  readonly after: DocumentReport;
  readonly comparison: DocumentComparison;
}

export interface LossContext {
  readonly lang: Language;
  readonly readShareAtLeast: number;
  /** What a finding is known by: its rule, the headings down to its section, its sentence, its number among equals. */
  readonly fingerprintOf: (
    rule: string,
    path: readonly string[],
    sentence: string,
    ordinal: number,
  ) => string;
}

/** The level from which a link of the chain holds something that can be lost: what verdicts ask for, too. */
const levelOf: Readonly<Record<ChainLink, number>> = {
  analysis: 2,
  goal: 3,
  action: 3,
  resource: 3,
  responsibility: 3,
  followUp: 3,
};
/** A goal with an indicator counts as follow-up in the chain; bound like that (level 4), it is a goal all the same. */
const boundLevel = 4;
/** A section that was only in passing about the perspective may go without a word. */
export const sectionLevel = 2;
export const quoteLength = 200;

const ruleOf = (link: ChainLink): (typeof lossRules)[number] =>
  link === "followUp" ? "lost-follow-up" : `lost-${link}`;
const isGrave = (link: ChainLink): boolean => link === "goal" || link === "action";

/** Does it hold a goal or a measure of the perspective? */
export function isGraveEvidence({ chain, level }: EvidenceReport): boolean {
  if (chain === "goal" || chain === "action") return level >= levelOf[chain];
  return chain === "followUp" && level >= boundLevel;
}

/** "barnratt/" before the rule of a pack beside the first, "" otherwise. */
export const packOf = ({ rule }: EvidenceReport): string => rule.slice(0, rule.lastIndexOf("/") + 1);

/**
 * Losses, in the order in which they stood in the version before. For each pack:
 * - a link of the steering chain of which the document held something and now holds nothing, "lost-goal" for instance; not
 *   when the words still stand there at the same depth in another role;
 * - a section whose evidence is gone altogether, or that is gone with evidence from level 2 up, "lost-section"; not when a
 *   loss of the first kind tells of it, when the words only moved, or when a person has to read the section first.
 * A foreword carries no verdict and can lose nothing. Nothing is said to be lost when less than `readShareAtLeast` of the
 * document was read: it may stand in the rest.
 */
export function findLosses(changed: ChangedDocument, context: LossContext): LossReport[] {
  const { before, after, comparison } = changed;
  const { readShareAtLeast } = context;
  if (after.status !== "audited" || after.reading.share < readShareAtLeast) return [];
  const fate = fateOf(before, comparison);
  const packs = [...new Set(before.evidence.map(packOf))].sort();
  const losses = packs.flatMap((pack) => {
    const links = chainLinks.flatMap((link) => lostLink(changed, fate, pack, link, context));
    const told = new Set(links.flatMap(({ sections }) => [...sections]));
    const sections = (comparison.sections ?? []).flatMap((section) =>
      lostSection(changed, section, pack, told, context),
    );
    return [...links, ...sections];
  });
  return losses.sort((a, b) => a.place - b.place).map(({ report }) => report);
}

/** A loss with its place in the version before, and the ids of the sections of that version that it tells of. */
interface Loss {
  readonly report: LossReport;
  readonly place: number;
  readonly sections: readonly string[];
}

/** What became of the evidence that is no longer as it was, by its id: gone (null), or what stands there now. */
type Fate = ReadonlyMap<string, EvidenceReport | null>;

function fateOf(before: DocumentReport, { sections }: DocumentComparison): Fate {
  // Hardly the same document: nothing of it is there any more.
  if (sections === null) return new Map(before.evidence.map(({ id }) => [id, null]));
  return new Map(
    sections.flatMap(({ lost, reworded }) => [
      ...lost.map(({ id }): [string, null] => [id, null]),
      ...reworded.map(({ before: was, after: is }): [string, EvidenceReport] => [was.id, is]),
    ]),
  );
}

function lostLink(
  { before, after, comparison }: ChangedDocument,
  fate: Fate,
  pack: string,
  link: ChainLink,
  context: LossContext,
): Loss[] {
  const { lang } = context;
  const least = levelOf[link];
  const holds = ({ chain, level }: EvidenceReport): boolean => chain === link && level >= least;
  const had = piecesOf(before, pack).filter(holds);
  const [first] = had;
  if (first === undefined) return [];
  const isGoal = ({ chain, level }: EvidenceReport): boolean =>
    link === "goal" && chain === "followUp" && level >= boundLevel;
  if (piecesOf(after, pack).some((piece) => holds(piece) || isGoal(piece))) return [];
  const isLost = ({ id }: EvidenceReport): boolean => {
    const now = fate.get(id);
    return now === null || (now !== undefined && now.level < least);
  };
  if (!had.every(isLost)) return [];
  const sentences = [...new Map(had.map((piece) => [wordsAlone(quoteOf(piece)), piece])).values()];
  const text = clippedText(quoteOf(first), quoteLength);
  const now = fate.get(first.id);
  const only = message(lang, `loss.only.${link}`);
  const said =
    sentences.length > 1
      ? message(lang, "loss.links", { what: message(lang, `loss.all.${link}`), n: sentences.length, text })
      : now == null
        ? message(lang, "loss.link", { what: only, text })
        : message(lang, "loss.weakened", { what: only, text, now: clippedText(quoteOf(now), quoteLength) });
  const rule = `${pack}${ruleOf(link)}`;
  const severity = isGrave(link) ? "high" : "medium";
  const place = placeAfter(first.section, after, comparison);
  return [
    {
      report: { ...report(rule, severity, first, before, said, context), ...place },
      place: indexOf(before, first.section),
      sections: had.map(({ section }) => section),
    },
  ];
}

function lostSection(
  { before, after, comparison }: ChangedDocument,
  section: SectionComparison,
  pack: string,
  told: ReadonlySet<string>,
  context: LossContext,
): Loss[] {
  if (section.before.some(({ id }) => told.has(id))) return [];
  const lost = section.lost.filter((piece) => packOf(piece) === pack && !isFraming(before, piece.section));
  const [first] = [...lost].sort((a, b) => b.level - a.level);
  if (first === undefined) return [];
  const now = new Set(section.after.map(({ id }) => id));
  if (now.size === 0 && first.level < sectionLevel) return [];
  if (after.evidence.some((piece) => packOf(piece) === pack && now.has(piece.section))) return [];
  const doubtful: readonly SectionStatus[] = ["present", "review", "unread"];
  if ([...now].some((id) => doubtful.includes(statusOf(after, pack, id)))) return [];
  const own = before.sections.find(({ id }) => id === first.section);
  const values = { text: clippedText(quoteOf(first), quoteLength), section: nameOf(own) };
  const said = message(context.lang, now.size > 0 ? "loss.section" : "loss.sectionGone", values);
  return [
    {
      report: {
        ...report(`${pack}lost-section`, "medium", first, before, said, context),
        ...placeAfter(first.section, after, comparison),
      },
      place: indexOf(before, first.section),
      sections: [first.section],
    },
  ];
}

/** Known by its rule and by what stood there, wherever the section is now. */
function report(
  rule: string,
  severity: LossReport["severity"],
  piece: EvidenceReport,
  before: DocumentReport,
  said: string,
  { lang, fingerprintOf }: LossContext,
): Omit<LossReport, "section" | "location"> {
  const path = before.sections.find(({ id }) => id === piece.section)?.path ?? [];
  return {
    fingerprint: fingerprintOf(rule, path, quoteOf(piece), 0),
    rule,
    severity,
    message: said,
    question: message(lang, "loss.question"),
    recommendation: message(lang, "loss.recommendation"),
  };
}

/** The section that a section of the version before is now. */
function placeAfter(
  section: string,
  after: DocumentReport,
  { sections }: DocumentComparison,
): Pick<LossReport, "section" | "location"> {
  const group = sections?.find(({ before }) => before.some(({ id }) => id === section));
  const now = after.sections.find(({ id }) => id === group?.after[0]?.id);
  return { section: now?.id ?? null, location: now?.location ?? null };
}

/** The evidence of a pack outside forewords and the like. */
export function piecesOf(document: DocumentReport, pack: string): EvidenceReport[] {
  return document.evidence.filter((piece) => packOf(piece) === pack && !isFraming(document, piece.section));
}

function isFraming({ sections }: DocumentReport, section: string): boolean {
  return sections.find(({ id }) => id === section)?.framing ?? false;
}

function statusOf(document: DocumentReport, pack: string, section: string): SectionStatus {
  const beside = document.beside?.find((each) => `${each.pack}/` === pack);
  return (beside?.sections ?? document.sections).find(({ id }) => id === section)?.status ?? "notExpected";
}

const indexOf = ({ sections }: DocumentReport, section: string): number =>
  sections.findIndex(({ id }) => id === section);

function nameOf(section: SectionReport | undefined): string {
  if (section === undefined) return "";
  const above = section.under === undefined ? "" : `${clippedText(section.under, 60)} › `;
  return `"${above}${clippedText([section.number ?? "", section.heading].join(" ").trim(), 100)}"`;
}

/** A piece of evidence with the words around it, in one line. */
export const quoteOf = ({ excerpt: { before, match, after } }: EvidenceReport): string =>
  `${before}${match}${after}`.replace(/\s+/g, " ").trim();
