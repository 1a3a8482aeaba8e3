// Counts tracked changes the way their author made them: what touches and is of one kind is one change, however many
// runs, rows and paragraph marks the program has cut it into.

export type ChangeKind = "insertion" | "deletion";

export interface ChangeCount {
  /** Changed text, or a changed row or paragraph mark, stands here. */
  readonly changed: (kind: ChangeKind) => void;
  /** Something that was there all along stands here: the next change is a new one. */
  readonly unchanged: () => void;
  readonly counts: () => { readonly insertions: number; readonly deletions: number };
}

/** Starts at none. */
export function countChanges(): ChangeCount {
  let last: ChangeKind | null = null;
  let insertions = 0;
  let deletions = 0;
  return {
    changed: (kind) => {
      if (kind === last) return;
      last = kind;
      if (kind === "insertion") insertions++;
      else deletions++;
    },
    unchanged: () => {
      last = null;
    },
    counts: () => ({ insertions, deletions }),
  };
}
