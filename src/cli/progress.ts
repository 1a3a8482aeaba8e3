// One line on standard error, rewritten for each document, while someone is watching.
import { message, type Language } from "../messages/message.ts";
import { plainText } from "../messages/plain-text.ts";
import { shortenPath } from "../report/terminal/lay-out.ts";
import type { RecognitionProgress } from "../read/reader.ts";
import type { Io } from "./io.ts";

export interface Progress {
  /** `n` counts from 1. */
  show(n: number, path: string): void;
  /** How far the recognition of the document that was shown last has come. */
  showRecognition(progress: RecognitionProgress): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/**
 * Shows nothing when standard error is no terminal or when asked to be quiet; and of a document that is the only one,
 * only the recognition of its pages, which takes long.
 */
export function showProgress(
  io: Io,
  all: number,
  options: { readonly lang: Language; readonly quiet: boolean },
): Progress {
  const { stderr } = io;
  if (stderr.isTTY !== true || options.quiet || io.env["TERM"] === "dumb") {
    return { show: () => undefined, showRecognition: () => undefined, clear: () => undefined };
  }
  let shown = 0;
  const replace = (text: string): void => {
    // Overwritten with blanks: the erase sequence is not understood everywhere, a carriage return is.
    stderr.write(`\r${text}${" ".repeat(Math.max(0, shown - text.length))}\r${text}`);
    shown = text.length;
  };
  let document = { n: 0, path: "" };
  const write = (task: string): void => {
    // A terminal without a window says 0.
    const { columns = 0 } = stderr;
    const room = (columns > 0 ? columns : 80) - 1;
    const { n, path } = document;
    const counter = `${all < 2 ? "" : message(options.lang, "cli.progress", { n, all, path: "" })}${task}`;
    replace(`${counter}${shortenPath(plainText(path), Math.max(10, room - counter.length), "…")}`);
  };
  return {
    show(n, path) {
      document = { n, path };
      if (all >= 2) write("");
    },
    showRecognition({ recognised, pages }) {
      write(`${message(options.lang, "cli.recognition", { n: recognised, all: pages })}  `);
    },
    clear() {
      if (shown > 0) replace("");
    },
  };
}
