// An OpenDocument file: a ZIP archive of XML parts, or (flat) one XML file with all of them in it.
import type { Archive } from "../archive/open-archive.ts";
import { openArchive } from "../archive/open-archive.ts";
import type { ArchiveProblem } from "../archive/archive-problem.ts";
import { inflatePart, openPart, readLocks } from "../locked/unlock-odf.ts";
import type { Locks } from "../locked/unlock-odf.ts";
import type { ReadLimits, ReadOptions } from "../reader.ts";

type PackageOptions = Pick<ReadOptions, "limits" | "passwords">;

export interface Package {
  readonly kind: "package";
  /** What holds text; in a flat file all three are the same. */
  readonly content: Uint8Array;
  readonly styles: Uint8Array | null;
  readonly meta: Uint8Array | null;
  readonly flat: boolean;
}

export type PackageProblem =
  | (ArchiveProblem & { readonly part?: string })
  | { readonly kind: "no-content" }
  /** None of the passwords fits, or none was given. */
  | { readonly kind: "encrypted" }
  /** Locked in a way that no password opens here. */
  | { readonly kind: "unknown-lock" };

/** Bytes of a file → its parts, unlocked with the first password that fits. Never throws. */
export function openPackage(
  bytes: Uint8Array,
  { limits, passwords }: PackageOptions,
): Package | PackageProblem {
  // "<" after whatever a byte order mark may be: no archive begins so.
  if (bytes[0] !== 0x50) return { kind: "package", content: bytes, styles: null, meta: bytes, flat: true };
  const archive = openArchive(bytes, limits);
  if (archive.kind !== "archive") return archive;
  const manifest = archive.read("META-INF/manifest.xml");
  const locks = manifest.kind === "bytes" ? readLocks(manifest.bytes) : null;
  if (locks !== null) return openLocked(archive, locks, limits, passwords);
  const content = archive.read("content.xml");
  if (content.kind === "absent") return { kind: "no-content" };
  if (content.kind !== "bytes") return content;
  const styles = archive.read("styles.xml");
  if (styles.kind !== "bytes" && styles.kind !== "absent") return styles;
  const meta = archive.read("meta.xml");
  return {
    kind: "package",
    content: content.bytes,
    styles: styles.kind === "bytes" ? styles.bytes : null,
    meta: meta.kind === "bytes" ? meta.bytes : null,
    flat: false,
  };
}

function openLocked(
  archive: Archive,
  locks: Locks,
  limits: ReadLimits,
  passwords: readonly string[],
): Package | PackageProblem {
  const first = locks.get("content.xml");
  const sealed = archive.read("content.xml");
  if (first == null || sealed.kind === "absent") return { kind: "unknown-lock" };
  if (sealed.kind !== "bytes") return sealed;
  const password = passwords.find((each) => openPart(first, sealed.bytes, each) !== null);
  if (password === undefined) return { kind: "encrypted" };

  let left = limits.unpackedBytes;
  const part = (name: string): Uint8Array | null | ArchiveProblem => {
    const entry = archive.read(name);
    if (entry.kind === "absent") return null;
    if (entry.kind !== "bytes") return entry;
    const lock = locks.get(name);
    if (lock === undefined) return entry.bytes;
    const packed = lock === null ? null : openPart(lock, entry.bytes, password);
    if (packed === null) return { kind: "damaged", reason: "encrypted", entry: name };
    const unpacked = inflatePart(packed, left);
    if (unpacked === null) return { kind: "too-large", limit: limits.unpackedBytes, unit: "bytes" };
    left -= unpacked.length;
    return unpacked;
  };
  const content = part("content.xml");
  if (content === null) return { kind: "no-content" };
  if (!(content instanceof Uint8Array)) return content;
  const styles = part("styles.xml");
  if (styles !== null && !(styles instanceof Uint8Array)) return styles;
  const meta = part("meta.xml");
  return {
    kind: "package",
    content,
    styles,
    meta: meta instanceof Uint8Array ? meta : null,
    flat: false,
  };
}
