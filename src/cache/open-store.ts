// Entries on disk, each in a file of its own under a key that says what it was made of. npm's cacache was looked at: it
// hashes every content again and keeps an index beside it, which costs more than many of our audits (docs/decisions/0018).
import { randomBytes } from "node:crypto";
import { readFileSync, statSync, utimesSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import { systemReason } from "../errors/system-reason.ts";

const pack = promisify(gzip);

/** Time after which an entry that was used is marked as used again, in milliseconds. */
const day = 86_400_000;
/** An entry that unpacks to more is not ours. */
const mostBytes = 1_000_000_000;

/** What lies in the store. */
export interface StoreSize {
  readonly entries: number;
  readonly bytes: number;
}

export interface Store {
  /** The entry under `key` (hexadecimal, at least 8 digits); undefined when there is none, or a damaged one, which is removed. */
  read(key: string): Promise<unknown>;
  /** Keeps plain JSON under `key`. Never fails: where nothing can be written, nothing is kept, and `failure` says why. */
  write(key: string, value: unknown): Promise<void>;
  /** The system's word for why an entry could not be written ("ENOSPC"), the first time; null when all could. */
  readonly failure: string | null;
}

/** Each entry holds its key, so that a file in a wrong place is found out; gzip's checksum finds damaged bytes. */
interface Entry {
  readonly key: string;
  readonly value: unknown;
}

const fileOf = (folder: string, key: string): string =>
  path.join(folder, key.slice(0, 2), `${key.slice(2)}.gz`);

/**
 * Opens the store in `folder`, which is made at the first entry. Several processes may use it at once: an entry takes its
 * place when it is whole, and two that make the same entry make the same bytes.
 */
export function openStore(folder: string): Store {
  let failure: string | null = null;
  return {
    get failure() {
      return failure;
    },
    async read(key) {
      const file = fileOf(folder, key);
      let bytes: Buffer;
      try {
        // At once: an entry is small, and waiting for each step of it takes longer than the steps.
        bytes = readFileSync(file);
      } catch {
        return undefined;
      }
      try {
        const entry = JSON.parse(gunzipSync(bytes, { maxOutputLength: mostBytes }).toString()) as Entry;
        if (entry.key !== key) throw new Error("another entry");
        markAsUsed(file);
        return entry.value;
      } catch {
        await rm(file, { force: true }).catch(() => undefined);
        return undefined;
      }
    },
    async write(key, value) {
      // What could not be written once (no room, no right) is not tried ten thousand times.
      if (failure !== null) return;
      const file = fileOf(folder, key);
      const part = `${file}.${randomBytes(4).toString("hex")}.part`;
      try {
        const entry: Entry = { key, value };
        // Level 1: packing costs a tenth of what the default level costs, for a fifth more room.
        const bytes = await pack(JSON.stringify(entry), { level: 1 });
        // Extracted text may be confidential: for its owner alone.
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
        await writeFile(part, bytes, { flag: "wx", mode: 0o600 });
        await rename(part, file);
      } catch (error) {
        failure = systemReason(error);
        await rm(part, { force: true }).catch(() => undefined);
      }
    },
  };
}

function markAsUsed(file: string): void {
  try {
    const now = new Date();
    if (now.getTime() - statSync(file).mtimeMs > day) utimesSync(file, now, now);
  } catch {
    // Somebody has just cleared the cache.
  }
}

/** All files of a store, parts of entries that were never finished among them. [] when there is no store. */
async function filesIn(
  folder: string,
): Promise<{ file: string; bytes: number; usedMs: number; isEntry: boolean }[]> {
  const files = [];
  for (const name of await namesIn(folder, ["ENOENT"])) {
    // Only what a store makes: the folder may be one that somebody named by mistake.
    if (!/^[0-9a-f]{2}$/.test(name)) continue;
    for (const inner of await namesIn(path.join(folder, name), ["ENOENT", "ENOTDIR"])) {
      if (!/^[0-9a-f]{6,}\.gz(?:\.[0-9a-f]{8}\.part)?$/.test(inner)) continue;
      const file = path.join(folder, name, inner);
      try {
        const found = await stat(file);
        // A folder by such a name is nobody's entry.
        if (!found.isFile()) continue;
        files.push({ file, bytes: found.size, usedMs: found.mtimeMs, isEntry: inner.endsWith(".gz") });
      } catch {
        // Gone meanwhile.
      }
    }
  }
  return files;
}

/** Names in a folder; none when it fails in one of the ways that are `nothing`. */
async function namesIn(folder: string, nothing: readonly string[]): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (nothing.includes(systemReason(error))) return [];
    throw error;
  }
}

/** How much lies in the store in `folder`. */
export async function measureStore(folder: string): Promise<StoreSize> {
  const entries = (await filesIn(folder)).filter(({ isEntry }) => isEntry);
  return { entries: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/**
 * Removes entries that were last used before `before` (milliseconds since 1970), and parts that a run left behind more than
 * a day ago; `Infinity` removes all. Nothing else in the folder is touched. Answers what was removed.
 */
export async function pruneStore(folder: string, before: number): Promise<StoreSize> {
  let entries = 0;
  let bytes = 0;
  for (const found of await filesIn(folder)) {
    const last = found.isEntry ? before : Math.max(before, Date.now() - day);
    if (found.usedMs >= last) continue;
    await rm(found.file, { force: true });
    if (found.isEntry) entries++;
    bytes += found.bytes;
  }
  return { entries, bytes };
}
