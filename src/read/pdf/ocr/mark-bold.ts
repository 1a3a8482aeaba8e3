// What is set in bold, seen from how wide its strokes are beside those of the running text.
import type { PageText } from "../page.ts";

/** Strokes wider than the usual ones by this factor are bold. Measured: running text varies by a tenth, bold is 1.6–2. */
const bolder = 1.4;
const regularWeight = 400;
const boldWeight = 700;

/** Pages whose runs have the width of their strokes, as a share of the type size, for a weight → with real weights. */
export function markBold(pages: readonly PageText[]): PageText[] {
  const usual = usualStroke(pages);
  return pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => {
      const bold = usual > 0 && run.weight >= bolder * usual;
      return { ...run, bold, weight: bold ? boldWeight : regularWeight };
    }),
  }));
}

/** Half of all characters have strokes as wide as this or wider; 0 when none was measured. */
function usualStroke(pages: readonly PageText[]): number {
  const measured = pages.flatMap(({ runs }) => runs.filter(({ weight }) => weight > 0));
  const half = measured.reduce((sum, { text }) => sum + text.length, 0) / 2;
  let seen = 0;
  for (const { weight, text } of measured.sort((a, b) => a.weight - b.weight)) {
    seen += text.length;
    if (seen >= half) return weight;
  }
  return 0;
}
