// Bytes of a YAML file → text. Editors on Windows put a mark in front, and some save as UTF-16.

/** The text without its mark; what is no UTF-8 or UTF-16 has U+FFFD in it, which the parser tells of. */
export function decodeYaml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}
