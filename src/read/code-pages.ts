// Bytes of text in the code pages that older formats name by number.
import { decodeWindows1252 } from "./windows-1252.ts";

/** Code page of a font's character set (\fcharset). 0 is that of the file. */
const ofCharset: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** What the decoders of the platform call the pages that are not simply "windows-N". */
const labels: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};

/** Letters of the DOS code pages 437, 850 and 865 from 0x80 on, which have the Nordic ones in the same places. */
const dosLetters = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿";
const dosPages: ReadonlySet<number> = new Set([437, 850, 858, 865]);

/** Windows charset number (as in an RTF font table) → code page; null for an unknown one. */
export function codePageOfCharset(charset: number): number | null {
  return ofCharset[charset] ?? null;
}

/** Bytes → text. An unknown page is taken for Windows-1252, which most files mean. */
export function decodeCodePage(bytes: readonly number[], page: number): string {
  if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
  if (dosPages.has(page))
    return bytes
      .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (dosLetters[byte - 0x80] ?? " ")))
      .join("");
  const label =
    labels[page] ?? (page >= 1250 && page <= 1258 && page !== 1252 ? `windows-${String(page)}` : null);
  const raw = Uint8Array.from(bytes);
  return label === null ? decodeWindows1252(raw) : new TextDecoder(label).decode(raw);
}
