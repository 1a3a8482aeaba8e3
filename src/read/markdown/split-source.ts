// Long Markdown in parts that can be parsed one by one.
import { sourceOf, type Source } from "../text/source-lines.ts";

/** Length of a part, in code units, after which the next possible break is taken. */
const partLength = 50_000;

/**
 * Parts of a source that mean the same parsed alone: each begins with a heading after a blank line, outside code. The
 * parser keeps some hundred bytes for each of the text until it is done, so a long file in one go costs memory
 * and, for collecting it again, time. Only link definitions of another part are out of reach; they hold no text.
 */
export function splitSource(source: Source): readonly Source[] {
  const { text, lineStarts } = source;
  if (text.length <= partLength) return [source];
  const parts: Source[] = [];
  let firstLine = 0;
  let start = 0;
  /** Fence that an open code block has to end with; null outside. */
  let fence: string | null = null;
  const push = (end: number, nextLine: number): void => {
    parts.push({ ...sourceOf(text.slice(start, end)), linesBefore: firstLine });
    start = end;
    firstLine = nextLine;
  };
  for (let line = 0; line < lineStarts.length; line++) {
    const at = lineStarts[line] ?? 0;
    const head = text.slice(at, at + 12);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(head)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
      continue;
    }
    if (fence === null && at - start >= partLength && canBegin(text, at, head)) push(at, line);
  }
  push(text.length, lineStarts.length);
  return parts;
}

/** A heading, or any unindented letter after a blank line where none came for long, begins a part. */
function canBegin(text: string, at: number, head: string): boolean {
  return text[at - 2] === "\n" && (/^#{1,6} /.test(head) || /^\p{Lu}\p{L}/u.test(head));
}
