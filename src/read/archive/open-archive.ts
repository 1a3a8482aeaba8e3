// Opens a ZIP archive that lies in memory, and unpacks single entries with a meter on what really comes out.
// The sizes in the archive's own directory are never believed: a bomb of 1 MB that says it holds 1 kB is cut off
// at the limit like any other.
import { crc32, inflateRawSync } from "node:zlib";
import type { ArchiveProblem } from "./archive-problem.ts";
import { passwordBytes, unlockEntry } from "../locked/unlock-zip.ts";
import { readDirectory } from "./zip-directory.ts";
import type { DirectoryEntry } from "./zip-directory.ts";

export interface ArchiveLimits {
  /** Most bytes that all entries read from one archive may unpack to, together. */
  readonly unpackedBytes: number;
}

type EntryResult =
  { readonly kind: "bytes"; readonly bytes: Uint8Array } | { readonly kind: "absent" } | ArchiveProblem;

export interface Archive {
  readonly kind: "archive";
  /** Names of all entries, as the archive's directory gives them. */
  readonly names: readonly string[];
  /**
   * Unpacks the entry of that name; upper and lower case make no difference (ECMA-376 part 2, 6.2.2.3). What it
   * unpacks to counts against the archive's limit. Reading it again costs again.
   */
  readonly read: (name: string) => EntryResult;
  /**
   * Unpacks the entry at that place in `names`: archives of documents may hold several of one name. `most` bounds what
   * this one entry may unpack to, in bytes.
   */
  readonly readAt: (index: number, most: number) => EntryResult;
}

// A document with ten thousand pictures is thinkable; lists of hundreds of thousands only exist to cost time.
const maxEntries = 10_000;

/**
 * Bytes of a ZIP archive → its entries, unpacked one at a time when asked for. `passwords` are tried in turn on entries
 * that are locked. Never throws.
 */
export function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  passwords: readonly string[] = [],
): Archive | ArchiveProblem {
  const directory = readDirectory(bytes, maxEntries);
  if (directory.kind !== "directory") return directory;
  const byName = new Map<string, DirectoryEntry>();
  for (const entry of directory.entries) {
    const key = entry.name.toLowerCase();
    // With two entries of one name readers disagree on which counts. The first, as Word does.
    if (!byName.has(key)) byName.set(key, entry);
  }
  let left = limits.unpackedBytes;

  const read = (name: string): EntryResult => {
    const entry = byName.get(name.toLowerCase());
    if (entry === undefined) return { kind: "absent" };
    const result = unlockAndUnpack(bytes, entry, left, passwords);
    if (result.kind === "bytes") left -= result.bytes.length;
    return result.kind === "too-large" ? { ...result, limit: limits.unpackedBytes } : result;
  };

  const readAt = (index: number, most: number): EntryResult => {
    const entry = directory.entries[index];
    if (entry === undefined) return { kind: "absent" };
    const limit = Math.min(most, left);
    const result = unlockAndUnpack(bytes, entry, limit, passwords);
    if (result.kind === "bytes") left -= result.bytes.length;
    return result;
  };

  return { kind: "archive", names: directory.entries.map((entry) => entry.name), read, readAt };
}

/** Unpacks one entry, with the first password that fits where it is locked. */
function unlockAndUnpack(
  bytes: Uint8Array,
  entry: DirectoryEntry,
  limit: number,
  passwords: readonly string[],
): EntryResult {
  const { lock } = entry;
  if (entry.packed === null) return { kind: "damaged", reason: "entry-outside-file", entry: entry.name };
  const packed = bytes.subarray(entry.packed.start, entry.packed.end);
  if (lock === null) return unpack(packed, entry, limit);
  if (lock.kind === "unknown") return { kind: "damaged", reason: "unknown-lock", entry: entry.name };
  for (const password of passwords.flatMap(passwordBytes)) {
    const opened = unlockEntry(lock, packed, password);
    if (opened === null) continue;
    const isAes = lock.kind === "aes";
    const unsealed = isAes ? { ...entry, method: lock.method } : entry;
    const result = unpack(opened, unsealed, limit, !isAes || lock.hasChecksum);
    // A wrong password that passes the check gives bytes that do not unpack, or not to what they were.
    if (result.kind !== "damaged") return result;
  }
  return { kind: "damaged", reason: "encrypted", entry: entry.name };
}

/** Unpacks the packed bytes of an entry; `limit` is what may still come out, in bytes. */
function unpack(packed: Uint8Array, entry: DirectoryEntry, limit: number, checked = true): EntryResult {
  const damaged = (reason: string): ArchiveProblem => ({ kind: "damaged", reason, entry: entry.name });
  const tooLarge: ArchiveProblem = { kind: "too-large", limit, unit: "bytes" };
  let unpacked: Uint8Array;
  if (entry.method === 0) {
    unpacked = packed;
  } else if (entry.method === 8) {
    if (limit <= 0) return tooLarge;
    try {
      // The native inflater stops by itself after so many bytes, whatever the directory says. (fflate's stops at the
      // size that the directory claims, without an error.)
      unpacked = inflateRawSync(packed, { maxOutputLength: limit });
    } catch (error) {
      return errorCode(error) === "ERR_BUFFER_TOO_LARGE" ? tooLarge : damaged("deflate");
    }
  } else {
    return damaged("compression-method");
  }
  if (unpacked.length > limit) return tooLarge;
  if (checked && crc32(unpacked) !== entry.crc) return damaged("checksum");
  return { kind: "bytes", bytes: unpacked };
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
