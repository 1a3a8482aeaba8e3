// What is wrong with the terms of a pack though each can be read: terms that can never match, that say the same as
// another, that no example tries. Decided from the terms themselves; where that cannot be done nothing is said.
import { baseForms, inflectedForms } from "../language/inflection.ts";
import { tokenise } from "../language/tokenise.ts";
import { stemOf } from "../language/stem.ts";
import { parseTerm, type TermStep, type WordPattern } from "../match/parse-term.ts";
import type { Block } from "../model/document.ts";
import type { EvidenceRule, Rule, RulePack } from "../model/rule.ts";
import {
  matchTermsAlone,
  termGroups,
  wordSetsOf,
  type LookedForIn,
  type TermGroup,
  type TermMatcher,
} from "./term-groups.ts";

export type LintFinding =
  /** The term has spaces at its ends or several in a row. */
  | { readonly kind: "spaces"; readonly at: TermPlace }
  /** No text can match the term: words are cut where it has signs. */
  | { readonly kind: "unreadable"; readonly at: TermPlace }
  /** An except of the same rule takes away all that the term can match. */
  | { readonly kind: "excepted"; readonly at: TermPlace; readonly by: string }
  /** The same term stands earlier in the same list. */
  | { readonly kind: "duplicate"; readonly at: TermPlace; readonly by: string }
  /** Another term of the list matches the very same words, and more. */
  | { readonly kind: "shadowed"; readonly at: TermPlace; readonly by: string }
  /** Another evidence rule gives the same term another strength, both without conditions. */
  | { readonly kind: "contradicted"; readonly at: TermPlace; readonly by: string }
  /** A strong rule of the strict net knows the same term, both without conditions: the wide net adds nothing. */
  | { readonly kind: "needless"; readonly at: TermPlace; readonly by: string }
  /** No example under `hit` holds the term, though one is asked for. A remark: the term may well be right. */
  | { readonly kind: "untested"; readonly at: TermPlace }
  /** No term names the word set. A remark. */
  | { readonly kind: "unused"; readonly wordSet: string };

export interface TermPlace {
  readonly rule: Rule;
  readonly term: string;
  /** Keys from the rule to the term, as in YAML. */
  readonly keys: readonly PropertyKey[];
}

/** Is it worth knowing, but no reason for a pack to fail? */
export const isRemark = ({ kind }: LintFinding): boolean =>
  kind === "untested" || kind === "unused" || kind === "needless";

/** All findings in a pack, in the order of its rules. `usedBesides` are word sets that something else than a term uses. */
export function lintPack(pack: RulePack, usedBesides: ReadonlySet<string>): LintFinding[] {
  const wordSets = wordSetsOf([pack]);
  const groups = pack.rules.flatMap(termGroups);
  const parsed = new Map(groups.map((group) => [group, parseAll(group.terms, wordSets)]));
  const { unreadable, untried } = tryTerms(groups, parsed, wordSets);
  const findings = groups.flatMap((group) => {
    const terms = parsed.get(group) ?? [];
    const excepts = parseAll(group.except, wordSets);
    return group.terms.flatMap((term, position): LintFinding[] => {
      const at: TermPlace = { rule: group.rule, term, keys: [...group.keys, position] };
      const steps = terms[position] ?? [];
      if (/^\s|\s$|\s{2}/.test(term)) return [{ kind: "spaces", at }];
      if (unreadable.has(nameOf(group, position))) return [{ kind: "unreadable", at }];
      const except = excepts.findIndex((other) => takesAway(other, steps));
      if (except >= 0) return [{ kind: "excepted", at, by: group.except[except] ?? "" }];
      for (const [other, general] of terms.entries()) {
        if (other === position || unreadable.has(nameOf(group, other)) || !covers(general, steps)) continue;
        const same = covers(steps, general);
        // Of two that say the same, the later one is too many.
        if (same && other > position) continue;
        return [{ kind: same ? "duplicate" : "shadowed", at, by: group.terms[other] ?? "" }];
      }
      const asked = asksForExample(group.rule, steps);
      return asked && untried.has(nameOf(group, position)) ? [{ kind: "untested", at }] : [];
    });
  });
  return [...findings, ...contradictions(groups, parsed), ...unusedSets(pack, usedBesides)];
}

/** A term of a list, by a name of its own. */
const nameOf = ({ rule, keys }: TermGroup, position: number): string =>
  `${rule.id} ${keys.map(String).join(".")} ${String(position)}`;

function parseAll(
  terms: readonly string[],
  wordSets: ReadonlyMap<string, readonly string[]>,
): (readonly TermStep[])[] {
  return terms.map((term) => {
    const parsed = parseTerm(term, wordSets);
    return "problem" in parsed ? [] : parsed.steps;
  });
}

// ── what covers what ──

/** Does `general` match every run of words that `special` matches, from its first word to its last? */
export function covers(general: readonly TermStep[], special: readonly TermStep[]): boolean {
  const reaches = (g: number, s: number, skips: number): boolean => {
    const step = general[g];
    const other = special[s];
    if (other === undefined)
      return general.slice(g).every(({ kind }) => kind === "gap") && g === general.length;
    // Words left of a gap may pass over what the special term has there.
    if (skips > 0) {
      const cost = other.kind === "gap" ? other.max : 1;
      if (cost <= skips && reaches(g, s + 1, skips - cost)) return true;
    }
    if (step === undefined) return false;
    if (step.kind === "gap") return skips === 0 && reaches(g + 1, s, step.max);
    // An optional word stands there or not, and both must be covered.
    if (other.kind === "word" && other.optional) {
      return (
        reaches(g, s + 1, skips) && fits(step, { ...other, optional: false }) && reaches(g + 1, s + 1, 0)
      );
    }
    if (step.kind === "word" && step.optional && reaches(g + 1, s, skips)) return true;
    return fits(step, other) && reaches(g + 1, s + 1, 0);
  };
  return special.length > 0 && reaches(0, 0, 0);
}

/** Does `except` touch every match of `term`? It does when it covers a run of the term's words that are always there. */
export function takesAway(except: readonly TermStep[], term: readonly TermStep[]): boolean {
  for (let from = 0; from < term.length; from++) {
    for (let to = from + 1; to <= term.length; to++) {
      const run = term.slice(from, to);
      if (run.every((step) => step.kind === "word" && !step.optional) && covers(except, run)) return true;
    }
  }
  return false;
}

function fits(general: TermStep, special: TermStep): boolean {
  if (general.kind === "any") return special.kind === "any" || special.kind === "word";
  if (general.kind !== "word" || special.kind !== "word") return false;
  return special.anyOf.every((pattern) => general.anyOf.some((other) => includes(other, pattern)));
}

/** Does every word that fits `special` fit `general`? Only when that is certain. */
function includes(general: WordPattern, special: WordPattern): boolean {
  if (general.kind === "number" || general.kind === "year" || general.kind === "name") {
    return special.kind === general.kind;
  }
  const forms = formsOf(special);
  if (forms === null) return false;
  if (general.kind === "cased") return special.kind === "cased" && special.written === general.written;
  switch (special.kind) {
    case "exact":
    case "cased":
    case "inflected":
      return forms.every((form) => wordFits(general, form));
    case "prefix":
      // What follows is not known: only the known part can decide.
      return (
        (general.kind === "prefix" && special.part.startsWith(general.part)) ||
        (general.kind === "infix" && special.part.includes(general.part))
      );
    case "suffix":
      return (
        (general.kind === "suffix" &&
          forms.every((form) =>
            inflectedForms(general.part).some((own) => own.length >= 3 && form.endsWith(own)),
          )) ||
        (general.kind === "infix" && forms.every((form) => form.includes(general.part)))
      );
    case "infix":
      return general.kind === "infix" && special.part.includes(general.part);
    case "stem":
      return general.kind === "stem" && stemOf(general.word) === stemOf(special.word);
    case "number":
    case "year":
    case "name":
      return false;
  }
}

/** The forms that a pattern stands for, as far as they can be listed; null for a slot. */
function formsOf(pattern: WordPattern): readonly string[] | null {
  switch (pattern.kind) {
    case "exact":
    case "cased":
      return [pattern.word];
    case "inflected":
      return inflectedForms(pattern.word);
    case "suffix":
      return inflectedForms(pattern.part).filter((form) => form.length >= 3);
    case "prefix":
    case "infix":
      return [pattern.part];
    case "stem":
      return [pattern.word];
    case "number":
    case "year":
    case "name":
      return null;
  }
}

function wordFits(pattern: WordPattern, word: string): boolean {
  switch (pattern.kind) {
    case "exact":
      return word === pattern.word;
    case "inflected":
      return baseForms(word).includes(pattern.word);
    case "prefix":
      return word.startsWith(pattern.part) && word.length >= pattern.part.length + 2;
    case "suffix":
      return inflectedForms(pattern.part).some(
        (form) => form.length >= 3 && word.endsWith(form) && word.length >= form.length + 2,
      );
    case "infix":
      return word.includes(pattern.part);
    case "stem":
      return stemOf(word) === stemOf(pattern.word);
    case "cased":
    case "number":
    case "year":
    case "name":
      return false;
  }
}

// ── can it match at all, and does an example try it ──

/**
 * Does a term need an example of its own? Where credit is given or taken away by it: strict evidence that counts, and
 * traps. A term of the wide net, a signal or an expectation does neither alone, and its rule has its examples; that it can
 * match at all is tried on a text made for it. A plain word is found as it is written; it is phrases, gaps and parts of
 * words that find other than one thinks.
 */
function asksForExample(rule: Rule, steps: readonly TermStep[]): boolean {
  const counts =
    rule.kind === "trap" || (rule.kind === "evidence" && rule.net === "strict" && rule.strength !== "weak");
  return counts && !isPlainWord(steps);
}

const plainKinds: ReadonlySet<WordPattern["kind"]> = new Set(["exact", "inflected", "cased"]);

function isPlainWord([step, ...more]: readonly TermStep[]): boolean {
  return more.length === 0 && step?.kind === "word" && step.anyOf.every(({ kind }) => plainKinds.has(kind));
}

/** Text that stands before an example of a role which is meant as section text. */
const textMark = "text: ";

/** Are there examples that are meant to try the terms of the group? The examples of a requirement are whole documents. */
const hasExamples = ({ rule, lookedForIn }: TermGroup): boolean =>
  rule.kind !== "requirement" && !(rule.kind === "documentType" && lookedForIn === "heading");

/** Names of the terms that do not match the plainest text made for them, and of those that no example under `hit` holds. */
function tryTerms(
  groups: readonly TermGroup[],
  parsed: ReadonlyMap<TermGroup, readonly (readonly TermStep[])[]>,
  wordSets: ReadonlyMap<string, readonly string[]>,
): { unreadable: ReadonlySet<string>; untried: ReadonlySet<string> } {
  const unreadable = new Set<string>();
  const untried = new Set<string>();
  for (const place of ["text", "heading", "title"] as const) {
    const own = groups.filter(({ lookedForIn }) => lookedForIn === place);
    const all = matchTermsAlone(own, wordSets);
    const namesIn = (text: string): Set<string> => {
      const found = termsIn(text, all, place);
      return new Set(
        [...found].flatMap((owner) => {
          const single = all.terms[owner];
          return single === undefined || single.except ? [] : [nameOf(single.group, single.position)];
        }),
      );
    };
    const tried = new Map<Rule, Set<string>>();
    for (const rule of new Set(own.map((group) => group.rule))) {
      tried.set(rule, new Set(examplesFor(rule, place).flatMap((example) => [...namesIn(example)])));
    }
    for (const group of own) {
      for (const [position, steps] of (parsed.get(group) ?? []).entries()) {
        const name = nameOf(group, position);
        const isTried = tried.get(group.rule)?.has(name) === true;
        if (hasExamples(group) && !isTried) untried.add(name);
        if (!isTried && !namesIn(sampleTextOf(steps)).has(name)) unreadable.add(name);
      }
    }
  }
  return { unreadable, untried };
}

/** The examples under `hit` that are looked for in `place`. */
function examplesFor(rule: Rule, place: LookedForIn): string[] {
  if (rule.kind !== "role") return [...rule.examples.hit];
  const texts = rule.examples.hit.filter((example) => example.startsWith(textMark) === (place === "text"));
  return texts.map((example) => (place === "text" ? example.slice(textMark.length) : example));
}

/** The plainest text that a term should match. */
function sampleTextOf(steps: readonly TermStep[]): string {
  const sample = steps.flatMap((step) => {
    if (step.kind === "gap") return [];
    return step.kind === "any" ? ["ord"] : [sampleOf(step.anyOf[0])];
  });
  // A name is told by its capital, which the first word of a sentence has in any case.
  return `och ${sample.join(" ")}`;
}

function sampleOf(pattern: WordPattern | undefined): string {
  switch (pattern?.kind) {
    case "inflected":
    case "exact":
    case "stem":
      return pattern.word;
    case "cased":
      return pattern.written;
    case "prefix":
      return `${pattern.part}delen`;
    case "suffix":
      return `grund${pattern.part}`;
    case "infix":
      return `grund${pattern.part}delen`;
    case "number":
      return "12";
    case "year":
      return "2025";
    case "name":
      return "Namnet";
    case undefined:
      return "";
  }
}

/** Positions in `terms` of the single terms that stand in a text. */
function termsIn(text: string, { matcher }: TermMatcher, lookedForIn: LookedForIn): ReadonlySet<number> {
  const normalised = text.normalize("NFC");
  const span = { start: 0, end: normalised.length };
  const block: Block =
    lookedForIn === "text"
      ? { kind: "paragraph", layer: "body", span }
      : { kind: "heading", layer: "body", level: 1, span };
  const { tokens } = tokenise(normalised, [block], matcher.vocabulary);
  return new Set(matcher.find(normalised, tokens).map(({ owner }) => owner));
}

// ── between rules ──

/** Evidence terms that two rules know, without conditions, with different strengths. */
function contradictions(
  groups: readonly TermGroup[],
  parsed: ReadonlyMap<TermGroup, readonly (readonly TermStep[])[]>,
): LintFinding[] {
  const first = new Map<string, { rule: EvidenceRule; term: string }>();
  const findings: LintFinding[] = [];
  for (const group of groups) {
    const { rule } = group;
    if (rule.kind !== "evidence" || rule.requires !== undefined || rule.unless !== undefined) continue;
    for (const [position, steps] of (parsed.get(group) ?? []).entries()) {
      const key = JSON.stringify(steps);
      const other = first.get(key);
      if (other === undefined) first.set(key, { rule, term: group.terms[position] ?? "" });
      else if (
        other.rule !== rule &&
        (other.rule.net === rule.net ? other.rule.strength !== rule.strength : counts(other.rule, rule)) &&
        other.rule.strongWith === undefined &&
        rule.strongWith === undefined
      ) {
        const at = { rule, term: group.terms[position] ?? "", keys: [...group.keys, position] };
        findings.push({
          kind: other.rule.net === rule.net ? "contradicted" : "needless",
          at,
          by: other.rule.id,
        });
      }
    }
  }
  return findings;
}

/**
 * Of two rules in different nets: does the strict one give credit wherever it matches? A weak or medium term may give none,
 * and then it is the wide net that keeps "missing" from being said.
 */
function counts(one: EvidenceRule, other: EvidenceRule): boolean {
  return (one.net === "strict" ? one : other).strength === "strong";
}

function unusedSets(pack: RulePack, usedBesides: ReadonlySet<string>): LintFinding[] {
  const named = new Set<string>();
  for (const group of pack.rules.flatMap(termGroups)) {
    for (const term of [...group.terms, ...group.except]) {
      for (const [, set = ""] of term.matchAll(/\{([^}]+)\}/g)) named.add(set);
    }
  }
  return pack.wordSets
    .filter(({ id }) => !named.has(id) && !usedBesides.has(id))
    .map(({ id }) => ({ kind: "unused", wordSet: id }));
}
