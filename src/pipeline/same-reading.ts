// Boilerplate is known when all documents were judged; those that hold it are judged a second time. That may go wrong.
import type { DocumentReport } from "../model/report.ts";

/**
 * Is that the same document, wholly read both times? A second reading can run out of time, be cut short or meet another file;
 * what it says then must not stand in the place of the first.
 */
export function isSameReading(before: DocumentReport, again: DocumentReport): boolean {
  const read = ({ path, sha256, status, words, pages, reading }: DocumentReport): string =>
    JSON.stringify([path, sha256, status, words, pages, reading]);
  return again.status === "audited" && read(before) === read(again);
}
