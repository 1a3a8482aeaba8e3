// Where the annotated copy of a document goes.
import { stat } from "node:fs/promises";
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { nameEnding } from "../inputs/document-like.ts";

/** A copy's name says what it is, and a later run on the folder passes it over (document-like.ts). */
const mark = ".genomlys";

export interface CopyPlaces {
  /** The file that is named for the only document; undefined when copies go to a folder or beside their originals. */
  readonly file: string | undefined;
  /** Where the copy of a document goes: its full path, and how it is called to the user. */
  placeOf(documentPath: string, ending: string): { readonly full: string; readonly shown: string };
}

/** `paths` are what was named, `output` what -o says. Throws where a copy has no place to go. */
export async function copyPlaces(
  paths: readonly string[],
  output: string | undefined,
  cwd: string,
): Promise<CopyPlaces> {
  const folder = output !== undefined && (await isFolder(paths, output, cwd));
  const file = output === undefined || folder ? undefined : path.resolve(cwd, output);
  const taken = new Set<string>();
  return {
    file,
    placeOf: (documentPath, ending) => {
      if (output !== undefined && file !== undefined) {
        if (taken.size > 0) throw genomlysError("ANNOTATE_FOLDER_NEEDED", { output });
        // Word does not open a document with macros under the ending of one without, nor the other way round.
        if (nameEnding(output) !== ending) throw genomlysError("ANNOTATE_OTHER_ENDING", { output, ending });
        taken.add(file);
        return { full: file, shown: output };
      }
      const name = copyName(documentPath, ending);
      if (output === undefined) {
        // Standard input has no folder, and nothing is written into an archive.
        if (documentPath === "-" || insideArchive(documentPath))
          throw genomlysError("ANNOTATE_OUTPUT_NEEDED", { path: documentPath });
        const shown = joined(path.posix.dirname(documentPath), name);
        return { full: path.resolve(cwd, shown), shown };
      }
      const below = path.posix.dirname(pathBelow(documentPath, paths));
      let shown = joined(output.replace(/[\\/]+$/, ""), joined(below, name));
      for (let number = 2; taken.has(shown.toLowerCase()); number++)
        shown = joined(output, joined(below, copyName(documentPath, ending, number)));
      taken.add(shown.toLowerCase());
      return { full: path.resolve(cwd, shown), shown };
    },
  };
}

function joined(folder: string, name: string): string {
  return folder === "." || folder === "" ? name : `${folder}/${name}`;
}

/** One file gives one file; whatever may hold several documents gives a folder. */
async function isFolder(paths: readonly string[], output: string, cwd: string): Promise<boolean> {
  if (/[\\/]$/.test(output) || (await isDirectory(path.resolve(cwd, output)))) return true;
  const [only, ...others] = paths;
  if (only === undefined || others.length > 0) return true;
  if (only === "-") return false;
  const found = await stat(path.resolve(cwd, only)).catch(() => null);
  return found === null || found.isDirectory() || nameEnding(only) === "zip";
}

async function isDirectory(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function insideArchive(documentPath: string): boolean {
  return /\.zip\//i.test(documentPath);
}

/** "mapp/plan.docx" → "plan.genomlys.docx". */
function copyName(documentPath: string, ending: string, number?: number): string {
  const name = documentPath === "-" ? "dokument" : path.posix.basename(documentPath);
  const known = nameEnding(name);
  const stem = known === "" ? name : name.slice(0, -known.length - 1);
  const plain = stem.toLowerCase().endsWith(mark) ? stem.slice(0, -mark.length) : stem;
  return `${plain}${number === undefined ? "" : `-${String(number)}`}${mark}.${ending}`;
}

/** The way to a document from what was named: its folders are kept in the folder of the copies. */
function pathBelow(documentPath: string, paths: readonly string[]): string {
  const [base] = paths
    .map((named) => named.replaceAll("\\", "/").replace(/\/+$/, ""))
    .filter((named) => documentPath.startsWith(`${named}/`))
    .sort((a, b) => b.length - a.length);
  const below = base === undefined ? path.posix.basename(documentPath) : documentPath.slice(base.length + 1);
  return below
    .split("/")
    .filter((part) => part !== ".." && part !== "." && part !== "")
    .join("/");
}
