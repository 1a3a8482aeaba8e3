// Saved results (`--format json` or `jsonl`) back into a report, checked against the schema before anything is shown.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { genomlysError, type ErrorPlace } from "../errors/genomlys-error.ts";
import { clippedText } from "../messages/plain-text.ts";
import type { DocumentLine, DocumentReport, Origin, Report } from "../model/report.ts";
import { splitLine } from "../report/json.ts";
import type { SavedPart } from "../report/merge-reports.ts";
import { documentLineSchema, reportSchema } from "../report/report-schema.ts";
import type { Io } from "./io.ts";

/** The one version of the report that this version of the tool reads and writes. */
const known: Report["schema"] = "genomlys-report/1";

/**
 * What was saved in each of the files, in order; the parts of one archive (`--shard`) in the order of the whole. Throws a
 * GenomlysError for the first that is no saved result.
 */
export async function readSavedReports(files: readonly string[], io: Io): Promise<SavedPart[]> {
  const reports: SavedPart[] = [];
  const lines: SavedLine[] = [];
  for (const file of files) {
    const saved = parseSaved(await readText(file, io), file);
    if ("report" in saved) reports.push(...partsOf(lines.splice(0)), saved);
    else lines.push(...saved.lines);
  }
  const parts = [...reports, ...partsOf(lines)];
  // A part of an archive can be empty; all of it cannot.
  if (parts.length === 0) throw genomlysError("REPORT_NOT_SAVED", { path: files[0] ?? "" });
  return parts;
}

/** A document of JSON lines. */
interface SavedLine {
  readonly document: DocumentReport;
  readonly origin: Origin | null;
  readonly shard: DocumentLine["shard"];
}

/** Lines → one part for each run of lines that were judged by the same rules. */
function partsOf(lines: readonly SavedLine[]): SavedPart[] {
  const isArchive = lines.every(({ shard }) => shard !== undefined);
  const positionOf = ({ shard }: SavedLine): number => shard?.position ?? 0;
  const ordered = isArchive ? [...lines].sort((a, b) => positionOf(a) - positionOf(b)) : lines;
  const parts: { documents: DocumentReport[]; origin: Origin | null; key: string }[] = [];
  for (const { document, origin } of ordered) {
    const key = JSON.stringify(origin);
    const last = parts.at(-1);
    if (last?.key === key) last.documents.push(document);
    else parts.push({ documents: [document], origin, key });
  }
  return parts.map(({ documents, origin }) => ({ documents, origin }));
}

async function readText(file: string, io: Io): Promise<string> {
  if (file === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks).toString("utf8");
  }
  try {
    return await readFile(path.resolve(io.cwd(), file), "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (reason === "ENOENT") throw genomlysError("INPUT_MISSING", { path: file });
    throw genomlysError("INPUT_UNREADABLE", { path: file, reason });
  }
}

/** JSON, or undefined when it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

function parseSaved(
  text: string,
  file: string,
): { readonly report: Report } | { readonly lines: SavedLine[] } {
  const content = text.replace(/^\ufeff/, "");
  const whole = parseJson(content);
  if (whole !== undefined && fieldOf(whole, "schema") !== undefined)
    return { report: checkReport(whole, file) };
  const lines = content
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [{ line, number: index + 1 }]));
  const saved = lines.map(({ line, number }, index): SavedLine => {
    const where: ErrorPlace = { path: file, line: number };
    const value = parseJson(line);
    // A text, a picture, a report of another tool: nothing in it is a line of ours.
    if (index === 0 && fieldOf(value, "sections") === undefined)
      throw genomlysError("REPORT_NOT_SAVED", { path: file });
    if (value === undefined) throw genomlysError("REPORT_BROKEN_LINE", {}, { where });
    return splitLine(checkLine(value, where));
  });
  return { lines: saved };
}

function checkReport(value: unknown, file: string): Report {
  const schema = fieldOf(value, "schema");
  if (schema !== known) {
    const found = typeof schema === "string" ? clippedText(schema, 60) : "?";
    throw genomlysError("REPORT_OTHER_VERSION", { path: file, found, known });
  }
  const checked = reportSchema.safeParse(value);
  // The value itself, not the checked copy: fields that a later version adds are kept.
  if (checked.success) return value as Report;
  throw genomlysError("REPORT_WRONG", { field: firstField(checked.error) }, { where: { path: file } });
}

function checkLine(value: unknown, where: ErrorPlace): DocumentLine {
  const checked = documentLineSchema.safeParse(value);
  if (checked.success) return value as DocumentLine;
  throw genomlysError("REPORT_WRONG", { field: firstField(checked.error) }, { where });
}

/** "documents.3.coverage.share" */
function firstField(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}): string {
  return clippedText((error.issues[0]?.path ?? []).map(String).join("."), 120);
}
