// One document or word at a time, and annotated copies.
import type { ErrorText } from "../error-text.ts";

export const closerErrors = {
  EXPLAIN_WHAT: {
    message: { sv: "Säg vad som ska förklaras.", en: "Say what to explain." },
    hint: {
      sv: 'en regel, ett dokument eller omdömet: "genomlys explain verdict", "genomlys explain plan.pdf --section 3.2"',
      en: 'a rule, a document or the verdict: "genomlys explain verdict", "genomlys explain plan.pdf --section 3.2"',
    },
  },
  EXPLAIN_UNKNOWN: {
    message: {
      sv: '"{subject}" är varken en fil eller en regel.',
      en: '"{subject}" is neither a file nor a rule.',
    },
    hint: {
      sv: '"genomlys rules list" visar alla regler',
      en: '"genomlys rules list" shows all rules',
    },
  },
  SECTION_NOT_FOUND: {
    message: {
      sv: 'Det finns inget avsnitt "{section}" i "{path}".',
      en: 'There is no section "{section}" in "{path}".',
    },
    hint: {
      sv: 'ange nummer, rubrik eller id; "genomlys outline" visar avsnitten',
      en: 'give number, heading or id; "genomlys outline" shows the sections',
    },
  },
  KWIC_INCOMPLETE: {
    message: {
      sv: "Säg vilket ord som ska sökas, och i vilka dokument.",
      en: "Say which word to look for, and in which documents.",
    },
    hint: {
      sv: 'till exempel "genomlys kwic jämställdhet styrdokument/"; en fras skrivs inom citattecken',
      en: 'for instance "genomlys kwic jämställdhet documents/"; quote a phrase',
    },
  },
  TERM_UNREADABLE: {
    message: {
      sv: 'Ordet "{term}" går inte att söka: det stannar vid "{part}".',
      en: 'The word "{term}" cannot be looked for: it stops at "{part}".',
    },
    hint: {
      sv: "skriv vanliga ord; minst tre bokstäver behövs vid en stjärna, och docs/rules.md visar tecknen",
      en: "write plain words; a star needs at least three letters, and docs/rules.md shows the signs",
    },
  },
  ANNOTATE_WHAT: {
    message: { sv: "Säg vilket dokument som ska kommenteras.", en: "Say which document to annotate." },
    hint: {
      sv: 'till exempel "genomlys annotate utkast.docx"; Word (.docx, .docm) och PDF går att kommentera',
      en: 'for instance "genomlys annotate draft.docx"; Word (.docx, .docm) and PDF can be annotated',
    },
  },
  ANNOTATE_OUTPUT_NEEDED: {
    message: {
      sv: 'Säg var kopian av "{path}" ska ligga.',
      en: 'Say where the copy of "{path}" is to go.',
    },
    hint: {
      sv: "skriv en fil eller en mapp efter -o, till exempel -o granskade/",
      en: "write a file or a folder after -o, for instance -o annotated/",
    },
  },
  ANNOTATE_FOLDER_NEEDED: {
    message: {
      sv: 'Flera kopior kan inte bli en fil ("{output}").',
      en: 'Several copies cannot be one file ("{output}").',
    },
    hint: {
      sv: "skriv en mapp efter -o, med / sist: -o granskade/",
      en: "write a folder after -o, with / at its end: -o annotated/",
    },
  },
  ANNOTATE_OTHER_ENDING: {
    message: {
      sv: 'Kopian kan inte heta "{output}": den har samma format som originalet.',
      en: 'The copy cannot be called "{output}": it has the format of the original.',
    },
    hint: { sv: "välj ett namn som slutar på .{ending}", en: "choose a name that ends in .{ending}" },
  },
  ANNOTATE_OUTPUT_EXISTS: {
    message: {
      sv: '"{output}" finns redan. Någon kan ha arbetat i den.',
      en: '"{output}" exists already. Somebody may have worked in it.',
    },
    hint: {
      sv: "välj ett annat namn efter -o, eller skriv över den med --force",
      en: "choose another name after -o, or overwrite it with --force",
    },
  },
} as const satisfies Record<string, ErrorText>;
