// Lines that fit: how wide text is on a terminal, wrapping, and shortening of file names.

const mark = /\p{M}/u;
// East Asian wide and emoji take two columns (Unicode TR 11, roughly: a column too much costs nothing here).
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
const simple = /^[\u0020-\u02ff]*$/;

/** Columns that `text` takes on a terminal. The text has passed plainText and holds no colours. */
export function displayWidth(text: string): number {
  if (simple.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += mark.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** Is `text` wider than `width`? Looks no further than it must: the text may be a word of a megabyte. */
function exceeds(text: string, width: number): boolean {
  let used = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) return true;
  }
  return false;
}

/** The longest beginning (or, from the end, ending) of `text` that takes at most `width` columns. */
export function cut(text: string, width: number, from: "start" | "end"): string {
  // Only as much as can be needed is taken apart: the word may be a megabyte long.
  const near = from === "start" ? text.slice(0, width * 4) : text.slice(-width * 4);
  const characters = from === "start" ? [...near] : [...near].reverse();
  let taken = 0;
  let used = 0;
  for (const character of characters) {
    used += displayWidth(character);
    if (used > width) break;
    taken++;
  }
  const kept = characters.slice(0, taken);
  return (from === "end" ? kept.reverse() : kept).join("");
}

/**
 * A file name shortened in the middle, for its beginning and its ending are what tells files apart. Folders go
 * first: "arkiv/2019/mal-och-budget.pdf" → "…/mal-och-budget.pdf".
 */
export function shortenPath(path: string, width: number, ellipsis: string): string {
  if (displayWidth(path) <= width) return path;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const room = width - displayWidth(ellipsis);
  if (name !== path && displayWidth(name) + 1 <= room) return `${ellipsis}/${name}`;
  const tail = Math.floor(room / 2);
  return `${cut(name, room - tail, "start")}${ellipsis}${cut(name, tail, "end")}`;
}

/**
 * Breaks `text` into lines of at most `width` columns, at spaces. A word longer than a line is broken where the line
 * ends (a web address). No-break spaces hold together and come out as ordinary ones.
 */
export function wrapText(text: string, width: number): string[] {
  const room = Math.max(width, 4);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    if (word === "") continue;
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) <= room) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (exceeds(line, room)) {
      const head = cut(line, room, "start");
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((each) => each.replaceAll("\u00a0", " "));
}

/** `text` wrapped to `width`, its first line after `first` and the others indented as far. */
export function paragraph(text: string, width: number, first: string): string[] {
  const indent = " ".repeat(displayWidth(first));
  const lines = wrapText(text, width - indent.length);
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`);
}
