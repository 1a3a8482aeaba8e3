// What is known of documents from the list of their archive: which facts there are, and what each document has of them.
import type { DocumentFacts } from "./report.ts";

/**
 * The facts that the documents have: "organisation" and "year" where one has it, then the headings of own columns in the
 * order they come.
 */
export function factsIn(documents: readonly DocumentFacts[]): string[] {
  const own = new Set(documents.flatMap(({ columns }) => Object.keys(columns ?? {})));
  return [
    ...(documents.some(({ organisation }) => organisation !== undefined) ? ["organisation"] : []),
    ...(documents.some(({ year }) => year !== undefined) ? ["year"] : []),
    ...own,
  ];
}

/** What a document has of a fact of `factsIn`; null for nothing. */
export function factOf(
  { organisation, year, columns = {} }: DocumentFacts,
  name: string,
): string | number | null {
  if (name === "organisation") return organisation ?? null;
  if (name === "year") return year ?? null;
  const cell = Object.hasOwn(columns, name) ? columns[name] : undefined;
  return cell === undefined || cell === "" ? null : cell;
}
