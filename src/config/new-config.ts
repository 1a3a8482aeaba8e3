// The text of a new genomlys.config.yaml: what was recognised in the folder, and all else as notes to put in force.
import { message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";

/** A document that was recognised. */
export interface RecognisedFile {
  /** As seen from the folder of the configuration, with "/". */
  readonly path: string;
  readonly type: string;
  readonly uncertain: boolean;
  /** What it was known by. */
  readonly because: readonly string[];
}

export interface NewConfig {
  readonly lang: Language;
  /** Where the JSON Schema lies, as seen from the folder. */
  readonly schema: string;
  readonly packs: readonly string[];
  /** Ids of all types that the packs know. */
  readonly types: readonly string[];
  readonly files: readonly RecognisedFile[];
  /** The file of accepted gaps, when there is one to put in force. */
  readonly baseline?: string;
}

/** So many lines are read; more are recognised by themselves all the same. */
const mostLines = 60;

/** YAML, with a line break at the end. What is uncertain stands as a note. */
export function writeNewConfig({ lang, schema, packs, types, files, baseline }: NewConfig): string {
  const note = (key: Parameters<typeof message>[1] & `init.file.${string}`): string =>
    commented(message(lang, key as "init.file.head"));
  const sure = files.filter(({ uncertain }) => !uncertain);
  const unsure = files.filter(({ uncertain }) => uncertain);
  const shownSure = sure.slice(0, mostLines);
  const shownUnsure = unsure.slice(0, mostLines);
  const left = files.length - shownSure.length - shownUnsure.length;
  const [first = "ovrigt"] = types;
  return [
    `# yaml-language-server: $schema=${schema}`,
    note("init.file.head"),
    "",
    note("init.file.lang"),
    `lang: ${lang}`,
    "",
    note("init.file.packs"),
    `# packs: [${packs.join(", ")}]`,
    "",
    note(files.length === 0 ? "init.file.typesNone" : "init.file.types"),
    commented(message(lang, "init.file.known", { types: types.join(", ") })),
    ...(shownSure.length > 0 ? ["types:", ...shownSure.map(typeLine)] : ["# types:"]),
    ...(files.length === 0
      ? [`#   "*budget*.pdf": ${types.includes("mal-budget") ? "mal-budget" : first}`]
      : []),
    ...(shownUnsure.length > 0
      ? [
          `  ${note("init.file.uncertain")}`,
          ...shownUnsure.map((file) => `  # ${typeLine(file).trimStart()}`),
        ]
      : []),
    ...(left > 0 ? [`  ${commented(message(lang, "init.file.more", { n: left }))}`] : []),
    "",
    note("init.file.ignore"),
    "# ignore:",
    `#   - path: "${message(lang, "init.file.ignorePattern")}"`,
    `#     reason: ${message(lang, "init.file.ignoreReason")}`,
    "#     until: 2027-12-31",
    "",
    note("init.file.check"),
    ...(baseline === undefined
      ? ["# check:", "#   baseline: genomlys.baseline.json"]
      : ["check:", `  baseline: ${JSON.stringify(baseline)}`]),
    "#   fail-on: [missing, unmet]",
    "#   types:",
    `#     ${types.includes("mal-budget") ? "mal-budget" : first}:`,
    "#       min-coverage: 40",
    "",
    note("init.file.suppress"),
    "# suppress:",
    `#   - path: "${message(lang, "init.file.ignorePattern")}"`,
    `#     section: ${message(lang, "init.file.suppressSection")}`,
    `#     reason: ${message(lang, "init.file.suppressReason")}`,
    "#     until: 2027-12-31",
    "",
    note("init.file.limits"),
    "# limits:",
    "#   seconds: 60",
    "",
  ].join("\n");
}

const commented = (text: string): string =>
  text
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n");

/** `  "mal-och-budget.pdf": mal-budget # title: mål och budget` */
function typeLine({ path, type, because }: RecognisedFile): string {
  const why = because.slice(0, 2).map((reason) => clippedText(reason, 60));
  const reason = why.length === 0 ? "" : ` # ${why.join("; ")}`;
  return `  ${JSON.stringify(patternFor(path))}: ${type}${reason}`;
}

/** A pattern that fits the path. Braces would mean a choice; "?" stands for any one character. */
function patternFor(path: string): string {
  return plainText(path).replace(/[{}]/g, "?");
}
