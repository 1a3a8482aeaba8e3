// What is to be read, and the means: files, passwords, limits, recognition, kept readings.
import type { ErrorText } from "../error-text.ts";

export const inputErrors = {
  INPUT_MISSING: {
    message: { sv: 'Hittar inte "{path}".', en: 'Cannot find "{path}".' },
    hint: {
      sv: "kontrollera stavningen, och att du står i rätt mapp; namn med mellanslag skrivs inom citattecken",
      en: "check the spelling and that you are in the right folder; quote names that contain spaces",
    },
  },
  INPUT_UNREADABLE: {
    message: {
      sv: 'Det går inte att öppna "{path}" ({reason}).',
      en: 'Cannot open "{path}" ({reason}).',
    },
    hint: {
      sv: "kontrollera att du har rätt att läsa filen eller mappen, och att inget annat program låser den",
      en: "check that you may read the file or folder, and that no other program locks it",
    },
  },
  FILE_NOT_SO_LARGE: {
    message: {
      sv: '"{path}" har {size} MB; en sådan fil läses hel och kan ha högst {most} MB.',
      en: '"{path}" has {size} MB; such a file is read whole and can have {most} MB at most.',
    },
    hint: {
      sv: "kontrollera att det är rätt fil; är den verkligen så stor, dela den och granska en del av arkivet i taget",
      en: "check that it is the right file; if it really is as large, divide it and audit a part of the archive at a time",
    },
  },
  FOLDER_WITHOUT_DOCUMENTS: {
    message: {
      sv: 'Det finns inga dokument i mappen "{path}" eller dess undermappar.',
      en: 'There are no documents in the folder "{path}" or below it.',
    },
    hint: {
      sv: "genomlys läser PDF, Word, OpenDocument, RTF, PowerPoint, Excel, HTML, Markdown och text; dolda filer och mappar läses bara när de anges vid namn",
      en: "genomlys reads PDF, Word, OpenDocument, RTF, PowerPoint, Excel, HTML, Markdown and text; hidden files and folders are read only when named",
    },
  },
  PATTERN_WITHOUT_FILES: {
    message: {
      sv: 'Inget dokument passar mönstret "{path}".',
      en: 'No document fits the pattern "{path}".',
    },
    hint: {
      sv: 'i mönster står * för valfri text i ett namn och ** för valfria mappar: "arkiv/**/*.pdf"',
      en: 'in patterns * stands for any text in a name and ** for any folders: "archive/**/*.pdf"',
    },
  },
  PASSWORD_FILE_MISSING: {
    message: {
      sv: 'Hittar inte lösenordsfilen "{path}".',
      en: 'Cannot find the password file "{path}".',
    },
    hint: {
      sv: "kontrollera stavningen; efter --password-file står en textfil, aldrig lösenordet självt",
      en: "check the spelling; --password-file takes a text file, never the password itself",
    },
  },
  PASSWORD_FILE_UNREADABLE: {
    message: {
      sv: 'Det går inte att öppna lösenordsfilen "{path}" ({reason}).',
      en: 'Cannot open the password file "{path}" ({reason}).',
    },
    hint: {
      sv: "kontrollera att det är en fil och att du har rätt att läsa den",
      en: "check that it is a file and that you may read it",
    },
  },
  PASSWORD_FILE_EMPTY: {
    message: {
      sv: 'Lösenordsfilen "{path}" är tom.',
      en: 'The password file "{path}" is empty.',
    },
    hint: { sv: "skriv ett lösenord på varje rad", en: "write one password on each line" },
  },
  PASSWORD_FILE_NO_LIST: {
    message: {
      sv: '"{path}" är ingen lista med lösenord.',
      en: '"{path}" is no list of passwords.',
    },
    hint: {
      sv: "en lösenordsfil är en textfil med ett lösenord på varje rad, högst 1 000 rader",
      en: "a password file is a text file with one password on each line, at most 1,000 lines",
    },
  },
  PASSWORD_FILE_IS_INPUT: {
    message: {
      sv: 'Lösenordsfilen "{path}" är också ett av dokumenten som ska granskas.',
      en: 'The password file "{path}" is one of the documents to audit, too.',
    },
    hint: {
      sv: "ta bort den bland dokumenten: utdrag ur den skulle annars stå i resultatet",
      en: "remove it from the documents: the result would otherwise hold excerpts of it",
    },
  },
  CACHE_NOWHERE: {
    message: {
      sv: "Systemet anger ingen mapp för det som sparas mellan körningar.",
      en: "The system names no folder for what is kept between runs.",
    },
    hint: { sv: "ange en mapp med --cache-dir", en: "name a folder with --cache-dir" },
  },
  CACHE_UNREADABLE: {
    message: {
      sv: 'Det sparade i mappen "{folder}" kan inte läsas ({reason}).',
      en: 'What is kept in the folder "{folder}" cannot be read ({reason}).',
    },
    hint: {
      sv: "kontrollera rättigheterna till mappen, eller ange en annan med --cache-dir",
      en: "check the rights on the folder, or name another with --cache-dir",
    },
  },
  OCR_NOT_INSTALLED: {
    message: {
      sv: "Textigenkänningen (--ocr) är inte installerad.",
      en: "Text recognition (--ocr) is not installed.",
    },
    hint: {
      sv: "installera den med: npm install tesseract.js@7.0.0 @tesseract.js-data/swe@1.0.0",
      en: "install it with: npm install tesseract.js@7.0.0 @tesseract.js-data/swe@1.0.0",
    },
  },
  LIMIT_UNKNOWN: {
    message: { sv: 'Begränsningen "{limit}" finns inte.', en: 'There is no limit "{limit}".' },
    hint: {
      sv: "skriv namn=heltal, till exempel --limit pages=500,seconds=60; namnen är {names}",
      en: "write name=whole number, for instance --limit pages=500,seconds=60; the names are {names}",
    },
  },
  LIMIT_OUT_OF_RANGE: {
    message: {
      sv: 'Begränsningen {name} kan inte vara "{value}".',
      en: 'The limit {name} cannot be "{value}".',
    },
    hint: {
      sv: "ange ett heltal från {least} till {most}",
      en: "give a whole number from {least} to {most}",
    },
  },
  INPUTS_ARE_REPORTS: {
    message: {
      sv: "Inget dokument att granska: {path} är en rapport som genomlys har gjort.",
      en: "No document to audit: {path} is a report made by genomlys.",
    },
    hint: {
      sv: 'ange dokumenten själva; en sparad rapport visas med "genomlys report"',
      en: 'name the documents themselves; a saved report is shown by "genomlys report"',
    },
  },
} as const satisfies Record<string, ErrorText>;
