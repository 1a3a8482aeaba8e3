// The other end of open-pool.ts: what a worker thread does all day.
import { parentPort } from "node:worker_threads";

/** What a thread sends back: the answer to its task, and before that how far it has come, if it says so. */
export type Served<Answer, Progress> =
  | {
      readonly kind: "answer";
      readonly answer: Answer;
      /** Memory that the thread holds on to now that the task is done, in bytes: its heap and what lies beside it. */
      readonly held: number;
    }
  | { readonly kind: "progress"; readonly progress: Progress };

/** What a thread does with one task; it may say how far it has come. */
export type Serve<Task, Answer, Progress> = (
  task: Task,
  onProgress: (progress: Progress) => void,
) => Promise<Answer>;

/** Answers every task that this thread is given, one after the other, with what `serve` makes of it. */
export function serveTasks<Task, Answer, Progress>(serve: Serve<Task, Answer, Progress>): void {
  const post = (served: Served<Answer, Progress>): void => {
    parentPort?.postMessage(served);
  };
  const onProgress = (progress: Progress): void => {
    post({ kind: "progress", progress });
  };
  parentPort?.on("message", (task: Task) => {
    // A promise that is rejected becomes an "error" event on the other side, with its message.
    void serve(task, onProgress).then((answer) => {
      const { heapUsed, external } = process.memoryUsage();
      post({ kind: "answer", answer, held: heapUsed + external });
    });
  });
}
