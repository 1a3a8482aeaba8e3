// Bytes → text for HTML: as for plain text, and where UTF-8 fails, by what the page says of itself.
import { decode, type Decoded } from "../text/decode.ts";

/** Bytes in which a page has to name its encoding (HTML standard: 1 024; many name it later). */
const preamble = 4096;

/** Decodes a page. A declared encoding counts only where the bytes are not valid UTF-8: declarations are often wrong. */
export function decodeHtml(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes);
  if (decoded.certain || decoded.encoding !== "windows-1252") return decoded;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, preamble));
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,30})/i.exec(head)?.[1]?.toLowerCase();
  return declared !== undefined &&
    /^(?:windows-1252|cp1252|iso-8859-1|iso8859-1|latin1|us-ascii)$/.test(declared)
    ? { ...decoded, certain: true }
    : decoded;
}
