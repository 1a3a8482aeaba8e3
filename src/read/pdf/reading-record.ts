// How much of the file was really read, and what is said about the rest.
import type { Notice, ReadingRecord } from "../../model/document.ts";
import type { ReadLimits } from "../reader.ts";
import type { EngineText } from "./engine-text.ts";
import { isUnreadPicture } from "./page.ts";
import { pageRanges } from "./page-ranges.ts";

/**
 * Blank pages need no text. Scans with a stamp on them lack it, though the stamp has some. Pages that look like a photograph are named, and not counted against the reading either;
 * pages that look like writing are.
 */
export function readingRecord(
  { text, engine, garbled, recognition }: EngineText,
  limits: Pick<ReadLimits, "pages">,
): {
  reading: ReadingRecord;
  notices: Notice[];
} {
  const { pages, pageCount } = text;
  const empty = pages.filter(isUnreadPicture);
  const withoutText = empty.map((page) => page.page);
  const failed = pages.flatMap(({ page, failed: has }) =>
    has === true && withoutText.includes(page) ? [page] : [],
  );
  const illustrations = empty.filter((page) => page.illustration === true).length;
  const blank = pages.filter((page) => !page.drawn).length;
  const expected = pageCount - blank - illustrations;
  const readable = pages.length - blank - withoutText.length - garbled.length;
  const notices: Notice[] = [];
  const add = (code: Notice["code"], list: readonly number[]): void => {
    if (list.length > 0) notices.push({ code, params: { count: list.length, pages: pageRanges(list) } });
  };
  const { recognised = [], uncertain = [] } = recognition ?? {};
  const untried = (list: readonly number[]): number[] => list.filter((page) => !uncertain.includes(page));
  add("OCR_PAGES", recognised);
  add("OCR_UNCERTAIN", uncertain);
  add("PDF_PAGES_FAILED", failed);
  add(
    "PDF_PAGES_WITHOUT_TEXT",
    untried(withoutText).filter((page) => !failed.includes(page)),
  );
  add("GARBLED_TEXT", untried(garbled));
  if (pages.length < pageCount) {
    const because = pages.length >= limits.pages ? "pages" : "time";
    notices.push({ code: "PAGES_CUT_OFF", params: { read: pages.length, pages: pageCount, because } });
  }
  const share = expected <= 0 ? 1 : Math.min(1, Math.max(0, readable / expected));
  const marked = recognition === undefined ? {} : { recognised };
  return { reading: { share, pagesWithoutText: withoutText, garbled, ...marked, engine }, notices };
}
