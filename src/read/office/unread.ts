// What a file that cannot be read is answered with, in the formats that office programs write.
import type { Format, Notice, NoticeCode, Unread } from "../../model/document.ts";
import type { ArchiveProblem } from "../archive/archive-problem.ts";
import type { TextTooLarge } from "./meter.ts";
import type { XmlProblem } from "./read-xml.ts";

/** An unread file with one notice. */
export function unreadFile(
  format: Format,
  code: NoticeCode,
  params: Readonly<Record<string, string | number>> = {},
  status: Unread["status"] = "unreadable",
): Unread {
  return { kind: "unread", format, status, pages: null, notices: [{ code, params }] };
}

/** Locked with a password, and none of `passwords` is the one. How many were tried is said, never which. */
export function unreadLocked(format: Format, passwords: readonly string[]): Unread {
  return unreadFile(format, "OFFICE_ENCRYPTED", triedParams(passwords));
}

/** Params of a notice about a locked file. */
export function triedParams(passwords: readonly string[]): Notice["params"] {
  return passwords.length === 0 ? {} : { tried: passwords.length };
}

/** The archive, or the part `part` in it, is broken or too large. */
export function unreadBecause(
  format: Format,
  problem: ArchiveProblem | XmlProblem | TextTooLarge,
  part = "",
): Unread {
  switch (problem.kind) {
    case "too-large":
      return unreadFile(format, "ARCHIVE_TOO_LARGE", { limit: problem.limit, unit: problem.unit });
    case "damaged":
      return unreadFile(format, "ARCHIVE_DAMAGED", {
        reason: problem.reason,
        part: problem.entry ?? part,
      });
    case "xml-problem":
      return unreadFile(format, "ARCHIVE_DAMAGED", { reason: problem.reason, part });
  }
}
