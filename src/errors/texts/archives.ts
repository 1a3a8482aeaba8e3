// Whole archives: their list, their groups, their shards, and runs that go on.
import type { ErrorText } from "../error-text.ts";

export const archiveErrors = {
  RESUME_NOT_RESULT: {
    message: {
      sv: '"{path}" är inget resultat att gå vidare från.',
      en: '"{path}" is no result to go on from.',
    },
    hint: {
      sv: "ange filen från --format jsonl, eller ett namn som inte finns för att börja från början",
      en: "name the file from --format jsonl, or one that does not exist to begin from the start",
    },
  },
  SHARD_WRONG: {
    message: {
      sv: '--shard "{value}" är ingen del av ett arkiv.',
      en: '--shard "{value}" is no part of an archive.',
    },
    hint: {
      sv: "skriv vilken del av hur många, till exempel --shard 2/4",
      en: "write which part of how many, for instance --shard 2/4",
    },
  },
  MANIFEST_MISSING: {
    message: { sv: "Listan {path} finns inte.", en: "The list {path} does not exist." },
    hint: {
      sv: "--manifest ska ange en csv-fil; sökvägen räknas från mappen där du står",
      en: "--manifest is to name a csv file; its path starts from the folder where you are",
    },
  },
  MANIFEST_UNREADABLE: {
    message: {
      sv: "Listan {path} kan inte läsas ({reason}).",
      en: "The list {path} cannot be read ({reason}).",
    },
    hint: {
      sv: "se efter att det är en fil och att du får läsa den",
      en: "check that it is a file and that you may read it",
    },
  },
  MANIFEST_IS_WORKBOOK: {
    message: {
      sv: "Listan {path} är en arbetsbok, inte en csv-fil.",
      en: "The list {path} is a workbook, not a csv file.",
    },
    hint: {
      sv: "öppna den i Excel och välj Spara som, CSV UTF-8",
      en: "open it in Excel and choose Save as, CSV UTF-8",
    },
  },
  MANIFEST_EMPTY: {
    message: { sv: "Listan nämner inga dokument.", en: "The list names no documents." },
    hint: {
      sv: 'skriv rubriker på första raden (bara "sökväg" måste finnas) och en rad för varje dokument under dem',
      en: 'write headings in the first row (only "path" is needed) and a row for each document under them',
    },
  },
  MANIFEST_WITHOUT_PATHS: {
    message: {
      sv: "Listan har ingen kolumn med sökvägar. Rubrikerna på första raden är: {found}",
      en: "The list has no column of paths. The headings of its first row are: {found}",
    },
    hint: {
      sv: 'kalla kolumnen "sökväg", "fil" eller "path"; rubrikerna ska stå på första raden',
      en: 'call the column "path" or "file"; the headings are to stand in the first row',
    },
  },
  MANIFEST_COLUMN_TWICE: {
    message: {
      sv: 'Kolumnerna "{first}" och "{second}" betyder samma sak.',
      en: 'The columns "{first}" and "{second}" mean the same.',
    },
    hint: { sv: "ta bort eller byt namn på den ena", en: "remove or rename one of them" },
  },
  MANIFEST_CELL_WITHOUT_COLUMN: {
    message: {
      sv: 'Raden har fler celler än rubriker: "{value}" står i kolumn {n}, och rubrikerna tar slut vid {columns} eller har en lucka där.',
      en: 'The row has more cells than headings: "{value}" stands in column {n}, and the headings end at {columns} or have a hole there.',
    },
    hint: {
      sv: "ge kolumnen en rubrik, eller sätt citattecken om en cell som innehåller skiljetecknet",
      en: "give the column a heading, or put quotes around a cell that holds the separator",
    },
  },
  MANIFEST_ROW_WITHOUT_PATH: {
    message: {
      sv: 'Raden har inget i kolumnen "{column}".',
      en: 'The row has nothing in the column "{column}".',
    },
    hint: {
      sv: "skriv dokumentets sökväg, eller ta bort raden",
      en: "write the document's path, or remove the row",
    },
  },
  MANIFEST_PATH_TWICE: {
    message: {
      sv: "Filen {path} står redan på rad {line}.",
      en: "The file {path} stands in line {line} already.",
    },
    hint: { sv: "behåll en av raderna", en: "keep one of the rows" },
  },
  MANIFEST_YEAR: {
    message: { sv: '"{value}" är inget årtal.', en: '"{value}" is no year.' },
    hint: {
      sv: "skriv fyra siffror, lämna cellen tom, eller kalla kolumnen något annat så följer texten med som den är",
      en: "write four digits, leave the cell empty, or call the column something else, and the text stays as it is",
    },
  },
  MANIFEST_TYPE_UNKNOWN: {
    message: { sv: 'Dokumenttypen "{value}" finns inte.', en: 'There is no document type "{value}".' },
    hint: {
      sv: "välj ett av {choices}, eller lämna cellen tom så känns typen igen; en egen indelning får en egen rubrik",
      en: "choose one of {choices}, or leave the cell empty and the type is recognised; a division of your own takes a heading of its own",
    },
  },
  MANIFEST_QUOTE_OPEN: {
    message: {
      sv: "Ett citattecken öppnas på raden och stängs aldrig: resten av listan hamnar i en cell.",
      en: "A quote is opened in the row and never closed: the rest of the list ends up in one cell.",
    },
    hint: {
      sv: "stäng citattecknet; ett citattecken inne i en cell skrivs två gånger",
      en: "close the quote; a quote inside a cell is written twice",
    },
  },
  MANIFEST_FITS_NONE: {
    message: {
      sv: "Inget av dokumenten står i listan {path}. Dess första rad leder till {example}.",
      en: "Not one of the documents stands in the list {path}. Its first row leads to {example}.",
    },
    hint: {
      sv: "sökvägar räknas från mappen där listan ligger, eller från mappen där du står",
      en: "paths start from the folder of the list, or from the folder where you are",
    },
  },
  GROUP_UNKNOWN: {
    message: {
      sv: 'Dokumenten kan inte räknas samman efter "{value}": uppgiften finns inte om dem.',
      en: 'The documents cannot be added up by "{value}": nothing says so of them.',
    },
    hint: {
      sv: "välj ett av {choices}; organisation, år och egna kolumner kommer från listan i --manifest",
      en: "choose one of {choices}; organisation, year and columns of your own come from the list of --manifest",
    },
  },
} as const satisfies Record<string, ErrorText>;
