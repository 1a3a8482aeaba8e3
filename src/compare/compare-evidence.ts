// Which evidence is new, which is gone, and which only stands in other words or in another section.
import type { EvidenceReport } from "../model/report.ts";
import type { RewordedEvidence } from "../model/comparison.ts";
import { dice, wordsOf } from "./likeness.ts";

/** Sentences that share this much of their words are one that was edited. */
const editedSentence = 0.6;

const sentenceWords = ({ excerpt }: EvidenceReport): readonly string[] =>
  wordsOf(`${excerpt.before} ${excerpt.match} ${excerpt.after}`);

/** The same rule met the same words of the same sentence. */
function keyOf(piece: EvidenceReport): string {
  return JSON.stringify([piece.rule, wordsOf(piece.excerpt.match), sentenceWords(piece)]);
}

export interface EvidenceChanges {
  /** As they were, in the same section. */
  readonly kept: number;
  /** As they were, in a section that is another. */
  readonly moved: number;
  /** By group of sections (their position in the alignment). */
  readonly gained: ReadonlyMap<number, readonly EvidenceReport[]>;
  readonly lost: ReadonlyMap<number, readonly EvidenceReport[]>;
  readonly reworded: ReadonlyMap<number, readonly RewordedEvidence[]>;
}

type Pieces = ReadonlyMap<number, readonly EvidenceReport[]>;

interface Left {
  readonly group: number;
  readonly piece: EvidenceReport;
}

/** Takes out what stands on both sides, each piece once. Answers what is left, and the pairs. */
function takeEqual(
  before: readonly Left[],
  after: readonly Left[],
  key: (left: Left) => string,
): { readonly before: Left[]; readonly after: Left[]; readonly pairs: readonly RewordedEvidence[] } {
  const waiting = new Map<string, Left[]>();
  for (const left of after) {
    const own = waiting.get(key(left));
    if (own === undefined) waiting.set(key(left), [left]);
    else own.push(left);
  }
  const pairs: RewordedEvidence[] = [];
  const rest = before.filter((left) => {
    const partner = waiting.get(key(left))?.shift();
    if (partner !== undefined) pairs.push({ before: left.piece, after: partner.piece });
    return partner === undefined;
  });
  const found = new Set(pairs.map(({ after: piece }) => piece));
  return { before: rest, after: after.filter(({ piece }) => !found.has(piece)), pairs };
}

/** Pairs of the same rule in sentences that share most of their words, the likest first. */
function takeEdited(
  before: readonly EvidenceReport[],
  after: readonly EvidenceReport[],
): readonly RewordedEvidence[] {
  const pairs = before.flatMap((one, i) =>
    after.flatMap((other, j) => {
      if (one.rule !== other.rule) return [];
      const score = dice(new Set(sentenceWords(one)), new Set(sentenceWords(other)));
      return score >= editedSentence ? [{ one, other, score, place: i + j, apart: Math.abs(i - j) }] : [];
    }),
  );
  pairs.sort((a, b) => b.score - a.score || a.apart - b.apart || a.place - b.place);
  const taken = new Set<EvidenceReport>();
  return pairs.flatMap(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ before: one, after: other }];
  });
}

function flat(pieces: Pieces): Left[] {
  return [...pieces].flatMap(([group, own]) => own.map((piece) => ({ group, piece })));
}

function byGroup(left: readonly Left[]): Map<number, EvidenceReport[]> {
  const groups = new Map<number, EvidenceReport[]>();
  for (const { group, piece } of left) {
    const own = groups.get(group);
    if (own === undefined) groups.set(group, [piece]);
    else own.push(piece);
  }
  return groups;
}

/** Compares the evidence of two versions; both are given by group of sections. */
export function compareEvidence(before: Pieces, after: Pieces): EvidenceChanges {
  const reworded = new Map<number, RewordedEvidence[]>();
  const here = takeEqual(flat(before), flat(after), ({ group, piece }) => `${String(group)} ${keyOf(piece)}`);
  let kept = 0;
  for (const pair of here.pairs) if (pair.before.level === pair.after.level) kept++;
  // The same words at another level: what stands around them has changed, or it has become boilerplate.
  const groupOf = new Map(flat(before).map(({ group, piece }) => [piece, group]));
  for (const pair of here.pairs) {
    if (pair.before.level === pair.after.level) continue;
    const group = groupOf.get(pair.before) ?? 0;
    reworded.set(group, [...(reworded.get(group) ?? []), pair]);
  }
  const elsewhere = takeEqual(here.before, here.after, ({ piece }) => keyOf(piece));
  const [lost, gained] = [byGroup(elsewhere.before), byGroup(elsewhere.after)];
  for (const [group, gone] of lost) {
    const come = gained.get(group) ?? [];
    const pairs = takeEdited(gone, come);
    if (pairs.length === 0) continue;
    reworded.set(group, [...(reworded.get(group) ?? []), ...pairs]);
    const taken = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
    lost.set(
      group,
      gone.filter((piece) => !taken.has(piece)),
    );
    gained.set(
      group,
      come.filter((piece) => !taken.has(piece)),
    );
  }
  return { kept, moved: elsewhere.pairs.length, gained, lost, reworded };
}
