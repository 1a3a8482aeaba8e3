// The directory at the end of a ZIP archive (APPNOTE.TXT 6.3, 4.3.12–4.3.16), read without unpacking anything.
import type { EntryLock } from "../locked/unlock-zip.ts";
import { decodeCodePage } from "../code-pages.ts";
import type { ArchiveProblem } from "./archive-problem.ts";

export interface DirectoryEntry {
  readonly name: string;
  /** 0 stored, 8 deflate; others exist and are rare. */
  readonly method: number;
  readonly crc: number;
  /** null for an entry that is not locked. */
  readonly lock: EntryLock | null;
  /** Where the packed bytes lie in the file; null when they would lie outside it. */
  readonly packed: { readonly start: number; readonly end: number } | null;
  /** Where its record in the directory lies. */
  readonly record: { readonly start: number; readonly end: number };
}

export interface Directory {
  readonly kind: "directory";
  readonly entries: readonly DirectoryEntry[];
}

const endSignature = 0x06054b50;
const zip64EndSignature = 0x06064b50;
const zip64LocatorSignature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

const endLength = 22;
const longestComment = 0xffff;

/** Bytes of the file → all entries. `maxEntries` bounds the work on a directory that is only there to be long. */
export function readDirectory(bytes: Uint8Array, maxEntries: number): Directory | ArchiveProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return { kind: "damaged", reason: "no-directory" };

  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = end;
  const zip64 = findZip64End(view, end);
  if (zip64 !== null) {
    count = asNumber(view.getBigUint64(zip64 + 32, true));
    size = asNumber(view.getBigUint64(zip64 + 40, true));
    offset = asNumber(view.getBigUint64(zip64 + 48, true));
    directoryEnd = zip64;
  }
  if (count > maxEntries) return { kind: "too-large", limit: maxEntries, unit: "entries" };

  // Something may stand before the archive (a self-extractor's stub, a stray newline): then all offsets are off by
  // the same amount, which is the distance between where the directory is and where it says it is.
  const shift = directoryEnd - size - offset;
  let at = offset + shift;
  if (at < 0 || shift < 0) return { kind: "damaged", reason: "directory-outside-file" };

  const entries: DirectoryEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > directoryEnd || view.getUint32(at, true) !== centralSignature) {
      return { kind: "damaged", reason: "directory-broken" };
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > directoryEnd) return { kind: "damaged", reason: "directory-broken" };
    const place = realPlace(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      lock: lockOf(view, at, at + 46 + nameLength, extraLength),
      packed: packedRange(view, place.localHeader + shift, place.packedSize),
      record: { start: at, end: next },
    });
    at = next;
  }
  return { kind: "directory", entries };
}

/**
 * UTF-8, or else the code page of DOS, in which Windows writes the names in its compressed folders. The flag that says
 * which (4.4.4, bit 11) is left out by so many programs that the bytes are the better witness.
 */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeCodePage([...bytes], 850);
  }
}

/** The record that ends the archive, sought backwards: a comment of up to 64 kB may follow it. */
function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

/** Archives written as a stream by some programs use the 64-bit form though they are small. */
function findZip64End(view: DataView, end: number): number | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== zip64LocatorSignature) return null;
  const at = asNumber(view.getBigUint64(locator + 8, true));
  return at + 56 <= locator && view.getUint32(at, true) === zip64EndSignature ? at : null;
}

const strongEncryption = 0x40;
const aesMethod = 99;
const aesField = 0x9901;

/** How an entry is locked (4.4.4, bits 0, 3 and 6, and the extra field of AES). */
function lockOf(view: DataView, at: number, extraStart: number, extraLength: number): EntryLock | null {
  const flags = view.getUint16(at + 8, true);
  if ((flags & 1) === 0) return null;
  if ((flags & strongEncryption) !== 0) return { kind: "unknown" };
  if (view.getUint16(at + 10, true) !== aesMethod) {
    // Where the checksum was not known yet when the entry was begun, its time stands in for it.
    const check = (flags & 8) !== 0 ? view.getUint8(at + 13) : view.getUint8(at + 19);
    return { kind: "pkzip", check };
  }
  const extraEnd = extraStart + extraLength;
  for (let field = extraStart; field + 4 <= extraEnd;) {
    const fieldEnd = field + 4 + view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === aesField && field + 11 <= Math.min(fieldEnd, extraEnd))
      return {
        kind: "aes",
        strength: view.getUint8(field + 8),
        method: view.getUint16(field + 9, true),
        hasChecksum: view.getUint16(field + 4, true) === 1,
      };
    field = fieldEnd;
  }
  return { kind: "unknown" };
}

/** Packed size and place of the local header, from the extra field where the 32-bit fields are full (4.5.3). */
function realPlace(
  view: DataView,
  at: number,
  extraStart: number,
  extraLength: number,
): { packedSize: number; localHeader: number } {
  const full = 0xffffffff;
  let packedSize = view.getUint32(at + 20, true);
  const unpackedSize = view.getUint32(at + 24, true);
  let localHeader = view.getUint32(at + 42, true);
  const extraEnd = extraStart + extraLength;
  for (let field = extraStart; field + 4 <= extraEnd;) {
    const id = view.getUint16(field, true);
    const fieldEnd = field + 4 + view.getUint16(field + 2, true);
    if (id === 1 && fieldEnd <= extraEnd) {
      let value = field + 4;
      if (unpackedSize === full) value += 8;
      if (packedSize === full && value + 8 <= fieldEnd) {
        packedSize = asNumber(view.getBigUint64(value, true));
        value += 8;
      }
      if (localHeader === full && value + 8 <= fieldEnd)
        localHeader = asNumber(view.getBigUint64(value, true));
    }
    field = fieldEnd;
  }
  return { packedSize, localHeader };
}

/** The packed bytes stand after the local header, whose own name and extra field may differ from the directory's. */
function packedRange(view: DataView, header: number, size: number): DirectoryEntry["packed"] {
  if (header < 0 || header + 30 > view.byteLength || view.getUint32(header, true) !== localSignature)
    return null;
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const end = start + size;
  return end <= view.byteLength ? { start, end } : null;
}

/** Too large for a number is far outside any file: kept as something that every bounds check refuses. */
function asNumber(value: bigint): number {
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}
