// Agile encryption of Office files, as Word, Excel and PowerPoint lock them since 2010 ([MS-OFFCRYPTO] 2.3.4.10–2.3.4.15).
import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";
import { readXml } from "../office/read-xml.ts";
import { mostRounds, passwordHash } from "./password-key.ts";
import type { Unlock } from "./password-key.ts";

interface Cipher {
  readonly hash: string;
  readonly salt: Buffer;
  readonly blockBytes: number;
  readonly keyBytes: number;
}

interface PasswordKey extends Cipher {
  readonly rounds: number;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
  readonly key: Buffer;
}

const hashes: Readonly<Record<string, string>> = {
  SHA1: "sha1",
  "SHA-1": "sha1",
  SHA256: "sha256",
  SHA384: "sha384",
  SHA512: "sha512",
  MD5: "md5",
};

/** What is derived from a password is another key for each of these uses. */
const verifierUse = Buffer.from("fea7d2763b4b9e79", "hex");
const verifierHashUse = Buffer.from("d7aa0f6d3061344e", "hex");
const keyUse = Buffer.from("146e0be7abacd0d6", "hex");

const segmentBytes = 4096;

/** `info` is the XML of the stream EncryptionInfo, `sealed` what is encrypted. null when it is locked in a way that we do not know. */
export function agile(info: Uint8Array, sealed: Uint8Array): Unlock | null {
  const found: { data: Cipher | null; password: PasswordKey | null } = { data: null, password: null };
  const problem = readXml(info, {
    open: (name, attribute) => {
      const local = name.slice(name.indexOf(":") + 1);
      if (local !== "keyData" && local !== "encryptedKey") return;
      const number = (key: string): number => Number.parseInt(attribute(key) ?? "", 10) || 0;
      const bytes = (key: string): Buffer => Buffer.from(attribute(key) ?? "", "base64");
      const hash = hashes[attribute("hashAlgorithm") ?? ""];
      const known =
        attribute("cipherAlgorithm") === "AES" && attribute("cipherChaining") === "ChainingModeCBC";
      if (hash === undefined || !known || number("blockSize") !== 16) return;
      const cipher = { hash, salt: bytes("saltValue"), blockBytes: 16, keyBytes: number("keyBits") / 8 };
      if (![16, 24, 32].includes(cipher.keyBytes)) return;
      if (local === "keyData") found.data = cipher;
      else
        found.password ??= {
          ...cipher,
          rounds: number("spinCount"),
          verifier: bytes("encryptedVerifierHashInput"),
          verifierHash: bytes("encryptedVerifierHashValue"),
          key: bytes("encryptedKeyValue"),
        };
    },
    close: () => undefined,
    text: () => undefined,
  });
  const { data, password } = found;
  if (problem !== null || data === null || password === null) return null;
  return unlock(data, password, sealed);
}

function unlock(data: Cipher, key: PasswordKey, sealed: Uint8Array): Unlock | null {
  const { hash, salt, rounds, keyBytes, blockBytes } = key;
  if (rounds > mostRounds) return null;
  return (password) => {
    const hashed = passwordHash(hash, salt, password, rounds);
    const open = (use: Buffer, value: Buffer): Buffer => {
      const derived = createHash(hash).update(hashed).update(use).digest();
      return decrypt(fit(derived, keyBytes), fit(salt, blockBytes), value);
    };
    const found = createHash(hash).update(open(verifierUse, key.verifier)).digest();
    const wanted = open(verifierHashUse, key.verifierHash).subarray(0, found.length);
    if (wanted.length !== found.length || !timingSafeEqual(wanted, found)) return null;
    const secret = fit(open(keyUse, key.key), data.keyBytes);
    return unseal(data, secret, sealed);
  };
}

/** The package: its length, then segments, each with a start of its own ([MS-OFFCRYPTO] 2.3.4.15). */
function unseal(data: Cipher, secret: Buffer, sealed: Uint8Array): Uint8Array {
  const parts: Buffer[] = [];
  const number = Buffer.alloc(4);
  for (let start = 8, index = 0; start < sealed.length; start += segmentBytes, index++) {
    number.writeUInt32LE(index);
    const begin = fit(createHash(data.hash).update(data.salt).update(number).digest(), data.blockBytes);
    parts.push(
      decrypt(secret, begin, wholeBlocks(sealed.subarray(start, start + segmentBytes), data.blockBytes)),
    );
  }
  const length = Number(
    new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getBigUint64(0, true),
  );
  return Buffer.concat(parts).subarray(0, length);
}

function decrypt(key: Buffer, begin: Buffer, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv(`aes-${String(key.length * 8)}-cbc`, key, begin).setAutoPadding(false);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

function wholeBlocks(bytes: Uint8Array, blockBytes: number): Uint8Array {
  return bytes.subarray(0, bytes.length - (bytes.length % blockBytes));
}

/** Cut, or filled up with 0x36, to that length. */
function fit(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}
