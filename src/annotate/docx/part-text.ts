// The text of an XML part, with the way back to bytes: what is not changed comes out as it went in.

export interface PartText {
  readonly text: string;
  /** A changed text → bytes in the encoding of the part. */
  readonly encode: (text: string) => Uint8Array;
}

const bom = "\ufeff";

/** null for bytes that would not come out as they went in. */
export function decodePart(bytes: Uint8Array): PartText | null {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (little || big) {
    if (bytes.length % 2 !== 0) return null;
    const even = Buffer.from(bytes);
    return {
      text: (big ? even.swap16() : even).toString("utf16le"),
      encode: (text) => {
        const encoded = Buffer.from(text, "utf16le");
        return big ? encoded.swap16() : encoded;
      },
    };
  }
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const named = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1] ?? "utf-8";
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    // What is named otherwise and is not plain ASCII would be taken for letters of that encoding.
    const isPlain = /^utf-?8$/i.test(named) || !/[^\x00-\x7f]/.test(text);
    return isPlain ? { text, encode: isUtf8(named) ? encodeUtf8 : encodeAscii } : null;
  } catch {
    return null;
  }
}

function isUtf8(name: string): boolean {
  return /^utf-?8$/i.test(name);
}

function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Of an encoding that only has ASCII in common with others: all other letters by their numbers. */
function encodeAscii(text: string): Uint8Array {
  return new TextEncoder().encode(
    text.replace(/[^\x00-\x7f]/gu, (sign) => (sign === bom ? sign : `&#${String(sign.codePointAt(0))};`)),
  );
}

/** Something to be put in, or taken out, at an offset of the original text. */
export interface Splice {
  readonly at: number;
  /** How many code units go away there. */
  readonly remove: number;
  readonly insert: string;
}

/** Applies splices in any order; those for the same place are put in in the order they came. None may overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const sorted = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const pieces: string[] = [];
  let read = 0;
  for (const { at, remove, insert } of sorted) {
    if (at > read) pieces.push(text.slice(read, at));
    pieces.push(insert);
    read = Math.max(read, at + remove);
  }
  pieces.push(text.slice(read));
  return pieces.join("");
}

/** Text as it may stand between tags. Signs that no XML may hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
