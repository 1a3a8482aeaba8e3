// The streams and surroundings of a run, handed in by bin/ (the real process) or by a test.
import type { StopSignal } from "./exit-code.ts";

export interface OutputStream {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  on?(event: "error", listener: (error: Error) => void): unknown;
  once?(event: "drain", listener: () => void): unknown;
  /** Waits until all is out; answers why some of it is not. Left out where nothing can get lost. */
  settled?(): Promise<Error | undefined>;
}

export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean | undefined };
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  /** Signals to stop; left out where there are none. */
  on?(signal: StopSignal, listener: () => void): unknown;
  off?(signal: StopSignal, listener: () => void): unknown;
}

/** Standard output that may be closed by its reader at any time (`genomlys … | head`). */
export interface ResultStream {
  /** Resolves when the stream can take more, so that a slow reader does not fill the memory. */
  write(content: string | Uint8Array): Promise<void>;
  /** The reader has left: there is no one to go on for. */
  readonly closed: boolean;
}

/** Has the reader of a stream left (EPIPE)? Then nothing is lost that anybody waits for. */
const hasLeft = (failure: Error): boolean => "code" in failure && failure.code === "EPIPE";

async function notWritten(failure: Error): Promise<Error> {
  const { genomlysError } = await import("../errors/genomlys-error.ts");
  const reason = "code" in failure ? String(failure.code) : failure.message;
  return genomlysError("STDOUT_NOT_WRITABLE", { reason });
}

/** Waits until standard output has taken all. Throws STDOUT_NOT_WRITABLE when it has not, unless its reader has left. */
export async function settleOutput({ stdout }: Pick<Io, "stdout">): Promise<void> {
  const failure = await stdout.settled?.();
  if (failure !== undefined && !hasLeft(failure)) throw await notWritten(failure);
}

/** Wraps standard output so that a closed pipe is a quiet end; any other error of the stream is STDOUT_NOT_WRITABLE. */
export function openResultStream(io: Io): ResultStream {
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  io.stdout.on?.("error", (error) => {
    failure ??= error;
    wake?.();
  });
  const failed = (): Error | undefined => failure;
  return {
    get closed() {
      return failure !== undefined && hasLeft(failure);
    },
    async write(content) {
      if (failed() === undefined) {
        const room = io.stdout.write(content);
        if (failed() === undefined && room === false && io.stdout.once !== undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            io.stdout.once?.("drain", resolve);
          });
        }
      }
      const lost = failed();
      if (lost !== undefined && !hasLeft(lost)) throw await notWritten(lost);
    },
  };
}
