// The real process as the streams of a run. Node tells of what could not be written when the program may be over already,
// ends it with code 1 ("a bar is missed") where nobody listens, and of a file it writes as much as there is room for
// and calls it done. Here every loss is known before the exit code is.
import { fstatSync, writeSync } from "node:fs";
import type { Io, OutputStream } from "./io.ts";

/** The streams and surroundings of `process`. */
export function processIo(process: NodeJS.Process): Io {
  // Nobody reads what would be said about it.
  process.stderr.on("error", () => undefined);
  return {
    stdout: isFile(process.stdout.fd) ? fileOutput(process.stdout.fd) : streamOutput(process.stdout),
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: () => process.cwd(),
    on: (signal, listener) => process.on(signal, listener),
    off: (signal, listener) => process.off(signal, listener),
  };
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

/** A file (`genomlys … > ut.json`): Node writes once, and a disk that is nearly full takes only some of it. */
function fileOutput(descriptor: number): OutputStream {
  let failure: Error | undefined;
  const listeners: ((error: Error) => void)[] = [];
  return {
    write(content) {
      if (failure !== undefined) return;
      let rest = typeof content === "string" ? Buffer.from(content) : content;
      try {
        while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        failure = error as Error;
        for (const listener of listeners) listener(failure);
      }
    },
    on: (_event, listener) => listeners.push(listener),
    settled: () => Promise.resolve(failure),
  };
}

/** A terminal, a pipe or a device. */
function streamOutput(stream: NodeJS.WriteStream): OutputStream {
  let failure: Error | undefined;
  stream.on("error", (error) => {
    failure ??= error;
  });
  return {
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
    write: (content) => stream.write(content),
    on: (event, listener) => stream.on(event, listener),
    once: (event, listener) => stream.once(event, listener),
    settled: () =>
      new Promise((resolve) => {
        // It comes after all else, and is called back when that is out or has failed; the error itself is told just after.
        stream.write("", () => {
          setImmediate(() => {
            resolve(failure);
          });
        });
      }),
  };
}
