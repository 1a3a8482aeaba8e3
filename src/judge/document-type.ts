// Which kind of steering document this is, from title, file name and headings (handbook §7).
import type { RuleIndex } from "../match/rule-index.ts";
import type { TokenisedText } from "../language/tokens.ts";
import type { Match } from "../match/match.ts";
import type { Document } from "../model/document.ts";
import { matchesInLine } from "./passages.ts";

export interface RecognisedType {
  readonly id: string;
  /** 0..1; 1 when the user said so. */
  readonly confidence: number;
  /** What it was known by: "title: …", "file: …", "heading: …". */
  readonly because: readonly string[];
}

/** The type of a document that fits none. */
export const otherType = "ovrigt";

/**
 * Confidence from which a type is taken for granted. Below it lie types known by one sign alone (a file's name, or headings
 * that many kinds of document have) and types with a rival: of 17 such real documents 8 were of another kind.
 */
const sureFrom = 0.6;

/** Was a type recognised, but so faintly that the document may well be of another? */
export function isUncertain({ id, confidence }: Pick<RecognisedType, "id" | "confidence">): boolean {
  return id !== otherType && confidence < sureFrom;
}

/** Was no type recognised? Not so when someone said that the document is of none. */
export function isUnknown({ id, because }: Pick<RecognisedType, "id" | "because">): boolean {
  return id === otherType && because.length === 0;
}

const points = { title: 3, file: 2, heading: 1 } as const;
/** Headings that count, at most: a long document must not become a type by sheer length. */
const mostHeadings = 5;
const enough = 2;
/** Headings alone make a type only when so many different ones speak for it. */
const enoughHeadings = 3;

/** Recognises the type. `path` is the file's path as the user gave it; only its last part is looked at. */
export function recogniseType(
  index: RuleIndex,
  document: Document,
  path: string,
  tokeniseText: (text: string) => TokenisedText,
): RecognisedType {
  const scores = new Map<string, { score: number; because: string[]; headings: Set<number>; at: number }>();
  const give = (matches: readonly Match[], kind: keyof typeof points, shown: string): void => {
    const given = new Set<number>();
    for (const { owner, term, first } of matches) {
      const rule = index.rules[owner]?.rule;
      if (rule?.kind !== "documentType") continue;
      const entry = scores.get(rule.id) ?? { score: 0, because: [], headings: new Set(), at: Infinity };
      scores.set(rule.id, entry);
      // Each heading term counts once: twenty headings with "åtgärder" do not make an action plan.
      if (kind === "heading" && (entry.headings.has(term) || entry.headings.size >= mostHeadings)) continue;
      if (kind === "title") entry.at = Math.min(entry.at, first);
      if (given.has(owner)) continue;
      given.add(owner);
      if (kind === "heading") entry.headings.add(term);
      entry.score += points[kind];
      entry.because.push(`${kind}: ${shown}`);
    }
  };
  const [title, file] = linesThatName(document, path);
  if (title !== "") give(matchesInLine(index, "titles", title, tokeniseText), "title", title);
  if (file !== "") give(matchesInLine(index, "titles", file, tokeniseText), "file", file);
  for (const { heading } of document.sections) {
    if (heading !== "") give(matchesInLine(index, "headings", heading, tokeniseText), "heading", heading);
  }
  const report = reportNamedFirst(index, [title, file], tokeniseText);
  if (report !== null && scores.has(report)) {
    const { because } = scores.get(report) ?? { because: [] };
    return { id: report, confidence: reportConfidence, because };
  }
  // Of equals the one that the title names first: "Riktlinje för uppföljning" is a guideline.
  const ranked = [...scores].sort(
    ([a, one], [b, other]) =>
      other.score - one.score || (one.at === other.at ? (a < b ? -1 : 1) : one.at - other.at),
  );
  const best = ranked[0];
  const byHeadingsAlone = best !== undefined && best[1].score === best[1].headings.size;
  if (best === undefined || best[1].score < (byHeadingsAlone ? enoughHeadings : enough))
    return { id: otherType, confidence: 0, because: [] };
  const second = ranked[1]?.[1].score ?? 0;
  const confidence = (best[1].score / (best[1].score + second)) * Math.min(1, best[1].score / 4);
  return { id: best[0], confidence: Math.round(confidence * 100) / 100, because: best[1].because };
}

/** The title, and where there is none the first heading; "" where there is neither. */
export function titleOf(document: Document): string {
  return document.title ?? document.sections.find((section) => section.headingSpan !== null)?.heading ?? "";
}

/** The lines that name a document: its title and the words of its file's name; "" for what it has not. */
export function linesThatName(document: Document, path: string): readonly [title: string, file: string] {
  return [titleOf(document), fileWords(path)];
}

/** A report told from what it reports on by the order of two words: not sure enough to hold requirements against it. */
const reportConfidence = 0.5;

/**
 * "Årsrapport för god och nära vård", "uppföljning av handlingsplanen": where the title or the file name names a type of the
 * stage followUp and then one of another stage, the document reports on the second and is of the first. Null elsewhere.
 */
function reportNamedFirst(
  index: RuleIndex,
  lines: readonly string[],
  tokeniseText: (text: string) => TokenisedText,
): string | null {
  for (const line of lines) {
    const named = matchesInLine(index, "titles", line, tokeniseText).flatMap(({ owner, first, last }) => {
      const rule = index.rules[owner]?.rule;
      return rule?.kind === "documentType" ? [{ rule, first, last }] : [];
    });
    const [report, other] = [true, false].map((isReport) =>
      named
        .filter(({ rule }) => (rule.stage === "followUp") === isReport)
        .sort((one, two) => one.first - two.first)
        .at(0),
    );
    if (report !== undefined && other !== undefined && report.last < other.first) return report.rule.id;
  }
  return null;
}

/** "arkiv/mal-och-budget-2019_v2.pdf" → "mal och budget 2019 v2". */
function fileWords(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return name.replace(/\.[^.]+$/, "").replace(/[-_.]+/g, " ");
}
