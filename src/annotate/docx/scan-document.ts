// Where in the XML of a Word document its paragraphs, runs and marks stand. Paragraphs are counted as the reader counts
// them (src/read/docx/read-part.ts), so that "stycke 61" is the same paragraph in both.
import type { ChangesRead } from "../../model/document.ts";
import { compatibilityNamespace, decodeText, scanXml, wordNamespace, type TagPlace } from "./scan-xml.ts";

/** Offsets count code units of the XML text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A w:r. */
export interface RunPlace {
  readonly start: number;
  /** Behind its opening tag. */
  readonly opened: number;
  /** Its w:rPr; null without one. */
  properties: Range | null;
  /** Whether its properties set a highlight. */
  highlighted: boolean;
  /** Offset of its closing tag, and the one behind it. */
  closing: number;
  end: number;
  /** How many elements stand in it beside its properties. */
  children: number;
}

/** A w:t of a paragraph. */
export interface TextPlace {
  readonly run: RunPlace;
  readonly tag: Range;
  /** Whether its tag says that spaces at its ends count. */
  readonly keepsSpaces: boolean;
  /** Its content. */
  readonly content: Range;
  readonly text: string;
  /** For each code unit of `text` its offset in the XML. */
  readonly offsets: readonly number[];
  /** First, and last, of the elements in its run. */
  readonly first: boolean;
  last: boolean;
}

export interface ParagraphPlace {
  /** From 1. */
  readonly number: number;
  /** Its opening tag. */
  readonly tag: Range;
  /** Whether it has no content and no closing tag. */
  readonly empty: boolean;
  /** Name of the tag as it is written. */
  readonly name: string;
  /** Behind its properties: where its content begins. */
  inside: number;
  /** Offset of its closing tag. */
  closing: number;
  /** The paragraph of the text that it hangs on, for one in a text box. */
  readonly host: ParagraphPlace | null;
  /** Id of the footnote or endnote that it stands in, in a part of notes; null elsewhere. */
  readonly note: string | null;
  readonly texts: TextPlace[];
}

/** A w:commentRangeStart, w:commentRangeEnd or w:commentReference. */
export interface CommentMark extends Range {
  readonly id: string;
  readonly kind: "start" | "end" | "reference";
  /** Paragraph that it stands in, null between paragraphs. */
  readonly paragraph: ParagraphPlace | null;
  /** Of a reference. */
  readonly run: RunPlace | null;
}

export type NoteKind = "footnote" | "endnote";

/** A w:footnoteReference or w:endnoteReference that this reading of the text has. */
export interface NoteMark {
  readonly kind: NoteKind;
  readonly id: string;
  readonly paragraph: ParagraphPlace;
  readonly run: RunPlace;
}

export interface BookmarkMark extends Range {
  readonly id: string;
  /** "" for the end of one. */
  readonly name: string;
}

export interface DocumentPlaces {
  readonly paragraphs: readonly ParagraphPlace[];
  readonly commentMarks: readonly CommentMark[];
  readonly bookmarks: readonly BookmarkMark[];
  readonly noteMarks: readonly NoteMark[];
  /** All w:highlight. */
  readonly highlights: readonly Range[];
  /** A prefix that is bound to the namespace of the text at its root; null where it has none. */
  readonly prefix: string | null;
  readonly strict: boolean;
}

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

/** null for XML that is not well-formed. `changes` is the reading of tracked changes that the document was judged in. */
export function scanDocument(xml: string, changes: ChangesRead): DocumentPlaces | null {
  const gone = changes === "accepted" ? deletions : insertions;
  const paragraphs: ParagraphPlace[] = [];
  const marks: CommentMark[] = [];
  const bookmarks: BookmarkMark[] = [];
  const noteMarks: NoteMark[] = [];
  let note: string | null = null;
  const highlights: Range[] = [];
  const open: ParagraphPlace[] = [];
  const runs: RunPlace[] = [];
  /** For each open mc:AlternateContent, whether a choice has been met. */
  const alternatives: boolean[] = [];
  /** Depth inside a form of some content that the reader passes over, and inside text that this reading does not have. */
  let passedOver = 0;
  let notRead = 0;
  let depth = 0;
  /** Depths of the properties of the paragraph and of the run that are open. */
  let properties: { readonly depth: number; readonly of: "paragraph" | "run" } | null = null;
  /** Depth inside any properties: marks of changes there are no text. */
  let inProperties = 0;
  let text: { tag: TagPlace; run: RunPlace; paragraph: ParagraphPlace; first: boolean } | null = null;
  let prefix: string | null = null;
  let strict = false;
  /** Whether the content control whose properties are read shows a text that stands in for one. */
  const controls: { placeholder: boolean }[] = [];

  const openWord = (tag: TagPlace): void => {
    const { local, start, end } = tag;
    const value = (name: string): string => tag.attribute(wordNamespace, name) ?? "";
    const kind = commentMarks[local];
    if (kind !== undefined) {
      const run = kind === "reference" ? (runs.at(-1) ?? null) : null;
      if (run !== null) run.children++;
      marks.push({ id: value("id"), kind, start, end, paragraph: open.at(-1) ?? null, run });
      return;
    }
    if (local === "bookmarkStart" || local === "bookmarkEnd") {
      bookmarks.push({ id: value("id"), name: local === "bookmarkEnd" ? "" : value("name"), start, end });
      return;
    }
    if (local === "footnote" || local === "endnote") {
      note = value("id");
      return;
    }
    if (local === "p") {
      const host = open[0] ?? null;
      const paragraph: ParagraphPlace = {
        number: paragraphs.length + 1,
        tag: { start, end },
        empty: tag.empty,
        name: tag.name,
        inside: end,
        closing: end,
        host,
        note,
        texts: [],
      };
      open.push(paragraph);
      paragraphs.push(paragraph);
      return;
    }
    const paragraph = open.at(-1);
    const run = runs.at(-1);
    if (local === "highlight") {
      highlights.push({ start, end });
      if (run !== undefined && inProperties === 1) run.highlighted = true;
    } else if (local === "showingPlcHdr") {
      const control = controls.at(-1);
      if (control !== undefined) control.placeholder = true;
    }
    if (propertyElements.has(local)) {
      inProperties++;
      if (local === "pPr" && inProperties === 1) properties = { depth, of: "paragraph" };
      if (local === "rPr" && inProperties === 1 && run !== undefined) properties = { depth, of: "run" };
      if (local === "rPr" && inProperties === 1 && run !== undefined) run.properties = { start, end };
      return;
    }
    if (inProperties > 0) return;
    if (local === "sdt") controls.push({ placeholder: false });
    else if (local === "r" && !tag.empty) {
      runs.push({
        start,
        opened: end,
        properties: null,
        highlighted: false,
        closing: end,
        end,
        children: 0,
      });
    } else if (run !== undefined) {
      run.children++;
      for (const place of paragraph?.texts ?? []) if (place.run === run) place.last = false;
      const kind = noteReferences[local];
      if (kind !== undefined && paragraph !== undefined && notRead === 0)
        noteMarks.push({ kind, id: value("id"), paragraph, run });
      if (local === "t" && !tag.empty && paragraph !== undefined && notRead === 0)
        text = { tag, run, paragraph, first: run.children === 1 };
    }
  };

  const isNotRead = ({ uri, local }: TagPlace): boolean => {
    if (inProperties > 0) return false;
    if (uri === mathNamespace) return local === "oMath";
    if (uri !== wordNamespace) return false;
    if (local === "sdtContent") return controls.at(-1)?.placeholder === true;
    return gone.has(local) || local === "rt";
  };

  const walked = scanXml(xml, {
    open: (tag) => {
      if (depth === 0) {
        prefix = prefixAt(xml.slice(tag.start, tag.end));
        strict = xml.slice(tag.start, tag.end).includes("http://purl.oclc.org/ooxml/wordprocessingml/main");
      }
      depth++;
      if (passedOver > 0) {
        passedOver++;
        return;
      }
      if (tag.uri === compatibilityNamespace && notRead === 0) {
        if (tag.local === "AlternateContent") alternatives.push(false);
        else if (tag.local === "Choice" || tag.local === "Fallback") {
          if (alternatives.at(-1) === true) {
            passedOver = 1;
            return;
          }
          if (tag.local === "Choice") alternatives[alternatives.length - 1] = true;
        }
      }
      if (notRead > 0) notRead++;
      else if (isNotRead(tag)) notRead = 1;
      if (tag.uri === wordNamespace) openWord(tag);
      else if (runs.length > 0 && inProperties === 0) {
        const run = runs.at(-1);
        if (run !== undefined) run.children++;
      }
    },
    close: (tag) => {
      depth--;
      if (passedOver > 0) {
        passedOver--;
        return;
      }
      if (notRead > 0) notRead--;
      if (tag.uri === compatibilityNamespace && tag.local === "AlternateContent" && notRead === 0)
        alternatives.pop();
      if (tag.uri !== wordNamespace) return;
      const { local, start, end } = tag;
      const paragraph = open.at(-1);
      const run = runs.at(-1);
      if (propertyElements.has(local)) {
        inProperties--;
        if (properties?.depth !== depth + 1) return;
        if (properties.of === "paragraph" && paragraph !== undefined) paragraph.inside = end;
        if (properties.of === "run" && run?.properties != null)
          run.properties = { start: run.properties.start, end };
        properties = null;
        return;
      }
      if (inProperties > 0) return;
      if (local === "p" && paragraph !== undefined) {
        if (!tag.empty) paragraph.closing = start;
        open.pop();
      } else if (local === "r" && !tag.empty && run !== undefined) {
        run.closing = start;
        run.end = end;
        runs.pop();
      } else if (local === "sdt") controls.pop();
      else if (local === "t" && text !== null) {
        const content = { start: text.tag.end, end: start };
        const decoded = decodeText(xml.slice(content.start, content.end));
        if (decoded !== null)
          text.paragraph.texts.push({
            run: text.run,
            tag: { start: text.tag.start, end: text.tag.end },
            keepsSpaces: text.tag.attribute(xmlNamespace, "space") === "preserve",
            content,
            text: decoded.text,
            offsets: decoded.offsets.map((offset) => offset + content.start),
            first: text.first,
            last: true,
          });
        text = null;
      }
    },
  });
  return walked
    ? { paragraphs, commentMarks: marks, bookmarks, noteMarks, highlights, prefix, strict }
    : null;
}

/** The prefix of the text's namespace among the declarations of a tag; null where it is the default only. */
function prefixAt(tag: string): string | null {
  const pattern =
    /xmlns:([^\s=]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;
  return pattern.exec(tag)?.[1] ?? null;
}
