// The judged document as requirements look at it: open sections, their headings, and what stands around a sentence.
import type { Match } from "../../match/match.ts";
import type { RuleIndex } from "../../match/rule-index.ts";
import type { TokenisedText } from "../../language/tokens.ts";
import type { EvidenceFinding, SectionJudgement } from "../judgement.ts";
import { tableAround } from "../tables.ts";
import {
  blockRange,
  matchesIn,
  sectionRange,
  sentenceRange,
  type MatchedDocument,
  type TokenRange,
} from "../passages.ts";

export interface JudgedText {
  readonly index: RuleIndex;
  readonly matched: MatchedDocument;
  readonly sections: readonly SectionJudgement[];
  /** Positions of the sections that are no quiet zones, in reading order. */
  readonly open: readonly number[];
  /** Lists of heading terms that the section's own heading meets, by number → the first of their terms that it meets. */
  readonly ownHeading: readonly ReadonlyMap<number, number>[];
  /** … and those that a heading above it meets. */
  readonly headingsAbove: readonly ReadonlyMap<number, number>[];
  /** Lists of terms that a line meets that names the document. */
  readonly inTitles: ReadonlySet<number>;
  /** Matches of the lists of requirements, by number of the list, in order. */
  readonly listMatches: ReadonlyMap<number, readonly Match[]>;
  /** Tokens in which a word for people speaks of none: "145 liter per person". */
  readonly silent: ReadonlySet<number>;
  /** What was asked before: many requirements look at the same sentences. Filled as they do. */
  readonly known: {
    /** Names of the rules that match in a range of tokens, by its first and last. */
    readonly names: Map<string, ReadonlySet<string>>;
    readonly ranges: Map<number, TokenRange>;
    readonly evidence: Map<EvidenceFinding, NamesOfEvidence>;
  };
}

/** What a piece of evidence and those it covers are called, and which sexes they name. */
export interface NamesOfEvidence {
  readonly names: ReadonlySet<string>;
  readonly sexes: ReadonlySet<string>;
}

/** Roles that no rule gives: the reader and the judge know them by themselves. */
const quietByNature: readonly string[] = ["contents", "front-page"];

/** Prepares a judged document; `titles` are the lines that name it, `tokeniseText` splits a text that stands for itself. */
export function judgedText(
  index: RuleIndex,
  matched: MatchedDocument,
  sections: readonly SectionJudgement[],
  titles: readonly string[],
  tokeniseText: (text: string) => TokenisedText,
): JudgedText {
  const quietRoles = new Set(quietByNature);
  for (const { rule } of index.rules) if (rule.kind === "role" && rule.quiet) quietRoles.add(rule.role);
  const ownHeading: ReadonlyMap<number, number>[] = [];
  const headingsAbove: ReadonlyMap<number, number>[] = [];
  for (const { section } of sections) {
    const { heading, parent } = section;
    const found = heading === "" ? [] : index.headings.find(heading, tokeniseText(heading).tokens);
    const own = new Map<number, number>();
    for (const { owner, term } of found) own.set(owner, Math.min(term, own.get(owner) ?? term));
    ownHeading.push(own);
    headingsAbove.push(
      parent === null
        ? new Map()
        : new Map([...(headingsAbove[parent] ?? []), ...(ownHeading[parent] ?? [])]),
    );
  }
  const inTitles = new Set(
    titles.flatMap((line) => index.headings.find(line, tokeniseText(line).tokens).map(({ owner }) => owner)),
  );
  const listMatches = new Map<number, Match[]>();
  for (const match of matched.matches) {
    if (match.owner < index.rules.length) continue;
    const list = listMatches.get(match.owner);
    if (list === undefined) listMatches.set(match.owner, [match]);
    else list.push(match);
  }
  const open = sections.flatMap((judged, position) =>
    quietRoles.has(judged.role) && !judged.expected && judged.level === 0 ? [] : [position],
  );
  const silent = new Set<number>();
  for (const { first, end } of sections.flatMap((judged) => judged.silent))
    for (let at = first; at < end; at++) silent.add(at);
  const known = { names: new Map(), ranges: new Map(), evidence: new Map() };
  return { index, matched, sections, open, ownHeading, headingsAbove, inTitles, listMatches, silent, known };
}

/** Matches of a list of a requirement inside a token range; none for the number -1. */
export function listMatchesIn(text: JudgedText, list: number, { first, end }: TokenRange): readonly Match[] {
  const all = text.listMatches.get(list) ?? [];
  return all.filter((match) => match.first >= first && match.first < end);
}

/** Does a rule that one of the alternatives ("cause|difference") names match in one of the ranges? */
export function standsIn(text: JudgedText, alternatives: string, ranges: readonly TokenRange[]): boolean {
  const names = alternatives.split("|");
  return ranges.some((range) => {
    const there = namesIn(text, range);
    return names.some((name) => there.has(name));
  });
}

function namesIn(text: JudgedText, range: TokenRange): ReadonlySet<string> {
  const key = `${String(range.first)} ${String(range.end)}`;
  const before = text.known.names.get(key);
  if (before !== undefined) return before;
  const names = new Set<string>();
  for (const match of matchesIn(text.matched, range)) {
    const indexed = text.index.rules[match.owner];
    if (indexed?.rule.kind === "expectation" && text.silent.has(match.first)) continue;
    for (const name of indexed?.names ?? []) names.add(name);
  }
  text.known.names.set(key, names);
  return names;
}

/**
 * Tokens of the section at `position` (from 0, in reading order); an empty range for one that is not there. Looked up
 * once.
 */
export function rangeOfSection(text: JudgedText, position: number): TokenRange {
  const before = text.known.ranges.get(position);
  if (before !== undefined) return before;
  const judged = text.sections[position];
  const range = judged === undefined ? { first: 0, end: 0 } : sectionRange(text.matched, judged.section);
  text.known.ranges.set(position, range);
  return range;
}

/** Number of the sentence that begins at or before a code unit. */
export function sentenceAt(text: JudgedText, offset: number): number {
  const { tokens } = text.matched.tokenised;
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.start[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return tokens.sentence[Math.min(low, tokens.count - 1)] ?? 0;
}

/** The text that belongs to a sentence: itself, or its paragraph, always with what speaks for it from outside. */
export function textAround(text: JudgedText, sentence: number, reach: "sentence" | "block"): TokenRange[] {
  const { matched } = text;
  const block = matched.tokenised.sentences[sentence]?.block ?? 0;
  const own = reach === "sentence" ? sentenceRange(matched, sentence) : blockRange(matched, block);
  return [own, ...introduction(matched, block, reach).map((other) => blockRange(matched, other))];
}

/**
 * The blocks that introduce a block: the caption of its table and the row that names its columns, when there is one; the
 * line before its list ("Nämnden får i uppdrag att").
 */
function introduction(matched: MatchedDocument, block: number, reach: "sentence" | "block"): number[] {
  const { blocks } = matched.document;
  const own = blocks[block];
  if (own?.kind === "table-row") {
    let first = block;
    while (blocks[first - 1]?.kind === "table-row" && blocks[first - 1]?.table === own.table) first--;
    const before = blocks[first - 1];
    const caption = before !== undefined && before.kind !== "heading" && first > 0 ? [first - 1] : [];
    const header = tableAround(matched.document, block)?.header;
    return header === undefined || header === block ? caption : [header, ...caption];
  }
  if (own?.kind === "list-item" && reach === "block") {
    let first = block;
    while (blocks[first - 1]?.kind === "list-item") first--;
    return blocks[first - 1]?.kind === "paragraph" ? [first - 1] : [];
  }
  return [];
}
