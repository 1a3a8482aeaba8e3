// Entries of ZIP archives that are locked with a password: the old way of PKZIP (APPNOTE 6.1) and AES as WinZip and 7-Zip
// do it (APPNOTE 4.5.x, "AE-1" and "AE-2"). The strong encryption of PKWARE is not known here.
import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";

/** How an entry is locked, by its headers. */
export type EntryLock =
  /** `check` is what the last byte of the decrypted header must be. */
  | { readonly kind: "pkzip"; readonly check: number }
  /** `strength` 1, 2, 3 is a key of 128, 192, 256 bits; `method` is how the entry is packed. */
  | {
      readonly kind: "aes";
      readonly strength: number;
      readonly method: number;
      readonly hasChecksum: boolean;
    }
  | { readonly kind: "unknown" };

/** The packed bytes of an entry, or null when the password is not the one. Of 256 wrong ones PKZIP's check lets one through. */
export function unlockEntry(lock: EntryLock, sealed: Uint8Array, password: Uint8Array): Uint8Array | null {
  if (lock.kind === "pkzip") return unlockPkzip(lock.check, sealed, password);
  return lock.kind === "aes" ? unlockAes(lock.strength, sealed, password) : null;
}

/** Programs write the letters of a password as UTF-8 or as single bytes. */
export function passwordBytes(password: string): readonly Uint8Array[] {
  const utf8 = Buffer.from(password, "utf8");
  const latin1 = Buffer.from(password, "latin1");
  return utf8.equals(latin1) ? [utf8] : [utf8, latin1];
}

const pkzipHeader = 12;
const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const crcStep = (crc: number, byte: number): number =>
  ((crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)) >>> 0;

function unlockPkzip(check: number, sealed: Uint8Array, password: Uint8Array): Uint8Array | null {
  if (sealed.length < pkzipHeader) return null;
  let [first, second, third] = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number): void => {
    first = crcStep(first, byte);
    second = (Math.imul((second + (first & 0xff)) >>> 0, 134_775_813) + 1) >>> 0;
    third = crcStep(third, second >>> 24);
  };
  for (const byte of password) update(byte);
  const open = new Uint8Array(sealed.length);
  for (let index = 0; index < sealed.length; index++) {
    const mask = (third | 2) & 0xffff;
    const byte = (sealed[index] ?? 0) ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 0xff);
    update(byte);
    open[index] = byte;
    if (index === pkzipHeader - 1 && byte !== check) return null;
  }
  return open.subarray(pkzipHeader);
}

const aesRounds = 1000;
const checkBytes = 2;
const signatureBytes = 10;
/** Blocks whose key stream is made at a time. */
const blocksAtOnce = 4096;

function unlockAes(strength: number, sealed: Uint8Array, password: Uint8Array): Uint8Array | null {
  const keyBytes = 8 + strength * 8;
  const saltBytes = keyBytes / 2;
  if (![1, 2, 3].includes(strength) || sealed.length < saltBytes + checkBytes + signatureBytes) return null;
  const keys = pbkdf2Sync(
    password,
    sealed.subarray(0, saltBytes),
    aesRounds,
    keyBytes * 2 + checkBytes,
    "sha1",
  );
  const check = sealed.subarray(saltBytes, saltBytes + checkBytes);
  if (!timingSafeEqual(keys.subarray(keyBytes * 2), check)) return null;
  const packed = sealed.subarray(saltBytes + checkBytes, sealed.length - signatureBytes);
  const signature = createHmac("sha1", keys.subarray(keyBytes, keyBytes * 2))
    .update(packed)
    .digest();
  const wanted = sealed.subarray(sealed.length - signatureBytes);
  if (!timingSafeEqual(signature.subarray(0, signatureBytes), wanted)) return null;

  // Counter mode with a counter that grows from its first byte on: the library's own grows from its last.
  const key = keys.subarray(0, keyBytes);
  const cipher = createCipheriv(`aes-${String(keyBytes * 8)}-ecb`, key, null).setAutoPadding(false);
  const open = new Uint8Array(packed.length);
  for (let start = 0, block = 1; start < packed.length; start += blocksAtOnce * 16) {
    const counters = Buffer.alloc(Math.min(blocksAtOnce, Math.ceil((packed.length - start) / 16)) * 16);
    for (let at = 0; at < counters.length; at += 16) counters.writeUInt32LE(block++, at);
    const stream = cipher.update(counters);
    const end = Math.min(packed.length, start + stream.length);
    for (let at = start; at < end; at++) open[at] = (packed[at] ?? 0) ^ (stream[at - start] ?? 0);
  }
  return open;
}
