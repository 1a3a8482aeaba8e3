// The printed number of a heading: "3.2 Barn och ungas hälsa" → "3.2" and "Barn och ungas hälsa".
import { amountWords, partWords, registrationNumber } from "./swedish.ts";

export interface NumberedHeading {
  /** "3.2", "§ 67", "Kapitel 4", "A.1"; null when the heading has none. A closing "." or ")" is not part of it. */
  readonly number: string | null;
  /** What follows; "" when the heading is a number only. */
  readonly heading: string;
  /** How many parts the number has: 2 for "3.2". 1 for a word with number and for §; 0 without number. */
  readonly parts: number;
}

const word = new RegExp(
  `^((?:${partWords}))\\s+(\\d{1,3}(?:\\.\\d{1,3})*|[IVXL]{1,6}|[A-ZÅÄÖ])(?![\\p{L}\\p{N}])[.:]?(?:\\s*[–—-])?\\s*(.*)$`,
  "iu",
);
/** Said without Unicode classes, which take longer to compile than most documents have lines to try; "ſ" and the Kelvin sign are "s" and "k" to the pattern above. */
const mayBePart = new RegExp(`^(?:${partWords})\\s|[\u017F\u212A]`, "i");
const paragraphSign =
  /^(§§?)\s*(\d{1,4}(?:\s?[a-z](?![\p{L}]))?(?:[.–-]\d{1,4})*)(?![\p{L}\p{N}])[.:]?\s*(.*)$/u;
const paragraphSignAfter =
  /^(\d{1,4}(?:\s?[a-z])?(?:\s?[–-]\s?\d{1,4}(?:\s?[a-z])?)?)\s*(§§?)(?!\p{L})[.:]?\s*(.*)$/u;
const decimal = /^(\d{1,3}(?:\.\d{1,3}){0,5})([.):]?)(?:\s+(.*))?$/u;
const letter = /^([A-ZÅÄÖ])(?:((?:\.\d{1,3})+)[.):]?|[.)])(?:\s+(.*))?$/u;
const roman = /^([IVX]{1,5})([.):]?)\s+(.*)$/u;
const amount = new RegExp(`^(?:(?:${amountWords})(?!\\p{L})|%|\\d)`, "iu");

/**
 * Splits a heading (one line, trimmed) into its number and the rest. `marked` says that the file itself marks the line
 * as a heading; a lone letter ("B. Säkerhet") counts as a number only then, or every initial would be one.
 */
export function splitNumber(line: string, marked: boolean): NumberedHeading {
  const none: NumberedHeading = { number: null, heading: line, parts: 0 };

  let match = mayBePart.test(line) ? word.exec(line) : null;
  if (match !== null && /^(?:\p{Lu}|$)/u.test(match[1] ?? "")) {
    const [, name = "", number = "", rest = ""] = match;
    // "Del I landstinget" would be a number too; a Roman one or a letter has to end the line or stand before a sign.
    if (/^\d/.test(number) || rest === "" || /[.:–—-]\s*$/.test(line.slice(0, line.length - rest.length)))
      return { number: `${name} ${number}`, heading: rest, parts: 1 };
  }

  match = line.includes("§") ? paragraphSign.exec(line) : null;
  if (match !== null) {
    const [, sign = "", number = "", rest = ""] = match;
    // "§ 114 Dnr GA-2024-00224 Budget": an item of minutes. Where nothing else follows, the number has to do as heading.
    const heading = rest.replace(registrationNumber, "") || rest;
    return { number: `${sign} ${number}`, heading, parts: number.split(".").length };
  }
  match = line.includes("§") ? paragraphSignAfter.exec(line) : null;
  if (match !== null) {
    const [, number = "", sign = "", rest = ""] = match;
    return { number: `${number} ${sign}`, heading: rest, parts: 1 };
  }

  match = decimal.exec(line);
  if (match !== null) {
    const [, number = "", sign = "", rest = ""] = match;
    const parts = number.split(".").length;
    if (rest === "") return sign === "." || parts > 1 ? { number, heading: "", parts } : none;
    // "5 000 invånare", "3.5 miljoner", "2.0 %": amounts. "2 av 3 kommuner": a sentence.
    if (amount.test(rest)) return none;
    if (parts === 1 && sign === "" && !/^[\p{Lu}"”“»'(]/u.test(rest)) return none;
    if (!/^["”“»'([–-]*\s*\p{L}/u.test(rest)) return none;
    return { number, heading: rest, parts };
  }

  match = letter.exec(line);
  if (match !== null) {
    const [, name = "", numbers = "", rest = ""] = match;
    if (numbers !== "" || (marked && rest !== ""))
      return { number: name + numbers, heading: rest, parts: numbers.split(".").length };
  }

  match = roman.exec(line);
  if (match !== null) {
    const [, number = "", sign = "", rest = ""] = match;
    // "I" and "VI" are Swedish words ("in", "we"), unless a sign follows.
    if (isRoman(number) && (sign !== "" || (number.length > 1 && number !== "VI")) && /^\p{Lu}/u.test(rest))
      return { number, heading: rest, parts: 1 };
  }
  return none;
}

function isRoman(number: string): boolean {
  return /^X{0,3}(?:IX|IV|V?I{0,3})$/.test(number) && number !== "";
}
