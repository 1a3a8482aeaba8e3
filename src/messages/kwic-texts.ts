// The concordance (`genomlys kwic`). Part of the one catalogue: interface-texts.ts takes it in.
import type { LocalText } from "../model/rule.ts";

export const kwicTexts = {
  "kwic.title": {
    sv: "{term}: {n} {n|träff|träffar} i {found} av {documents} dokument",
    en: "{term}: {n} {n|hit|hits} in {found} of {documents} {documents|document|documents}",
  },
  "kwic.document": { sv: "{name} ({n})", en: "{name} ({n})" },
  "kwic.section": { sv: "Avsnitt: {name}", en: "Section: {name}" },
  "kwic.hit": { sv: "Träff {n}, {place}, {match}: {context}", en: "Hit {n}, {place}, {match}: {context}" },
  "kwic.failed": { sv: "kunde inte läsas: {names}", en: "could not be read: {names}" },
} as const satisfies Record<string, LocalText>;
