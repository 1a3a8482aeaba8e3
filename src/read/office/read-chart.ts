// The numbers that a chart is drawn from, and its titles (DrawingML chart, ECMA-376 part 1, 21.2).
import type { Piece, RawBlock } from "../document-builder.ts";
import type { Location } from "../../model/location.ts";
import { readXml } from "./read-xml.ts";

interface Series {
  name: string;
  readonly categories: Map<number, string>;
  readonly values: Map<number, string>;
}

export interface Chart {
  readonly title: string;
  readonly axes: readonly string[];
  readonly series: readonly Series[];
  /** It has more categories or series than are read. */
  readonly cutOff: boolean;
}

/** Enough for each municipality of the country. A chart of more points shows a curve, not things that one reads. */
const mostCategories = 400;
const mostSeries = 50;

/** Chart part → what it is drawn from; null when it is broken or holds nothing. */
export function readChart(bytes: Uint8Array): Chart | null {
  const series: Series[] = [];
  const axes: string[] = [];
  let title = "";
  let words = "";
  let current: Series | null = null;
  let cutOff = false;
  let side: "name" | "category" | "value" | null = null;
  let point = 0;
  let value = "";
  let titleDepth = 0;
  let axisDepth = 0;
  let taking: "value" | "title" | null = null;

  const problem = readXml(bytes, {
    open: (name, attribute) => {
      switch (name) {
        case "c:ser":
          current = { name: "", categories: new Map(), values: new Map() };
          if (series.length < mostSeries) series.push(current);
          else cutOff = true;
          break;
        case "c:tx":
          if (current !== null) side = "name";
          break;
        case "c:cat":
        case "c:xVal":
          side = "category";
          break;
        case "c:val":
        case "c:yVal":
          side = "value";
          break;
        case "c:pt":
          point = Number.parseInt(attribute("idx") ?? "0", 10) || 0;
          break;
        case "c:v":
          taking = "value";
          value = "";
          break;
        case "c:title":
          titleDepth++;
          words = "";
          break;
        case "c:catAx":
        case "c:valAx":
        case "c:dateAx":
        case "c:serAx":
          axisDepth++;
          break;
        case "a:p":
          if (words !== "") words += " ";
          break;
        case "a:t":
          if (titleDepth > 0) taking = "title";
          break;
      }
    },
    close: (name) => {
      switch (name) {
        case "c:ser":
          current = null;
          break;
        case "c:tx":
        case "c:cat":
        case "c:xVal":
        case "c:val":
        case "c:yVal":
          side = null;
          break;
        case "c:v":
          taking = null;
          if (point >= mostCategories) cutOff = true;
          if (current === null || point >= mostCategories) break;
          if (side === "name") current.name = value;
          else if (side === "category") current.categories.set(point, value);
          else if (side === "value") current.values.set(point, shown(value));
          break;
        case "a:t":
          taking = null;
          break;
        case "c:title":
          titleDepth--;
          if (words.trim() === "") break;
          if (axisDepth > 0) axes.push(words.trim());
          else title = words.trim();
          break;
        case "c:catAx":
        case "c:valAx":
        case "c:dateAx":
        case "c:serAx":
          axisDepth--;
          break;
      }
    },
    text: (content) => {
      if (taking === "value") value += content;
      else if (taking === "title") words += content;
    },
  });
  if (problem !== null) return null;
  return title === "" && axes.length === 0 && series.length === 0 ? null : { title, axes, series, cutOff };
}

export interface ChartTable {
  /** Titles of the chart and its axes; "" without any. */
  readonly caption: string;
  /** Headings of the columns, the first of which holds the categories and has none; [] for a chart without numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The chart as the table that it was drawn from: a row for each category, a column for each series. */
export function chartTable(chart: Chart): ChartTable {
  const caption = [chart.title, ...chart.axes].filter((words) => words !== "").join(". ");
  const series = chart.series.filter((each) => each.name !== "" || each.values.size > 0);
  const categories = new Map<number, string>();
  for (const each of series)
    for (const [index, name] of each.categories) if (!categories.has(index)) categories.set(index, name);
  for (const each of series)
    for (const index of each.values.keys()) if (!categories.has(index)) categories.set(index, "");
  if (series.length === 0) return { caption, columns: [], rows: [] };
  const rows = [...categories.keys()]
    .sort((a, b) => a - b)
    .map((index) => [categories.get(index) ?? "", ...series.map((each) => each.values.get(index) ?? "")]);
  return { caption, columns: ["", ...series.map((each) => each.name)], rows };
}

/** The blocks of a chart at a place. */
export function chartBlocks(chart: Chart, location: Location, table: number): RawBlock[] {
  const piece = (text: string): Piece[] => (text === "" ? [] : [{ text, location }]);
  const { caption, columns, rows } = chartTable(chart);
  const blocks: RawBlock[] = [];
  if (caption !== "") blocks.push({ kind: "caption", pieces: piece(caption) });
  if (columns.length === 0) return blocks;
  blocks.push({ kind: "table-row", cells: columns.map(piece), columns: [], table });
  for (const cells of rows) blocks.push({ kind: "table-row", cells: cells.map(piece), columns, table });
  return blocks;
}

/** "0.68000000000000005" → "0,68". */
function shown(value: string): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  return String(Number(number.toPrecision(12))).replace(".", ",");
}
