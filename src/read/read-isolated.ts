// Reads documents in a worker thread that is ended when one takes too long or too much memory. Code that loops can be
// stopped in no other way, and memory of WebAssembly stands under none of the limits that a thread can be given.
import { Worker } from "node:worker_threads";
import type { Format, Notice, ReadResult, Unread } from "../model/document.ts";
import { detectFormat } from "./detect-format.ts";
import { recognition, type Reading, type ReadOptions } from "./reader.ts";
import type { ReadAnswer, ReadRequest } from "./read-worker.ts";
import { workerFile } from "./worker-file.ts";

/**
 * Share of the time that the reader itself is told of. A reader that looks at the clock (the PDF reader does, between
 * pages) then ends by itself and hands over what it has, before the thread is ended and all of it is lost.
 */
const ownTime = 0.8;
/** How often the memory is looked at, in milliseconds: a bomb was measured to take 250 MB a second. */
const watchEvery = 100;

const megabyte = 1_000_000;

/**
 * Opens a reading in a thread of its own, which is started at once and used for all documents until one kills it. One
 * document at a time: the memory that is watched is that of the whole process. `script` is for tests.
 */
export function openIsolatedReading(limits: ReadOptions["limits"], script = workerFile("read")): Reading {
  const start = (): Worker => {
    const worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      // What an engine prints must reach neither the result nor the terminal.
      stdout: true,
      stderr: true,
    });
    // A thread that waits keeps no program alive, and one that dies while it waits is replaced when it is needed.
    worker.unref();
    worker.on("error", () => undefined);
    worker.on("exit", () => {
      if (idle === worker) idle = undefined;
    });
    return worker;
  };
  let idle: Worker | undefined;
  idle = start();

  const read = async (bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReadResult> => {
    const worker = idle ?? start();
    idle = undefined;
    const answer = await ask(worker, { bytes, name, options });
    // Code that was stopped inside the thread may have left anything half done there: the thread goes with it.
    const ranOut = answer.kind === "unread" && answer.notices.some(({ code }) => code === "READER_TIMED_OUT");
    if (answer.kind !== "stopped" && !ranOut) {
      worker.unref();
      idle = worker;
      return answer;
    }
    // Only when the thread is gone its memory is too, and the next document is measured from there.
    await worker.terminate();
    const notice = answer.kind === "stopped" ? answer.notice : timedOut(options.limits);
    return unread(formatOf(bytes, name), notice);
  };
  return {
    read,
    close: async () => {
      await idle?.terminate();
      idle = undefined;
    },
  };
}

interface Stopped {
  readonly kind: "stopped";
  readonly notice: Notice;
}

/** The answer of the worker, or why it has to be ended. Never rejects. */
function ask(worker: Worker, { bytes, name, options }: ReadRequest): Promise<ReadResult | Stopped> {
  const { onProgress, ...plain } = options;
  const { limits } = options;
  const mostMb = limits.memoryMb + (options.ocr ? recognition.mostPages * recognition.mbEach : 0);
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const timer = setTimeout(() => {
      end({ kind: "stopped", notice: timedOut(limits) });
    }, limits.documentMs);
    const onMessage = (answer: ReadAnswer): void => {
      if (answer.kind !== "progress") end(answer);
      else {
        // Recognition takes its time: what counts then is that page after page is done.
        timer.refresh();
        onProgress?.(answer.progress);
      }
    };
    const watch = setInterval(() => {
      const taken = process.memoryUsage.rss() - before;
      if (taken > mostMb * megabyte) stop("READER_OUT_OF_MEMORY", { limit: mostMb });
    }, watchEvery);
    const end = (answer: ReadResult | Stopped): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      resolve(answer);
    };
    const stop = (code: Notice["code"], params: Notice["params"]): void => {
      end({ kind: "stopped", notice: { code, params } });
    };
    const onError = (error: Error & { readonly code?: string }): void => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") stop("READER_OUT_OF_MEMORY", { limit: limits.memoryMb });
      // A code where there is one: messages of the module loader hold absolute paths.
      else stop("READER_FAILED", { reason: (error.code ?? error.message).slice(0, longestReason) });
    };
    const onExit = (code: number): void => {
      stop("READER_FAILED", { reason: `worker ended with ${String(code)}` });
    };
    worker.ref();
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    const inner: ReadOptions = { ...plain, limits: { ...limits, documentMs: limits.documentMs * ownTime } };
    worker.postMessage({ bytes, name, options: inner } satisfies ReadRequest);
  });
}

const longestReason = 300;

const timedOut = ({ documentMs }: ReadOptions["limits"]): Notice => ({
  code: "READER_TIMED_OUT",
  params: { seconds: Math.ceil(documentMs / 1000) },
});

function formatOf(bytes: Uint8Array, name: string): Format | null {
  const detected = detectFormat(bytes, name);
  return detected.kind === "format" ? detected.format : null;
}

function unread(format: Format | null, notice: Notice): Unread {
  return { kind: "unread", format, status: "unreadable", pages: null, notices: [notice] };
}
