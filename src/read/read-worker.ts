// Worker thread: reads one document after another. A document that hangs or exhausts memory ends this thread, not the
// program: the one who started it (read-isolated.ts) holds the clock.
import { parentPort } from "node:worker_threads";
import { readDocument } from "./read-document.ts";
import type { ReadOptions } from "./reader.ts";

/** What the worker is asked; it answers each with a `ReadResult`. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ReadOptions;
}

parentPort?.on("message", ({ bytes, name, options }: ReadRequest) => {
  void readDocument(bytes, name, options).then((result) => {
    parentPort?.postMessage(result);
  });
});
