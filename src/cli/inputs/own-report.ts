// Which of the files that were found are reports of ours that an earlier run left beside its documents.
import { interfaceTexts } from "../../messages/interface-texts.ts";
import { message, type Language } from "../../messages/message.ts";
import { isOwnReport } from "../../report/own-report.ts";
import { firstPaths } from "../first-paths.ts";

/** Sheets that every workbook of ours has, in the language that it was written in. */
const sheetsOf = (lang: Language): string[] => [
  interfaceTexts["sheet.sections"][lang],
  interfaceTexts["sheet.method"][lang],
];

/** Do the bytes of a file hold a report of ours, in whichever format? What it says of itself decides, not its name. */
export async function holdsOwnReport(bytes: Uint8Array): Promise<boolean> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return isOwnReport(bytes);
  const { workbookOrigin } = await import("../../pipeline/archive.ts");
  const origin = workbookOrigin(bytes);
  if (origin?.creator !== "genomlys") return false;
  // The name of its author alone stays when somebody makes a workbook of her own out of one of ours.
  return (["sv", "en"] as const).some((lang) =>
    sheetsOf(lang).every((sheet) => origin.sheets.includes(sheet)),
  );
}

/** What of our own was left out. */
export interface OwnFiles {
  readonly reports: readonly string[];
  /** Annotated copies of documents. */
  readonly copies: readonly string[];
}

/** A line on each kind; "" for none. */
export function describeOwnFiles({ reports, copies }: OwnFiles, lang: Language): string {
  const line = (key: "cli.ownReports" | "cli.ownCopies", paths: readonly string[]): string => {
    if (paths.length === 0) return "";
    return `${message(lang, key, { n: paths.length, names: firstPaths(paths) })}\n`;
  };
  return line("cli.ownReports", reports) + line("cli.ownCopies", copies);
}
