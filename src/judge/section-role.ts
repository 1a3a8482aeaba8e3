// What each section is: contents, foreword, budget, accounting note … from its heading, and failing that its text.
import type { RuleIndex } from "../match/rule-index.ts";
import type { ChainLink, RoleRule } from "../model/rule.ts";
import type { Document } from "../model/document.ts";
import { matchesIn, type MatchedDocument, type TokenRange } from "./passages.ts";

/** The role rules that a section fulfils, by heading and by text; and the role it is known by. */
export interface SectionRole {
  /** "body" when no rule knows the section. */
  readonly role: string;
  readonly quiet: boolean;
  readonly framing: boolean;
  /** Sections below have the role too. */
  readonly inherits: boolean;
  /** Chain link that the heading gives, or null. */
  readonly chain: RoleRule["chain"] | null;
  /** What gave the role. */
  readonly origin: RoleOrigin;
}

/**
 * What gave a section its role.
 *   heading   a rule that its heading meets
 *   text      a rule that its text meets, where the heading says nothing
 *   above     the rule of the section above it, which holds for what stands below
 *   document  a rule that most of the document meets: a contract is one throughout
 *   opening   its place: the short text before the first heading
 *   layer     its lines, which are those of a table of contents
 *   none      nothing: no rule knows it
 */
export interface RoleOrigin {
  readonly by: "heading" | "text" | "above" | "document" | "opening" | "layer" | "none";
  /** Id of the rule, where there is one. */
  readonly rule: string | null;
}

const plain: SectionRole = {
  role: "body",
  quiet: false,
  framing: false,
  inherits: false,
  chain: null,
  origin: { by: "none", rule: null },
};

/** The role of a title page. Rules with it hold for the opening of a document only. */
const titlePage = "front-page";
/** Text before the first heading is a title page when it is no longer than this. */
const frontMatterWords = 60;
/** … or than this, when a rule knows it for one: a summary often stands below what is said of the document. */
const titlePageWords = 300;
/** So long may it be below the title, where the title is the first heading. */
const titledPageWords = 100;

/**
 * The title page: the text before the first heading of a document that has headings, when it is short or tells what title
 * pages tell (who decided the document, its version, how long it holds); and such text below a heading that comes first. Null
 * for all else.
 */
export function frontMatter(
  document: Document,
  position: number,
  range: TokenRange,
  { textRules }: RoleRules,
): SectionRole | null {
  const section = document.sections[position];
  if (position !== 0 || section === undefined) return null;
  const others = document.sections.some(
    (other) => other.headingSpan !== null && other.headingSpan !== section.headingSpan,
  );
  const rule = textRules.find(({ role }) => role === titlePage);
  const limits =
    section.headingSpan === null
      ? { known: titlePageWords, unknown: frontMatterWords }
      : { known: titledPageWords, unknown: 0 };
  const limit = rule === undefined ? limits.unknown : limits.known;
  if (!others || range.end - range.first > limit) return null;
  return {
    role: titlePage,
    quiet: true,
    framing: false,
    inherits: false,
    chain: null,
    origin: { by: "opening", rule: rule?.id ?? null },
  };
}

/** The role rules that a section meets. */
export interface RoleRules {
  /** By its heading, in the order of the pack. */
  readonly headingRules: readonly RoleRule[];
  /** By its text, the densest first. */
  readonly textRules: readonly RoleRule[];
}

/**
 * Links of the chain that a heading gives wherever it stands: "Inledning" may hold the goals and the situation of a plan. The
 * follow-up or the activities below "Så styrs kommunen" or "Vision" are those of the model or the vision, and steer nobody.
 */
const standsAlone: ReadonlySet<ChainLink> = new Set(["goal", "analysis"]);

/**
 * Role of a section. The section's own heading decides; a heading that says nothing leaves it to the text, and then to
 * the heading above, if its role is one that is inherited (a note below "Redovisningsprinciper" is an accounting note).
 */
export function roleOf({ headingRules, textRules }: RoleRules, parent: SectionRole | null): SectionRole {
  const byHeading = headingRules[0];
  // "Kostnader" among the accounts is a table of the accounts, not a question of who is given what.
  const amongAccounts = parent !== null && parent.quiet && parent.inherits;
  const withinFraming = parent !== null && parent.framing && parent.inherits;
  const namesPartOfIt = headingRules.every(
    ({ chain, quiet, framing }) => chain !== undefined && !quiet && !framing && !standsAlone.has(chain),
  );
  if (
    byHeading !== undefined &&
    !(amongAccounts && headingRules.every(({ chain }) => chain === "resource")) &&
    !(withinFraming && namesPartOfIt)
  ) {
    const quiet = headingRules.find((rule) => rule.quiet);
    const main = quiet ?? byHeading;
    return {
      role: main.role,
      quiet: main.quiet,
      framing: main.framing,
      inherits: main.inherits,
      chain: headingRules.find((rule) => rule.chain !== undefined)?.chain ?? null,
      origin: { by: "heading", rule: main.id },
    };
  }
  const byText = textRules.find(({ role }) => role !== titlePage);
  if (byText !== undefined && !amongAccounts) {
    const { role, quiet, framing } = byText;
    const origin = { by: "text", rule: byText.id } as const;
    return { role, quiet, framing, inherits: false, chain: byText.chain ?? null, origin };
  }
  if (parent !== null && parent.inherits) {
    return { ...parent, chain: null, origin: { by: "above", rule: parent.origin.rule } };
  }
  return plain;
}

/**
 * The role that a document has throughout: that of a rule which may hold throughout and which its title meets
 * ("Informationssäkerhetspolicy"), or whose sections, by heading or text, hold the share of the words that it demands. "12 kap.
 * Åtgärder" in a statute is no list of measures, whatever its heading says. Null for most documents. `sections` are all of
 * the document's, `titleRules` the role rules that its title meets.
 */
export function roleThroughout(
  sections: readonly (RoleRules & { readonly range: TokenRange })[],
  titleRules: readonly RoleRule[],
): SectionRole | null {
  const words = new Map<RoleRule, number>();
  let all = 0;
  for (const { range, headingRules, textRules } of sections) {
    const size = range.end - range.first;
    all += size;
    for (const rule of new Set([...headingRules, ...textRules]))
      if (rule.throughout > 0) words.set(rule, (words.get(rule) ?? 0) + size);
  }
  const [most] = [...words]
    .filter(([rule, size]) => size >= rule.throughout * all)
    .sort((one, other) => other[1] - one[1]);
  const found = titleRules.find((rule) => rule.throughout > 0) ?? most?.[0];
  if (found === undefined) return null;
  const { id, role, quiet, framing } = found;
  return { role, quiet, framing, inherits: false, chain: null, origin: { by: "document", rule: id } };
}

/** All role rules whose body terms reach what they demand in a range of tokens, the densest first. */
export function rolesByText(index: RuleIndex, matched: MatchedDocument, range: TokenRange): RoleRule[] {
  const tallies = new Map<number, { different: Set<number>; count: number }>();
  for (const match of matchesIn(matched, range)) {
    if (index.rules[match.owner]?.rule.kind !== "role") continue;
    const tally = tallies.get(match.owner) ?? { different: new Set(), count: 0 };
    tally.different.add(match.term);
    tally.count++;
    tallies.set(match.owner, tally);
  }
  const words = Math.max(1, range.end - range.first);
  return [...tallies]
    .flatMap(([owner, tally]) => {
      const rule = index.rules[owner]?.rule;
      if (rule?.kind !== "role" || rule.body.length === 0) return [];
      const dense = (tally.count * 100) / words >= rule.bodyDensity;
      return tally.different.size >= rule.bodyMin && dense ? [{ rule, count: tally.count }] : [];
    })
    .sort((a, b) => b.count - a.count)
    .map(({ rule }) => rule);
}
