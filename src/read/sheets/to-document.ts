// A workbook that has been read → document.
import type { Format, Notice, ReadResult } from "../../model/document.ts";
import { buildDocument } from "../document-builder.ts";
import { sayBesideText } from "../office/beside-text.ts";
import { commentBlocks } from "../office/comments.ts";
import { unreadFile } from "../office/unread.ts";
import { arrangeSheets } from "./arrange-sheets.ts";
import type { Workbook } from "./sheet.ts";

/** `title` is what the file's properties say. */
export function workbookDocument(workbook: Workbook, format: Format, title: string | null): ReadResult {
  const arranged = arrangeSheets(workbook.sheets);
  if (arranged.blocks.length === 0)
    return unreadFile(format, "NO_TEXT", { pictures: workbook.objects }, "no-text");
  const { cells, kept } = workbook;
  const notices: Notice[] = [];
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden && sheet.rows.length > 0);
  if (hidden.length > 0)
    notices.push({
      code: "HIDDEN_PARTS_READ",
      params: { count: hidden.length, names: hidden.map(({ name }) => name).join(", ") },
    });
  // Cells hold their last content; what stood there before is not kept as text anywhere.
  const beside = sayBesideText(workbook, "accepted", { commentsApart: workbook.commented.length });
  notices.push(...beside.notices);
  if (kept < cells) notices.push({ code: "SHEETS_CUT_OFF", params: { cells, limit: kept } });
  return buildDocument([...arranged.blocks, ...commentBlocks(workbook.commented)], {
    format,
    title: title ?? arranged.title,
    pages: null,
    reading: { ...beside.reading, share: cells === 0 ? 1 : kept / cells },
    notices,
  });
}
