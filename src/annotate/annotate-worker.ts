// Worker thread: writes one annotated copy after another. A file that takes too long ends this thread, not the program.
import type { Annotations } from "../model/annotation.ts";
import { serveTasks } from "../threads/serve-tasks.ts";
import { annotateFile, type AnnotatedFormat } from "./annotate-file.ts";
import type { Annotated } from "./annotated.ts";
import type { AnnotateDocxOptions } from "./docx/annotate-docx.ts";

/** What the worker is asked; it answers each with an `Annotated`. */
export interface AnnotateRequest {
  readonly bytes: Uint8Array;
  readonly format: AnnotatedFormat;
  readonly annotations: Annotations;
  readonly options: AnnotateDocxOptions;
}

serveTasks<AnnotateRequest, Annotated, never>(({ bytes, format, annotations, options }) =>
  annotateFile(bytes, format, annotations, options),
);
