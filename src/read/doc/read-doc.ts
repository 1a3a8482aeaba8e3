// Word documents of 1997 to 2003 (.doc): bytes → document.
// Why our own reader: docs/decisions/0010-office-formats-own-readers.md.
import type { ReadResult } from "../../model/document.ts";
import { buildDocument, hasOwnText } from "../document-builder.ts";
import { metered, textLimits } from "../office/meter.ts";
import { languageOfNumber } from "../office/language-numbers.ts";
import { titleFrom } from "../office/read-title.ts";
import { unreadBecause, unreadFile } from "../office/unread.ts";
import type { Reader, ReadOptions } from "../reader.ts";
import { arrangeBlocks } from "../word-processor/arrange-blocks.ts";
import { openCompoundFile } from "./compound-file.ts";
import type { CompoundFile } from "./compound-file.ts";
import { readFileInformation } from "./file-information.ts";
import { sayBesideText } from "../office/beside-text.ts";
import { readDocText } from "./read-text.ts";
import { readSummaryTitle } from "./summary.ts";

export const readDoc: Reader = (bytes, options) => {
  const file = openCompoundFile(bytes);
  if (file.kind !== "compound-file") return Promise.resolve(unreadBecause("doc", file));
  try {
    return Promise.resolve(readFile(file, options));
  } catch (error) {
    // All places in the file are numbers in the file; one that leads outside of it is the file's fault.
    if (error instanceof RangeError)
      return Promise.resolve(
        unreadFile("doc", "ARCHIVE_DAMAGED", { reason: "outside-file", part: "WordDocument" }),
      );
    throw error;
  }
};

function readFile(file: CompoundFile, { limits, changes }: ReadOptions): ReadResult {
  const main = file.stream("WordDocument");
  if (main === null) return unreadFile("doc", "NOT_A_DOCUMENT");
  const information = readFileInformation(main, file.stream);
  switch (information.kind) {
    case "information":
      break;
    case "encrypted":
      // RC4 with keys of 40 bits, or XOR: no reader of these is worth its upkeep today.
      return unreadFile("doc", "LOCK_UNKNOWN");
    case "too-old":
      return unreadFile("doc", "UNSUPPORTED_FORMAT", { found: "Word 6/95" });
    case "no-word":
      return unreadFile("doc", "NOT_A_DOCUMENT");
  }
  const read = metered(textLimits(limits), (meter) => readDocText(main, information, meter, changes));
  if (read.kind !== "text") return unreadBecause("doc", read);
  const { blocks, title, comments } = arrangeBlocks(read);
  const summary = file.stream("\x05SummaryInformation");
  const built = buildDocument(blocks, {
    format: "doc",
    title: title ?? (summary === null ? null : titleFrom(readSummaryTitle(summary))),
    pages: null,
    // How many objects there are the storage does not say.
    declaredLanguage: languageOfNumber(information.language),
    ...sayBesideText(
      { ...read.counts, comments: 0, objects: file.names.includes("ObjectPool") ? 1 : 0 },
      changes,
      { commentsApart: comments },
    ),
  });
  const hasText = hasOwnText(built);
  return hasText ? built : unreadFile("doc", "NO_TEXT", { pictures: read.counts.pictures }, "no-text");
}
