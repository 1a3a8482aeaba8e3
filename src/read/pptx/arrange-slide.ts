// The shapes of one slide → blocks: its title as a heading, then the rest in the order of the file.
import type { RawBlock } from "../document-builder.ts";
import type { Slide, SlideShape, SlideTable } from "./slide.ts";

/** Text longer than this is not the heading of a column. */
const longestColumnHeading = 80;
/** Text longer than this is no title. */
const longestTitle = 150;
/** Type that is larger by this share is seen as larger. */
const visiblyLarger = 1.2;
/** So many texts in one group are the lettering of a drawn chart. */
const fewestLabels = 6;
const longestLabel = 40;

const titles: ReadonlySet<string> = new Set(["title", "ctrTitle"]);
const furniture: ReadonlySet<string> = new Set(["ftr", "sldNum", "dt", "hdr"]);

export interface ArrangedSlide {
  readonly title: string | null;
  readonly blocks: readonly RawBlock[];
}

/**
 * `object` gives the blocks of a chart or diagram. `nextTable` counts tables, from 1.
 */
export function arrangeSlide(
  slide: Slide,
  number: number,
  nextTable: () => number,
  object: (kind: "chart" | "diagram", relationship: string) => readonly RawBlock[],
): ArrangedSlide {
  const location = { slide: number };
  const pieces = (text: string) => [{ text, location }];
  const blocks: RawBlock[] = [];
  const shapes = slide.items.filter((item) => item.kind === "shape");
  const titleShape =
    shapes.find((shape) => shape.placeholder !== null && titles.has(shape.placeholder)) ??
    titleByType(shapes);
  const title = titleShape === undefined ? null : oneLine(textOf(titleShape));
  if (title !== null) blocks.push({ kind: "heading", level: 1, pieces: pieces(title) });

  /** Short texts of a group with many of them, by group. */
  const labels = labelGroups(shapes);
  for (const item of slide.items) {
    if (item.kind === "table") blocks.push(...tableBlocks(item, number, nextTable()));
    else if (item.kind !== "shape") blocks.push(...object(item.kind, item.relationship));
    else if (item !== titleShape) {
      const { placeholder, paragraphs, group } = item;
      if (placeholder !== null && furniture.has(placeholder)) {
        blocks.push({ kind: "paragraph", layer: "furniture", pieces: pieces(oneLine(textOf(item))) });
        continue;
      }
      const lettering = group === null ? undefined : labels.get(group);
      if (lettering !== undefined && isLabel(item)) {
        if (lettering.length > 0)
          blocks.push({ kind: "caption", pieces: pieces(wordsFirst(lettering.splice(0)).join(" · ")) });
        continue;
      }
      // Places for text have bullets by their layout, and a single line in one is a sentence.
      const bulleted = (placeholder === "body" || placeholder === "obj") && paragraphs.length > 1;
      for (const paragraph of paragraphs) {
        const list = paragraph.bullet ?? (bulleted || paragraph.level > 0);
        blocks.push({ kind: list ? "list-item" : "paragraph", pieces: pieces(paragraph.text) });
      }
    }
  }
  return { title, blocks };
}

/** Without a place for a title: the text that alone stands in clearly larger type than all others. */
function titleByType(shapes: readonly SlideShape[]): SlideShape | undefined {
  const sized = shapes.flatMap((shape) => {
    if (shape.placeholder !== null) return [];
    const size = Math.max(...shape.paragraphs.map((paragraph) => paragraph.size ?? 0));
    return size > 0 ? [{ shape, size }] : [];
  });
  sized.sort((a, b) => b.size - a.size);
  const [largest, next] = sized;
  if (largest === undefined || next === undefined || largest.size < next.size * visiblyLarger)
    return undefined;
  const text = oneLine(textOf(largest.shape));
  return text.length <= longestTitle && /\p{L}{3}/u.test(text) ? largest.shape : undefined;
}

function labelGroups(shapes: readonly SlideShape[]): ReadonlyMap<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const shape of shapes) {
    if (shape.group === null || !isLabel(shape)) continue;
    const labels = groups.get(shape.group) ?? [];
    groups.set(shape.group, labels);
    labels.push(oneLine(textOf(shape)));
  }
  for (const [group, labels] of groups) if (labels.length < fewestLabels) groups.delete(group);
  return groups;
}

/** Names of groups and axes before the numbers along the axes. */
function wordsFirst(labels: readonly string[]): string[] {
  const hasWord = (label: string): boolean => /\p{L}{2}/u.test(label);
  return [...labels.filter(hasWord), ...labels.filter((label) => !hasWord(label))];
}

function isLabel(shape: SlideShape): boolean {
  return shape.placeholder === null && textOf(shape).trim().length <= longestLabel;
}

function tableBlocks(table: SlideTable, slide: number, number: number): RawBlock[] {
  const location = { slide };
  const [first, ...rest] = table.rows;
  const headed = first !== undefined && rest.length > 0 && (table.headed || looksLikeHeading(first));
  const headings: string[] = [];
  if (headed)
    for (const cell of first)
      for (let column = cell.column; column < cell.column + cell.span; column++)
        headings[column] = oneLine(cell.text);
  return table.rows.map((row, index) => ({
    kind: "table-row",
    cells: row.map(({ text }) => [{ text, location }]),
    columns: !headed || index === 0 ? [] : row.map(({ column }) => headings[column] ?? ""),
    table: number,
  }));
}

/** Words without amounts in all cells but perhaps the first. */
function looksLikeHeading(row: SlideTable["rows"][number]): boolean {
  return (
    row.length > 2 &&
    row.every(
      ({ text }, index) =>
        (index === 0 && text.trim() === "") ||
        (text.length <= longestColumnHeading &&
          (/\p{L}{2}/u.test(text) || /^(?:19|20)\d\d$/u.test(text.trim()))),
    )
  );
}

function textOf(shape: SlideShape): string {
  return shape.paragraphs.map((paragraph) => paragraph.text).join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
