// Which kind of steering document this is, from title, file name and headings (handbook §7).
import type { RuleIndex } from "../match/rule-index.ts";
import type { TokenisedText } from "../language/tokenise.ts";
import type { Match } from "../match/find-matches.ts";
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
  const scores = new Map<string, { score: number; because: string[]; headings: Set<number> }>();
  const give = (matches: readonly Match[], kind: keyof typeof points, shown: string): void => {
    const given = new Set<number>();
    for (const { owner, term } of matches) {
      const rule = index.rules[owner]?.rule;
      if (rule?.kind !== "documentType") continue;
      const entry = scores.get(rule.id) ?? { score: 0, because: [], headings: new Set() };
      scores.set(rule.id, entry);
      // Each heading term counts once: twenty headings with "åtgärder" do not make an action plan.
      if (kind === "heading" && (entry.headings.has(term) || entry.headings.size >= mostHeadings)) continue;
      if (given.has(owner)) continue;
      given.add(owner);
      if (kind === "heading") entry.headings.add(term);
      entry.score += points[kind];
      entry.because.push(`${kind}: ${shown}`);
    }
  };
  const firstHeading = document.sections.find((section) => section.headingSpan !== null)?.heading;
  const title = document.title ?? firstHeading ?? "";
  if (title !== "") give(matchesInLine(index, "titles", title, tokeniseText), "title", title);
  const file = fileWords(path);
  if (file !== "") give(matchesInLine(index, "titles", file, tokeniseText), "file", file);
  for (const { heading } of document.sections) {
    if (heading !== "") give(matchesInLine(index, "headings", heading, tokeniseText), "heading", heading);
  }
  const ranked = [...scores].sort((a, b) => b[1].score - a[1].score || (a[0] < b[0] ? -1 : 1));
  const best = ranked[0];
  const byHeadingsAlone = best !== undefined && best[1].score === best[1].headings.size;
  if (best === undefined || best[1].score < (byHeadingsAlone ? enoughHeadings : enough))
    return { id: otherType, confidence: 0, because: [] };
  const second = ranked[1]?.[1].score ?? 0;
  const confidence = (best[1].score / (best[1].score + second)) * Math.min(1, best[1].score / 4);
  return { id: best[0], confidence: Math.round(confidence * 100) / 100, because: best[1].because };
}

/** "arkiv/mal-och-budget-2019_v2.pdf" → "mal och budget 2019 v2". */
function fileWords(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return name.replace(/\.[^.]+$/, "").replace(/[-_.]+/g, " ");
}
