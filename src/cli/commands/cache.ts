// `genomlys cache stat|prune|clear`: what lies in the cache, and how to get rid of it.
import { measureStore, pruneStore, type StoreSize } from "../../cache/open-store.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { systemReason } from "../../errors/system-reason.ts";
import { formatDecimal, message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { CacheOptions } from "../command-line/archive-options.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import { cacheFolder } from "../inputs/open-cache.ts";

const day = 86_400_000;

/** Runs the command; answers the exit code. */
export async function runCache(
  task: "stat" | "prune" | "clear",
  options: CacheOptions,
  io: Io,
): Promise<number> {
  const { lang, days } = options;
  const folder = cacheFolder(options.cacheDir, io);
  if (folder === null) throw genomlysError("CACHE_NOWHERE", {});
  const about = { folder: plainText(folder), days };
  try {
    const found =
      task === "stat"
        ? await measureStore(folder)
        : await pruneStore(folder, task === "clear" ? Number.POSITIVE_INFINITY : Date.now() - days * day);
    const text = message(lang, `cache.${task}`, { ...about, ...describe(found, lang) });
    await openResultStream(io).write(`${text}\n`);
    return exitCode.done;
  } catch (error) {
    const reason = systemReason(error);
    throw genomlysError("CACHE_UNREADABLE", { folder: about.folder, reason });
  }
}

const describe = ({ entries, bytes }: StoreSize, lang: Language) => ({
  n: entries,
  mb: formatDecimal(bytes / 1_000_000, lang),
});
