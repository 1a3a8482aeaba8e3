// The metered unzip: what it gives, and that no archive makes it give more than it may.
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Archive } from "../../../src/read/archive/open-archive.ts";
import { openArchive } from "../../../src/read/archive/open-archive.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const limits = { unpackedBytes: 100_000 };

function open(bytes: Uint8Array, unpackedBytes = limits.unpackedBytes): Archive {
  const archive = openArchive(bytes, { unpackedBytes });
  if (archive.kind !== "archive") throw new Error(`not opened: ${JSON.stringify(archive)}`);
  return archive;
}

function text(archive: Archive, name: string): string {
  const entry = archive.read(name);
  if (entry.kind !== "bytes") throw new Error(`not read: ${JSON.stringify(entry)}`);
  return new TextDecoder().decode(entry.bytes);
}

/** Where `signature` (little-endian) stands in the archive. */
function find(bytes: Uint8Array, signature: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature) return at;
  throw new Error("no such record");
}

const central = 0x02014b50;
const end = 0x06054b50;

/** The archive with one field of its (first) record changed. */
function patched(
  bytes: Uint8Array,
  signature: number,
  offset: number,
  size: 2 | 4,
  value: number,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = find(copy, signature) + offset;
  if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

describe("entries", () => {
  test("are given packed or stored, by name in any case", () => {
    const bytes = zipSync({ "a/ett.xml": encode("ett åäö"), "två.txt": [encode("två"), { level: 0 }] });
    const archive = open(bytes);
    expect(archive.names).toEqual(["a/ett.xml", "två.txt"]);
    expect(text(archive, "a/ett.xml")).toBe("ett åäö");
    expect(text(archive, "A/ETT.xml")).toBe("ett åäö");
    expect(text(archive, "två.txt")).toBe("två");
    expect(archive.read("tre.txt")).toEqual({ kind: "absent" });
  });

  test("are found behind bytes that stand before the archive, and before a comment", () => {
    const bytes = zipSync({ "a.txt": encode("innehåll") });
    const commented = patched(bytes, end, 20, 2, 5);
    const padded = new Uint8Array([...encode("#!/bin/sh\n"), ...commented, ...encode("hejsan".slice(0, 5))]);
    expect(text(open(padded), "a.txt")).toBe("innehåll");
  });

  test("are found in an archive of the 64-bit form", () => {
    expect(text(open(zip64("a.txt", encode("innehåll"))), "a.txt")).toBe("innehåll");
  });
});

describe("the meter", () => {
  const megabyte = zipSync({ "stor.xml": new Uint8Array(1_000_000), "liten.xml": encode("liten") });

  test("stops an entry that unpacks to more than is allowed", () => {
    expect(megabyte.length).toBeLessThan(5_000);
    expect(open(megabyte).read("stor.xml")).toEqual({ kind: "too-large", limit: 100_000, unit: "bytes" });
  });

  test("does not believe the size that the archive claims", () => {
    const lying = patched(megabyte, central, 24, 4, 10);
    expect(open(lying).read("stor.xml")).toEqual({ kind: "too-large", limit: 100_000, unit: "bytes" });
  });

  test("counts all entries together, and those not read not at all", () => {
    const bytes = zipSync({
      a: new Uint8Array(60_000),
      b: new Uint8Array(60_000),
      c: new Uint8Array(30_000),
    });
    const archive = open(bytes);
    expect(archive.read("a").kind).toBe("bytes");
    expect(archive.read("b")).toEqual({ kind: "too-large", limit: 100_000, unit: "bytes" });
    expect(archive.read("c").kind).toBe("bytes");
  });

  test("lets through what fits exactly, stored too", () => {
    const bytes = zipSync({ a: new Uint8Array(1_000), b: [new Uint8Array(1), { level: 0 }] });
    const archive = open(bytes, 1_000);
    expect(archive.read("a").kind).toBe("bytes");
    expect(archive.read("b").kind).toBe("too-large");
  });

  test("refuses an archive of very many entries without looking at them", () => {
    const many = patched(zipSync({ a: encode("a") }), end, 10, 2, 60_000);
    expect(openArchive(many, limits)).toEqual({ kind: "too-large", limit: 10_000, unit: "entries" });
  });
});

describe("damage is told, never thrown and never silent", () => {
  const bytes = zipSync({ "a.xml": encode("text som packas ".repeat(200)), "b.xml": encode("b") });

  test("no archive at all, nothing, and an archive cut off", () => {
    for (const cut of [
      encode("hej"),
      new Uint8Array(0),
      bytes.slice(0, bytes.length - 30),
      bytes.slice(0, 40),
    ]) {
      expect(openArchive(cut, limits)).toEqual({ kind: "damaged", reason: "no-directory" });
    }
  });

  test("a directory that points outside the file, or is none", () => {
    expect(openArchive(patched(bytes, end, 12, 4, 0x7fffffff), limits).kind).toBe("damaged");
    expect(openArchive(patched(bytes, central, 0, 4, 0), limits)).toEqual({
      kind: "damaged",
      reason: "directory-broken",
    });
    expect(open(patched(bytes, central, 42, 4, 1_000_000)).read("a.xml")).toEqual({
      kind: "damaged",
      reason: "entry-outside-file",
      entry: "a.xml",
    });
  });

  test("packed bytes that are broken, or unpack to something else", () => {
    const broken = bytes.slice();
    broken.fill(0xff, 40, 60);
    expect(open(broken).read("a.xml").kind).toBe("damaged");
    expect(open(patched(bytes, central, 16, 4, 1)).read("a.xml")).toEqual({
      kind: "damaged",
      reason: "checksum",
      entry: "a.xml",
    });
    const short = patched(bytes, central, 20, 4, 5);
    expect(open(short).read("a.xml")).toEqual({ kind: "damaged", reason: "deflate", entry: "a.xml" });
  });

  test("entries that are encrypted or packed in another way", () => {
    const reason = (changed: Uint8Array): unknown => open(changed).read("a.xml");
    expect(reason(patched(bytes, central, 8, 2, 1))).toMatchObject({ reason: "encrypted" });
    expect(reason(patched(bytes, central, 10, 2, 12))).toMatchObject({ reason: "compression-method" });
  });
});

/** An archive with one entry whose sizes and places stand in 64-bit fields, as some programs write all of theirs. */
function zip64(name: string, content: Uint8Array): Uint8Array {
  const simple = zipSync({ [name]: content });
  const view = new DataView(simple.buffer);
  const directory = find(simple, central);
  const nameBytes = encode(name);
  const extra = new Uint8Array(28);
  const extraView = new DataView(extra.buffer);
  extraView.setUint16(0, 1, true);
  extraView.setUint16(2, 24, true);
  extraView.setBigUint64(4, BigInt(content.length), true);
  extraView.setBigUint64(12, BigInt(view.getUint32(directory + 20, true)), true);
  extraView.setBigUint64(20, 0n, true);

  const header = simple.slice(directory, directory + 46);
  const headerView = new DataView(header.buffer);
  for (const offset of [20, 24, 42]) headerView.setUint32(offset, 0xffffffff, true);
  headerView.setUint16(30, extra.length, true);
  const directorySize = 46 + nameBytes.length + extra.length;

  const end64 = new Uint8Array(56);
  const end64View = new DataView(end64.buffer);
  end64View.setUint32(0, 0x06064b50, true);
  end64View.setBigUint64(4, 44n, true);
  end64View.setBigUint64(24, 1n, true);
  end64View.setBigUint64(32, 1n, true);
  end64View.setBigUint64(40, BigInt(directorySize), true);
  end64View.setBigUint64(48, BigInt(directory), true);
  const locator = new Uint8Array(20);
  const locatorView = new DataView(locator.buffer);
  locatorView.setUint32(0, 0x07064b50, true);
  locatorView.setBigUint64(8, BigInt(directory + directorySize), true);
  locatorView.setUint32(16, 1, true);
  const last = new Uint8Array(22);
  const lastView = new DataView(last.buffer);
  lastView.setUint32(0, end, true);
  for (const offset of [8, 10]) lastView.setUint16(offset, 0xffff, true);
  for (const offset of [12, 16]) lastView.setUint32(offset, 0xffffffff, true);
  return new Uint8Array([
    ...simple.slice(0, directory),
    ...header,
    ...nameBytes,
    ...extra,
    ...end64,
    ...locator,
    ...last,
  ]);
}
