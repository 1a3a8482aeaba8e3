// One slide, or the notes of one, → its shapes and tables with their text.
import type { Meter } from "../office/meter.ts";
import { isOn, readXml } from "../office/read-xml.ts";
import type { XmlProblem } from "../office/read-xml.ts";
import type { Slide, SlideItem, SlideParagraph } from "./slide.ts";

interface OpenTable {
  headed: boolean;
  readonly rows: { column: number; span: number; text: string }[][];
  column: number;
  span: number;
  covered: boolean;
}

const widestSpan = 1_000;

/** `bytes` are the part's XML. Returns the problem where the XML is broken or beyond the meter's limits. */
export function readSlide(bytes: Uint8Array, meter: Meter): Slide | XmlProblem {
  const items: SlideItem[] = [];
  const languages = new Map<string, number>();
  let hidden = false;
  let pictures = 0;
  let embedded = 0;
  let groups = 0;
  let groupDepth = 0;
  let placeholder: string | null = null;
  let paragraphs: SlideParagraph[] | null = null;
  let open: { text: string; level: number; bullet: boolean | null; size: number | null } | null = null;
  let table: OpenTable | null = null;
  let taking = false;
  let leftOut = 0;
  /** For each open mc:AlternateContent, whether a choice has been read. */
  const alternatives: boolean[] = [];

  const problem = readXml(
    bytes,
    {
      open: (name, attribute) => {
        if (leftOut > 0) {
          leftOut++;
          return;
        }
        switch (name) {
          case "p:sld":
            hidden = attribute("show") !== undefined && !isOn(attribute("show"));
            break;
          case "p:grpSp":
            if (groupDepth++ === 0) groups++;
            break;
          case "p:sp":
          case "p:cxnSp":
            placeholder = null;
            break;
          case "p:ph":
            // Without a type it is a place for anything, mostly text (ECMA-376 part 1, 19.3.1.36).
            placeholder = attribute("type") ?? "obj";
            break;
          case "p:txBody":
          case "a:txBody":
            paragraphs = [];
            break;
          case "a:p":
            meter.paragraph();
            open = { text: "", level: 0, bullet: null, size: null };
            break;
          case "a:pPr":
            if (open !== null) open.level = Math.min(Number.parseInt(attribute("lvl") ?? "0", 10) || 0, 8);
            break;
          case "a:buNone":
            if (open !== null) open.bullet = false;
            break;
          case "a:buChar":
          case "a:buAutoNum":
          case "a:buBlip":
            if (open !== null) open.bullet = true;
            break;
          case "a:rPr": {
            const language = attribute("lang");
            if (language !== undefined) languages.set(language, (languages.get(language) ?? 0) + 1);
            const size = Number.parseInt(attribute("sz") ?? "", 10);
            if (open !== null && size > 0) open.size = Math.max(open.size ?? 0, size);
            break;
          }
          case "a:t":
            taking = true;
            break;
          case "a:br":
            if (open !== null) open.text += "\n";
            break;
          case "a:tbl":
            table = { headed: false, rows: [], column: 0, span: 1, covered: false };
            break;
          case "a:tblPr":
            if (table !== null)
              table.headed = attribute("firstRow") !== undefined && isOn(attribute("firstRow"));
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
          case "c:chart":
            items.push({ kind: "chart", relationship: attribute("r:id") ?? "" });
            break;
          case "dgm:relIds":
            items.push({ kind: "diagram", relationship: attribute("r:dm") ?? "" });
            break;
          case "p:pic":
            pictures++;
            break;
          case "p:oleObj":
            embedded++;
            break;
          case "mc:AlternateContent":
            alternatives.push(false);
            break;
          case "mc:Choice":
          case "mc:Fallback":
            // The same content in several forms for programs of several ages: the first is enough.
            if (alternatives.at(-1) === true) leftOut = 1;
            else if (alternatives.length > 0) alternatives[alternatives.length - 1] = true;
            break;
        }
      },
      close: (name) => {
        if (leftOut > 0) {
          leftOut--;
          return;
        }
        switch (name) {
          case "p:grpSp":
            groupDepth--;
            break;
          case "a:p":
            if (open !== null && open.text.trim() !== "") paragraphs?.push(open);
            open = null;
            break;
          case "a:t":
            taking = false;
            break;
          case "p:txBody":
          case "a:txBody":
            if (paragraphs === null) break;
            if (table !== null) {
              const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
              if (!table.covered) table.rows.at(-1)?.push({ column: table.column, span: table.span, text });
            } else if (paragraphs.length > 0) {
              items.push({
                kind: "shape",
                placeholder,
                group: groupDepth > 0 ? groups : null,
                paragraphs,
              });
            }
            paragraphs = null;
            break;
          case "a:tc":
            // Cells that a span covers follow as elements of their own.
            if (table !== null) table.column++;
            break;
          case "a:tbl":
            if (table !== null) items.push({ kind: "table", headed: table.headed, rows: table.rows });
            table = null;
            break;
          case "mc:AlternateContent":
            alternatives.pop();
            break;
        }
      },
      text: (content) => {
        if (!taking || leftOut > 0 || open === null) return;
        meter.characters(content.length);
        open.text += content;
      },
    },
    meter.xmlLevels,
  );
  return problem ?? { kind: "slide", items, hidden, pictures, embedded, languages };
}
