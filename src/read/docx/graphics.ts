// Charts and SmartArt of a Word document: parts of their own, which the text only points to. A chart is read as the table
// that it was drawn from, a diagram as a list of its texts.
import type { Archive } from "../archive/open-archive.ts";
import { chartTable, readChart } from "../office/read-chart.ts";
import { readDiagram } from "../office/read-diagram.ts";
import type { Relationship } from "../office/read-relationships.ts";
import type { Item, Paragraph } from "../word-processor/story.ts";
import type { StyleRole } from "../word-processor/style-names.ts";

/**
 * What stands in the chart or diagram of that relationship, at that paragraph, and whether that is all of it; null when it
 * cannot be had.
 */
export type ReadGraphic = (
  kind: "chart" | "diagram",
  relationship: string,
  paragraph: number,
) => Graphic | null;

interface Graphic {
  readonly items: readonly Item[];
  readonly whole: boolean;
}

/** Reads the graphics that a part points to. */
export function graphicsOf(archive: Archive, relationships: readonly Relationship[]): ReadGraphic {
  return (kind, relationship, paragraph) => {
    const target = relationships.find(({ id }) => id === relationship)?.target;
    const part = target === undefined ? null : archive.read(target);
    if (part?.kind !== "bytes") return null;
    return kind === "chart" ? chartItems(part.bytes, paragraph) : diagramItems(part.bytes, paragraph);
  };
}

function chartItems(bytes: Uint8Array, number: number): Graphic | null {
  const chart = readChart(bytes);
  if (chart === null) return null;
  const { caption, columns, rows } = chartTable(chart);
  const items: Item[] = caption === "" ? [] : [line(caption, number, "caption")];
  const whole = !chart.cutOff;
  if (columns.length === 0) return { items, whole };
  const row = (texts: readonly string[], header: boolean) => ({
    header,
    cells: texts.map((text, column) => ({ column, span: 1, items: [line(text, number, null)] })),
  });
  items.push({ kind: "table", rows: [row(columns, true), ...rows.map((texts) => row(texts, false))] });
  return { items, whole };
}

function diagramItems(bytes: Uint8Array, number: number): Graphic | null {
  const texts = readDiagram(bytes);
  return texts.length === 0 ? null : { items: texts.map((text) => line(text, number, "list")), whole: true };
}

function line(text: string, number: number, role: StyleRole["role"]): Paragraph {
  return {
    kind: "paragraph",
    number,
    pieces: text === "" ? [] : [{ text, location: { paragraph: number } }],
    style: { role, headingLike: false },
    level: null,
    list: role === "list",
    label: "",
    contents: false,
    bold: false,
    setApart: false,
    setApartLines: [],
    size: null,
    notes: [],
  };
}
