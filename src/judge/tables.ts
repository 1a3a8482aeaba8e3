// Tables of a document: which rows belong together and which row names the columns.
import type { Document } from "../model/document.ts";

/** Block numbers of a table: its header row, and the first block behind it. */
export interface TableRange {
  readonly header: number;
  readonly end: number;
}

const tablesByDocument = new WeakMap<Document, Map<number, TableRange>>();

/** The table that block number `block` is a row of, when a row of it names the columns; otherwise null. */
export function tableAround(document: Document, block: number): TableRange | null {
  const table = document.blocks[block]?.table;
  if (table === undefined) return null;
  let tables = tablesByDocument.get(document);
  if (tables === undefined) {
    tables = findTables(document);
    tablesByDocument.set(document, tables);
  }
  const range = tables.get(table);
  return range !== undefined && block >= range.header && block < range.end ? range : null;
}

function findTables(document: Document): Map<number, TableRange> {
  const tables = new Map<number, TableRange>();
  let last: { table: number; block: number; named: boolean } | null = null;
  for (const [block, { table, columns }] of document.blocks.entries()) {
    if (table === undefined) {
      last = null;
      continue;
    }
    const named = (columns?.length ?? 0) > 0;
    const known = tables.get(table);
    if (known !== undefined && known.end === block) tables.set(table, { ...known, end: block + 1 });
    // The row in front of the first one that knows its column headings is the one that names them.
    else if (named && last !== null && last.table === table && !last.named) {
      tables.set(table, { header: last.block, end: block + 1 });
    }
    last = { table, block, named };
  }
  return tables;
}
