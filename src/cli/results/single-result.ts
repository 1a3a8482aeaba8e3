// The one result of a command that has a single format: in the file that -o names, or on standard output.
import path from "node:path";
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import { openResultStream, type Io } from "../io.ts";
import { openResultFile } from "./result-file.ts";

export interface SingleResult {
  readonly toFile: boolean;
  /** Writes the whole of it, puts the file in place and says where it is. */
  write(text: string): Promise<void>;
  /** Takes back what was begun; to be called in the end, whatever happened. */
  discard(): Promise<void>;
}

/** Opens the file called `output`, as it was given, or standard output. Throws as `openResultFile` does. */
export async function openSingleResult(
  output: string | undefined,
  { lang, quiet }: { readonly lang: Language; readonly quiet: boolean },
  io: Io,
): Promise<SingleResult> {
  if (output === undefined)
    return {
      toFile: false,
      write: (text) => openResultStream(io).write(text),
      discard: () => Promise.resolve(),
    };
  const file = await openResultFile(path.resolve(io.cwd(), output), output);
  return {
    toFile: true,
    write: async (text) => {
      await file.write(text);
      await file.finish();
      if (!quiet) io.stderr.write(`${message(lang, "cli.written", { path: plainText(output) })}\n`);
    },
    discard: () => file.discard(),
  };
}
