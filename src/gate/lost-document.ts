// What goes with a document that a change removed: a finding of its own, when it held the perspective.
import { message } from "../messages/message.ts";
import { clippedText } from "../messages/plain-text.ts";
import type { LostDocumentReport } from "../model/check-report.ts";
import type { DocumentReport, EvidenceReport } from "../model/report.ts";
import { wordsAlone } from "../model/words-alone.ts";
import {
  isGraveEvidence,
  packOf,
  piecesOf,
  quoteLength,
  quoteOf,
  sectionLevel,
  type LossContext,
} from "./losses.ts";

/** What a piece of evidence is known by in another document: its sentence, or, of a short one, the words around it. */
const keyOf = (piece: EvidenceReport): string => piece.sentence ?? wordsAlone(quoteOf(piece));

/** The evidence of documents that are still there, to be asked whether what is gone stands in one of them now. */
export interface StandingEvidence {
  readonly note: (document: DocumentReport) => void;
  readonly has: (piece: EvidenceReport) => boolean;
}

/** Knows of no document yet. */
export function standingEvidence(): StandingEvidence {
  const keys = new Set<string>();
  return {
    note: ({ evidence }) => {
      for (const piece of evidence) keys.add(keyOf(piece));
    },
    has: (piece) => keys.has(keyOf(piece)),
  };
}

/**
 * One loss for each pack whose perspective the removed document held, outside forewords and more than in passing; [] when
 * there was nothing of the kind, or when at least half of it stands in another document now. It is known by its deepest
 * sentence, wherever the document lay.
 */
export function findLostDocument(
  removed: DocumentReport,
  standing: Pick<StandingEvidence, "has">,
  { lang, fingerprintOf }: Pick<LossContext, "lang" | "fingerprintOf">,
): LostDocumentReport[] {
  if (removed.status !== "audited") return [];
  const packs = [...new Set(removed.evidence.map(packOf))].sort();
  return packs.flatMap((pack): LostDocumentReport[] => {
    const pieces = piecesOf(removed, pack).filter(({ level }) => level >= sectionLevel);
    const lost = pieces.filter((piece) => !standing.has(piece));
    const [deepest] = [...lost].sort((a, b) => b.level - a.level);
    if (deepest === undefined || lost.length * 2 <= pieces.length) return [];
    const rule = `${pack}lost-document`;
    return [
      {
        path: removed.path,
        fingerprint: fingerprintOf(rule, [], quoteOf(deepest), 0),
        rule,
        severity: lost.some(isGraveEvidence) ? "high" : "medium",
        message: message(lang, "loss.document", {
          n: lost.length,
          text: clippedText(quoteOf(deepest), quoteLength),
        }),
        question: message(lang, "loss.question"),
        recommendation: message(lang, "loss.recommendation"),
      },
    ];
  });
}
