// Texts of the Markdown report that no other format has. Part of the one catalogue: interface-texts.ts takes them in.
import type { LocalText } from "../model/rule.ts";

export const markdownTexts = {
  "markdown.title": { sv: "Genomlysning: {perspective}", en: "Screening: {perspective}" },
  "markdown.chain": { sv: "Styrkedjan", en: "Steering chain" },
  "markdown.requirements": { sv: "Krav", en: "Requirements" },
  "markdown.gaps": { sv: "Luckor", en: "Gaps" },
  "markdown.ofAll": { sv: "{n} av {all}", en: "{n} of {all}" },
  "markdown.gapsTitle": { sv: "Luckor ({n})", en: "Gaps ({n})" },
  "markdown.suppressedTitle": { sv: "Räknas inte ({n})", en: "Not counted ({n})" },
  "markdown.requirementsTitle": {
    sv: "Krav som inte är uppfyllda ({n})",
    en: "Requirements that are not met ({n})",
  },
  "markdown.cut": {
    sv: "Avkortat till {bytes} byte, det allvarligaste först: {shown} av {all} punkter visas.",
    en: "Cut to {bytes} bytes, the gravest first: {shown} of {all} items are shown.",
  },
  "markdown.cutRows": {
    sv: "{n} {n|dokument till står|dokument till står} inte i tabellen.",
    en: "{n} more {n|document is|documents are} not in the table.",
  },
} as const satisfies Record<string, LocalText>;
