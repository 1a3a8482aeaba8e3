// Where an example stands in the files of a pack: packs do not carry places, since only a failing example needs one.
import { mostBytes, readWhole } from "../files/read-whole.ts";
import { decodeYaml } from "./decode-yaml.ts";
import { packFilesAt } from "./pack-files.ts";

/** File and line (from 1) of an example of a rule; line 1 of the folder itself when the files have changed meanwhile. */
export async function findExample(
  folder: string,
  rule: string,
  example: string,
): Promise<{ file: string; line: number }> {
  for (const { file } of packFilesAt(folder)) {
    const lines = decodeYaml(await readWhole(file, file, mostBytes.written)).split(/\r?\n/);
    const start = lines.findIndex((line) =>
      new RegExp(`^\\s*(?:- )?id:\\s*["']?${rule}["']?\\s*$`).test(line),
    );
    if (start < 0) continue;
    // The beginning is enough, and is free of what YAML does to quotes and folded lines.
    const head = example.replace(/["'\\].*$/s, "").slice(0, 30);
    const at = lines.findIndex((line, index) => index > start && line.includes(head));
    return { file, line: (at < 0 ? start : at) + 1 };
  }
  return { file: folder, line: 1 };
}
