// Paragraph styles of an RTF file.
import { headingLevelOf, isHeadingLike, roleOf } from "../word-processor/style-names.ts";
import type { StyleRole } from "../word-processor/style-names.ts";

export interface RtfStyle {
  /** In lower case. */
  name: string;
  basedOn: number | null;
  /** From 0; 9 is text. */
  outline: number | null;
}

export interface ResolvedStyle extends StyleRole {
  /** Outline level from 1, null for text. */
  readonly level: number | null;
}

/** A chain of styles longer than this is a ring or a joke. */
const longestChain = 30;

/** What the style of that number is once those it is based on are taken in. */
export function resolveStyle(styles: ReadonlyMap<number, RtfStyle>, number: number): ResolvedStyle {
  const chain: RtfStyle[] = [];
  for (let next: number | null = number; next !== null && chain.length < longestChain;) {
    const style: RtfStyle | undefined = styles.get(next);
    if (style === undefined) break;
    chain.push(style);
    next = style.basedOn === next ? null : style.basedOn;
  }
  return {
    role: roleOf(chain.map(({ name }) => name)),
    headingLike: isHeadingLike(chain[0]?.name ?? ""),
    level: levelOf(chain),
  };
}

function levelOf(chain: readonly RtfStyle[]): number | null {
  for (const { outline, name } of chain) {
    if (outline !== null) return outline < 9 ? outline + 1 : null;
    const named = headingLevelOf(name);
    if (named !== null) return named;
  }
  return null;
}
