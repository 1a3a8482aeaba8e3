// What the name of a paragraph style says the paragraph is, whichever program and language wrote it.

/** What a paragraph is by its style, as far as headings and lists are concerned. */
export interface StyleRole {
  readonly role: "title" | "contents" | "caption" | "list" | null;
  /** The name says heading without saying of which level ("Prop. rubrik", "Mellanrubrik"). */
  readonly headingLike: boolean;
}

/**
 * Names of heading styles. The first is the built-in name, which Word, LibreOffice and Google Docs write in every
 * language; the others are what converters and hand-made templates write in its place.
 */
const headingName = /^(?:heading|rubrik|überschrift|overskrift|otsikko)[\s_-]?(?:nivå\s?)?([1-9])\b/u;
/** "Numrerad rubrik 1", "RH Rubrik 2": the styles of a template; not those of tables, of what is under a heading, or of contents. */
const ownHeadingName =
  /^(?!.*(?:tabell|diagram|figur|bild|table|figure|sub|under|mellan|innehåll|toc|index|förteckning|sidhuvud|sidfot|header|footer)).*(?:rubrik|heading)[\s_-]?(?:nivå\s?)?([1-9])$/u;
const headingLikeName =
  /^(?!.*(?:tabell|diagram|figur|bild|table|figure|sub|under|innehåll|toc)).*(?:rubrik|heading)(?:\s?[1-9])?$/u;
const titleName = /^(?:title|rubrik|titel)$/u;
const contentsName =
  /^(?:toc|innehåll|contents)\s?(?:[1-9]|heading|rubrik)\b|^innehållsförteckning|^table of (?:figures|authorities)$/u;
const captionName = /^(?:caption|beskrivning|bildtext|figurtext)$/u;
const listName = /^list (?:bullet|number)\b/u;

/** Level of a heading style by its name, from 1; null for other names. Names in lower case. */
export function headingLevelOf(name: string): number | null {
  const level = (headingName.exec(name) ?? ownHeadingName.exec(name))?.[1];
  return level === undefined ? null : Number(level);
}

/**
 * `names`: the style's own and those it is based on, nearest first, in lower case. `level`: its outline level, null for text. A
 * style called "Rubrik" is the title of hand-made templates, and with a level what Pages calls its first heading in Swedish.
 */
export function roleOf(names: readonly string[], level: number | null): StyleRole["role"] {
  for (const name of names) {
    if (contentsName.test(name)) return "contents";
    if (titleName.test(name)) return name === "rubrik" && level !== null ? null : "title";
    if (captionName.test(name)) return "caption";
    if (listName.test(name)) return "list";
    // A style made from a heading is a heading, whatever the heading itself is made from.
    if (headingLevelOf(name) !== null) return null;
  }
  return null;
}

/** Whether the style's own name (in lower case) says heading without a level. */
export function isHeadingLike(name: string): boolean {
  return headingLikeName.test(name);
}
