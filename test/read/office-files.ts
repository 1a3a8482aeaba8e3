// What tests of the office formats share: files by hand, and the same checks on every reading.
import { zipSync } from "fflate";
import type { Block, Document, Notice, ReadResult } from "../../src/model/document.ts";
import { locate } from "../../src/model/locate.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import type { Reader, ReadOptions } from "../../src/read/reader.ts";
import { expectDocument, expectSoundDocument } from "./document-contract.ts";

/** A ZIP archive of text files. */
export function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      ]),
    ),
  );
}

/** Reads, and checks what every reader promises. */
export async function readSound(
  reader: Reader,
  bytes: Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<Document> {
  const document = expectDocument(await reader(bytes, { ...defaultReadOptions, ...options }));
  expectSoundDocument(document);
  return document;
}

/** The one notice of a file that was not read. */
export function noticeOf(result: ReadResult): Notice {
  if (result.kind !== "unread") throw new Error(`read as ${JSON.stringify(result.text.slice(0, 100))}`);
  const [notice, ...others] = result.notices;
  if (notice === undefined || others.length > 0) throw new Error(JSON.stringify(result.notices));
  return notice;
}

/** A block in one line: place, layer where it is not the body, kind with its level, text; cells in brackets. */
export function lineOf(document: Document, block: Block): string {
  const place = Object.values(locate(document, block.span.start)).join(":");
  const kind =
    block.kind === "heading"
      ? "#".repeat(block.level ?? 0)
      : block.kind === "paragraph"
        ? ""
        : block.kind === "table-row"
          ? `row of ${String(block.table)}`
          : block.kind;
  const text =
    block.cells === undefined
      ? document.text.slice(block.span.start, block.span.end)
      : block.cells.map((cell) => `[${document.text.slice(cell.start, cell.end)}]`).join("");
  return [place, block.layer === "body" ? "" : block.layer, kind, text]
    .filter((word) => word !== "")
    .join(" ");
}

/** The blocks, one a line, the columns of table rows behind. */
export function lines(document: Document): string[] {
  return document.blocks.map((block) => {
    const columns = block.columns ?? [];
    return `${lineOf(document, block)}${columns.length === 0 ? "" : ` {${columns.join("|")}}`}`;
  });
}

/**
 * `count` damaged versions of a file, the same at every run: bits turned, stretches cut out, the end cut off. For a ZIP
 * archive most damage would only show that checksums work: hand over parts instead.
 */
export function* damaged(bytes: Uint8Array, count: number): Generator<Uint8Array> {
  let state = 42;
  const random = (below: number): number => {
    // Park and Miller's generator: the seed is fixed, a failure can be repeated.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (let index = 0; index < count; index++) {
    const copy = Uint8Array.from(bytes);
    switch (index % 4) {
      case 0:
        yield copy.subarray(0, random(copy.length));
        break;
      case 1: {
        const start = random(copy.length);
        const end = Math.min(copy.length, start + random(500));
        yield Uint8Array.from([...copy.subarray(0, start), ...copy.subarray(end)]);
        break;
      }
      default:
        for (let turned = 0; turned < 1 + random(20); turned++) copy[random(copy.length)] = random(256);
        yield copy;
    }
  }
}
