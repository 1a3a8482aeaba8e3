// Bytes and a name → document, with the reader that fits; each reader is loaded only when a file needs it.
import type { Format, Notice, ReadResult } from "../model/document.ts";
import { detectFormat } from "./detect-format.ts";
import { triedParams } from "./office/unread.ts";
import type { Reader, ReadOptions } from "./reader.ts";
import { OutOfTime, withinTime } from "./within-time.ts";

const readers: Readonly<Record<Format, () => Promise<Reader>>> = {
  pdf: async () => (await import("./pdf/read-pdf.ts")).readPdf,
  docx: async () => (await import("./docx/read-docx.ts")).readDocx,
  odt: async () => (await import("./odf/read-odt.ts")).readOdt,
  rtf: async () => (await import("./rtf/read-rtf.ts")).readRtf,
  doc: async () => (await import("./doc/read-doc.ts")).readDoc,
  pptx: async () => (await import("./pptx/read-pptx.ts")).readPptx,
  xlsx: async () => (await import("./xlsx/read-xlsx.ts")).readXlsx,
  ods: async () => (await import("./odf/read-ods.ts")).readOds,
  html: async () => (await import("./html/read-html.ts")).readHtml,
  md: async () => (await import("./markdown/read-markdown.ts")).readMarkdown,
  txt: async () => (await import("./text/read-text.ts")).readText,
};

/**
 * Reads one file. `name` is its name or path, shown nowhere and used only to tell Markdown from plain text. Never throws:
 * what cannot be read comes back as `Unread` with a notice that says why.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<ReadResult> {
  const { fileBytes, documentMs, characters } = options.limits;
  if (bytes.length > fileBytes)
    return unread(null, { code: "FILE_TOO_LARGE", params: { bytes: bytes.length, limit: fileBytes } });
  let format: Format | null = null;
  try {
    const detected = detectFormat(bytes, name);
    switch (detected.kind) {
      case "empty":
        return unread(null, { code: "EMPTY_FILE", params: {} });
      case "unknown":
        return unread(null, { code: "UNKNOWN_FORMAT", params: {} });
      case "unsupported":
        return unread(null, { code: "UNSUPPORTED_FORMAT", params: { found: detected.found } });
      case "encrypted": {
        const { unlockOffice } = await import("./locked/unlock.ts");
        const unlocked = unlockOffice(bytes, options.passwords);
        if (unlocked.kind === "unknown-lock") return unread(null, { code: "LOCK_UNKNOWN", params: {} });
        if (unlocked.kind === "locked")
          return unread(null, { code: "OFFICE_ENCRYPTED", params: triedParams(options.passwords) });
        // What was locked once is not locked again: a password inside a password opens nothing.
        return await readDocument(unlocked.bytes, name, { ...options, passwords: [] });
      }
      case "format":
        format = detected.format;
    }
    const read = await readers[format]();
    const result = await withinTime(documentMs, () => read(bytes, options));
    if (result.kind === "document" && result.text.length > characters)
      return unread(format, { code: "TEXT_TOO_LONG", params: { limit: characters } });
    // Markup without a word in it: nothing to audit, and no gap either.
    if (result.kind === "document" && result.text === "" && result.pages === null)
      return {
        kind: "unread",
        format,
        status: "no-text",
        pages: null,
        notices: [...result.notices, { code: "EMPTY_FILE", params: {} }],
      };
    return result;
  } catch (error) {
    if (error instanceof OutOfTime)
      return unread(format, {
        code: "READER_TIMED_OUT",
        params: { seconds: Math.ceil(error.milliseconds / 1000) },
      });
    const reason = error instanceof Error ? error.message : String(error);
    return unread(format, { code: "READER_FAILED", params: { reason: reason.slice(0, longestReason) } });
  }
}

/** Messages of libraries can hold half a file. */
const longestReason = 300;

function unread(format: Format | null, notice: Notice): ReadResult {
  return { kind: "unread", format, status: "unreadable", pages: null, notices: [notice] };
}
