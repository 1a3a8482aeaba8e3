// Signs and words that the layout of a plain text is told by.

/** Signs in front of a list item, those of symbol fonts included. "o" is the second-level bullet of Word. */
export const bullet = /^(?:[-–—•·▪▫◦●○■□►▸‣⁃*+\uf0b7\uf0a7\uf0d8]|o(?=\s{2,}|\t))\s+(?=\S)/u;

/** A number or a letter in front of a list item: "12. ", "3) ", "a) ". */
export const listNumber = /^(?:\(?\d{1,3}[.)]|\(?[a-zåäö]\))\s+(?=\S)/u;

/** A line that is nothing but a page number: "12", "Sida 12", "12 (40)", "- 12 -", "Sida 3 av 12". */
export const pageNumber =
  /^(?:[-–]\s?)?(?:sida\s+)?(\d{1,4})(?:\s?\(\d{1,4}\)|\s?\/\s?\d{1,4}|\s+av\s+\d{1,4})?(?:\s?[-–])?$/iu;

/** Page and number of pages at the end of a running header: "2 (14)", "2(14)". */
export const pageCount = /\s+\d{1,4}\s?\(\d{1,4}\)$/u;
