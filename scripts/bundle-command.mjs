// The command as one file, with the bytecode that V8 makes of it: dist/command/. src/cli/start.ts runs it.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** `import("…")` of what stays outside the bundle; a script has no import() of its own on Node 20. */
const outsideImport = /(?<![\w$.])import\(("[^"]+")\)/g;

/**
 * The text of a bundle in CommonJS (esbuild's, with `import.meta.url` as `__url`) → the text of command.js: one function,
 * in ASCII, that gets from start.ts what a module would have. `external` are the packages that stay outside.
 */
export function wrapCommand(text, external) {
  // "\\" before a letter that is to be escaped would escape the escape.
  if (/\\[^\x00-\x7f]/.test(text)) throw new Error("the bundle has an escaped letter that is not ASCII");
  const strange = [];
  const body = text
    .replace(outsideImport, (_, quoted) => {
      const name = JSON.parse(quoted);
      const known = external.includes(name) || builtinModules.includes(name.replace(/^node:/, ""));
      if (!known) strange.push(name);
      return `__importPackage(${quoted})`;
    })
    // In regular expressions esbuild leaves letters as they are. All else is ASCII already.
    .replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const left = body.match(/(?<![\w$.])import\s*\([^)]{0,40}/g) ?? [];
  if (strange.length > 0 || left.length > 0)
    throw new Error(`the bundle imports what start.ts cannot give it: ${[...strange, ...left].join(", ")}`);
  return `(function(exports,require,module,__url,__importPackage){${body}\n})`;
}

/**
 * Writes the bytecode of the bundle. The command is run on `documents` first: V8 compiles functions as they are called,
 * and what has been compiled is what is saved.
 */
export async function saveBytecode(dist, documents) {
  const folder = path.join(dist, "command");
  await removeBytecode(folder);
  const { bytecodeFile, loadBundle } = await import(pathToFileURL(path.join(dist, "cli", "start.js")).href);
  const { main, script } = loadBundle(undefined);
  for (const document of documents) {
    const errors = [];
    const io = {
      stdout: { write: () => true },
      stderr: { write: (text) => errors.push(text) },
      stdin: [],
      env: {},
      cwd: () => path.dirname(dist),
    };
    const code = await main([document, "--quiet", "--no-cache"], io);
    if (code !== 0) throw new Error(`the command just built fails on ${document}:\n${errors.join("")}`);
  }
  await writeFile(bytecodeFile(), script.createCachedData());
}

/** Bytecode is known by the length of its source alone: what belongs to an older bundle must go. */
export async function removeBytecode(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(".bytecode")) await rm(path.join(folder, name));
  }
}
