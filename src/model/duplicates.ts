// Files with the very content of another: which is the first, and which only repeat it.
import type { DocumentReport, DuplicateReport } from "./report.ts";

/** SHA-256 of no bytes at all: empty files have nothing in common but their emptiness, and each is named as unread. */
const emptySha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

export interface DuplicateFinder {
  /** Path of the first file that was noted with this content. */
  find(sha256: string): string | undefined;
  note(path: string, sha256: string): void;
}

/** Knows of no file yet. A file without a byte, or without a hash (""), is never found again. */
export function duplicateFinder(): DuplicateFinder {
  const first = new Map<string, string>();
  return {
    find: (sha256) => first.get(sha256),
    note(path, sha256) {
      if (sha256 !== "" && sha256 !== emptySha256 && !first.has(sha256)) first.set(sha256, path);
    },
  };
}

/** What is said of a file that repeats another: where it is, and what is known of it from a list. */
export function duplicateOf(
  document: Pick<DocumentReport, "path" | "sha256" | "organisation" | "year" | "columns">,
  first: string,
): DuplicateReport {
  const { path, sha256, organisation, year, columns } = document;
  return {
    path,
    sha256,
    duplicateOf: first,
    ...(organisation === undefined ? {} : { organisation }),
    ...(year === undefined ? {} : { year }),
    ...(columns === undefined ? {} : { columns }),
  };
}
