// What the build runs: the built-in pack, read, checked and compiled, as JSON beside the code.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { compilePacks, savePacks } from "../match/rule-index.ts";
import { compiledPackFile, compiledTermsFile, compilerVersion, writeForm } from "./compiled-pack.ts";
import { loadPacks } from "./load-packs.ts";

/** Writes the compiled forms of the built-in pack; throws a GenomlysError with the place of a broken rule. */
export async function compileBuiltinPack(): Promise<void> {
  const packs = await loadPacks([]);
  const pack = packs[0];
  if (pack === undefined) throw new Error("there is no built-in pack");
  const { folder: _folder, ...rest } = pack;
  await mkdir(path.dirname(compiledPackFile()), { recursive: true });
  const save = (file: string, content: unknown, beside?: Uint8Array): Promise<void> =>
    writeForm(file, { compiler: compilerVersion(), sha256: pack.sha256, content }, beside);
  await save(compiledPackFile(), rest);
  const { content, beside } = savePacks(compilePacks(packs));
  await save(compiledTermsFile(), content, beside);
}
