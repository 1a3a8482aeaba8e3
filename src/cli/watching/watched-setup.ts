// Configuration and rules of a command that goes on for long: read again when one of their files is saved.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { checkType, configure, type Configured } from "../configured.ts";
import type { WatchedFolder } from "./watch-folders.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import type { ScanOptions } from "../command-line/scan-options.ts";

export interface WatchedSetup {
  /** What is in force: that of the last time that all of it could be read. */
  readonly now: () => Configured;
  /** Where its files lie, or would lie: the configuration, and rules of the owner's own. */
  readonly folders: readonly WatchedFolder[];
  readonly isPart: (file: string) => boolean;
  /** Reads it again; answers whether anything is different. Throws a GenomlysError for what is broken: nothing changes then. */
  readonly readAgain: () => Promise<boolean>;
}

/** Reads the configuration and the rules. Throws what `configure` throws. */
export async function openWatchedSetup(
  given: ScanOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<WatchedSetup> {
  const read = async (): Promise<{ readonly setup: Configured; readonly state: string }> => {
    const setup = await configure(given, io, pipeline);
    checkType(given.type, setup.packs);
    const { config, packs } = setup;
    const text = config === null ? "" : await readFile(config.file, "utf8").catch(() => "");
    return { setup, state: JSON.stringify([config?.file, text, packs.map(({ sha256 }) => sha256)]) };
  };
  let current = await read();
  const { config } = current.setup;
  // Without one, it may be written meanwhile (`genomlys init`).
  const configFile = config?.file ?? path.resolve(io.cwd(), given.config ?? "genomlys.config.yaml");
  const packs =
    given.rules.length > 0
      ? given.rules.map((folder) => path.resolve(io.cwd(), folder))
      : (config?.packFolders ?? []);
  return {
    now: () => current.setup,
    folders: [
      { folder: path.dirname(configFile), deep: false },
      ...packs.map((pack) =>
        isYaml(pack) ? { folder: path.dirname(pack), deep: false } : { folder: pack, deep: true },
      ),
    ],
    isPart: (file) =>
      file === configFile ||
      (isYaml(file) && packs.some((pack) => file === pack || file.startsWith(`${pack}${path.sep}`))),
    readAgain: async () => {
      const { state } = current;
      current = await read();
      return current.state !== state;
    },
  };
}

/** A pack that is one file, or a file of a pack. */
function isYaml(file: string): boolean {
  return /\.ya?ml$/.test(file);
}
