// An OpenDocument file: a ZIP archive of XML parts, or (flat) one XML file with all of them in it.
import type { Archive } from "../archive/open-archive.ts";
import { openArchive } from "../archive/open-archive.ts";
import type { ArchiveProblem } from "../archive/archive-problem.ts";
import type { ReadLimits } from "../reader.ts";

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
  | { readonly kind: "encrypted" };

/** Bytes of a file → its parts. Never throws. */
export function openPackage(bytes: Uint8Array, limits: ReadLimits): Package | PackageProblem {
  // "<" after whatever a byte order mark may be: no archive begins so.
  if (bytes[0] !== 0x50) return { kind: "package", content: bytes, styles: null, meta: bytes, flat: true };
  const archive = openArchive(bytes, limits);
  if (archive.kind !== "archive") return archive;
  if (isEncrypted(archive)) return { kind: "encrypted" };
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

/** Locked files list, for each part, how it was encrypted (ODF 1.3 part 2, 4.4). */
function isEncrypted(archive: Archive): boolean {
  const manifest = archive.read("META-INF/manifest.xml");
  if (manifest.kind !== "bytes") return false;
  return Buffer.from(manifest.bytes).includes("encryption-data");
}
