// Reads documents in threads of their own, each of which is ended when a document takes too long or too much memory.
import type { Format, Notice, ReadResult, Unread } from "../model/document.ts";
import { openPool } from "../threads/open-pool.ts";
import { detectFormat } from "./detect-format.ts";
import { recognition, type ReadLimits, type Reading, type RecognitionProgress } from "./reader.ts";
import type { ReadRequest } from "./read-worker.ts";
import { workerFile } from "../threads/worker-file.ts";

/**
 * Share of the time that the reader itself is told of. A reader that looks at the clock (the PDF reader does, between
 * pages) then ends by itself and hands over what it has, before the thread is ended and all of it is lost.
 */
const ownTime = 0.8;

/**
 * Opens a reading that reads up to `jobs` documents at a time, each in a thread that is used for one after the other until
 * a document kills it. `script` is for tests.
 */
export function openIsolatedReading(limits: ReadLimits, jobs = 1, script = workerFile("read")): Reading {
  const pool = openPool<ReadRequest, ReadResult, RecognitionProgress>(script, {
    jobs,
    heapMb: limits.memoryMb,
    isSpent: ranOutOfTime,
  });
  return {
    read: async (bytes, name, { onProgress, ...options }) => {
      const { documentMs, memoryMb } = options.limits;
      const inner = { ...options, limits: { ...options.limits, documentMs: documentMs * ownTime } };
      const recognised = options.ocr ? recognition.mostPages * recognition.mbEach : 0;
      // Recognition takes its time: each page that is done sets the clock back.
      const bounds = { taskMs: documentMs, memoryMb: memoryMb + recognised };
      const result = await pool.run({ bytes, name, options: inner }, bounds, onProgress);
      if (result.kind === "stopped") return unread(formatOf(bytes, name), result.notice);
      if (!ranOutOfTime(result.answer)) return result.answer;
      return unread(formatOf(bytes, name), timedOut(documentMs));
    },
    close: () => pool.close(),
  };
}

/** Code that was stopped inside the thread may have left anything half done there: the thread goes with it. */
const ranOutOfTime = (result: ReadResult): boolean =>
  result.kind === "unread" && result.notices.some(({ code }) => code === "READER_TIMED_OUT");

const timedOut = (documentMs: number): Notice => ({
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
