// Which boilerplate a report names: read off the evidence that is marked as such.
import type { DocumentReport, EvidenceReport, StandardTextReport } from "./report.ts";

const longestText = 300;

/** A sentence as it is quoted, from what evidence shows of it. */
export function quotedSentence({ before, match, after }: EvidenceReport["excerpt"]): string {
  return `${before}${match}${after}`.replace(/\s+/g, " ").trim().slice(0, longestText);
}

/** The sentences that are marked as boilerplate, each once with the number of its documents; those in most documents first. */
export function standardTextOf(documents: readonly DocumentReport[]): StandardTextReport[] {
  const found = new Map<string, StandardTextReport>();
  for (const { type, evidence } of documents) {
    const here = new Map(
      evidence.flatMap((piece) =>
        piece.standardText === true && piece.sentence !== undefined ? [[piece.sentence, piece.excerpt]] : [],
      ),
    );
    for (const [sentence, excerpt] of here) {
      const key = `${type.id} ${sentence}`;
      const text = quotedSentence(excerpt);
      const known = found.get(key) ?? { sentence, type: type.id, documents: 0, text };
      found.set(key, { ...known, documents: known.documents + 1 });
    }
  }
  return [...found.values()].sort(
    (a, b) => b.documents - a.documents || (a.type + a.sentence < b.type + b.sentence ? -1 : 1),
  );
}
