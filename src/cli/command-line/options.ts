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
export const rulesOptionNames: readonly OptionName[] = ["lang", "quiet", "color", "noColor", "plain"];

/** Arguments of the commands and what is said about them. */
export const commandTexts = {
  program: {
    sv: "Granskar styrdokument: var perspektivet finns, hur djupt det går och var det saknas fast det kan väntas.",
    en: "Audits governance documents: where the perspective is present, how deep it goes, and where it is missing though expected.",
  },
  path: { sv: "sökväg", en: "path" },
  folder: { sv: "mapp", en: "folder" },
  paths: {
    sv: 'filer, mappar eller mönster ("arkiv/**/*.pdf"); - läser standard in',
    en: 'files, folders or patterns ("archive/**/*.pdf"); - reads standard input',
  },
  scan: {
    sv: "granska dokument (görs om inget kommando anges)",
    en: "audit documents (the default command)",
  },
  outline: {
    sv: "visa vad läsaren såg: rubriker, sidor, roller, vad som hölls utanför",
    en: "show what the reader saw: headings, pages, roles, what was kept apart",
  },
  rules: { sv: "pröva och visa regler", en: "test and list rules" },
  rulesTest: { sv: "kör alla reglers exempel", en: "run the examples of all rules" },
  rulesList: { sv: "visa alla regler", en: "list all rules" },
  rulesFolders: {
    sv: "mappar med regelpaket; ingen betyder det inbyggda",
    en: "folders of rule packs; none means the built-in one",
  },
  help: { sv: "visa den här hjälpen", en: "show this help" },
  version: { sv: "visa version", en: "show the version" },
  usage: { sv: "Användning:", en: "Usage:" },
  optionsUsage: { sv: "[flaggor]", en: "[options]" },
  auditUsage: { sv: "[flaggor] <fil eller mapp…>", en: "[options] <file or folder…>" },
  rulesUsage: { sv: "<kommando>", en: "<command>" },
  arguments: { sv: "Argument:", en: "Arguments:" },
  optionsTitle: { sv: "Flaggor:", en: "Options:" },
  commands: { sv: "Kommandon:", en: "Commands:" },
  choices: { sv: "ett av {choices}", en: "one of {choices}" },
  initial: { sv: "annars {initial}", en: "default {initial}" },
  epilogue: {
    sv: `Exempel:
  genomlys styrdokument/                 granska alla dokument i en mapp
  genomlys utkast.docx --details         visa varje avsnitt med belägg
  genomlys arkiv/ --format jsonl -o ut.jsonl

Svar till skalet: 0 klart, 1 en ställd gräns nåddes inte, 2 fel i anrop eller
regler, 3 minst en fil kunde inte granskas (de andra finns i resultatet).`,
    en: `Examples:
  genomlys documents/                    audit every document in a folder
  genomlys draft.docx --details          show every section with evidence
  genomlys archive/ --format jsonl -o out.jsonl

Exit codes: 0 done, 1 a demanded bar is missed, 2 wrong use or rules, 3 at least
one file could not be audited (the others are in the result).`,
  },
} as const satisfies Record<string, LocalText>;

/** What is said about the commands that guard drafts. */
export const checkTexts = {
  check: {
    sv: "pröva dokument mot gränser; svarar 1 när en gräns inte nås (för granskning i git och byggen)",
    en: "hold documents against bars; answers 1 when a bar is missed (for reviews in git and builds)",
  },
  checkEpilogue: {
    sv: `Exempel:
  genomlys check utkast/ --min-coverage 60
  genomlys check utkast/ --require K-TS-03 --fail-on missing,waiver
  genomlys check utkast/ --baseline genomlys.baseline.json
  genomlys check utkast/ --changed-since origin/main

Gränser per dokumenttyp skrivs i genomlys.config.yaml under check:. Utan någon
gräns prövas inget, och svaret är 2. Med --baseline behövs ingen gräns: då
underkänns nya avsnitt där perspektivet saknas och nya krav som inte är uppfyllda.
Med --changed-since underkänns dessutom det som ändringen tar bort.`,
    en: `Examples:
  genomlys check drafts/ --min-coverage 60
  genomlys check drafts/ --require K-TS-03 --fail-on missing,waiver
  genomlys check drafts/ --baseline genomlys.baseline.json
  genomlys check drafts/ --changed-since origin/main

Bars by document type go into genomlys.config.yaml under check:. Without any bar
nothing is checked, and the answer is 2. With --baseline none is needed: then new
sections that lack the perspective and newly unmet requirements fail. With
--changed-since, what the change takes away fails as well.`,
  },
  baseline: {
    sv: "godta dagens luckor, så att bara nya räknas",
    en: "accept today's gaps, so that only new ones count",
  },
  baselineUsage: { sv: "<kommando>", en: "<command>" },
  create: {
    sv: "godta alla luckor och ouppfyllda krav som finns nu",
    en: "accept all gaps and unmet requirements there are now",
  },
  prune: {
    sv: "ta bort det som inte längre finns; lägger aldrig till något",
    en: "take out what is no longer there; never adds anything",
  },
} as const satisfies Record<string, LocalText>;

/** What is said about the command that follows drafts. */
export const watchTexts = {
  watch: {
    sv: "granska utkast på nytt när de sparas och visa vad som ändrats sedan sist; Ctrl-C avslutar",
    en: "audit drafts again as they are saved and show what has changed since last time; Ctrl-C ends it",
  },
  paths: { sv: "filer, mappar eller mönster att följa", en: "files, folders or patterns to follow" },
} as const satisfies Record<string, LocalText>;

/** What is said about the commands that work with results. */
export const readerTexts = {
  path: { sv: "fil eller mapp", en: "file or folder" },
  paths: { sv: "dokument att söka i", en: "documents to search" },
  explain: {
    sv: "visa varför: en regel, räkningen bakom ett dokument eller avsnitt, hur omdömet sätts",
    en: "show why: a rule, the working behind a document or section, how verdicts are set",
  },
  explainUsage: { sv: "[flaggor] <regel|fil|verdict>", en: "[options] <rule|file|verdict>" },
  subject: { sv: "vad", en: "what" },
  subjects: {
    sv: "en regels id, ett dokument, eller ordet verdict",
    en: "the id of a rule, a document, or the word verdict",
  },
  kwic: {
    sv: "visa ett ord i sitt sammanhang, överallt där det står",
    en: "show a word in its context, wherever it stands",
  },
  kwicUsage: { sv: "[flaggor] <ord> <fil eller mapp…>", en: "[options] <word> <file or folder…>" },
  term: { sv: "ord", en: "word" },
  terms: {
    sv: 'ord eller fras, skrivet som i en regel: böjda former hittas, * står för resten av ett ord ("jämställdhets*")',
    en: 'word or phrase, written as in a rule: inflected forms are found, * is the rest of a word ("jämställdhets*")',
  },
  compare: {
    sv: "visa vad som har ändrats mellan två versioner av ett dokument, eller två sparade resultat",
    en: "show what has changed between two versions of a document, or two saved results",
  },
  compareUsage: { sv: "[flaggor] <före> <efter>", en: "[options] <before> <after>" },
  side: { sv: "före och efter", en: "before and after" },
  sides: {
    sv: "två dokument, två mappar, eller två filer från --format json eller jsonl",
    en: "two documents, two folders, or two files from --format json or jsonl",
  },
  annotate: {
    sv: "gör en kopia av Word eller PDF med kommentarer vid luckor och markerade belägg",
    en: "make a copy of Word or PDF with comments at gaps and evidence marked",
  },
  annotateUsage: { sv: "[flaggor] <fil eller mapp…>", en: "[options] <file or folder…>" },
  annotatePaths: { sv: "Word- och PDF-dokument", en: "Word and PDF documents" },
  saved: { sv: "sparat resultat", en: "saved result" },
  report: {
    sv: "visa sparade resultat i valfritt format, utan dokumenten; flera slås ihop",
    en: "show saved results in any format, without the documents; several are merged",
  },
  reportUsage: { sv: "[flaggor] <resultat.json…>", en: "[options] <result.json…>" },
  savedFiles: {
    sv: "filer från --format json eller jsonl; - läser standard in",
    en: "files from --format json or jsonl; - reads standard input",
  },
} as const satisfies Record<string, LocalText>;

/** What is said about the commands that prepare a place of work. */
export const setupTexts = {
  folder: { sv: "mapp", en: "folder" },
  init: {
    sv: "skriv en genomlys.config.yaml med anteckningar; känner igen dokumenttyperna i mappen",
    en: "write a genomlys.config.yaml with notes; recognises the document types in the folder",
  },
  initUsage: { sv: "[flaggor] [mapp]", en: "[options] [folder]" },
  initFolder: {
    sv: "mappen det gäller; annars den där du står",
    en: "the folder; otherwise where you stand",
  },
  shell: { sv: "skal", en: "shell" },
  shells: { sv: "bash, zsh eller fish", en: "bash, zsh or fish" },
  completion: {
    sv: "skriv det som får skalet att fylla i kommandon och flaggor",
    en: "print what makes the shell complete commands and options",
  },
  completionUsage: { sv: "<bash|zsh|fish>", en: "<bash|zsh|fish>" },
} as const satisfies Record<string, LocalText>;

/** What is said about the commands for those who scan archives. */
export const archiveTexts = {
  cache: {
    sv: "visa eller töm det som sparats av lästa dokument",
    en: "show or empty what was kept of documents that were read",
  },
  cacheUsage: { sv: "<stat|prune|clear>", en: "<stat|prune|clear>" },
  cacheStat: { sv: "visa hur mycket som är sparat och var", en: "show how much is kept, and where" },
  cachePrune: { sv: "ta bort det som inte har använts på länge", en: "remove what was not used for long" },
  cacheClear: { sv: "ta bort allt", en: "remove everything" },
} as const satisfies Record<string, LocalText>;

/** What is said about the commands for those who own rules. */
export const ownerTexts = {
  file: { sv: "fil", en: "file" },
  word: { sv: "ord", en: "word" },
  kind: { sv: "slag", en: "kind" },
  oldFolder: { sv: "gammalt", en: "old" },
  evaluate: {
    sv: "mät reglerna mot märkt text: precision, recall, kappa med intervall",
    en: "measure the rules on labelled text: precision, recall, kappa with intervals",
  },
  evaluateUsage: { sv: "[flaggor] <guld.jsonl…>", en: "[options] <gold.jsonl…>" },
  goldFiles: {
    sv: "filer med ett märkt textstycke, eller ett dokument med märkta avsnitt, per rad",
    en: "files with a labelled passage, or a document with labelled sections, on each line",
  },
  trace: {
    sv: "visa hur ett ord eller en fras läses och vilka regler den möter",
    en: "show how a word or phrase is read and which rules it meets",
  },
  traceUsage: { sv: "[flaggor] <ord eller fras>", en: "[options] <word or phrase>" },
  words: { sv: "ordet eller frasen", en: "the word or phrase" },
  show: { sv: "visa allt om en regel", en: "show everything about a rule" },
  showUsage: { sv: "[flaggor] <id…>", en: "[options] <id…>" },
  ids: { sv: "reglers id", en: "ids of rules" },
  lint: {
    sv: "leta efter termer som är döda, skymda, dubbla eller oprövade",
    en: "look for terms that are dead, shadowed, duplicate or untested",
  },
  foldersUsage: { sv: "[flaggor] [mapp…]", en: "[options] [folder…]" },
  diff: {
    sv: "visa varje avsnitt vars bedömning ändras mellan två regelpaket eller konfigurationer",
    en: "show every section whose judgement changes between two rule packs or configurations",
  },
  diffUsage: {
    sv: "[flaggor] <gammalt paket eller gammal konfiguration> <fil eller mapp…>",
    en: "[options] <old pack or configuration> <file or folder…>",
  },
  oldFolders: {
    sv: "mapp med det gamla regelpaketet, eller den gamla konfigurationsfilen",
    en: "folder of the old rule pack, or the old configuration file",
  },
  paths: { sv: "dokument att jämföra på", en: "documents to compare on" },
  schema: {
    sv: "skriv JSON Schema för regelfiler, så att redigeraren hjälper till",
    en: "print the JSON Schema of rule files, so that editors can help",
  },
  schemaUsage: { sv: "[flaggor] [slag]", en: "[options] [kind]" },
  kinds: { sv: "ett slags regler; inget betyder alla", en: "a kind of rules; none means all" },
} as const satisfies Record<string, LocalText>;
