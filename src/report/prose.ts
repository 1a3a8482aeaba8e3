// How running text writes lists and small numbers.
import { formatCount, message, type Language } from "../messages/message.ts";

/** "a, b och c"; with more than `most` parts the rest is counted: "a, b och 4 till". */
export function joinList(parts: readonly string[], most: number, lang: Language): string {
  const more = parts.length - most;
  if (more > 0) return message(lang, "list.more", { list: parts.slice(0, most).join(", "), n: more });
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : message(lang, "list.and", { list: parts.slice(0, -1).join(", "), last });
}

const inWords = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Up to twelve in words, as running text has it ("fem dokument"; neuter in Swedish); more in digits. */
export function countInWords(count: number, lang: Language): string {
  const small = inWords.find((each) => each === count);
  return small === undefined ? formatCount(count, lang) : message(lang, `number.${small}`);
}
