// The report as data: one object (json), or one document a line (jsonl). The field names are the contract of model/report.ts.
import type { DocumentLine, DocumentReport, DuplicateLine, Origin, Report } from "../model/report.ts";

// JSON escapes C0 by itself. The rest that a terminal obeys or that hides text (C1, direction overrides) may stand raw
// in JSON, but reports are read with `cat` and `less` too; such a character can only stand inside a string.
const unsafe = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON without characters that a terminal obeys or that hide text; the value stays the same. */
export function escapeUnsafe(json: string): string {
  return json.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const indented = (value: unknown, by: string): string =>
  escapeUnsafe(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${by}`);

/**
 * The whole report as one object, indented by two spaces, with a line break at the end: the text of `JSON.stringify`, a
 * document at a time. Ten thousand documents in one text took 2 GB, and of large ones it is longer than a text can be.
 */
export function* jsonPieces(report: Report): Generator<string> {
  let before = "{";
  for (const [name, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(name)}: `;
    if (name === "documents" && report.documents.length > 0) yield* itemPieces(report.documents);
    else yield indented(value, "  ");
    before = ",";
  }
  yield "\n}\n";
}

function* itemPieces(items: readonly unknown[]): Generator<string> {
  let before = "[";
  for (const item of items) {
    yield `${before}\n    ${indented(item, "    ")}`;
    before = ",";
  }
  yield "\n  ]";
}

/** What a line says of how its document was judged, beside the rules. */
export type LineFacts = Pick<DocumentLine, "conditions" | "again">;

/** What a line says of the run beside the document. */
export type LineOrigin = Partial<Origin> & LineFacts & Pick<DocumentLine, "shard">;

/** One document as one line, its line break included. `origin` is null when nobody knows by which rules it was judged. */
export function renderJsonLine(document: DocumentReport, origin: LineOrigin | null): string {
  const { tool, packs, conditions, shard, again } = origin ?? {};
  const line = { ...document, tool, packs, conditions, shard, again };
  return `${escapeUnsafe(JSON.stringify(line))}\n`;
}

/** A file with the content of an earlier one, as one line. */
export function renderDuplicateLine(line: DuplicateLine): string {
  return `${escapeUnsafe(JSON.stringify(line))}\n`;
}

/** A line's document without what the line says of its run, and that. */
export function splitLine({ tool, packs, conditions, shard, again, ...document }: DocumentLine): {
  readonly document: DocumentReport;
  readonly origin: Origin | null;
  readonly facts: LineFacts;
  readonly shard: DocumentLine["shard"];
} {
  const origin = tool === undefined || packs === undefined ? null : { tool, packs };
  const facts = {
    ...(conditions === undefined ? {} : { conditions }),
    ...(again === undefined ? {} : { again }),
  };
  return { document, origin, facts, shard };
}

/** All documents of a report, one a line. */
export function renderJsonLines(report: Report): string {
  const { tool, packs, duplicates = [] } = report;
  return [
    ...report.documents.map((document) => renderJsonLine(document, { tool, packs })),
    ...duplicates.map(renderDuplicateLine),
  ].join("");
}
