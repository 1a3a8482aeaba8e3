// The same place as a person finds it in the original file.

/**
 * Where something stands in the file that the user has. Every number counts from 1.
 * Which form it takes follows from the format: a page in a PDF, a line and column in text formats, a paragraph
 * in word-processor files. `label` is the page number that is printed on the page, where it differs ("iv", "A-3").
 */
export type Location =
  | { readonly page: number; readonly label?: string }
  | { readonly line: number; readonly column: number }
  | { readonly paragraph: number }
  | { readonly slide: number }
  | { readonly sheet: string; readonly row: number };

/**
 * From `offset` in `Document.text` on, up to the next anchor, the text runs on in the original without a break:
 * each code unit of text is one column further on the same line, or simply the same page or paragraph.
 */
export interface Anchor {
  readonly offset: number;
  readonly location: Location;
}
