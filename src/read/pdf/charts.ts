// Charts and maps drawn with text: figures along an axis, names on their side. Their titles are no headings, since the
// text around them belongs to the section in which the chart stands.
import type { Group } from "./layout/paragraphs.ts";

/** So many figures or sideways names on a page make a chart. */
const fewestMarks = 4;
/** A chart's title stands at most so far above its marks, in ems of the title; other words as near at its sides. */
const reachAbove = 5;
const reachAround = 1.5;

const onlyFigure = /^[-–−+±]?\d[\d\s.,]*\s*(?:%|kr|mnkr|mkr|tkr|st)?$/u;

interface Placed {
  readonly group: Group;
  readonly page: number;
}

/** The groups (of all pages) that belong to charts: marks and titles. */
export function findCharts(groups: readonly Placed[]): Set<Group> {
  const found = new Set<Group>();
  const byPage = new Map<number, Group[]>();
  for (const { group, page } of groups) byPage.set(page, [...(byPage.get(page) ?? []), group]);
  for (const onPage of byPage.values()) {
    const marks = onPage.filter((group, index) => isMark(group) && !headsText(group, onPage[index + 1]));
    if (marks.length < fewestMarks) continue;
    const lines = marks.flatMap((group) => group.lines);
    const box = {
      x0: Math.min(...lines.map((line) => line.x0)),
      x1: Math.max(...lines.map((line) => line.x1)),
      top: Math.max(...lines.map((line) => line.y)),
      bottom: Math.min(...lines.map((line) => line.y)),
    };
    for (const mark of marks) found.add(mark);
    for (const group of onPage) {
      const [line] = group.lines;
      if (line === undefined || found.has(group)) continue;
      const em = line.size;
      const beside = line.x1 > box.x0 - reachAround * em && line.x0 < box.x1 + reachAround * em;
      if (beside && line.y < box.top + reachAbove * em && line.y > box.bottom - reachAround * em)
        found.add(group);
    }
  }
  return found;
}

const fewestTextCharacters = 30;

/** "1.2" over a paragraph that begins at the same place is its number. */
function headsText(group: Group, next: Group | undefined): boolean {
  const [line] = group.lines;
  const below = next?.lines[0];
  return (
    line !== undefined &&
    below !== undefined &&
    /^\d{1,2}(?:\.\d{1,2})*\.?$/u.test(line.text.trim()) &&
    Math.abs(line.x0 - below.x0) < 2 &&
    below.y < line.y &&
    below.text.length >= fewestTextCharacters
  );
}

function isMark(group: Group): boolean {
  const [line] = group.lines;
  return (
    line !== undefined && group.lines.length === 1 && (!line.upright || onlyFigure.test(line.text.trim()))
  );
}
