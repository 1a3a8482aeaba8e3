// What an office file holds beside its text, and how the document says so: tracked changes, comments, objects.
import type { ChangesRead, Notice, ReadingRecord } from "../../model/document.ts";

export interface BesideText {
  readonly insertions: number;
  readonly deletions: number;
  /** Paragraphs with another style, outline level or list before a tracked change; left out where the reader cannot tell. */
  readonly formatting?: number;
  /** Comments that could not be read. */
  readonly comments: number;
  /** Charts, diagrams and embedded files whose text was not read. */
  readonly objects: number;
}

/**
 * The reading record and the notices of a file that was read whole. `read`: the reading of tracked changes that was taken;
 * `commentsApart`: how many comments there are in the layer of their own.
 */
export function sayBesideText(
  { insertions, deletions, formatting = 0, comments, objects }: BesideText,
  read: ChangesRead,
  { engine = "own", commentsApart = 0 }: { engine?: string; commentsApart?: number } = {},
): { readonly reading: ReadingRecord; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const changes = { insertions, deletions, formatting, read };
  const changed = insertions + deletions + formatting > 0;
  if (changed) notices.push({ code: "TRACKED_CHANGES", params: changes });
  if (comments > 0 || objects > 0) notices.push({ code: "PARTS_LEFT_OUT", params: { comments, objects } });
  if (commentsApart > 0) notices.push({ code: "COMMENTS_APART", params: { count: commentsApart } });
  const whole: ReadingRecord = { share: 1, pagesWithoutText: [], garbled: [], engine };
  return { reading: changed ? { ...whole, changes } : whole, notices };
}
