// Text reduced to its words, for comparing texts whose layout differs.

/** The words and numbers of a text in lower case with one space between them; "" when it has none. */
export function wordsAlone(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
