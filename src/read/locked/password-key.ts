// What both kinds of encryption of Office files do with a password ([MS-OFFCRYPTO] 2.3.4.7 and 2.3.4.11): hash it with a
// salt, and hash the hash a hundred thousand times.
import { hash } from "node:crypto";

/** Tries one password: the bytes of the file that was locked, or null when it is not the one. */
export type Unlock = (password: string) => Uint8Array | null;

/** Most rounds that the standard allows; a file that asks for more is there to keep the reader busy. */
export const mostRounds = 10_000_000;

/** `rounds` must be checked against `mostRounds` before. */
export function passwordHash(algorithm: string, salt: Uint8Array, password: string, rounds: number): Buffer {
  let hashed = hash(algorithm, Buffer.concat([salt, Buffer.from(password, "utf16le")]), "buffer");
  // Number of the round, then the hash of the round before.
  const block = Buffer.alloc(4 + hashed.length);
  for (let index = 0; index < rounds; index++) {
    block.writeUInt32LE(index);
    hashed.copy(block, 4);
    hashed = hash(algorithm, block, "buffer");
  }
  return hashed;
}
