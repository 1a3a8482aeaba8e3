// Which format a file has, by its content; the name only breaks a tie between Markdown and plain text.
import type { Format } from "../model/document.ts";
import { openArchive } from "./archive/open-archive.ts";
import { openCompoundFile } from "./doc/compound-file.ts";
import { decode, detectEncoding } from "./text/decode.ts";

export type Detected =
  | { readonly kind: "format"; readonly format: Format }
  /** A format that is known and not read: "xls", "ppt", "zip" … */
  | { readonly kind: "unsupported"; readonly found: string }
  /** An office file of any kind, locked with a password. */
  | { readonly kind: "encrypted" }
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
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return detectOle(bytes);
  if (head.startsWith("{\\rtf")) return { kind: "format", format: "rtf" };
  for (const [found, signature] of otherSignatures)
    if (signature.test(head)) return { kind: "unsupported", found };

  const sample = bytes.subarray(0, sampleBytes);
  const { encoding } = detectEncoding(sample);
  if (!encoding.startsWith("utf-16") && isBinary(sample)) return { kind: "unknown" };
  const text = decode(sample).text;
  if (text.trim() === "" && bytes.length <= sampleBytes) return { kind: "empty" };
  if (/^\s*\{\\rtf/.test(text)) return { kind: "format", format: "rtf" };
  const flat = detectFlatOffice(text);
  if (flat !== null) return flat;
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
  // In an archive of documents a folder may be called "word" too: only its parts make a Word document.
  const isOffice = names.includes("[Content_Types].xml");
  if (isOffice ? has("word/") : has("word/document")) return { kind: "format", format: "docx" };
  // A workbook in binary parts, which are no XML.
  if (isOffice && names.includes("xl/workbook.bin")) return { kind: "unsupported", found: "xlsb" };
  if (isOffice ? has("xl/") : has("xl/workbook")) return { kind: "format", format: "xlsx" };
  if (isOffice ? has("ppt/") : has("ppt/presentation")) return { kind: "format", format: "pptx" };
  const type = openDocumentType(bytes, names);
  if (type !== null) return openDocument(type);
  if (names.includes("content.xml") && names.includes("META-INF/manifest.xml"))
    return { kind: "format", format: "odt" };
  // Pages, Numbers and Keynote. The picture of the first pages that they keep beside the text is not the document.
  if (names.some((name) => /^Index(?:\.zip$|\/.*\.iwa$)/.test(name)) || names.includes("index.apxl"))
    return { kind: "unsupported", found: "iWork" };
  if (names.includes("mimetype") && has("META-INF/")) return { kind: "unsupported", found: "epub" };
  return { kind: "unsupported", found: "zip" };
}

/** What an OpenDocument package says that it is: mostly in its first entry, which is not packed. */
function openDocumentType(bytes: Uint8Array, names: readonly string[]): string | null {
  // The name of the first entry, the length of whatever extra field a program puts behind it, and its content.
  const first =
    /^mimetype[^]{0,64}?application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
      latin1(bytes.subarray(30, 200)),
    )?.[1];
  if (first !== undefined) return first;
  const parts = ["mimetype", "META-INF/manifest.xml"].filter((name) => names.includes(name));
  if (parts.length === 0) return null;
  // Packed anew by another program: the entries are in another order, and packed.
  const archive = openArchive(bytes, { unpackedBytes: largestManifest });
  if (archive.kind !== "archive") return null;
  for (const name of parts) {
    const part = archive.read(name);
    const said = part.kind === "bytes" ? packageType.exec(latin1(part.bytes))?.[1] : undefined;
    if (said !== undefined) return said;
  }
  return null;
}

const packageType = /application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/;
/** In bytes. */
const largestManifest = 1_000_000;

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

/** What an OpenDocument file says of itself: "text", "spreadsheet", "presentation". */
function openDocument(type: string): Detected {
  if (type === "text") return { kind: "format", format: "odt" };
  return type === "spreadsheet" ? { kind: "format", format: "ods" } : { kind: "unsupported", found: "odp" };
}

/** Office documents that are one XML file. */
function detectFlatOffice(text: string): Detected | null {
  const start = text.slice(0, 8_000);
  if (!/^\ufeff?\s*<\?xml\b/.test(start)) return null;
  const type =
    /<(?:\w+:)?document\b[^>]*\bmimetype="application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
      start,
    )?.[1];
  if (type !== undefined) return openDocument(type);
  const program = /<\?mso-application\s+progid="(\w+)\./.exec(start)?.[1];
  return program === undefined ? null : { kind: "unsupported", found: `${program}-XML` };
}

/** Old Office files are little file systems; the names in them say which program's. */
function detectOle(bytes: Uint8Array): Detected {
  const file = openCompoundFile(bytes);
  // Cut off: the names may still lie about, in UTF-16.
  const text = file.kind === "compound-file" ? "" : latin1(bytes);
  const has = (name: string): boolean =>
    file.kind === "compound-file" ? file.names.includes(name) : text.includes([...name].join("\0"));
  if (has("EncryptedPackage")) return { kind: "encrypted" };
  if (has("WordDocument")) return { kind: "format", format: "doc" };
  if (has("Workbook") || has("Book")) return { kind: "unsupported", found: "xls" };
  if (has("PowerPoint Document")) return { kind: "unsupported", found: "ppt" };
  if (has("__properties_version1.0")) return { kind: "unsupported", found: "msg" };
  return { kind: "unknown" };
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
