// What comes of writing into a copy of a document.

import type { Notice } from "../model/document.ts";

/** Why a document cannot be written into, though it could be read. */
export type AnnotateRefusal =
  /** Locked with a password: the copy would be unlocked. */
  | "locked"
  /** A part of the file cannot be changed without guessing what it means. */
  | "damaged"
  /** What writes into PDF is not installed. */
  | "notInstalled";

export interface AnnotatedFile {
  readonly kind: "annotated";
  readonly bytes: Uint8Array;
  /** Comments that were written. */
  readonly comments: number;
  /** Places of evidence that were highlighted. */
  readonly highlights: number;
  /** Comments of an earlier run that were left: somebody has answered them or marked them as done. */
  readonly kept: number;
  /** The file was signed: the signature does not hold for the copy. */
  readonly signed: boolean;
}

export type Annotated =
  | AnnotatedFile
  | { readonly kind: "refused"; readonly reason: AnnotateRefusal }
  /** Took too long or too much memory; the notice says which. */
  | { readonly kind: "refused"; readonly reason: "stopped"; readonly notice: Notice };

/** The name that comments and highlights carry, and by which a later run finds its own. */
export const author = "genomlys";
