// Lists of a Word document ([MS-DOC] 2.9.131, 2.9.149): the numbers that are printed before headings without standing in
// the text.
import { letters, roman } from "../word-processor/list-numbers.ts";

interface Level {
  readonly start: number;
  /** Kind of number ([MS-OSHARED] 2.2.1.3). */
  readonly format: number;
  /** Numbers of higher levels in Arabic figures. */
  readonly arabic: boolean;
  /** Signs below 9 stand for the number of that level. */
  readonly text: string;
}

export interface DocLists {
  /** Counts a paragraph of the list (from 1) at `level` (from 0); answers what is printed, "" for a bullet or nothing. */
  readonly count: (list: number, level: number) => string;
}

const bullet = 23;
const none = 255;
const mostLists = 10_000;

/** `lists` runs on behind its stated length: the levels stand there. */
export function readLists(lists: DataView, overrides: DataView): DocLists {
  const levelsOf = readLevels(lists);
  const listOf = readOverrides(overrides);
  const reached = new Map<number, (number | undefined)[]>();
  return {
    count: (list, asked) => {
      const id = listOf[list - 1];
      const levels = id === undefined ? undefined : levelsOf.get(id);
      const level = Math.min(Math.max(asked, 0), 8);
      const definition = levels?.[level];
      if (id === undefined || levels === undefined || definition === undefined) return "";
      const numbers = reached.get(id) ?? [];
      reached.set(id, numbers);
      const before = numbers[level];
      numbers[level] = before === undefined ? definition.start : before + 1;
      numbers.length = level + 1;
      if (definition.format === bullet || definition.format === none) return "";
      return [...definition.text]
        .map((sign) => {
          const of = sign.charCodeAt(0);
          if (of > 8) return sign;
          const shown = levels[of];
          const number = numbers[of] ?? shown?.start ?? 1;
          return written(number, definition.arabic && of !== level ? 0 : (shown?.format ?? 0));
        })
        .join("")
        .trim();
    },
  };
}

function readLevels(part: DataView): ReadonlyMap<number, readonly Level[]> {
  const lists = new Map<number, readonly Level[]>();
  if (part.byteLength < 2) return lists;
  const count = Math.min(part.getUint16(0, true), mostLists);
  let at = 2 + count * 28;
  for (let index = 0; index < count; index++) {
    const head = 2 + index * 28;
    const id = part.getInt32(head, true);
    const simple = (part.getUint8(head + 26) & 1) !== 0;
    const levels: Level[] = [];
    for (let level = 0; level < (simple ? 1 : 9); level++) {
      const start = part.getInt32(at, true);
      const format = part.getUint8(at + 4);
      const arabic = (part.getUint8(at + 5) & 4) !== 0;
      at += 28 + part.getUint8(at + 24) + part.getUint8(at + 25);
      const length = part.getUint16(at, true);
      at += 2;
      let text = "";
      for (let sign = 0; sign < length; sign++, at += 2)
        text += String.fromCharCode(part.getUint16(at, true));
      levels.push({ start, format, arabic, text });
    }
    lists.set(id, levels);
  }
  return lists;
}

/** Id of the list by the number that paragraphs name it with, from 1 on. */
function readOverrides(part: DataView): readonly number[] {
  if (part.byteLength < 4) return [];
  const count = Math.min(part.getUint32(0, true), mostLists);
  const ids: number[] = [];
  for (let index = 0; index < count && 4 + index * 16 + 4 <= part.byteLength; index++)
    ids.push(part.getInt32(4 + index * 16, true));
  return ids;
}

function written(number: number, format: number): string {
  switch (format) {
    case 1:
      return roman(number).toUpperCase();
    case 2:
      return roman(number);
    case 3:
      return letters(number).toUpperCase();
    case 4:
      return letters(number);
    case 22:
      return String(number).padStart(2, "0");
    case bullet:
    case none:
      return "";
    default:
      return String(number);
  }
}
