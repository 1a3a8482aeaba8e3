// "Did you mean …": the known name that a mistyped one is closest to.

/** Number of letters added, dropped, changed or swapped with their neighbour between `a` and `b`. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/**
 * The name of `known` that `wrong` was most likely meant to be, or undefined when none is near: at most one
 * mistake per three letters, or a beginning that only one known name has.
 */
export function suggestName(wrong: string, known: readonly string[]): string | undefined {
  const typed = wrong.toLowerCase();
  if (typed.length > 60) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = editDistance(typed, name.toLowerCase());
    if (best === undefined || distance < best.distance) best = { name, distance };
  }
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  if (best !== undefined && best.distance <= allowed && best.distance < best.name.length) return best.name;
  const beginsSo = known.filter((name) => typed.length >= 2 && name.toLowerCase().startsWith(typed));
  return beginsSo.length === 1 ? beginsSo[0] : undefined;
}
