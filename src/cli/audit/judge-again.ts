// The second judgement of a run: boilerplate across documents is known when the last of them is done. Those that hold it are
// read again, as many at a time as the first time, and judged with it in mind.
import { message, type Language } from "../../messages/message.ts";
import type { DocumentReport } from "../../model/report.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import type { StandardText } from "../../pipeline/standard-text.ts";
import type { Input } from "../inputs/input.ts";
import type { OpenInputs } from "../inputs/open-inputs.ts";
import type { InputDocument } from "../inputs/read-input.ts";
import { firstPaths } from "../first-paths.ts";
import { aheadFor, inOrder, untilAborted } from "./in-order.ts";

/** The numbers of a run's files that an input stands for, from `first` to before `end`. */
export interface Range {
  readonly input: Input;
  readonly first: number;
  end: number;
}

/** A document that is there with the content that was judged first, and the numbers that it has in the run. */
interface FoundAgain {
  readonly found: InputDocument & { readonly bytes: Uint8Array };
  readonly input: Input;
  readonly before: DocumentReport;
  readonly positions: readonly number[];
}

export interface AgainOptions {
  /** How many are read at a time. */
  readonly jobs: number;
  /** Ends the work; what is not done by then stays as it was. */
  readonly signal: AbortSignal | undefined;
  /** The document judged anew, or null when that did not come out as a whole judgement of the same text. */
  readonly audit: (
    found: FoundAgain["found"],
    input: Input,
    before: DocumentReport,
  ) => Promise<DocumentReport | null>;
}

/**
 * Puts in the place of each document of `slots` that holds boilerplate its second judgement. Where there is none (the file has
 * changed or gone, it came through standard input, its reader ran out of time or came to grief) the first one stays: it
 * is right but for the mark. Answers the paths of those.
 */
export async function judgeAgain(
  slots: (DocumentReport | null)[],
  ranges: readonly Range[],
  inputs: OpenInputs,
  standardText: StandardText,
  { jobs, signal, audit }: AgainOptions,
): Promise<readonly string[]> {
  const left = new Set(standardText.documents);
  const work = async ({ found, input, before, positions }: FoundAgain): Promise<void> => {
    const again = await audit(found, input, before);
    if (again === null) return;
    for (const position of positions) {
      slots[position] = again;
      left.delete(position);
    }
  };
  const all = inOrder(documentsAgain(slots, ranges, inputs, standardText), aheadFor(jobs), work);
  for await (const _done of signal === undefined ? all : untilAborted(all, signal));
  return [...left].sort((a, b) => a - b).flatMap((position) => slots[position]?.path ?? []);
}

/** One line on the documents that keep their first judgement; "" for none. */
export function describeNotMarked(paths: readonly string[], lang: Language): string {
  if (paths.length === 0) return "";
  return `${message(lang, "standard.notMarked", { n: paths.length, paths: firstPaths(paths) })}\n`;
}

async function* documentsAgain(
  slots: readonly (DocumentReport | null)[],
  ranges: readonly Range[],
  inputs: OpenInputs,
  { documents }: StandardText,
): AsyncGenerator<FoundAgain, void, undefined> {
  const keyOf = (path: string, hash: string): string => `${path}\u0000${hash}`;
  for (const { input, first, end } of ranges) {
    if (input.kind !== "file") continue;
    // By path and content: an archive may hold several files of one name, and some of its files are no documents.
    const wanted = new Map<string, { readonly before: DocumentReport; readonly positions: number[] }>();
    for (let position = first; position < end; position++) {
      const before = slots[position];
      if (before == null || !documents.has(position)) continue;
      const key = keyOf(before.path, before.sha256);
      const own = wanted.get(key) ?? { before, positions: [] };
      own.positions.push(position);
      wanted.set(key, own);
    }
    if (wanted.size === 0) continue;
    for await (const found of inputs.documentsOf(input)) {
      if (!("bytes" in found)) continue;
      const key = keyOf(found.path, sha256(found.bytes));
      const own = wanted.get(key);
      if (own === undefined) continue;
      yield { found, input, ...own };
      wanted.delete(key);
      if (wanted.size === 0) break;
    }
  }
}
