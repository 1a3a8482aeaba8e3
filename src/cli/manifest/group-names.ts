// What `--group-by` names, held against what is known of the documents.
import { genomlysError } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import { clippedText } from "../../messages/plain-text.ts";
import { knownColumn } from "./parse-manifest.ts";

/**
 * The names as reports have them: "år" is "year", and headings are found in any letter case. `facts` are those beside the
 * type, which every document has. Throws GROUP_UNKNOWN for a name that is none of them.
 */
export function groupNames(asked: readonly string[], facts: readonly string[]): string[] {
  const choices = ["type", ...facts];
  const names = asked.map((name) => {
    const meant = knownColumn(name) ?? name;
    const found =
      choices.find((choice) => choice === meant) ??
      choices.find((choice) => choice.toLowerCase() === meant.normalize("NFC").toLowerCase());
    if (found !== undefined) return found;
    const suggestion = suggestName(name, choices);
    throw genomlysError("GROUP_UNKNOWN", {
      value: clippedText(name, 60),
      choices: clippedText(choices.join(", "), 300),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  });
  return [...new Set(names)];
}
