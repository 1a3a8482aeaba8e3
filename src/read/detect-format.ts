// Which format a file has, by its content; the name only breaks a tie between Markdown and plain text.
import type { Format } from "../model/document.ts";
import { decode, detectEncoding } from "./text/decode.ts";

export type Detected =
  | { readonly kind: "format"; readonly format: Format }
  /** A format that is known and not read: "xlsx", "doc", "rtf", "zip" … */
  | { readonly kind: "unsupported"; readonly found: string }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown" };

/** Bytes in which the header of a PDF may stand (PDF reference, appendix H: within the first 1 024). */
const pdfHeader = 1024;
/** Bytes looked at to tell text from binary, and Markdown from plain text. */
const sampleBytes = 65_536;
/** Share of control bytes from which on a file is no text. */
const mostControls = 0.1;

/** Looks at the content of a file; `name` is its name or path, used as a hint for Markdown only. */
export function detectFormat(bytes: Uint8Array, name: string): Detected {
  if (bytes.length === 0) return { kind: "empty" };
  const head = latin1(bytes.subarray(0, pdfHeader));
  if (/%PDF-\d/.test(head) && !/^\s*(?:<|#)/.test(head)) return { kind: "format", format: "pdf" };
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return detectZip(bytes);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
    return { kind: "unsupported", found: oleKind(bytes) };
  if (head.startsWith("{\\rtf")) return { kind: "unsupported", found: "rtf" };
  for (const [found, signature] of otherSignatures)
    if (signature.test(head)) return { kind: "unsupported", found };

  const sample = bytes.subarray(0, sampleBytes);
  const { encoding } = detectEncoding(sample);
  if (!encoding.startsWith("utf-16") && isBinary(sample)) return { kind: "unknown" };
  const text = decode(sample).text;
  if (text.trim() === "" && bytes.length <= sampleBytes) return { kind: "empty" };
  if (/^\s*\{\\rtf/.test(text)) return { kind: "unsupported", found: "rtf" };
  if (isHtml(text)) return { kind: "format", format: "html" };
  return { kind: "format", format: isMarkdown(text, name) ? "md" : "txt" };
}

const otherSignatures: readonly (readonly [string, RegExp])[] = [
  ["png", /^\x89PNG\r\n/],
  ["jpg", /^\xff\xd8\xff/],
  ["gif", /^GIF8[79]a/],
  ["tiff", /^(?:II\*\0|MM\0\*)/],
  ["gzip", /^\x1f\x8b/],
  ["7z", /^7z\xbc\xaf/],
  ["rar", /^Rar!\x1a/],
  ["postscript", /^%!PS/],
];

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function isBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    // Tab, line feed, vertical tab, form feed, carriage return, and escape, which terminal logs are full of.
    if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) controls++;
  }
  return (
    controls > sample.length * mostControls || (sample.indexOf(0) >= 0 && controls > sample.length * 0.01)
  );
}

/** Names in a ZIP stand uncompressed, both before each entry and in the directory at the end. */
function detectZip(bytes: Uint8Array): Detected {
  const names = zipNames(bytes);
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has("word/")) return { kind: "format", format: "docx" };
  if (has("xl/")) return { kind: "unsupported", found: "xlsx" };
  if (has("ppt/")) return { kind: "unsupported", found: "pptx" };
  const type = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    latin1(bytes.subarray(30, 120)),
  )?.[1];
  if (type !== undefined)
    return {
      kind: "unsupported",
      found: { text: "odt", spreadsheet: "ods", presentation: "odp" }[type] ?? "odt",
    };
  if (names.includes("mimetype") && has("META-INF/")) return { kind: "unsupported", found: "epub" };
  return { kind: "unsupported", found: "zip" };
}

/** Most entries whose names are read. */
const mostEntries = 5000;
/** Bytes at the end in which the end of the central directory has to stand. */
const directoryTail = 65_557;

/** File names from the central directory; from the local headers where it is missing (a truncated file). */
function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  let at = -1;
  for (let index = bytes.length - 22; index >= Math.max(0, bytes.length - directoryTail); index--) {
    if (view.getUint32(index, true) !== 0x06054b50) continue;
    at = view.getUint32(index + 16, true);
    break;
  }
  while (at >= 0 && at + 46 <= bytes.length && names.length < mostEntries) {
    if (view.getUint32(at, true) !== 0x02014b50) break;
    const length = view.getUint16(at + 28, true);
    names.push(latin1(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (names.length > 0) return names;
  const text = latin1(bytes.subarray(0, 4_000_000));
  for (const match of text.matchAll(/PK\x03\x04[^]{22}([^])([^])[^]{2}/g)) {
    const length = (match[1] ?? "").charCodeAt(0) + (match[2] ?? "").charCodeAt(0) * 256;
    const start = match.index + match[0].length;
    if (length > 0 && length < 300) names.push(text.slice(start, start + length));
    if (names.length >= mostEntries) break;
  }
  return names;
}

/** Old Office files name their parts in UTF-16 in the directory of the container. */
function oleKind(bytes: Uint8Array): string {
  const text = latin1(bytes);
  const has = (name: string): boolean => text.includes([...name].join("\0"));
  if (has("WordDocument")) return "doc";
  if (has("Workbook") || has("Book")) return "xls";
  if (has("PowerPoint Document")) return "ppt";
  if (has("EncryptedPackage")) return "encrypted-office";
  return "doc";
}

const knownTags =
  /<\/?(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|tr|td|ul|ol|li|span|meta|title|a|br|section|article|main)\b[^<>]*>/gi;

function isHtml(text: string): boolean {
  const start = text.replace(/^(?:\s|<!--[^]*?-->|<\?xml[^>]*>)+/, "").slice(0, 500);
  if (/^<(?:!doctype\s+html|html\b|head\b|body\b)/i.test(start)) return true;
  if (!start.startsWith("<")) return false;
  // No document element, yet a page all the same: it begins with a tag and is full of others.
  const tags = text.slice(0, 20_000).match(knownTags)?.length ?? 0;
  return tags >= 4;
}

/** ATX headings, tables and the like weigh for Markdown; one sign is enough when the name says so too. */
function isMarkdown(text: string, name: string): boolean {
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(name)) return true;
  const atx = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  const tables = text.match(/^ {0,3}\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)+\|? *$/gm)?.length ?? 0;
  const frontMatter = /^---\n(?:[\w-]+:.*\n)+---\n/.test(text) ? 1 : 0;
  return atx >= 2 || tables >= 1 || (frontMatter > 0 && atx > 0);
}
