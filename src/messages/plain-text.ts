// The one gate for text from strangers (documents, file names, rule files) on its way to a person's screen.

// A terminal obeys what stands between the escape character and the end of the sequence (ECMA-48 §5.4; OSC and DCS
// strings end with BEL or ST), so the whole sequence goes, not only its first character: "[31m" left behind is litter.
// The eight-bit forms U+009B (CSI), U+009D (OSC) and U+0090 (DCS) are obeyed by some terminals too. A string never
// runs over the beginning of another, or a text of nothing but beginnings would be read a thousand times over.
const controlString = "[^\\u0007\\u001b\\u0090\\u0098\\u009c-\\u009f]{0,4096}(?:\\u0007|\\u001b\\\\|\\u009c)";
const escapeSequence = new RegExp(
  [
    `(?:\\u001b[\\]PX^_]|[\\u009d\\u0090\\u0098\\u009e\\u009f])${controlString}`,
    "(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]",
    "\\u001b[ -/]*[0-~]",
  ].join("|"),
  "g",
);

/** Line breaks and other blank characters that would move the cursor or break a table. */
const blank = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

// C0, DEL and C1; the bidirectional controls that reorder what stands beside them ("Trojan source", CVE-2021-42574);
// marks without width, tag characters, and halves of surrogate pairs, which print as anything.
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/**
 * Text that can be shown anywhere: escape sequences, control characters, direction overrides and marks without width
 * are gone, line breaks and tabs have become one space. Letters, accents and ordinary spaces stay as they are.
 */
export function plainText(text: string): string {
  return text.replace(escapeSequence, "").replace(blank, " ").replace(invisible, "");
}

/** `plainText` of at most `length` code units of what a document calls a heading or an excerpt, "…" where it was cut. */
export function clippedText(text: string, length: number): string {
  const plain = plainText(text.slice(0, length * 4)).trim();
  return plain.length > length ? `${plain.slice(0, length - 1).trimEnd()}…` : plain;
}
