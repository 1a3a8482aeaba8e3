// One line on standard error, rewritten for each document, while someone is watching.
import { message, type Language } from "../messages/message.ts";
import { plainText } from "../messages/plain-text.ts";
import { shortenPath } from "../report/terminal/lay-out.ts";
import type { Io } from "./io.ts";

export interface Progress {
  /** `n` counts from 1. */
  show(n: number, path: string): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** Shows nothing when standard error is no terminal, when there is only one document, or when asked to be quiet. */
export function showProgress(
  io: Io,
  all: number,
  options: { readonly lang: Language; readonly quiet: boolean },
): Progress {
  const { stderr } = io;
  if (stderr.isTTY !== true || all < 2 || options.quiet || io.env["TERM"] === "dumb") {
    return { show: () => undefined, clear: () => undefined };
  }
  let shown = 0;
  const replace = (text: string): void => {
    // Overwritten with blanks: the erase sequence is not understood everywhere, a carriage return is.
    stderr.write(`\r${text}${" ".repeat(Math.max(0, shown - text.length))}\r${text}`);
    shown = text.length;
  };
  return {
    show(n, path) {
      // A terminal without a window says 0.
      const { columns = 0 } = stderr;
      const room = (columns > 0 ? columns : 80) - 1;
      const counter = message(options.lang, "cli.progress", { n, all, path: "" });
      replace(`${counter}${shortenPath(plainText(path), Math.max(10, room - counter.length), "…")}`);
    },
    clear() {
      if (shown > 0) replace("");
    },
  };
}
