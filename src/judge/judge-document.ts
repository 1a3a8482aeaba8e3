// A document with its matches → a judgement of every section. The page that reads like the method.
import type { RuleIndex } from "../match/rule-index.ts";
import { tokenise } from "../language/tokenise.ts";
import type { TokenisedText } from "../language/tokens.ts";
import type { Document } from "../model/document.ts";
import type { RoleRule } from "../model/rule.ts";
import {
  isUncertain,
  linesThatName,
  otherType,
  recogniseType,
  titleOf,
  type RecognisedType,
} from "./document-type.ts";
import { judgeSection, type SectionContext } from "./judge-section.ts";
import type { Judgement, PackJudgement, SectionJudgement } from "./judgement.ts";
import { matchesInLine, sectionRange, type MatchedDocument, type TokenRange } from "./passages.ts";
import { judgeRequirements } from "./requirements/judge-requirements.ts";
import { isForeign, isForeignSection } from "./section-status.ts";
import { frontMatter, roleOf, rolesByText, roleThroughout, type SectionRole } from "./section-role.ts";

export interface JudgeOptions {
  /** Document type id, or "auto". */
  readonly type: string;
  /** Who said so, when it was not the option --type: stands in the report. */
  readonly typeFrom?: string | undefined;
  /** Path as the user gave it; its last part helps to recognise the type. */
  readonly path: string;
  /** Does a sentence stand in many documents of this type in the run? Left out, none does. */
  readonly isStandard?: ((type: string, sentence: string) => boolean) | undefined;
}

/** Matches the rules in a document and judges its sections. */
export function judgeDocument(index: RuleIndex, document: Document, options: JudgeOptions): Judgement {
  const tokenised = tokenise(document.text, document.blocks, index.vocabulary);
  const matches = isForeign(document) ? [] : index.text.find(document.text, tokenised.tokens);
  const matched: MatchedDocument = withoutForeign({ document, tokenised, matches });
  const tokeniseText = (text: string): TokenisedText =>
    tokenise(
      text,
      [{ kind: "heading", layer: "body", level: 1, span: { start: 0, end: text.length } }],
      index.vocabulary,
    );

  const type: RecognisedType =
    options.type === "auto"
      ? recogniseType(index, document, options.path, tokeniseText)
      : { id: options.type, confidence: 1, because: [options.typeFrom ?? "option: --type"] };

  // The words were matched once, for all packs; what they mean is for each pack to say by itself (decision 0011).
  const titles = linesThatName(document, options.path);
  const [first, ...beside] = (index.ofPack.length === 0 ? [index] : index.ofPack).map((own, pack) => {
    const seen =
      index.ofPack.length === 0
        ? matched
        : { ...matched, matches: matched.matches.filter(({ owner }) => index.packOfList(owner) === pack) };
    return judgeSections(
      own,
      seen,
      type,
      titles,
      tokeniseText,
      (sentence) => options.isStandard?.(type.id, sentence) ?? false,
    );
  });
  const { sections, requirements } = first ?? { sections: [], requirements: [] };
  return { document, type, sections, requirements, beside, words: tokenised.tokens.count };
}

/** Words of another language that look like Swedish ones are no evidence. */
function withoutForeign(matched: MatchedDocument): MatchedDocument {
  const { document, matches } = matched;
  const ranges = document.sections
    .filter((section) => isForeignSection(document, section))
    .map((section) => sectionRange(matched, section));
  if (ranges.length === 0 || matches.length === 0) return matched;
  return {
    ...matched,
    matches: matches.filter(
      ({ first }) => !ranges.some((range) => first >= range.first && first < range.end),
    ),
  };
}

/** What the rules of an index make of the sections of a document, and of the requirements of its type. */
function judgeSections(
  index: RuleIndex,
  matched: MatchedDocument,
  type: RecognisedType,
  titles: readonly string[],
  tokeniseText: (text: string) => TokenisedText,
  isStandard: (sentence: string) => boolean,
): PackJudgement {
  const { document } = matched;
  const withChildren = new Set(document.sections.map((section) => section.parent));
  const roles: SectionRole[] = [];
  const headingWords: string[][] = [];
  const seenSentences = new Map<string, string>();
  const known = document.sections.map((section) => {
    const printed = [section.number, section.heading]
      .filter((part) => part !== null && part !== "")
      .join(" ");
    const range = sectionRange(matched, section);
    return {
      section,
      range,
      headingRules: printed === "" ? [] : roleRulesOf(index, printed, tokeniseText),
      textRules: rolesByText(index, matched, range),
    };
  });
  const title = titleOf(document);
  const throughout = roleThroughout(known, title === "" ? [] : roleRulesOf(index, title, tokeniseText));
  const amongLonger = hasLongSections(known.map(({ range }) => range));
  const sections = known.map(({ section, range, ...rules }, position): SectionJudgement => {
    const parent = section.parent === null ? null : (roles[section.parent] ?? null);
    const own = frontMatter(document, position, range, rules) ?? roleOf(rules, parent);
    const role = throughout === null || own.quiet ? own : throughout;
    roles[position] = role;
    const context: SectionContext = {
      role,
      // What is said about gaps must not rest on a guess.
      type: isUncertain(type) ? otherType : type.id,
      hasChildren: withChildren.has(position),
      amongLonger,
      inherited: section.parent === null ? [] : (headingWords[section.parent] ?? []),
      seenSentences,
      isStandard,
    };
    const judged = judgeSection(index, matched, section, context);
    headingWords[position] = [...context.inherited, ...judged.headingWords];
    return judged;
  });
  const requirements = judgeRequirements(index, matched, sections, type, titles, tokeniseText);
  return { sections, requirements };
}

/** So many sections of so many words, heading included, make a document one of longer sections. */
const longSections = { atLeast: 3, words: 60 };

/** Is the document written in sections of more than a few lines? */
function hasLongSections(ranges: readonly TokenRange[]): boolean {
  return ranges.filter(({ first, end }) => end - first >= longSections.words).length >= longSections.atLeast;
}

function roleRulesOf(
  index: RuleIndex,
  heading: string,
  tokeniseText: (text: string) => TokenisedText,
): RoleRule[] {
  const owners = new Set(matchesInLine(index, "headings", heading, tokeniseText).map((match) => match.owner));
  return [...owners]
    .sort((a, b) => a - b)
    .flatMap((owner) => {
      const rule = index.rules[owner]?.rule;
      return rule?.kind === "role" ? [rule] : [];
    });
}
