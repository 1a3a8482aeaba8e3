// Styles inherit: what a style does not say, the one that it is based on says.

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
