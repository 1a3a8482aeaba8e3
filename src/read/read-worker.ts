// Worker thread: reads one document after another. A document that hangs or exhausts memory ends this thread, not the
// program: the one who started it (read-isolated.ts) holds the clock.
import type { ReadResult } from "../model/document.ts";
import { serveTasks } from "../threads/serve-tasks.ts";
import { readDocument } from "./read-document.ts";
import type { ReadOptions, RecognitionProgress } from "./reader.ts";

/** What the worker is asked; it answers each with a `ReadResult`, and before that with how far it has come. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Without `onProgress`, which cannot be handed to another thread. */
  readonly options: Omit<ReadOptions, "onProgress">;
}

serveTasks<ReadRequest, ReadResult, RecognitionProgress>(({ bytes, name, options }, onProgress) =>
  readDocument(bytes, name, { ...options, onProgress }),
);
