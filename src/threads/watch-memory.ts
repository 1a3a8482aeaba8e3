// How much memory the tasks of a pool take together, and which of them are ended when it is too much.
import type { Notice } from "../model/document.ts";
import { outOfMemory } from "./listen-to-thread.ts";

/** How often the memory is looked at, in milliseconds: a bomb was measured to take 250 MB a second. */
const watchEvery = 100;
/** What a thread at work takes on an ordinary document, in MB: so much more may the process grow for each beside the first. */
const ordinaryMb = 150;
const megabyte = 1_000_000;

/** A task whose memory is watched. */
interface Watched {
  readonly memoryMb: number;
  /** No other task runs meanwhile: then what the process grows by is this task's. */
  readonly alone: boolean;
  /** Ends the task for good. */
  readonly stop: (notice: Notice) => void;
  /** Ends the task, to be run again. */
  readonly postpone: (change: { readonly alone: true }) => void;
}

/**
 * Looks at the memory until the watch that it returns is cleared. The system tells that of the whole process only: a task
 * that runs alone is ended when the process has grown too much since the watch began; where several run (`jobs` at the
 * most), all are ended and run again one by one, so that none pays for another.
 */
export function watchMemory(running: ReadonlySet<Watched>, jobs: number): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  return setInterval(() => {
    const takenMb = (process.memoryUsage.rss() - before) / megabyte;
    const tasks = [...running];
    const most = Math.max(...tasks.map((task) => task.memoryMb));
    if (jobs === 1 || tasks.some((task) => task.alone)) {
      if (takenMb > most) for (const task of tasks) task.stop(outOfMemory(most));
    } else if (takenMb > most + (jobs - 1) * ordinaryMb) {
      for (const task of tasks) task.postpone({ alone: true });
    }
  }, watchEvery);
}
