// Every option of the command line, once: its name, its values, its help. The parser, the help text and the docs read this.
import { reportFormatNames } from "../report/index.ts";
import type { LocalText } from "../model/rule.ts";

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
  format: {
    flags: "--format",
    value: { sv: "namn", en: "name" },
    help: { sv: "hur resultatet skrivs", en: "how the result is written" },
    choices: reportFormatNames,
    initial: { sv: "terminal", en: "terminal" },
  },
  output: {
    flags: "-o, --output",
    value: { sv: "fil", en: "file" },
    help: { sv: "skriv resultatet till en fil", en: "write the result to a file" },
  },
  details: {
    flags: "--details",
    help: {
      sv: "visa varje avsnitt med bevis, frågor och förslag",
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
  quiet: {
    flags: "--quiet",
    help: {
      sv: "inga upplysningar vid sidan av resultatet",
      en: "nothing said beside the result",
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
} as const satisfies Record<string, OptionDefinition>;

export type OptionName = keyof typeof optionDefinitions;

/** Which options a command takes, in the order of its help text. */
export const scanOptionNames: readonly OptionName[] = [
  "type",
  "rules",
  "format",
  "output",
  "details",
  "lang",
  "pdfEngine",
  "quiet",
  "color",
  "noColor",
];
export const rulesOptionNames: readonly OptionName[] = ["lang", "quiet", "color", "noColor"];

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
  arguments: { sv: "Argument:", en: "Arguments:" },
  optionsTitle: { sv: "Flaggor:", en: "Options:" },
  commands: { sv: "Kommandon:", en: "Commands:" },
  choices: { sv: "ett av {choices}", en: "one of {choices}" },
  initial: { sv: "annars {initial}", en: "default {initial}" },
  epilogue: {
    sv: `Exempel:
  genomlys styrdokument/                 granska alla dokument i en mapp
  genomlys utkast.docx --details         visa varje avsnitt med bevis
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
