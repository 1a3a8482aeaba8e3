// A line that is set apart at the head of its own paragraph, with the text of the paragraph under it: its author sees a heading.

const longestHeading = 120;

/** Words that begin small in what stands under a heading: an address, a list of names or of dates has hardly any. */
const fewestWords = 5;

/** Is the line, set apart as it is, short enough for a heading, and no sentence or label? */
export function mayHead(line: string): boolean {
  return line.length <= longestHeading && !/[.:;,!]$/u.test(line);
}

/** Is what stands under such a line text, and no address or list? */
export function isTextUnder(text: string): boolean {
  return (text.match(/(?<!\p{L})\p{Ll}{2}/gu)?.length ?? 0) >= fewestWords;
}
