// Saved results (`--format json` or `jsonl`) back into a report, checked against the schema before anything is shown.
import { createReadStream } from "node:fs";
import path from "node:path";
import { genomlysError, type ErrorPlace } from "../../errors/genomlys-error.ts";
import { systemReason } from "../../errors/system-reason.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { DocumentLine, DuplicateLine, Origin, Report } from "../../model/report.ts";
import { splitLine, type LineFacts } from "../../report/json.ts";
import type { SavedEntry, SavedLines, SavedPart } from "../../report/merge-reports.ts";
import { documentLineSchema, duplicateLineSchema, reportSchema } from "../../report/report-schema.ts";
import type { Io } from "../io.ts";
import { linesIn } from "./lines-in.ts";

/** The one version of the report that this version of the tool reads and writes. */
const known: Report["schema"] = "genomlys-report/1";

/**
 * What was saved in each of the files, in order; the parts of one archive (`--shard`) in the order of the whole. Lists of
 * results are read line by line, for they may be larger than a text can be. Throws a GenomlysError for the first that is no
 * saved result.
 */
export async function readSavedReports(files: readonly string[], io: Io): Promise<SavedPart[]> {
  const reports: SavedPart[] = [];
  const lines: SavedLine[] = [];
  for (const file of files) {
    const saved = await readSaved(file, io);
    if ("report" in saved) reports.push(...partsOf(lines.splice(0)), saved);
    else for (const line of saved.lines) lines.push(line);
  }
  const parts = [...reports, ...partsOf(lines)];
  // A part of an archive can be empty; all of it cannot.
  if (parts.length === 0) throw genomlysError("REPORT_NOT_SAVED", { path: files[0] ?? "" });
  return parts;
}

/** A file of JSON lines: one that was audited, or one that has the content of an earlier one. */
interface SavedLine {
  readonly entry: SavedEntry;
  /** The same object for all lines that were judged by the same rules. */
  readonly origin: Origin | null;
  readonly facts: LineFacts;
  readonly shard: DocumentLine["shard"];
}

/** Lines → one part for each run of lines that were judged by the same rules. */
function partsOf(lines: readonly SavedLine[]): SavedLines[] {
  const isArchive = lines.every(({ shard }) => shard !== undefined);
  const positionOf = ({ shard }: SavedLine): number => shard?.position ?? 0;
  const ordered = isArchive ? [...lines].sort((a, b) => positionOf(a) - positionOf(b)) : lines;
  const parts: {
    entries: SavedEntry[];
    origin: Origin | null;
    facts: Map<SavedEntry, LineFacts>;
    key: string;
  }[] = [];
  for (const { entry, origin, facts } of ordered) {
    const last = parts.at(-1);
    // A file that repeats another was not judged, and goes with those beside it.
    const key = "duplicateOf" in entry && last !== undefined ? last.key : keyOf(origin);
    if (last?.key === key) {
      last.entries.push(entry);
      last.facts.set(entry, facts);
    } else parts.push({ entries: [entry], origin, facts: new Map([[entry, facts]]), key });
  }
  return parts.map(({ entries, origin, facts }) => ({ entries, origin, facts }));
}

const keys = new WeakMap<Origin, string>();

function keyOf(origin: Origin | null): string {
  if (origin === null) return "";
  const key = keys.get(origin) ?? JSON.stringify(origin);
  keys.set(origin, key);
  return key;
}

/** What a file or standard input ("-") holds, in pieces. */
async function* piecesOf(file: string, io: Io): AsyncGenerator<Buffer, void, undefined> {
  if (file === "-") {
    for await (const chunk of io.stdin) yield Buffer.from(chunk as Uint8Array);
    return;
  }
  try {
    yield* createReadStream(path.resolve(io.cwd(), file), {
      highWaterMark: 1 << 20,
    }) as AsyncIterable<Buffer>;
  } catch (error) {
    const reason = systemReason(error);
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

async function readSaved(
  file: string,
  io: Io,
): Promise<{ readonly report: Report } | { readonly lines: SavedLine[] }> {
  const lines: SavedLine[] = [];
  const origins = new Map<string, Origin>();
  // A report goes over many lines; a list of results has one on each.
  let whole: string[] | undefined;
  let number = 0;
  for await (const { text } of linesIn(piecesOf(file, io))) {
    number++;
    const content = number === 1 ? text.replace(/^\ufeff/, "") : text;
    if (whole !== undefined) {
      whole.push(content);
      continue;
    }
    if (content.trim() === "") continue;
    const value = parseJson(content);
    const isLine = fieldOf(value, "sections") !== undefined || fieldOf(value, "duplicateOf") !== undefined;
    if (lines.length === 0 && !isLine) {
      whole = [content];
      continue;
    }
    const where: ErrorPlace = { path: file, line: number };
    if (value === undefined) throw genomlysError("REPORT_BROKEN_LINE", {}, { where });
    lines.push(savedLine(value, where, origins));
  }
  if (whole === undefined) return { lines };
  const value = parseJson(whole.join("\n"));
  // A text, a picture, a report of another tool: nothing in it is ours.
  if (fieldOf(value, "schema") === undefined) throw genomlysError("REPORT_NOT_SAVED", { path: file });
  return { report: checkReport(value, file) };
}

function savedLine(value: unknown, where: ErrorPlace, origins: Map<string, Origin>): SavedLine {
  // The value itself, not the checked copy: fields that a later version adds are kept.
  if (fieldOf(value, "duplicateOf") !== undefined && fieldOf(value, "sections") === undefined) {
    checkLine(duplicateLineSchema, value, where);
    const { shard, ...entry } = value as DuplicateLine;
    return { entry, origin: null, facts: {}, shard };
  }
  checkLine(documentLineSchema, value, where);
  const { document, origin, facts, shard } = splitLine(value as DocumentLine);
  if (origin === null) return { entry: document, origin, facts, shard };
  const key = JSON.stringify(origin);
  const known = origins.get(key) ?? origin;
  origins.set(key, known);
  return { entry: document, origin: known, facts, shard };
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

/** Throws REPORT_WRONG for a line that is not as its schema says. */
function checkLine(
  schema: typeof documentLineSchema | typeof duplicateLineSchema,
  value: unknown,
  where: ErrorPlace,
): void {
  const checked = schema.safeParse(value);
  if (!checked.success) throw genomlysError("REPORT_WRONG", { field: firstField(checked.error) }, { where });
}

/** "documents.3.coverage.share" */
function firstField(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}): string {
  return clippedText((error.issues[0]?.path ?? []).map(String).join("."), 120);
}
