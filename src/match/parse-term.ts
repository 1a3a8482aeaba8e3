// The pattern language of terms: a line of a rule file → a list of steps over words. See docs/rules.md.

/** What a single word of a term asks of a word of the text. Word parts are lower case. */
export type WordPattern =
  | { readonly kind: "inflected"; readonly word: string }
  | { readonly kind: "exact"; readonly word: string }
  /** As "exact", and the letters must be written as in `written`. */
  | { readonly kind: "cased"; readonly word: string; readonly written: string }
  | { readonly kind: "prefix"; readonly part: string }
  | { readonly kind: "suffix"; readonly part: string }
  | { readonly kind: "infix"; readonly part: string }
  /** Any word with the same stem: for the wide net. */
  | { readonly kind: "stem"; readonly word: string }
  | { readonly kind: "number" }
  | { readonly kind: "year" }
  | { readonly kind: "name" };

export type TermStep =
  | { readonly kind: "word"; readonly anyOf: readonly WordPattern[]; readonly optional: boolean }
  | { readonly kind: "any" }
  | { readonly kind: "gap"; readonly max: number };

/** Why a term cannot be read, in a form that a message can be made of. */
export interface TermProblem {
  readonly problem:
    | "empty"
    | "only-gaps"
    | "unknown-set"
    | "unknown-slot"
    | "short-wildcard"
    | "bad-character"
    | "gap-at-edge"
    | "too-long";
  /** The part of the term that is wrong. */
  readonly part: string;
}

export type ParsedTerm = { readonly steps: readonly TermStep[] } | { readonly problem: TermProblem };

const defaultGap = 3;
const largestGap = 12;
/**
 * What a term may hold at most. A word that may be left out doubles what is searched for, and a term is followed from every
 * word that it could have begun with: without bounds one term could take hours.
 */
const atMost = { words: 40, optional: 6, gaps: 6 };

/**
 * Parses one term. `wordSets` gives the words of each set that a term may name in braces; they are themselves single-word
 * patterns. Terms are literal: none of the characters of a regular expression has a meaning.
 */
export function parseTerm(term: string, wordSets: ReadonlyMap<string, readonly string[]>): ParsedTerm {
  const words = term
    .normalize("NFC")
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return { problem: { problem: "empty", part: term } };
  const tooMuch =
    words[atMost.words] ??
    words.filter((word) => word.endsWith("?"))[atMost.optional] ??
    words.filter((word) => /^(?:\.\.\.|…)/.test(word))[atMost.gaps];
  if (tooMuch !== undefined) return { problem: { problem: "too-long", part: tooMuch } };
  const steps: TermStep[] = [];
  for (const written of words) {
    const gap = /^(?:\.\.\.|…)(\d+)?$/.exec(written);
    if (gap !== null) {
      steps.push({
        kind: "gap",
        max: gap[1] === undefined ? defaultGap : Math.min(largestGap, Number(gap[1])),
      });
      continue;
    }
    if (written === "<ord>") {
      steps.push({ kind: "any" });
      continue;
    }
    const optional = written.endsWith("?");
    const body = optional ? written.slice(0, -1) : written;
    const anyOf: WordPattern[] = [];
    for (const alternative of body.split("|")) {
      // The hyphen of a suspended element ("risk- och väsentlighetsanalys") is no part of the word in the text either.
      const parsed = parseWord(
        alternative.length > 1 ? alternative.replace(/-$/, "") : alternative,
        wordSets,
      );
      if ("problem" in parsed) return parsed;
      anyOf.push(...parsed.patterns);
    }
    steps.push({ kind: "word", anyOf, optional });
  }
  const solid = steps.filter((step) => step.kind === "word" && !step.optional);
  if (solid.length === 0) return { problem: { problem: "only-gaps", part: term } };
  // A search begins at a word that some term knows, so a term that begins with any word at all would never be found.
  if (steps[0]?.kind === "gap" || steps[0]?.kind === "any" || steps.at(-1)?.kind === "gap")
    return { problem: { problem: "gap-at-edge", part: term } };
  return { steps };
}

function parseWord(
  written: string,
  wordSets: ReadonlyMap<string, readonly string[]>,
): { patterns: WordPattern[] } | { problem: TermProblem } {
  const fail = (problem: TermProblem["problem"]): { problem: TermProblem } => ({
    problem: { problem, part: written },
  });
  const set = /^\{(.+)\}$/.exec(written);
  if (set !== null) {
    const words = wordSets.get(set[1] ?? "");
    if (words === undefined) return fail("unknown-set");
    const patterns: WordPattern[] = [];
    for (const word of words) {
      const parsed = parseWord(word, new Map());
      if ("problem" in parsed) return parsed;
      patterns.push(...parsed.patterns);
    }
    return { patterns };
  }
  if (written.startsWith("<")) {
    if (written === "<tal>") return { patterns: [{ kind: "number" }] };
    if (written === "<år>") return { patterns: [{ kind: "year" }] };
    if (written === "<namn>") return { patterns: [{ kind: "name" }] };
    return fail("unknown-slot");
  }
  const lower = written.toLowerCase();
  if (written.startsWith("==")) {
    const word = written.slice(2);
    return isWord(word)
      ? { patterns: [{ kind: "cased", word: word.toLowerCase(), written: word }] }
      : fail("bad-character");
  }
  if (written.startsWith("~")) {
    const word = lower.slice(1);
    return isWord(word) ? { patterns: [{ kind: "stem", word }] } : fail("bad-character");
  }
  if (written.startsWith("=")) {
    const word = lower.slice(1);
    return isWord(word) ? { patterns: [{ kind: "exact", word }] } : fail("bad-character");
  }
  const front = lower.startsWith("*");
  const back = lower.endsWith("*") && lower.length > 1;
  const part = lower.slice(front ? 1 : 0, back ? -1 : undefined);
  if (!isWord(part)) return fail("bad-character");
  if ((front || back) && part.length < 3) return fail("short-wildcard");
  if (front && back) return { patterns: [{ kind: "infix", part }] };
  if (back) return { patterns: [{ kind: "prefix", part }] };
  if (front) return { patterns: [{ kind: "suffix", part }] };
  return { patterns: [{ kind: "inflected", word: part }] };
}

/** Letters, digits, inner hyphens, stops of abbreviations; also the signs "%" and "§", which are words of their own. */
function isWord(word: string): boolean {
  return (
    word === "%" || word === "§" || /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[-./–](?=[\p{L}\p{N}]))*$/u.test(word)
  );
}
