// Bytes → text for the formats that are text: UTF-8, UTF-16 and, failing these, Windows-1252.
import { isUtf8 } from "node:buffer";
import { decodeWindows1252 } from "../windows-1252.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the encoding follows from the bytes for certain (a byte order mark, or valid UTF-8). */
  readonly certain: boolean;
}

/** Bytes looked at to tell UTF-16 by its zero bytes. */
const sampleBytes = 4096;

/**
 * Which encoding, and whether that is certain. Text that is not valid UTF-8 is Windows-1252 (which holds Latin-1),
 * unless most of its non-ASCII sequences are UTF-8: then a few bytes of it are damaged.
 */
export function detectEncoding(bytes: Uint8Array): {
  readonly encoding: Encoding;
  readonly certain: boolean;
} {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: "utf-8", certain: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", certain: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", certain: true };
  const wide = zeroBytes(bytes);
  if (wide !== null) return { encoding: wide, certain: false };
  if (isUtf8(bytes)) return { encoding: "utf-8", certain: true };
  return { encoding: mostlyUtf8(bytes) ? "utf-8" : "windows-1252", certain: false };
}

/** Decodes text. Never fails: what an encoding does not have becomes U+FFFD. */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, certain } = detectEncoding(bytes);
  const text =
    encoding === "windows-1252" ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return { text, encoding, certain };
}

/** In UTF-16 every second byte of western text is zero; in other text files hardly any is. */
function zeroBytes(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, sampleBytes) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.7 && odd < pairs * 0.1) return "utf-16be";
  return null;
}

/** Bytes looked at to tell damaged UTF-8 from Windows-1252. */
const damageSample = 1_000_000;

function mostlyUtf8(bytes: Uint8Array): boolean {
  let sequences = 0;
  let strays = 0;
  const end = Math.min(bytes.length, damageSample);
  for (let index = 0; index < end; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xc2 && byte <= 0xdf
        ? 1
        : byte >= 0xe0 && byte <= 0xef
          ? 2
          : byte >= 0xf0 && byte <= 0xf4
            ? 3
            : 0;
    let seen = 0;
    while (seen < more && ((bytes[index + 1 + seen] ?? 0) & 0xc0) === 0x80) seen++;
    if (more > 0 && seen === more) {
      sequences++;
      index += more;
    } else strays++;
  }
  return sequences > strays * 4;
}
