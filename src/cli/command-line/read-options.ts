// How documents are to be read, from what the command line asks for.
import { genomlysError } from "../../errors/genomlys-error.ts";
import type { LimitValues } from "../../model/limits.ts";
import { defaultReadOptions, limitsWith, type ReadOptions } from "../../read/reader.ts";
import type { ChangesRead } from "../../model/document.ts";
import type { docxEngines, pdfEngines } from "./options.ts";
import type { Pipeline } from "../pipeline.ts";
import type { Progress } from "../audit/progress.ts";

/** What a command line says of how documents are read. */
export interface ReadingOptions {
  readonly pdfEngine: (typeof pdfEngines)[number];
  readonly docxEngine: (typeof docxEngines)[number];
  readonly limits: LimitValues;
  readonly changes: ChangesRead;
  readonly ocr: boolean;
  /** The file with passwords that is named. */
  readonly passwordFile: string | undefined;
  /** Whether documents that were read before are taken from the cache, and the folder that is named for it. */
  readonly cache: { readonly use: boolean; readonly folder: string | undefined };
}

/** `configured` are the limits that the configuration sets; those of the command line outdo them. Throws a GenomlysError when text recognition is asked for and not installed: better now than page after page. */
export async function readOptions(
  { pdfEngine, docxEngine, changes, ocr, limits }: Omit<ReadingOptions, "passwordFile" | "cache">,
  progress: Progress,
  pipeline: Pick<Pipeline, "hasRecognition">,
  configured: LimitValues = {},
): Promise<ReadOptions> {
  const plain = {
    ...defaultReadOptions,
    limits: limitsWith({ ...configured, ...limits }),
    pdfEngine,
    docxEngine,
    changes,
  };
  if (!ocr) return plain;
  if (!(await pipeline.hasRecognition())) throw genomlysError("OCR_NOT_INSTALLED", {});
  return {
    ...plain,
    ocr,
    onProgress: (done) => {
      progress.showRecognition(done);
    },
  };
}
