// Which sentences minutes have from the report behind them: read off the evidence, which names each sentence by its words
// (handbook K-PR-05, T-48). Nothing is kept for it while documents are audited.
import type { DocumentReport, EvidenceReport, Report, SharedTextReport } from "./report.ts";
import { quotedSentence, standardTextOf } from "./standard-text.ts";

interface Holder {
  readonly document: DocumentReport;
  readonly pieces: EvidenceReport[];
}

/**
 * The sentences on the perspective that stand word for word in documents of different types that prepare or take a decision,
 * in the order of the documents. Boilerplate is left out: it says nothing of how two documents hang together.
 */
function sharedTextOf(
  documents: readonly DocumentReport[],
  { stages = {} }: Pick<Report["labels"], "stages">,
): SharedTextReport[] {
  const holders = new Map<string, Holder[]>();
  for (const document of documents) {
    if (!Object.hasOwn(stages, document.type.id) || stages[document.type.id] !== "decision") continue;
    for (const piece of document.evidence) {
      if (piece.sentence === undefined) continue;
      const own = holders.get(piece.sentence) ?? [];
      holders.set(piece.sentence, own);
      const last = own.at(-1);
      if (last?.document === document) last.pieces.push(piece);
      else own.push({ document, pieces: [piece] });
    }
  }
  return [...holders].flatMap(([sentence, own]): SharedTextReport[] => {
    const pieces = own.flatMap((holder) => holder.pieces);
    const [first] = pieces;
    const types = new Set(own.map(({ document }) => document.type.id));
    if (first === undefined || types.size < 2 || pieces.some((piece) => piece.standardText === true))
      return [];
    return [
      {
        sentence,
        text: quotedSentence(first.excerpt),
        documents: own.map(({ document }) => document.path),
        policyGoals: goalsOf(own.slice(1).flatMap((holder) => holder.pieces)),
      },
    ];
  });
}

/** What a report says of sentences that stand in several of its documents; {} where none does. */
export function repeatedTextsOf(
  documents: readonly DocumentReport[],
  labels: Report["labels"],
): Pick<Report, "standardText" | "sharedText"> {
  const standardText = standardTextOf(documents);
  const sharedText = sharedTextOf(documents, labels);
  return {
    ...(standardText.length === 0 ? {} : { standardText }),
    ...(sharedText.length === 0 ? {} : { sharedText }),
  };
}

function goalsOf(pieces: readonly EvidenceReport[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const goal of pieces.flatMap((piece) => piece.policyGoals))
    counts[String(goal)] = (counts[String(goal)] ?? 0) + 1;
  return counts;
}
