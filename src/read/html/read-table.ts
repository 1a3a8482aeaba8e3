// A table of HTML → rows that know their column headings, with merged cells counted out.
import type { DefaultTreeAdapterTypes } from "parse5";
import type { Piece, RawBlock } from "../document-builder.ts";
import type { InlineRun } from "./inline-run.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Widest merge of cells that is believed. */
const widestSpan = 200;

interface Cell {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly heading: boolean;
  /** First column, from 0. */
  readonly column: number;
  readonly columns: number;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly inHead: boolean;
}

/**
 * Rows of a table; null when it is one that only arranges a page (a table inside it, or nowhere two cells in a row).
 * `onCaption` is called with the caption, which stands before the rows.
 */
export function readTable(
  table: Element,
  run: InlineRun,
  number: number,
  layer: "body" | "furniture" | "contents" | "footnote",
  onCaption: (caption: Element) => void,
): RawBlock[] | null {
  const found = rowElements(table);
  if (found.nested || !found.rows.some(({ row }) => cellElements(row).length > 1)) return null;
  if (found.caption !== null) onCaption(found.caption);

  /** Rows that a cell from above still reaches into, by column. */
  const reaching = new Map<number, number>();
  const rows = found.rows.map(({ row, inHead }): Row => {
    const cells: Cell[] = [];
    let column = 0;
    const free = (): void => {
      for (let left = reaching.get(column) ?? 0; left > 0; left = reaching.get(column) ?? 0) {
        reaching.set(column, left - 1);
        column++;
      }
    };
    for (const element of cellElements(row)) {
      free();
      const pieces = cellPieces(element, run);
      const columns = spanOf(element, "colspan");
      const deep = spanOf(element, "rowspan");
      cells.push({
        pieces,
        text: pieces
          .map((piece) => piece.text)
          .join("")
          .replace(/\s+/g, " ")
          .trim(),
        heading: element.tagName === "th",
        column,
        columns,
      });
      for (let at = column; at < column + columns; at++) if (deep > 1) reaching.set(at, deep - 1);
      column += columns;
    }
    free();
    return { cells, inHead };
  });

  let headRows = 0;
  while (headRows < rows.length - 1 && isHead(rows[headRows])) headRows++;
  const headings: string[] = [];
  for (const row of rows.slice(0, headRows))
    for (const cell of row.cells)
      for (let at = cell.column; at < cell.column + cell.columns; at++)
        headings[at] = [headings[at] ?? "", cell.text].filter((text) => text !== "").join(" ");
  return rows.map((row, index) => ({
    kind: "table-row",
    layer,
    cells: row.cells.map((cell) => cell.pieces),
    columns: index < headRows || headRows === 0 ? [] : row.cells.map((cell) => headings[cell.column] ?? ""),
    table: number,
  }));
}

function isHead(row: Row | undefined): boolean {
  return row !== undefined && row.cells.length > 0 && (row.inHead || row.cells.every((cell) => cell.heading));
}

function spanOf(element: Element, name: "colspan" | "rowspan"): number {
  const value = Number(element.attrs.find((one) => one.name === name)?.value ?? "1");
  return Number.isInteger(value) && value > 1 ? Math.min(value, widestSpan) : 1;
}

function rowElements(table: Element): {
  rows: { row: Element; inHead: boolean }[];
  caption: Element | null;
  nested: boolean;
} {
  const rows: { row: Element; inHead: boolean }[] = [];
  let caption: Element | null = null;
  const pending: { element: Element; inHead: boolean }[] = [{ element: table, inHead: false }];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const child of next.element.childNodes) {
      if (!("tagName" in child)) continue;
      if (child.tagName === "caption") caption ??= child;
      else if (child.tagName === "tr") rows.push({ row: child, inHead: next.inHead });
      else if (/^t(?:head|body|foot)$/.test(child.tagName))
        pending.push({ element: child, inHead: child.tagName === "thead" });
    }
  }
  return { rows, caption, nested: rows.some(({ row }) => cellElements(row).some(holdsTable)) };
}

function cellElements(row: Element): Element[] {
  return row.childNodes.filter(
    (child): child is Element => "tagName" in child && (child.tagName === "td" || child.tagName === "th"),
  );
}

function holdsTable(element: Element): boolean {
  const pending: Node[] = [...element.childNodes];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!("tagName" in node)) continue;
    if (node.tagName === "table") return true;
    for (const child of node.childNodes) pending.push(child);
  }
  return false;
}

/** Tags in a cell that begin a new line in it. */
const lines = new Set(["br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"]);
const dropped = new Set(["script", "style", "template", "noscript", "svg", "select", "button", "textarea"]);

/** All text of a cell as one run, blocks inside it on lines of their own. */
function cellPieces(cell: Element, run: InlineRun): readonly Piece[] {
  const pending: (Node | "break")[] = [...cell.childNodes].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === "break") {
      run.addBreak();
    } else if (node.nodeName === "#text" && "value" in node) {
      run.addText(node.value, node.sourceCodeLocation ?? null);
    } else if ("tagName" in node && !dropped.has(node.tagName)) {
      if (lines.has(node.tagName)) {
        run.addBreak();
        pending.push("break");
      }
      for (const child of [...node.childNodes].reverse()) pending.push(child);
    }
  }
  return run.take().pieces;
}
