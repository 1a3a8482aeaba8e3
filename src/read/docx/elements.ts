// Elements of WordprocessingML by what becomes of the text in them (ECMA-376 part 1).
import type { ChangeKind } from "../word-processor/count-changes.ts";

/** Elements whose content is the story of its own that they wrap. */
export const storyElements: ReadonlySet<string> = new Set([
  "w:body",
  "w:hdr",
  "w:ftr",
  "w:footnote",
  "w:endnote",
  "w:comment",
]);

/** Properties, in which w:ins and w:del say something about the paragraph mark or the row, not about text. */
export const propertyElements: ReadonlySet<string> = new Set([
  "w:pPr",
  "w:rPr",
  "w:trPr",
  "w:tcPr",
  "w:tblPr",
  "w:sdtPr",
  "w:sectPr",
]);

/** Tracked changes (17.13.5): of text, of the paragraph mark or of a row, by where they stand. */
export const changeElements: ReadonlyMap<string, ChangeKind> = new Map([
  ["w:ins", "insertion"],
  ["w:moveTo", "insertion"],
  ["w:cellIns", "insertion"],
  ["w:del", "deletion"],
  ["w:moveFrom", "deletion"],
  ["w:cellDel", "deletion"],
]);

/** What is no text, and properties as they were before a change of looks. */
export const leftOutElements: ReadonlySet<string> = new Set([
  "w:sectPrChange",
  "w:tblPrChange",
  "w:tblPrExChange",
  "w:tblGridChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:numberingChange",
  // The reading (furigana) of a word, and the numbers of equations: not running text.
  "w:rt",
  "m:oMath",
]);
