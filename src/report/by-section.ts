// The pieces of a document (evidence, gaps, what was not counted) sorted under the sections that they stand in.

/** Pieces by the id of their section, each list in the order given. */
export function bySection<Piece extends { readonly section: string }>(
  pieces: readonly Piece[],
): Map<string, Piece[]> {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const group = groups.get(piece.section);
    if (group === undefined) groups.set(piece.section, [piece]);
    else group.push(piece);
  }
  return groups;
}
