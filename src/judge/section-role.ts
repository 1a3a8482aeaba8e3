// What each section is: contents, foreword, budget, accounting note … from its heading, and failing that its text.
import type { RuleIndex } from "../match/rule-index.ts";
import type { RoleRule } from "../model/rule.ts";
import type { Document, Section } from "../model/document.ts";
import { matchesIn, type MatchedDocument, type TokenRange } from "./passages.ts";

/** The role rules that a section fulfils, by heading and by text; and the role it is known by. */
export interface SectionRole {
  /** "body" when no rule knows the section. */
  readonly role: string;
  readonly quiet: boolean;
  readonly framing: boolean;
  /** Chain link that the heading gives, or null. */
  readonly chain: RoleRule["chain"] | null;
}

const plain: SectionRole = { role: "body", quiet: false, framing: false, chain: null };

/** Text before the first heading is a title page when it is no longer than this. */
const frontMatterWords = 60;

/** The title page: the short text before the first heading of a document that has headings. Null for all else. */
export function frontMatter(document: Document, position: number, range: TokenRange): SectionRole | null {
  const section = document.sections[position];
  if (position !== 0 || section === undefined || section.headingSpan !== null) return null;
  const headed = document.sections.some((other) => other.headingSpan !== null);
  return headed && range.end - range.first <= frontMatterWords
    ? { role: "front-page", quiet: true, framing: false, chain: null }
    : null;
}

/**
 * Role of a section. The section's own heading decides; a heading that says nothing leaves it to the text, and then to
 * the nearest heading above that is quiet or framing (a note below "Redovisningsprinciper" is an accounting note).
 */
export function roleOf(
  index: RuleIndex,
  matched: MatchedDocument,
  section: Section,
  range: TokenRange,
  headingRules: readonly RoleRule[],
  parent: SectionRole | null,
): SectionRole {
  const byHeading = headingRules[0];
  if (byHeading !== undefined) {
    const quiet = headingRules.find((rule) => rule.quiet);
    const main = quiet ?? byHeading;
    return {
      role: main.role,
      quiet: main.quiet,
      framing: main.framing,
      chain: headingRules.find((rule) => rule.chain !== undefined)?.chain ?? null,
    };
  }
  const byText = roleByText(index, matched, section, range);
  if (byText !== null) {
    return { role: byText.role, quiet: byText.quiet, framing: byText.framing, chain: byText.chain ?? null };
  }
  if (parent !== null && (parent.quiet || parent.framing)) return { ...parent, chain: null };
  return plain;
}

/** A role whose body terms stand densely enough in the section. */
function roleByText(
  index: RuleIndex,
  matched: MatchedDocument,
  section: Section,
  range: TokenRange,
): RoleRule | null {
  const terms = new Map<number, { different: Set<number>; count: number }>();
  for (const match of matchesIn(matched, range)) {
    if (index.rules[match.owner]?.rule.kind !== "role") continue;
    const tally = terms.get(match.owner) ?? { different: new Set(), count: 0 };
    tally.different.add(match.term);
    tally.count++;
    terms.set(match.owner, tally);
  }
  const words = Math.max(1, range.end - range.first);
  let best: { rule: RoleRule; count: number } | null = null;
  for (const [owner, tally] of terms) {
    const rule = index.rules[owner]?.rule;
    if (rule?.kind !== "role" || rule.body.length === 0) continue;
    if (tally.different.size < rule.bodyMin || (tally.count * 100) / words < rule.bodyDensity) continue;
    if (best === null || tally.count > best.count) best = { rule, count: tally.count };
  }
  return best?.rule ?? null;
}
