// Walks an RTF file and collects paragraphs and tables in order, notes and headers beside them.
// Tracked changes: text marked as deleted is left out, or that marked as inserted.
import type { ChangesRead } from "../../model/document.ts";
import { countChanges } from "../word-processor/count-changes.ts";
import type { Meter } from "../office/meter.ts";
import type { Item, Notes, Story } from "../word-processor/story.ts";
import { startTables } from "../word-processor/table-stack.ts";
import type { TableStack } from "../word-processor/table-stack.ts";
import { languageOfNumber } from "../office/language-numbers.ts";
import { codePageOfCharset, decodeCodePage } from "../code-pages.ts";
import { finishParagraph, openParagraph, runOn } from "./open-paragraph.ts";
import type { OpenParagraph } from "./open-paragraph.ts";
import { scanTokens } from "./scan-tokens.ts";
import { resolveStyle } from "./stylesheet.ts";
import type { ResolvedStyle, RtfStyle } from "./stylesheet.ts";

export interface RtfText {
  readonly kind: "text";
  readonly body: readonly Item[];
  readonly notes: Notes;
  readonly furniture: readonly { readonly paragraph: number; readonly items: readonly Item[] }[];
  /** Title among the properties of the file, "" without one. */
  readonly title: string;
  /** Language of text that says nothing else ("sv"), null when the file does not say. */
  readonly language: string | null;
  readonly counts: {
    readonly insertions: number;
    readonly deletions: number;
    readonly objects: number;
    readonly pictures: number;
  };
  /** The file ends in the middle of its text. */
  readonly cutOff: boolean;
}

/** Where text of a group goes. */
type Destination =
  "text" | "skip" | "label" | "fonts" | "styles" | "style" | "info" | "title" | "author" | "instruction";

/** What a group inherits, and what ends with it. */
interface Group {
  destination: Destination;
  /** Whether a \* stands in front: what we do not know is then to be passed over. */
  starred: boolean;
  /** Bytes that stand for one \u, for programs that do not know it. */
  fallbackBytes: number;
  font: number;
  bold: boolean;
  size: number;
  hidden: boolean;
  inserted: boolean;
  deleted: boolean;
  style: number;
  outline: number | null;
  list: boolean;
  inTable: boolean;
  nesting: number;
  contents: boolean;
  field: { instruction: string } | null;
  /** What this very group has opened and its end closes. */
  closes: (() => void) | null;
}

interface Container {
  readonly tables: TableStack;
  paragraph: OpenParagraph | null;
  /** Notes and headers: their paragraphs have no number in the text. */
  readonly aside: boolean;
}

/** The row as \trowd and what follows it define it. */
interface RowDefinition {
  header: boolean;
  cells: { edge: number; covered: boolean }[];
  covered: boolean;
}

const deepestGroups = 2_000;
const deepestNesting = 20;
const mostCells = 500;

/** Destinations that hold no text of the document. */
const skipped: ReadonlySet<string> = new Set(
  (
    "pict nonshppict shprslt objdata objclass colortbl filetbl listtable listoverridetable revtbl rsidtbl generator " +
    "themedata colorschememapping datastore latentstyles xmlnstbl bkmkstart bkmkend xe tc rxe atnid atntime " +
    "atnref atnicn atnparent atndate atrfstart atrfend template operator author company category keywords comment doccomm " +
    "manager subject hlinkbase mmathPr falt panose fontemb fontfile formfield datafield wgrffmtfilter pgptbl " +
    "userprops docvar sn sv ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables pnseclvl listname listpicture"
  ).split(" "),
);

/** Destinations with text, though programs that do not know them may pass over it. */
const starredText: ReadonlySet<string> = new Set([
  "footnote",
  "shptxt",
  "dptxbxtext",
  "fldinst",
  "annotation",
  "atnauthor",
  "nesttableprops",
  "shpinst",
  "do",
  "ud",
  "shpgrp",
  "objattph",
]);

const headers: ReadonlySet<string> = new Set(
  "header headerl headerr headerf footer footerl footerr footerf".split(" "),
);

const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  page: "\n",
  column: "\n",
  emdash: "—",
  endash: "–",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  zwnj: "",
  zwj: "",
};

const contentsField = /^\s*TOC\b/u;

/**
 * `bytes` are the whole file; `read` says which side of tracked changes counts. Stops where the meter says so and
 * keeps what was read.
 */
export function readRtfText(bytes: Uint8Array, meter: Meter, read: ChangesRead): RtfText {
  const body: Item[] = [];
  const notes = {
    footnote: new Map<string, Story>(),
    endnote: new Map<string, Story>(),
    comment: new Map<string, Story>(),
  };
  const furniture: { paragraph: number; items: readonly Item[] }[] = [];
  const changes = countChanges();
  const counts = { objects: 0, pictures: 0 };
  const styles = new Map<number, RtfStyle>();
  const resolved = new Map<number, ResolvedStyle>();
  const fontPages = new Map<number, number>();
  const main: Container = { tables: startTables(body), paragraph: null, aside: false };
  const containers: Container[] = [main];
  const groups: Group[] = [];
  let filePage = 1252;
  let defaultFont = 0;
  let title = "";
  /** Who wrote the next comment. */
  let author = "";
  let language: string | null = null;
  let styleName = "";
  let styleNumber = 0;
  let noteCount = 0;
  let sectionStart = 1;
  let row: RowDefinition = { header: false, cells: [], covered: false };
  /** Bytes that wait to be decoded together: a letter may take two. */
  let pending: number[] = [];
  /** Bytes still to pass over behind a \u. */
  let fallback = 0;

  let group: Group = {
    destination: "text",
    starred: false,
    fallbackBytes: 1,
    font: 0,
    bold: false,
    size: 24,
    hidden: false,
    inserted: false,
    deleted: false,
    style: 0,
    outline: null,
    list: false,
    inTable: false,
    nesting: 1,
    contents: false,
    field: null,
    closes: null,
  };

  const container = (): Container => containers.at(-1) ?? main;
  const styleOf = (number: number): ResolvedStyle => {
    const known = resolved.get(number);
    if (known !== undefined) return known;
    const style = resolveStyle(styles, number);
    resolved.set(number, style);
    return style;
  };

  /** Whether what stands here is no text in this reading. Counts the change. */
  const isGone = (): boolean => {
    if (group.inserted) changes.changed("insertion");
    if (group.deleted) changes.changed("deletion");
    if (!group.inserted && !group.deleted) changes.unchanged();
    return read === "accepted" ? group.deleted : group.inserted;
  };

  const beginParagraph = (): OpenParagraph => {
    const current = container();
    current.paragraph ??= openParagraph(current.aside ? meter.paragraphs() : meter.paragraph());
    return current.paragraph;
  };
  const push = (items: Item[], aside: boolean): void => {
    containers.push({ tables: startTables(items), paragraph: null, aside });
    // Paragraphs of a note or a box stand in no table of the text around it.
    Object.assign(group, { inTable: false, nesting: 1, style: 0, outline: null, list: false });
    group.closes = () => {
      const current = container();
      if (current.paragraph !== null) endParagraph();
      container().tables.goTo(0);
      containers.pop();
    };
  };
  const endParagraph = (depth = group.inTable ? group.nesting : 0): void => {
    const paragraph = beginParagraph();
    container().paragraph = null;
    container().tables.goTo(depth);
    paragraph.contents ||= group.contents;
    container().tables.deliver([
      finishParagraph(paragraph, styleOf(group.style), group.outline, group.list),
      ...paragraph.boxes,
    ]);
  };
  const endCell = (depth: number): void => {
    endParagraph(depth);
    container().tables.endCell();
  };
  const endRow = (depth: number): void => {
    container().tables.goTo(depth);
    container().tables.endRow(row);
  };

  const append = (text: string): void => {
    if (text === "") return;
    switch (group.destination) {
      case "text": {
        if (isGone() || group.hidden) return;
        meter.characters(text.length);
        const paragraph = beginParagraph();
        paragraph.text += text;
        if (group.contents) paragraph.contents = true;
        const letters = text.trim().length;
        if (letters === 0) return;
        paragraph.letters += letters;
        if (!group.bold) paragraph.bold = false;
        paragraph.sizes.set(group.size, (paragraph.sizes.get(group.size) ?? 0) + letters);
        return;
      }
      case "label": {
        const paragraph = beginParagraph();
        paragraph.label = (paragraph.label ?? "") + text;
        return;
      }
      case "style":
        styleName += text;
        return;
      case "title":
        title += text;
        return;
      case "author":
        author += text;
        return;
      case "instruction":
        if (group.field !== null && group.field.instruction.length < 1_000) group.field.instruction += text;
        return;
      default:
        return;
    }
  };
  const flush = (): void => {
    if (pending.length === 0) return;
    const decoded = decodeCodePage(pending, fontPages.get(group.font) ?? filePage);
    pending = [];
    append(decoded);
  };

  /** A control word that says where the text of its group goes; answers whether it was one. */
  const openDestination = (name: string, starred: boolean): boolean => {
    if (skipped.has(name)) {
      if (name === "pict") counts.pictures++;
      group.destination = "skip";
      return true;
    }
    if (headers.has(name)) {
      const items: Item[] = [];
      furniture.push({ paragraph: sectionStart, items });
      group.destination = "text";
      push(items, true);
      return true;
    }
    switch (name) {
      case "fonttbl":
        group.destination = "fonts";
        return true;
      case "stylesheet":
        group.destination = "styles";
        return true;
      case "info":
        group.destination = "info";
        return true;
      case "title":
        if (group.destination !== "info") return false;
        group.destination = "title";
        return true;
      case "listtext":
      case "pntext":
        if (group.destination === "text") group.destination = "label";
        return true;
      case "field":
        group.field = { instruction: "" };
        return true;
      case "fldinst":
        group.destination = "instruction";
        return true;
      case "fldrslt":
        if (group.destination === "instruction") group.destination = "text";
        if (group.field !== null && contentsField.test(group.field.instruction)) group.contents = true;
        return true;
      case "footnote": {
        const host = beginParagraph();
        const id = String(++noteCount);
        const items: Item[] = [];
        // \ftnalt, which makes it an endnote, comes behind: where the note stands is the same for both.
        notes.footnote.set(id, { id, items });
        host.notes.push({ kind: "footnote", id });
        group.destination = "text";
        push(items, true);
        return true;
      }
      case "annotation": {
        const host = beginParagraph();
        const id = String(++noteCount);
        const items: Item[] = [];
        notes.comment.set(id, { id, items, author });
        host.notes.push({ kind: "comment", id });
        author = "";
        group.destination = "text";
        // What is said about a text that was taken out is not taken out itself.
        Object.assign(group, { hidden: false, inserted: false, deleted: false });
        push(items, true);
        return true;
      }
      case "atnauthor":
        author = "";
        group.destination = "author";
        return true;
      case "shpinst":
      case "do":
      case "shpgrp":
        // Only what a text box inside it holds is text.
        group.destination = "info";
        return true;
      case "shptxt":
      case "dptxbxtext": {
        const host = beginParagraph();
        group.destination = "text";
        push(host.boxes, container().aside);
        return true;
      }
      case "object":
        counts.objects++;
        return true;
      case "upr":
        // The same text twice, for old programs and for new ones.
        group.destination = "skip";
        return true;
      case "ud":
        group.destination = "text";
        return true;
      default:
        if (!starred || starredText.has(name)) return false;
        group.destination = "skip";
        return true;
    }
  };

  const word = (name: string, number: number | null): void => {
    flush();
    if (name !== "u") fallback = 0;
    const { starred } = group;
    group.starred = false;
    if (group.destination === "skip") {
      // The Unicode half of \upr, and the number of a font or style that is passed over.
      if (name === "ud") group.destination = "text";
      return;
    }
    if (openDestination(name, starred)) return;
    const on = number !== 0;
    switch (name) {
      case "deflang":
        language = languageOfNumber(number ?? 0);
        return;
      case "ansicpg":
        if (number !== null && number > 0) filePage = number;
        return;
      case "mac":
        filePage = 10000;
        return;
      case "pc":
        filePage = 437;
        return;
      case "pca":
        filePage = 850;
        return;
      case "deff":
        defaultFont = number ?? 0;
        group.font = defaultFont;
        return;
      case "f":
        group.font = number ?? 0;
        return;
      case "fcharset": {
        const page = codePageOfCharset(number ?? 0);
        if (group.destination === "fonts" && page !== null) fontPages.set(group.font, page);
        return;
      }
      case "uc":
        group.fallbackBytes = Math.max(0, number ?? 1);
        return;
      case "u": {
        const code = (number ?? 0) < 0 ? (number ?? 0) + 65_536 : (number ?? 0);
        append(unicodeSign(code));
        fallback = group.fallbackBytes;
        return;
      }
      case "s":
        if (group.destination === "style") styleNumber = number ?? 0;
        else group.style = number ?? 0;
        return;
      case "sbasedon":
        if (group.destination === "style") styleAt(styles, styleNumber).basedOn = number;
        return;
      case "outlinelevel":
        if (group.destination === "style") styleAt(styles, styleNumber).outline = number;
        else group.outline = number;
        return;
      case "cs":
      case "ts":
      case "ds":
        // Styles of characters, tables and sections say nothing that we ask for.
        if (group.destination === "style") group.destination = "skip";
        return;
      case "b":
        group.bold = on;
        return;
      case "fs":
        group.size = number ?? 24;
        return;
      case "v":
        group.hidden = on;
        return;
      case "revised":
      case "mvt":
        group.inserted = on;
        return;
      case "deleted":
      case "mvf":
        group.deleted = on;
        return;
      case "plain":
        Object.assign(group, { bold: false, size: 24, hidden: false, font: defaultFont });
        Object.assign(group, { inserted: false, deleted: false });
        return;
      case "pard":
        Object.assign(group, { style: 0, outline: null, list: false, inTable: false, nesting: 1 });
        return;
      case "intbl":
        group.inTable = on;
        return;
      case "itap":
        group.nesting = Math.min(Math.max(number ?? 1, 1), deepestNesting);
        if ((number ?? 0) > 0) group.inTable = true;
        return;
      case "ls":
        group.list = (number ?? 0) > 0;
        return;
      case "trowd":
        row = { header: false, cells: [], covered: false };
        return;
      case "trhdr":
        row.header = on;
        return;
      case "clmrg":
      case "clvmrg":
        row.covered = true;
        return;
      case "cellx":
        if (row.cells.length < mostCells) row.cells.push({ edge: number ?? 0, covered: row.covered });
        row.covered = false;
        return;
    }
    if (group.destination !== "text") return;
    switch (name) {
      case "par":
        if (isGone() && !group.inTable) runOn(beginParagraph(), container().aside ? null : meter.paragraph());
        else endParagraph();
        return;
      case "sect":
        if (container().paragraph !== null) endParagraph();
        sectionStart = meter.paragraphs() + 1;
        return;
      case "cell":
        endCell(1);
        return;
      case "nestcell":
        endCell(Math.max(2, group.nesting));
        return;
      case "row":
        endRow(1);
        return;
      case "nestrow":
        endRow(Math.max(2, group.nesting));
        return;
      default:
        append(signs[name] ?? "");
    }
  };

  const open = scanTokens(bytes, {
    openGroup: () => {
      flush();
      fallback = 0;
      if (groups.length >= deepestGroups) throw meter.refuse("groups", deepestGroups);
      groups.push(group);
      group = { ...group, starred: false, closes: null };
      if (group.destination === "styles") {
        group.destination = "style";
        styleName = "";
        styleNumber = 0;
      }
    },
    closeGroup: () => {
      flush();
      fallback = 0;
      if (group.destination === "style" && groups.at(-1)?.destination === "styles")
        styleAt(styles, styleNumber).name =
          styleName.split(";")[0]?.split(",")[0]?.trim().toLowerCase() ?? "";
      group.closes?.();
      group = groups.pop() ?? group;
    },
    word,
    symbol: (sign) => {
      flush();
      if (sign === "*") {
        group.starred = true;
        return;
      }
      if (fallback > 0) {
        fallback--;
        return;
      }
      // "\-" is a place where a word may be parted.
      if (sign === "~") append(" ");
      else if (sign === "_") append("-");
      else if (sign === "{" || sign === "}" || sign === "\\") append(sign);
    },
    byte: (byte) => {
      if (fallback > 0) {
        fallback--;
        return;
      }
      pending.push(byte);
      if (pending.length > 4_000 && byte < 0x80) flush();
    },
    skips: () =>
      group.destination === "skip" || group.destination === "fonts" || group.destination === "info",
  });
  flush();
  const unfinished = container().paragraph !== null;
  if (unfinished) endParagraph();
  while (containers.length > 1) containers.pop();
  container().tables.goTo(0);
  return {
    kind: "text",
    body,
    notes,
    furniture,
    title,
    language,
    counts: { ...counts, ...changes.counts() },
    // Some programs forget the last brace, but none stops in the middle of a line.
    cutOff: open > 1 || (open === 1 && unfinished),
  };
}

function styleAt(styles: Map<number, RtfStyle>, number: number): RtfStyle {
  const known = styles.get(number);
  if (known !== undefined) return known;
  const style: RtfStyle = { name: "", basedOn: null, outline: null };
  styles.set(number, style);
  return style;
}

/** Signs of the font Symbol stand in a private range; of those only the bullet is text. */
function unicodeSign(code: number): string {
  if (code >= 0xf000 && code <= 0xf0ff) return code === 0xf0b7 ? "•" : "";
  return code > 0xffff ? "" : String.fromCharCode(code);
}
