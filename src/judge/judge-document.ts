// A document with its matches → a judgement of every section. The page that reads like the method.
import type { RuleIndex } from "../match/rule-index.ts";
import { tokenise, type TokenisedText } from "../language/tokenise.ts";
import type { Document, Section } from "../model/document.ts";
import { locate } from "../model/locate.ts";
import type { Level, SectionStatus } from "../model/report.ts";
import { chainLinks, type ChainLink, type FlagName, type RoleRule } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import { recogniseType, type RecognisedType } from "./document-type.ts";
import { siftEvidence, type Candidate, type Sifted } from "./evidence.ts";
import { expectationOf, type Expectation } from "./expectation.ts";
import { chooseRemedy } from "./gaps.ts";
import type {
  DiscountedFinding,
  EvidenceFinding,
  GapFinding,
  Judgement,
  SectionJudgement,
} from "./judgement.ts";
import { judgeSentences, signalsIn, type JudgedSentence } from "./levels.ts";
import {
  blockRange,
  matchesIn,
  ownersIn,
  sectionRange,
  sentenceRange,
  type MatchedDocument,
  type TokenRange,
} from "./passages.ts";
import { roleOf, type SectionRole } from "./section-role.ts";
import { springTraps, type TrapFindings } from "./traps.ts";

export interface JudgeOptions {
  /** Document type id, or "auto". */
  readonly type: string;
  /** Path as the user gave it; its last part helps to recognise the type. */
  readonly path: string;
}

/** A sentence that stands again in another section counts once, if it has at least so many words. */
const repeatedWords = 7;

/** Matches the rules in a document and judges its sections. */
export function judgeDocument(index: RuleIndex, document: Document, options: JudgeOptions): Judgement {
  const tokenised = tokenise(document.text, document.blocks, index.vocabulary);
  const matched: MatchedDocument = {
    document,
    tokenised,
    matches: index.text.find(document.text, tokenised.tokens),
  };
  const tokeniseText = (text: string): TokenisedText =>
    tokenise(
      text,
      [{ kind: "heading", layer: "body", level: 1, span: { start: 0, end: text.length } }],
      index.vocabulary,
    );

  const type: RecognisedType =
    options.type === "auto"
      ? recogniseType(index, document, options.path, tokeniseText)
      : { id: options.type, confidence: 1, because: ["option: --type"] };

  const roles: SectionRole[] = [];
  const seenSentences = new Map<string, string>();
  const sections = document.sections.map((section, position): SectionJudgement => {
    const headingRules = section.heading === "" ? [] : roleRulesOf(index, section.heading, tokeniseText);
    const parent = section.parent === null ? null : (roles[section.parent] ?? null);
    const role = roleOf(index, matched, section, sectionRange(matched, section), headingRules, parent);
    roles[position] = role;
    return judgeSection(index, matched, section, role, type.id, seenSentences);
  });
  return { document, type, sections, words: tokenised.tokens.count };
}

function roleRulesOf(
  index: RuleIndex,
  heading: string,
  tokeniseText: (text: string) => TokenisedText,
): RoleRule[] {
  return [...ownersIn(index, "headings", heading, tokeniseText)]
    .sort((a, b) => a - b)
    .flatMap((owner) => {
      const rule = index.rules[owner]?.rule;
      return rule?.kind === "role" ? [rule] : [];
    });
}

function judgeSection(
  index: RuleIndex,
  matched: MatchedDocument,
  section: Section,
  role: SectionRole,
  type: string,
  seenSentences: Map<string, string>,
): SectionJudgement {
  const { document } = matched;
  const whole = sectionRange(matched, section);
  const hasHeading = section.headingSpan !== null;
  const heading: TokenRange = hasHeading
    ? blockRange(matched, section.blocks.first)
    : { first: whole.first, end: whole.first };
  const body: TokenRange = { first: Math.max(heading.end, whole.first), end: whole.end };

  const inContents = isContents(document, section);
  const quiet = role.quiet || inContents;
  const expectation = expectationOf(index, matched, heading, body);
  const traps = springTraps(index, matched, whole);
  const sifted = siftEvidence(index, matched, whole, body.first, traps);
  const empty = isEmpty(index, matched, body);
  const usable = empty || quiet ? [] : sifted.candidates;
  const sentences = dropRepeated(matched, judgeSentences(index, matched, usable), section.id, seenSentences);
  const counted = sentences.filter((sentence) => !sentence.repeated);

  const level = counted.reduce<Level>((deepest, { level: own }) => (own > deepest ? own : deepest), 0);
  const demanded = traps.fired.filter((trap) => trap.rule.expected);
  const headingOnly = empty && sifted.candidates.some((candidate) => candidate.inHeading);
  const waivedWithReason = traps.fired.some((trap) => trap.rule.flags.includes("waiverMotivated"));
  const expected =
    !quiet &&
    (expectation.expected ||
      headingOnly ||
      demanded.length > 0 ||
      (level > 0 && !(waivedWithReason && level === 1 && !expectation.found.has("people"))));
  const status = statusOf(document, section, {
    expected,
    level,
    quiet,
    wide: sifted.wide.length > 0,
    counted: counted.length,
    sentences: sentences.length,
  });

  const flags = flagsOf(traps, counted, level);
  const chain = chainOfSection(index, matched, body, role, expectation);
  const span = spanOf(document, section);
  const gap = gapOf(index, matched, section, span, {
    status,
    level,
    flags,
    chain,
    type,
    expectation,
    traps,
    headingOnly,
    empty,
    whole,
  });
  return {
    section,
    span,
    role: inContents ? "contents" : role.role,
    framing: role.framing,
    words: body.end - body.first,
    expected,
    because: becauseOf(
      expectation,
      expected,
      counted.length > 0,
      demanded.map((trap) => trap.rule.slug),
      headingOnly,
    ),
    level,
    status,
    chain,
    flags,
    evidence: counted.flatMap((sentence) => evidenceOf(matched, sentence, role)),
    discounted: discountedOf(matched, sifted, sentences, empty || quiet ? sifted.candidates : []),
    gaps: gap === null ? [] : [gap],
    reviewTerms: status === "review" ? wordsOf(matched, sifted.wide) : [],
    neighbours: wordsOf(matched, sifted.neighbours),
  };
}

/** Are most of the section's blocks lines of a table of contents? */
function isContents(document: Document, section: Section): boolean {
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

/** No text under the heading, or only what a template left there. */
function isEmpty(index: RuleIndex, matched: MatchedDocument, body: TokenRange): boolean {
  const words = body.end - body.first;
  if (words <= 0) return true;
  if (words > 12) return false;
  let covered = 0;
  for (const { match } of signalsIn(index, matched, body).get("placeholder") ?? [])
    covered += match.last - match.first + 1;
  return covered > 0 && covered >= words - 2;
}

interface CountedSentence extends JudgedSentence {
  readonly repeated: boolean;
}

/** Marks sentences that stand word for word in an earlier section: copied text counts once. */
function dropRepeated(
  matched: MatchedDocument,
  sentences: readonly JudgedSentence[],
  section: string,
  seen: Map<string, string>,
): CountedSentence[] {
  const { word } = matched.tokenised.tokens;
  return sentences.map((sentence) => {
    const { first, end } = sentenceRange(matched, sentence.sentence);
    if (end - first < repeatedWords) return { ...sentence, repeated: false };
    const key = word.subarray(first, end).join(" ");
    const other = seen.get(key);
    if (other === undefined) seen.set(key, section);
    return { ...sentence, repeated: other !== undefined && other !== section };
  });
}

function statusOf(
  document: Document,
  section: Section,
  facts: {
    expected: boolean;
    level: Level;
    quiet: boolean;
    wide: boolean;
    counted: number;
    sentences: number;
  },
): SectionStatus {
  if (isUnread(document, section)) return "unread";
  if (facts.level > 0) return "present";
  if (!facts.expected) return "notExpected";
  return facts.wide || facts.sentences > facts.counted ? "review" : "missing";
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

function becauseOf(
  expectation: Expectation,
  expected: boolean,
  hasEvidence: boolean,
  demanded: readonly string[],
  headingOnly: boolean,
): SectionJudgement["because"] {
  if (!expected) return [];
  const because = [...expectation.because];
  for (const slug of new Set(demanded)) because.push({ rule: `trap:${slug}`, terms: [], count: 1 });
  if (headingOnly) because.push({ rule: "trap:heading-only", terms: [], count: 1 });
  if (because.length === 0 && hasEvidence) because.push({ rule: "evidence", terms: [], count: 1 });
  return because;
}

function evidenceOf(
  matched: MatchedDocument,
  sentence: JudgedSentence,
  role: SectionRole,
): EvidenceFinding[] {
  const range = sentenceRange(matched, sentence.sentence);
  return withoutOverlaps(sentence.evidence).map((candidate) => ({
    rule: candidate.rule,
    strength: candidate.strength,
    level: (candidate.touch?.cappedBy ?? null) === null ? sentence.level : 1,
    chain: role.chain ?? (role.framing ? "framing" : sentence.chain),
    span: spanOfTokens(matched, { first: candidate.match.first, end: candidate.match.last + 1 }),
    sentence: spanOfTokens(matched, range),
  }));
}

/** One piece of evidence per stretch of words: of overlapping ones the longest, then the strongest. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      b.match.last - b.match.first - (a.match.last - a.match.first) ||
      Number(b.strength === "strong") - Number(a.strength === "strong") ||
      a.match.first - b.match.first,
  );
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    if (
      !kept.some(({ match }) => match.first <= candidate.match.last && candidate.match.first <= match.last)
    ) {
      kept.push(candidate);
    }
  }
  return kept.sort((a, b) => a.match.first - b.match.first);
}

function discountedOf(
  matched: MatchedDocument,
  sifted: Sifted,
  sentences: readonly CountedSentence[],
  unused: readonly Candidate[],
): DiscountedFinding[] {
  const found: DiscountedFinding[] = [];
  const add = (rule: string, reason: string, first: number, last: number): void => {
    const sentence = sentenceRange(matched, matched.tokenised.tokens.sentence[first] ?? 0);
    found.push({
      rule,
      reason,
      span: spanOfTokens(matched, { first, end: last + 1 }),
      sentence: spanOfTokens(matched, sentence),
    });
  };
  for (const { match, rule, trap } of sifted.removed) add(rule.id, `trap:${trap}`, match.first, match.last);
  for (const sentence of sentences.filter(({ repeated }) => repeated)) {
    for (const { match, rule } of sentence.evidence) add(rule.id, "repeated", match.first, match.last);
  }
  for (const { match, rule, inHeading } of unused) {
    add(rule.id, inHeading ? "trap:heading-only" : "trap:quiet-zone", match.first, match.last);
  }
  const used = new Set(sentences.flatMap(({ evidence }) => evidence));
  for (const candidate of unused.length > 0 ? [] : sifted.candidates) {
    if (!used.has(candidate)) add(candidate.rule.id, "weak", candidate.match.first, candidate.match.last);
  }
  return found.sort((a, b) => a.span.start - b.span.start || (a.rule < b.rule ? -1 : 1));
}

function flagsOf(traps: TrapFindings, counted: readonly JudgedSentence[], level: Level): FlagName[] {
  const flags = new Set<FlagName>(traps.fired.flatMap((trap) => trap.rule.flags));
  const evidence = counted.flatMap((sentence) => sentence.evidence);
  for (const { rule } of evidence) {
    for (const flag of rule.flags) if (flag === "transformative" || flag === "instrumental") flags.add(flag);
  }
  // "Only" is said of the whole: every piece of evidence must be of that kind.
  for (const flag of ["trainingOnly", "representationOnly"] as const) {
    if (evidence.length > 0 && evidence.every(({ rule }) => rule.flags.includes(flag))) flags.add(flag);
  }
  const sexes = new Set(evidence.flatMap(({ rule }) => (rule.sex === undefined ? [] : [rule.sex])));
  if (level > 0 && sexes.size === 1 && !sexes.has("both")) flags.add("singleSex");
  return [...flags].sort();
}

/** The links of the chain that a section carries: what its heading says, and what its sentences do often enough. */
function chainOfSection(
  index: RuleIndex,
  matched: MatchedDocument,
  body: TokenRange,
  role: SectionRole,
  expectation: Expectation,
): ChainLink[] {
  const links = new Set<ChainLink>();
  if (role.chain != null) links.add(role.chain);
  if (role.framing || role.quiet) return [...links];
  const signals = signalsIn(index, matched, body);
  const often = expectation.words <= 60 ? 1 : 2;
  const count = (...names: Parameters<typeof signals.get>[0][]): number =>
    names.reduce((sum, name) => sum + (signals.get(name)?.length ?? 0), 0);
  if (count("goalWord", "target") >= often) links.add("goal");
  if (
    count("assignment", "actionLabel") +
      (signals.get("steering") ?? []).filter((s) => !s.names.has("modal")).length >=
    often
  )
    links.add("action");
  if (count("money") >= often) links.add("resource");
  if (count("responsible") >= often) links.add("responsibility");
  if (count("indicator", "followUp", "outcome") >= often) links.add("followUp");
  if (count("quantity", "cause", "difference", "comparison") >= often && expectation.found.has("statistics"))
    links.add("analysis");
  return chainLinks.filter((link) => links.has(link));
}

function gapOf(
  index: RuleIndex,
  matched: MatchedDocument,
  section: Section,
  span: Span,
  facts: {
    status: SectionStatus;
    level: Level;
    flags: readonly FlagName[];
    chain: readonly ChainLink[];
    type: string;
    expectation: Expectation;
    traps: TrapFindings;
    headingOnly: boolean;
    empty: boolean;
    whole: TokenRange;
  },
): GapFinding | null {
  if (facts.status === "notExpected" || facts.status === "unread") return null;
  const names = new Set(facts.expectation.names);
  for (const match of matchesIn(matched, facts.whole)) {
    for (const name of index.rules[match.owner]?.names ?? []) names.add(name);
  }
  const slugs = new Set(facts.traps.fired.map((trap) => trap.rule.slug));
  if (facts.headingOnly) slugs.add("heading-only");
  const remedy = chooseRemedy(index, {
    status: facts.status,
    level: facts.level,
    expectations: facts.expectation.found,
    rules: names,
    traps: slugs,
    flags: new Set(facts.flags),
    chain: new Set(facts.chain),
    type: facts.type,
  });
  if (remedy === null) return null;
  return {
    remedy,
    sentence: "",
    span: section.headingSpan ?? { start: span.start, end: Math.min(span.end, span.start + 80) },
  };
}

function spanOf(document: Document, section: Section): Span {
  const first = document.blocks[section.blocks.first];
  const last = document.blocks[section.blocks.end - 1];
  return { start: first?.span.start ?? 0, end: last?.span.end ?? first?.span.end ?? 0 };
}

function spanOfTokens(matched: MatchedDocument, range: TokenRange): Span {
  const { tokens } = matched.tokenised;
  return { start: tokens.start[range.first] ?? 0, end: tokens.end[range.end - 1] ?? 0 };
}

/** Distinct words of matches, as written, in order, at most eight. */
function wordsOf(
  matched: MatchedDocument,
  found: readonly { readonly match: { first: number; last: number } }[],
): string[] {
  const { text } = matched.document;
  const words = new Set<string>();
  for (const { match } of found) {
    const { start, end } = spanOfTokens(matched, { first: match.first, end: match.last + 1 });
    words.add(text.slice(start, end).replace(/\s+/g, " "));
  }
  return [...words].slice(0, 8);
}
