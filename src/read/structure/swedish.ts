// The words that the structure of a Swedish document is told by, and the names of parts that have none of their own.

/** Words that stand before the number of a part: "Kapitel 4", "Bilaga A". */
export const partWords =
  "Kapitel|Kap\\.?|Avdelning|Avsnitt|Del|Bilaga|Appendix|Artikel|Steg|Chapter|Part|Annex";

/** A word right after a number that makes it an amount: "3.5 miljoner" is no section 3.5. */
export const amountWords =
  "miljoner|miljarder|milj|mdr|procent|procentenheter|kr|tkr|mnkr|mkr|mdkr|mdr|kronor|år|månader|veckor|dagar|timmar|minuter|personer|st|m2|kvm|km|ha";

/** A line that heads a table of contents. */
export const contentsHeading = /^(?:innehåll(?:sförteckning)?|contents|table of contents)[:.]?$/i;

/** A heading of the first part of many documents: it names no document. */
export const openingPart =
  /^(?:\d+\.?\s*)?(?:inledning|bakgrund|syfte|bakgrund och syfte|syfte och mål|förord|sammanfattning|introduction|background|preface|summary)[:.]?$/iu;

/** A line that says who decided a document, when, or under what number; it does not say what the document is. */
export const decisionLine =
  /^(?:antag(?:en|et|na)|beslutad|beslutat|fastställ[dt]a?|reviderad|diarienummer|dnr|datum|version|utgåva)(?!\p{L})/iu;

/**
 * The number under which a matter is kept, as minutes print it behind the number of an item: "Dnr GA-2024-00224",
 * "Dnr: KS 2025/457". It belongs to the number, not to the title.
 */
export const registrationNumber = /^Dnr\.?:?\s*(?:\p{Lu}{2,8}\s+)?[-\p{Lu}\d/:.]*\d[-\d/:.]*(?!\p{L})\s*/u;

/** A line that heads a table or a figure. */
export const tableTitle = /^(?:tabell|diagram|figur|table|figure)\s*\d/i;

/** Names of parts without a heading. Stable: they are part of section paths, which fingerprints rest on. */
export const partNames = {
  page: (number: number, part: number): string => (part > 1 ? `sida ${number} (${part})` : `sida ${number}`),
  part: (number: number): string => `del ${number}`,
  footnotes: "fotnoter",
} as const;
