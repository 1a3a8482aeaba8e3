// Walks the parts of an OpenDocument text and collects paragraphs and tables in order.
// Tracked changes (ODF 1.3 part 3, 5.5): what was deleted stands in a list of its own before the text, so that the text
// itself reads as accepted. As the original it is put back at its mark, and what stands between the marks of an insertion
// is left out, ends of paragraphs too.
import type { ChangesRead } from "../../model/document.ts";
import { keepDeletion } from "./deletions.ts";
import type { Deletion } from "./deletions.ts";
import type { Meter } from "../office/meter.ts";
import { readXml } from "../office/read-xml.ts";
import type { Attribute, XmlProblem } from "../office/read-xml.ts";
import type { Cell, Item, NoteReference, Notes, Row, Story } from "../word-processor/story.ts";
import { outlineNumbering, startLists } from "./lists.ts";
import { openParagraph } from "./open-paragraph.ts";
import type { OpenParagraph } from "./open-paragraph.ts";
import { startStyles } from "./styles.ts";

export interface OdfText {
  readonly kind: "text";
  readonly body: readonly Item[];
  readonly notes: Notes;
  /** Each header and footer of each page style. */
  readonly furniture: readonly (readonly Item[])[];
  readonly counts: {
    readonly insertions: number;
    readonly deletions: number;
    readonly formatting: number;
    readonly objects: number;
    readonly pictures: number;
  };
  /** Language of paragraphs that say nothing else ("sv"), null when the file does not say. */
  readonly language: string | null;
  /** Whether there was an office:text at all: a spreadsheet has another body. */
  readonly isText: boolean;
}

interface OpenList {
  readonly style: string | null;
  /** Whether numbers begin anew with the next item. */
  restart: boolean;
  /** Paragraphs of the item so far: only the first one is numbered. */
  paragraphs: number;
  startAt: number | null;
  /** In a text:list-header, which has no number. */
  silent: boolean;
}

/** Where finished paragraphs and tables go, and what is open in it. */
interface Container {
  readonly items: Item[];
  readonly lists: OpenList[];
  readonly tables: OpenTable[];
  readonly ends: string;
  paragraph: OpenParagraph | null;
  /** Notes and headers are parts of their own: their paragraphs have no number in the text. */
  readonly aside: boolean;
  /** A paragraph whose end belongs to an insertion that is taken back: the next one runs on in it. */
  unended: OpenParagraph | null;
}

interface OpenTable {
  readonly rows: Row[];
  headerRows: number;
  row: { readonly cells: Cell[]; column: number } | null;
  cell: { readonly column: number; readonly span: number; readonly items: Item[] } | null;
}

/** Elements that are no text of the document, or say again what stands elsewhere. */
const leftOutElements: ReadonlySet<string> = new Set([
  "office:binary-data",
  "office:scripts",
  "office:forms",
  "office:settings",
  "office:meta",
  "office:font-face-decls",
  "text:note-citation",
  "text:ruby-text",
  "text:number",
  "text:hidden-text",
  "text:table-of-content-source",
  "text:illustration-index-source",
  "text:table-index-source",
  "text:object-index-source",
  "text:user-index-source",
  "text:alphabetical-index-source",
  "text:bibliography-source",
  "table:desc",
  "table:title",
  "svg:title",
  "svg:desc",
  "draw:glue-point",
]);

const indexElements: ReadonlySet<string> = new Set([
  "text:table-of-content",
  "text:illustration-index",
  "text:table-index",
  "text:object-index",
  "text:user-index",
  "text:alphabetical-index",
]);

/** Shapes that can hold paragraphs. */
const shapeElements: ReadonlySet<string> = new Set(
  "text-box custom-shape rect circle ellipse line polyline polygon regular-polygon path connector caption measure"
    .split(" ")
    .map((name) => `draw:${name}`),
);

const furnitureElement = /^style:(?:header|footer)(?:-left|-first)?$/u;

/** Most columns that are believed of one cell or of a run of empty ones. */
const widestSpan = 1_000;

/** `parts`: styles.xml (when there is one) and content.xml, or the one part of a flat file. */
export function readOdfText(
  parts: readonly Uint8Array[],
  meter: Meter,
  changesRead: ChangesRead,
): OdfText | XmlProblem {
  const styles = startStyles();
  const lists = startLists();
  const body: Item[] = [];
  const furniture: (readonly Item[])[] = [];
  const notes = {
    footnote: new Map<string, Story>(),
    endnote: new Map<string, Story>(),
    comment: new Map<string, Story>(),
  };
  const counts = { insertions: 0, deletions: 0, formatting: 0, objects: 0, pictures: 0 };
  const containers: Container[] = [];
  let isText = false;
  let inStyles = 0;
  let indexes = 0;
  let leftOut = 0;
  /** Inside text:tracked-changes the kinds of the changes are of interest, and for the original what was deleted. */
  let inChanges = false;
  let changeId = "";
  const insertions = new Set<string>();
  const deletions = new Map<string, Deletion>();
  let keeping: Deletion | null = null;
  /** Insertions that are open and taken back. */
  const gone = new Set<string>();
  /** What was deleted is being put back: its paragraphs have the number of the one that its mark stands in. */
  let puttingBack = false;
  let noteKind: NoteReference["kind"] = "footnote";
  let noteCount = 0;
  /** The comment that is open, and whether what stands here is the name of who wrote it. */
  let comment: { id: string; items: Item[]; author: string } | null = null;
  let inAuthor = false;
  /** The language of paragraphs that say nothing else. */
  let language: string | null = null;
  let inDefaults = false;

  const current = (): Container | undefined => containers.at(-1);
  const push = (items: Item[], ends: string, aside: boolean): void => {
    containers.push({ items, lists: [], tables: [], ends, paragraph: null, aside, unended: null });
  };
  const beginParagraph = (name: string, attribute: Attribute): void => {
    const container = current();
    if (container === undefined) return;
    // The paragraph of a frame that is no shape we know: it must not cut the one around it.
    if (container.paragraph !== null) endParagraph(container);
    const style = styles.paragraph(attribute("text:style-name"));
    const heading = name === "text:h";
    const asked = Number.parseInt(attribute("text:outline-level") ?? "", 10) || null;
    const level = heading ? (asked ?? style.level ?? 1) : style.level;
    const list = container.lists.at(-1);
    const numbered = list !== undefined && !list.silent && attribute("text:is-list-header") !== "true";
    let label = (): string => "";
    if (numbered && list.paragraphs++ === 0) {
      const open = [...container.lists];
      const listStyle = nearestListStyle(open) ?? style.listStyle;
      if (listStyle !== null)
        label = () => {
          // Headings go on counting over the text between them, whatever list the program put each in.
          const restart = list.restart && level === null;
          for (const each of open) each.restart = false;
          return lists.count(listStyle, open.length, restart, list.startAt);
        };
    } else if (list === undefined && heading && level !== null) {
      const listStyle = style.listStyle ?? outlineNumbering;
      if (listStyle !== "") label = () => lists.count(listStyle, level, false, null);
    }
    container.paragraph = openParagraph({
      number: container.aside || puttingBack ? meter.paragraphs() : meter.paragraph(),
      style,
      level,
      list: list !== undefined || style.role === "list",
      label,
      contents: indexes > 0,
    });
  };
  const endParagraph = (container: Container): void => {
    let { paragraph } = container;
    if (paragraph === null) return;
    const earlier = container.unended;
    container.paragraph = null;
    container.unended = null;
    if (earlier !== null) {
      // The paragraph is that of its first words.
      if (earlier.pieces().length > 0) {
        earlier.takeIn(paragraph, "after");
        paragraph = earlier;
      } else paragraph.takeIn(earlier, "before");
    }
    if (gone.size > 0) container.unended = paragraph;
    else deliver(container, paragraph);
  };
  const deliverUnended = (container: Container): void => {
    const { unended } = container;
    container.unended = null;
    if (unended !== null) deliver(container, unended);
  };
  const deliver = (container: Container, paragraph: OpenParagraph): void => {
    container.items.push(paragraph.finish(), ...paragraph.boxes);
  };
  const append = (text: string, loose = false): void => {
    const paragraph = current()?.paragraph;
    if (paragraph == null || gone.size > 0) return;
    meter.characters(text.length);
    if (loose) paragraph.appendLoose(text);
    else paragraph.appendExact(text);
  };

  const openTablePart = (name: string, attribute: Attribute, container: Container): void => {
    const table = container.tables.at(-1);
    switch (name) {
      case "table:table":
        container.tables.push({ rows: [], headerRows: 0, row: null, cell: null });
        break;
      case "table:table-header-rows":
        if (table !== undefined) table.headerRows++;
        break;
      case "table:table-row":
        if (table !== undefined) table.row = { cells: [], column: 0 };
        break;
      case "table:table-cell": {
        if (table?.row == null) break;
        const span = count(attribute("table:number-columns-spanned"));
        table.cell = { column: table.row.column, span, items: [] };
        push(table.cell.items, name, false);
        break;
      }
      case "table:covered-table-cell":
        // Covered by the cell before it, or by one above: its place in the grid is taken.
        if (table?.row != null) {
          const last = table.row.cells.at(-1);
          const columns = count(attribute("table:number-columns-repeated"));
          const end = table.row.column + columns;
          table.row.column = Math.max(
            table.row.column,
            Math.min(end, last === undefined ? end : last.column + last.span),
            end,
          );
        }
        leftOut = 1;
        break;
    }
  };
  const closeTablePart = (name: string, container: Container): void => {
    const table = container.tables.at(-1);
    if (table === undefined) return;
    switch (name) {
      case "table:table":
        container.tables.pop();
        container.items.push({ kind: "table", rows: table.rows });
        break;
      case "table:table-header-rows":
        table.headerRows--;
        break;
      case "table:table-row":
        if (table.row === null) break;
        table.rows.push({ header: table.headerRows > 0, cells: table.row.cells });
        table.row = null;
        break;
      case "table:table-cell":
        if (table.row === null || table.cell === null) break;
        table.row.cells.push(table.cell);
        // Cells that the span covers follow as elements of their own.
        table.row.column += 1;
        table.cell = null;
        break;
    }
  };

  const openChange = (name: string, attribute: Attribute): void => {
    if (keeping !== null) {
      keeping.open(name, attribute);
      return;
    }
    switch (name) {
      case "text:changed-region":
        changeId = attribute("text:id") ?? attribute("xml:id") ?? "";
        break;
      case "text:insertion":
        counts.insertions++;
        insertions.add(changeId);
        break;
      case "text:deletion":
        counts.deletions++;
        if (changesRead === "accepted") break;
        keeping = keepDeletion(meter);
        deletions.set(changeId, keeping);
        break;
      case "text:format-change":
        counts.formatting++;
        break;
    }
  };
  /** Puts back what was deleted: its first paragraph goes on in the one that is open, and the text goes on in its last. */
  const putBack = (deletion: Deletion, container: Container): void => {
    const host = container.paragraph;
    let first = true;
    puttingBack = true;
    deletion.replay({
      open: (name, attribute) => {
        const begins = name === "text:p" || name === "text:h";
        if (begins && first && current() === container) {
          first = false;
          // What was deleted from the beginning of a paragraph on had a style of its own.
          if (deletion.paragraphs() === 1 || (host !== null && host.pieces().length > 0)) return;
          container.paragraph = null;
        }
        if (name === "table:table" && current() === container) endParagraph(container);
        open(name, attribute);
      },
      close: (name) => {
        if ((name !== "text:p" && name !== "text:h") || current() !== container) close(name);
      },
      text,
    });
    puttingBack = false;
    // The rest of the host needs a paragraph to stand in.
    if (host !== null) container.paragraph ??= openParagraph({ ...host, label: () => "" });
  };

  const open = (name: string, attribute: Attribute): void => {
    if (leftOut > 0) {
      leftOut++;
      if (inChanges) openChange(name, attribute);
      return;
    }
    if (leftOutElements.has(name)) {
      leftOut = 1;
      return;
    }
    if (name === "office:styles" || name === "office:automatic-styles") inStyles++;
    if (inStyles > 0) {
      if (name === "style:default-style") inDefaults = attribute("style:family") === "paragraph";
      else if (name === "style:style") inDefaults = false;
      else if (name === "style:text-properties" && inDefaults) language ??= attribute("fo:language") ?? null;
      styles.open(name, attribute);
      lists.open(name, attribute);
      return;
    }
    if (name === "office:text" || furnitureElement.test(name)) {
      const items: Item[] = [];
      if (name === "office:text") isText = true;
      else {
        furniture.push(items);
        if (attribute("style:display") === "false") {
          leftOut = 1;
          return;
        }
      }
      push(name === "office:text" ? body : items, name, name !== "office:text");
      return;
    }
    const container = current();
    if (container === undefined) return;
    const { paragraph } = container;
    switch (name) {
      case "text:h":
      case "text:p":
        beginParagraph(name, attribute);
        break;
      case "text:span":
        paragraph?.openSpan(styles.text(attribute("text:style-name") ?? ""));
        break;
      case "text:s":
        append(" ".repeat(count(attribute("text:c"))));
        break;
      case "text:tab":
        append("\t");
        break;
      case "text:line-break":
        append("\n");
        break;
      case "text:list": {
        const outer = container.lists.at(-1);
        const goesOn =
          attribute("text:continue-numbering") === "true" || attribute("text:continue-list") !== undefined;
        container.lists.push({
          style: attribute("text:style-name") ?? null,
          restart: outer === undefined && !goesOn,
          paragraphs: 0,
          startAt: null,
          silent: false,
        });
        break;
      }
      case "text:list-item":
      case "text:list-header": {
        const list = container.lists.at(-1);
        if (list === undefined) break;
        list.paragraphs = 0;
        list.silent = name === "text:list-header";
        list.startAt = Number.parseInt(attribute("text:start-value") ?? "", 10) || null;
        break;
      }
      case "text:note":
        noteKind = attribute("text:note-class") === "endnote" ? "endnote" : "footnote";
        break;
      case "text:note-body": {
        // Ids need not be there, nor be different ones in headers and text.
        const id = String(++noteCount);
        const items: Item[] = [];
        notes[noteKind].set(id, { id, items });
        paragraph?.notes.push({ kind: noteKind, id });
        push(items, name, true);
        break;
      }
      case "text:tracked-changes":
        inChanges = true;
        leftOut = 1;
        break;
      case "text:change-start":
      case "text:change-end":
      case "text:change": {
        const id = attribute("text:change-id") ?? "";
        if (name === "text:change-end") {
          gone.delete(id);
          // The insertion ends between two paragraphs: the next one is not its.
          if (container.paragraph === null) deliverUnended(container);
        } else if (name === "text:change-start") {
          if (changesRead === "original" && insertions.has(id)) gone.add(id);
        } else {
          const deletion = deletions.get(id);
          deletions.delete(id);
          if (deletion !== undefined && gone.size === 0) putBack(deletion, container);
        }
        break;
      }
      case "office:annotation": {
        const id = String(++noteCount);
        const items: Item[] = [];
        comment = { id, items, author: "" };
        notes.comment.set(id, comment);
        paragraph?.notes.push({ kind: "comment", id });
        push(items, name, true);
        break;
      }
      case "dc:creator":
        inAuthor = comment !== null;
        break;
      case "text:section":
        if (attribute("text:display") === "none") leftOut = 1;
        break;
      case "loext:content-control":
        // The hint of a field that nobody has filled in.
        if (attribute("loext:showing-place-holder") === "true") leftOut = 1;
        break;
      case "draw:image":
        counts.pictures++;
        break;
      case "draw:object":
      case "draw:object-ole":
        counts.objects++;
        leftOut = 1;
        break;
      default:
        if (indexElements.has(name)) indexes++;
        else if (name.startsWith("table:")) openTablePart(name, attribute, container);
        else if (shapeElements.has(name)) push(paragraph?.boxes ?? container.items, name, container.aside);
    }
  };

  const close = (name: string): void => {
    if (leftOut > 0) {
      leftOut--;
      if (leftOut === 0) inChanges = false;
      if (keeping !== null && !keeping.close(name)) keeping = null;
      return;
    }
    if (inStyles > 0) {
      styles.close(name);
      lists.close(name);
      if (name === "office:styles" || name === "office:automatic-styles") inStyles--;
      return;
    }
    const container = current();
    if (container === undefined) return;
    inAuthor = false;
    if (container.ends === name) {
      if (name === "office:annotation") comment = null;
      endParagraph(container);
      deliverUnended(container);
      containers.pop();
      const around = current();
      if (around !== undefined && name === "table:table-cell") closeTablePart(name, around);
      return;
    }
    switch (name) {
      case "text:h":
      case "text:p":
        endParagraph(container);
        break;
      case "text:span":
        container.paragraph?.closeSpan();
        break;
      case "text:list":
        container.lists.pop();
        break;
      default:
        if (indexElements.has(name)) indexes--;
        else if (name.startsWith("table:")) closeTablePart(name, container);
    }
  };

  const text = (content: string): void => {
    if (keeping !== null) keeping.text(content);
    if (inAuthor && leftOut === 0 && comment !== null) comment.author += content;
    if (leftOut === 0 && inStyles === 0) append(content, true);
  };

  for (const part of parts) {
    const problem = readXml(part, { open, close, text }, meter.xmlLevels);
    if (problem !== null) return problem;
  }
  return { kind: "text", body, notes, furniture, counts, language, isText };
}

function nearestListStyle(lists: readonly OpenList[]): string | null {
  for (let index = lists.length - 1; index >= 0; index--) {
    const style = lists[index]?.style ?? null;
    if (style !== null) return style;
  }
  return null;
}

function count(value: string | undefined): number {
  const number = Number.parseInt(value ?? "1", 10);
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), widestSpan);
}
