// Signs that the tokeniser looks for, as UTF-16 code units, and what it asks of single units.

export const sign = {
  tab: 9,
  lineFeed: 10,
  space: 32,
  exclamation: 33,
  percent: 37,
  comma: 44,
  hyphen: 45,
  stop: 46,
  slash: 47,
  colon: 58,
  question: 63,
  at: 64,
  underscore: 0x5f,
  section: 0xa7,
  noBreakSpace: 0xa0,
  hyphenSign: 0x2010,
  noBreakHyphen: 0x2011,
  enDash: 0x2013,
  ellipsis: 0x2026,
} as const;

/** Is it a hyphen that can stand inside a word? Dashes are none. */
export function isHyphen(unit: number): boolean {
  return unit === sign.hyphen || unit === sign.hyphenSign || unit === sign.noBreakHyphen;
}

/** Is it a capital of A–Z or of those with accents (À–Þ)? */
export function isCapital(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7);
}
