// `--resume <ut.jsonl>`: goes on with results that an earlier run left, whole or cut off in the middle of a line.
import { createReadStream } from "node:fs";
import { appendFile, copyFile, open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { GenomlysError, genomlysError } from "../../errors/genomlys-error.ts";
import type { DocumentLine } from "../../model/report.ts";
import { fileExists } from "../file-exists.ts";
import { linesIn, type LinePlace } from "./lines-in.ts";
import { outputError } from "./result-file.ts";

export interface EarlierResults {
  /** How many documents the earlier run had done. */
  readonly count: number;
  /** What it had found of a document with this content, under the same conditions; undefined when it had not. */
  find(path: string, sha256: string, conditions: string): Promise<DocumentLine | undefined>;
  /** All is in the new file: the old lines are not needed any more. */
  finish(): Promise<void>;
  /** To be called in the end, whatever happened: puts the old lines back where no new file was begun. */
  close(): Promise<void>;
}

/** Where the lines of an earlier run lie while the new file is written. */
export const besideResumed = (file: string): string => `${file}.earlier`;

const keyOf = (path: string, sha256: string, conditions: string): string =>
  [path, sha256, conditions].join("\u0000");

/**
 * Takes the lines of `file` aside, so that the new file can be written in its place from the first line on: documents may
 * have come or changed in between. A run that is stopped while it resumes leaves both, and the next one takes lines from
 * both. Throws RESUME_NOT_RESULT for a file that holds something else.
 */
export async function openEarlierResults(file: string, named: string): Promise<EarlierResults> {
  const beside = besideResumed(file);
  const places = new Map<string, LinePlace>();
  let handle: FileHandle | undefined;
  try {
    for (const each of [file, beside]) if (!(await holdsResults(each))) throw notResult(named);
    if (await fileExists(file)) await takeAside(file, beside);
    for await (const { text, start, length } of linesOfFile(beside)) {
      const line = text === null ? undefined : parseLine(text);
      if (line?.conditions !== undefined && line.sha256 !== "")
        places.set(keyOf(line.path, line.sha256, line.conditions), { start, length });
    }
    // Opened here and not by the first who asks: several ask at once, and whatever becomes of the file meanwhile, its lines
    // can be read.
    if (places.size > 0) handle = await open(beside, "r");
  } catch (error) {
    throw error instanceof GenomlysError ? error : outputError(named, error);
  }
  const closeHandle = async (): Promise<void> => {
    await handle?.close();
    handle = undefined;
  };
  return {
    count: places.size,
    async find(path, sha256, conditions) {
      const place = places.get(keyOf(path, sha256, conditions));
      if (place === undefined || handle === undefined) return undefined;
      const { buffer } = await handle.read(Buffer.alloc(place.length), 0, place.length, place.start);
      return parseLine(buffer.toString("utf8"));
    },
    async finish() {
      await closeHandle();
      await remove(beside);
    },
    async close() {
      await closeHandle();
      // Where that fails, the next run finds the old lines where they are.
      if ((await fileExists(beside)) && !(await fileExists(file)))
        await moveTo(beside, file).catch(() => undefined);
    },
  };
}

/** Lines that an earlier run had set aside when it was stopped stay, and those of `file` come after them. */
async function takeAside(file: string, beside: string): Promise<void> {
  if (!(await fileExists(beside))) return moveTo(file, beside);
  // Both are whole lines but perhaps for the last: a line break parts them.
  await appendFile(beside, "\n");
  for await (const { text } of linesOfFile(file)) if (text !== null) await appendFile(beside, `${text}\n`);
  await rm(file);
}

/** What stays behind is only in the way: its lines are all in the new file. */
const remove = (file: string): Promise<void> => rm(file, { force: true }).catch(() => undefined);

const notResult = (named: string): Error => genomlysError("RESUME_NOT_RESULT", { path: named });

async function moveTo(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    // A file that another program holds open can be copied but not moved.
    await copyFile(from, to);
    await rm(from, { force: true });
  }
}

/** Is a file missing, empty, or a list of results? Its first line tells; one that is cut off stands alone. */
async function holdsResults(file: string): Promise<boolean> {
  if (!(await fileExists(file))) return true;
  // A pipe has no earlier lines and may never end; a device would be taken aside like a file.
  if (!(await stat(file)).isFile()) return false;
  for await (const { text, isWhole } of linesOfFile(file)) {
    if (text === null) return false;
    if (text.trim() === "") continue;
    return parseLine(text) !== undefined || (!isWhole && text.startsWith('{"path":'));
  }
  return true;
}

/** A line of ours; undefined for one that is cut off or something else. */
function parseLine(text: string): DocumentLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isLine =
      typeof value === "object" &&
      value !== null &&
      "path" in value &&
      "sha256" in value &&
      "sections" in value &&
      Array.isArray(value.sections);
    return isLine ? (value as DocumentLine) : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of a file with their places; none when there is no such file. One at a time: the file may be larger than memory. */
async function* linesOfFile(file: string): ReturnType<typeof linesIn> {
  if (await fileExists(file)) yield* linesIn(createReadStream(file, { highWaterMark: 1 << 20 }));
}
