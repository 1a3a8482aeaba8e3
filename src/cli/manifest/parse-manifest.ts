// The list of an archive (`--manifest lista.csv`) as Excel writes it → what it says of each document, with the place of
// every cell, so that a slip can be found and mended in the list.
import { genomlysError, type ErrorPlace } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import { manifestHeadings } from "../../messages/manifest-headings.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { DocumentFacts } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";

/** One row of the list. */
export interface ManifestRow {
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
  /** As it is written there. */
  readonly path: string;
  /** Where its path stands. */
  readonly where: ErrorPlace;
  readonly facts: DocumentFacts;
  /** A type's id; undefined where the cell is empty or there is no such column. */
  readonly type: string | undefined;
}

export interface ManifestTable {
  readonly rows: readonly ManifestRow[];
  /** What documents can be grouped by: "organisation" and "year" where the list has them, and the own columns. */
  readonly columns: readonly string[];
}

type KnownColumn = keyof typeof manifestHeadings;

const delimiters = [";", ",", "\t"] as const;

/** "Document type", "document_type" and "DOCUMENT-TYPE" are one name. */
const plainName = (heading: string): string => heading.toLowerCase().replace(/[\s_-]+/g, "");

/** What a heading means, in any of its languages; undefined for an own column. */
export function knownColumn(heading: string): KnownColumn | undefined {
  const name = plainName(heading.normalize("NFC"));
  return (Object.keys(manifestHeadings) as KnownColumn[]).find((column) =>
    (manifestHeadings[column] as readonly string[]).includes(name),
  );
}

interface Heading {
  readonly index: number;
  readonly text: string;
  readonly column: KnownColumn | undefined;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the list called `named`. Cells are parted by semicolons, commas or tabs, whichever gives a column of paths; types are
 * told by their id or their name. Throws a GenomlysError that names the line for anything that cannot be right.
 */
export async function parseManifest(
  text: string,
  named: string,
  packs: readonly RulePack[],
): Promise<ManifestTable> {
  const { rows, delimiter } = await readRows(text, named);
  const [first, ...others] = rows;
  const lines = text.split(/\r\n|\r|\n/);
  const placeOf = ({ line, cells }: Row, index: number): ErrorPlace => {
    const lineText = lines[line - 1] ?? "";
    const before = cells.slice(0, index).join(delimiter).length + (index > 0 ? 1 : 0);
    const cell = cells[index] ?? "";
    // With quotes or line breaks in a cell before it, it stands elsewhere than it would.
    const at = lineText.startsWith(cell, before) ? before : onlyPlaceOf(cell, lineText);
    return at < 0
      ? { path: named, line, lineText }
      : { path: named, line, column: at + 1, lineText, length: cell.length };
  };
  const headings = first === undefined ? [] : headingsOf(first, (index) => placeOf(first, index));
  const pathColumn = headings.find(({ column }) => column === "path");
  if (first === undefined) throw genomlysError("MANIFEST_EMPTY", {}, { where: { path: named, line: 1 } });
  if (pathColumn === undefined) {
    const where = { path: named, line: first.line };
    const found = headings.map(({ text: heading }) => clippedText(heading, 40)).join(", ");
    throw genomlysError("MANIFEST_WITHOUT_PATHS", { found: clippedText(found, 200) }, { where });
  }
  const types = typeNames(packs);
  const own = headings.filter(({ column }) => column === undefined);
  const result = others.flatMap((row): ManifestRow[] => {
    const { line, cells } = row;
    if (cells.every((cell) => cell.trim() === "")) return [];
    const stray = cells.findIndex(
      (cell, index) => cell.trim() !== "" && !headings.some((heading) => heading.index === index),
    );
    const last = (headings.at(-1)?.index ?? 0) + 1;
    if (stray >= 0) {
      const values = { value: clippedText(cells[stray] ?? "", 60), n: stray + 1, columns: last };
      throw genomlysError("MANIFEST_CELL_WITHOUT_COLUMN", values, { where: placeOf(row, stray) });
    }
    const cellOf = (heading: Heading | undefined): string =>
      heading === undefined ? "" : (cells[heading.index] ?? "").trim();
    const find = (column: KnownColumn): Heading | undefined =>
      headings.find((heading) => heading.column === column);
    const path = cellOf(pathColumn);
    const where = placeOf(row, pathColumn.index);
    if (path === "")
      throw genomlysError(
        "MANIFEST_ROW_WITHOUT_PATH",
        { column: clippedText(pathColumn.text, 40) },
        { where },
      );
    const organisation = cellOf(find("organisation"));
    const yearHeading = find("year");
    const year = yearOf(cellOf(yearHeading), () => placeOf(row, yearHeading?.index ?? 0));
    const typeHeading = find("type");
    const type = typeOfCell(cellOf(typeHeading), types, () => placeOf(row, typeHeading?.index ?? 0));
    const columns = own.map((heading) => [heading.text, cellOf(heading)] as const);
    return [
      {
        line,
        path,
        where,
        type,
        facts: {
          ...(organisation === "" ? {} : { organisation }),
          ...(year === undefined ? {} : { year }),
          ...(columns.length === 0 ? {} : { columns: Object.fromEntries(columns) }),
        },
      },
    ];
  });
  if (result.length === 0) throw genomlysError("MANIFEST_EMPTY", {}, { where: { path: named, line: 1 } });
  const groupable = headings
    .filter(({ column }) => column !== "path" && column !== "type")
    .map(({ column, text: heading }) => column ?? heading);
  return { rows: result, columns: groupable };
}

/** Where `part` stands in `text`, from 0; -1 when it stands there not at all or several times. */
function onlyPlaceOf(part: string, text: string): number {
  const at = part === "" ? -1 : text.indexOf(part);
  return at >= 0 && text.indexOf(part, at + 1) < 0 ? at : -1;
}

/** Rows with the lines where they begin. The separator is the one that gives a column of paths, or else most columns. */
async function readRows(
  text: string,
  named: string,
): Promise<{ readonly rows: readonly Row[]; readonly delimiter: string }> {
  const { parseCsv } = await import("hucre/csv");
  // Excel's own way of saying what parts the cells.
  const said = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const parse = (delimiter: string, maxRows?: number): string[][] =>
    parseCsv(body, { delimiter, ...(maxRows === undefined ? {} : { maxRows }) }).map((cells) =>
      cells.map((cell) => (typeof cell === "string" ? cell : "").normalize("NFC")),
    );
  const heads = delimiters.map((delimiter) => ({
    delimiter: delimiter,
    head: parse(delimiter, 5).find((cells) => cells.some((cell) => cell.trim() !== "")) ?? [],
  }));
  const rank = ({ head }: (typeof heads)[number]): number =>
    head.length + (head.some((cell) => knownColumn(cell) === "path") ? 10_000 : 0);
  const best = heads.reduce((most, each) => (rank(each) > rank(most) ? each : most));
  const delimiter = said?.[1] ?? best.delimiter;
  let line = said === null ? 1 : 2;
  const rows = parse(delimiter).map((cells): Row => {
    const row = { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return row;
  });
  const last = rows.at(-1);
  // A cell that was opened and never closed has swallowed the rest of the file.
  if (last !== undefined && /[\r\n]/.test(last.cells.at(-1) ?? "") && !body.trimEnd().endsWith('"'))
    throw genomlysError("MANIFEST_QUOTE_OPEN", {}, { where: { path: named, line: last.line } });
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")), delimiter };
}

/** The columns of the first row. Throws for two of the same name: which one counts would be a guess. */
function headingsOf(row: Row, placeOf: (index: number) => ErrorPlace): Heading[] {
  const headings: Heading[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const text = cell.replace(/\s+/g, " ").trim();
    if (text === "") continue;
    const column = knownColumn(text);
    const twin = headings.find((other) =>
      column === undefined ? other.text === text : other.column === column,
    );
    if (twin !== undefined) {
      const values = { first: clippedText(twin.text, 40), second: clippedText(text, 40) };
      throw genomlysError("MANIFEST_COLUMN_TWICE", values, { where: placeOf(index) });
    }
    headings.push({ index, text, column });
  }
  return headings;
}

/** "2019" and "2019-05-01" → 2019; undefined for an empty cell. */
function yearOf(cell: string, where: () => ErrorPlace): number | undefined {
  if (cell === "") return undefined;
  const [, year] = /^(\d{4})(?:-\d{2}-\d{2})?$/.exec(cell) ?? [];
  if (year !== undefined) return Number(year);
  throw genomlysError("MANIFEST_YEAR", { value: clippedText(cell, 40) }, { where: where() });
}

/** Ids and names of document types, in small letters → id. */
function typeNames(packs: readonly RulePack[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>([["ovrigt", "ovrigt"]]);
  for (const pack of packs) {
    for (const rule of pack.rules) {
      if (rule.kind !== "documentType") continue;
      for (const name of [rule.id, rule.label.sv, rule.label.en]) {
        const key = name.toLowerCase();
        if (!names.has(key)) names.set(key, rule.id);
      }
    }
  }
  return names;
}

function typeOfCell(
  cell: string,
  types: ReadonlyMap<string, string>,
  where: () => ErrorPlace,
): string | undefined {
  if (cell === "" || cell.toLowerCase() === "auto") return undefined;
  const id = types.get(cell.toLowerCase());
  if (id !== undefined) return id;
  const suggestion = suggestName(cell.toLowerCase(), [...types.keys()]);
  const choices = [...new Set(types.values())].join(", ");
  throw genomlysError(
    "MANIFEST_TYPE_UNKNOWN",
    { value: clippedText(cell, 60), choices, ...(suggestion === undefined ? {} : { suggestion }) },
    { where: where() },
  );
}
