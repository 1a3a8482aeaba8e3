// All documents below a folder, in code-unit order.
import { statSync, type Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { systemReason } from "../../errors/system-reason.ts";
import { isAnnotatedCopy, isDocumentLike, isPassedOverByName } from "./document-like.ts";
import type { FoundFiles } from "./found-files.ts";
import { realPathOf } from "./real-path.ts";

/** Code-unit order: no locale, so that the same folder gives the same report on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How a file below a named folder is called in the report: the folder as it was named, then the way down, with "/". */
function joinReported(folder: string, name: string): string {
  if (folder === "." || folder === "") return name;
  return folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`;
}

/**
 * Adds the documents below `folder`, which reports call `at`; answers how many there are, those that cannot be read among
 * them. `walked` are the folders that were walked already, with the same number, 0 for those on the way here: links can lead
 * round in a ring, or to one folder in a thousand ways.
 */
export async function walkFolder(
  at: string,
  folder: string,
  found: FoundFiles,
  walked = new Map<string, number>(),
): Promise<number> {
  const real = realPathOf(folder);
  const before = walked.get(real);
  if (before !== undefined) return before;
  walked.set(real, 0);
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    found.addProblem(at, "FILE_UNREADABLE", systemReason(error));
    return 1;
  }
  let documents = 0;
  for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name))) {
    const { name } = entry;
    const reported = joinReported(at, name);
    if (isAnnotatedCopy(name) && !name.startsWith("~$")) found.leaveOutCopy(reported);
    if (isPassedOverByName(name)) continue;
    const file = path.join(folder, name);
    try {
      // Nothing else is to be done meanwhile, and waiting costs 20 times what asking does: there may be 100 000 files.
      const what = statSync(file);
      if (what.isDirectory()) documents += await walkFolder(reported, file, found, walked);
      // Pipes, sockets and devices could be waited for forever.
      else if (what.isFile()) {
        const lies = entry.isFile() ? path.join(real, name) : realPathOf(file);
        if (await found.addIfDocument({ path: reported, file, real: lies, size: what.size })) documents++;
      }
    } catch (error) {
      // A link that leads nowhere, or a file that was removed meanwhile.
      if (!(await isDocumentLike(file, name))) continue;
      found.addProblem(reported, "FILE_UNREADABLE", systemReason(error));
      documents++;
    }
  }
  walked.set(real, documents);
  return documents;
}
