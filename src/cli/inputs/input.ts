// One thing that a run was told to read, and what came of looking for it.
import type { NoticeCode } from "../../model/document.ts";

/** Why something that was named cannot be read; each is both an error code of the call and a notice code. */
export type InputProblem = Extract<
  NoticeCode,
  "FILE_MISSING" | "FILE_UNREADABLE" | "FOLDER_WITHOUT_DOCUMENTS" | "PATTERN_WITHOUT_FILES"
>;

export type Input =
  /** `path` is as the user would write it and stands in the report; `file` is for opening. `size` is in bytes. */
  | { readonly kind: "file"; readonly path: string; readonly file: string; readonly size: number }
  | { readonly kind: "stdin"; readonly path: "-" }
  | {
      readonly kind: "problem";
      readonly path: string;
      readonly problem: InputProblem;
      /** The system's word for it ("EACCES"), "" when there is none. */
      readonly reason: string;
    };
