// Sentences that documents of a decision have from each other, as every format tells them.
import { message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";
import type { EvidenceReport, Report, SharedTextReport } from "../model/report.ts";

/** "protokoll.docx, tjansteskrivelse.docx": the files that hold a sentence, named as people name them. */
export function sharedFiles({ documents }: Pick<SharedTextReport, "documents">): string {
  return documents.map((path) => clippedText(plainText(path.split(/[\\/]/).at(-1) ?? path), 100)).join(", ");
}

const none: readonly SharedTextReport[] = [];
const sentencesOf = new WeakMap<readonly SharedTextReport[], ReadonlyMap<string, SharedTextReport>>();

/** Shared text by its sentence, worked out once a report: it is asked for with every piece of evidence. */
function bySentence(sharedText: readonly SharedTextReport[]): ReadonlyMap<string, SharedTextReport> {
  const known = sentencesOf.get(sharedText);
  if (known !== undefined) return known;
  const made = new Map(sharedText.map((shared) => [shared.sentence, shared]));
  sentencesOf.set(sharedText, made);
  return made;
}

/** "samma mening i …" for evidence whose sentence stands in several documents of a decision; "" for other evidence. */
export function sharedNote(
  { sentence }: Pick<EvidenceReport, "sentence">,
  { sharedText = none }: Pick<Report, "sharedText">,
  lang: Language,
): string {
  const shared = sentence === undefined ? undefined : bySentence(sharedText).get(sentence);
  return shared === undefined ? "" : message(lang, "shared.piece", { files: sharedFiles(shared) });
}

/** The other files that hold the sentence of a piece of evidence, decisions and what they rest on; "" for other evidence. */
export function sharedWith(
  { sentence }: Pick<EvidenceReport, "sentence">,
  path: string,
  { sharedText = none }: Pick<Report, "sharedText">,
): string {
  const shared = sentence === undefined ? undefined : bySentence(sharedText).get(sentence);
  return sharedFiles({ documents: (shared?.documents ?? []).filter((other) => other !== path) });
}

/** Pieces of evidence for a policy goal that a sum over all documents counts twice. */
export function countedTwice({ sharedText = [] }: Pick<Report, "sharedText">, goal: string): number {
  return sharedText.reduce(
    (sum, { policyGoals }) => sum + (Object.hasOwn(policyGoals, goal) ? (policyGoals[goal] ?? 0) : 0),
    0,
  );
}
