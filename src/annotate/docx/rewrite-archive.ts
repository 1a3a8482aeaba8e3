// A ZIP archive with some entries changed or added. All others keep their packed bytes, their order and their dates.
import { crc32, deflateRawSync } from "node:zlib";
import { readDirectory, type DirectoryEntry } from "../../read/archive/zip-directory.ts";

/** Parts by their name in the archive; upper and lower case make no difference. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
/** The flag of an entry whose sizes follow its bytes (APPNOTE.TXT 4.4.4, bit 3); ours always stand before them. */
const sizesFollow = 8;
const zip64Field = 1;
const full = 0xffffffff;
/** 1 January 1980, the first day of the format: no clock may tell in the result. */
const firstDay = 0x21;
const mostEntries = 10_000;

interface Packed {
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** null for an archive that cannot be read. Parts that are not in the archive are added at its end. */
export function rewriteArchive(archive: Uint8Array, parts: Parts): Uint8Array | null {
  const directory = readDirectory(archive, mostEntries);
  if (directory.kind !== "directory") return null;
  const left = new Map([...parts].map(([name, bytes]) => [name.toLowerCase(), { name, bytes }]));
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  const add = (record: Buffer, packed: Packed): void => {
    const header = localHeader(record);
    pieces.push(header, packed.bytes);
    record.writeUInt32LE(offset, 42);
    records.push(record);
    offset += header.length + packed.bytes.length;
  };
  for (const entry of directory.entries) {
    const key = entry.name.toLowerCase();
    const changed = left.get(key);
    left.delete(key);
    const packed = changed === undefined ? packedOf(archive, entry) : pack(changed.bytes);
    if (packed === null) return null;
    add(centralRecord(archive.subarray(entry.record.start, entry.record.end), packed), packed);
  }
  for (const { name, bytes } of left.values()) {
    const packed = pack(bytes);
    add(newRecord(name, packed), packed);
  }
  const size = records.reduce((sum, record) => sum + record.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...records, end]);
}

function pack(bytes: Uint8Array): Packed {
  return { method: 8, crc: crc32(bytes), size: bytes.length, bytes: deflateRawSync(bytes) };
}

/** An entry as it is; null where its bytes lie outside the file. */
function packedOf(archive: Uint8Array, entry: DirectoryEntry): Packed | null {
  if (entry.packed === null) return null;
  const bytes = archive.subarray(entry.packed.start, entry.packed.end);
  const record = Buffer.from(archive.subarray(entry.record.start, entry.record.end));
  return { method: entry.method, crc: entry.crc, size: unpackedSize(record), bytes };
}

/** From the extra field where the 32-bit field is full (APPNOTE.TXT 4.5.3): the first of its values. */
function unpackedSize(record: Buffer): number {
  const size = record.readUInt32LE(24);
  if (size !== full) return size;
  for (const { id, start } of fieldsOf(record))
    if (id === zip64Field && start + 12 <= record.length) return Number(record.readBigUInt64LE(start + 4));
  return size;
}

function* fieldsOf(
  record: Buffer,
): Generator<{ readonly id: number; readonly start: number; readonly end: number }> {
  let start = 46 + record.readUInt16LE(28);
  const last = start + record.readUInt16LE(30);
  while (start + 4 <= last) {
    const end = start + 4 + record.readUInt16LE(start + 2);
    if (end > last) return;
    yield { id: record.readUInt16LE(start), start, end };
    start = end;
  }
}

/** The record of an entry in the new directory, its offset still to be set. */
function centralRecord(old: Uint8Array, packed: Packed): Buffer {
  const before = Buffer.from(old);
  const nameEnd = 46 + before.readUInt16LE(28);
  const extra = Buffer.concat(
    [...fieldsOf(before)]
      .filter(({ id }) => id !== zip64Field)
      .map(({ start, end }) => before.subarray(start, end)),
  );
  const comment = before.subarray(nameEnd + before.readUInt16LE(30));
  const record = Buffer.concat([before.subarray(0, nameEnd), extra, comment]);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt16LE(record.readUInt16LE(8) & ~sizesFollow, 8);
  return describe(record, packed);
}

function newRecord(name: string, packed: Packed): Buffer {
  const encoded = Buffer.from(name, "utf8");
  const record = Buffer.concat([Buffer.alloc(46), encoded]);
  record.writeUInt32LE(centralSignature, 0);
  record.writeUInt16LE(20, 4);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(firstDay, 14);
  record.writeUInt16LE(encoded.length, 28);
  return describe(record, packed);
}

function describe(record: Buffer, { method, crc, size, bytes }: Packed): Buffer {
  record.writeUInt16LE(method, 10);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(bytes.length, 20);
  record.writeUInt32LE(size, 24);
  return record;
}

/** What stands before the bytes of an entry says the same as its record. */
function localHeader(record: Buffer): Buffer {
  const nameLength = record.readUInt16LE(28);
  const header = Buffer.alloc(30 + nameLength);
  header.writeUInt32LE(localSignature, 0);
  // Version, flags, method, time, date, checksum, sizes and the length of the name stand in the same order in both.
  record.copy(header, 4, 6, 30);
  record.copy(header, 30, 46, 46 + nameLength);
  return header;
}
