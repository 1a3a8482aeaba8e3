// What compiled rules and cached results depend on besides their input: the code that made them. Built into dist/ (and into
// the tests), so that they count only with the very code that made them.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const source = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "src");

/** Folders of src/ that decide what comes of a rule file. */
const folders = ["language", "match", "model", "rules"];

/** SHA-256, hexadecimal, over names and bytes of the sources. */
export async function compilerVersion() {
  return (await hashSources(folders)).digest("hex");
}

/**
 * What a judgement depends on besides the document and the rules: all of our code, and the packages that it was built with.
 * The cache holds on to it: what another build has read or judged is of no use.
 */
export async function buildVersion() {
  const hash = await hashSources(["."]);
  hash.update(await readFile(path.join(path.dirname(source), "package-lock.json")));
  return hash.digest("hex");
}

async function hashSources(among) {
  const hash = createHash("sha256");
  for (const folder of among) {
    const names = await readdir(path.join(source, folder), { recursive: true });
    for (const name of names.filter((each) => each.endsWith(".ts")).sort()) {
      hash.update(`${folder}/${name.replaceAll(path.sep, "/")}\0`);
      hash.update(await readFile(path.join(source, folder, name)));
    }
  }
  return hash;
}
