// Styles inherit: what a style does not say, the one that it is based on says.
import { headingLevelOf } from "./style-names.ts";

/** A chain of styles longer than this is a ring or a joke. */
const longestChain = 30;

/**
 * The style of `first` and those it is based on, nearest first. `styleOf` gives the style of a name or number, `baseOf` what
 * a style is based on; the chain ends where one of them has nothing to give.
 */
export function styleChain<Key, Style>(
  first: Key,
  styleOf: (key: Key) => Style | undefined,
  baseOf: (style: Style) => Key | null,
): Style[] {
  const chain: Style[] = [];
  for (let next: Key | null = first; next !== null && chain.length < longestChain;) {
    const style = styleOf(next);
    if (style === undefined) break;
    chain.push(style);
    const base = baseOf(style);
    next = base === next ? null : base;
  }
  return chain;
}

/** What the first style of a chain, nearest first, says with `pick`; null where none says anything. */
export function nearest<Style, Value>(
  chain: readonly Style[],
  pick: (style: Style) => Value | null,
): Value | null {
  for (const style of chain) {
    const value = pick(style);
    if (value !== null) return value;
  }
  return null;
}

/**
 * Outline level from 1, null for text: the nearest of an outline level that a style sets (as Word counts it, from 0; the
 * tenth, "body text", means none) and a heading's name (in lower case).
 */
export function outlineLevelOf(
  chain: readonly { readonly name: string; readonly outline: number | null }[],
): number | null {
  for (const { outline, name } of chain) {
    if (outline !== null) return outline < 9 ? outline + 1 : null;
    const named = headingLevelOf(name);
    if (named !== null) return named;
  }
  return null;
}
