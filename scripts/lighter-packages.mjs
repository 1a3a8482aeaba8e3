// Parts of bundled packages that no run needs, left out of the bundles: every function of a bundle is made when it is
// loaded, whether it is called or not (docs/performance.md).
import { readFile } from "node:fs/promises";

/** Plugins for esbuild. Each fails the build when the package no longer looks as it expects. */
export const lighterPackages = [
  // zod's messages in some fifty languages, of which we show none but its English; 3 of 10 ms of loading the bundle.
  edited("zod without languages", /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/, (text) => {
    const english = 'export { default as en } from "./en.js";';
    return text.includes(english) ? english : undefined;
  }),
  // commander can start programs as subcommands, which we have none of: node:child_process is some four modules of Node's.
  edited("commander without subprocesses", /[\\/]commander[\\/]lib[\\/]command\.js$/, (text) => {
    const eager = "const childProcess = require('node:child_process');";
    const late = "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };";
    return text.includes(eager) ? text.replace(eager, late) : undefined;
  }),
  // PDFium's JavaScript is built for looking for faults: each of its 600 functions gets a trap on a promise, a wrapper that
  // counts arguments and another that converts them, and each name that it does not have a trap on the global object.
  // src/read/pdf/pdfium/engine.ts calls the functions of the WebAssembly instance; making all these took 25 ms a process.
  edited("PDFium without traps", /[\\/]@embedpdf[\\/]pdfium[\\/]dist[\\/]index\.js$/, withoutTraps),
  // string-width (for cli-table3) looks for emoji in every text, by a pattern of 12 kB that takes V8 a millisecond or two.
  edited("string-width without emoji in plain text", /[\\/]string-width[\\/]index\.js$/, (text) => {
    const replacing = "string = string.replace(emojiRegex(), '  ');";
    // Letters, digits and signs of one column, none of which begins an emoji unless others follow.
    const plain =
      "if (/^[ -~\\u00b7\\u00c0-\\u024f\\u2013\\u2014\\u2026]*$/.test(string)) return string.length;";
    return text.includes(replacing) ? text.replace(replacing, `${plain}\n\t${replacing}`) : undefined;
  }),
];

/** Parts of PDFium's JavaScript that only tell its callers of their mistakes, each with what stands in its place. */
const traps = [
  // Traps on the promise of the module, for those who use it before it is there.
  [/^\["_EPDF_[^\]]*\]\.forEach\(\(prop\) => \{\n(?: .*\n)*\}\);\n/m, ""],
  // Traps on the global object and the module, for names that are not there.
  [/^missingLibrarySymbols\.forEach\(missingLibrarySymbol\);\n/m, ""],
  [/^unexportedSymbols\.forEach\(unexportedRuntimeSymbol\);\n/m, ""],
  [/^missingGlobal\('(?:buffer|asm)', .*\);\n/gm, ""],
  // Wrappers of exports, and those that convert strings and booleans (`init` makes them of the table `functions`).
  [/^Module\['_?\w+'\] = createExportWrapper\(.*\);\n/gm, ""],
  [/^const functions = \{\n(?: .*\n)*\};\n/m, "const functions = {};\n"],
  // A timer that would say after ten seconds what the start waits for.
  [/if \(runDependencyWatcher === null && typeof setInterval != 'undefined'\) \{/, "if (false) {"],
];

/** The text without its traps; undefined when one of them is not found. */
function withoutTraps(text) {
  let edited = text;
  for (const [trap, instead] of traps) {
    const before = edited;
    edited = edited.replace(trap, instead);
    if (edited === before) return undefined;
  }
  return edited;
}

/** A plugin that has the files that fit `filter` edited. `edit` answers undefined for a text that it does not know. */
function edited(name, filter, edit) {
  return {
    name,
    setup(build) {
      build.onLoad({ filter }, async ({ path: file }) => {
        const contents = edit(await readFile(file, "utf8"));
        if (contents === undefined) throw new Error(`${file} is not as the build expects (${name})`);
        return { contents, loader: "js" };
      });
    },
  };
}
