// Notes, comments and boxes lie behind the text and are referred to from positions in it.
import type { NoteReference } from "../word-processor/story.ts";
import type { Reference, Stories, Stretch } from "./stories.ts";

export interface Mark {
  readonly kind: NoteReference["kind"] | "box";
  /** Number among those of its kind, from 0. */
  readonly id: string;
  readonly story: Stretch;
  /** Who wrote a comment. */
  readonly author?: string;
}

/** Gives the marks at a position of the text, in the order notes, boxes, comments; each only once. */
export function findMarks(stories: Stories): (position: number) => readonly Mark[] {
  const marks = new Map<number, Mark[]>();
  // A mark that is said to stand behind the text stands at its end, so that what it leads to is not lost.
  const last = Math.max(0, stories.text.end - 1);
  const add = (kind: Mark["kind"], references: readonly Reference[]): void => {
    for (const [index, { at, ...rest }] of references.entries()) {
      const position = Math.min(at, last);
      const there = marks.get(position) ?? [];
      marks.set(position, there);
      there.push({ kind, id: String(index), ...rest });
    }
  };
  add("footnote", stories.footnotes);
  add("endnote", stories.endnotes);
  add("box", stories.boxes);
  add("comment", stories.comments);
  return (position) => {
    const there = marks.get(position);
    if (there === undefined) return [];
    marks.delete(position);
    return there;
  };
}
