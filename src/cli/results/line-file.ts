// A file of results that are written line by line while the run goes on: whoever looks at it sees whole lines, and a run
// that is stopped leaves what it has (--resume goes on from there).
import { open, truncate, type FileHandle } from "node:fs/promises";
import { outputError, placeOfResult, type ResultFile } from "./result-file.ts";

/**
 * Prepares the file called `named`, at the full path `file`. What stands in it is replaced at the first line. Throws
 * OUTPUT_NOT_WRITABLE before anything is audited, and it or OUTPUT_DISK_FULL when a line cannot be written: the lines before
 * it are whole then.
 */
export async function openLineFile(file: string, named: string): Promise<ResultFile> {
  let handle: FileHandle | undefined;
  let target: string;
  try {
    ({ target } = await placeOfResult(file));
  } catch (error) {
    throw outputError(named, error);
  }
  let length = 0;
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
        await (await begin()).appendFile(bytes);
        length += bytes.length;
      } catch (error) {
        // The disk may have been full in the middle of the line. A pipe cannot be cut, and needs not be.
        await close().catch(() => undefined);
        await truncate(target, length).catch(() => undefined);
        throw outputError(named, error);
      }
    },
    async finish() {
      try {
        // A result without a line is a result too.
        await begin();
        await close();
      } catch (error) {
        throw outputError(named, error);
      }
    },
    async discard() {
      await close();
    },
  };
}
