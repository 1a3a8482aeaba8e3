// `genomlys watch <path…>`: audits drafts again as they are saved, and shows what has changed since the last time.
import { once } from "node:events";
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { ScanOptions } from "../command-line/scan-options.ts";
import { exitCode, exitCodeOfSignal } from "../exit-code.ts";
import { isPassedOverByName } from "../inputs/document-like.ts";
import { interruptible } from "../interruption.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { foldersToWatch, withFolders } from "../watching/folders-to-watch.ts";
import { followDrafts } from "../watching/follow-drafts.ts";
import { watchFolders } from "../watching/watch-folders.ts";
import { openWatchedSetup } from "../watching/watched-setup.ts";

/** Runs the command until Ctrl-C; answers the exit code. */
export async function runWatch(
  paths: readonly string[],
  given: ScanOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (paths.length === 0) throw genomlysError("NO_INPUT", {});
  if (paths.includes("-")) throw genomlysError("WATCH_STANDARD_INPUT", {});
  const setup = await openWatchedSetup(given, io, pipeline);
  const interruption = interruptible(io);
  const out = openResultStream(io);
  const folders = withFolders(await foldersToWatch(paths, io.cwd()), setup.folders);
  const drafts = followDrafts(paths, given, setup, (text) => out.write(text), io, pipeline);
  const count = await drafts.begin();
  if (count === null) return exitCode.wrongUse;

  let fault: Error | undefined;
  const watching = await watchFolders(
    folders,
    (at) => !isPassedOverByName(path.basename(at)),
    drafts.saved,
    (error) => {
      fault = error;
      interruption.interrupt();
    },
  );
  try {
    if (!given.quiet) io.stderr.write(`${message(setup.now().lang, "watch.ready", { n: count })}\n`);
    if (!interruption.signal.aborted) await once(interruption.signal, "abort");
  } finally {
    interruption.end();
    await watching.close();
  }
  if (fault === undefined)
    // Ctrl-C is how the command is ended; another signal ends it for somebody else.
    return interruption.by === null || interruption.by === "SIGINT"
      ? exitCode.done
      : exitCodeOfSignal[interruption.by];
  // Of the system ("ENOSPC": it watches no more files), or our own.
  if ("code" in fault) {
    const reason = String(fault.code);
    throw genomlysError("INPUT_UNREADABLE", { path: paths.map(plainText).join(", "), reason });
  }
  throw fault;
}
