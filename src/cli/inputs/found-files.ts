// What a search for documents has found so far: each file once however it is reached, and what was left out is counted.
import path from "node:path";
import { isAnnotatedCopy, isDocumentLike, nameEnding, originalName } from "./document-like.ts";
import type { Input, InputProblem } from "./input.ts";
import { realPathOf } from "./real-path.ts";

export interface Discovery {
  readonly inputs: readonly Input[];
  /** How many files of each name ending were left out because they are no documents. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** Annotated copies that were left out, as they would stand in a report. */
  readonly copies: readonly string[];
  /** Documents that were left out because they are among the files that are never added. */
  readonly kept: readonly ReachedFile[];
}

/** A file as it was reached: its path in a report, its path for opening, where it really lies (links followed), its bytes. */
export interface ReachedFile {
  readonly path: string;
  readonly file: string;
  readonly real: string;
  readonly size: number;
}

/** Collects inputs in the order in which they are added. */
export interface FoundFiles {
  /** Adds a file that was named itself, unless it is there already (named twice, or reached through a link). */
  readonly add: (reached: ReachedFile) => void;
  /** Adds a file that was not named itself, when it is a document. Answers whether it is. */
  readonly addIfDocument: (reached: ReachedFile) => Promise<boolean>;
  readonly addStandardInput: () => void;
  readonly addProblem: (at: string, problem: InputProblem, reason?: string) => void;
  /** Counts a file that is no document, by its name. */
  readonly passOver: (name: string) => void;
  /** Notes the annotated copy at that path as left out. */
  readonly leaveOutCopy: (at: string) => void;
  /** What has been found, once all has been looked through. */
  readonly result: () => Discovery;
}

/** `notRead` are full paths of files that are never added as documents unless they are named themselves. */
export function collectFiles(notRead: readonly string[]): FoundFiles {
  const inputs: Input[] = [];
  const seen = new Set<string>();
  const passedOver = new Map<string, number>();
  const copies: string[] = [];
  const notAdded = new Set(notRead.map(realPathOf));
  const kept: ReachedFile[] = [];

  const add: FoundFiles["add"] = ({ path: at, file, real, size }) => {
    if (seen.has(real)) return;
    seen.add(real);
    inputs.push({ kind: "file", path: at, file, size });
  };
  const passOver: FoundFiles["passOver"] = (name) => {
    const ending = nameEnding(name);
    passedOver.set(ending, (passedOver.get(ending) ?? 0) + 1);
  };
  // Named by itself a copy is what somebody works on. Beside its original, as a shell's "*" names both, it counts twice.
  const isBesideOriginal = (input: Input): boolean =>
    input.kind === "file" && isAnnotatedCopy(input.path) && seen.has(realPathOf(originalName(input.file)));

  return {
    add,
    addIfDocument: async (reached) => {
      const name = path.basename(reached.file);
      if (notAdded.has(reached.real)) {
        if (await isDocumentLike(reached.file, name)) kept.push(reached);
        return false;
      }
      if (!(await isDocumentLike(reached.file, name))) {
        passOver(name);
        return false;
      }
      add(reached);
      return true;
    },
    addStandardInput: () => {
      if (!inputs.some((input) => input.kind === "stdin")) inputs.push({ kind: "stdin", path: "-" });
    },
    addProblem: (at, problem, reason = "") => inputs.push({ kind: "problem", path: at, problem, reason }),
    passOver,
    leaveOutCopy: (at) => copies.push(at),
    result: () => ({
      inputs: inputs.filter((input) => !isBesideOriginal(input)),
      passedOver,
      kept,
      copies: [...new Set([...copies, ...inputs.filter(isBesideOriginal).map((input) => input.path)])],
    }),
  };
}
