// Which files of a folder are documents: by name where the name says it, by first bytes where it does not.
import { open } from "node:fs/promises";

const readable = [
  ..."pdf docx docm dotx doc dot odt ott fodt rtf html htm xhtml md markdown txt text".split(" "),
  ..."pptx pptm ppsx potx xlsx xlsm xltx ods ots fods zip".split(" "),
];

// Documents that cannot be read. They are handed on all the same, so that the report names them with the reason:
// a strategy left out in silence because it is an .odp would be the worst kind of error.
const looksLikeDocument = "pages wpd ppt pps pot odp xls xlt epub".split(" ");

const documentEndings = new Set([...readable, ...looksLikeDocument]);

// Never opened: there may be thousands of them beside the documents.
const otherEndings = new Set(
  [
    "png jpg jpeg gif webp bmp tif tiff svg ico heic psd eps ai",
    "mp3 mp4 wav mov avi mkv m4a ogg webm",
    "json jsonl yaml yml toml xml csv tsv ini cfg conf lock log sql db sqlite parquet r rdata rds sav",
    "js mjs cjs ts mts cts jsx tsx css scss less map py rb java c h cpp cs go rs sh bash ps1 bat cmd exe dll so",
    "ttf otf woff woff2 gz tgz bz2 xz 7z rar tar msg eml ics lnk url key pem crt tmp bak",
  ]
    .join(" ")
    .split(" "),
);

/** What follows the last dot of a name, in lower case; "" when there is none. */
export function nameEnding(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}

/**
 * Files that programs put beside documents: hidden files, the lock files that Office leaves while one is open, and our own
 * annotated copies, which would count every document twice.
 */
export function isPassedOverByName(name: string): boolean {
  return (
    name.startsWith(".") ||
    name.startsWith("~$") ||
    /^(node_modules|thumbs\.db)$/i.test(name) ||
    isAnnotatedCopy(name)
  );
}

const copyMark = /\.genomlys\.(?:doc[xm]|dot[xm]|pdf)$/i;

/**
 * Is that the name of an annotated copy? By the name alone: a copy that is saved under another name is what its author works
 * on from now on, and a document like any other. Its comments are not read as text.
 */
export const isAnnotatedCopy = (name: string): boolean => copyMark.test(name);

/** The name of the document that a copy was made of: "plan.genomlys.docx" → "plan.docx". */
export const originalName = (name: string): string => name.replace(/\.genomlys(?=\.[^.]*$)/i, "");

const signatures = [
  /^[\s\S]{0,1000}%PDF-/,
  /^\{\\rtf/,
  /^PK\x03\x04[\s\S]*(word\/|\[Content_Types\]|mimetype)/,
];
// The header of an OLE compound file: Word, Excel and PowerPoint before 2007 ([MS-CFB] §2.2).
const oleHeader = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const htmlStart = /^(\xef\xbb\xbf)?\s*<(!doctype\s+html|html[\s>])/i;

/** Do the first bytes (a thousand are enough) look like a document's? */
export function bytesLookLikeDocument(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return (
    signatures.some((signature) => signature.test(start)) ||
    start.startsWith(oleHeader) ||
    htmlStart.test(start)
  );
}

/** What the name alone says: a document, something else, or nothing. */
export function documentByName(name: string): boolean | undefined {
  const ending = nameEnding(name);
  return documentEndings.has(ending) ? true : otherEndings.has(ending) ? false : undefined;
}

async function startsLikeDocument(file: string): Promise<boolean> {
  let handle;
  try {
    handle = await open(file, "r");
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return bytesLookLikeDocument(buffer.subarray(0, bytesRead));
  } catch {
    // Cannot be opened, and its name promises no document: nothing to tell the user about.
    return false;
  } finally {
    await handle?.close();
  }
}

/** Is `file`, called `name`, a document or something that a person would take for one? */
export async function isDocumentLike(file: string, name: string): Promise<boolean> {
  return documentByName(name) ?? startsLikeDocument(file);
}
