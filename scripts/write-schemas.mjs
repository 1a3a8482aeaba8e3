// Writes schemas/*.json from the definitions in src/. Run by `npm run schemas`; a test fails when it was forgotten.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { format } from "prettier";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Imports a TypeScript module of src/, bundled in memory with what it imports. */
async function importSource(source) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [source],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

const { reportJsonSchemas } = await importSource("src/report/report-schema.ts");
const { ruleJsonSchemas } = await importSource("src/rules/json-schemas.ts");
const { configJsonSchemas } = await importSource("src/config/config-schema.ts");
const { baselineJsonSchemas } = await importSource("src/gate/baseline-schema.ts");
await mkdir(path.join(root, "schemas"), { recursive: true });
for (const [name, schema] of Object.entries({
  ...reportJsonSchemas(),
  ...ruleJsonSchemas(),
  ...configJsonSchemas(),
  ...baselineJsonSchemas(),
})) {
  const file = path.join(root, "schemas", name);
  const text = await format(JSON.stringify(schema), { parser: "json", printWidth: 110 });
  await writeFile(file, text);
  console.log(path.relative(root, file));
}
