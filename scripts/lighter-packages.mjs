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
];

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
