// Puts highlights and notes into a PDF with pdf-lib. The file is added to at its end (an incremental update, ISO 32000-2
// 7.5.6) and is otherwise as it was; where its own tables cannot be built on it is written anew.
import type * as pdfLib from "@cantoo/pdf-lib";
import type { PDFArray, PDFDict, PDFDocument, PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { author, type AnnotateRefusal } from "../annotated.ts";
import { around, type Rect } from "./page-geometry.ts";

/** Pages count from 1. */
export interface PdfHighlight {
  readonly page: number;
  /** One for each line. */
  readonly lines: readonly Rect[];
  readonly text: string;
}

export interface PdfNote {
  readonly page: number;
  readonly rect: Rect;
  readonly text: string;
  /** Quarter turns clockwise by which the page is displayed. */
  readonly turn: number;
}

export type WrittenPdf =
  | {
      readonly kind: "written";
      readonly bytes: Uint8Array;
      readonly notes: number;
      /** Whether `bytes` begin with the file as it was. */
      readonly added: boolean;
      /** Of an earlier run, left because somebody has answered them. */
      readonly kept: number;
    }
  | { readonly kind: "failure"; readonly failure: AnnotateRefusal };

const nameStart = `${author}-`;
/** ISO 32000-2, table 167: the annotation is printed with the page. */
const printed = 4;
const yellow = [1, 0.9, 0.3] as const;
const amber = [1, 0.75, 0.15] as const;

/** `pageCount`: how many pages the reader sees; a file that pdf-lib understands otherwise is not written into. */
export async function writeAnnotations(
  file: Uint8Array,
  pageCount: number,
  highlights: readonly PdfHighlight[],
  notes: readonly PdfNote[],
): Promise<WrittenPdf> {
  const pdf = await loadPdfLib();
  if (pdf === null) return { kind: "failure", failure: "notInstalled" };
  const added = canBeAddedTo(file);
  let document: PDFDocument;
  const restore = hushWarnings();
  try {
    document = await pdf.PDFDocument.load(file, {
      forIncrementalUpdate: added !== null,
      updateMetadata: false,
      parseSpeed: pdf.ParseSpeeds.Fastest,
    });
  } catch (error) {
    return { kind: "failure", failure: error instanceof pdf.EncryptedPDFError ? "locked" : "damaged" };
  } finally {
    restore();
  }
  if (document.context.trailerInfo.Encrypt !== undefined) return { kind: "failure", failure: "locked" };
  try {
    if (document.getPageCount() !== pageCount) return { kind: "failure", failure: "damaged" };
    const { context } = document;
    // pdf-lib notes each change by looking for it in the whole file, which takes seconds: we say what has changed.
    const { snapshot } = context;
    delete context.snapshot;
    const changed = new Set<PDFRef>();
    const old = dropOwn(pdf, document, changed);
    const looks = appearances(pdf, document);
    let number = 0;
    const name = (): string => nameStart + String(++number + old.kept.size);
    const onPage = new Map<number, PDFRef[]>();
    const put = (page: number, annotation: PDFObject): void => {
      onPage.set(page, [...(onPage.get(page) ?? []), context.register(annotation)]);
    };
    for (const { page, lines, text } of highlights) {
      const rect = around(lines);
      put(
        page,
        context.obj({
          Type: "Annot",
          Subtype: "Highlight",
          Rect: numbers(rect),
          // Each line: upper left, upper right, lower left, lower right, the order that viewers have agreed on.
          QuadPoints: lines.flatMap(({ x0, y0, x1, y1 }) => [x0, y1, x1, y1, x0, y0, x1, y0].map(rounded)),
          C: [...yellow],
          F: printed,
          NM: pdf.PDFString.of(name()),
          T: pdf.PDFString.of(author),
          Contents: pdf.PDFHexString.fromText(text),
          P: document.getPage(page - 1).ref,
          AP: { N: looks.highlight(rect, lines) },
        }),
      );
    }
    let count = 0;
    for (const { page, rect, text, turn } of notes) {
      if (old.kept.has(text)) continue;
      count++;
      put(
        page,
        context.obj({
          Type: "Annot",
          Subtype: "Text",
          Name: "Comment",
          Rect: numbers(rect),
          C: [...amber],
          F: printed,
          Open: false,
          NM: pdf.PDFString.of(name()),
          T: pdf.PDFString.of(author),
          Contents: pdf.PDFHexString.fromText(text),
          P: document.getPage(page - 1).ref,
          AP: { N: looks.note(turn) },
        }),
      );
    }
    for (const [page, refs] of onPage) {
      const { node } = document.getPage(page - 1);
      const before = node.lookupMaybe(pdf.PDFName.of("Annots"), pdf.PDFArray)?.asArray() ?? [];
      node.set(pdf.PDFName.of("Annots"), context.obj([...before, ...refs]));
      changed.add(document.getPage(page - 1).ref);
    }
    if (snapshot !== undefined) {
      context.snapshot = snapshot;
      snapshot.markRefsForSave([...changed]);
    }
    const bytes =
      added === null
        ? await document.save({ updateFieldAppearances: false, addDefaultPage: false })
        : await document.commit({ useObjectStreams: added.streams });
    return { kind: "written", bytes, notes: count, added: added !== null, kept: old.kept.size };
  } catch {
    // What pdf-lib cannot follow ("expected instance of PDFDict") is no file to write into by guesses.
    return { kind: "failure", failure: "damaged" };
  }
}

/** null where the installation did without it. */
async function loadPdfLib(): Promise<PdfLib | null> {
  try {
    return await import("@cantoo/pdf-lib");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/* eslint-disable no-console, no-restricted-globals -- pdf-lib tells of every flaw of a file with console.warn, in the middle of our own lines;
   whether the file can be written into is found out by other means. */
function hushWarnings(): () => void {
  const { warn } = console;
  console.warn = () => undefined;
  return () => {
    console.warn = warn;
  };
}
/* eslint-enable no-console, no-restricted-globals */

/**
 * Whether the last table of a file stands where the file says, so that another can be put behind it, and of which of the
 * two kinds it is; null where it does not.
 */
function canBeAddedTo(file: Uint8Array): { readonly streams: boolean } | null {
  const latin1 = (from: number, to: number): string =>
    Buffer.from(file.buffer, file.byteOffset + from, Math.max(0, to - from)).toString("latin1");
  // Offsets count from the header.
  if (!latin1(0, Math.min(5, file.length)).startsWith("%PDF-")) return null;
  const tail = latin1(Math.max(0, file.length - 2048), file.length);
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(at > 0 && at < file.length)) return null;
  const table = latin1(at, Math.min(at + 40, file.length));
  if (/^\s*xref\b/.test(table)) return { streams: false };
  return /^\s*\d+\s+\d+\s+obj\b/.test(table) ? { streams: true } : null;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function numbers({ x0, y0, x1, y1 }: Rect): number[] {
  return [x0, y0, x1, y1].map(rounded);
}

type PdfLib = typeof pdfLib;

/** Takes the annotations of an earlier run away, but for those that somebody has answered. Answers what these say; `changed` gets the pages. */
function dropOwn(
  pdf: PdfLib,
  document: PDFDocument,
  changed: Set<PDFRef>,
): { readonly kept: ReadonlySet<string> } {
  const { context } = document;
  const entry = (dict: PDFDict, name: string): PDFObject | undefined => dict.lookup(pdf.PDFName.of(name));
  const textOf = (value: PDFObject | undefined): string =>
    value instanceof pdf.PDFString || value instanceof pdf.PDFHexString ? value.decodeText() : "";
  const kept = new Set<string>();
  for (const page of document.getPages()) {
    const annots = page.node.lookupMaybe(pdf.PDFName.of("Annots"), pdf.PDFArray);
    if (annots === undefined) continue;
    const all = annots.asArray().map((value) => ({ value, dict: context.lookup(value) }));
    const isOwn = (dict: PDFObject | undefined): boolean =>
      dict instanceof pdf.PDFDict &&
      textOf(entry(dict, "T")) === author &&
      textOf(entry(dict, "NM")).startsWith(nameStart);
    if (!all.some(({ dict }) => isOwn(dict))) continue;
    const answered = new Set(
      all.flatMap(({ dict }) =>
        dict instanceof pdf.PDFDict && !isOwn(dict) ? [dict.get(pdf.PDFName.of("IRT"))] : [],
      ),
    );
    const gone = all.filter(({ value, dict }) => isOwn(dict) && !answered.has(value));
    // The window that a viewer has made for a note goes with it.
    const windows = new Set(
      gone.flatMap(({ dict }) => (dict instanceof pdf.PDFDict ? [dict.get(pdf.PDFName.of("Popup"))] : [])),
    );
    for (const { value, dict } of all)
      if (dict instanceof pdf.PDFDict && isOwn(dict) && answered.has(value))
        kept.add(textOf(entry(dict, "Contents")));
    const left: PDFArray = context.obj(
      all.filter((each) => !gone.includes(each) && !windows.has(each.value)).map(({ value }) => value),
    );
    page.node.set(pdf.PDFName.of("Annots"), left);
    changed.add(page.ref);
  }
  return { kept };
}

interface Appearances {
  readonly highlight: (rect: Rect, lines: readonly Rect[]) => PDFRef;
  readonly note: (turn: number) => PDFRef;
}

/** How annotations look: drawn by us, since viewers differ in what they draw by themselves, and some draw nothing. */
function appearances(pdf: PdfLib, document: PDFDocument): Appearances {
  const { context } = document;
  let multiply: PDFRef | undefined;
  const notes = new Map<number, PDFRef>();
  const form = (content: string, entries: Parameters<typeof context.stream>[1]): PDFRef =>
    context.register(context.stream(content, { Type: "XObject", Subtype: "Form", ...entries }));
  return {
    highlight: (rect, lines) => {
      multiply ??= context.register(context.obj({ Type: "ExtGState", BM: "Multiply" }));
      const boxes = lines.map(({ x0, y0, x1, y1 }) =>
        [x0, y0, x1 - x0, y1 - y0].map((value) => value.toFixed(2)).join(" "),
      );
      return form(`/G gs ${yellow.join(" ")} rg ${boxes.map((box) => `${box} re`).join(" ")} f`, {
        BBox: numbers(rect),
        Resources: { ExtGState: { G: multiply } },
      });
    },
    note: (turn) => {
      const known = notes.get(turn);
      if (known !== undefined) return known;
      const made = form(noteSign, { BBox: [0, 0, 18, 18], Matrix: [...(turned[turn % 4] ?? turned[0])] });
      notes.set(turn, made);
      return made;
    },
  };
}

/** A page that is displayed turned gets its signs turned the other way, so that they stand upright. */
const turned = [
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, -1, 1, 0, 0, 0],
] as const;

/** A speech bubble with three lines of text, 18 by 18 points. */
const noteSign = [
  `${amber.join(" ")} rg 0.35 0.25 0 RG 1 w 1 j`,
  "2 5 m 2 16 l 16 16 l 16 5 l 9 5 l 5 1.5 l 5 5 l h B",
  "5 13 m 13 13 l S 5 10.5 m 13 10.5 l S 5 8 m 10 8 l S",
].join("\n");
