// What the rules make of a text that stands for itself: for testing the examples of rules and for explaining words.
import type { RuleIndex } from "../match/rule-index.ts";
import { tokenise } from "../language/tokenise.ts";
import type { Block, Document } from "../model/document.ts";
import type { Rule } from "../model/rule.ts";
import { siftEvidence } from "./evidence.ts";
import { matchesInLine, type MatchedDocument } from "./passages.ts";
import { rolesByText } from "./section-role.ts";
import { springTraps } from "./traps.ts";

/** The rules that have something to say about a text, by the part they play in it. */
export interface Inspection {
  /** Evidence of the strict net that no trap takes away, weak evidence included. */
  readonly evidence: ReadonlySet<Rule>;
  /** Evidence of the wide net that no trap takes away. */
  readonly wide: ReadonlySet<Rule>;
  /** Evidence that traps take away. */
  readonly removed: ReadonlySet<Rule>;
  readonly traps: ReadonlySet<Rule>;
  /** Signals and expectations that are found, and roles whose body terms reach what they demand. */
  readonly found: ReadonlySet<Rule>;
}

/** The blocks of an example: a paragraph, or "# Heading" on a line of its own and the paragraph under it. */
function blocksOf(text: string): Block[] {
  const end = text.length;
  const underHeading = /^# *[^\n]+\n/.exec(text);
  if (underHeading === null) return [{ kind: "paragraph", layer: "body", span: { start: 0, end } }];
  const [line] = underHeading;
  return [
    { kind: "heading", layer: "body", level: 1, span: { start: 2, end: line.length - 1 } },
    { kind: "paragraph", layer: "body", span: { start: line.length, end } },
  ];
}

/** Inspects `text` as one paragraph, or as a heading ("# …" on the first line) with a paragraph under it. */
export function inspectText(index: RuleIndex, text: string): Inspection {
  const normalised = text.normalize("NFC");
  const blocks = blocksOf(normalised);
  const document: Document = {
    kind: "document",
    language: null,
    format: "txt",
    title: null,
    pages: null,
    text: normalised,
    blocks,
    sections: [],
    anchors: [{ offset: 0, location: { line: 1, column: 1 } }],
    reading: { share: 1, pagesWithoutText: [], garbled: [], engine: "text" },
    notices: [],
  };
  const tokenised = tokenise(normalised, blocks, index.vocabulary);
  const matched: MatchedDocument = {
    document,
    tokenised,
    matches: index.text.find(normalised, tokenised.tokens),
  };
  const whole = { first: 0, end: tokenised.tokens.count };
  const traps = springTraps(index, matched, whole);
  const sifted = siftEvidence(index, matched, whole, 0, traps);
  const found = new Set<Rule>();
  for (const match of matched.matches) {
    const rule = index.rules[match.owner]?.rule;
    if (rule?.kind === "signal" || rule?.kind === "expectation") found.add(rule);
  }
  for (const rule of rolesByText(index, matched, whole)) found.add(rule);
  return {
    evidence: new Set([...sifted.candidates, ...sifted.neighbours].map(({ rule }) => rule)),
    wide: new Set(sifted.wide.map(({ rule }) => rule)),
    removed: new Set(sifted.removed.map(({ rule }) => rule)),
    traps: new Set(traps.fired.map(({ rule }) => rule)),
    found,
  };
}

/** The role and document-type rules that a heading or title meets. */
export function inspectHeading(
  index: RuleIndex,
  heading: string,
  as: "headings" | "titles",
): ReadonlySet<Rule> {
  const block: Block = { kind: "heading", layer: "body", level: 1, span: { start: 0, end: heading.length } };
  const matches = matchesInLine(index, as, heading, (text) => tokenise(text, [block], index.vocabulary));
  return new Set(matches.flatMap(({ owner }) => index.rules[owner]?.rule ?? []));
}
