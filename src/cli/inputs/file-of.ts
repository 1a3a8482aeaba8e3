// From a document's path in a report back to the file that it stands in.
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Io } from "../io.ts";

/** The file of a document, as its path names it: itself, or the archive that the path leads through. null: it is not there. */
export async function fileOf(document: string, io: Pick<Io, "cwd">): Promise<string | null> {
  for (let name = document; name !== "" && name !== "."; name = path.posix.dirname(name)) {
    const isFile = await stat(path.resolve(io.cwd(), name)).then(
      (entry) => entry.isFile(),
      () => false,
    );
    if (isFile) return name;
    if (name === path.posix.dirname(name)) break;
  }
  return null;
}
