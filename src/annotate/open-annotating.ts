// Writes annotated copies in a thread of its own, which is ended when a copy takes too long or too much memory: what was
// read within its limits can still be slow to write into.
import { openPool } from "../threads/open-pool.ts";
import { workerFile } from "../threads/worker-file.ts";
import type { AnnotateRequest } from "./annotate-worker.ts";
import type { Annotated } from "./annotated.ts";

/** What one copy may take. */
export interface AnnotateLimits {
  readonly documentMs: number;
  readonly memoryMb: number;
}

export interface Annotating {
  /** Never rejects: a copy that was stopped is refused, with the notice that says why. */
  annotate(request: AnnotateRequest): Promise<Annotated>;
  close(): Promise<void>;
}

/** `script` is for tests. */
export function openAnnotating(
  { documentMs, memoryMb }: AnnotateLimits,
  script = workerFile("annotate"),
): Annotating {
  const pool = openPool<AnnotateRequest, Annotated>(script, { jobs: 1, heapMb: memoryMb });
  return {
    annotate: async (request) => {
      const result = await pool.run(request, { taskMs: documentMs, memoryMb });
      return result.kind === "answer"
        ? result.answer
        : { kind: "refused", reason: "stopped", notice: result.notice };
    },
    close: () => pool.close(),
  };
}
