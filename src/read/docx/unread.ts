// What a Word document that cannot be read is answered with.
import type { NoticeCode, Unread } from "../../model/document.ts";
import type { ArchiveProblem } from "../archive/archive-problem.ts";
import type { XmlProblem } from "./read-xml.ts";
import type { PartTooLarge } from "./read-part.ts";

/** An unread document with one notice. */
export function unreadDocx(
  code: NoticeCode,
  params: Readonly<Record<string, string | number>> = {},
  status: Unread["status"] = "unreadable",
): Unread {
  return { kind: "unread", format: "docx", status, pages: null, notices: [{ code, params }] };
}

/** The archive, or the part `part` in it, is broken or too large. */
export function unreadBecause(problem: ArchiveProblem | XmlProblem | PartTooLarge, part = ""): Unread {
  switch (problem.kind) {
    case "too-large":
      return unreadDocx("ARCHIVE_TOO_LARGE", { limit: problem.limit, unit: problem.unit });
    case "damaged":
      return unreadDocx("ARCHIVE_DAMAGED", { reason: problem.reason, part: problem.entry ?? part });
    case "xml-problem":
      return unreadDocx("ARCHIVE_DAMAGED", { reason: problem.reason, part });
  }
}
