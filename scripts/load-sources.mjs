// Parts of src/ as functions, bundled as the build bundles them, for scripts that look at one stage without the others.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { external, rawText } from "./build.mjs";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * What the given modules export, by the names asked for: `{ "src/match/rule-index.ts": ["indexRules"] }`.
 * The bundle lies below node_modules/, from where the engines can be found; `name` keeps two scripts apart.
 */
export async function loadSources(name, modules) {
  const contents = Object.entries(modules)
    .map(([source, names]) => `export { ${names.join(", ")} } from "./${source}";`)
    .join("\n");
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    external,
    plugins: [rawText],
    // CommonJS packages call `require` for what node brings along.
    banner: { js: 'import{createRequire as __r}from"node:module";const require=__r(import.meta.url);' },
    logLevel: "warning",
  });
  const folder = path.join(root, "node_modules", ".cache", "genomlys");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.mjs`);
  await writeFile(file, outputFiles[0].contents);
  return import(pathToFileURL(file).href);
}
