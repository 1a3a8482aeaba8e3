// Parts of pages, found and ordered → the raw blocks of the document.
import type { Piece, RawBlock } from "../document-builder.ts";
import type { Location } from "../../model/location.ts";
import type { BodyStyle } from "./headings/body-style.ts";
import { scaleOf } from "./headings/body-style.ts";
import { findCharts } from "./charts.ts";
import { findHeadings, groupText } from "./headings/headings.ts";
import type { Candidate, HeadingSigns } from "./headings/headings.ts";
import { headingLevels } from "./headings/heading-levels.ts";
import { findTitle } from "./headings/title.ts";
import type { Cover } from "./headings/title.ts";
import type { Line } from "./layout/lines.ts";
import { beginsListItem, continues, groupLines } from "./layout/paragraphs.ts";
import type { Group, Leading } from "./layout/paragraphs.ts";
import type { PageContents } from "./headings/contents.ts";
import { namedParts } from "./headings/named-titles.ts";
import type { Interval, TableRow } from "./tables/tables.ts";
import { columnHeadings } from "./tables/table-headings.ts";
import { captionStart } from "./layout/words.ts";

export interface ArrangedPage {
  readonly page: number;
  readonly label?: string;
  readonly height: number;
  readonly parts: PageContents["parts"];
  readonly furniture: readonly Line[];
}

type Item =
  | { readonly kind: "group"; readonly group: Group; readonly page: ArrangedPage }
  | { readonly kind: "contents"; readonly lines: readonly Line[] }
  | {
      readonly kind: "table";
      readonly rows: readonly TableRow[];
      readonly columns: readonly Interval[];
      readonly page: number;
    }
  | { readonly kind: "note"; readonly group: Group }
  | { readonly kind: "furniture"; readonly line: Line };

/** Footnotes are set smaller than this share of the running text. */
const noteScale = 0.93;
const beginsNote = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}(?=\s+[\p{Lu}"”(])|\*{1,3}|†)\s*\S/u;

export interface BlockSigns {
  readonly body: BodyStyle;
  readonly leading: Leading;
}

/** Pages in order → blocks in order. The document builder moves notes and furniture to the end. */
export function makeBlocks(
  pages: readonly ArrangedPage[],
  signs: HeadingSigns,
): { blocks: RawBlock[]; title: string | null } {
  const found = splitNamed(
    joinAcross(
      pages.flatMap((page) => pageItems(page, signs)),
      signs.body,
    ),
    signs,
  );
  const all = findHeadings(headingCandidates(found), signs);
  const { title, headings, dropped } = findTitle(all, coverOf(found), signs.body);
  const items = found.flatMap((item): Item[] => {
    if (item.kind !== "group") return [item];
    if (item.group === dropped.into) return title === null ? [item] : [{ ...item, group: title.group }];
    return dropped.groups.has(item.group) ? [] : [item];
  });
  const levels = headingLevels(headings, title);
  const places = new Map(pages.map((page): [number, Location] => [page.page, locationOf(page)]));
  const placeOf = (page: number): Location => places.get(page) ?? { page };
  return { blocks: toBlocks(items, levels, placeOf), title: title === null ? null : title.text };
}

const locationOf = (page: ArrangedPage): Location =>
  page.label === undefined ? { page: page.page } : { page: page.page, label: page.label };

function pageItems(page: ArrangedPage, { body, leading }: BlockSigns): Item[] {
  const items: Item[] = [];
  for (const part of page.parts) {
    if (part.kind === "text") {
      for (const group of groupLines(part.lines, leading, body)) items.push({ kind: "group", group, page });
    } else if (part.kind === "contents") items.push(part);
    else items.push({ ...part, page: page.page });
  }
  return [
    ...markNotes(items, page, body),
    ...page.furniture.map((line): Item => ({ kind: "furniture", line })),
  ];
}

/** Small type that begins with a note mark, in the lower part of the page, and what small type follows it. */
function markNotes(items: readonly Item[], page: ArrangedPage, body: BodyStyle): Item[] {
  let inNotes = false;
  return items.map((item) => {
    const line = item.kind === "group" ? item.group.lines[0] : undefined;
    if (item.kind !== "group" || line === undefined || scaleOf(line, body) > noteScale) {
      inNotes = false;
      return item;
    }
    inNotes ||= beginsNote.test(line.text) && line.y < 0.5 * page.height;
    return inNotes ? { kind: "note", group: item.group } : item;
  });
}

/** Text that a column or page break cut off is looked for past so many other things (captions, charts, boxes, notes). */
const widestInterruption = 60;

/** Paragraphs that a column or page break cuts in two become one. */
function joinAcross(items: readonly Item[], body: BodyStyle): Item[] {
  const joined: Item[] = [];
  /** Where the last group of running text stands in `joined`. */
  let open: number | null = null;
  for (const item of items) {
    if (item.kind === "group") {
      const before: Item | undefined = open === null ? undefined : joined[open];
      const near = open !== null && joined.length - open <= widestInterruption;
      if (
        open !== null &&
        near &&
        before?.kind === "group" &&
        item.group.spaceAbove === null &&
        continues(before.group, item.group, open === joined.length - 1)
      ) {
        joined[open] = {
          ...before,
          group: {
            ...before.group,
            lines: [...before.group.lines, ...item.group.lines],
            right: item.group.right,
          },
        };
        continue;
      }
      if (isRunningText(item.group, body) || open === null) open = joined.length;
    } else if (item.kind === "contents") open = null;
    joined.push(item);
  }
  return joined;
}

/** In the style of the running text and more than a few words: not a label, a caption or a box beside it. */
function isRunningText(group: Group, body: BodyStyle): boolean {
  const last = group.lines.at(-1);
  return (
    last !== undefined &&
    last.upright &&
    Math.abs(scaleOf(last, body) - 1) < 0.06 &&
    groupText(group).length > 30
  );
}

/** Headings that stand close under each other, one by one, where bookmarks or contents name each. */
function splitNamed(items: readonly Item[], { titles, body }: HeadingSigns): Item[] {
  if (titles.bookmarks.size + titles.contents.size === 0) return [...items];
  return items.flatMap((item): Item[] => {
    if (item.kind !== "group") return [item];
    const { group } = item;
    const [line] = group.lines;
    // Most groups are running text: they are not compared with every title.
    if (line === undefined || (!line.bold && scaleOf(line, body) < 1.06)) return [item];
    let from = 0;
    const parts = namedParts(group.lines, titles).map((count): Item => {
      const lines = group.lines.slice(from, from + count);
      const [first] = lines;
      const above = group.lines[from - 1];
      const spaceAbove =
        above === undefined || first === undefined ? group.spaceAbove : (above.y - first.y) / first.size;
      from += count;
      return { ...item, group: { ...group, lines, spaceAbove } };
    });
    return parts.length > 0 ? parts : [item];
  });
}

/** How many groups after a heading are looked at for the text that belongs to it. */
const lookAhead = 4;

function headingCandidates(items: readonly Item[]): Candidate[] {
  const charts = findCharts(
    items.flatMap((item) => (item.kind === "group" ? [{ group: item.group, page: item.page.page }] : [])),
  );
  const candidates: Candidate[] = [];
  let contentsAbove = false;
  for (const [index, item] of items.entries()) {
    contentsAbove ||= item.kind === "contents";
    if (item.kind !== "group") continue;
    const next: Group[] = [];
    let table = false;
    for (let at = index + 1; at < items.length && next.length < lookAhead; at++) {
      const other = items[at];
      if (other?.kind === "group") next.push(other.group);
      else if (other?.kind === "table") {
        table = true;
        break;
      }
    }
    candidates.push({
      group: item.group,
      next,
      table,
      page: item.page.page,
      inChart: charts.has(item.group),
      inContents: items[index + 1]?.kind === "contents" && contentsAbove,
    });
  }
  return candidates;
}

/** What stands on the first page with text, and how many words there are on it. */
function coverOf(items: readonly Item[]): Cover {
  const page = items.find((item) => item.kind === "group")?.page.page;
  const groups: Group[] = [];
  let words = 0;
  for (const item of items) {
    if (item.kind === "group" && item.page.page === page) {
      groups.push(item.group);
      words += groupText(item.group).split(" ").length;
    } else if (item.kind === "table" && item.page === page)
      words += item.rows
        .flatMap((row) => row.cells.flat())
        .reduce((sum, line) => sum + line.text.split(" ").length, 0);
    else if (item.kind === "contents" && item.lines[0]?.page === page) words += item.lines.length * 3;
  }
  return { groups, words };
}

/** Lines → pieces, a new one where the page changes. Lines are separated by line breaks, as they were. */
function piecesOf(lines: readonly Line[], placeOf: (page: number) => Location): Piece[] {
  const pieces: { text: string; location: Location; page: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const text = tidy(line.text) + (index < lines.length - 1 ? "\n" : "");
    const last = pieces.at(-1);
    if (last?.page === line.page) last.text += text;
    else pieces.push({ text, location: placeOf(line.page), page: line.page });
  }
  return pieces.map(({ text, location }) => ({ text, location }));
}

/** Bullets of symbol fonts come as private codes. */
const tidy = (text: string): string => text.replace(/[\uF0B7\uF0A7\uF0D8\uF076\uF02D]/gu, "•");

function toBlocks(
  items: readonly Item[],
  headings: ReadonlyMap<Group, number>,
  placeOf: (page: number) => Location,
): RawBlock[] {
  const blocks: RawBlock[] = [];
  let table = 0;
  let open: { columns: readonly Interval[]; headings: readonly string[]; page: number } | null = null;
  for (const item of items) {
    if (item.kind === "furniture") {
      blocks.push({ kind: "paragraph", layer: "furniture", pieces: piecesOf([item.line], placeOf) });
      continue;
    }
    if (item.kind === "table") {
      const own = columnHeadings(item.rows);
      const goesOn: boolean =
        open !== null && item.page === open.page + 1 && sameColumns(open.columns, item.columns);
      if (!goesOn) table++;
      const columns: readonly string[] =
        own.headings.length === 0 && goesOn ? (open?.headings ?? []) : own.headings;
      // The same column headings once more at the top of the page.
      const again = goesOn && own.rows > 0 && own.headings.join("\n") === open?.headings.join("\n");
      for (const [index, row] of item.rows.entries()) {
        if (again && index < own.rows) {
          for (const line of row.cells.flat())
            blocks.push({ kind: "paragraph", layer: "furniture", pieces: piecesOf([line], placeOf) });
          continue;
        }
        blocks.push({
          kind: "table-row",
          cells: row.cells.map((cell) => piecesOf(cell, placeOf)),
          columns: index < own.rows ? [] : columns,
          table,
        });
      }
      open = { columns: item.columns, headings: columns, page: item.page };
      continue;
    }
    if (item.kind === "note") {
      blocks.push({ kind: "paragraph", layer: "footnote", pieces: piecesOf(item.group.lines, placeOf) });
      continue;
    }
    open = null;
    if (item.kind === "contents") {
      for (const line of item.lines) {
        blocks.push({ kind: "paragraph", layer: "contents", pieces: piecesOf([line], placeOf) });
      }
      continue;
    }
    blocks.push(groupBlock(item.group, headings.get(item.group), placeOf));
  }
  return blocks;
}

function groupBlock(group: Group, level: number | undefined, placeOf: (page: number) => Location): RawBlock {
  const pieces = piecesOf(group.lines, placeOf);
  if (level !== undefined) return { kind: "heading", level, pieces };
  const text = groupText(group);
  if (captionStart.test(text) && group.lines.length <= 3) return { kind: "caption", pieces };
  if (beginsListItem(text)) return { kind: "list-item", pieces };
  // Bold is not passed on: type size, place and neighbours, seen here only, have already said that it is no heading.
  return { kind: "paragraph", pieces };
}

function sameColumns(a: readonly Interval[], b: readonly Interval[]): boolean {
  const tolerance = 12;
  return (
    a.length === b.length &&
    a.every((column, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        (Math.abs(column.x0 - other.x0) < tolerance || Math.abs(column.x1 - other.x1) < tolerance)
      );
    })
  );
}
