// Lists (word/numbering.xml), and the numbers that Word prints before headings without writing them in the text.
import { letters, roman } from "../word-processor/list-numbers.ts";
import { isOn, readXml } from "../office/read-xml.ts";
import type { XmlProblem } from "../office/read-xml.ts";

interface Level {
  start: number;
  /** "decimal", "bullet", "lowerLetter" … (ECMA-376 part 1, 17.18.59). */
  format: string;
  /** "%1.%2": %n is the number of level n. */
  text: string;
  /** Numbers of higher levels in Arabic figures whatever their own format ("II" but "2.1"). */
  arabic: boolean;
  /** Id of the paragraph style that the level belongs to. */
  style: string | null;
}

interface AbstractList {
  levels: (Level | undefined)[];
  /** Style that the levels are defined in, by another list. */
  styleLink: string | null;
  definesStyle: string | null;
}

interface List {
  abstract: string;
  overrides: Map<number, { start: number | null; level: Level | null }>;
}

export interface Numbering {
  /** What a level of a list looks like; null when there is no such list. `level` counts from 0. */
  readonly isBullet: (list: string, level: number) => boolean | null;
  /** The level of the list, from 0, that belongs to a paragraph style; null when none does. */
  readonly levelOfStyle: (list: string | null, style: string | undefined) => number | null;
  /** A counter for one reading of the document. */
  readonly startCounting: () => NumberCounter;
}

/**
 * Counts one paragraph of the list and answers the number printed before it: "3.2", "b)"; "" for a bullet or nothing.
 * To be called for every numbered paragraph in document order. `level` counts from 0.
 */
export type NumberCounter = (list: string, level: number) => string;

const deepestLevel = 8;

/** Numbering part → lists; null bytes for a document without one. */
export function readNumbering(bytes: Uint8Array | null): Numbering | XmlProblem {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  if (bytes !== null) {
    const problem = readLists(bytes, abstracts, lists);
    if (problem !== null) return problem;
  }

  const abstractOf = (list: List): AbstractList | undefined => {
    const own = abstracts.get(list.abstract);
    if (own?.styleLink == null) return own;
    // The levels stand in the list that defines the numbering style.
    for (const other of abstracts.values()) if (other.definesStyle === own.styleLink) return other;
    return own;
  };
  const levelOf = (list: List, level: number): Level | undefined =>
    list.overrides.get(level)?.level ?? abstractOf(list)?.levels[level];

  return {
    isBullet: (id, level) => {
      const list = lists.get(id);
      return list === undefined ? null : isSilent(levelOf(list, level)?.format ?? "bullet");
    },
    levelOfStyle: (id, style) => {
      const list = id === null ? undefined : lists.get(id);
      if (list === undefined || style === undefined) return null;
      const level = abstractOf(list)?.levels.findIndex((each) => each?.style === style) ?? -1;
      return level < 0 ? null : level;
    },
    startCounting: () => {
      /** Numbers reached, by abstract list: lists made from the same one go on counting together. */
      const reached = new Map<string, (number | undefined)[]>();
      const restarted = new Set<string>();
      return (id, asked) => {
        const list = lists.get(id);
        const level = Math.min(Math.max(asked, 0), deepestLevel);
        const definition = list === undefined ? undefined : levelOf(list, level);
        if (list === undefined || definition === undefined) return "";
        const numbers = reached.get(list.abstract) ?? [];
        reached.set(list.abstract, numbers);
        const startOver = list.overrides.get(level)?.start ?? null;
        const key = `${id}/${String(level)}`;
        if (startOver !== null && !restarted.has(key)) {
          restarted.add(key);
          numbers[level] = startOver;
        } else {
          const before = numbers[level];
          numbers[level] = before === undefined ? definition.start : before + 1;
        }
        numbers.length = level + 1;
        return label(definition, level, numbers, (other) => levelOf(list, other));
      };
    },
  };
}

/** Fills the template of the level with the numbers reached. */
function label(
  definition: Level,
  level: number,
  numbers: readonly (number | undefined)[],
  levelAt: (level: number) => Level | undefined,
): string {
  if (isSilent(definition.format)) return "";
  const filled = definition.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const of = Number(digit) - 1;
    const shown = levelAt(of);
    // A level that has not been counted yet shows where it would start.
    const number = numbers[of] ?? shown?.start ?? 1;
    const format = of === level || !definition.arabic ? (shown?.format ?? "decimal") : "decimal";
    return formatNumber(number, format);
  });
  return filled.trim();
}

function isSilent(format: string): boolean {
  return format === "bullet" || format === "none";
}

function formatNumber(number: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "bullet":
    case "none":
      return "";
    default:
      return String(number);
  }
}

function readLists(
  bytes: Uint8Array,
  abstracts: Map<string, AbstractList>,
  lists: Map<string, List>,
): XmlProblem | null {
  let abstract: AbstractList | null = null;
  let list: List | null = null;
  let override: { start: number | null; level: Level | null } | null = null;
  let level: Level | null = null;
  return readXml(bytes, {
    open: (name, attribute) => {
      const value = attribute("w:val");
      switch (name) {
        case "w:abstractNum":
          abstract = { levels: [], styleLink: null, definesStyle: null };
          abstracts.set(attribute("w:abstractNumId") ?? "", abstract);
          break;
        case "w:numStyleLink":
          if (abstract !== null) abstract.styleLink = value ?? null;
          break;
        case "w:styleLink":
          if (abstract !== null) abstract.definesStyle = value ?? null;
          break;
        case "w:num":
          list = { abstract: "", overrides: new Map() };
          lists.set(attribute("w:numId") ?? "", list);
          break;
        case "w:abstractNumId":
          if (list !== null) list.abstract = value ?? "";
          break;
        case "w:lvlOverride":
          override = { start: null, level: null };
          list?.overrides.set(levelNumber(attribute("w:ilvl")), override);
          break;
        case "w:startOverride":
          if (override !== null) override.start = startNumber(value);
          break;
        case "w:lvl":
          level = { start: 1, format: "decimal", text: "", arabic: false, style: null };
          if (override !== null) override.level = level;
          else if (abstract !== null) abstract.levels[levelNumber(attribute("w:ilvl"))] = level;
          break;
        case "w:start":
          if (level !== null) level.start = startNumber(value);
          break;
        case "w:numFmt":
          if (level !== null) level.format = value ?? "decimal";
          break;
        case "w:lvlText":
          if (level !== null) level.text = value ?? "";
          break;
        case "w:pStyle":
          if (level !== null) level.style = value ?? null;
          break;
        case "w:isLgl":
          if (level !== null) level.arabic = isOn(value);
          break;
      }
    },
    close: (name) => {
      if (name === "w:abstractNum") abstract = null;
      else if (name === "w:num") list = null;
      else if (name === "w:lvlOverride") override = null;
      else if (name === "w:lvl") level = null;
    },
    text: () => undefined,
  });
}

/** Levels beyond the nine of the format would only make sparse arrays. */
function levelNumber(value: string | undefined): number {
  const number = Number.parseInt(value ?? "0", 10);
  return Number.isNaN(number) ? 0 : Math.min(Math.max(number, 0), deepestLevel);
}

function startNumber(value: string | undefined): number {
  const number = Number.parseInt(value ?? "1", 10);
  return Number.isNaN(number) ? 1 : number;
}
