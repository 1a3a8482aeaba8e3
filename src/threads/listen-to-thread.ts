// A thread of a pool: how it is started, and what is heard from it while it does a task.
import { Worker } from "node:worker_threads";
import type { Notice } from "../model/document.ts";
import type { Served } from "./serve-tasks.ts";

/**
 * Room for new objects in each thread, in MB. V8 would take 48, all of which small documents fill over time; with 8 the
 * processor time of a folder of PDFs is within a few per cent of that (docs/performance.md).
 */
const youngMb = 8;
const longestReason = 300;

/**
 * Starts a thread that runs the built file `script`, with at most `heapMb` of heap. It keeps no program alive. Throws when the
 * system has no room for another one.
 */
export function startThread(script: URL, heapMb: number): Worker {
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
    // What an engine prints must reach neither the result nor the terminal.
    stdout: true,
    stderr: true,
  });
  worker.unref();
  // One that dies while it waits is replaced when it is needed.
  worker.on("error", () => undefined);
  return worker;
}

/** What is heard from a thread at work. */
export interface Heard<Answer, Progress> {
  readonly progress: (progress: Progress) => void;
  /** `held`: bytes that the thread holds on to. */
  readonly answer: (answer: Answer, held: number) => void;
  /** It has failed, or has given no sign of life for too long. */
  readonly failed: (notice: Notice) => void;
  /** It has ended by itself, with this exit code. */
  readonly ended: (code: number) => void;
}

/** Listens to a thread that has `taskMs` for an answer or a sign of progress. Returns what listens to it no longer. */
export function listenToThread<Answer, Progress>(
  worker: Worker,
  { taskMs, memoryMb }: { readonly taskMs: number; readonly memoryMb: number },
  heard: Heard<Answer, Progress>,
): () => void {
  const onMessage = (served: Served<Answer, Progress>): void => {
    if (served.kind === "progress") {
      timer.refresh();
      heard.progress(served.progress);
    } else heard.answer(served.answer, served.held);
  };
  const onError = (error: CodedError): void => {
    if (error.code === "ERR_WORKER_OUT_OF_MEMORY") heard.failed(outOfMemory(memoryMb));
    else heard.failed(failure(reasonOf(error)));
  };
  const timer = setTimeout(() => {
    heard.failed({ code: "READER_TIMED_OUT", params: { seconds: Math.ceil(taskMs / 1000) } });
  }, taskMs);
  worker.on("message", onMessage);
  worker.on("error", onError);
  worker.on("exit", heard.ended);
  return () => {
    clearTimeout(timer);
    worker.off("message", onMessage);
    worker.off("error", onError);
    worker.off("exit", heard.ended);
  };
}

type CodedError = Error & { readonly code?: string };

/** Why a thread failed: a code where there is one, for messages of the module loader hold absolute paths. */
export const reasonOf = ({ code, message }: CodedError): string => (code ?? message).slice(0, longestReason);

export const outOfMemory = (limit: number): Notice => ({ code: "READER_OUT_OF_MEMORY", params: { limit } });
export const failure = (reason: string): Notice => ({ code: "READER_FAILED", params: { reason } });
