// Windows-1252, both ways. Latin-1 but for the bytes 0x80–0x9F.

/**
 * What the bytes 0x80–0x9F stand for, "\0" where nothing is assigned. Our own table, because TextDecoder of Node 20 to 23
 * gives Latin-1 for "windows-1252": dashes and quotes would become control characters.
 */
const upperControls = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/** The byte of each sign that is not its own code point. */
export const windows1252Bytes: ReadonlyMap<string, number> = new Map(
  Array.from(upperControls).flatMap((sign, index): [string, number][] =>
    sign === "\0" ? [] : [[sign, 0x80 + index]],
  ),
);

/** Bytes of Windows-1252 → text. Bytes without a sign keep their code point, a control character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (control) => {
      const sign = upperControls[control.charCodeAt(0) - 0x80];
      return sign === undefined || sign === "\0" ? control : sign;
    });
}
