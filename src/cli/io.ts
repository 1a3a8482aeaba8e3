// The streams and surroundings of a run, handed in by bin/ (the real process) or by a test.

interface OutputStream {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  on?(event: "error", listener: (error: Error) => void): unknown;
  once?(event: "drain", listener: () => void): unknown;
}

export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean | undefined };
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  /** Signals of the user; left out where there are none. */
  on?(signal: "SIGINT", listener: () => void): unknown;
  off?(signal: "SIGINT", listener: () => void): unknown;
}

/** Standard output that may be closed by its reader at any time (`genomlys … | head`). */
export interface ResultStream {
  /** Resolves when the stream can take more, so that a slow reader does not fill the memory. */
  write(content: string | Uint8Array): Promise<void>;
  /** The reader has left: there is no one to go on for. */
  readonly closed: boolean;
}

/** Wraps standard output so that a closed pipe (EPIPE) is a quiet end; any other error of the stream is thrown. */
export function openResultStream(io: Io): ResultStream {
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  io.stdout.on?.("error", (error) => {
    failure = error;
    wake?.();
  });
  const isClosed = (): boolean => failure !== undefined && "code" in failure && failure.code === "EPIPE";
  return {
    get closed() {
      return isClosed();
    },
    async write(content) {
      if (failure !== undefined && !isClosed()) throw failure;
      if (failure !== undefined) return;
      const room = io.stdout.write(content);
      if (room !== false || io.stdout.once === undefined) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        io.stdout.once?.("drain", resolve);
      });
    },
  };
}
