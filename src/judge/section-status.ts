// What state a section is in: contents, empty, unread, present, missing, to be judged by a person.
import type { RuleIndex } from "../match/rule-index.ts";
import type { Document, Section } from "../model/document.ts";
import { locate } from "../model/locate.ts";
import type { Level, SectionStatus } from "../model/report.ts";
import { signalsIn } from "./signals.ts";
import { matchesIn, spanOfTokens, type MatchedDocument, type TokenRange } from "./passages.ts";

/** Are most of the section's blocks lines of a table of contents? */
export function isContents(document: Document, section: Section): boolean {
  let contents = 0;
  let others = 0;
  for (let block = section.blocks.first; block < section.blocks.end; block++) {
    const found = document.blocks[block];
    if (found === undefined || found.kind === "heading") continue;
    if (found.layer === "contents") contents++;
    else others++;
  }
  return contents > 0 && contents >= others;
}

/** An instruction in a template has no more words than this. */
const templateWords = 60;

/** "[Beskriv hur nämnden arbetar. Max 500 tecken.]" */
function isBracketed(matched: MatchedDocument, body: TokenRange): boolean {
  const { start, end } = spanOfTokens(matched, body);
  const { text } = matched.document;
  const before = text.slice(Math.max(0, start - 3), start).trim();
  const after = text.slice(end, end + 4).trim();
  return /[[<{]$/.test(before) && /^[.!?…]?[\]>}]/.test(after);
}

/** No text under the heading, or only what a template left there. */
export function isEmpty(index: RuleIndex, matched: MatchedDocument, body: TokenRange): boolean {
  const words = body.end - body.first;
  if (words <= 0) return true;
  if (words <= templateWords && isBracketed(matched, body)) return true;
  if (words > 12) return false;
  const answers = signalsIn(index, matched, body).get("placeholder") ?? [];
  // A dash for an answer has no words.
  const dash = /\n\s*[-–—]+\s*$/.test(textOf(matched, body));
  const answer = answers[0]?.match.first ?? (dash ? body.end : null);
  if (answer === null) return false;
  let covered = headingWords(index, matched, { first: body.first, end: answer });
  for (const { match } of answers) covered += match.last - match.first + 1;
  return covered >= words - 2;
}

/** The text of a range, to the end of its last block. */
function textOf({ document, tokenised }: MatchedDocument, { end, first }: TokenRange): string {
  const { tokens, sentences } = tokenised;
  const block = sentences[tokens.sentence[end - 1] ?? 0]?.block ?? 0;
  return document.text.slice(tokens.start[first], document.blocks[block]?.span.end);
}

/** Words of a template's question that was not read as a heading ("Konsekvenser för kvinnor och män"), before the answer. */
function headingWords(index: RuleIndex, matched: MatchedDocument, before: TokenRange): number {
  let words = 0;
  let at = before.first;
  for (const { owner, first, last } of matchesIn(matched, before)) {
    const rule = index.rules[owner]?.rule;
    if (rule?.kind !== "evidence" || rule.net !== "strict" || last >= before.end || last < at) continue;
    // "Kvinnor i styrelsen: inga" says how many.
    if (rule.sex !== undefined && !rule.tags.includes("method")) continue;
    words += last + 1 - Math.max(first, at);
    at = last + 1;
  }
  return words;
}

/** The status of a section. `doubtful`: words of the wide net, or copied text, that forbid to say "missing". */
export function statusOf(
  document: Document,
  section: Section,
  facts: {
    readonly expected: boolean;
    readonly level: Level;
    readonly doubtful: boolean;
    readonly quiet: boolean;
  },
): SectionStatus {
  // A list of references in English is a list of references.
  const foreign = isForeignSection(document, section) && (!facts.quiet || isForeign(document));
  if (foreign || isUnread(document, section)) return "unread";
  if (facts.level > 0) return "present";
  if (!facts.expected) return "notExpected";
  return facts.doubtful || isDamaged(document) ? "review" : "missing";
}

/** The language that the rules are written for (decision 0009). */
const languageOfRules = "sv";

/** Is all of the text in another language? Then what the rules find in it, or do not find, says nothing. */
export function isForeign(document: Document): boolean {
  return document.sections.length === 0
    ? isOther(document.language)
    : isOther(document.language) && document.sections.every((section) => isForeignSection(document, section));
}

/** Is the section in another language? A section that says nothing of its own is in the document's. */
export function isForeignSection({ language }: Document, section: Section): boolean {
  return isOther(section.language ?? language);
}

function isOther(language: string | null): boolean {
  return language !== null && language !== languageOfRules;
}

/** One broken word in so many characters (some three hundred words) is no accident any more. */
const charactersPerBrokenWord = 2_000;

/** Has the text lost letters? Then a word for the perspective may stand there in a form that no rule knows (T-55). */
export function isDamaged({ notices, text }: Document): boolean {
  return notices.some(
    ({ code, params }) =>
      code === "DAMAGED_TEXT" ||
      (code === "BROKEN_WORDS" && Number(params["count"]) * charactersPerBrokenWord > text.length),
  );
}

/** Does most of the section stand on pages that were not really read? */
function isUnread(document: Document, section: Section): boolean {
  const bad = new Set([...document.reading.garbled, ...document.reading.pagesWithoutText]);
  if (bad.size === 0) return false;
  let good = 0;
  let unread = 0;
  for (let block = section.blocks.first; block < section.blocks.end; block++) {
    const span = document.blocks[block]?.span;
    if (span === undefined) continue;
    const place = locate(document, span.start);
    const size = span.end - span.start;
    if ("page" in place && bad.has(place.page)) unread += size;
    else good += size;
  }
  return unread > good;
}
