// A pool of worker threads that do one task each at a time and can be ended. Code that loops can be stopped in no other
// way, and memory of WebAssembly stands under none of the limits that a thread can be given
// (docs/decisions/0012-isolated-reading.md). tinypool was looked at: it does not notice a thread that exits by itself, and
// lets what an engine prints through to standard output, where the result goes.
import type { Worker } from "node:worker_threads";
import type { Notice } from "../model/document.ts";
import { failure, listenToThread, reasonOf, startThread } from "./listen-to-thread.ts";
import { watchMemory } from "./watch-memory.ts";

/** What one task may take. */
export interface TaskLimits {
  /** Longest time without an answer or a sign of progress, in milliseconds. */
  readonly taskMs: number;
  /** Most memory, in MB (millions of bytes). */
  readonly memoryMb: number;
}

/** A task that was ended, or whose thread died. */
export interface Stopped {
  readonly kind: "stopped";
  readonly notice: Notice;
}

export interface Pool<Task, Answer, Progress> {
  /** Waits for a free thread and gives it the task, which is copied. Never rejects. */
  run(
    task: Task,
    limits: TaskLimits,
    onProgress?: (progress: Progress) => void,
  ): Promise<{ readonly kind: "answer"; readonly answer: Answer } | Stopped>;
  /** Ends all threads. Tasks that wait or run are not answered. */
  close(): Promise<void>;
}

/** A thread that holds on to more between two tasks is replaced, in bytes. */
const mostHeld = 400_000_000;

interface Entry<Task, Answer, Progress> {
  readonly task: Task;
  readonly limits: TaskLimits;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly resolve: (answer: { readonly kind: "answer"; readonly answer: Answer } | Stopped) => void;
  /** No other task runs meanwhile: then what the process grows by is this task's. */
  readonly alone: boolean;
  /** Its thread ended once without a word. */
  readonly tried: boolean;
}

interface Running {
  readonly worker: Worker;
  readonly memoryMb: number;
  readonly alone: boolean;
  /** Ends the task for good. */
  readonly stop: (notice: Notice) => void;
  /** Listens to the thread no longer. */
  readonly forget: () => void;
  /** Ends the task, to be run again. */
  readonly postpone: (change: Partial<Pick<Entry<never, never, never>, "alone" | "tried">>) => void;
}

export interface PoolOptions<Answer> {
  /** Most threads at a time. */
  readonly jobs: number;
  /** Most heap of each thread, in MB. */
  readonly heapMb: number;
  /** Is a thread that gave this answer of no more use? It is replaced then. */
  readonly isSpent?: (answer: Answer) => boolean;
}

/**
 * Opens a pool of threads that run the built file `script`, which calls `serveTasks`. The first thread is started at once,
 * the others when there is work for them.
 */
export function openPool<Task, Answer, Progress = never>(
  script: URL,
  { jobs, heapMb, isSpent = () => false }: PoolOptions<Answer>,
): Pool<Task, Answer, Progress> {
  const idle: Worker[] = [];
  const waiting: Entry<Task, Answer, Progress>[] = [];
  const running = new Set<Running>();
  let watch: NodeJS.Timeout | undefined;
  let closed = false;

  const start = (): Worker => {
    const worker = startThread(script, heapMb);
    worker.on("exit", () => {
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    return worker;
  };

  const begin = (entry: Entry<Task, Answer, Progress>, worker: Worker): void => {
    if (running.size === 0) watch = watchMemory(running, jobs);
    const finish = (): void => {
      listenNoMore();
      running.delete(current);
      if (running.size === 0) clearInterval(watch);
    };
    // Only when the thread is gone its memory is too, and the next task is measured from there.
    const end = async (then: () => void): Promise<void> => {
      finish();
      await worker.terminate();
      then();
      beginNext();
    };
    const current: Running = {
      worker,
      memoryMb: entry.limits.memoryMb,
      alone: entry.alone,
      forget: finish,
      stop: (notice) =>
        void end(() => {
          entry.resolve({ kind: "stopped", notice });
        }),
      postpone: (change) => void end(() => waiting.unshift({ ...entry, ...change })),
    };
    running.add(current);
    worker.ref();
    const listenNoMore = listenToThread<Answer, Progress>(worker, entry.limits, {
      progress: (progress) => entry.onProgress?.(progress),
      answer: (answer, held) => {
        finish();
        worker.unref();
        if (held > mostHeld || isSpent(answer)) void worker.terminate();
        else idle.push(worker);
        entry.resolve({ kind: "answer", answer });
        beginNext();
      },
      failed: current.stop,
      ended: (code) => {
        // Ended by something else than its task, perhaps: what it read is not lost for that.
        if (entry.tried) current.stop(failure(`worker ended with ${String(code)}`));
        else current.postpone({ tried: true });
      },
    });
    worker.postMessage(entry.task);
  };

  const beginNext = (): void => {
    for (;;) {
      const next = waiting[0];
      if (closed || next === undefined || running.size >= jobs) return;
      if (running.size > 0 && (next.alone || [...running].some((task) => task.alone))) return;
      let worker: Worker;
      try {
        worker = idle.pop() ?? start();
      } catch (error) {
        // No room for another thread (a limit on processes): it waits for one of those that there are.
        if (running.size > 0) return;
        waiting.shift();
        next.resolve({ kind: "stopped", notice: failure(reasonOf(error as Error)) });
        continue;
      }
      waiting.shift();
      begin(next, worker);
    }
  };

  try {
    idle.push(start());
  } catch {
    // The first task tries again, and is told why it cannot be done.
  }
  return {
    run: (task, limits, onProgress) =>
      new Promise((resolve) => {
        waiting.push({ task, limits, onProgress, resolve, alone: false, tried: false });
        beginNext();
      }),
    close: async () => {
      closed = true;
      waiting.length = 0;
      const tasks = [...running];
      const workers = [...idle, ...tasks.map(({ worker }) => worker)];
      idle.length = 0;
      // An answer that is on its way would let go of its thread, and with nothing left that keeps it alive the program
      // would end while it waits here; the end of a thread would have its task begun again by a new one.
      for (const task of tasks) task.forget();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
