// What somebody has written beside the cells of a sheet or the shapes of a slide → blocks in the layer of comments.
import type { Location } from "../../model/location.ts";
import type { RawBlock } from "../document-builder.ts";

export interface PlacedComment {
  readonly text: string;
  /** Who wrote it; "" where the file does not say. */
  readonly author: string;
  /** Where it hangs. */
  readonly location: Location;
}

/** A block for each, in their order. */
export function commentBlocks(comments: readonly PlacedComment[]): RawBlock[] {
  return comments.map(({ text, author, location }) => ({
    kind: "paragraph",
    layer: "comment",
    author,
    pieces: [{ text, location }],
  }));
}
