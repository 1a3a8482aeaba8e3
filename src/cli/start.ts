// Starts the command the quick way: as one file, together with the bytecode that V8 made of it when the package was built.
// Loading some fifty modules and compiling their functions as they are met is a quarter of the audit of a short document.
// Where the bytecode does not fit (another Node, other flags), the same code runs from its modules.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { packageRoot } from "../package-root.ts";
import { packageVersion } from "../version.ts";
import { asksForVersion } from "./command-line/asks-for-version.ts";
import { exitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { keepHeapSmall, optimiseForFewPages, optimiseForManyPages, tuneForCommand } from "./tune-engine.ts";
import { processIo } from "./process-io.ts";

/** What main.ts offers. */
interface Command {
  readonly main: (argv: readonly string[], io: Io) => Promise<number>;
  readonly answerThrown: (thrown: unknown, argv: readonly string[], io: Io) => Promise<number>;
}

/** The function that scripts/bundle-command.mjs wraps around the bundle. */
type BundledCommand = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: unknown },
  url: string,
  importPackage: (name: string) => Promise<unknown>,
) => void;

/** The bundled command, and the script it came from (for the build, which saves its bytecode). */
export interface LoadedCommand extends Command {
  readonly script: Script;
}

const folder = path.join(packageRoot(), "dist", "command");
const bundleFile = path.join(folder, "command.js");

/** Where the bytecode for this Node lies: it fits one version of V8 and one kind of processor. */
export function bytecodeFile(): string {
  return path.join(folder, `command.${process.versions.v8}.${process.arch}.bytecode`);
}

/** Loads the bundle; undefined when its bytecode was asked for and does not fit. */
export function loadBundle(bytecode: Buffer | undefined): LoadedCommand | undefined {
  // The build writes nothing but ASCII, so that a byte is a character.
  const source = readFileSync(bundleFile, "latin1");
  const script = new Script(source, { filename: bundleFile, ...(bytecode && { cachedData: bytecode }) });
  if (bytecode !== undefined && script.cachedDataRejected === true) return undefined;
  const module = { exports: {} };
  const run = script.runInThisContext() as BundledCommand;
  const url = pathToFileURL(bundleFile).href;
  run(module.exports, createRequire(url), module, url, (name) => import(name));
  return { ...(module.exports as Command), script };
}

/**
 * Loads those of Node's own modules that every audit needs. Node brings bytecode for them, which V8 refuses once its flags
 * are changed: they would all be compiled from their text (docs/performance.md).
 */
function loadNodesModules(): void {
  const load = createRequire(import.meta.url);
  for (const name of ["os", "tty", "crypto", "fs/promises", "zlib"]) load(`node:${name}`);
}

/** Does an argument name what may hold many documents: a folder, a pattern, an archive, a list of an archive? */
function mayHoldMany(arg: string): boolean {
  if (arg.startsWith("--manifest") || /[*?{]|\.zip$/i.test(arg)) return true;
  if (arg.startsWith("-")) return false;
  try {
    return statSync(arg, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // A name too long, a folder that may not be looked into: discovery says what is wrong with it.
    return false;
  }
}

/** A PDF of more bytes has many pages as a rule; it is read in a thread of its own (read-quickly.ts). */
const shortPdf = 1_000_000;

/** Is the file there and no larger than that? */
function isShort(file: string): boolean {
  try {
    return (statSync(file, { throwIfNoEntry: false })?.size ?? Infinity) <= shortPdf;
  } catch {
    return false;
  }
}

/** Runs genomlys in `process`. `argv` are the arguments after the program's name. Answers the exit code. */
export async function start(argv: readonly string[], process: NodeJS.Process): Promise<number> {
  const io = processIo(process);
  if (asksForVersion(argv)) {
    io.stdout.write(`${packageVersion()}\n`);
    // Otherwise it is written once more, by one that can say why it fails.
    if ((await io.stdout.settled?.()) === undefined) return 0;
  }
  const file = bytecodeFile();
  const loaded = existsSync(file) ? loadBundle(readFileSync(file)) : undefined;
  // Not before these are loaded: bytecode, ours and Node's, fits the flags that it was made with.
  loadNodesModules();
  tuneForCommand();
  const many = argv.some(mayHoldMany);
  if (many) keepHeapSmall();
  const pdfs = argv.filter((arg) => /\.pdf$/i.test(arg));
  if (many || pdfs.length > 1) optimiseForManyPages();
  else if (pdfs.some(isShort)) optimiseForFewPages();
  const { main, answerThrown } = loaded ?? (await import("./main.ts"));
  // What is thrown where nobody waits for it would end the process with 1, which says that a bar is missed.
  const endWith = (thrown: unknown): void => {
    // What cannot even be told would be thrown where nobody waits for it, and so on without end.
    void answerThrown(thrown, argv, io)
      .catch(() => exitCode.inputFailed)
      .then((code) => process.exit(code));
  };
  process.on("uncaughtException", endWith);
  const waitedForNothing = (): void => {
    endWith(new Error("Nothing is left to do, and the run is not done"));
  };
  // Node would end with 13 and without a word when a run waits for what never comes.
  process.once("beforeExit", waitedForNothing);
  const code = await main(argv, io);
  process.off("beforeExit", waitedForNothing);
  return code;
}
