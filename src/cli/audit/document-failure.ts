// What is said on standard error about a document that could not be looked at, while the others go on.
import { formatBug } from "../../errors/format-error.ts";
import { message, type Language } from "../../messages/message.ts";
import { decisiveNotices } from "../../messages/notice-texts.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DocumentReport } from "../../model/report.ts";
import { packageVersion } from "../../version.ts";
import type { Io } from "../io.ts";
import type { UnreadInput } from "../pipeline.ts";

/** A fault of ours: told as one to mend. Answers the document as unread. */
export function tellFault(
  thrown: unknown,
  documentPath: string,
  lang: Language,
  io: Pick<Io, "stderr">,
): UnreadInput {
  io.stderr.write(formatBug(thrown, packageVersion(), lang));
  const reason = clippedText(thrown instanceof Error ? thrown.message : String(thrown), 200);
  return { path: documentPath, code: "READER_FAILED", params: { reason } };
}

/** One line: the document and why it was not audited. */
export function describeFailure(document: Pick<DocumentReport, "path" | "notices">, lang: Language): string {
  const reason = clippedText(decisiveNotices(document.notices)[0]?.message ?? "", 300);
  return `${message(lang, "cli.notAudited", { path: plainText(document.path), message: reason })}\n`;
}
