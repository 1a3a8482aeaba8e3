// Rich Text Format: bytes → document. Why our own reader: docs/decisions/0010-office-formats-own-readers.md.
import { buildDocument, hasOwnText } from "../document-builder.ts";
import { metered, textLimits } from "../office/meter.ts";
import { titleFrom } from "../office/read-title.ts";
import { unreadBecause, unreadFile } from "../office/unread.ts";
import type { Reader } from "../reader.ts";
import { arrangeBlocks } from "../word-processor/arrange-blocks.ts";
import { sayBesideText } from "../office/beside-text.ts";
import { readRtfText } from "./read-text.ts";

export const readRtf: Reader = (bytes, options) => {
  const read = metered(textLimits(options.limits), (meter) => readRtfText(bytes, meter, options.changes));
  if (read.kind !== "text") return Promise.resolve(unreadBecause("rtf", read));
  // Nobody can tell what the rest said: half a text would make every gap in it a guess.
  if (read.cutOff)
    return Promise.resolve(unreadFile("rtf", "ARCHIVE_DAMAGED", { reason: "cut-off", part: "" }));
  const { blocks, title, comments } = arrangeBlocks(read);
  const built = buildDocument(blocks, {
    format: "rtf",
    title: title ?? titleFrom(read.title),
    pages: null,
    declaredLanguage: read.language,
    ...sayBesideText({ ...read.counts, comments: 0 }, options.changes, { commentsApart: comments }),
  });
  const hasText = hasOwnText(built);
  return Promise.resolve(
    hasText ? built : unreadFile("rtf", "NO_TEXT", { pictures: read.counts.pictures }, "no-text"),
  );
};
