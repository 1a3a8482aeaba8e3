// Patterns of the command line ("planer/**/*.pdf"): what is one, and where what it finds can lie.
import path from "node:path";

const magic = /[*?[\]{}]|[!+@]\(/;

/** Has the path signs with a special meaning? A file can be called so all the same. */
export function isPattern(named: string): boolean {
  return magic.test(named);
}

/** A pattern cut before the part where its first sign with a special meaning stands: the folder, and the rest. */
export function splitPattern(pattern: string): { readonly base: string; readonly rest: string } {
  const cut = pattern.lastIndexOf("/", pattern.search(magic)) + 1;
  return { base: pattern.slice(0, cut), rest: pattern.slice(cut) };
}

/** The folder below which all lies that a pattern or a path can find; "" is the working directory. */
export function patternBase(named: string): string {
  return isPattern(named) ? splitPattern(named).base : path.dirname(named);
}
