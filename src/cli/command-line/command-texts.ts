// What the help text says about each command and its arguments.
import type { LocalText } from "../../model/rule.ts";

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
    sv: "mapp eller fil med det gamla regelpaketet, eller den gamla konfigurationsfilen",
    en: "folder or file of the old rule pack, or the old configuration file",
  },
  paths: { sv: "dokument att jämföra på", en: "documents to compare on" },
  schema: {
    sv: "skriv JSON Schema för regelfiler, så att redigeraren hjälper till",
    en: "print the JSON Schema of rule files, so that editors can help",
  },
  schemaUsage: { sv: "[flaggor] [slag]", en: "[options] [kind]" },
  kinds: { sv: "ett slags regler; inget betyder alla", en: "a kind of rules; none means all" },
} as const satisfies Record<string, LocalText>;
