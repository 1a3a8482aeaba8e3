// One slide, or the notes of one, → its shapes and tables with their text.
import { startAlternatives, type Alternatives } from "../office/alternatives.ts";
import type { Meter } from "../office/meter.ts";
import { isOn, readXml, type Attribute, type XmlProblem } from "../office/read-xml.ts";
import type { Slide, SlideItem, SlideParagraph } from "./slide.ts";

interface OpenTable {
  headed: boolean;
  readonly rows: { column: number; span: number; text: string }[][];
  column: number;
  span: number;
  covered: boolean;
}

/** What is open in a slide while it is being read, and what has been found so far. */
interface OpenSlide {
  readonly meter: Meter;
  readonly items: SlideItem[];
  /** How many runs name each language. */
  readonly languages: Map<string, number>;
  hidden: boolean;
  pictures: number;
  embedded: number;
  /** Groups that lie in no other, and how deep in groups we are. */
  groups: number;
  groupDepth: number;
  placeholder: string | null;
  paragraphs: SlideParagraph[] | null;
  paragraph: { text: string; level: number; bullet: boolean | null; size: number | null } | null;
  table: OpenTable | null;
  /** Whether what stands between tags is text. */
  taking: boolean;
  /** Elements that are open inside one that is left out, itself among them. */
  leftOut: number;
  readonly alternatives: Alternatives;
}

const widestSpan = 1_000;
const deepestLevel = 8;

/** `bytes` are the part's XML. Returns the problem where the XML is broken or beyond the meter's limits. */
export function readSlide(bytes: Uint8Array, meter: Meter): Slide | XmlProblem {
  const slide: OpenSlide = {
    meter,
    items: [],
    languages: new Map(),
    hidden: false,
    pictures: 0,
    embedded: 0,
    groups: 0,
    groupDepth: 0,
    placeholder: null,
    paragraphs: null,
    paragraph: null,
    table: null,
    taking: false,
    leftOut: 0,
    alternatives: startAlternatives(),
  };
  const problem = readXml(
    bytes,
    {
      open: (name, attribute) => {
        if (slide.leftOut > 0) slide.leftOut++;
        else if (name.startsWith("a:")) openDrawn(slide, name, attribute);
        else openOnSlide(slide, name, attribute);
      },
      close: (name) => {
        if (slide.leftOut > 0) slide.leftOut--;
        else close(slide, name);
      },
      text: (content) => {
        const { paragraph } = slide;
        if (!slide.taking || slide.leftOut > 0 || paragraph === null) return;
        meter.characters(content.length);
        paragraph.text += content;
      },
    },
    meter.xmlLevels,
  );
  const { items, hidden, pictures, embedded, languages } = slide;
  return problem ?? { kind: "slide", items, hidden, pictures, embedded, languages };
}

/** Shapes, groups and what else lies on a slide. */
function openOnSlide(slide: OpenSlide, name: string, attribute: Attribute): void {
  const { items, alternatives } = slide;
  switch (name) {
    case "p:sld":
      slide.hidden = attribute("show") !== undefined && !isOn(attribute("show"));
      break;
    case "p:grpSp":
      if (slide.groupDepth++ === 0) slide.groups++;
      break;
    case "p:sp":
    case "p:cxnSp":
      slide.placeholder = null;
      break;
    case "p:ph":
      // Without a type it is a place for anything, mostly text (ECMA-376 part 1, 19.3.1.36).
      slide.placeholder = attribute("type") ?? "obj";
      break;
    case "p:txBody":
      slide.paragraphs = [];
      break;
    case "c:chart":
      items.push({ kind: "chart", relationship: attribute("r:id") ?? "" });
      break;
    case "dgm:relIds":
      items.push({ kind: "diagram", relationship: attribute("r:dm") ?? "" });
      break;
    case "p:pic":
      slide.pictures++;
      break;
    case "p:oleObj":
      slide.embedded++;
      break;
    case "mc:AlternateContent":
      alternatives.open();
      break;
    case "mc:Choice":
    case "mc:Fallback":
      if (!alternatives.reads(name)) slide.leftOut = 1;
      break;
  }
}

/** What DrawingML writes in all programs alike: paragraphs with their runs, and tables. */
function openDrawn(slide: OpenSlide, name: string, attribute: Attribute): void {
  const { paragraph, table, languages } = slide;
  switch (name) {
    case "a:txBody":
      slide.paragraphs = [];
      break;
    case "a:p":
      slide.meter.paragraph();
      slide.paragraph = { text: "", level: 0, bullet: null, size: null };
      break;
    case "a:pPr":
      if (paragraph !== null)
        paragraph.level = Math.min(Number.parseInt(attribute("lvl") ?? "0", 10) || 0, deepestLevel);
      break;
    case "a:buNone":
      if (paragraph !== null) paragraph.bullet = false;
      break;
    case "a:buChar":
    case "a:buAutoNum":
    case "a:buBlip":
      if (paragraph !== null) paragraph.bullet = true;
      break;
    case "a:rPr": {
      const language = attribute("lang");
      if (language !== undefined) languages.set(language, (languages.get(language) ?? 0) + 1);
      const size = Number.parseInt(attribute("sz") ?? "", 10);
      if (paragraph !== null && size > 0) paragraph.size = Math.max(paragraph.size ?? 0, size);
      break;
    }
    case "a:t":
      slide.taking = true;
      break;
    case "a:br":
      if (paragraph !== null) paragraph.text += "\n";
      break;
    case "a:tbl":
      slide.table = { headed: false, rows: [], column: 0, span: 1, covered: false };
      break;
    case "a:tblPr":
      if (table !== null) table.headed = attribute("firstRow") !== undefined && isOn(attribute("firstRow"));
      break;
    case "a:tr":
      table?.rows.push([]);
      if (table !== null) table.column = 0;
      break;
    case "a:tc":
      if (table === null) break;
      table.span = Math.min(Number.parseInt(attribute("gridSpan") ?? "1", 10) || 1, widestSpan);
      table.covered = [attribute("hMerge"), attribute("vMerge")].some(
        (value) => value !== undefined && isOn(value),
      );
      break;
  }
}

function close(slide: OpenSlide, name: string): void {
  const { paragraph, table } = slide;
  switch (name) {
    case "p:grpSp":
      slide.groupDepth--;
      break;
    case "a:p":
      if (paragraph !== null && paragraph.text.trim() !== "") slide.paragraphs?.push(paragraph);
      slide.paragraph = null;
      break;
    case "a:t":
      slide.taking = false;
      break;
    case "p:txBody":
    case "a:txBody":
      if (slide.paragraphs !== null) deliverText(slide, slide.paragraphs);
      slide.paragraphs = null;
      break;
    case "a:tc":
      // Cells that a span covers follow as elements of their own.
      if (table !== null) table.column++;
      break;
    case "a:tbl":
      if (table !== null) slide.items.push({ kind: "table", headed: table.headed, rows: table.rows });
      slide.table = null;
      break;
    case "mc:AlternateContent":
      slide.alternatives.close();
      break;
  }
}

/** What stood in a body of text is that of a cell or of a shape. */
function deliverText(slide: OpenSlide, paragraphs: readonly SlideParagraph[]): void {
  const { table, items, placeholder, groupDepth, groups } = slide;
  if (table !== null) {
    const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
    if (!table.covered) table.rows.at(-1)?.push({ column: table.column, span: table.span, text });
  } else if (paragraphs.length > 0)
    items.push({ kind: "shape", placeholder, group: groupDepth > 0 ? groups : null, paragraphs });
}
