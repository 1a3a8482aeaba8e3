// What the paragraph or the characters at a position in the text look like: pieces say where in the file they lie, runs of
// properties say what holds for that place.
import { tablePart } from "./file-information.ts";
import type { FileInformation } from "./file-information.ts";
import { characterLook, paragraphLook } from "./looks.ts";
import type { CharacterLook, ParagraphLook } from "./looks.ts";
import type { PieceTable } from "./pieces.ts";
import { eachProperty, readPropertyRuns, runAt } from "./properties.ts";

/** All positions count characters of the text, from 0. */
export interface Looks {
  readonly paragraphAt: (position: number) => { readonly style: number; readonly look: ParagraphLook };
  /** The look of the characters from a position on, and the position where it ends. */
  readonly charactersAt: (position: number) => { readonly look: CharacterLook; readonly end: number };
  /** Whether the properties of a paragraph end with the sign at a position. */
  readonly endsParagraph: (position: number) => boolean;
}

/** `main` is the stream "WordDocument". Throws a RangeError where the file points outside itself. */
export function findLooks({ part }: FileInformation, pieces: PieceTable, main: Uint8Array): Looks {
  const paragraphRuns = readPropertyRuns(part(tablePart.paragraphProperties), main, "paragraphs");
  const characterRuns = readPropertyRuns(part(tablePart.characterProperties), main, "characters");
  const paragraphRunAt = (position: number) => {
    const piece = pieces.pieceAt(position);
    if (piece === undefined) return undefined;
    const offset = piece.offset + (position - piece.start) * piece.bytesPerCharacter;
    const run = runAt(paragraphRuns, offset);
    return run === undefined ? undefined : { run, offset };
  };
  return {
    paragraphAt: (position) => {
      const { look, take } = paragraphLook();
      const run = paragraphRunAt(position)?.run;
      if (run === undefined) return { style: 0, look };
      eachProperty(run.properties, take);
      return { style: run.style, look };
    },
    charactersAt: (position) => {
      const { look, take } = characterLook();
      const piece = pieces.pieceAt(position);
      if (piece === undefined) return { look, end: Infinity };
      const offset = piece.offset + (position - piece.start) * piece.bytesPerCharacter;
      const run = runAt(characterRuns, offset);
      if (run === undefined) return { look, end: piece.end };
      eachProperty(run.properties, take);
      const length = Math.max(1, Math.ceil((run.end - offset) / piece.bytesPerCharacter));
      return { look, end: Math.min(piece.end, position + length) };
    },
    endsParagraph: (position) => {
      const found = paragraphRunAt(position);
      return found !== undefined && found.run.end - found.offset <= 2;
    },
  };
}
