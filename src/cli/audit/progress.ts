// How far a run has come: one line on standard error, rewritten for each document, while someone is watching; a line a minute
// in a log, where that is asked for.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import { shortenPath } from "../../report/terminal/lay-out.ts";
import type { RecognitionProgress } from "../../read/reader.ts";
import type { Io } from "../io.ts";

export interface Progress {
  /** `n` counts from 1. */
  show(n: number, path: string): void;
  /** A document is done: how many pages it has (null where there are none), and whether it could be audited. */
  count(document: { readonly pages: number | null; readonly failed: boolean }): void;
  /** How far the recognition of the document that was shown last has come. */
  showRecognition(progress: RecognitionProgress): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** Between two lines in a log, in milliseconds. */
const logEvery = 60_000;
/** Seconds and documents before a pace says anything. */
const firstPace = 3;
const fewestForPace = 5;

/**
 * Shows nothing when asked to be quiet, and of a document that is the only one, only the recognition of its pages, which takes
 * long. Where standard error is no terminal, and where linear text is asked for, there is nothing but the lines of a log
 * (`logProgress`), at most one a minute, written when a document is done. `now` gives milliseconds.
 */
export function showProgress(
  io: Io,
  all: number,
  options: {
    readonly lang: Language;
    readonly quiet: boolean;
    readonly plain?: boolean;
    readonly logProgress?: boolean;
  },
  now: () => number = () => performance.now(),
): Progress {
  const { stderr } = io;
  const nothing = (): undefined => undefined;
  // A line that is rewritten is read aloud from its beginning each time.
  const isRewritten = stderr.isTTY === true && options.plain !== true && io.env["TERM"] !== "dumb";
  if (options.quiet || (!isRewritten && options.logProgress !== true))
    return { show: nothing, count: nothing, showRecognition: nothing, clear: nothing };
  let shown = 0;
  const replace = (text: string): void => {
    // Overwritten with blanks: the erase sequence is not understood everywhere, a carriage return is.
    stderr.write(`\r${text}${" ".repeat(Math.max(0, shown - text.length))}\r${text}`);
    shown = text.length;
  };
  const began = now();
  let document = { n: 0, path: "" };
  const done = { pages: 0, failed: 0 };
  /** Pages a second, time left and failures, once there is something to say; each with a comma before it. */
  const pace = (before: number): string => {
    const seconds = (now() - began) / 1000;
    const parts: string[] = [];
    const rate = Math.round(done.pages / seconds);
    if (seconds >= firstPace && rate > 0) parts.push(message(options.lang, "cli.pace", { n: rate }));
    if (seconds >= firstPace && before >= fewestForPace) {
      const left = Math.round(((all - before) * seconds) / before);
      const minutes = Math.ceil(left / 60);
      parts.push(
        left < 60
          ? message(options.lang, "cli.secondsLeft", { n: left })
          : message(options.lang, "cli.minutesLeft", { n: minutes }),
      );
    }
    if (done.failed > 0) parts.push(message(options.lang, "cli.failures", { n: done.failed }));
    return parts.map((part) => `, ${part}`).join("");
  };
  const write = (task: string): void => {
    // A terminal without a window says 0.
    const { columns = 0 } = stderr;
    const room = (columns > 0 ? columns : 80) - 1;
    const { n, path } = document;
    const counted = all < 2 ? "" : message(options.lang, "cli.progress", { n, all, pace: pace(n - 1) });
    const counter = `${counted}${task}`;
    replace(`${counter}${shortenPath(plainText(path), Math.max(10, room - counter.length), "…")}`);
  };
  const count: Progress["count"] = ({ pages, failed }) => {
    done.pages += pages ?? 0;
    if (failed) done.failed++;
  };
  if (!isRewritten) {
    let logged = began;
    return {
      show(n) {
        document = { n, path: "" };
      },
      count(each) {
        count(each);
        if (now() - logged < logEvery) return;
        logged = now();
        // An archive counts as one input and gives many documents: the inputs are what is left of.
        const n = Math.max(0, document.n - 1);
        const line = message(options.lang, "cli.progress", { n, all, pace: pace(n) });
        stderr.write(`${line.trimEnd()}\n`);
      },
      showRecognition: nothing,
      clear: nothing,
    };
  }
  return {
    show(n, path) {
      document = { n, path };
      // All before the one that is shown are done, or nearly.
      if (all >= 2) write("");
    },
    count,
    showRecognition({ recognised, pages }) {
      write(`${message(options.lang, "cli.recognition", { n: recognised, all: pages })}  `);
    },
    clear() {
      if (shown > 0) replace("");
    },
  };
}
