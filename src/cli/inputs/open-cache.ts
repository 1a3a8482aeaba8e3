// Which cache a run uses.
import path from "node:path";
import { platformCacheFolder } from "../../cache/cache-folder.ts";
import { codeVersion } from "../../cache/key.ts";
import { openStore, type Store } from "../../cache/open-store.ts";
import type { Io } from "../io.ts";
import type { ReadingOptions } from "../command-line/read-options.ts";

/** The folder that is named, or the platform's; null when there is neither. */
export function cacheFolder(named: string | undefined, io: Pick<Io, "cwd" | "env">): string | null {
  if (named !== undefined) return path.resolve(io.cwd(), named);
  return platformCacheFolder({ env: io.env, platform: process.platform });
}

/** null when none is wanted, or none can be. */
export function openCache(
  { use, folder }: ReadingOptions["cache"],
  io: Pick<Io, "cwd" | "env">,
): Store | null {
  const place = use && codeVersion() !== "" ? cacheFolder(folder, io) : null;
  return place === null ? null : openStore(place);
}
