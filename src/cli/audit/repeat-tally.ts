// Files of a run that have the content of an earlier one: what standard error says of them.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DuplicateReport } from "../../model/report.ts";

/** Files that are named; the rest are only counted. */
const mostNamed = 3;

export interface RepeatTally {
  readonly note: (duplicate: DuplicateReport) => void;
  /** One line that says how many files repeat another; "" for none. */
  readonly describe: (lang: Language) => string;
}

/** Starts with no file that repeats another. */
export function repeatTally(): RepeatTally {
  const named: DuplicateReport[] = [];
  let n = 0;
  return {
    note(duplicate) {
      n++;
      if (named.length < mostNamed) named.push(duplicate);
    },
    describe(lang) {
      if (n === 0) return "";
      const names = named.map(({ path, duplicateOf }) =>
        message(lang, "duplicates.as", { path: plainText(path), first: plainText(duplicateOf) }),
      );
      if (n > names.length) names.push("…");
      return `${message(lang, "duplicates.told", { n, names: names.join(", ") })}\n`;
    },
  };
}
