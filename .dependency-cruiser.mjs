// Who may import whom (docs/architecture.md draws it). One table, turned into the rules that `npm run directions` checks.
//
// Why directions at all: a report that can call the scoring could show a number that stands in no JSON; a reader that
// knows rules could read one format more kindly than another. Data goes down the table, never back up.

/** Folder or file under src/ → what it may import besides itself. Whatever is not named here is refused. */
export const mayImport = {
  "package-root.ts": [],
  "version.ts": ["package-root.ts"],
  model: [],
  language: ["model"],
  match: ["language", "model"],
  messages: ["model"],
  errors: ["messages", "model"],
  files: ["errors"],
  rules: ["errors", "files", "match", "model", "package-root.ts"],
  config: ["errors", "files", "gate/bars.ts", "messages", "model", "rules"],
  threads: ["model"],
  read: ["model", "threads"],
  judge: ["language", "match", "model"],
  score: ["model"],
  compare: ["model"],
  report: ["messages", "model"],
  gate: ["messages", "model"],
  annotate: [
    "messages",
    "model",
    "read/archive",
    "read/office/read-relationships.ts",
    "read/pdf/pdfium/engine.ts",
    "read/pdf/pdfium/open-document.ts",
    "threads",
  ],
  evaluate: ["errors", "judge", "language", "match", "model", "pipeline", "read/reader.ts", "version.ts"],
  rulebook: ["judge", "language", "match", "model", "pipeline", "read/normalise/normalise.ts", "rules"],
  pipeline: ["gate", "judge", "match", "messages", "model", "read", "rules", "score", "version.ts"],
  cache: ["errors/system-reason.ts", "model", "read/reader.ts", "version.ts"],
  cli: [
    "cache",
    "compare",
    "annotate",
    "config",
    "errors",
    "evaluate",
    "files",
    "gate",
    "messages",
    "model",
    "pipeline",
    "read/reader.ts",
    "read/text/decode.ts",
    "report",
    "rulebook",
    "rules",
    "package-root.ts",
    "version.ts",
  ],
  "index.ts": ["errors", "model", "pipeline", "read/reader.ts", "rules", "version.ts"],
};

/** Why the table is as it is, for the one who has just been refused. */
const because = {
  "package-root.ts": "it only finds the folder of the package; everything may need it, so it needs nothing.",
  "version.ts":
    "`genomlys --version` must cost what node costs: the version needs package.json and nothing else.",
  model: "the nouns are what all parts have in common; a noun that imports a part ties all parts to it.",
  language: "Swedish words and sentences know no rules and no formats, so that both can be changed alone.",
  match: "matching states facts about words; what a fact is worth is for judge/ to say.",
  messages: "texts are filled from plain data, so that every part can be translated without being touched.",
  errors: "an error must be printable when any other part is broken, so it depends on none.",
  files:
    "opening a file with a limit is the same for rules, settings and lists: it knows none of them, so each may use it.",
  rules: "loading rules checks and compiles terms with match/, and needs nothing else of the audit.",
  config:
    "a configuration changes packs and names files; it is data that is checked like rules, and judges nothing.",
  threads:
    "a pool of threads knows nothing of what its threads do, so that every part that must be stoppable can use it.",
  read: "a reader turns bytes into a Document and knows no rules: every later step is blind to formats.",
  judge:
    "opinions rest on matches and the Document; a judge that reads files or prints cannot be tested on a sentence.",
  score: "numbers follow from judged sections alone, handed over as plain data by pipeline/.",
  report:
    "a report shows what stands in the Report and nothing else; reaching judge/ or score/ it could show a number no JSON has.",
  gate: "what may be merged is decided on the Report alone: a gate that reads documents would judge what no report shows.",
  compare:
    "what has changed follows from two reports (and the texts they were made from) alone: it can judge nothing anew.",
  annotate:
    "it writes what the report says into a copy of the original; of read/ it takes what opens files, not what judges text.",
  evaluate:
    "it holds what judge/ says against labelled passages; nothing that judges may know how it is measured.",
  rulebook:
    "it answers questions about rules (what a word meets, what a term adds, what a change does) by asking the stages themselves.",
  pipeline: "it joins the stages; it must not know how they are called or shown.",
  cache:
    "it keeps what was read and judged as plain data, and knows neither how that is done nor what it says.",
  cli: "commands go through pipeline/ and report/; of read/ they know only the options (read/reader.ts) and how text is decoded, for text files of the user's own.",
  "index.ts": "the library offers the pipeline and the types, not the insides of the stages.",
};

/** "match" → all files below src/match/; "version.ts" → that file. */
const pathOf = (name) => (name.endsWith(".ts") ? `^src/${name.replaceAll(".", "\\.")}$` : `^src/${name}/`);

const directions = Object.entries(mayImport).map(([from, to]) => ({
  name: `directions: ${from}`,
  severity: "error",
  comment:
    `src/${from} may import ${to.length === 0 ? "nothing of ours" : to.join(", ")}: ${because[from]} ` +
    "The table is in .dependency-cruiser.mjs.",
  from: { path: pathOf(from) },
  to: { path: "^src/", pathNot: [from, ...to].map(pathOf) },
}));

/** Files that read their own companions from disk; documents come to them as bytes like to all others. */
const ownFiles = ["^src/read/pdf/pdfium/engine\\.ts$", "^src/threads/worker-file\\.ts$"];

/** Much code, WebAssembly, or needed for one format only: at start-up each would cost every call its time. */
const heavy = [
  "@cantoo/pdf-lib",
  "@embedpdf/pdfium",
  "mammoth",
  "pdf-parse",
  "natural",
  "tesseract.js",
  "fflate",
  "tinyglobby",
];

export default {
  forbidden: [
    ...directions,
    {
      name: "every folder is in the table",
      severity: "error",
      comment: "A new folder under src/ needs a line in mayImport, and a reason: write both first.",
      from: { path: "^src/", pathNot: Object.keys(mayImport).map(pathOf) },
      to: {},
    },
    {
      name: "no circles",
      severity: "error",
      comment:
        "Files that import each other in a circle can only be understood, tested and moved together. " +
        "Put what both need in a third file.",
      from: {},
      to: { circular: true },
    },
    {
      name: "files are opened in few places",
      severity: "error",
      comment:
        "Readers and judges get bytes and text. Only cli/ (documents), files/ (settings, rules, lists), rules/ (packs), config/, cache/, package-root.ts, version.ts and " +
        "the readers' own engine files open anything, so that a document can never make the tool read another file.",
      from: {
        path: "^src/",
        pathNot: [
          "^src/cache/",
          "^src/cli/",
          "^src/config/",
          "^src/files/",
          "^src/rules/",
          "^src/package-root\\.ts$",
          "^src/version\\.ts$",
          ...ownFiles,
        ],
      },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
    {
      name: "no network",
      severity: "error",
      comment:
        "Documents are strangers' files and may be confidential: nothing of an audit goes out or comes in.",
      from: { path: "^(src|bin)/" },
      to: { path: "^(node:)?(http|https|http2|net|dgram|tls|dns)(/promises)?$" },
    },
    {
      name: "no program but git",
      severity: "error",
      comment:
        "Nothing that stands in a document may end in a command line: one file starts one program, without a shell.",
      from: { path: "^(src|bin)/", pathNot: "^src/cli/inputs/git\\.ts$" },
      to: { path: "^(node:)?child_process$" },
    },
    {
      name: "heavy packages only by import()",
      severity: "error",
      comment:
        "These belong to one format or one question; loaded at the top of a file they slow down every call. " +
        "A worker thread may import its own engine at once: it is started for nothing else.",
      from: { path: "^src/", pathNot: "-worker\\.ts$|^src/read/docx/run-mammoth\\.ts$" },
      to: {
        path: heavy.map((name) => `^node_modules/${name}/`),
        dynamic: false,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "the Swedish stemmer by its own path",
      severity: "error",
      comment:
        "The root of natural reads a .env file into the process, prints on standard output and takes a second to load.",
      from: { path: "^src/" },
      to: { path: "^node_modules/natural/lib/natural/index\\.js$" },
    },
    {
      name: "nothing imports tests",
      severity: "error",
      comment: "Tests see the sources; sources that see tests would ship them.",
      from: { path: "^(src|bin|scripts|bench)/" },
      to: { path: "^test/" },
    },
    {
      name: "only packages that users get",
      severity: "error",
      comment:
        "src/ may import what stands under dependencies: a development package is not installed with genomlys.",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "everything can be found",
      severity: "error",
      comment: "An import that does not resolve fails at the user's, on the one path that no test took.",
      // bin/ starts dist/, which is there after a build only.
      from: { pathNot: "^bin/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    // Types count too: a report that knows a type of the judge knows the judge.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
