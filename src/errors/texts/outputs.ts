// Where results go.
import type { ErrorText } from "../error-text.ts";

export const outputErrors = {
  OUTPUT_NOT_WRITABLE: {
    message: {
      sv: 'Det går inte att skriva till "{path}" ({reason}).',
      en: 'Cannot write to "{path}" ({reason}).',
    },
    hint: {
      sv: "kontrollera att mappen finns, att du har rätt att skriva där och att filen inte är öppen i ett annat program",
      en: "check that the folder exists, that you may write there and that no other program has the file open",
    },
  },
  OUTPUT_DISK_FULL: {
    message: {
      sv: 'Allt kunde inte skrivas till "{path}" ({reason}).',
      en: 'Not everything could be written to "{path}" ({reason}).',
    },
    hint: {
      sv: "frigör plats eller välj en annan disk och kör igen; en körning som skriver jsonl till en fil går vidare där den slutade med --resume",
      en: "free some room or choose another disk and run again; a run that writes jsonl to a file goes on where it stopped with --resume",
    },
  },
  STDOUT_NOT_WRITABLE: {
    message: {
      sv: "Allt kunde inte skrivas till standard ut ({reason}): resultatet är inte helt.",
      en: "Not everything could be written to standard output ({reason}): the result is not whole.",
    },
    hint: {
      sv: "frigör plats om disken är full, eller skriv till en annan disk med --output",
      en: "free some room if the disk is full, or write to another disk with --output",
    },
  },
  OUTPUT_IS_INPUT: {
    message: {
      sv: 'Resultatet kan inte skrivas till "{path}": det är ett av dokumenten som ska granskas.',
      en: 'The result cannot be written to "{path}": it is one of the documents to audit.',
    },
    hint: {
      sv: "välj ett annat filnamn efter --output",
      en: "choose another file name after --output",
    },
  },
  OUTPUT_TWICE: {
    message: {
      sv: 'Två resultat kan inte skrivas till samma ställe ("{path}"; - är standard ut).',
      en: 'Two results cannot be written to the same place ("{path}"; - is standard output).',
    },
    hint: {
      sv: "ge varje --format en egen fil: --format html -o rapport.html --format xlsx -o rapport.xlsx",
      en: "give each --format a file of its own: --format html -o report.html --format xlsx -o report.xlsx",
    },
  },
  OUTPUT_IS_BINARY: {
    message: {
      sv: "{format} är ingen text och kan inte visas i terminalen.",
      en: "{format} is no text and cannot be shown in the terminal.",
    },
    hint: {
      sv: "skriv till en fil: -o rapport.{ending}",
      en: "write to a file: -o report.{ending}",
    },
  },
  OUTPUT_CHANGED: {
    message: {
      sv: '"{path}" togs bort, ersattes eller ändrades medan resultatet skrevs dit: resultatet är inte helt.',
      en: '"{path}" was removed, replaced or changed while the result was written to it: the result is not whole.',
    },
    hint: {
      sv: "kör igen och låt filen och dess mapp vara tills körningen är klar; två körningar kan inte skriva till samma fil",
      en: "run again, and leave the file and its folder alone until the run is done; two runs cannot write to one file",
    },
  },
  OUTPUT_LEFT_BESIDE: {
    message: {
      sv: 'Det går inte att ersätta "{path}" ({reason}). Resultatet finns i "{beside}".',
      en: 'Cannot replace "{path}" ({reason}). The result is in "{beside}".',
    },
    hint: {
      sv: "stäng filen i andra program och byt sedan namn på den nya",
      en: "close the file in other programs and then rename the new one",
    },
  },
} as const satisfies Record<string, ErrorText>;
