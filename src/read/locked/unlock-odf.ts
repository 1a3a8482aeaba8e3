// OpenDocument files that are locked with a password: each part is encrypted by itself, and the manifest says how
// (ODF 1.3 part 2, 3.4.2 and 4.8; the form that LibreOffice writes since 3.5).
import { createDecipheriv, createHash, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { readXml } from "../office/read-xml.ts";
import { mostRounds } from "./password-key.ts";

/** How one part is locked. */
interface PartLock {
  readonly salt: Buffer;
  readonly rounds: number;
  readonly begin: Buffer;
  readonly checksum: Buffer;
}

/** The parts that are locked, by name; null for a part that is locked in a way that we do not know. */
export type Locks = ReadonlyMap<string, PartLock | null>;

const manifestName = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
const known = {
  algorithm: "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
  derivation: new Set(["PBKDF2", `${manifestName}#pbkdf2`]),
  startKey: new Set(["http://www.w3.org/2000/09/xmldsig#sha256", "http://www.w3.org/2001/04/xmlenc#sha256"]),
  checksum: `${manifestName}#sha256-1k`,
};
const keyBytes = 32;
/** The checksum is that of the beginning of the packed part. */
const checkedBytes = 1024;

/** `manifest`: META-INF/manifest.xml. null when no part is locked. */
export function readLocks(manifest: Uint8Array): Locks | null {
  const locks = new Map<string, PartLock | null>();
  let part = "";
  let facts = new Map<string, string>();
  const problem = readXml(manifest, {
    open: (name, attribute) => {
      if (name === "manifest:file-entry") {
        part = attribute("manifest:full-path") ?? "";
        facts = new Map();
      }
      for (const key of [
        "checksum-type",
        "checksum",
        "algorithm-name",
        "initialisation-vector",
        "key-derivation-name",
        "iteration-count",
        "salt",
        "start-key-generation-name",
      ]) {
        // prettier-ignore
        const value = attribute(`manifest:${key}`);
        if (value !== undefined) facts.set(key, value);
      }
    },
    close: (name) => {
      if (name === "manifest:encryption-data") locks.set(part, lockOf(facts));
    },
    text: () => undefined,
  });
  return problem === null && locks.size > 0 ? locks : null;
}

function lockOf(facts: ReadonlyMap<string, string>): PartLock | null {
  const bytes = (key: string): Buffer => Buffer.from(facts.get(key) ?? "", "base64");
  const rounds = Number.parseInt(facts.get("iteration-count") ?? "", 10) || 0;
  const begin = bytes("initialisation-vector");
  const isKnown =
    facts.get("algorithm-name") === known.algorithm &&
    known.derivation.has(facts.get("key-derivation-name") ?? "") &&
    known.startKey.has(facts.get("start-key-generation-name") ?? "") &&
    facts.get("checksum-type") === known.checksum;
  if (!isKnown || rounds < 1 || rounds > mostRounds || begin.length !== 16) return null;
  return { salt: bytes("salt"), rounds, begin, checksum: bytes("checksum") };
}

/** One locked part → its packed bytes, or null when the password is not the one. */
export function openPart(lock: PartLock, sealed: Uint8Array, password: string): Buffer | null {
  const start = createHash("sha256").update(password, "utf8").digest();
  const key = pbkdf2Sync(start, lock.salt, lock.rounds, keyBytes, "sha1");
  const decipher = createDecipheriv("aes-256-cbc", key, lock.begin).setAutoPadding(false);
  if (sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const packed = padded.subarray(0, padded.length - Math.min(padded.at(-1) ?? 0, 16));
  const found = createHash("sha256").update(packed.subarray(0, checkedBytes)).digest();
  return found.length === lock.checksum.length && timingSafeEqual(found, lock.checksum) ? packed : null;
}

/** Unpacks what `openPart` gave; null when it is more than `most` bytes, or damaged. */
export function inflatePart(packed: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch {
    return null;
  }
}
