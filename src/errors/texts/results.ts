// Saved results, and comparisons of them.
import type { ErrorText } from "../error-text.ts";

export const resultErrors = {
  REPORT_NOT_NAMED: {
    message: { sv: "Säg vilket sparat resultat som ska visas.", en: "Say which saved result to show." },
    hint: {
      sv: 'spara ett med "genomlys styrdokument/ -o ut.json"; visa det sedan med "genomlys report ut.json"',
      en: 'save one with "genomlys documents/ -o out.json"; then show it with "genomlys report out.json"',
    },
  },
  REPORT_NOT_SAVED: {
    message: { sv: '"{path}" är inget sparat resultat.', en: '"{path}" is no saved result.' },
    hint: {
      sv: "genomlys report läser det som --format json och --format jsonl har skrivit; dokument granskas utan ordet report",
      en: "genomlys report reads what --format json and --format jsonl wrote; documents are audited without the word report",
    },
  },
  REPORT_OTHER_VERSION: {
    message: {
      sv: '"{path}" har formatet {found}; den här versionen läser {known}.',
      en: '"{path}" has the format {found}; this version reads {known}.',
    },
    hint: {
      sv: "granska dokumenten igen, eller använd den version av genomlys som skrev filen",
      en: "audit the documents again, or use the version of genomlys that wrote the file",
    },
  },
  REPORT_WRONG: {
    message: {
      sv: 'Resultatet är inte helt: "{field}" är inte som det ska.',
      en: 'The result is not whole: "{field}" is not as it should be.',
    },
    hint: {
      sv: "filen kan ha ändrats efter att den skrevs, eller skrivits av en äldre version; granska dokumenten igen",
      en: "the file may have been changed after it was written, or written by an older version; audit the documents again",
    },
  },
  REPORT_BROKEN: {
    message: {
      sv: "Resultatet är inte helt: filen går inte att läsa till slutet.",
      en: "The result is not whole: the file cannot be read to its end.",
    },
    hint: {
      sv: "den kan ha avbrutits när den skrevs eller kopierades; kopiera den igen, eller granska dokumenten igen",
      en: "writing or copying it may have been interrupted; copy it again, or audit the documents again",
    },
  },
  REPORT_PART_TOO_LONG: {
    message: {
      sv: "En del av resultatet är längre än de {megabytes} MB som ett stycke text kan vara.",
      en: "One part of the result is longer than the {megabytes} MB that one text can be.",
    },
    hint: {
      sv: "så mycket skriver genomlys inte om ett dokument: filen kan ha skadats; kopiera den igen, eller granska dokumenten igen",
      en: "genomlys does not write as much about one document: the file may be damaged; copy it again, or audit the documents again",
    },
  },
  REPORT_BROKEN_LINE: {
    message: { sv: "Raden är inte hel.", en: "The line is not whole." },
    hint: {
      sv: "om körningen avbröts är det den sista raden: ta bort den och granska det dokumentet igen",
      en: "if the run was interrupted it is the last line: remove it and audit that document again",
    },
  },
  COMPARE_TWO: {
    message: {
      sv: "En jämförelse har två sidor, före och efter; här står {n}.",
      en: "A comparison has two sides, before and after; here {n|there is|there are} {n}.",
    },
    hint: {
      sv: 'skriv till exempel "genomlys compare budget-2018.pdf budget-2019.pdf"',
      en: 'write for instance "genomlys compare budget-2018.pdf budget-2019.pdf"',
    },
  },
  COMPARE_STANDARD_INPUT: {
    message: {
      sv: "Standard in kan inte jämföras: den har inget namn att jämföra under.",
      en: "Standard input cannot be compared: it has no name to be compared under.",
    },
    hint: { sv: "spara det i en fil först", en: "save it to a file first" },
  },
  COMPARE_OTHER_RULES: {
    message: {
      sv: "Talen går inte att jämföra: {before} är bedömd med {one}, {after} med {other}.",
      en: "The figures do not compare: {before} was judged with {one}, {after} with {other}.",
    },
    hint: {
      sv: "--rerun granskar de sparade resultatens dokument igen med dagens regler; de måste då finnas kvar där de låg",
      en: "--rerun audits the documents of saved results again with the rules of today; they must still be where they were",
    },
  },
  COMPARE_FILE_CHANGED: {
    message: {
      sv: '"{path}" har ändrats sedan resultatet sparades.',
      en: '"{path}" has changed since the result was saved.',
    },
    hint: {
      sv: "lägg tillbaka den gamla versionen, eller jämför två dokument i stället för sparade resultat",
      en: "put the old version back, or compare two documents instead of saved results",
    },
  },
} as const satisfies Record<string, ErrorText>;
