// Which sections are in another language than the document: an English summary, a Swedish chapter of an English report.
import type { Block, Section } from "../../model/document.ts";
import { clearLanguage } from "./find-language.ts";

/**
 * The sections, those with `language` that are clearly in another one than the document's. A section with too few words to
 * tell goes with the section above it.
 */
export function withLanguages(
  text: string,
  blocks: readonly Block[],
  sections: readonly Section[],
  language: string | null,
): readonly Section[] {
  // One section is the document.
  if (sections.length < 2) return sections;
  const start = (section: Section): number => blocks[section.blocks.first]?.span.start ?? 0;
  const end = (section: Section): number => blocks[section.blocks.end - 1]?.span.end ?? 0;
  const own = sections.map((section) => clearLanguage(text.slice(start(section), end(section))));
  /** Of a section with those under it: only asked for where short sections stand under one that says too little itself. */
  const whole = (position: number): string | null => {
    const section = sections[position];
    if (section === undefined) return null;
    let last = position;
    while ((sections[last + 1]?.depth ?? 0) > section.depth) last++;
    return clearLanguage(text.slice(start(section), end(sections[last] ?? section)));
  };
  const above = new Map<number, string | null>();
  const settled: (string | null)[] = [];
  for (const [position, { parent }] of sections.entries()) {
    let found = own[position] ?? null;
    if (found === null && parent !== null) {
      if (!above.has(parent)) above.set(parent, own[parent] ?? whole(parent) ?? settled[parent] ?? null);
      found = above.get(parent) ?? null;
    }
    settled.push(found ?? language);
  }
  return sections.map((section, position) => {
    const found = settled[position] ?? null;
    return found === null || found === language ? section : { ...section, language: found };
  });
}
