// A group of an RTF file: what it inherits from the group around it and gives back at its end, and the control words
// that change it.

/** Where text of a group goes. */
export type Destination =
  "text" | "skip" | "label" | "fonts" | "styles" | "style" | "info" | "title" | "author" | "instruction";

export interface Group {
  destination: Destination;
  /** Whether a \* stands in front: what we do not know is then to be passed over. */
  starred: boolean;
  /** Bytes that stand for one \u, for programs that do not know it. */
  fallbackBytes: number;
  font: number;
  bold: boolean;
  underlined: boolean;
  /** Shown in capitals, however it is typed. */
  capitals: boolean;
  /** In half points. */
  size: number;
  hidden: boolean;
  inserted: boolean;
  deleted: boolean;
  /** Number of the paragraph style. */
  style: number;
  /** Outline level of the paragraph itself, from 0; null for that of its style. */
  outline: number | null;
  list: boolean;
  inTable: boolean;
  /** How deep in tables, from 1. */
  nesting: number;
  contents: boolean;
  field: { instruction: string } | null;
  /** Whether this very group has opened a story, which ends with it. */
  opensStory: boolean;
}

const plainText = {
  bold: false,
  underlined: false,
  capitals: false,
  size: 24,
  hidden: false,
  inserted: false,
  deleted: false,
};
/** Control words that underline, each with another line. */
const underlines: ReadonlySet<string> = new Set(
  "ul uld uldash uldashd uldashdd uldb ulhwave ulldash ulth ulthd ulthdash ulthdashd ulthdashdd ulthldash ululdbwave ulw ulwave".split(
    " ",
  ),
);
const plainParagraph = { style: 0, outline: null, list: false, inTable: false, nesting: 1 };
const deepestNesting = 20;

/** The outermost group, as the specification has it before the first control word. */
export function outermostGroup(): Group {
  return {
    ...plainText,
    ...plainParagraph,
    destination: "text",
    starred: false,
    fallbackBytes: 1,
    font: 0,
    contents: false,
    field: null,
    opensStory: false,
  };
}

/** A group inside `outer`, as it is when its brace opens. */
export function innerGroup(outer: Group): Group {
  return { ...outer, starred: false, opensStory: false };
}

/** Makes the group's text part of a story of its own: it stands in no table, list or style of the text around it. */
export function leaveParagraph(group: Group): void {
  Object.assign(group, plainParagraph);
}

/**
 * Applies a control word that says how text looks, or how its paragraph stands. Other words change nothing. `number` is
 * null where the word has none.
 */
export function formatGroup(group: Group, name: string, number: number | null, defaultFont: number): void {
  const on = number !== 0;
  if (underlines.has(name)) group.underlined = on;
  switch (name) {
    case "uc":
      group.fallbackBytes = Math.max(0, number ?? 1);
      return;
    case "f":
      group.font = number ?? 0;
      return;
    case "b":
      group.bold = on;
      return;
    case "ulnone":
      group.underlined = false;
      return;
    case "caps":
      group.capitals = on;
      return;
    case "fs":
      group.size = number ?? 24;
      return;
    case "v":
      group.hidden = on;
      return;
    case "revised":
    case "mvt":
      group.inserted = on;
      return;
    case "deleted":
    case "mvf":
      group.deleted = on;
      return;
    case "plain":
      Object.assign(group, plainText, { font: defaultFont });
      return;
    case "pard":
      Object.assign(group, plainParagraph);
      return;
    case "s":
      group.style = number ?? 0;
      return;
    case "outlinelevel":
      group.outline = number;
      return;
    case "intbl":
      group.inTable = on;
      return;
    case "itap":
      group.nesting = Math.min(Math.max(number ?? 1, 1), deepestNesting);
      if ((number ?? 0) > 0) group.inTable = true;
      return;
    case "ls":
      group.list = (number ?? 0) > 0;
      return;
  }
}
