// The stages as functions, bundled from src/ as the build does it, so that one stage can be timed without the others.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const stages = `
  export { tokenise } from "./src/language/tokenise.ts";
  export { indexRules } from "./src/match/rule-index.ts";
  export { readDocument } from "./src/read/read-document.ts";
  export { defaultReadOptions } from "./src/read/reader.ts";
  export { loadPacks } from "./src/rules/load-packs.ts";
`;

/** The stages, ready to call. The bundle lies below node_modules/, from where the engines can be found. */
export async function loadSources() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: stages, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["@embedpdf/pdfium", "mammoth", "pdf-parse", "natural"],
    banner: { js: 'import{createRequire as __r}from"node:module";const require=__r(import.meta.url);' },
    logLevel: "warning",
  });
  const folder = path.join(root, "node_modules", ".cache", "genomlys-bench");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "stages.mjs");
  await writeFile(file, outputFiles[0].contents);
  return import(pathToFileURL(file).href);
}
