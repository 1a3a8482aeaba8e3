// Saved results (`--format json` or `jsonl`) back into a report, checked against the schema before anything is shown.
import { constants } from "node:buffer";
import { createReadStream } from "node:fs";
import path from "node:path";
import { genomlysError, type ErrorPlace } from "../../errors/genomlys-error.ts";
import { unopenedFile } from "../../files/unopened-file.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { DocumentLine, DocumentReport, DuplicateLine, Origin, Report } from "../../model/report.ts";
import { splitLine, type LineFacts } from "../../report/json.ts";
import type { SavedEntry, SavedLines, SavedPart } from "../../report/merge-reports.ts";
import {
  documentLineSchema,
  documentReportSchema,
  duplicateLineSchema,
  reportSchema,
} from "../../report/report-schema.ts";
import type { Io } from "../io.ts";
import { jsonParts } from "./json-parts.ts";
import { linesIn } from "./lines-in.ts";

/** The one version of the report that this version of the tool reads and writes. */
const known: Report["schema"] = "genomlys-report/1";

/**
 * What was saved in each of the files, in order; the parts of one archive (`--shard`) in the order of the whole. Lists of
 * results are read line by line and reports a document at a time, for they may be larger than a text can be. Throws a
 * GenomlysError for the first that is no saved result.
 */
export async function readSavedReports(files: readonly string[], io: Io): Promise<SavedResults> {
  const reports: SavedPart[] = [];
  const lines: SavedLine[] = [];
  const shards = shardTally();
  for (const file of files) {
    const saved = await readSaved(file, io);
    if ("report" in saved) reports.push(...partsOf(lines.splice(0)), saved);
    else {
      shards.note(saved.lines);
      for (const line of saved.lines) lines.push(line);
    }
  }
  const parts = [...reports, ...partsOf(lines)];
  // A part of an archive can be empty; all of it cannot.
  if (parts.length === 0) throw genomlysError("REPORT_NOT_SAVED", { path: files[0] ?? "" });
  return { parts, missing: shards.missing() };
}

/** Parts of an archive (`--shard`) that none of the files holds, and how many parts it has. */
export interface MissingShards {
  readonly numbers: readonly number[];
  readonly of: number;
}

export interface SavedResults {
  readonly parts: SavedPart[];
  /** null where nothing is known to be missing. */
  readonly missing: MissingShards | null;
}

/** Counts which parts of an archive there are. A file without lines may be any of those that seem to be missing. */
function shardTally() {
  const seen = new Map<number, Set<number>>();
  let empty = 0;
  return {
    note(lines: readonly SavedLine[]): void {
      if (lines.length === 0) empty++;
      for (const { shard } of lines) {
        if (shard === undefined) continue;
        seen.set(shard.parts, (seen.get(shard.parts) ?? new Set()).add(shard.part));
      }
    },
    missing(): MissingShards | null {
      for (const [of, there] of seen) {
        const numbers = Array.from({ length: of }, (_, index) => index + 1).filter((n) => !there.has(n));
        if (numbers.length > empty) return { numbers, of };
      }
      return null;
    },
  };
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
    throw unopenedFile(error, file, { missing: "INPUT_MISSING", unreadable: "INPUT_UNREADABLE" });
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
  const { isLines, pieces } = await lookAt(piecesOf(file, io));
  return isLines ? { lines: await readLines(pieces, file) } : { report: await readReport(pieces, file) };
}

/** A first line that is longer is none of a list of results. */
const longestFirst = 1 << 27;

/** Is it a list of results, one on each line, or a report, which goes over many? Its first line tells; an empty file is a list. */
async function lookAt(
  pieces: AsyncGenerator<Buffer, void, undefined>,
): Promise<{ readonly isLines: boolean; readonly pieces: AsyncIterable<Buffer> }> {
  const seen: Buffer[] = [];
  // Whoever stops in the middle closes what it reads from, and the rest is wanted.
  async function* noted(): AsyncGenerator<Buffer, void, undefined> {
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
      seen.push(next.value);
      yield next.value;
    }
  }
  async function* again(): AsyncGenerator<Buffer, void, undefined> {
    yield* seen.splice(0);
    yield* pieces;
  }
  for await (const { text } of linesIn(noted(), longestFirst)) {
    if (text?.replace(/^\ufeff/, "").trim() === "") continue;
    return { isLines: text !== null && isResult(parseJson(text.replace(/^\ufeff/, ""))), pieces: again() };
  }
  return { isLines: true, pieces: again() };
}

const isResult = (value: unknown): boolean =>
  fieldOf(value, "sections") !== undefined || fieldOf(value, "duplicateOf") !== undefined;

async function readLines(pieces: AsyncIterable<Buffer>, file: string): Promise<SavedLine[]> {
  const lines: SavedLine[] = [];
  const origins = new Map<string, Origin>();
  let number = 0;
  for await (const { text } of linesIn(pieces)) {
    number++;
    const where: ErrorPlace = { path: file, line: number };
    if (text === null) throw tooLong(where);
    const content = number === 1 ? text.replace(/^\ufeff/, "") : text;
    if (content.trim() === "") continue;
    const value = parseJson(content);
    if (value === undefined) throw genomlysError("REPORT_BROKEN_LINE", {}, { where });
    lines.push(savedLine(value, where, origins));
  }
  return lines;
}

const tooLong = (where: ErrorPlace): Error =>
  genomlysError(
    "REPORT_PART_TOO_LONG",
    { megabytes: Math.floor(constants.MAX_STRING_LENGTH / 1_000_000) },
    { where },
  );

/** A report, a document at a time: as one text it could be longer than a text can be. */
async function readReport(pieces: AsyncIterable<Buffer>, file: string): Promise<Report> {
  const where: ErrorPlace = { path: file };
  // A text, a picture, a report of another tool: nothing in it is ours.
  const notSaved = (): Error => genomlysError("REPORT_NOT_SAVED", { path: file });
  const fields = new Map<string, unknown>();
  const documents: DocumentReport[] = [];
  let wrong: string | undefined;
  for await (const part of jsonParts(pieces, "documents")) {
    if (part.kind === "list") fields.set("documents", documents);
    else if (part.kind === "item") {
      // The value itself, not the checked copy: fields that a later version adds are kept.
      const checked = documentReportSchema.safeParse(part.value);
      if (!checked.success) wrong ??= `documents.${String(documents.length)}.${firstField(checked.error)}`;
      documents.push(part.value as DocumentReport);
    } else if (part.kind === "field") {
      if (part.name === "schema") checkVersion(part.value, file);
      // Told before all of a large file of another program is read.
      else if (!fields.has("schema") && !Object.hasOwn(reportSchema.shape, part.name)) throw notSaved();
      fields.set(part.name, part.value);
    } else if (!fields.has("schema")) throw notSaved();
    else if (part.why === "too-long") throw tooLong(where);
    else throw genomlysError("REPORT_BROKEN", {}, { where });
  }
  if (!fields.has("schema")) throw notSaved();
  const report = Object.fromEntries(fields);
  const head = fields.get("documents") === documents ? { ...report, documents: [] } : report;
  const checked = reportSchema.safeParse(head);
  if (!checked.success) wrong = firstField(checked.error);
  if (wrong !== undefined) throw genomlysError("REPORT_WRONG", { field: clippedText(wrong, 120) }, { where });
  return report as unknown as Report;
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

function checkVersion(schema: unknown, file: string): void {
  if (schema === known) return;
  const found = typeof schema === "string" ? clippedText(schema, 60) : "?";
  throw genomlysError("REPORT_OTHER_VERSION", { path: file, found, known });
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
