// Which sections a requirement is about, and which of them ought to hold what it asks for before the others.
import type { IndexedRequirement } from "../../match/requirement-terms.ts";
import { sentenceRange } from "../passages.ts";
import { listMatchesIn, rangeOfSection, standsIn, type JudgedText } from "./judged-text.ts";

/** A section that a requirement is about. */
export interface Place {
  /** Position among the sections. */
  readonly position: number;
  /** All of the section; otherwise only the paragraphs that hold a term of the requirement. */
  readonly whole: boolean;
  /** How well it fits; the best is where an absence is reported. */
  readonly fit: number;
}

/** Names the sections in reading order; [] when the document has none. */
export function findPlaces(text: JudgedText, requirement: IndexedRequirement): Place[] {
  const { within } = requirement.rule;
  const named =
    within.headings.length +
      within.terms.length +
      within.roles.length +
      within.chain.length +
      within.together.length >
    0;
  return text.open.flatMap((position): Place[] => {
    const judged = text.sections[position];
    if (judged === undefined || (judged.framing && !within.framing)) return [];
    const counts = judged.expected || judged.level > 0;
    if ((within.expected || !named) && !counts) return [];
    if (within.holding.length > 0 && !standTogether(text, within.holding, position)) return [];
    const headings = [text.ownHeading[position], text.headingsAbove[position]];
    if (headings.some((found) => found?.has(requirement.notHeadings) === true)) return [];
    let fit = 0;
    let whole = !named;
    const own = text.ownHeading[position]?.get(requirement.number);
    // The terms of a list stand in the order of their worth: "våld" before "förebyggande".
    if (own !== undefined) fit = 8 - Math.min(own * 0.4, 3);
    else if (text.headingsAbove[position]?.has(requirement.number) === true) fit = 4;
    if (within.roles.includes(judged.role)) fit += 4;
    if (within.chain.some((link) => judged.chain.includes(link))) fit += 2;
    if (within.together.length > 0 && standTogether(text, within.together, position)) fit += 2;
    whole ||= fit > 0;
    const found = listMatchesIn(text, requirement.place, rangeOfSection(text, position));
    if (found.length >= within.termsMin) {
      const first = Math.min(...found.map((match) => match.term));
      fit += 1 + Math.min(found.length, 6) / 4 + 1 / (1 + first);
    }
    if (!whole && fit === 0) return [];
    if (judged.expected) fit += 2;
    // A heading that only gathers others is a worse place than one with text under it.
    if (judged.words === 0) fit -= 3;
    return [{ position, whole, fit }];
  });
}

/** The place where an absence is reported: the one that fits best, the first of equals. */
export function bestPlace(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>(
    (best, place) => (best === undefined || place.fit > best.fit ? place : best),
    undefined,
  );
}

function standTogether(text: JudgedText, names: readonly string[], position: number): boolean {
  const { first, end } = rangeOfSection(text, position);
  const { sentence } = text.matched.tokenised.tokens;
  for (let number = sentence[first] ?? 0; number <= (sentence[Math.max(first, end - 1)] ?? 0); number++) {
    const range = sentenceRange(text.matched, number);
    if (range.end > range.first && names.every((alternatives) => standsIn(text, alternatives, [range])))
      return true;
  }
  return false;
}
