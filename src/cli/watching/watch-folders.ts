// Tells when files in folders have been saved, whichever way a program saves: in place, or beside and renamed (Word,
// LibreOffice). docs/decisions/0020 says what was measured.
import { stat } from "node:fs/promises";
import { watch, type FSWatcher } from "chokidar";

/** A folder to watch, and whether what lies in its folders belongs to it. */
export interface WatchedFolder {
  readonly folder: string;
  readonly deep: boolean;
}

export interface Watching {
  /** Ends the watching; nothing is told any more. */
  readonly close: () => Promise<void>;
}

/** Between two looks at a file that is being written, in milliseconds; and how long one that is gone may stay away. */
const pace = 100;
const awayFor = 700;
/** A file that is written to for longer than this is told as it is. */
const patience = 30_000;

/**
 * Watches folders. `saved` is told the full paths of files that were written, came or went, when no more of them change:
 * several at once when several were saved together, and never again before it has ended. `wants` sees every full path first.
 * Resolves when the watching has begun. What goes wrong with the watching itself goes to `failed`.
 */
export async function watchFolders(
  folders: readonly WatchedFolder[],
  wants: (path: string) => boolean,
  saved: (paths: readonly string[]) => Promise<void>,
  failed: (error: Error) => void,
): Promise<Watching> {
  const pending = new Set<string>();
  let [busy, ended] = [false, false];
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      while (pending.size > 0 && !isEnded()) {
        const settled = new Set<string>();
        // What changes while it is waited for is waited for, too.
        while (pending.size > 0 && !isEnded()) {
          const [file = ""] = pending;
          pending.delete(file);
          await untilSettled(file, isEnded);
          settled.add(file);
        }
        if (!isEnded()) await saved([...settled].sort());
      }
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      busy = false;
    }
  };
  const isEnded = (): boolean => ended;
  const watchers = [true, false].flatMap((deep): FSWatcher[] => {
    const own = folders.filter((each) => each.deep === deep).map(({ folder }) => folder);
    if (own.length === 0) return [];
    const roots = new Set(own);
    return [
      watch(own, {
        ignoreInitial: true,
        ...(deep ? {} : { depth: 0 }),
        ignored: (path) => !roots.has(path) && !wants(path),
      }),
    ];
  });
  await Promise.all(
    watchers.map(
      (watcher) =>
        new Promise<void>((resolve) => {
          watcher.on("ready", resolve);
          watcher.on("error", (error) => {
            failed(error instanceof Error ? error : new Error(String(error)));
          });
          watcher.on("all", (event, path) => {
            if (event === "addDir" || event === "unlinkDir") return;
            pending.add(path);
            void work();
          });
        }),
    ),
  );
  return {
    close: async () => {
      ended = true;
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

/** Waits until a file keeps its size and time for a while, or has been away for long enough to be gone. */
async function untilSettled(file: string, isEnded: () => boolean): Promise<void> {
  let before = "";
  let away = 0;
  for (let waited = 0; waited < patience && !isEnded(); waited += pace) {
    const now = await stat(file).then(
      ({ size, mtimeMs }) => `${String(size)} ${String(mtimeMs)}`,
      () => "",
    );
    if (now === "") away += pace;
    // An empty file is one whose program has only just begun to write.
    else if (now === before && !now.startsWith("0 ")) return;
    else away = now.startsWith("0 ") ? away + pace : 0;
    if (away > awayFor) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
}
