// Where in the XML of a Word document its paragraphs, runs and marks stand. Paragraphs are counted as the reader counts
// them (src/read/docx/read-part.ts), so that "stycke 61" is the same paragraph in both.
import type { ChangesRead } from "../../model/document.ts";
import type {
  BookmarkMark,
  CommentMark,
  DocumentPlaces,
  NoteKind,
  NoteMark,
  ParagraphPlace,
  Range,
  RunPlace,
} from "./document-places.ts";
import { compatibilityNamespace, decodeText, scanXml, wordNamespace } from "./scan-xml.ts";
import type { ClosingPlace, TagPlace } from "./scan-xml.ts";

const deletions: ReadonlySet<string> = new Set(["del", "moveFrom"]);
const insertions: ReadonlySet<string> = new Set(["ins", "moveTo"]);
const commentMarks: Readonly<Record<string, CommentMark["kind"]>> = {
  commentRangeStart: "start",
  commentRangeEnd: "end",
  commentReference: "reference",
};
const noteReferences: Readonly<Record<string, NoteKind>> = {
  footnoteReference: "footnote",
  endnoteReference: "endnote",
};
const propertyElements: ReadonlySet<string> = new Set([
  "pPr",
  "rPr",
  "trPr",
  "tcPr",
  "tblPr",
  "sdtPr",
  "sectPr",
]);
const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const mathNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/math";

/** What is open in a document while it is being scanned, and what has been found so far. */
interface Scan {
  readonly xml: string;
  /** Elements of the changes that this reading takes back. */
  readonly gone: ReadonlySet<string>;
  readonly paragraphs: ParagraphPlace[];
  readonly commentMarks: CommentMark[];
  readonly bookmarks: BookmarkMark[];
  readonly noteMarks: NoteMark[];
  readonly highlights: Range[];
  prefix: string | null;
  strict: boolean;
  /** Elements that are open. */
  depth: number;
  /** Paragraphs and runs that are open: those of a text box stand inside others. */
  readonly open: ParagraphPlace[];
  readonly runs: RunPlace[];
  /** Id of the note that is open, in a part of notes. */
  note: string | null;
  /** The w:t that is open. */
  text: {
    readonly tag: TagPlace;
    readonly run: RunPlace;
    readonly paragraph: ParagraphPlace;
    readonly first: boolean;
  } | null;
  /** For each open mc:AlternateContent, whether a choice has been met. */
  readonly alternatives: boolean[];
  /** For each open content control, whether it shows a text that stands in for one. */
  readonly controls: { placeholder: boolean }[];
  /** Depth inside a form of some content that the reader passes over, and inside text that this reading does not have. */
  passedOver: number;
  notRead: number;
  /** Depth inside any properties: marks of changes there are no text. */
  inProperties: number;
  /** Depths of the properties of the paragraph and of the run that are open. */
  properties: { readonly depth: number; readonly of: "paragraph" | "run" } | null;
}

/** null for XML that is not well-formed. `changes` is the reading of tracked changes that the document was judged in. */
export function scanDocument(xml: string, changes: ChangesRead): DocumentPlaces | null {
  const scan: Scan = {
    xml,
    gone: changes === "accepted" ? deletions : insertions,
    paragraphs: [],
    commentMarks: [],
    bookmarks: [],
    noteMarks: [],
    highlights: [],
    prefix: null,
    strict: false,
    depth: 0,
    open: [],
    runs: [],
    note: null,
    text: null,
    alternatives: [],
    controls: [],
    passedOver: 0,
    notRead: 0,
    inProperties: 0,
    properties: null,
  };
  const walked = scanXml(xml, {
    open: (tag) => {
      openTag(scan, tag);
    },
    close: (tag) => {
      closeTag(scan, tag);
    },
  });
  if (!walked) return null;
  const { paragraphs, commentMarks, bookmarks, noteMarks, highlights, prefix, strict } = scan;
  return { paragraphs, commentMarks, bookmarks, noteMarks, highlights, prefix, strict };
}

function openTag(scan: Scan, tag: TagPlace): void {
  if (scan.depth++ === 0) {
    const root = scan.xml.slice(tag.start, tag.end);
    scan.prefix = prefixAt(root);
    scan.strict = root.includes("http://purl.oclc.org/ooxml/wordprocessingml/main");
  }
  if (scan.passedOver > 0 || isOtherForm(scan, tag)) {
    scan.passedOver++;
    return;
  }
  if (scan.notRead > 0 || isNotRead(scan, tag)) scan.notRead++;
  if (tag.uri === wordNamespace) openWord(scan, tag);
  else if (scan.inProperties === 0) {
    const run = scan.runs.at(-1);
    if (run !== undefined) run.children++;
  }
}

/** Whether the tag begins a form of some content after one that has been met. */
function isOtherForm({ alternatives, notRead }: Scan, { uri, local }: TagPlace): boolean {
  if (uri !== compatibilityNamespace || notRead > 0) return false;
  if (local === "AlternateContent") alternatives.push(false);
  if (local !== "Choice" && local !== "Fallback") return false;
  if (alternatives.at(-1) === true) return true;
  if (local === "Choice") alternatives[alternatives.length - 1] = true;
  return false;
}

/** Whether the tag begins something that is no text in this reading. */
function isNotRead({ inProperties, controls, gone }: Scan, { uri, local }: TagPlace): boolean {
  if (inProperties > 0) return false;
  if (uri === mathNamespace) return local === "oMath";
  if (uri !== wordNamespace) return false;
  if (local === "sdtContent") return controls.at(-1)?.placeholder === true;
  return gone.has(local) || local === "rt";
}

function openWord(scan: Scan, tag: TagPlace): void {
  const { local, start, end } = tag;
  const kind = commentMarks[local];
  if (kind !== undefined) markComment(scan, tag, kind);
  else if (local === "bookmarkStart" || local === "bookmarkEnd") {
    const name = local === "bookmarkEnd" ? "" : value(tag, "name");
    scan.bookmarks.push({ id: value(tag, "id"), name, start, end });
  } else if (local === "footnote" || local === "endnote") scan.note = value(tag, "id");
  else if (local === "p") openParagraph(scan, tag);
  else {
    noteProperty(scan, tag);
    if (propertyElements.has(local)) openProperties(scan, tag);
    else if (scan.inProperties === 0) openContent(scan, tag);
  }
}

/** An attribute of the text's own namespace, "" where it is missing. */
function value(tag: TagPlace, name: string): string {
  return tag.attribute(wordNamespace, name) ?? "";
}

function markComment(scan: Scan, tag: TagPlace, kind: CommentMark["kind"]): void {
  const { start, end } = tag;
  const run = kind === "reference" ? (scan.runs.at(-1) ?? null) : null;
  if (run !== null) run.children++;
  const paragraph = scan.open.at(-1) ?? null;
  scan.commentMarks.push({ id: value(tag, "id"), kind, start, end, paragraph, run });
}

function openParagraph({ paragraphs, open, note }: Scan, { name, start, end, empty }: TagPlace): void {
  const paragraph: ParagraphPlace = {
    number: paragraphs.length + 1,
    tag: { start, end },
    empty,
    name,
    inside: end,
    closing: end,
    host: open[0] ?? null,
    note,
    texts: [],
  };
  open.push(paragraph);
  paragraphs.push(paragraph);
}

/** Properties that we have to know of: a highlight, and that a control shows its hint. */
function noteProperty(scan: Scan, { local, start, end }: TagPlace): void {
  if (local === "highlight") {
    scan.highlights.push({ start, end });
    const run = scan.runs.at(-1);
    if (run !== undefined && scan.inProperties === 1) run.highlighted = true;
  } else if (local === "showingPlcHdr") {
    const control = scan.controls.at(-1);
    if (control !== undefined) control.placeholder = true;
  }
}

function openProperties(scan: Scan, { local, start, end }: TagPlace): void {
  if (++scan.inProperties > 1) return;
  const run = scan.runs.at(-1);
  if (local === "pPr") scan.properties = { depth: scan.depth, of: "paragraph" };
  else if (local === "rPr" && run !== undefined) {
    scan.properties = { depth: scan.depth, of: "run" };
    run.properties = { start, end };
  }
}

/** A control, a run, or what stands in one. */
function openContent(scan: Scan, tag: TagPlace): void {
  const { local, start, end } = tag;
  const run = scan.runs.at(-1);
  if (local === "sdt") scan.controls.push({ placeholder: false });
  else if (local === "r" && !tag.empty)
    scan.runs.push({
      start,
      opened: end,
      properties: null,
      highlighted: false,
      closing: end,
      end,
      children: 0,
    });
  else if (run !== undefined) openInRun(scan, tag, run);
}

function openInRun(scan: Scan, tag: TagPlace, run: RunPlace): void {
  run.children++;
  const paragraph = scan.open.at(-1);
  if (paragraph === undefined) return;
  for (const place of paragraph.texts) if (place.run === run) place.last = false;
  if (scan.notRead > 0) return;
  const kind = noteReferences[tag.local];
  if (kind !== undefined) scan.noteMarks.push({ kind, id: value(tag, "id"), paragraph, run });
  if (tag.local === "t" && !tag.empty) scan.text = { tag, run, paragraph, first: run.children === 1 };
}

function closeTag(scan: Scan, tag: ClosingPlace): void {
  scan.depth--;
  if (scan.passedOver > 0) {
    scan.passedOver--;
    return;
  }
  if (scan.notRead > 0) scan.notRead--;
  const { uri, local } = tag;
  if (uri === compatibilityNamespace && local === "AlternateContent" && scan.notRead === 0)
    scan.alternatives.pop();
  if (uri !== wordNamespace) return;
  if (propertyElements.has(local)) closeProperties(scan, tag);
  else if (scan.inProperties === 0) closeContent(scan, tag);
}

function closeProperties(scan: Scan, { end }: ClosingPlace): void {
  const { properties } = scan;
  scan.inProperties--;
  if (properties?.depth !== scan.depth + 1) return;
  const paragraph = scan.open.at(-1);
  const run = scan.runs.at(-1);
  if (properties.of === "paragraph" && paragraph !== undefined) paragraph.inside = end;
  if (properties.of === "run" && run?.properties != null)
    run.properties = { start: run.properties.start, end };
  scan.properties = null;
}

function closeContent(scan: Scan, tag: ClosingPlace): void {
  const { local, start, end } = tag;
  const paragraph = scan.open.at(-1);
  const run = scan.runs.at(-1);
  if (local === "p" && paragraph !== undefined) {
    if (!tag.empty) paragraph.closing = start;
    scan.open.pop();
  } else if (local === "r" && !tag.empty && run !== undefined) {
    run.closing = start;
    run.end = end;
    scan.runs.pop();
  } else if (local === "sdt") scan.controls.pop();
  else if (local === "t") closeText(scan, start);
}

/** `closing`: offset of the closing tag. */
function closeText(scan: Scan, closing: number): void {
  if (scan.text === null) return;
  const { tag, run, paragraph, first } = scan.text;
  const content = { start: tag.end, end: closing };
  const decoded = decodeText(scan.xml.slice(content.start, content.end));
  if (decoded !== null)
    paragraph.texts.push({
      run,
      tag: { start: tag.start, end: tag.end },
      keepsSpaces: tag.attribute(xmlNamespace, "space") === "preserve",
      content,
      text: decoded.text,
      offsets: decoded.offsets.map((offset) => offset + content.start),
      first,
      last: true,
    });
  scan.text = null;
}

/** The prefix of the text's namespace among the declarations of a tag; null where it is the default only. */
function prefixAt(tag: string): string | null {
  const pattern =
    /xmlns:([^\s=]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;
  return pattern.exec(tag)?.[1] ?? null;
}
