// Standard encryption of Office files, as Office 2007 and LibreOffice lock them ([MS-OFFCRYPTO] 2.3.4.5–2.3.4.9): AES in
// single blocks, a key from SHA-1.
import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";
import { passwordHash } from "./password-key.ts";
import type { Unlock } from "./password-key.ts";

const rounds = 50_000;
const sha1Bytes = 20;
/** Numbers of AES with keys of 128, 192 and 256 bits. */
const aes: ReadonlySet<number> = new Set([0x660e, 0x660f, 0x6610]);

/** `info` is the stream EncryptionInfo behind its version. null when it is locked in a way that we do not know. Throws a RangeError where it is cut off. */
export function standard(info: Uint8Array, sealed: Uint8Array): Unlock | null {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const header = 8;
  const algorithm = view.getUint32(header + 8, true);
  const keyBytes = view.getUint32(header + 16, true) / 8;
  if (!aes.has(algorithm) || ![16, 24, 32].includes(keyBytes)) return null;
  const verifier = header + view.getUint32(4, true);
  const bytes = (start: number, length: number): Uint8Array => {
    if (verifier + start + length > info.length) throw new RangeError("verifier");
    return info.subarray(verifier + start, verifier + start + length);
  };
  const salt = bytes(4, view.getUint32(verifier, true));
  const behindSalt = 4 + salt.length;
  const sealedVerifier = bytes(behindSalt, 16);
  const sealedHash = bytes(behindSalt + 20, 32);
  return (password) => {
    const hashed = passwordHash("sha1", salt, password, rounds);
    const last = createHash("sha1").update(hashed).update(Buffer.alloc(4)).digest();
    const key = Buffer.concat([derive(last, 0x36), derive(last, 0x5c)]).subarray(0, keyBytes);
    const found = createHash("sha1").update(decrypt(key, sealedVerifier)).digest();
    const wanted = decrypt(key, sealedHash).subarray(0, sha1Bytes);
    if (!timingSafeEqual(found, wanted)) return null;
    const length = Number(
      new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getBigUint64(0, true),
    );
    const packed = sealed.subarray(8, sealed.length - ((sealed.length - 8) % 16));
    return decrypt(key, packed).subarray(0, length);
  };
}

function derive(hash: Buffer, filling: number): Buffer {
  const block = Buffer.alloc(64, filling);
  for (const [index, byte] of hash.entries()) block[index] = filling ^ byte;
  return createHash("sha1").update(block).digest();
}

function decrypt(key: Buffer, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv(`aes-${String(key.length * 8)}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}
