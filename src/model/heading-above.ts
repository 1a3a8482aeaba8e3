// Which of the headings above tells a section from others of the same name: minutes have a "Beslut" under every item.
import { wordsAlone } from "./words-alone.ts";

interface Headed {
  readonly id: string;
  readonly number: string | null;
  readonly heading: string;
  /** The headings down to the section with their numbers, its own last. */
  readonly path: readonly string[];
}

/**
 * Section id → the heading above it that fewest sections of the same number and heading stand under, the nearest of
 * equals. Only for sections whose name occurs more than once in the document, and not where all of that name stand under
 * the same headings: there the place alone tells them apart.
 */
export function headingsAbove(sections: readonly Headed[]): ReadonlyMap<string, string> {
  const namesakes = new Map<string, Headed[]>();
  for (const section of sections) {
    const name = wordsAlone(`${section.number ?? ""} ${section.heading}`);
    if (name === "") continue;
    const group = namesakes.get(name);
    if (group === undefined) namesakes.set(name, [section]);
    else group.push(section);
  }
  const above = new Map<string, string>();
  for (const group of namesakes.values()) {
    if (group.length === 1) continue;
    const under = group.map(({ path }) => path.slice(0, -1).map(wordsAlone));
    const shared = new Map<string, number>();
    for (const heading of under.flatMap((path) => [...new Set(path)])) {
      shared.set(heading, (shared.get(heading) ?? 0) + 1);
    }
    for (const [index, { id, path }] of group.entries()) {
      let [fewest, telling] = [group.length, ""];
      for (const [depth, heading] of (under[index] ?? []).entries()) {
        const count = shared.get(heading) ?? group.length;
        // Nearer headings come later in the path, so they win over equals.
        if (heading !== "" && (count < fewest || (count === fewest && telling !== ""))) {
          [fewest, telling] = [count, path[depth] ?? ""];
        }
      }
      if (telling !== "") above.set(id, telling);
    }
  }
  return above;
}
