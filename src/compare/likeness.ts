// How alike two texts or two headings are. All measures lie in 0..1 and are the same both ways, unless they say otherwise.
import { wordsAlone } from "../model/words-alone.ts";

/** Words in a row that make one shingle: long enough to be rare, short enough to survive an edit (Broder 1997). */
const shingleWords = 3;

/** Lower-case words and numbers of a text. */
export function wordsOf(text: string): readonly string[] {
  const words = wordsAlone(text);
  return words === "" ? [] : words.split(" ");
}

/** All runs of three words in a text, each once; of a shorter text, the text itself. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  if (words.length === 0) return new Set();
  if (words.length < shingleWords) return new Set([words.join(" ")]);
  const shingles = new Set<string>();
  for (let at = 0; at + shingleWords <= words.length; at++)
    shingles.add(words.slice(at, at + shingleWords).join(" "));
  return shingles;
}

/** Members that two sets share. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let count = 0;
  for (const member of small) if (large.has(member)) count++;
  return count;
}

/** Dice's coefficient: twice what is shared ÷ the sum of the sizes; 0 when one of them is empty. */
export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.size === 0 || other.size === 0 ? 0 : (2 * shared(one, other)) / (one.size + other.size);
}

/** Share of `part` that stands in `whole` too. Not the same both ways. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return part.size === 0 ? 0 : shared(part, whole) / part.size;
}

/** All runs of three letters of a heading, its ends marked: "Barns hälsa" and "Barnens hälsa" share most of them. */
export function trigramsOf(heading: string): ReadonlySet<string> {
  const text = ` ${wordsOf(heading).join(" ")} `;
  const trigrams = new Set<string>();
  if (text.trim() === "") return trigrams;
  for (let at = 0; at + 3 <= text.length; at++) trigrams.add(text.slice(at, at + 3));
  return trigrams;
}
