// Lint: typescript-eslint's strictest set with types. What is switched off or set says why on its line; a line in the
// code that needs an exception says so there with `eslint-disable-next-line <rule> -- <reason>`.
import path from "node:path";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/**
 * ESLint's own rules that the type checker cannot stand in for. Left out on purpose: no-control-regex and
 * no-misleading-character-class (reading damaged and hostile text is this tool's work: its patterns name control and
 * combining characters everywhere), no-useless-escape ("\\[" in a class reads better than "[[").
 */
const coreRules = {
  eqeqeq: ["error", "always", { null: "ignore" }],
  "no-cond-assign": "error",
  "no-empty": "error",
  "no-empty-character-class": "error",
  "no-fallthrough": "error",
  "no-irregular-whitespace": "error",
  "no-self-assign": "error",
  "no-unsafe-finally": "error",
  "no-useless-backreference": "error",
};

export default defineConfig(
  globalIgnores(["dist/", "coverage/", "node_modules/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: path.resolve(import.meta.dirname) },
    },
    rules: {
      // A union that gains a member must be looked at wherever it is told apart, also where a default stands.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Types that are only types: the build strips them file by file.
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // A variable that is only there to be left out ("{ folder: _folder, ...rest }") begins with "_".
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // `for (;;)` and `while (true)` with a return inside are the plainest way to write a scanner.
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      // A number in a template is written one way only; it is objects and null that give "[object Object]" and "null".
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `[...text]` gives code points, which is what is meant where it stands.
      "@typescript-eslint/no-misused-spread": [
        "error",
        { allow: [{ from: "lib", name: "string" }, "string"] },
      ],
      ...coreRules,
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.object.name='Intl'][callee.property.name='Segmenter']",
          message: "Quadratic on long text (measured); words and sentences come from language/tokenise.ts.",
        },
        {
          selector: "TSEnumDeclaration",
          message:
            "Unions of strings: they are what stands in the JSON, and types can be stripped file by file.",
        },
      ],
    },
  },
  {
    // What a document says must not depend on where the tool runs: streams, arguments and environment are handed in.
    files: ["src/**/*.ts"],
    // These watch what work in threads costs and which V8 compiles the engine; they write nothing and read no settings.
    ignores: ["src/cli/**", "src/threads/**", "src/read/pdf/pdfium/engine.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "process", message: "Only cli/ knows the process; let the caller hand in what is needed." },
        { name: "console", message: "Only cli/ writes; return a notice or throw a GenomlysError." },
        { name: "fetch", message: "Nothing of an audit goes out or comes in." },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-console": "error", // also in cli/: output goes to the streams of Io, so that tests can read it.
      // A function this long has a second subject. Generous, since a flat switch or a table may be long; nothing needs more.
      "max-lines-per-function": ["error", { max: 160, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Reports must be the same on every day and machine.
    files: ["src/{language,match,read,judge,score,report,pipeline,rules}/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "No clock in a report: same input, same bytes." },
        { object: "Math", property: "random", message: "Same input, same bytes." },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // `expect(list).toHaveLength(1)` followed by `list[0]!`: a wrong guess fails the test, which is its job.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    // Plain JavaScript that runs before anything is built: no types to check with, so the core rules that find real faults.
    files: ["**/*.{js,mjs}"],
    rules: {
      "no-undef": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-unreachable": "error",
      "no-const-assign": "error",
      "no-dupe-keys": "error",
      "no-var": "error",
      "prefer-const": "error",
      ...coreRules,
    },
    languageOptions: {
      globals: Object.fromEntries(
        [
          "Buffer",
          "TextDecoder",
          "TextEncoder",
          "URL",
          "clearTimeout",
          "console",
          "performance",
          "process",
          "setTimeout",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
  {
    // Runs in the browser of the one who reads a report.
    files: ["src/report/html/browser/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: Object.fromEntries(
        ["Event", "addEventListener", "document", "location"].map((name) => [name, "readonly"]),
      ),
    },
  },
);
