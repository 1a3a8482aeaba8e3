// Which items of a text are shown when there is room for only so many bytes.

/** A piece of text under headings; headings are written once for all items that share them. */
export interface Item {
  /** Headings above it, the outermost first, each with its line breaks. */
  readonly headings: readonly string[];
  readonly text: string;
  /** 0 is the gravest. */
  readonly rank: number;
}

const bytesOf = (text: string): number => Buffer.byteLength(text, "utf8");

/** The headings of `item` that none of `written` has yet. */
function newHeadings(item: Item, written: Set<string>): string[] {
  return item.headings.filter((_, depth) => {
    const key = item.headings.slice(0, depth + 1).join("\u0000");
    if (written.has(key)) return false;
    written.add(key);
    return true;
  });
}

/** The gravest items that fit into `room` bytes with their headings, in the order given. Stops at the first that does not. */
export function fitItems(items: readonly Item[], room: number): readonly Item[] {
  const byRank = [...items].sort((a, b) => a.rank - b.rank);
  const chosen = new Set<Item>();
  const written = new Set<string>();
  let left = room;
  for (const item of byRank) {
    const headings = newHeadings(item, written);
    left -= bytesOf(headings.join("") + item.text);
    if (left < 0) break;
    chosen.add(item);
  }
  return items.filter((item) => chosen.has(item));
}

/** Items one after the other, each heading once. Items under the same headings stand together. */
export function writeItems(items: readonly Item[]): string {
  const written = new Set<string>();
  return items.map((item) => newHeadings(item, written).join("") + item.text).join("");
}
