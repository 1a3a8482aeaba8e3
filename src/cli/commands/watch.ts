// `genomlys watch <path…>`: audits drafts again as they are saved, and shows what has changed since the last time.
import { once } from "node:events";
import path from "node:path";
import { GenomlysError, genomlysError } from "../../errors/genomlys-error.ts";
import { message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { ScanOptions } from "../command-line/scan-options.ts";
import { exitCode, exitCodeOfSignal } from "../exit-code.ts";
import { isPassedOverByName } from "../inputs/document-like.ts";
import { interruptible } from "../interruption.ts";
import { openResultStream, settleOutput, type Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { foldersToWatch, withFolders } from "../watching/folders-to-watch.ts";
import { followDrafts } from "../watching/follow-drafts.ts";
import { watchFolders } from "../watching/watch-folders.ts";
import { openWatchedSetup } from "../watching/watched-setup.ts";

/** Waits for a signal to stop, which may have come already. */
async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

/** Runs the command until Ctrl-C, or until the reader of standard output has left; answers the exit code. */
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
  let fault: Error | undefined;
  const end = (error: Error): void => {
    fault ??= error;
    interruption.interrupt();
  };
  const out = openResultStream(io);
  const write = async (text: string): Promise<void> => {
    try {
      await out.write(text);
      await settleOutput(io);
    } catch (error) {
      // No saved draft mends that.
      end(error instanceof Error ? error : new Error(String(error)));
    }
    // Nobody reads what would be said from now on.
    if (out.closed) interruption.interrupt();
  };
  const folders = withFolders(await foldersToWatch(paths, io.cwd()), setup.folders);
  const drafts = followDrafts(paths, given, setup, write, io, pipeline);
  const count = await drafts.begin();
  if (count === null) return exitCode.wrongUse;

  const isWanted = (at: string): boolean => !isPassedOverByName(path.basename(at));
  try {
    if (!interruption.signal.aborted) {
      const watching = await watchFolders(folders, isWanted, drafts.saved, end);
      try {
        if (!given.quiet) io.stderr.write(`${message(setup.now().lang, "watch.ready", { n: count })}\n`);
        await untilAborted(interruption.signal);
      } finally {
        await watching.close();
      }
    }
  } finally {
    interruption.end();
  }
  if (fault === undefined)
    // Ctrl-C is how the command is ended; another signal ends it for somebody else.
    return interruption.by === null || interruption.by === "SIGINT"
      ? exitCode.done
      : exitCodeOfSignal[interruption.by];
  if (fault instanceof GenomlysError) throw fault;
  // Of the system ("ENOSPC": it watches no more files), or our own.
  if ("code" in fault) {
    const reason = String(fault.code);
    throw genomlysError("INPUT_UNREADABLE", { path: paths.map(plainText).join(", "), reason });
  }
  throw fault;
}
