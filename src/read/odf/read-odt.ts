// OpenDocument texts (.odt, .ott, and flat .fodt): bytes → document.
import { buildDocument, hasOwnText } from "../document-builder.ts";
import { metered, textLimits } from "../office/meter.ts";
import { readTitle } from "../office/read-title.ts";
import { unreadBecause, unreadFile, unreadLocked } from "../office/unread.ts";
import type { Reader } from "../reader.ts";
import { sayBesideText } from "../office/beside-text.ts";
import { arrangeBlocks } from "../word-processor/arrange-blocks.ts";
import { openPackage } from "./open-package.ts";
import { readOdfText } from "./read-text.ts";

export const readOdt: Reader = (bytes, options) => {
  const opened = openPackage(bytes, options);
  switch (opened.kind) {
    case "package":
      break;
    case "encrypted":
      return Promise.resolve(unreadLocked("odt", options.passwords));
    case "unknown-lock":
      return Promise.resolve(unreadFile("odt", "LOCK_UNKNOWN"));
    case "no-content":
      return Promise.resolve(unreadFile("odt", "NOT_A_DOCUMENT"));
    default:
      return Promise.resolve(unreadBecause("odt", opened));
  }
  const parts = opened.styles === null ? [opened.content] : [opened.styles, opened.content];
  const read = metered(textLimits(options.limits), (meter) => readOdfText(parts, meter, options.changes));
  if (read.kind !== "text") return Promise.resolve(unreadBecause("odt", read, "content.xml"));
  if (!read.isText) return Promise.resolve(unreadFile("odt", "NOT_A_DOCUMENT"));

  const { blocks, title, comments } = arrangeBlocks({
    body: read.body,
    notes: read.notes,
    // Page styles belong to no place in the text; their headers are found at its beginning.
    furniture: read.furniture.map((items) => ({ paragraph: 1, items })),
  });
  const built = buildDocument(blocks, {
    format: "odt",
    title: title ?? (opened.meta === null ? null : readTitle(opened.meta)),
    pages: null,
    declaredLanguage: read.language,
    ...sayBesideText({ ...read.counts, comments: 0 }, options.changes, { commentsApart: comments }),
  });
  const hasText = hasOwnText(built);
  return Promise.resolve(
    hasText ? built : unreadFile("odt", "NO_TEXT", { pictures: read.counts.pictures }, "no-text"),
  );
};
