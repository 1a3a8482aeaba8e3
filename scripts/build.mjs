// Builds dist/: bundled code, type declarations, compiled rules. Run by `npm run build` and by `npm ci` (prepare).
//
//   node scripts/build.mjs              everything
//   node scripts/build.mjs --no-types   without the declarations, for quick turns while working
//
// Small pure-JavaScript dependencies are bundled: one file to open instead of a hundred is most of what start-up
// costs. The heavy engines stay outside and are imported when a file needs them.
import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { removeBytecode, saveBytecode, wrapCommand } from "./bundle-command.mjs";
import { buildVersion, compilerVersion } from "./code-versions.mjs";
import { lighterPackages } from "./lighter-packages.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");

/** Output name (without .js) → source. */
const entryPoints = {
  "cli/main": "src/cli/main.ts",
  index: "src/index.ts",
  "compile-rules": "src/rules/compile-builtin-pack.ts",
};

/** Files that are started as worker threads; src/threads/worker-file.ts finds them by these names. */
const workerEntryPoints = {
  "workers/annotate": "src/annotate/annotate-worker.ts",
  "workers/mammoth": "src/read/docx/mammoth-worker.ts",
  "workers/read": "src/read/read-worker.ts",
  "workers/recognise": "src/read/pdf/ocr/recognise-worker.ts",
};

/**
 * Native code or much code: they belong to one format or one question, so they load with it. Of the PDF engine only the
 * WebAssembly stays outside, which is read as a file; its JavaScript is lighter in a bundle (lighter-packages.mjs).
 */
export const external = ["@cantoo/pdf-lib", "mammoth", "pdf-parse", "natural", "tesseract.js"];

/** `import text from "./page.css?raw"`: the file as text, as Vite gives it to the tests. */
export const rawText = {
  name: "raw text",
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path: wanted, resolveDir }) => ({
      path: path.resolve(resolveDir, wanted.slice(0, -"?raw".length)),
      namespace: "raw",
    }));
    build.onLoad({ filter: /./, namespace: "raw" }, async ({ path: file }) => ({
      contents: (await readFile(file, "utf8")).replaceAll("\r\n", "\n"),
      loader: "text",
      watchFiles: [file],
    }));
  },
};

/** Bundles the given entry points into dist/. Answers the files written and the packages that went into them. */
async function bundle(entries) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: dist,
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    external,
    plugins: [rawText, ...lighterPackages],
    define: {
      __COMPILER_VERSION__: JSON.stringify(await compilerVersion()),
      __BUILD_VERSION__: JSON.stringify(await buildVersion()),
    },
    chunkNames: "chunks/[name]-[hash]",
    // Names stay: a stack trace from a user's machine must still say where it was.
    minifyWhitespace: true,
    minifySyntax: true,
    // Licences of what is bundled stand whole in one file, see writeLicences.
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  for (const file of result.outputFiles) {
    await mkdir(path.dirname(file.path), { recursive: true });
    await writeFile(file.path, withRequire(file));
  }
  return {
    files: result.outputFiles.map((file) => file.path),
    packages: new Set(Object.keys(result.metafile.inputs).flatMap(packageOf)),
  };
}

/** What every call begins with, as one file: each module more is a file to find and to open. */
async function bundleStart() {
  await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/start.ts"],
    outfile: path.join(dist, "cli", "start.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    plugins: [
      {
        name: "the modules stay outside",
        setup(each) {
          each.onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: "./main.js", external: true }));
        },
      },
    ],
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
  });
}

/**
 * Has natural's stemmer bundled: src/language/stem.ts gets it by a path of its own, which a bundler does not follow. The
 * file and the three it needs are small; found one by one on disk they cost more than the stemming.
 */
const bundledStemmer = {
  name: "bundled stemmer",
  setup(build) {
    build.onLoad({ filter: /[\\/]language[\\/]stem\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const contents = text.replace('createRequire(import.meta.url)("natural/', 'require("natural/');
      if (contents === text) throw new Error(`${file} does not load natural as the build expects`);
      return { contents, loader: "ts" };
    });
  },
};

/** The command once more, as one file without modules, for src/cli/start.ts. */
async function bundleCommand() {
  const outside = external.filter((name) => name !== "natural");
  const folder = path.join(dist, "command");
  const result = await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts"],
    outfile: path.join(folder, "command.js"),
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    external: outside,
    plugins: [rawText, bundledStemmer, ...lighterPackages],
    define: {
      __COMPILER_VERSION__: JSON.stringify(await compilerVersion()),
      __BUILD_VERSION__: JSON.stringify(await buildVersion()),
      "import.meta.url": "__url",
    },
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  await removeBytecode(folder);
  await writeFile(path.join(folder, "command.js"), wrapCommand(result.outputFiles[0].text, outside));
  return new Set(Object.keys(result.metafile.inputs).flatMap(packageOf));
}

/** "node_modules/a/node_modules/@b/c/x.js" → ["node_modules/a/node_modules/@b/c"]; [] for our own sources. */
function packageOf(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(input) ?? [];
}

/** Bundled packages go out inside our files; their licences ask to go with them. */
async function writeLicences(packages) {
  const texts = [];
  for (const folder of [...packages].sort()) {
    const directory = path.join(root, folder);
    const { name, version, license } = JSON.parse(
      await readFile(path.join(directory, "package.json"), "utf8"),
    );
    const file = (await readdir(directory)).find((entry) => /^licen[cs]e/iu.test(entry));
    const text =
      file === undefined ? `Licence: ${license}` : await readFile(path.join(directory, file), "utf8");
    texts.push(`${name} ${version}\n\n${text.trim()}\n`);
  }
  await writeFile(path.join(dist, "LICENSES.txt"), texts.join(`\n${"-".repeat(80)}\n\n`));
}

/**
 * CommonJS dependencies (commander, cli-table3) call `require("node:events")`, which an ES module does not have.
 * Only the file that holds esbuild's stand-in for `require` gets a real one.
 */
function withRequire(file) {
  if (!file.path.endsWith(".js") || !file.text.includes("Dynamic require of")) return file.contents;
  return `import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);\n${file.text}`;
}

/** Removes what an earlier build left. After writing, not before: dist/ works at every moment of a build. */
async function removeStale(written) {
  const keep = new Set(written);
  for (const folder of ["", "cli", "chunks", "workers"]) {
    const directory = path.join(dist, folder);
    if (!existsSync(directory)) continue;
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      const file = path.join(directory, entry.name);
      if (entry.isFile() && !keep.has(file)) await rm(file);
    }
  }
}

/**
 * The built-in rule pack, read and checked, as JSON in dist/rules/: an audit then needs neither YAML parser nor
 * validator. A broken rule fails the build with the place of the error.
 */
async function compileBuiltinPack() {
  const { compileBuiltinPack: compile } = await import(
    pathToFileURL(path.join(dist, "compile-rules.js")).href
  );
  try {
    await compile();
  } catch (error) {
    if (error.where === undefined) throw error;
    const { path: file, line, column } = error.where;
    throw new Error(`${path.relative(root, file)}:${line}:${column} ${error.message}`);
  }
}

/** Type declarations of everything in src/, into dist/types/. A type error fails the build. */
async function declareTypes() {
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  await rm(path.join(dist, "types"), { recursive: true, force: true });
  try {
    await promisify(execFile)(process.execPath, [tsc, "-p", path.join(root, "tsconfig.build.json")]);
  } catch (error) {
    throw new Error(`type declarations failed:\n${error.stdout ?? error.message}`);
  }
}

/** Worker threads alone, for tests that run from src/. */
export async function buildWorkers() {
  await bundle(workerEntryPoints);
}

async function main(argv) {
  const unknown = argv.filter((argument) => argument !== "--no-types");
  if (unknown.length > 0) throw new Error(`unknown option ${unknown.join(" ")}`);
  const entries = Object.entries({ ...entryPoints, ...workerEntryPoints });
  const there = entries.filter(([, source]) => existsSync(path.join(root, source)));
  const { files, packages } = await bundle(Object.fromEntries(there));
  await bundleStart();
  await removeStale([...files, path.join(dist, "cli", "start.js")]);
  const commandPackages = await bundleCommand();
  await writeLicences(new Set([...packages, ...commandPackages]));
  // Before the declarations, so that a type error under work does not leave a dist/ without rules.
  await compileBuiltinPack();
  if (!argv.includes("--no-types")) await declareTypes();
  const strategy = path.join(root, "fixtures", "halland", "regional-utvecklingsstrategi.pdf");
  const plan = path.join(root, "fixtures", "halland", "verksamhetsplan.docx");
  if (existsSync(strategy) && existsSync(plan)) {
    // Without bytecode the command runs from its modules, as well and slower.
    await saveBytecode(dist, [strategy, plan]).catch((error) => {
      console.error(`no bytecode was saved: ${error.message}`);
    });
  }
  // What is there has been built, but a package without its command or its library must not come out of a build
  // that says it went well.
  const missing = entries.filter((entry) => !there.includes(entry)).map(([, source]) => source);
  if (missing.length > 0) throw new Error(`nothing to build from: ${missing.join(", ")} does not exist`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(`build failed: ${error.message}`);
    process.exitCode = 1;
  }
}
