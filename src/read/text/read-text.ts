// Plain text: UTF-8, UTF-16 or Windows-1252; paragraphs, lists and tables by their layout.
import type { Notice } from "../../model/document.ts";
import { buildDocument } from "../document-builder.ts";
import type { Reader } from "../reader.ts";
import { decode, type Decoded } from "./decode.ts";
import { findFurniture } from "./find-furniture.ts";
import { textBlocks, type Line } from "./text-blocks.ts";

/** Plain text → document with places as line and column. Form feeds are line breaks. */
export const readText: Reader = (bytes) => {
  const decoded = decode(bytes);
  return Promise.resolve(
    buildDocument(findFurniture(textBlocks(linesOf(decoded.text))), {
      format: "txt",
      title: null,
      pages: null,
      reading: { share: 1, pagesWithoutText: [], garbled: [], engine: "text" },
      notices: encodingNotices(decoded),
    }),
  );
};

/** Tells the encoding where it was guessed, and how much could not be decoded. */
export function encodingNotices(decoded: Decoded): Notice[] {
  const notices: Notice[] = [];
  if (!decoded.certain) notices.push({ code: "ENCODING_GUESSED", params: { encoding: decoded.encoding } });
  return notices;
}

/** Lines of a text, whatever its line ends. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let number = 1;
  const lineEnd = /\r\n?|\n/g;
  for (;;) {
    const match = lineEnd.exec(text);
    lines.push({ text: text.slice(start, match?.index), number, column: 1 });
    if (match === null) return lines;
    start = lineEnd.lastIndex;
    number++;
  }
}
