// Parts of sentences that fill the slots of errors: what a value is, what it should be, why YAML or a term cannot be
// read. They are kept by name in both languages, so that an error is whole in the language of the run.
import type { LocalText } from "../model/rule.ts";

export const errorPhrases = {
  // ── what was found ──
  "found.nothing": { sv: "tomt", en: "empty" },
  "found.list": { sv: "en lista", en: "a list" },
  "found.emptyList": { sv: "en tom lista", en: "an empty list" },
  "found.group": { sv: "en grupp av nycklar", en: "a group of keys" },
  "found.unknown": { sv: "okända regler", en: "unknown rules" },

  // ── what should be there ──
  "value.text": { sv: "en text", en: "a text" },
  "value.number": { sv: "ett tal", en: "a number" },
  "value.integer": { sv: "ett heltal", en: "a whole number" },
  "value.yesOrNo": { sv: "true eller false", en: "true or false" },
  "value.list": { sv: "en lista", en: "a list" },
  "value.group": { sv: "en grupp av nycklar", en: "a group of keys" },
  "value.object": { sv: "ett objekt", en: "an object" },
  "value.notEmpty": { sv: "något, inte tomt", en: "something, not empty" },
  "value.fitting": { sv: "något som kan stå här", en: "something that can stand here" },
  "value.id": {
    sv: "gemener, siffror och bindestreck",
    en: "lower-case letters, digits and hyphens",
  },
  "value.version": { sv: "tre tal, som 1.0.0", en: "three numbers, as 1.0.0" },
  "value.day": { sv: "en dag, som 2027-12-31", en: "a day, as 2027-12-31" },
  "value.reach": {
    sv: "ett antal ord (1–200), sentence, block eller section",
    en: "a number of words (1–200), sentence, block or section",
  },
  "value.suppression": {
    sv: "fingerprint, eller path tillsammans med rule eller section",
    en: "fingerprint, or path together with rule or section",
  },
  "value.oneOrTwo": { sv: "1 eller 2", en: "1 or 2" },
  "value.ruleFile": {
    sv: "en grupp med nycklarna kind och rules",
    en: "a group with the keys kind and rules",
  },

  // ── why a term cannot be read ──
  "term.empty": { sv: "den är tom", en: "it is empty" },
  "term.only-gaps": {
    sv: "den har inget ord som måste finnas",
    en: "it has no word that must be there",
  },
  "term.unknown-set": { sv: "ordlistan finns inte", en: "there is no such word set" },
  "term.unknown-slot": {
    sv: "platsen finns inte (tal, år, namn och ord finns)",
    en: "there is no such slot (there are tal, år, namn and ord)",
  },
  "term.short-wildcard": {
    sv: "minst tre bokstäver behövs vid en stjärna",
    en: "a star needs at least three letters beside it",
  },
  "term.curlyQuotes": {
    sv: 'citattecknen är krumma, som i Word; skriv raka (")',
    en: 'the quotes are curly, as in Word; write straight ones (")',
  },
  "term.bad-character": {
    sv: "här står ett tecken som inte hör till ett ord",
    en: "here is a character that does not belong to a word",
  },
  "term.gap-at-edge": {
    sv: "ett hopp kan inte stå först eller sist, och <ord> inte först",
    en: "a gap cannot stand first or last, and <ord> not first",
  },
  "term.too-long": {
    sv: "den är för lång: högst 40 ord, högst sex som får saknas och högst sex hopp. Dela den i flera",
    en: "it is too long: at most 40 words, six that may be left out and six gaps. Make several of it",
  },
  "term.star": {
    sv: "en term som börjar med * ska stå inom citattecken",
    en: "a term that begins with * must stand in quotes",
  },

  // ── why a file is no YAML ──
  "yaml.tab": {
    sv: "här görs indrag med en tabb; använd blanksteg",
    en: "here a tab indents; use spaces",
  },
  "yaml.indent": {
    sv: "indraget stämmer inte med raderna omkring, eller så är en parentes inte stängd",
    en: "the indentation does not go with the lines around, or a bracket is not closed",
  },
  "yaml.duplicateKey": { sv: "samma nyckel står två gånger", en: "the same key stands twice" },
  "yaml.colon": {
    sv: "ett kolon för mycket; text som innehåller kolon och blanksteg ska stå inom citattecken",
    en: "a colon too many; text that holds a colon and a space must stand in quotes",
  },
  "yaml.unclosed": {
    sv: "ett citattecken är inte stängt, kolonet efter en nyckel eller blanksteget efter det saknas, eller så är indraget ett annat än på raden före",
    en: "a quote is not closed, the colon behind a key or the space behind it is missing, or the line is indented otherwise than the one before",
  },
  "yaml.firstCharacter": {
    sv: "text kan inte börja med det tecknet utan citattecken",
    en: "text cannot begin with that character without quotes",
  },
  "yaml.escape": {
    sv: "ett omvänt snedstreck inom dubbla citattecken; använd enkla citattecken",
    en: "a backslash in double quotes; use single quotes",
  },
  "yaml.severalDocuments": {
    sv: "filen har flera delar åtskilda av ---; den får ha en",
    en: "the file has several parts separated by ---; it may have one",
  },
  "yaml.encoding": {
    sv: "filen är inte sparad som UTF-8, så å, ä och ö går inte att läsa; spara om den med kodningen UTF-8",
    en: "the file is not saved as UTF-8, so that its letters cannot be read; save it again as UTF-8",
  },
  "yaml.unexpected": { sv: "det här kan inte stå här", en: "this cannot stand here" },
} as const satisfies Record<string, LocalText>;

export type ErrorPhrase = keyof typeof errorPhrases;

/** The phrase called `key`. */
export const phrase = (key: ErrorPhrase): LocalText => errorPhrases[key];

/** A phrase with what it speaks of behind it, the same in both languages: `den är tom: "x"`. */
export function phraseAbout(key: ErrorPhrase, what: string): LocalText {
  const { sv, en } = errorPhrases[key];
  return { sv: `${sv}: "${what}"`, en: `${en}: "${what}"` };
}

/** What stands in the list of a key, for the beginning of a sentence. */
export const valueInList = (key: string): LocalText => ({
  sv: `Värdet i listan "${key}"`,
  en: `The value in the list "${key}"`,
});

/** A group of keys, with the keys that it may have. */
export function groupWith(keys: readonly string[]): LocalText {
  const { sv, en } = errorPhrases["value.group"];
  return { sv: `${sv} (${keys.join(", ")})`, en: `${en} (${keys.join(", ")})` };
}

const isPhrase = (key: string): key is ErrorPhrase => Object.hasOwn(errorPhrases, key);

/** What a validator says of a value that does not fit, as far as it is needed here (an issue of zod has these). */
export interface ValueIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
}

const typePhrases: Readonly<Record<string, ErrorPhrase>> = {
  string: "value.text",
  number: "value.number",
  int: "value.integer",
  boolean: "value.yesOrNo",
  array: "value.list",
  object: "value.group",
  record: "value.group",
};

/** What should stand where a validator found something else. A definition may say so itself: its message is a phrase's name. */
export function expectedOf(issue: ValueIssue): LocalText {
  if (isPhrase(issue.message)) return phrase(issue.message);
  if (issue.code === "invalid_type") return phrase(typePhrases[String(issue.expected)] ?? "value.fitting");
  if (issue.code === "too_small" || issue.code === "too_big") {
    if (issue.origin === "array" || issue.origin === "string") return phrase("value.notEmpty");
    const { minimum, maximum } = issue;
    return minimum === undefined
      ? { sv: `högst ${String(maximum)}`, en: `at most ${String(maximum)}` }
      : { sv: `minst ${String(minimum)}`, en: `at least ${String(minimum)}` };
  }
  return phrase("value.fitting");
}
