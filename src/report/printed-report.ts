// A report of ours that a browser printed to PDF. Of all that the page says of itself only its title reaches the file, so
// the title names the tool, and the file is known by it. The text will not do: a memo may have a report as its appendix.
import { interfaceTexts } from "../messages/interface-texts.ts";

/** The title of a page of ours, as it stands in the browser's tab and in what is printed. */
export const pageTitle = (title: string, tool: { readonly name: string; readonly version: string }): string =>
  `${title}, ${tool.name} ${tool.version}`;

/** "Jämställdhet i 5 dokument, genomlys 0.1.0": a number of documents at the end, or the words of a comparison before. */
const ofReport = /\d \p{L}+, genomlys \d\S*$/u;
const ofComparison = /, genomlys \d\S*$/;
const comparisons = Object.values(interfaceTexts["compare.title"]);

function isPageTitle(title: string): boolean {
  if (ofReport.test(title)) return true;
  return ofComparison.test(title) && comparisons.some((opening) => title.startsWith(`${opening}: `));
}

/**
 * Bytes of the beginning and of the end in which the facts on a PDF file are looked for: browsers write them first
 * (Chromium) or last. Files that pack them away (Firefox on Linux) are not known.
 */
const atStart = 2048;
const atEnd = 65_536;

/** What a PDF begins with. */
const signature = Buffer.from("%PDF-");

/** Is the file a PDF? */
export function isPdf(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Is it a PDF of a page of ours that was printed? */
export function isPrintedReport(bytes: Uint8Array): boolean {
  if (!isPdf(bytes)) return false;
  const text = (from: number, to?: number): string =>
    Buffer.from(bytes.subarray(from, to)).toString("latin1");
  if (titlesIn(text(0, atStart)).some(isPageTitle)) return true;
  const from = Math.max(atStart, bytes.length - atEnd);
  const [, info] = /\/Info\s+(\d+)\s+0\s+R/.exec(text(Math.max(from, bytes.length - 4096))) ?? [];
  if (info === undefined) return false;
  const at = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, bytes.length - from)).lastIndexOf(
    `\n${info} 0 obj`,
  );
  return at >= 0 && titlesIn(text(from + at, from + at + atStart)).some(isPageTitle);
}

/** What stands as /Title, hexadecimal or in brackets. */
function titlesIn(text: string): string[] {
  return [...text.matchAll(/\/Title\s*(?:<([\da-f\s]*)>|\(((?:\\[^]|[^\\()])*)\))/gi)].map(
    ([, hexadecimal, literal = ""]) =>
      decoded(
        hexadecimal === undefined ? unescaped(literal) : Buffer.from(hexadecimal.replace(/\s/g, ""), "hex"),
      ),
  );
}

const unescaped = (literal: string): Buffer =>
  Buffer.from(
    literal.replace(/\\([0-7]{1,3}|[^])/g, (_, sign: string) =>
      /^[0-7]/.test(sign) ? String.fromCharCode(parseInt(sign, 8) & 0xff) : sign,
    ),
    "latin1",
  );

/** UTF-16 with its mark, UTF-8 with its mark, or one byte a letter: in what is looked for that is Latin-1. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString("utf16le");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString("utf8");
  return bytes.toString("latin1");
}
