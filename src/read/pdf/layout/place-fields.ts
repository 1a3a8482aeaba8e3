// What is filled in in a form among the runs of its page, in the places where a reader sees it.
import type { Box, FormField, Run } from "../page.ts";

/** A box belongs to the words that begin so many ems after it, or end so many before; a text in a field to its label. */
const nearest = { box: 2, label: 3 };
/** Width of a letter, in ems, as it is on average. */
const letterWidth = 0.5;
/** Where the program is to choose the size, and the page has no type to go by. */
const usualSize = 11;

/** Somebody has filled the field in, or ticked it. */
export const isFilled = ({ text }: FormField): boolean => text !== "☐";

/** The runs of a page with what is filled in, each where the eye meets it: the order of drawing is kept for all others. */
export function withFields(runs: readonly Run[], fields: readonly FormField[]): Run[] {
  const placed = [...runs];
  const upwards = fields.toSorted((a, b) => b.y1 - a.y1 || a.x0 - b.x0);
  for (const field of upwards) {
    if (field.isBox) placeBox(placed, field);
    else placeText(placed, field);
  }
  return placed;
}

function placeBox(runs: Run[], field: FormField): void {
  const middle = (field.y0 + field.y1) / 2;
  const gapTo = (run: Run, from: number, to: number): number =>
    run.upright && Math.abs(run.y + 0.35 * run.size - middle) < 0.6 * run.size
      ? (to - from) / run.size
      : Number.POSITIVE_INFINITY;
  const find = (gap: (run: Run) => number): number =>
    runs.findIndex((run) => gap(run) > -0.3 && gap(run) <= nearest.box);
  const after = find((run) => gapTo(run, field.x1, run.x0));
  const label = runs[after];
  if (label !== undefined) {
    runs[after] = { ...label, text: `${field.text} ${label.text}`, x0: field.x0, hyphen: label.hyphen };
    return;
  }
  const before = find((run) => gapTo(run, run.x1, field.x0));
  const word = runs[before];
  if (word !== undefined) {
    runs[before] = { ...word, text: `${word.text} ${field.text}`, x1: field.x1, hyphen: false };
    return;
  }
  const size = Math.max(4, Math.min(usualSize, field.y1 - field.y0));
  runs.splice(indexFor(runs, field), 0, runOf(field.text, field.x0, field.x1, field.y0 + 0.2 * size, size));
}

function placeText(runs: Run[], field: FormField): void {
  const paragraphs = field.text.split(/[\r\n\u2028\u2029]+/u).filter((text) => text.trim() !== "");
  const height = Math.max(1, field.y1 - field.y0);
  const usual = runs.length === 0 ? usualSize : median(runs.map(({ size }) => size));
  const size = Math.min(field.size === 0 ? usual : field.size, Math.max(4, height));
  const width = Math.max(size, field.x1 - field.x0);
  const lengths = paragraphs.map((text) => Math.ceil((text.length * letterWidth * size) / width));
  const lines = lengths.reduce((sum, count) => sum + count, 0);
  // What is more than the field can show is read all the same, and stays within it.
  const leading = Math.min(1.2 * size, height / Math.max(1, lines));
  const [only, second] = paragraphs;
  const baseline =
    lines > 1 || height > 2.5 * size ? field.y1 - 0.9 * leading : (field.y0 + field.y1) / 2 - 0.35 * size;
  if (only !== undefined && second === undefined && joinLabel(runs, field, only, baseline)) return;
  const right = (text: string): number => Math.min(field.x1, field.x0 + text.length * letterWidth * size);
  let y = baseline;
  const made = paragraphs.map((text, index) => {
    const run = runOf(text, field.x0, right(text), y, size);
    y -= (lengths[index] ?? 1) * leading;
    return run;
  });
  runs.splice(indexFor(runs, field), 0, ...made);
}

/** "Datum:" and what stands in the field right after it are one line. */
function joinLabel(runs: Run[], field: FormField, text: string, baseline: number): boolean {
  const at = runs.findIndex(
    (run) =>
      run.upright &&
      Math.abs(run.y - baseline) < 0.6 * run.size &&
      field.x0 - run.x1 > -0.3 * run.size &&
      field.x0 - run.x1 <= nearest.label * run.size,
  );
  const label = runs[at];
  if (label === undefined) return false;
  const x1 = Math.min(field.x1, field.x0 + text.length * letterWidth * label.size);
  runs[at] = { ...label, text: `${label.text} ${text}`, x1, bold: false, italic: false, hyphen: false };
  return true;
}

/** After what stands left of the field on its line, else after the nearest line above it, else before all others. */
function indexFor(runs: readonly Run[], { x0, x1, y0, y1 }: Box): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [index, run] of runs.entries()) {
    if (!run.upright) continue;
    const beside = run.y >= y0 - 0.3 * run.size && run.y <= y1 && run.x1 <= x0 + 0.3 * run.size;
    const above = run.y > y1 - 0.3 * run.size && run.x0 < x1 && run.x1 > x0;
    if (!beside && !above) continue;
    const distance = beside ? (x0 - run.x1) / 1000 : run.y - y0;
    if (distance <= bestDistance) {
      best = index;
      bestDistance = distance;
    }
  }
  return best + 1;
}

const runOf = (text: string, x0: number, x1: number, y: number, size: number): Run => ({
  text: text.trim(),
  x0,
  x1,
  y,
  size: Math.round(size * 10) / 10,
  font: "",
  weight: 400,
  bold: false,
  italic: false,
  upright: true,
  hyphen: false,
});

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? usualSize;
}
