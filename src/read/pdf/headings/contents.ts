// Tables of contents: lines that lead to page numbers. They stay where they stand, in a layer of their own, so that an
// entry is not taken for the heading it names.
import type { Line } from "../layout/lines.ts";
import { joinOnBaseline } from "../layout/lines.ts";
import type { PagePart } from "../tables/tables.ts";
import { contentsTitles } from "../layout/words.ts";

export interface ContentsEntry {
  readonly title: string;
}

export interface PageContents {
  /** The parts of the page that are left, in order, contents put where they stood. */
  readonly parts: readonly (PagePart | { readonly kind: "contents"; readonly lines: readonly Line[] })[];
  readonly entries: readonly ContentsEntry[];
}

/** Leader dots or a wide gap, then a page number. */
const leadsToPage = /(?:\.{3,}|(?:\s\.){3,}|…{1,}|_{3,}|\t)[\s.…]*(\d{1,4}|[ivxl]{1,6})$/iu;
/** What every leader has in it: most lines that end in a letter or digit have nothing of the kind. */
const someLeader = /\.\.\.|\s\.|[…\t]|___/u;
const leaderDots = /\.{3,}|(?:\s\.){3,}|…|_{3,}/u;
const endsInNumber = /\p{L}.*\s(\d{1,4})$/u;
const leaders = /[\s.…_]*$/u;

/** Lines between two entries that are the first half of a wrapped entry, at most. */
const widestBreak = 2;
const fewestEntries = 3;

/** Finds the contents on the pages of a document, in order. `pageCount` bounds what can be a page number. */
export function findContents(pages: readonly (readonly PagePart[])[], pageCount: number): PageContents[] {
  let open = false;
  return pages.map((parts) => {
    const result = contentsOfPage(parts, pageCount, open);
    open = result.open;
    return result.page;
  });
}

interface Candidate {
  readonly part: number;
  readonly line: Line;
  readonly title: boolean;
  readonly entry: string | null;
}

function contentsOfPage(
  parts: readonly PagePart[],
  pageCount: number,
  openBefore: boolean,
): { page: PageContents; open: boolean } {
  const candidates: Candidate[] = [];
  let underTitle = openBefore;
  for (const [part, content] of parts.entries()) {
    for (const line of content.kind === "text" ? content.lines : rowLines(content)) {
      const text = line.text.trim();
      const title = contentsTitles.test(text);
      underTitle ||= title;
      candidates.push({ part, line, title, entry: title ? null : entryOf(text, underTitle, pageCount) });
    }
  }
  const found = new Set<number>();
  const titles: ContentsEntry[] = [];
  let open = false;
  let at = 0;
  while (at < candidates.length) {
    const end = blockEnd(candidates, at);
    const entries = candidates.slice(at, end).filter((candidate) => candidate.entry !== null);
    const title = titleAbove(candidates, at, entries);
    const titled = title >= 0 || (at === 0 && openBefore);
    const enough = entries.length >= (titled ? (at === 0 && openBefore ? 1 : 2) : fewestEntries);
    if (end > at && enough && (titled || (ascends(entries) && haveLeaders(entries)))) {
      for (let index = at; index < end; index++) found.add(index);
      if (title >= 0) for (let index = title; index < at; index++) found.add(index);
      let wrapped = "";
      for (const { entry, line } of candidates.slice(at, end)) {
        if (entry === null) wrapped = `${line.text.trim()} `;
        else {
          titles.push({ title: wrapped + entry });
          wrapped = "";
        }
      }
      open = end === candidates.length;
    }
    at = Math.max(end, at + 1);
  }
  if (found.size === 0) return { page: { parts, entries: [] }, open: false };
  return { page: { parts: takeOut(parts, candidates, found), entries: titles }, open };
}

/** The name of a first part of the contents may stand between their title and the first entry: so many lines. */
const mostLinesUnderTitle = 3;

/** Index of the title that stands over the block of entries beginning at `start`; -1 without one. */
function titleAbove(candidates: readonly Candidate[], start: number, entries: readonly Candidate[]): number {
  if (candidates[start - 1]?.title === true) return start - 1;
  if (entries.length < fewestEntries || !ascends(entries)) return -1;
  for (let at = start - 2; at >= Math.max(0, start - 1 - mostLinesUnderTitle); at--)
    if (candidates[at]?.title === true) return at;
  return -1;
}

/** The rows of a table as lines, since contents without leader dots look like a table of two columns. */
function rowLines(table: Extract<PagePart, { kind: "table" }>): Line[] {
  return table.rows.flatMap((row) => {
    const cells = row.cells.filter((cell) => cell.length > 0);
    if (cells.some((cell) => cell.length > 2)) return [];
    const firsts = cells.map((cell) => cell.slice(0, -1)).flat();
    const line = joinOnBaseline(cells.flatMap((cell) => cell.slice(-1)));
    return line === null ? firsts : [...firsts, line];
  });
}

/** What every entry ends in. Asked of every line of a document, and most are done with it. */
const endsLikeEntry = /[\divxl]$/iu;

function entryOf(text: string, underTitle: boolean, pageCount: number): string | null {
  if (!endsLikeEntry.test(text)) return null;
  const led = someLeader.test(text) ? leadsToPage.exec(text) : null;
  const match = led ?? (underTitle ? endsInNumber.exec(text) : null);
  const number = match?.[1];
  if (match === null || number === undefined || !/\p{L}{2}/u.test(text)) return null;
  if (/^\d+$/u.test(number) && Number(number) > pageCount + 300) return null;
  // Two numbers in columns of their own: a table of figures.
  if (/\t[\d\s.,%]*\d[\d\s.,%]*\t/u.test(text.slice(0, match.index + 1))) return null;
  return text
    .slice(0, text.length - number.length)
    .replace(leaders, "")
    .replace(/\s+/gu, " ");
}

/** Index after the last entry of the block of entries that begins at `start`; `start` when none begins there. */
function blockEnd(candidates: readonly Candidate[], start: number): number {
  let end = start;
  let between = 0;
  for (let at = start; at < candidates.length; at++) {
    if (candidates[at]?.entry != null) {
      end = at + 1;
      between = 0;
    } else if (at === start || candidates[at]?.title === true || ++between > widestBreak) break;
  }
  return end;
}

function ascends(entries: readonly Candidate[]): boolean {
  const numbers = entries.map(({ line }) => Number(/(\d+)$/u.exec(line.text.trim())?.[1] ?? Number.NaN));
  const rising = numbers.slice(1).filter((number, index) => number >= (numbers[index] ?? 0)).length;
  return rising >= 0.8 * (numbers.length - 1);
}

/** Without a title above, a wide gap before a number makes a table as well; leader dots make contents only. */
function haveLeaders(entries: readonly Candidate[]): boolean {
  const led = entries.filter(({ line }) => leaderDots.test(line.text)).length;
  return led >= 0.6 * entries.length;
}

function takeOut(
  parts: readonly PagePart[],
  candidates: readonly Candidate[],
  found: ReadonlySet<number>,
): PageContents["parts"] {
  const result: PageContents["parts"][number][] = [];
  for (const [index, part] of parts.entries()) {
    const own = [...candidates.entries()].filter(([, candidate]) => candidate.part === index);
    const inContents = own.filter(([at]) => found.has(at));
    if (inContents.length === 0) result.push(part);
    else if (part.kind === "table") {
      result.push({ kind: "contents", lines: own.map(([, { line }]) => line) });
    } else {
      let text: Line[] = [];
      let contents: Line[] = [];
      const flush = (): void => {
        if (text.length > 0) result.push({ kind: "text", lines: text });
        if (contents.length > 0) result.push({ kind: "contents", lines: contents });
        text = [];
        contents = [];
      };
      for (const [at, { line }] of own) {
        if (found.has(at) ? text.length > 0 : contents.length > 0) flush();
        (found.has(at) ? contents : text).push(line);
      }
      flush();
    }
  }
  return result;
}
