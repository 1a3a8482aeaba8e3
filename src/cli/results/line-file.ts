// A file of results that are written line by line while the run goes on: whoever looks at it sees whole lines, and a run
// that is stopped leaves what it has (--resume goes on from there).
import { open, stat, type FileHandle } from "node:fs/promises";
import { GenomlysError, genomlysError } from "../../errors/genomlys-error.ts";
import { outputError, placeOfResult, type ResultFile } from "./result-file.ts";

/** Does `target` still lead to the opened file, and does it hold what was written to it and nothing else? */
async function isOurs(handle: FileHandle, target: string, length: number): Promise<boolean> {
  const own = await handle.stat({ bigint: true });
  const there = await stat(target, { bigint: true }).catch(() => undefined);
  return there?.ino === own.ino && there.dev === own.dev && own.size === BigInt(length);
}

/**
 * Prepares the file called `named`, at the full path `file`. What stands in it is replaced at the first line. Throws
 * OUTPUT_NOT_WRITABLE before anything is audited, and it or OUTPUT_DISK_FULL when a line cannot be written: the lines before
 * it are whole then. Throws OUTPUT_CHANGED when the file was removed, replaced or written to by another program: lines go
 * to an opened file that nobody can find any more without a word from the system.
 */
export async function openLineFile(file: string, named: string): Promise<ResultFile> {
  let handle: FileHandle | undefined;
  let target: string;
  let inPlace: boolean;
  try {
    ({ target, inPlace } = await placeOfResult(file));
  } catch (error) {
    throw outputError(named, error);
  }
  let length = 0;
  const check = async (opened: FileHandle): Promise<void> => {
    // A pipe or a device holds nothing and is no one's alone.
    if (inPlace || (await isOurs(opened, target, length))) return;
    throw genomlysError("OUTPUT_CHANGED", { path: named });
  };
  const begin = async (): Promise<FileHandle> => (handle ??= await open(target, "w"));
  const close = async (): Promise<void> => {
    const opened = handle;
    handle = undefined;
    await opened?.close();
  };
  return {
    async write(content) {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      try {
        const opened = await begin();
        await check(opened);
        await opened.appendFile(bytes);
        length += bytes.length;
      } catch (error) {
        if (error instanceof GenomlysError) throw error;
        // The disk may have been full in the middle of the line. A pipe cannot be cut, and needs not be.
        await handle?.truncate(length).catch(() => undefined);
        await close().catch(() => undefined);
        throw outputError(named, error);
      }
    },
    async finish() {
      try {
        // A result without a line is a result too.
        await check(await begin());
        await close();
      } catch (error) {
        if (error instanceof GenomlysError) throw error;
        throw outputError(named, error);
      }
    },
    async discard() {
      await close();
    },
  };
}
