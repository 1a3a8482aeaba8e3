// OpenDocument spreadsheets (.ods, .ots, and flat .fods): bytes → document.
import { metered, textLimits } from "../office/meter.ts";
import { readTitle } from "../office/read-title.ts";
import { unreadBecause, unreadFile, unreadLocked } from "../office/unread.ts";
import type { Reader } from "../reader.ts";
import { workbookDocument } from "../sheets/to-document.ts";
import { openPackage } from "./open-package.ts";
import { readOdfSheets } from "./read-sheets.ts";

export const readOds: Reader = (bytes, options) => {
  const opened = openPackage(bytes, options);
  switch (opened.kind) {
    case "package":
      break;
    case "encrypted":
      return Promise.resolve(unreadLocked("ods", options.passwords));
    case "unknown-lock":
      return Promise.resolve(unreadFile("ods", "LOCK_UNKNOWN"));
    case "no-content":
      return Promise.resolve(unreadFile("ods", "NOT_A_DOCUMENT"));
    default:
      return Promise.resolve(unreadBecause("ods", opened));
  }
  const parts = opened.styles === null ? [opened.content] : [opened.styles, opened.content];
  const limits = textLimits(options.limits);
  const read = metered(limits, (meter) => readOdfSheets(parts, meter, limits.maxParagraphs));
  if (read.kind !== "workbook") return Promise.resolve(unreadBecause("ods", read, "content.xml"));
  if (!read.isWorkbook) return Promise.resolve(unreadFile("ods", "NOT_A_DOCUMENT"));
  return Promise.resolve(workbookDocument(read, "ods", opened.meta === null ? null : readTitle(opened.meta)));
};
