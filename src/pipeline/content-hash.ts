// What tells the content of two files apart in reports, caches and comparisons.
import { createHash } from "node:crypto";

/** A run asks several times for the hash of the same bytes, which may be many: one hash for each, as long as they are there. */
const known = new WeakMap<Uint8Array, string>();

/** SHA-256 of the bytes in hexadecimal. They must not be changed afterwards. */
export function sha256(bytes: Uint8Array): string {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const hash = createHash("sha256").update(bytes).digest("hex");
  known.set(bytes, hash);
  return hash;
}
