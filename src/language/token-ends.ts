// Where a token ends: words with inner hyphens and stops, numbers with their groups, addresses.
import { isAbbreviation } from "./abbreviations.ts";
import { classOf, unitClass } from "./characters.ts";
import { isCapital, isHyphen, sign } from "./signs.ts";

/** End of the run of letters and digits that begins at `from`. */
export function runEnd(units: Uint16Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && classOf[units[at] ?? 0] !== unitClass.other) at++;
  return at;
}

/** End of a word that begins at `from`: letters, digits, and hyphens with a letter or digit on both sides. */
export function wordEnd(text: string, units: Uint16Array, from: number, limit: number): number {
  let at = from;
  for (;;) {
    at = runEnd(units, at, limit);
    if (at + 1 >= limit) return at;
    const unit = units[at] ?? 0;
    if (isHyphen(unit) && classOf[units[at + 1] ?? 0] !== unitClass.other) at++;
    // "t.ex", "bl.a": a stop between short parts belongs to the word; "slut.Nästa" is two words.
    else if (unit === sign.stop && isAbbreviationStop(text, units, from, at, limit)) at++;
    else return at;
  }
}

function isAbbreviationStop(
  text: string,
  units: Uint16Array,
  from: number,
  at: number,
  limit: number,
): boolean {
  const following = units[at + 1] ?? 0;
  if (at - from > 6 || classOf[following] !== unitClass.letter || isCapital(following)) return false;
  let next = at + 1;
  while (next < limit && classOf[units[next] ?? 0] === unitClass.letter) next++;
  if (next - at > 4) return false;
  return (
    isAbbreviation(text, from, next) ||
    /^(?:\p{L}{1,2}\.)+\p{L}{1,3}$/u.test(text.slice(from, next).toLowerCase())
  );
}

/** "EU:s", "vab:ade": the ending after a colon belongs to the word but is not part of its form. */
export function colonEndingEnd(units: Uint16Array, colonAt: number, limit: number): number {
  let at = colonAt + 1;
  while (at < limit && classOf[units[at] ?? 0] === unitClass.letter && !isCapital(units[at] ?? 0)) at++;
  return at - colonAt - 1 >= 1 && at - colonAt - 1 <= 3 ? at : colonAt + 1;
}

/** End of a number: "6,9", "1 900", "40–60", "2020/21", "12.30". */
export function numberEnd(units: Uint16Array, from: number, limit: number): number {
  let at = from;
  let groupStart = from;
  for (;;) {
    at = digitsEnd(units, at, limit);
    if (at + 1 >= limit) return at;
    const unit = units[at] ?? 0;
    if (classOf[units[at + 1] ?? 0] !== unitClass.digit) return at;
    if (unit === sign.space || unit === sign.noBreakSpace) {
      // A thousands separator has three digits behind it and at most three in front.
      if (digitsEnd(units, at + 1, limit) - at - 1 !== 3 || at - groupStart > 3) return at;
      at++;
      groupStart = at;
    } else if (
      unit === sign.comma ||
      unit === sign.stop ||
      unit === sign.colon ||
      unit === sign.slash ||
      unit === sign.enDash ||
      isHyphen(unit)
    ) {
      at++;
      if (unit !== sign.comma && unit !== sign.stop) groupStart = at;
    } else return at;
  }
}

function digitsEnd(units: Uint16Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && classOf[units[at] ?? 0] === unitClass.digit) at++;
  return at;
}

/** Years are alone, or make up a school year ("2025/26"), a span ("2026–2028") or a date ("2026-03-31"). */
const lengthsOfYears = new Set([4, 7, 9, 10]);

/** "2026", and what is made of years alone: a span ("2026–2028", "2025/26") and a date ("2026-03-31"). */
export function isYear(text: string, from: number, to: number): boolean {
  if (!lengthsOfYears.has(to - from)) return false;
  const written = text.slice(from, to);
  if (to - from === 4) return isYearNumber(Number(written));
  const parts = /^(\d{4})(?:[-–/](\d{4})|\/(\d\d)|-(\d\d)-(\d\d))$/.exec(written);
  if (parts === null) return false;
  const [, first, last, nextYear, month, day] = parts.map(Number);
  if (!isYearNumber(first ?? 0)) return false;
  if (parts[2] !== undefined) return isYearNumber(last ?? 0);
  // "2025/26" is a school year, "2021/88" a number in a register.
  if (parts[3] !== undefined) return nextYear === ((first ?? 0) + 1) % 100;
  return (month ?? 0) >= 1 && (month ?? 0) <= 12 && (day ?? 0) >= 1 && (day ?? 0) <= 31;
}

function isYearNumber(value: number): boolean {
  return value >= 1900 && value <= 2100;
}

/** "3.2", "4.1.10": decimals are written with a comma, thousands in groups of three. */
const outlineNumber = /^\d{1,2}(?:\.\d{1,2})+$/;

/**
 * Is the number `[from, to)` that of a heading which was not read as one: first on its line, with a capital behind it
 * ("3.2 Fler kvinnor …", not "3.2 procent")? With a stop of its own ("3.2. Fler") it must begin the block at `blockStart`:
 * further down a sentence may end there.
 */
export function isOutlineNumber(
  text: string,
  units: Uint16Array,
  from: number,
  to: number,
  blockStart: number,
  limit: number,
): boolean {
  if (from > blockStart && units[from - 1] !== sign.lineFeed) return false;
  let at = from === blockStart && units[to] === sign.stop ? to + 1 : to;
  while (
    at < limit &&
    (units[at] === sign.space || units[at] === sign.noBreakSpace || units[at] === sign.tab)
  )
    at++;
  if (at === to || at >= limit || !isCapital(units[at] ?? 0)) return false;
  return outlineNumber.test(text.slice(from, to));
}

/** Is a run of letters and digits that ends at `end` followed by a sign that only addresses and abbreviations have there? */
export function mayBeAddress(units: Uint16Array, end: number, limit: number): boolean {
  if (end + 1 >= limit) return false;
  const unit = units[end] ?? 0;
  return (
    (unit === sign.stop ||
      unit === sign.at ||
      unit === sign.colon ||
      isHyphen(unit) ||
      unit === sign.underscore) &&
    (units[end + 1] ?? 0) > sign.space
  );
}

/**
 * End of a web or mail address that begins at `from`, or -1. An address is a run without spaces that holds "://", "@"
 * between characters, begins with "www." or ends with ".se" or the like, or a dotted name followed by a slash
 * ("region.se/jamstalldhet").
 */
export function addressEnd(text: string, units: Uint16Array, from: number, limit: number): number {
  let at = from;
  let dotted = false;
  let isAddress = false;
  while (at < limit) {
    const unit = units[at] ?? 0;
    if (classOf[unit] !== unitClass.other || isHyphen(unit) || unit === sign.underscore) {
      at++;
      continue;
    }
    const following = at + 1 < limit ? classOf[units[at + 1] ?? 0] : unitClass.other;
    const inner = following !== unitClass.other;
    // "3.2/4" is a number: a name has letters behind its stop.
    if (unit === sign.stop && inner) dotted ||= following === unitClass.letter;
    else if (unit === sign.at && inner) isAddress = true;
    else if (unit === sign.colon && text.startsWith("://", at)) {
      isAddress = true;
      at += 2;
    } else if (unit === sign.slash && dotted && (inner || isAddress)) isAddress = true;
    else break;
    at++;
  }
  if (!isAddress && !(dotted && isSiteName(text.slice(from, at)))) return -1;
  while (at < limit && (units[at] ?? 0) > sign.space && units[at] !== sign.noBreakSpace) at++;
  while (at > from && /[.,;:!?)\]>"'”]/.test(text[at - 1] ?? "")) at--;
  return at;
}

/** "www.region.example", "jamstalldhet.se": known as an address by its beginning or its end. */
function isSiteName(run: string): boolean {
  return /^www\./i.test(run) || /\.(?:se|nu|com|org|net|eu|info)$/.test(run);
}
