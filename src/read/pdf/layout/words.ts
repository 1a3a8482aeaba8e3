// The language words that reading a PDF needs: none of them belongs to the subject of an audit.

/** Words that stand above a table of contents, whole line, without regard to case. */
export const contentsTitles =
  /^(?:innehåll|innehållsförteckning|innehållsöversikt|innehåll och läsanvisning|contents|table of contents|innhold|innholdsfortegnelse)\s*:?$/iu;

/** Lines that begin a caption: "Tabell 3", "Figur 2.1:". */
export const captionStart =
  /^(?:tabell|tablå|figur|diagram|bild|karta|table|figure|chart|map)\s+\d+(?:[.:]\d+)*\b/iu;

/** Lines that state where a table or figure comes from. */
export const sourceStart = /^(?:källa|källor|source)\s*:/iu;

/** What a page number may be dressed in: "Sida 3 av 12", "3 (13)", "– 3 –". */
export const pageNumberLine =
  /^(?:[-–—|\s]*)(?:(?:sida|sid\.?|s\.|page|side)\s*)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:\(\s*\d{1,4}\s*\)|(?:av|of|\/)\s*\d{1,4}))?(?:[-–—|\s]*)$/iu;

/** Short words that make up a large share of any running text in the languages that the documents are written in. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    "och att det som en på är av för med den till i inte om ett de har ska kan vi från eller vid så även under mellan " +
    "detta dessa denna samt sin sitt sina där när man men ska skall bör måste blir bli vara var hur alla andra mer " +
    "the of and to in is that for with as on are this be by or from at an not which it was have has " +
    "er og ikke til av som skal kan vil ved fra eller jeg der ble være også"
  ).split(" "),
);
