// Is a text one of our own reports? Such a one lies beside the documents it was made of, and is none itself. Only what the
// formats write of themselves counts, at the place where they write it: a text that speaks of genomlys, or quotes a report
// between other things, is a document.
import { interfaceTexts, type MessageKey } from "../messages/interface-texts.ts";
import { isPdf, isPrintedReport } from "./printed-report.ts";

/** Bytes of the beginning and of the end in which a format says what it is. */
const looked = 4096;

const languages = ["sv", "en"] as const;

/** "genomlys 0.1.0, Jämställdhet 1.4.0, genomlys-score/1": tool, packs and score models, alone on a line. */
const origin = /^genomlys \d[^\s,]*(?:, [^\n]*)?, genomlys-score\/\d+$/;
const generator = /<meta name="generator" content="genomlys \d[^"]*">/;
/** What GitHub shows at a line of a change; no document begins like this. */
const githubCommand = /^::(?:error|warning|notice) (?:file=|title=)/;
const htmlStart = /^\s*(?:<!--[^>]*-->\s*)?<!doctype html/i;

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Do the bytes hold a report of ours in one of its text formats (a workbook is none), or one that was printed to PDF? */
export function isOwnReport(bytes: Uint8Array): boolean {
  // Most files of an archive: of these only the facts on the file are looked at.
  if (isPdf(bytes)) return isPrintedReport(bytes);
  const text = (part: Uint8Array): string =>
    Buffer.from(part)
      .toString("utf8")
      .replace(/^\ufeff/, "");
  const start = text(bytes.subarray(0, looked));
  if (isTable(start) || githubCommand.test(start)) return true;
  if (start.startsWith('{"path":')) return isResultLine(bytes);
  if (htmlStart.test(start)) return generator.test(start.split(/<body[\s>]/i)[0] ?? "");
  if (start.startsWith("{") || start.startsWith("<")) return marks.some((mark) => mark.test(start));
  const first = linesOf(start)[0] ?? "";
  // A report for the terminal begins with its origin; one in Markdown ends with it.
  if (origin.test(first)) return true;
  const end = text(bytes.subarray(Math.max(0, bytes.length - looked)));
  const last = linesOf(end).at(-1) ?? "";
  if (opens("markdown.title", start, "# ")) return origin.test(last);
  return isPage(start) && languages.some((lang) => fits(interfaceTexts["summaryPage.basisText"][lang], last));
}

/** Formats for programs: JSON, SARIF, JUnit, Checkstyle. */
const marks = [
  /^\{\s*"schema": ?"genomlys-report\/\d+"/,
  /^\{\s*"\$schema": ?"[^"]*sarif[^"]*",\s*"version": ?"[^"]*",\s*"runs": ?\[\s*\{\s*"tool": ?\{\s*"driver": ?\{\s*"name": ?"genomlys"/,
  /^<\?xml [^>]*>\s*<testsuites name="genomlys"/,
  /^<\?xml [^>]*>\s*<checkstyle [^>]*>\s*<file [^>]*>\s*<error [^>]* source="genomlys\./,
];

/** A line of results says by which tool and rules its document was judged, at its end. */
function isResultLine(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(0x0a);
  const line = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString("utf8");
  return line.includes('"tool":{"name":"genomlys"') || line.includes('"duplicateOf":"');
}

/** Does a text begin with the words of a message that stand before its first slot? */
function opens(key: MessageKey, start: string, before: string): boolean {
  const openings = languages.map((lang) => interfaceTexts[key][lang].split(/:? ?\{/)[0] ?? "");
  return openings.some((opening) => start.startsWith(before + opening));
}

/** A table begins with the row of its headings, and among them may be those of the archive's list. */
function isTable(start: string): boolean {
  const [row = ""] = start.split(/\r?\n/);
  if (row.startsWith("document,organisation,year,type,")) return true;
  return languages.some((lang) => {
    const [first, ...others] = row.split(";");
    if (first !== interfaceTexts["column.document"][lang] || others.length < headingsAtLeast) return false;
    const known = headingsIn(lang);
    return others.filter((heading) => known.has(heading)).length >= headingsAtLeast;
  });
}

const headingsAtLeast = 5;

const headingsIn = (lang: "sv" | "en"): ReadonlySet<string> =>
  new Set(
    Object.entries(interfaceTexts).flatMap(([key, text]) => (key.startsWith("column.") ? [text[lang]] : [])),
  );

/** The page for a memo begins with its title and its first heading. */
function isPage(start: string): boolean {
  const [title = "", heading = ""] = linesOf(start);
  return (
    (opens("summaryPage.title", title, "") || opens("summaryPage.titleOne", title, "")) &&
    languages.some((lang) => heading === interfaceTexts["summaryPage.what"][lang])
  );
}

/** Is a line a text of the catalogue, whatever stands in its slots? */
function fits(pattern: string, line: string): boolean {
  const parts = pattern.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(line);
}
