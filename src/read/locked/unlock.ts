// Opens Office files (DOCX, XLSX, PPTX) that are locked with a password: a compound file around the encrypted package.
// Why our own: docs/decisions/0016-locked-files.md.
import { openCompoundFile } from "../doc/compound-file.ts";
import { agile } from "./agile.ts";
import type { Unlock } from "./password-key.ts";
import { standard } from "./standard.ts";

export type Unlocked =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** None of the passwords fits, or none was given. */
  | { readonly kind: "locked" }
  /** Locked in a way that we cannot open with any password. */
  | { readonly kind: "unknown-lock" };

/** Bytes of a locked file → those of the file inside, with the first password that fits. Never throws. */
export function unlockOffice(bytes: Uint8Array, passwords: readonly string[]): Unlocked {
  const file = openCompoundFile(bytes);
  if (file.kind !== "compound-file") return { kind: "unknown-lock" };
  const info = file.stream("EncryptionInfo");
  const sealed = file.stream("EncryptedPackage");
  if (info === null || sealed === null) return { kind: "unknown-lock" };
  try {
    const unlock = lockOf(info, sealed);
    if (unlock === null) return { kind: "unknown-lock" };
    for (const password of passwords) {
      const found = unlock(password);
      if (found !== null) return { kind: "bytes", bytes: found };
    }
    return { kind: "locked" };
  } catch {
    // Numbers in the file that lead outside of it, or keys of a wrong length.
    return { kind: "unknown-lock" };
  }
}

function lockOf(info: Uint8Array, sealed: Uint8Array): Unlock | null {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const major = view.getUint16(0, true);
  const minor = view.getUint16(2, true);
  if (major === 4 && minor === 4) return agile(info.subarray(8), sealed);
  return minor === 2 && major >= 2 && major <= 4 ? standard(info.subarray(4), sealed) : null;
}
