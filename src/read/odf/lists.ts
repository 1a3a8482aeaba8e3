// Lists of an OpenDocument file, and the numbers that are printed before headings without standing in their text.
import type { Attribute } from "../office/read-xml.ts";
import { letters, roman } from "../word-processor/list-numbers.ts";

interface Level {
  /** "1", "a", "I" …; "" prints nothing. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels the number shows: 2 for "1.1". */
  readonly shown: number;
  readonly start: number;
}

export interface OdfLists {
  /** Every element inside office:styles and office:automatic-styles goes through these two. */
  readonly open: (name: string, attribute: Attribute) => void;
  readonly close: (name: string) => void;
  /**
   * Counts a paragraph of the list style at `level` (from 1) and answers the number printed before it, "" for a bullet or
   * nothing. `restart`: the list begins anew. `startAt`: the number that the item itself asks for.
   */
  readonly count: (style: string, level: number, restart: boolean, startAt: number | null) => string;
}

/** The name that headings' own numbering goes by; no list style can be called so. */
export const outlineNumbering = "\0outline";

const deepest = 10;

/** Starts without list styles; they are taken in as the parts go by, styles before text. */
export function startLists(): OdfLists {
  const lists = new Map<string, Map<number, Level>>();
  const reached = new Map<string, (number | undefined)[]>();
  let current: Map<number, Level> | null = null;

  return {
    open: (name, attribute) => {
      switch (name) {
        case "text:list-style":
        case "text:outline-style":
          current = new Map();
          lists.set(name === "text:list-style" ? (attribute("style:name") ?? "") : outlineNumbering, current);
          break;
        case "text:list-level-style-number":
        case "text:outline-level-style":
        case "text:list-level-style-bullet": {
          const level = Number(attribute("text:level") ?? "1");
          current?.set(level, {
            format: attribute("style:num-format") ?? "",
            prefix: attribute("style:num-prefix") ?? "",
            suffix: attribute("style:num-suffix") ?? "",
            shown: Number(attribute("text:display-levels") ?? "1") || 1,
            start: Number(attribute("text:start-value") ?? "1"),
          });
          break;
        }
      }
    },
    close: (name) => {
      if (name === "text:list-style" || name === "text:outline-style") current = null;
    },
    count: (style, asked, restart, startAt) => {
      const levels = lists.get(style);
      const level = Math.min(Math.max(asked, 1), deepest);
      const definition = levels?.get(level);
      if (levels === undefined || definition === undefined) return "";
      const numbers = restart ? [] : (reached.get(style) ?? []);
      reached.set(style, numbers);
      const before = numbers[level];
      numbers[level] = startAt ?? (before === undefined ? definition.start : before + 1);
      numbers.length = level + 1;
      if (definition.format === "") return "";
      const shown: string[] = [];
      for (let each = Math.max(1, level - definition.shown + 1); each <= level; each++) {
        const of = levels.get(each);
        if (of === undefined || of.format === "") continue;
        shown.push(written(numbers[each] ?? of.start, of.format));
      }
      return `${definition.prefix}${shown.join(".")}${definition.suffix}`.trim();
    },
  };
}

/** A number in one of the formats of ODF 1.3 part 3, 19.500. */
function written(number: number, format: string): string {
  switch (format) {
    case "a":
      return letters(number);
    case "A":
      return letters(number).toUpperCase();
    case "i":
      return roman(number);
    case "I":
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}
