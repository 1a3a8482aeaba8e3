// Every error that the tool reports as the user's to mend: one place, so that they can be listed, documented and tested.
// Slots in braces are filled from the error's params. What is our own fault has no code: it is shown as a bug.
import type { LocalText } from "../model/rule.ts";

/** What went wrong, and what to do about it. Each text in Swedish and English with the same slots. */
interface ErrorText {
  readonly message: LocalText;
  readonly hint: LocalText;
}

export const errorTexts = {
  // ── how the command was called ──
  NO_INPUT: {
    message: {
      sv: "Säg vad som ska granskas.",
      en: "Say what to audit.",
    },
    hint: {
      sv: 'ange filer eller mappar, till exempel "genomlys styrdokument/" ("genomlys --help" visar allt)',
      en: 'name files or folders, for instance "genomlys documents/" ("genomlys --help" shows everything)',
    },
  },
  UNKNOWN_OPTION: {
    message: { sv: 'Flaggan "{option}" finns inte.', en: 'There is no option "{option}".' },
    hint: {
      sv: '"genomlys --help" visar alla flaggor; en fil vars namn börjar med - skrivs "./{option}"',
      en: '"genomlys --help" lists all options; a file whose name starts with - is written "./{option}"',
    },
  },
  UNKNOWN_COMMAND: {
    message: { sv: 'Kommandot "{command}" finns inte.', en: 'There is no command "{command}".' },
    hint: {
      sv: '"genomlys --help" visar alla kommandon',
      en: '"genomlys --help" lists all commands',
    },
  },
  OPTION_WITHOUT_VALUE: {
    message: { sv: "Flaggan {option} saknar sitt värde.", en: "The option {option} lacks its value." },
    hint: {
      sv: '"genomlys --help" visar vilka värden den kan ha',
      en: '"genomlys --help" shows the values it can have',
    },
  },
  UNKNOWN_CHOICE: {
    message: {
      sv: '{option} kan inte vara "{value}".',
      en: '{option} cannot be "{value}".',
    },
    hint: { sv: "välj ett av {choices}", en: "choose one of {choices}" },
  },
  NUMBER_EXPECTED: {
    message: {
      sv: '{option} kan inte vara "{value}".',
      en: '{option} cannot be "{value}".',
    },
    hint: {
      sv: "skriv ett heltal som är minst {least}",
      en: "write a whole number of at least {least}",
    },
  },
  NUMBER_OUT_OF_RANGE: {
    message: {
      sv: '{option} kan inte vara "{value}".',
      en: '{option} cannot be "{value}".',
    },
    hint: {
      sv: "skriv ett tal från {least} till {most}",
      en: "write a number from {least} to {most}",
    },
  },
  CHECK_NO_BAR: {
    message: {
      sv: "Det finns ingen gräns att pröva mot.",
      en: "There is no bar to check against.",
    },
    hint: {
      sv: "säg vad som krävs, till exempel --min-coverage 60 eller --fail-on missing, eller skriv det i genomlys.config.yaml under check:; --baseline räcker också",
      en: "say what is demanded, for instance --min-coverage 60 or --fail-on missing, or write it in genomlys.config.yaml under check:; --baseline will do, too",
    },
  },
  CHECK_NOTHING_HELD: {
    message: {
      sv: "Inget av dokumenten har en dokumenttyp som det finns en gräns för ({types}).",
      en: "None of the documents is of a type that has a bar ({types}).",
    },
    hint: {
      sv: "skriv gränser för de typerna, eller för alla dokument direkt under check:; types: i genomlys.config.yaml säger vilken typ en fil har",
      en: "set bars for those types, or for all documents straight under check:; types: in genomlys.config.yaml says which type a file has",
    },
  },
  CHECK_UNKNOWN_REQUIREMENT: {
    message: {
      sv: 'Det finns inget krav som heter "{id}".',
      en: 'There is no requirement called "{id}".',
    },
    hint: {
      sv: '"genomlys rules list" visar alla; ett krav skrivs som K-TS-03',
      en: '"genomlys rules list" shows all; a requirement is written as K-TS-03',
    },
  },
  CHECK_NO_RULES: {
    message: {
      sv: "Regelpaketet har inga regler för vad som räknas som belägg.",
      en: "The rule pack has no rules on what counts as evidence.",
    },
    hint: {
      sv: "kontrollera --rules, och vad genomlys.config.yaml stänger av",
      en: "check --rules, and what genomlys.config.yaml switches off",
    },
  },
  CHECK_LOST_ALONE: {
    message: {
      sv: "--fail-on lost behöver en förra version att jämföra med.",
      en: "--fail-on lost needs an earlier version to compare with.",
    },
    hint: {
      sv: "säg vilken, till exempel --changed-since origin/main",
      en: "say which, for instance --changed-since origin/main",
    },
  },
  WATCH_STANDARD_INPUT: {
    message: { sv: "Standard in kan inte bevakas.", en: "Standard input cannot be watched." },
    hint: { sv: "ange filer eller mappar", en: "name files or folders" },
  },
  GIT_MISSING: {
    message: { sv: "Programmet git finns inte här.", en: "The program git is not here." },
    hint: {
      sv: "--changed-since frågar git; installera det, eller pröva utan",
      en: "--changed-since asks git; install it, or check without",
    },
  },
  GIT_NO_REPOSITORY: {
    message: {
      sv: '"{path}" ligger inte i något git-arkiv.',
      en: '"{path}" lies in no git repository.',
    },
    hint: {
      sv: "--changed-since tar bara dokument som git håller reda på; pröva andra utan",
      en: "--changed-since takes only documents that git keeps track of; check others without it",
    },
  },
  GIT_UNKNOWN_REF: {
    message: { sv: 'Git känner inte till "{ref}".', en: 'Git does not know "{ref}".' },
    hint: {
      sv: "en gren, en tagg eller en commit, till exempel origin/main; git fetch hämtar det som finns på servern",
      en: "a branch, a tag or a commit, for instance origin/main; git fetch gets what is on the server",
    },
  },
  GIT_SHALLOW: {
    message: {
      sv: 'Git-arkivets historik är avkortad: den når inte till "{ref}".',
      en: 'The history of the git repository is cut off: it does not reach "{ref}".',
    },
    hint: {
      sv: "hämta resten med git fetch --unshallow; i GitHub Actions: fetch-depth: 0 vid actions/checkout, i GitLab: GIT_DEPTH: 0",
      en: "get the rest with git fetch --unshallow; in GitHub Actions fetch-depth: 0 at actions/checkout, in GitLab GIT_DEPTH: 0",
    },
  },
  GIT_FAILED: {
    message: { sv: "Git svarade med ett fel: {reason}", en: "Git answered with an error: {reason}" },
    hint: {
      sv: 'pröva "git status" i samma mapp; är arkivet någon annans, läs om safe.directory i git help config',
      en: 'try "git status" in the same folder; if the repository is another user\'s, read about safe.directory in git help config',
    },
  },
  BASELINE_MISSING: {
    message: {
      sv: 'Hittar inte filen med godtagna luckor, "{path}".',
      en: 'Cannot find the file of accepted gaps, "{path}".',
    },
    hint: {
      sv: 'gör den med "genomlys baseline create <sökväg> -o {path}"',
      en: 'make it with "genomlys baseline create <path> -o {path}"',
    },
  },
  BASELINE_EXISTS: {
    message: {
      sv: '"{path}" finns redan.',
      en: '"{path}" is there already.',
    },
    hint: {
      sv: '"genomlys baseline prune" tar bort det som är åtgärdat; med --force godtas allt på nytt, också nya luckor',
      en: '"genomlys baseline prune" takes out what is mended; --force accepts everything anew, new gaps included',
    },
  },
  BASELINE_WRONG: {
    message: {
      sv: "Filen är ingen fil med godtagna luckor ({field}).",
      en: "The file is no file of accepted gaps ({field}).",
    },
    hint: {
      sv: "den görs av genomlys baseline create och ändras inte för hand; efter en krock i git: ta båda sidornas poster",
      en: "it is made by genomlys baseline create and not changed by hand; after a conflict in git, keep the entries of both sides",
    },
  },
  BASELINE_OTHER_MODEL: {
    message: {
      sv: '"{path}" är gjord med {found}; den här versionen räknar med {known}, och det går inte att jämföra.',
      en: '"{path}" was made with {found}; this version scores with {known}, and the two do not compare.',
    },
    hint: {
      sv: 'gör om den med "genomlys baseline create --force", och se i git vad som skiljer',
      en: 'make it again with "genomlys baseline create --force", and see in git what differs',
    },
  },
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
      sv: 'Disken är full: allt kunde inte skrivas till "{path}" ({reason}).',
      en: 'The disk is full: not everything could be written to "{path}" ({reason}).',
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
      sv: "ENOSPC betyder att disken är full; frigör plats, eller skriv till en annan disk med --output",
      en: "ENOSPC means that the disk is full; free some room, or write to another disk with --output",
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
  INIT_EXISTS: {
    message: { sv: "{path} finns redan.", en: "{path} is already there." },
    hint: {
      sv: "ändra i den, eller skriv över den med --force",
      en: "change it, or overwrite it with --force",
    },
  },
  INIT_NOT_A_FOLDER: {
    message: { sv: '"{path}" är ingen mapp.', en: '"{path}" is no folder.' },
    hint: {
      sv: "ange mappen som inställningarna ska gälla för, eller ingen alls för mappen där du står",
      en: "name the folder that the settings are for, or none at all for the folder where you stand",
    },
  },
  COMPLETION_WHAT: {
    message: { sv: "Säg vilket skal det gäller.", en: "Say which shell it is for." },
    hint: { sv: "bash, zsh eller fish", en: "bash, zsh or fish" },
  },
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
    message: { sv: "Listan har rubriker men inga rader.", en: "The list has headings and no rows." },
    hint: { sv: "skriv en rad för varje dokument", en: "write a row for each document" },
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

  // ── looking closer ──
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

  // ── annotated copies ──
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

  // ── saved results ──
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
  REPORT_BROKEN_LINE: {
    message: { sv: "Raden är inte hel.", en: "The line is not whole." },
    hint: {
      sv: "om körningen avbröts är det den sista raden: ta bort den och granska det dokumentet igen",
      en: "if the run was interrupted it is the last line: remove it and audit that document again",
    },
  },

  // ── comparisons ──
  COMPARE_TWO: {
    message: {
      sv: "En jämförelse har två sidor, före och efter; här står {n}.",
      en: "A comparison has two sides, before and after; here there are {n}.",
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

  // ── labelled text, and questions about rules ──
  GOLD_NOT_NAMED: {
    message: {
      sv: "Säg vilken märkt text reglerna ska mätas mot.",
      en: "Say which labelled text to measure on.",
    },
    hint: {
      sv: 'till exempel "genomlys evaluate guld.jsonl"; docs/accuracy.md visar formatet',
      en: 'for instance "genomlys evaluate gold.jsonl"; docs/accuracy.md shows the format',
    },
  },
  DIFF_INCOMPLETE: {
    message: {
      sv: "Säg vilket det gamla regelpaketet eller den gamla konfigurationen är, och vilka dokument som ska jämföras.",
      en: "Say which is the old rule pack or the old configuration, and on which documents to compare.",
    },
    hint: {
      sv: 'till exempel "genomlys rules diff gamla-regler/ styrdokument/" eller "genomlys rules diff gammal.config.yaml styrdokument/"',
      en: 'for instance "genomlys rules diff old-rules/ documents/" or "genomlys rules diff old.config.yaml documents/"',
    },
  },
  GOLD_EMPTY: {
    message: {
      sv: 'Det finns inga märkta textstycken i "{path}".',
      en: 'There are no labelled passages in "{path}".',
    },
    hint: {
      sv: "skriv ett JSON-objekt per rad, med id, text, docType, level och expected",
      en: "write one JSON object a line, with id, text, docType, level and expected",
    },
  },
  GOLD_SYNTAX: {
    message: { sv: "Raden är inte giltig JSON.", en: "The line is not valid JSON." },
    hint: {
      sv: "varje rad är ett helt JSON-objekt; kontrollera citattecken, kommatecken och radbrytningar",
      en: "each line is a whole JSON object; check quotes, commas and line breaks",
    },
  },
  GOLD_WRONG: {
    message: {
      sv: '"{field}" är inte som det ska: här behövs {expected}.',
      en: '"{field}" is not as it should be: needed is {expected}.',
    },
    hint: {
      sv: "docs/accuracy.md visar vilka fält en rad kan ha",
      en: "docs/accuracy.md shows which fields a line can have",
    },
  },
  GOLD_DUPLICATE: {
    message: {
      sv: 'Id "{id}" finns redan på rad {line}.',
      en: 'The id "{id}" already stands in line {line}.',
    },
    hint: { sv: "varje textstycke behöver ett eget id", en: "every passage needs an id of its own" },
  },
  GOLD_SPLIT: {
    message: {
      sv: 'Textstycket "{id}" har rubriker i sig och blir flera avsnitt.',
      en: 'The passage "{id}" holds headings and becomes several sections.',
    },
    hint: {
      sv: 'flytta rubriken till fältet "heading", eller dela stycket',
      en: 'move the heading to the field "heading", or split the passage',
    },
  },
  BAR_UNKNOWN: {
    message: { sv: 'Gränsen "{bar}" går inte att läsa.', en: 'The bar "{bar}" cannot be read.' },
    hint: {
      sv: "skriv namn=tal, till exempel kappa=0.85; namnen är {names}",
      en: "write name=number, for instance kappa=0.85; the names are {names}",
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
  WORD_MISSING: {
    message: {
      sv: "Säg vilket ord eller vilken fras som ska följas.",
      en: "Say which word or phrase to trace.",
    },
    hint: {
      sv: 'till exempel "genomlys trace handlingsplanen"',
      en: 'for instance "genomlys trace handlingsplanen"',
    },
  },
  RULE_NOT_FOUND: {
    message: { sv: 'Det finns ingen regel "{id}".', en: 'There is no rule "{id}".' },
    hint: { sv: '"genomlys rules list" visar alla regler', en: '"genomlys rules list" shows all rules' },
  },

  // ── rule packs ──
  RULES_MISSING: {
    message: { sv: 'Hittar inte regelmappen "{path}".', en: 'Cannot find the rule folder "{path}".' },
    hint: {
      sv: "ange mappen där filen pack.yaml ligger, eller en fil som är ett helt paket",
      en: "name the folder that holds the file pack.yaml, or a file that is a whole pack",
    },
  },
  RULES_EMPTY: {
    message: { sv: 'Det finns inga regler i "{path}".', en: 'There are no rules in "{path}".' },
    hint: {
      sv: "lägg minst en regelfil (.yaml) i mappen",
      en: "put at least one rule file (.yaml) in the folder",
    },
  },
  PACK_FILE_MISSING: {
    message: {
      sv: '"{path}" är inget regelpaket: filen pack.yaml saknas.',
      en: '"{path}" is no rule pack: the file pack.yaml is missing.',
    },
    hint: {
      sv: "ange paketets egen mapp, eller lägg till en pack.yaml med id, version och title",
      en: "name the folder of the pack itself, or add a pack.yaml with id, version and title",
    },
  },
  PACK_DUPLICATE: {
    message: {
      sv: 'Två regelpaket heter "{id}".',
      en: 'Two rule packs are called "{id}".',
    },
    hint: {
      sv: "ge det ena paketet ett annat id i dess pack.yaml",
      en: "give one of the packs another id in its pack.yaml",
    },
  },
  RULE_SYNTAX: {
    message: { sv: "Filen är inte giltig YAML: {problem}", en: "The file is not valid YAML: {problem}" },
    hint: {
      sv: "kontrollera indrag, kolon och citattecken på raden och raden före",
      en: "check indentation, colons and quotes on the line and the line before",
    },
  },
  RULE_UNKNOWN_KEY: {
    message: { sv: '"{key}" är inget som kan stå här.', en: '"{key}" is not something that can stand here.' },
    hint: { sv: "här kan stå {allowed}", en: "what can stand here is {allowed}" },
  },
  RULE_MISSING_KEY: {
    message: { sv: '"{key}" saknas.', en: '"{key}" is missing.' },
    hint: { sv: "lägg till raden {key}: …", en: "add the line {key}: …" },
  },
  RULE_WRONG_VALUE: {
    message: {
      sv: '"{key}" ska vara {expected}, men är {found}.',
      en: '"{key}" should be {expected}, but is {found}.',
    },
    hint: {
      sv: "ändra värdet; docs/rules.md visar ett exempel på varje fält",
      en: "change the value; docs/rules.md shows an example of every field",
    },
  },
  RULE_DUPLICATE_ID: {
    message: {
      sv: 'Id "{id}" används redan i {other}.',
      en: 'The id "{id}" is already used in {other}.',
    },
    hint: {
      sv: "varje regel behöver ett eget id; byt det ena",
      en: "every rule needs an id of its own; change one of them",
    },
  },
  RULE_UNKNOWN_REFERENCE: {
    message: {
      sv: '"{name}" är varken en regel, en tagg eller en ordlista i paketet.',
      en: '"{name}" is neither a rule, a tag nor a word set of the pack.',
    },
    hint: {
      sv: "kontrollera stavningen, eller lägg till det som saknas",
      en: "check the spelling, or add what is missing",
    },
  },
  RULE_BAD_TERM: {
    message: {
      sv: 'Termen "{term}" går inte att läsa: {problem}',
      en: 'The term "{term}" cannot be read: {problem}',
    },
    hint: {
      sv: "termer är vanliga ord; docs/rules.md visar vilka tecken som har särskild betydelse",
      en: "terms are plain words; docs/rules.md shows the characters that have a special meaning",
    },
  },
  RULE_WITHOUT_EXAMPLES: {
    message: {
      sv: 'Regeln "{id}" saknar exempel under {which}.',
      en: 'The rule "{id}" has no examples under {which}.',
    },
    hint: {
      sv: "skriv minst en mening som regeln ska träffa (hit) och en som den inte ska träffa (miss)",
      en: "write at least one sentence that the rule should hit and one that it should miss",
    },
  },

  // ── configuration ──
  CONFIG_MISSING: {
    message: {
      sv: 'Hittar inte konfigurationsfilen "{path}".',
      en: 'Cannot find the configuration file "{path}".',
    },
    hint: {
      sv: "kontrollera stavningen; utan --config används den genomlys.config.yaml som ligger närmast ovanför",
      en: "check the spelling; without --config the nearest genomlys.config.yaml above is used",
    },
  },
  CONFIG_SYNTAX: {
    message: { sv: "Filen är inte giltig YAML: {problem}", en: "The file is not valid YAML: {problem}" },
    hint: {
      sv: "kontrollera indrag, kolon och citattecken på raden och raden före; indrag görs med blanksteg, inte tabbar",
      en: "check indentation, colons and quotes on the line and the line before; indent with spaces, not tabs",
    },
  },
  CONFIG_UNKNOWN_KEY: {
    message: { sv: '"{key}" är inget som kan stå här.', en: '"{key}" is not something that can stand here.' },
    hint: { sv: "här kan stå {allowed}", en: "what can stand here is {allowed}" },
  },
  CONFIG_MISSING_KEY: {
    message: { sv: '"{key}" saknas.', en: '"{key}" is missing.' },
    hint: { sv: "lägg till raden {key}: …", en: "add the line {key}: …" },
  },
  CONFIG_WRONG_VALUE: {
    message: {
      sv: '"{key}" ska vara {expected}, men är {found}.',
      en: '"{key}" should be {expected}, but is {found}.',
    },
    hint: {
      sv: "ändra värdet; docs/egna-regler.md visar ett exempel på varje fält",
      en: "change the value; docs/egna-regler.md shows an example of every field",
    },
  },
  CONFIG_UNKNOWN_PACK: {
    message: {
      sv: 'Hittar inget regelpaket "{name}".',
      en: 'Cannot find a rule pack "{name}".',
    },
    hint: {
      sv: "ange ett inbyggt paket ({builtin}), en mapp med pack.yaml räknat från konfigurationsfilen, eller ett installerat npm-paket",
      en: "name a built-in pack ({builtin}), a folder with pack.yaml as seen from the configuration file, or an installed npm package",
    },
  },
  CONFIG_PACK_NOT_USED: {
    message: {
      sv: 'Regelpaketet "{name}" används inte, så det finns inget att ändra i det.',
      en: 'The rule pack "{name}" is not in use, so there is nothing to change in it.',
    },
    hint: { sv: "paketen som används är {used}", en: "the packs in use are {used}" },
  },
  CONFIG_UNKNOWN_RULE: {
    message: {
      sv: 'Det finns ingen regel "{rule}" i paketet {pack}.',
      en: 'There is no rule "{rule}" in the pack {pack}.',
    },
    hint: {
      sv: '"genomlys rules list" visar alla regler',
      en: '"genomlys rules list" shows all rules',
    },
  },
  CONFIG_UNKNOWN_TERM: {
    message: {
      sv: 'Regeln "{rule}" har ingen term "{term}" att ta bort.',
      en: 'The rule "{rule}" has no term "{term}" to remove.',
    },
    hint: {
      sv: "skriv termen precis som den står i regelfilen, med stjärnor och likhetstecken",
      en: "write the term just as it stands in the rule file, with stars and equals signs",
    },
  },
  CONFIG_NO_TERMS_LEFT: {
    message: {
      sv: 'Regeln "{rule}" får inga termer kvar.',
      en: 'The rule "{rule}" is left without terms.',
    },
    hint: { sv: "stäng av regeln med off: true i stället", en: "switch the rule off with off: true instead" },
  },
  CONFIG_NOT_FOR_KIND: {
    message: {
      sv: '"{key}" kan inte ändras i regeln "{rule}": den är av slaget {kind}.',
      en: '"{key}" cannot be changed in the rule "{rule}": it is of the kind {kind}.',
    },
    hint: { sv: "det går i regler av slaget {kinds}", en: "it can in rules of the kind {kinds}" },
  },
  CONFIG_RULE_NEEDED: {
    message: {
      sv: 'Regeln "{rule}" kan aldrig uppfyllas: allt som den kräver ({names}) är avstängt.',
      en: 'The rule "{rule}" can never be fulfilled: all that it demands ({names}) is switched off.',
    },
    hint: {
      sv: "stäng av även den, eller låt något av det den kräver vara kvar",
      en: "switch that rule off too, or keep something of what it demands",
    },
  },
  CONFIG_BAD_TERM: {
    message: {
      sv: 'Termen "{term}" går inte att läsa: {problem}',
      en: 'The term "{term}" cannot be read: {problem}',
    },
    hint: {
      sv: "termer är vanliga ord; docs/rules.md visar vilka tecken som har särskild betydelse",
      en: "terms are plain words; docs/rules.md shows the characters that have a special meaning",
    },
  },
  CONFIG_GOAL_WITHOUT_TITLE: {
    message: {
      sv: "Delmål {id} finns inte i paketet {pack} och behöver en rubrik.",
      en: "Policy goal {id} is not in the pack {pack} and needs a title.",
    },
    hint: {
      sv: "lägg till title: med sv: och en:, eller ändra numret",
      en: "add title: with sv: and en:, or change the number",
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
  CONFIG_IGNORES_ALL: {
    message: {
      sv: "Alla dokument som angavs är undantagna i {path}.",
      en: "All documents that were named are ignored in {path}.",
    },
    hint: {
      sv: "ta bort raden under ignore: eller ange andra dokument",
      en: "remove the line under ignore: or name other documents",
    },
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof errorTexts;

/** All codes, in the order they are listed above. */
export const errorCodes = Object.keys(errorTexts) as readonly ErrorCode[];

/** Added to the hint when the error carries a `suggestion`, and used instead of it when there is one. */
export const suggestionHint: LocalText = {
  sv: 'menade du "{suggestion}"?',
  en: 'did you mean "{suggestion}"?',
};
