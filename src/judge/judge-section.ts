// The judgement of one section: traps, evidence, levels, expectation, status, gap.
import type { RuleIndex } from "../match/rule-index.ts";
import type { Document, Section } from "../model/document.ts";
import { locate } from "../model/locate.ts";
import type { Level, SectionStatus } from "../model/report.ts";
import type { ChainLink, FlagName } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import { siftEvidence, type Sifted } from "./evidence.ts";
import { expectationOf, onlyTells, type Expectation } from "./expectation.ts";
import { discountedOf, evidenceOf, wordsOf } from "./findings.ts";
import { chooseRemedy } from "./gaps.ts";
import type { GapFinding, SectionJudgement } from "./judgement.ts";
import { judgeSentences } from "./levels.ts";
import {
  blockRange,
  matchesIn,
  sectionRange,
  sentenceRange,
  type MatchedDocument,
  type TokenRange,
} from "./passages.ts";
import { dropRepeated } from "./repeated-sentences.ts";
import { chainOfSection } from "./section-chain.ts";
import { flagsOf } from "./section-flags.ts";
import type { SectionRole } from "./section-role.ts";
import { isContents, isDamaged, isEmpty, statusOf } from "./section-status.ts";
import { springTraps, type TrapFindings } from "./traps.ts";
import { linesAmongHeadings, unansweredLines, withoutLines } from "./unanswered-lines.ts";

/** What a section knows of its document. */
export interface SectionContext {
  readonly role: SectionRole;
  /** Document type id. */
  readonly type: string;
  /** Other sections stand under this one. */
  readonly hasChildren: boolean;
  /** Is the document written in sections of more than a few lines? */
  readonly amongLonger: boolean;
  /** Words of evidence in the headings above. */
  readonly inherited: readonly string[];
  /** Sentences with evidence that earlier sections hold, by their words → section id. Filled as sections are judged. */
  readonly seenSentences: Map<string, string>;
  /** Does the sentence stand in many documents of the run? */
  readonly isStandard: (sentence: string) => boolean;
}

/** Judges one section. Sections are judged in reading order. */
export function judgeSection(
  index: RuleIndex,
  matched: MatchedDocument,
  section: Section,
  context: SectionContext,
): SectionJudgement {
  const { document } = matched;
  const { role } = context;
  const facts = factsOf(index, matched, section, context);
  const { whole, body, inContents, empty, quiet, traps, expectation, sifted, waived, headingOnly, leftOpen } =
    facts;
  const usable =
    empty || quiet ? [] : sifted.candidates.filter((candidate) => !(waived && candidate.inHeading));
  const sentences = dropRepeated(
    matched,
    judgeSentences(index, matched, usable),
    section.id,
    context.seenSentences,
    context.isStandard,
  );
  const counted = sentences.filter((sentence) => !sentence.repeated);
  const level = counted.reduce<Level>((deepest, { level: own }) => (own > deepest ? own : deepest), 0);

  const chain = chainOfSection(index, matched, body, role, expectation);
  const demanded = traps.fired.filter((trap) => trap.rule.expected);
  const expected =
    !quiet && isExpected(matched, facts, context, { chain, level, demanded: demanded.length > 0 });
  // The heading of a template or above a waiver names the matter; it is no sign that more is said of it.
  const loose = sifted.wide.filter(({ match }) => !headingOnly && !(waived && match.first < body.first));
  const doubtful = [...wordsOf(matched, loose), ...context.inherited];
  const isDoubtful = doubtful.length > 0 || sentences.length > counted.length;
  const status = statusOf(document, section, { expected, level, doubtful: isDoubtful, quiet });

  const flags = flagsOf(traps, counted, level);
  const span = spanOf(document, section);
  const gap = gapOf(index, matched, section, span, {
    status,
    level,
    doubtful: isDoubtful,
    flags,
    chain,
    type: context.type,
    expectation,
    traps,
    headingOnly: leftOpen,
    roleRule: role.origin.rule,
    whole,
  });
  return {
    section,
    span,
    role: inContents ? "contents" : role.role,
    roleOrigin: inContents ? { by: "layer", rule: null } : role.origin,
    quiet,
    framing: role.framing,
    words: body.end - body.first,
    expected,
    because: becauseOf(expectation, expected, {
      evidence: counted.length > 0,
      traps: demanded.map((trap) => trap.rule.slug),
      headingOnly: leftOpen,
    }),
    level,
    status,
    chain,
    flags,
    evidence: counted.flatMap((sentence) => evidenceOf(matched, sentence, role)),
    discounted: discountedOf(matched, sifted, sentences, empty || quiet ? sifted.candidates : []),
    gaps: gap === null ? [] : [gap],
    reviewTerms: status === "review" ? [...new Set(doubtful)] : [],
    neighbours: wordsOf(matched, sifted.neighbours),
    headingWords: wordsOf(
      matched,
      sifted.candidates.filter(({ inHeading }) => inHeading),
    ),
    silent: facts.silent,
  };
}

/** What stands in a section, before it is judged. */
interface SectionFacts {
  readonly whole: TokenRange;
  /** What stands below the heading. */
  readonly body: TokenRange;
  /** It is a table of contents. */
  readonly inContents: boolean;
  readonly empty: boolean;
  /** Nothing is looked for here. */
  readonly quiet: boolean;
  readonly traps: TrapFindings;
  /** Words that say nothing of what the section is about. */
  readonly silent: readonly TokenRange[];
  readonly expectation: Expectation;
  readonly sifted: Sifted;
  /** "Konsekvenser ur jämställdhetssynpunkt", and under it that there are none: the heading is the template's. */
  readonly waived: boolean;
  readonly headingOnly: boolean;
  /** A template asks, in its heading or in a line, and nothing answers. */
  readonly leftOpen: boolean;
}

function factsOf(
  index: RuleIndex,
  matched: MatchedDocument,
  section: Section,
  context: SectionContext,
): SectionFacts {
  const whole = sectionRange(matched, section);
  const heading: TokenRange =
    section.headingSpan === null
      ? { first: whole.first, end: whole.first }
      : blockRange(matched, section.blocks.first);
  const body: TokenRange = { first: Math.max(heading.end, whole.first), end: whole.end };
  const inContents = isContents(matched.document, section);
  const empty = isEmpty(index, matched, body);
  const traps = springTraps(index, matched, whole);
  const silent = [...waiversIn(traps).map(({ range }) => range), ...otherMeanings(traps)];
  const expectation = expectationOf(index, matched, {
    heading,
    body,
    silent,
    amongLonger: context.amongLonger,
  });
  const unanswered = unansweredLines(index, matched, body);
  const sifted = withoutLines(siftEvidence(index, matched, whole, body.first, traps), [
    ...unanswered,
    ...linesAmongHeadings(index, matched, body),
  ]);
  const headingOnly = empty && isTemplateHeading(matched.document, section, sifted, context);
  return {
    whole,
    body,
    inContents,
    empty,
    quiet: inContents || (context.role.quiet && !outgrown(body, sifted)),
    traps,
    silent,
    expectation,
    sifted,
    waived: traps.fired.some(({ rule }) => rule.flags.includes("waiver")),
    headingOnly,
    leftOpen: headingOnly || unanswered.length > 0,
  };
}

/**
 * A heading with nothing under it is a template's (T-25), unless its sub-headings carry on or it is on a slide: the slide may
 * hold a picture, or open a part of the talk.
 */
function isTemplateHeading(
  document: Document,
  section: Section,
  { candidates }: Sifted,
  { hasChildren }: SectionContext,
): boolean {
  const onSlide = section.headingSpan !== null && "slide" in locate(document, section.headingSpan.start);
  return (
    candidates.length > 0 && !hasChildren && !onSlide && !isNamedByNumber(section) && !namesOneSex(candidates)
  );
}

/** Is the perspective to be looked for in a section that is not quiet? */
function isExpected(
  matched: MatchedDocument,
  { body, traps, expectation, leftOpen }: SectionFacts,
  { role, amongLonger }: SectionContext,
  judged: {
    readonly chain: readonly ChainLink[];
    readonly level: Level;
    /** A trap says that an answer is expected. */
    readonly demanded: boolean;
  },
): boolean {
  const { chain, level, demanded } = judged;
  // A foreword or a vision without the perspective is no gap: it is looked for where things are decided.
  if (expectation.expected && !role.framing && !(amongLonger && onlyTells(expectation, chain))) return true;
  if (leftOpen) return true;
  if (demanded && isAboutPeople(expectation) && !isAboutThings(matched, traps, body, expectation))
    return true;
  // Words for women and men are words for people; a reasoned waiver in a matter that is not about people is not.
  const waivedWithReason = traps.fired.some(({ rule }) => rule.flags.includes("waiverMotivated"));
  return level > 0 && !(waivedWithReason && level === 1);
}

/** "Programmet bedöms inte påverka jämställdheten", with a reason or without. */
function waiversIn({ fired }: TrapFindings): TrapFindings["fired"] {
  return fired.filter(({ rule }) =>
    rule.flags.some((flag) => flag === "waiver" || flag === "waiverMotivated"),
  );
}

/**
 * Words that mean something else where they stand: "gode män", "Barn- och kvinnokliniken", "en man i femtioårsåldern". They
 * say nothing of what the section is about.
 */
function otherMeanings(traps: TrapFindings): TokenRange[] {
  return traps.fired.filter(({ rule }) => rule.tags.includes("other-meaning")).map(({ range }) => range);
}

/**
 * "Lönekartläggning 2025", "Utgiftsområde 13 Jämställdhet": a figure in a heading is of the name of a document or a chapter, not
 * of a template's question.
 */
function isNamedByNumber({ heading }: Section): boolean {
  return /\d/.test(heading);
}

/** "Kvinnor" alone, with nothing under it, is a label from a table or a chart: a template asks for both, or for the matter. */
function namesOneSex(candidates: Sifted["candidates"]): boolean {
  const [first] = candidates;
  const sex = first?.rule.sex;
  return (sex === "women" || sex === "men") && candidates.every(({ rule }) => rule.sex === sex);
}

/** A waiver or a formula makes a section expected when it is no longer than this, or speaks of people this often. */
const formulaWords = 45;
const formulaShare = 0.2;

/** "Programmet bedöms inte påverka jämställdheten" demands an answer, but not at the end of a page about heat pumps. */
function isAboutPeople({ words, share }: Expectation): boolean {
  return words <= formulaWords || share >= formulaShare;
}

/** So many words beside a waiver say what the matter is. */
const matterWords = 6;

/**
 * Is the matter that a waiver dismisses one without people ("Ärendet avser byte av pumpar i reningsverket. Jämställdheten
 * påverkas inte.")? Told by what stands outside the waiver; where nothing does, the matter is not known.
 */
function isAboutThings(
  matched: MatchedDocument,
  traps: TrapFindings,
  body: TokenRange,
  { share }: Expectation,
): boolean {
  const waivers = waiversIn(traps);
  if (waivers.length === 0 || share > 0) return false;
  const inWaiver = new Set<number>();
  for (const { rule, range, sentence } of waivers) {
    // The reason of a waiver stands in its own sentence.
    const own = rule.flags.includes("waiverMotivated") ? range : sentenceRange(matched, sentence);
    for (let token = Math.max(own.first, body.first); token < Math.min(own.end, body.end); token++)
      inWaiver.add(token);
  }
  return body.end - body.first - inWaiver.size >= matterWords;
}

/** A section by a quiet name that is this long and holds strong evidence is more than its heading says. */
const outgrownWords = 120;

/**
 * "Lagstiftning", "Beslutsunderlag": a quiet heading over long text with strong evidence. Either the next heading was not
 * found or the section really speaks of the matter; in both cases silence would be wrong.
 */
function outgrown(body: TokenRange, sifted: Sifted): boolean {
  return (
    body.end - body.first > outgrownWords &&
    sifted.candidates.some(({ strength, inHeading }) => strength === "strong" && !inHeading)
  );
}

function becauseOf(
  expectation: Expectation,
  expected: boolean,
  other: { readonly evidence: boolean; readonly traps: readonly string[]; readonly headingOnly: boolean },
): SectionJudgement["because"] {
  if (!expected) return [];
  const because = [...expectation.because];
  for (const slug of new Set(other.traps)) because.push({ rule: `trap:${slug}`, terms: [], count: 1 });
  if (other.headingOnly) because.push({ rule: "trap:heading-only", terms: [], count: 1 });
  if (because.length === 0 && other.evidence) because.push({ rule: "evidence", terms: [], count: 1 });
  return because;
}

function gapOf(
  index: RuleIndex,
  matched: MatchedDocument,
  section: Section,
  span: Span,
  facts: {
    status: SectionStatus;
    level: Level;
    /** Words of the wide net, or copied text. */
    doubtful: boolean;
    flags: readonly FlagName[];
    chain: readonly ChainLink[];
    type: string;
    expectation: Expectation;
    traps: TrapFindings;
    headingOnly: boolean;
    /** Id of the rule that gave the section its role. */
    roleRule: string | null;
    whole: TokenRange;
  },
): GapFinding | null {
  if (facts.status === "notExpected" || facts.status === "unread") return null;
  // Left to a person because the text is damaged, not because of words in it: nothing can be asked about it.
  if (facts.status === "review" && !facts.doubtful && isDamaged(matched.document)) return null;
  const names = new Set(facts.expectation.names);
  if (facts.roleRule !== null) names.add(facts.roleRule);
  for (const match of matchesIn(matched, facts.whole)) {
    const indexed = index.rules[match.owner];
    // What the section is about is said by the expectation: one word about cycle paths does not make it about travel.
    if (indexed === undefined || indexed.rule.kind === "expectation") continue;
    for (const name of indexed.names) names.add(name);
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
