// Starts mammoth in a worker thread with a bounded heap and a bounded time, on bytes that have been metered.
import { Worker } from "node:worker_threads";
import type { Archive } from "../archive/open-archive.ts";
import type { ArchiveProblem } from "../archive/archive-problem.ts";
import type { ReadLimits } from "../reader.ts";
import { workerFile } from "../../threads/worker-file.ts";
import type { MammothAnswer } from "./mammoth-worker.ts";

export type MammothResult =
  | MammothAnswer
  | ArchiveProblem
  /** The worker's heap was not enough. */
  | { readonly kind: "out-of-memory"; readonly heapMb: number }
  | { readonly kind: "out-of-time"; readonly milliseconds: number };

/** Parts that mammoth looks at; pictures, themes and earlier versions of the styles only cost. */
const wantedPart =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?(?:document\d*|styles|numbering|footnotes|endnotes|comments)\.xml(?:\.rels)?)$/iu;

/** HTML as mammoth makes it, or why there is none. Never throws. */
export async function runMammoth(archive: Archive, limits: ReadLimits): Promise<MammothResult> {
  const parts: Record<string, Uint8Array> = {};
  for (const name of archive.names) {
    if (!wantedPart.test(name)) continue;
    const entry = archive.read(name);
    if (entry.kind === "bytes") parts[name] = entry.bytes;
    else if (entry.kind !== "absent") return entry;
  }
  const { zipSync } = await import("fflate");
  // Packed anew from what the meter let through, without compression: mammoth never sees the file itself.
  return converse(zipSync(parts, { level: 0 }), limits);
}

function converse(bytes: Uint8Array, limits: ReadLimits): Promise<MammothResult> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile("mammoth"), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: limits.workerHeapMb },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => {
      end({ kind: "out-of-time", milliseconds: limits.documentMs });
    }, limits.documentMs);
    const end = (result: MammothResult): void => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    worker.once("message", (answer: MammothAnswer) => {
      end(answer);
    });
    worker.once("error", (error: Error & { code?: string }) => {
      end(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? { kind: "out-of-memory", heapMb: limits.workerHeapMb }
          : { kind: "failed", reason: error.message },
      );
    });
    worker.once("exit", (code) => {
      end({ kind: "failed", reason: `worker ended with ${String(code)}` });
    });
  });
}
