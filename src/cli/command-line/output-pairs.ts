// Which formats a run is to write, and where to: the --format and -o of the command line, in the order they stand.
import { formatByEnding, type ReportFormat } from "../../report/index.ts";

/** One result of a run. */
export interface OutputPair {
  readonly format: ReportFormat;
  /** The file, as it was named; undefined is standard output. */
  readonly file: string | undefined;
}

/** An option of the command line as it was met. */
export type OutputWord =
  | { readonly option: "format"; readonly value: ReportFormat }
  | { readonly option: "output"; readonly value: string };

/**
 * Pairs formats with files. An -o belongs to the --format before it, or to the one after it when none is before. An -o
 * without a --format gets the format of the file's ending, or the terminal's; a --format without an -o, and "-", are
 * standard output. No word at all is the terminal's format on standard output.
 */
export function pairOutputs(words: readonly OutputWord[]): OutputPair[] {
  const files = words.filter(({ option }) => option === "output").length;
  // As many formats as files: every file has its format, whatever its name says.
  const mayGuess = words.length - files < files;
  const pairs: { format?: ReportFormat; file?: string }[] = [];
  for (const word of words) {
    const last = pairs.at(-1);
    if (word.option === "output") {
      if (last?.format !== undefined && last.file === undefined) last.file = word.value;
      else pairs.push({ file: word.value });
    } else if (last?.file !== undefined && last.format === undefined) {
      const guessed = mayGuess ? formatByEnding(last.file) : undefined;
      if (guessed === undefined || guessed === word.value) last.format = word.value;
      else pairs.push({ format: word.value });
    } else pairs.push({ format: word.value });
  }
  if (pairs.length === 0) pairs.push({});
  return pairs.map(({ format, file }) => ({
    format: format ?? (file === undefined ? undefined : formatByEnding(file)) ?? "terminal",
    file: file === "-" ? undefined : file,
  }));
}
