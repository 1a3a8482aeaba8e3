// The tokens of an RTF file: groups, control words, and bytes of text in between (RTF specification 1.9.1, "Conventions").

export interface TokenHandler {
  readonly openGroup: () => void;
  readonly closeGroup: () => void;
  /** "\fs24" → ("fs", 24); without a number null. */
  readonly word: (name: string, number: number | null) => void;
  /** "\~" → "~". */
  readonly symbol: (sign: string) => void;
  /** One byte of text in the code page of its font, written as itself or as \'xx. */
  readonly byte: (byte: number) => void;
  /** Whether what stands in the group is of no interest: it is then passed over up to its end. */
  readonly skips: () => boolean;
}

const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const quote = 0x27;
const minus = 0x2d;

/** Numbers of more digits than this are no numbers. */
const mostDigits = 10;
const longestWord = 40;

/**
 * Hands over all tokens. Answers how many groups were left open at the end: 0 in a whole file. What stands behind the
 * end of the outermost group is no part of the text.
 */
export function scanTokens(bytes: Uint8Array, handler: TokenHandler): number {
  let at = 0;
  let depth = 0;

  /** Digits of a hexadecimal number of two digits, or null. */
  const hexByte = (): number | null => {
    const high = hexDigit(bytes[at]);
    const low = hexDigit(bytes[at + 1]);
    return high === null || low === null ? null : high * 16 + low;
  };

  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at++;
    if (byte === openBrace) {
      depth++;
      handler.openGroup();
      continue;
    }
    if (byte === closeBrace) {
      if (depth === 0) continue;
      depth--;
      handler.closeGroup();
      if (depth === 0) break;
      continue;
    }
    if (byte !== backslash) {
      // Line breaks in the file mean nothing; programs put them where they like.
      if (byte === 0x0d || byte === 0x0a || byte === 0 || depth === 0) continue;
      if (!handler.skips()) handler.byte(byte);
      continue;
    }
    const next = bytes[at];
    if (next === undefined) break;
    if (!isLetter(next)) {
      at++;
      if (next === quote) {
        const value = hexByte();
        if (value === null) continue;
        at += 2;
        if (!handler.skips()) handler.byte(value);
      } else if (next === 0x0d || next === 0x0a) {
        // A backslash before a line break is an old way to write \par.
        handler.word("par", null);
        if (next === 0x0d && bytes[at] === 0x0a) at++;
      } else handler.symbol(String.fromCharCode(next));
      continue;
    }
    const start = at;
    while (at < bytes.length && isLetter(bytes[at]) && at - start < longestWord) at++;
    const name = latin1(bytes, start, at);
    let number: number | null = null;
    const negative = bytes[at] === minus;
    const digits = negative ? at + 1 : at;
    let end = digits;
    while (isDigit(bytes[end]) && end - digits < mostDigits) end++;
    if (end > digits) {
      number = Number(latin1(bytes, digits, end)) * (negative ? -1 : 1);
      at = end;
    }
    // One space behind a control word belongs to it.
    if (bytes[at] === 0x20) at++;
    if (name === "bin") {
      at += Math.max(0, number ?? 0);
      continue;
    }
    handler.word(name, number);
  }
  return depth;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function hexDigit(byte: number | undefined): number | null {
  if (byte === undefined) return null;
  if (isDigit(byte)) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : null;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
