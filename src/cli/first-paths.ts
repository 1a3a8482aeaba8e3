// Several paths in one line of a message.
import { plainText } from "../messages/plain-text.ts";

/** The first `most` of the paths with commas between them, and "…" for the rest; the message says how many there are. */
export function firstPaths(paths: readonly string[], most = 3): string {
  const named = paths.slice(0, most).map(plainText);
  return (paths.length > most ? [...named, "…"] : named).join(", ");
}
