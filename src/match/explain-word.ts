// How a word meets a pattern: the explaining twin of resolve-word.ts, for those who own rules. It says the same of every
// word (a test holds the two together) and tells why; it looks at one pattern at a time and is far too slow for a scan.
import { baseForms, inflectedForms } from "../language/inflection.ts";
import { stemOf } from "../language/stem.ts";
import type { WordPattern } from "./parse-term.ts";
import { foldDiacritics, shortestFolded } from "./word-index.ts";

/** Why a word fits a pattern. */
export interface WordMeeting {
  readonly pattern: WordPattern;
  /** The word in the parts that the pattern sees: one, or the elements of a compound. */
  readonly parts: readonly string[];
  /** Dictionary form that the word, or its last element, is taken for a form of; null when it is that form itself. */
  readonly formOf: string | null;
  /** The word has lost its å, ä, ö and was recognised all the same. */
  readonly folded: boolean;
}

/** How the lower-cased `word` meets `pattern`, or null when it does not. Slots (number, year, name) are no words. */
export function explainWord(word: string, pattern: WordPattern): WordMeeting | null {
  const plain = meets(word, pattern);
  if (plain !== null) return plain;
  return word.length >= shortestFolded && !/[åäö]/.test(word) ? meetsFolded(word, pattern) : null;
}

function meets(word: string, pattern: WordPattern): WordMeeting | null {
  const meeting = (parts: readonly string[], base: string | null = null): WordMeeting => ({
    pattern,
    parts,
    formOf: base === null || base === parts.at(-1) ? null : base,
    folded: false,
  });
  switch (pattern.kind) {
    case "exact":
    case "cased":
      return word === pattern.word ? meeting([word]) : null;
    case "inflected":
      return baseForms(word).includes(pattern.word) ? meeting([word], pattern.word) : null;
    case "prefix":
      return isPrefix(pattern.part, word) ? meeting(cut(word, pattern.part.length)) : null;
    case "suffix": {
      // Of several forms the longest: it leaves least of the word unexplained.
      const forms = inflectedForms(pattern.part)
        .filter((form) => form.length >= 3 && word.endsWith(form) && word.length - form.length >= 2)
        .sort((a, b) => b.length - a.length);
      const form = forms[0];
      return form === undefined ? null : meeting(cut(word, word.length - form.length), pattern.part);
    }
    case "infix": {
      const at = word.indexOf(pattern.part);
      if (at < 0) return null;
      const end = at + pattern.part.length;
      return meeting([word.slice(0, at), pattern.part, word.slice(end)].filter((part) => part !== ""));
    }
    case "stem":
      return stemOf(word) === stemOf(pattern.word) ? meeting([word], pattern.word) : null;
    case "number":
    case "year":
    case "name":
      return null;
  }
}

function meetsFolded(word: string, pattern: WordPattern): WordMeeting | null {
  const meeting = (parts: readonly string[], formOf: string): WordMeeting => ({
    pattern,
    parts,
    formOf,
    folded: true,
  });
  const isFolded = (part: string): boolean => part.length >= shortestFolded && /[åäö]/.test(part);
  if (pattern.kind === "inflected" || pattern.kind === "exact") {
    const forms = pattern.kind === "exact" ? [word] : baseForms(word);
    const same = isFolded(pattern.word) && forms.includes(foldDiacritics(pattern.word));
    return same ? meeting([word], pattern.word) : null;
  }
  if (pattern.kind === "prefix" && isFolded(pattern.part)) {
    return isPrefix(foldDiacritics(pattern.part), word)
      ? meeting(cut(word, pattern.part.length), pattern.part)
      : null;
  }
  return null;
}

/** A wildcard stands for two letters at least. */
const isPrefix = (part: string, word: string): boolean =>
  word.startsWith(part) && word.length >= part.length + 2;

const cut = (word: string, at: number): string[] => [word.slice(0, at), word.slice(at)];
