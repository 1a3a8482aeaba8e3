// One recogniser: a thread that reads pictures of pages, one at a time, and is ended when one takes too long.
import { Worker } from "node:worker_threads";
import { workerFile } from "../../../threads/worker-file.ts";
import { language } from "./installed.ts";
import type { RecogniserAnswer, RecogniserData } from "./recognise-worker.ts";
import type { Picture, RecognisedPage } from "./recognised-page.ts";

export interface Recogniser {
  /**
   * Reads the picture of a page. Rejects when the engine fails or takes longer than `milliseconds`; the recogniser is
   * of no more use then. The bytes are handed over and empty afterwards.
   */
  readonly recognise: (picture: Picture, milliseconds: number) => Promise<RecognisedPage>;
  readonly close: () => Promise<void>;
}

/** Longest time that the engine may take to start, in milliseconds; it takes about 600. */
const longestStart = 60_000;

/** Starts a recogniser; rejects when the engine cannot be started. `script` is for tests. */
export async function startRecogniser(
  languageFolder: string,
  script = workerFile("recognise"),
): Promise<Recogniser> {
  const worker = new Worker(script, {
    workerData: { languageFolder, language } satisfies RecogniserData,
    stdout: true,
    stderr: true,
  });
  let ended = false;
  worker.on("exit", () => {
    ended = true;
  });
  // One that dies while nobody waits for it must not take the program with it.
  worker.on("error", () => undefined);
  try {
    await answerOf(worker, "ready", longestStart);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    recognise: async ({ file, headLength, width }, milliseconds) => {
      if (ended) throw new Error("the thread has ended");
      const picture: Picture = { file, headLength, width };
      worker.postMessage(picture, [file.buffer as ArrayBuffer]);
      return (await answerOf(worker, "page", milliseconds)).page;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function answerOf<Kind extends "ready" | "page">(
  worker: Worker,
  kind: Kind,
  milliseconds: number,
): Promise<Extract<RecogniserAnswer, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const stop = (act: () => void): void => {
      clearTimeout(timer);
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      act();
    };
    const fail = (reason: string): void => {
      stop(() => {
        reject(new Error(reason));
      });
    };
    const timer = setTimeout(() => {
      fail(`no answer in ${String(Math.ceil(milliseconds / 1000))} s`);
    }, milliseconds);
    const onMessage = (answer: RecogniserAnswer): void => {
      if (answer.kind === kind)
        stop(() => {
          resolve(answer as Extract<RecogniserAnswer, { kind: Kind }>);
        });
      else fail(answer.kind === "failed" ? answer.reason : "an answer out of order");
    };
    const onError = (error: Error & { readonly code?: string }): void => {
      // A code where there is one: messages of the module loader hold absolute paths.
      fail(error.code ?? error.message);
    };
    const onExit = (code: number): void => {
      fail(`thread ended with ${String(code)}`);
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
  });
}
