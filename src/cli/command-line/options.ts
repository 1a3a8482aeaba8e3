// Every option of the command line, once: its name, its values, its help. The parser, the help text and the docs read this.
import { changesReadings } from "../../model/document.ts";
import { reportFormatNames } from "../../report/index.ts";
import { hitOrders } from "../../report/concordance/hit-orders.ts";
import { tableNames } from "../../report/tables/table-names.ts";
import { comparisonFormatNames } from "../../report/compare/index.ts";
import { outlineFormatNames } from "../../report/outline/index.ts";
import type { LocalText } from "../../model/rule.ts";

export interface OptionDefinition {
  /** "-o, --output" */
  readonly flags: string;
  /** What its value is called in the help text; none when it takes no value. */
  readonly value?: LocalText;
  readonly help: LocalText;
  /** The values it can have, when they are few and known. */
  readonly choices?: readonly string[];
  /** The value without the option, for the help text. */
  readonly initial?: LocalText;
  /** May be given several times. */
  readonly repeatable?: boolean;
}

export const pdfEngines = ["auto", "pdfium", "pdf-parse"] as const;
export const docxEngines = ["auto", "own", "mammoth"] as const;

export const optionDefinitions = {
  type: {
    flags: "--type",
    value: { sv: "id", en: "id" },
    help: {
      sv: "dokumenttyp, om den inte ska kännas igen av sig själv",
      en: "document type, if it is not to be recognised by itself",
    },
    initial: { sv: "auto", en: "auto" },
  },
  rules: {
    flags: "--rules",
    value: { sv: "mapp", en: "folder" },
    help: {
      sv: "regelpaket i stället för det inbyggda (får anges flera gånger)",
      en: "rule pack instead of the built-in one (may be given several times)",
    },
    repeatable: true,
  },
  config: {
    flags: "--config",
    value: { sv: "fil", en: "file" },
    help: {
      sv: "konfigurationsfil, i stället för närmaste genomlys.config.yaml här eller ovanför",
      en: "configuration file, instead of the nearest genomlys.config.yaml here or above",
    },
  },
  printConfig: {
    flags: "--print-config",
    help: {
      sv: "visa vad som gäller och varifrån varje värde kommer, utan att granska något",
      en: "show what is in force and where each value comes from, without auditing anything",
    },
  },
  format: {
    flags: "--format",
    value: { sv: "namn", en: "name" },
    help: {
      sv: "hur resultatet skrivs, i filen efter nästa -o (flera par går bra)",
      en: "how the result is written, into the file of the next -o (several pairs may be given)",
    },
    choices: reportFormatNames,
    initial: { sv: "efter filens ändelse, eller terminal", en: "by the file's ending, or terminal" },
  },
  output: {
    flags: "-o, --output",
    value: { sv: "fil", en: "file" },
    help: {
      sv: "skriv resultatet till en fil; - är standard ut",
      en: "write the result to a file; - is standard output",
    },
  },
  copy: {
    flags: "-o, --output",
    value: { sv: "fil eller mapp", en: "file or folder" },
    help: {
      sv: "var kopian ska ligga; flera dokument behöver en mapp",
      en: "where the copy goes; several documents need a folder",
    },
    initial: {
      sv: "bredvid originalet, som namn.genomlys.docx",
      en: "beside the original, as name.genomlys.docx",
    },
  },
  highlight: {
    flags: "--highlight",
    help: {
      sv: "markera belägg även i Word (i PDF görs det alltid)",
      en: "mark evidence in Word too (in PDF it always is)",
    },
  },
  overwriteCopy: {
    flags: "--force",
    help: { sv: "skriv över en kopia som redan finns", en: "overwrite a copy that is there already" },
  },
  table: {
    flags: "--table",
    value: { sv: "namn", en: "name" },
    help: { sv: "vilken tabell csv ska innehålla", en: "which table csv is to hold" },
    choices: tableNames,
    initial: { sv: "sections", en: "sections" },
  },
  maxBytes: {
    flags: "--max-bytes",
    value: { sv: "antal", en: "number" },
    help: {
      sv: "korta av markdown till så många byte, det allvarligaste först",
      en: "cut markdown to so many bytes, the gravest first",
    },
  },
  details: {
    flags: "--details",
    help: {
      sv: "visa varje avsnitt med belägg, frågor och förslag",
      en: "show every section with evidence, questions and suggestions",
    },
  },
  lang: {
    flags: "--lang",
    value: { sv: "språk", en: "language" },
    help: { sv: "språk i resultat och meddelanden", en: "language of results and messages" },
    choices: ["sv", "en"],
    initial: { sv: "sv", en: "sv" },
  },
  pdfEngine: {
    flags: "--pdf-engine",
    value: { sv: "namn", en: "name" },
    help: { sv: "vilken PDF-läsare som används", en: "which PDF engine reads" },
    choices: pdfEngines,
    initial: { sv: "auto", en: "auto" },
  },
  docxEngine: {
    flags: "--docx-engine",
    value: { sv: "namn", en: "name" },
    help: { sv: "vilken DOCX-läsare som används", en: "which DOCX engine reads" },
    choices: docxEngines,
    initial: { sv: "auto", en: "auto" },
  },
  changes: {
    flags: "--changes",
    value: { sv: "namn", en: "name" },
    help: {
      sv: "hur spårade ändringar läses: som godkända, eller texten före dem",
      en: "how tracked changes are read: as accepted, or the text before them",
    },
    choices: changesReadings,
    initial: { sv: "accepted", en: "accepted" },
  },
  ocr: {
    flags: "--ocr",
    help: {
      sv: "läs inskannade sidor i PDF-filer med textigenkänning (svenska, utan nät; flera sekunder per sida)",
      en: "read scanned pages of PDF files with text recognition (Swedish, offline; several seconds a page)",
    },
  },
  jobs: {
    flags: "--jobs",
    value: { sv: "antal", en: "number" },
    help: {
      sv: "hur många dokument som läses samtidigt",
      en: "how many documents are read at the same time",
    },
    initial: { sv: "datorns kärnor", en: "the machine's cores" },
  },
  resume: {
    flags: "--resume",
    value: { sv: "fil", en: "file" },
    help: {
      sv: "gå vidare med resultat i jsonl som en avbruten körning lämnat, i samma fil",
      en: "go on with results in jsonl that a run left when it was stopped, in the same file",
    },
  },
  shard: {
    flags: "--shard",
    value: { sv: "del/delar", en: "part/parts" },
    help: {
      sv: "granska bara en del av dokumenten, till exempel 2/4, för flera datorer; genomlys report slår ihop",
      en: "audit one part of the documents only, for instance 2/4, for several machines; genomlys report merges",
    },
  },
  manifest: {
    flags: "--manifest",
    value: { sv: "fil", en: "file" },
    help: {
      sv: "lista i csv över arkivets dokument, med sökväg, organisation, år, typ och egna kolumner, som följer med i resultatet",
      en: "list in csv of the archive's documents, with path, organisation, year, type and columns of your own, which stand in the result",
    },
  },
  groupBy: {
    flags: "--group-by",
    value: { sv: "kolumn,…", en: "column,…" },
    help: {
      sv: "räkna samman dokumenten efter organisation, year, type eller en egen kolumn i listan",
      en: "add the documents up by organisation, year, type or a column of your own in the list",
    },
    repeatable: true,
  },
  limit: {
    flags: "--limit",
    value: { sv: "gränser", en: "limits" },
    help: {
      sv: "vad ett dokument får kosta, till exempel pages=500,seconds=60; även file-mb, unpacked-mb, characters, archive-levels, xml-levels, memory-mb",
      en: "what a document may cost, for instance pages=500,seconds=60; also file-mb, unpacked-mb, characters, archive-levels, xml-levels, memory-mb",
    },
    repeatable: true,
  },
  passwordFile: {
    flags: "--password-file",
    value: { sv: "fil", en: "file" },
    help: {
      sv: "textfil med lösenord, ett per rad, som prövas på låsta filer",
      en: "text file with passwords, one a line, that are tried on locked files",
    },
  },
  cacheDir: {
    flags: "--cache-dir",
    value: { sv: "mapp", en: "folder" },
    help: {
      sv: "var lästa dokument sparas till nästa gång, när flera granskas",
      en: "where documents that were read are kept for the next time, when several are audited",
    },
    initial: { sv: "systemets cachemapp", en: "the system's cache folder" },
  },
  days: {
    flags: "--days",
    value: { sv: "antal", en: "number" },
    help: {
      sv: "ta bort det som inte har använts på så många dagar",
      en: "remove what has not been used for so many days",
    },
    initial: { sv: "30", en: "30" },
  },
  noCache: {
    flags: "--no-cache",
    help: {
      sv: "läs och bedöm allt på nytt, och spara inget",
      en: "read and judge everything anew, and keep nothing",
    },
  },
  quiet: {
    flags: "--quiet",
    help: {
      sv: "inga upplysningar vid sidan av resultatet",
      en: "nothing said beside the result",
    },
  },
  logProgress: {
    flags: "--log-progress",
    help: {
      sv: "en rad i minuten om hur långt granskningen har kommit, för loggar; på en skärm syns det ändå",
      en: "a line a minute on how far the audit has come, for logs; a terminal shows it anyway",
    },
  },
  color: {
    flags: "--color",
    help: { sv: "använd färg, även utanför en terminal", en: "use colour, also outside a terminal" },
  },
  noColor: {
    flags: "--no-color",
    help: { sv: "använd inte färg", en: "use no colour" },
  },
  plain: {
    flags: "--plain",
    help: {
      sv: "löpande text för skärmläsare: varje uppgift med sitt namn på egen rad, inga tabeller, tecken eller färger",
      en: "linear text for screen readers: each figure with its name on a line of its own, no tables, signs or colours",
    },
  },
  minCoverage: {
    flags: "--min-coverage",
    value: { sv: "procent", en: "per cent" },
    help: {
      sv: "så stor del av de väntade avsnitten ska ha belägg, vägt efter ord",
      en: "share of the expected sections that must have evidence, weighted by words",
    },
  },
  minLevel: {
    flags: "--min-level",
    value: { sv: "nivå", en: "level" },
    help: {
      sv: "så djupt ska dokumentet nå någonstans utanför förord och inledning, 0–4",
      en: "how deep the document must go somewhere outside foreword and introduction, 0–4",
    },
  },
  maxGaps: {
    flags: "--max-gaps",
    value: { sv: "antal", en: "number" },
    help: {
      sv: "så många avsnitt får högst sakna perspektivet",
      en: "how many sections may lack the perspective, at most",
    },
  },
  require: {
    flags: "--require",
    value: { sv: "id,…", en: "id,…" },
    help: {
      sv: "krav som ska vara uppfyllda, till exempel K-TS-03,K-ALL-01",
      en: "requirements that must be met, for instance K-TS-03,K-ALL-01",
    },
    repeatable: true,
  },
  failOn: {
    flags: "--fail-on",
    value: { sv: "vad,…", en: "what,…" },
    help: {
      sv: "vad som inte får förekomma: missing (perspektivet saknas i ett avsnitt), review (avsnitt att bedöma), unmet (krav som inte är uppfyllda), waiver (perspektivet avfärdas utan analys), notice (anmärkningar om läsningen), lost (det som ändringen tar bort, med --changed-since)",
      en: "what must not occur: missing (a section lacks the perspective), review (sections to judge), unmet (requirements that are not met), waiver (the perspective is dismissed without analysis), notice (notices on the reading), lost (what the change takes away, with --changed-since)",
    },
    repeatable: true,
  },
  baseline: {
    flags: "--baseline",
    value: { sv: "fil", en: "file" },
    help: {
      sv: "godtagna luckor (genomlys baseline create): bara nya räknas",
      en: "accepted gaps (genomlys baseline create): only new ones count",
    },
  },
  changedSince: {
    flags: "--changed-since",
    value: { sv: "ref", en: "ref" },
    help: {
      sv: "bara dokument som ändrats i git sedan dess (origin/main, en tagg, HEAD~1), vart och ett jämfört med sin förra version: bara nya luckor räknas",
      en: "only documents changed in git since then (origin/main, a tag, HEAD~1), each compared with its earlier version: only new gaps count",
    },
  },
  failOnUnusedSuppressions: {
    flags: "--fail-on-unused-suppressions",
    help: {
      sv: "underkänn också när ett undantag inte behövs eller har gått ut",
      en: "fail also when a suppression is not needed or has expired",
    },
  },
  baselineOutput: {
    flags: "-o, --output",
    value: { sv: "fil", en: "file" },
    help: { sv: "var de godtagna luckorna sparas", en: "where the accepted gaps are kept" },
    initial: { sv: "genomlys.baseline.json", en: "genomlys.baseline.json" },
  },
  baselineFile: {
    flags: "--baseline",
    value: { sv: "fil", en: "file" },
    help: { sv: "filen med godtagna luckor", en: "the file of accepted gaps" },
    initial: { sv: "genomlys.baseline.json", en: "genomlys.baseline.json" },
  },
  force: {
    flags: "--force",
    help: {
      sv: "skriv över en fil med godtagna luckor som redan finns",
      en: "overwrite a file of accepted gaps that is there",
    },
  },
  outlineFormat: {
    flags: "--format",
    value: { sv: "namn", en: "name" },
    help: { sv: "hur dispositionen skrivs", en: "how the outline is written" },
    choices: outlineFormatNames,
    initial: { sv: "terminal", en: "terminal" },
  },
  comparisonFormat: {
    flags: "--format",
    value: { sv: "namn", en: "name" },
    help: { sv: "hur jämförelsen skrivs", en: "how the comparison is written" },
    choices: comparisonFormatNames,
    initial: { sv: "efter filens ändelse, eller terminal", en: "by the file's ending, or terminal" },
  },
  rerun: {
    flags: "--rerun",
    help: {
      sv: "granska de sparade resultatens dokument igen med dagens regler, så att talen kan jämföras",
      en: "audit the documents of saved results again with the rules of today, so that figures compare",
    },
  },
  evaluationFormat: {
    flags: "--format",
    value: { sv: "namn", en: "name" },
    help: { sv: "hur siffrorna skrivs", en: "how the figures are written" },
    choices: ["terminal", "json"],
    initial: { sv: "terminal", en: "terminal" },
  },
  section: {
    flags: "--section",
    value: { sv: "avsnitt", en: "section" },
    help: {
      sv: "visa allt om ett avsnitt: nummer (3.2), rubrik eller id",
      en: "show everything about a section: number (3.2), heading or id",
    },
  },
  sort: {
    flags: "--sort",
    value: { sv: "ordning", en: "order" },
    help: {
      sv: "ordna efter plats, eller efter orden före (left) eller efter (right)",
      en: "order by place, or by the words before (left) or after (right)",
    },
    choices: hitOrders,
    initial: { sv: "place", en: "place" },
  },
  kwicFormat: {
    flags: "--format",
    value: { sv: "namn", en: "name" },
    help: { sv: "hur träffarna skrivs", en: "how the hits are written" },
    choices: ["terminal", "csv"],
    initial: { sv: "efter filens ändelse, eller terminal", en: "by the file's ending, or terminal" },
  },
  untested: {
    flags: "--untested",
    help: {
      sv: "visa alla termer som inget exempel prövar, regel för regel",
      en: "show all terms that no example tries, rule by rule",
    },
  },
  errors: {
    flags: "--errors",
    help: {
      sv: "visa varje fel bedömt stycke och vad bedömningen bygger på",
      en: "show every wrongly judged passage and what the judgement rests on",
    },
  },
  min: {
    flags: "--min",
    value: { sv: "gränser", en: "bars" },
    help: {
      sv: "lägsta tillåtna siffror, till exempel present-f1=0.95,kappa=0.85; missas en blir svaret till skalet 1",
      en: "lowest figures allowed, for instance present-f1=0.95,kappa=0.85; a missed one makes the exit code 1",
    },
    repeatable: true,
  },
  max: {
    flags: "--max",
    value: { sv: "gränser", en: "bars" },
    help: {
      sv: "högsta tillåtna siffror, till exempel review=0.08",
      en: "highest figures allowed, for instance review=0.08",
    },
    repeatable: true,
  },
  withBaseline: {
    flags: "--with-baseline",
    help: {
      sv: "godta också dagens luckor (genomlys.baseline.json), så att genomlys check bara underkänner nya",
      en: "accept today's gaps as well (genomlys.baseline.json), so that genomlys check fails only on new ones",
    },
  },
  yes: {
    flags: "--yes",
    help: { sv: "fråga inget", en: "ask nothing" },
  },
  overwrite: {
    flags: "--force",
    help: {
      sv: "skriv över en genomlys.config.yaml som redan finns",
      en: "overwrite a genomlys.config.yaml that is there",
    },
  },
} as const satisfies Record<string, OptionDefinition>;

export type OptionName = keyof typeof optionDefinitions;

/** Which options a command takes, in the order of its help text. */
export const scanOptionNames: readonly OptionName[] = [
  "type",
  "rules",
  "config",
  "printConfig",
  "format",
  "output",
  "table",
  "maxBytes",
  "details",
  "groupBy",
  "lang",
  "pdfEngine",
  "docxEngine",
  "jobs",
  "manifest",
  "resume",
  "shard",
  "limit",
  "changes",
  "ocr",
  "passwordFile",
  "cacheDir",
  "noCache",
  "quiet",
  "logProgress",
  "color",
  "noColor",
  "plain",
];
export const outlineOptionNames: readonly OptionName[] = [
  "type",
  "rules",
  "config",
  "outlineFormat",
  "lang",
  "pdfEngine",
  "docxEngine",
  "limit",
  "changes",
  "ocr",
  "passwordFile",
  "cacheDir",
  "noCache",
  "quiet",
  "color",
  "noColor",
  "plain",
];

/** What every command takes. */
export const everyCommandTakes: readonly OptionName[] = ["lang", "quiet", "color", "noColor", "plain"];
