// What the running text of a document looks like; headings, notes and captions are told by how they differ from it.
import type { Line } from "../layout/lines.ts";
import type { PageText, Run } from "../page.ts";

export interface BodyStyle {
  /** Type size that most characters of the document are set in, in points. */
  readonly size: number;
  /** Weight of that type as its font states it. */
  readonly weight: number;
  /** Most of the running text is set in bold. */
  readonly bold: boolean;
  readonly font: string;
}

/** A font that does not call itself bold is taken for bold when it is so much heavier than the running text. */
const heavier = 200;

const usualName = /regular|roman|book|light|normal|\bmt$/iu;

/** The commonest size and font by characters. A document without text gets 10 points. */
export function findBodyStyle(pages: readonly PageText[]): BodyStyle {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  const add = <Key>(counts: Map<Key, number>, key: Key, by: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const page of pages)
    for (const run of page.runs) add(sizes, Math.round(run.size * 2) / 2, run.text.length);
  const size = mostFrequent(sizes) ?? 10;
  let bold = 0;
  let all = 0;
  const weights = new Map<number, number>();
  for (const page of pages) {
    for (const run of page.runs) {
      if (Math.abs(run.size - size) > 0.5) continue;
      all += run.text.length;
      if (run.bold) bold += run.text.length;
      add(weights, run.weight, run.text.length);
      add(fonts, run.font, run.text.length);
    }
  }
  return {
    size,
    weight: mostFrequent(weights) ?? 400,
    bold: bold > 0.5 * all,
    font: mostFrequent(fonts) ?? "",
  };
}

function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = -1;
  for (const [key, count] of counts) {
    if (count > most) {
      most = count;
      best = key;
    }
  }
  return best;
}

/** Is the run set in bold, as seen beside the running text? */
export function isBold(run: Run, body: BodyStyle): boolean {
  if (run.bold) return true;
  return (
    run.font !== body.font && !usualName.test(run.font) && run.weight >= Math.max(600, body.weight + heavier)
  );
}

/** Relative size of a line: 1 is the running text. */
export const scaleOf = (line: Pick<Line, "size">, body: BodyStyle): number => line.size / body.size;
