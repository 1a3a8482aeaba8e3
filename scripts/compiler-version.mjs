// What the compiled rules depend on besides the rules: the code that reads and compiles them. Built into dist/ (and into
// the tests), so that compiled rules count only with the very code that made them.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const source = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "src");

/** Folders of src/ that decide what comes of a rule file. */
const folders = ["language", "match", "model", "rules"];

/** SHA-256, hexadecimal, over names and bytes of the sources. */
export async function compilerVersion() {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const names = await readdir(path.join(source, folder), { recursive: true });
    for (const name of names.filter((each) => each.endsWith(".ts")).sort()) {
      hash.update(`${folder}/${name.replaceAll(path.sep, "/")}\0`);
      hash.update(await readFile(path.join(source, folder, name)));
    }
  }
  return hash.digest("hex");
}
