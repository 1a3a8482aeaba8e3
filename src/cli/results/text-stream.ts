// Where commands write that answer with lines of text: as they are, or linear where that is asked for.
import { linearText } from "../../report/terminal/linear-text.ts";
import type { CommonOptions } from "../command-line/common-options.ts";
import { openResultStream, type Io, type ResultStream } from "../io.ts";
import { readScreen } from "./screen.ts";

/** Standard output for text that uses columns, indentation and arrows; with --plain, and on a dumb terminal, without them. */
export function openTextStream(io: Io, { lang, color, plain }: CommonOptions): ResultStream {
  const result = openResultStream(io);
  const screen = readScreen(io, { color, plain, toFile: false }, process.platform);
  if (screen.plain !== true) return result;
  return {
    get closed() {
      return result.closed;
    },
    write: (content) => result.write(typeof content === "string" ? linearText(content, lang) : content),
  };
}
