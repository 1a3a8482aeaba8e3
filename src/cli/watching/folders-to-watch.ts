// Which folders have to be watched so that nothing that was named is saved unseen.
import { stat } from "node:fs/promises";
import path from "node:path";
import { patternBase } from "../inputs/named-pattern.ts";
import type { WatchedFolder } from "./watch-folders.ts";

/** Named folders with all that is in them, and the folders of named files: a file that is renamed over is another file. */
export async function foldersToWatch(named: readonly string[], cwd: string): Promise<WatchedFolder[]> {
  const folders: WatchedFolder[] = [];
  for (const each of named) {
    const full = path.resolve(cwd, each);
    const entry = await stat(full).catch(() => undefined);
    if (entry?.isDirectory() === true) folders.push({ folder: full, deep: true });
    else if (entry !== undefined) folders.push({ folder: path.dirname(full), deep: false });
    else folders.push({ folder: path.resolve(cwd, patternBase(each)), deep: true });
  }
  return folders;
}

/** Folders with more of them, none watched twice. */
export function withFolders(
  folders: readonly WatchedFolder[],
  more: readonly WatchedFolder[],
): WatchedFolder[] {
  const all = [...folders];
  for (const each of more) {
    const isWatched = all.some(
      ({ folder, deep }) =>
        (folder === each.folder && (deep || !each.deep)) ||
        (deep && each.folder.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)),
    );
    if (!isWatched) all.push(each);
  }
  return all;
}
