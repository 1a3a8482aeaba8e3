// Lines of plain text → blocks: paragraphs, list items, table rows, lines set apart.
import type { Piece, RawBlock } from "../document-builder.ts";
import { splitNumber } from "../structure/split-number.ts";
import { bullet, listNumber, pageNumber } from "./swedish.ts";

/** One line of the source, without its line end. */
export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Column of the first code unit of `text`, from 1. */
  readonly column: number;
}

/** Longest line that can be one of hard-wrapped text; where lines are longer, each is a paragraph of its own. */
const longestWrapped = 140;
/** Lines looked at to learn how the text is wrapped. */
const sampleLines = 20_000;

/** A gap between two columns: a tab, three spaces and more, or an upright line between spaces. */
const columnGap = / *\t[ \t]*| {3,}| +\| +/;
const hasColumns = /\S(?: *\t[ \t]*| {3,}| +\| +)\S/;
const leaders = /\.{4,}|(?:\. ){4,}|…{2,}/;
/** Lines that only draw: rules, boxes. */
const drawing = /^[\s\p{P}\p{S}]+$/u;

/**
 * Blocks of a run of lines. Tables are numbered from `firstTable` on. Hard-wrapped lines stand in one block with "\n"
 * between them; list items, table rows and short lines set apart are blocks of their own.
 */
export function textBlocks(lines: readonly Line[], firstTable = 1): RawBlock[] {
  const width = wrapWidth(lines);
  const blocks: RawBlock[] = [];
  let table = firstTable;
  let run: Line[] = [];
  let kind: "paragraph" | "list-item" = "paragraph";

  const flush = (): void => {
    if (run.length > 0) blocks.push({ kind, pieces: piecesOf(run) });
    run = [];
    kind = "paragraph";
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const text = line.text.trim();
    if (text === "") {
      flush();
      continue;
    }
    if (drawing.test(text) && !/^[[\]()?!…]+$/.test(text)) {
      const [only] = run;
      // A line drawn under a single short line makes it a heading, as bold does.
      if (
        run.length === 1 &&
        only !== undefined &&
        /^(?:={3,}|-{3,}|_{3,}|~{3,})$/.test(text) &&
        only.text.trim().length < 100
      ) {
        blocks.push({ kind: "paragraph", strong: true, pieces: piecesOf(run) });
        run = [];
      }
      flush();
      continue;
    }
    const rows = tableRows(lines, index);
    if (rows > 0) {
      flush();
      blocks.push(...rowsOf(lines.slice(index, index + rows), table++));
      index += rows - 1;
      continue;
    }
    const bold = /^(?:\*\*|__)(?=\S)([^*]+)(?:\*\*|__)$/.exec(text);
    if (bold !== null) {
      flush();
      const column = line.column + line.text.indexOf(text) + 2;
      blocks.push({
        kind: "paragraph",
        strong: true,
        pieces: [{ text: bold[1] ?? "", location: { line: line.number, column } }],
      });
      continue;
    }
    if (pageNumber.test(text)) {
      flush();
      blocks.push({ kind: "paragraph", pieces: piecesOf([line]) });
      continue;
    }
    const sign = bullet.exec(text);
    if (sign !== null && !/^[-–—*+]\s+\d/.test(text)) {
      flush();
      kind = "list-item";
      const skipped = line.text.indexOf(text) + sign[0].length;
      run = [{ text: line.text.slice(skipped), number: line.number, column: line.column + skipped }];
      continue;
    }
    if (listNumber.test(text)) {
      flush();
      // Alone it may be a heading, which structure decides; among its like it is an item of a list.
      kind = isListLine(lines[index - 1]) || isListLine(lines[index + 1]) ? "list-item" : "paragraph";
      run = [line];
      continue;
    }
    const previous = run.at(-1);
    if (previous !== undefined && !goesOn(previous.text.trim(), text, width, kind, line, run)) flush();
    run.push(line);
  }
  flush();
  return blocks;
}

function isListLine(line: Line | undefined): boolean {
  return line !== undefined && listNumber.test(line.text.trim());
}

/** How long lines get: the length that nine of ten lines stay under. 0 when lines are not wrapped. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (const line of lines) {
    const { length } = line.text.trimEnd();
    if (length > 0) lengths.push(length);
    if (lengths.length >= sampleLines) break;
  }
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const longest = lengths.at(-1) ?? 0;
  return width > longestWrapped || longest > longestWrapped * 3 ? 0 : width;
}

/** Whether `text` goes on where `previous` ended, or begins a block of its own. */
function goesOn(
  previous: string,
  text: string,
  width: number,
  kind: "paragraph" | "list-item",
  line: Line,
  run: readonly Line[],
): boolean {
  const startsSmall = /^[\p{Ll}(]/u.test(text);
  const ended = /[.!?:]["”»)]?$/u.test(previous);
  if (/[\p{L}][-\xad\u2010¬]$/u.test(previous) && startsSmall) return true;
  if (/[;,]$/.test(previous) && startsSmall) return true;
  if (leaders.test(previous) || leaders.test(text)) return false;
  if (width === 0) {
    // Each line is a paragraph; only what broke in the middle of a sentence or a number is put together again.
    return (startsSmall && !ended) || (/\d$/.test(previous) && /^\d{3}(?!\d)/.test(text));
  }
  if (kind === "list-item") {
    const [first] = run;
    const indented =
      first !== undefined && /^\s+/.test(line.text) && line.column + indentOf(line) >= first.column;
    return indented || (startsSmall && !ended) || (!ended && previous.length > width * 0.75);
  }
  if (startsSmall) return !(ended && previous.length < width * 0.6);
  if (previous.length < width * 0.6) return false;
  if (ended) {
    if (previous.length < width * 0.85 && text.length > width * 0.6) return false;
    // A short line without an end after a finished sentence: a heading that no blank line sets apart.
    if (text.length < width * 0.6 && !/[.,;:!?]["”»)]?$/u.test(text)) return false;
    if (splitNumber(text, false).number !== null && text.length < width) return false;
  }
  return true;
}

function indentOf(line: Line): number {
  return line.text.length - line.text.trimStart().length;
}

/** The pieces of one block that `run` stands in, "\n" between its lines, without their indents. */
export function piecesOf(run: readonly Line[]): Piece[] {
  return run.map((line, index) => {
    const indent = indentOf(line);
    return {
      text: line.text.slice(indent) + (index < run.length - 1 ? "\n" : ""),
      location: { line: line.number, column: line.column + indent },
    };
  });
}

/** Number of lines from `index` on that form a table: two or more with columns, not those of a table of contents. */
function tableRows(lines: readonly Line[], index: number): number {
  let rows = 0;
  for (let at = index; at < lines.length; at++) {
    const line = lines[at]?.text ?? "";
    // Nearly all lines end here, before any expression is tried.
    if (!line.includes("   ") && !line.includes("\t") && !line.includes(" | ")) break;
    const text = line.trim();
    if (text === "" || !hasColumns.test(text) || leaders.test(text) || bullet.test(text)) break;
    // "1.\tHeading" has a tab, not columns.
    if (/^(?:\(?\d{1,3}[.)]?|\d{1,3}(?:\.\d{1,3})+\.?|\(?[a-z]\)|§\s?\d+)\s+\S+(?: \S+)*$/u.test(text)) break;
    // Several words in each of two columns side by side are running text in columns, or letter-spacing.
    rows++;
  }
  return rows >= 2 ? rows : 0;
}

function rowsOf(lines: readonly Line[], table: number): RawBlock[] {
  const rows = lines.map((line) => cellsOf(line));
  const [first] = rows;
  // The first row holds column headings when it has no figures but years, and the rows under it have some.
  const isHeader =
    first !== undefined &&
    rows.length > 1 &&
    first.every((cell) => /^(?:\D*|\D*(?:19|20)\d\d\D*)$/u.test(textOf(cell))) &&
    rows.slice(1).some((row) => row.some((cell) => /\d/.test(textOf(cell))));
  const headings = isHeader ? first.map(textOf) : [];
  return rows.map((cells, index) => ({
    kind: "table-row",
    cells,
    columns: index === 0 || cells.length !== headings.length ? [] : headings,
    table,
  }));
}

function textOf(cell: readonly Piece[]): string {
  return cell.map((piece) => piece.text).join("");
}

function cellsOf(line: Line): Piece[][] {
  const cells: Piece[][] = [];
  let at = indentOf(line);
  const text = line.text.trimEnd();
  while (at <= text.length) {
    const rest = text.slice(at);
    const gap = columnGap.exec(rest);
    const end = gap === null ? text.length : at + gap.index;
    cells.push([{ text: text.slice(at, end), location: { line: line.number, column: line.column + at } }]);
    if (gap === null) break;
    at = end + gap[0].length;
  }
  return cells;
}
