// Patterns for file names in the configuration ("arkiv/**/*budget*.pdf"). Not regular expressions: no pattern can be slow.
import path from "node:path";

/**
 * Does a file fit a pattern? `*` stands for any text in a name, `?` for one character, `**` for any folders, {a,b} for
 * either. A pattern without "/" is held against the file's name, others against its path from `folder` (the folder of the
 * configuration file). Capitals, and how a system stores å ä ö, make no difference.
 */
export function fitsPattern(pattern: string, file: string, folder: string): boolean {
  const relative = path.relative(folder, file).replaceAll(path.sep, "/");
  const name = relative.slice(relative.lastIndexOf("/") + 1);
  return alternatives(sameForm(pattern)).some((plain) =>
    plain.includes("/")
      ? fitsParts(
          // "arkiv/" is all that lies in the folder.
          plain
            .replace(/^\.?\//, "")
            .replace(/\/$/, "/**")
            .split("/"),
          sameForm(relative).split("/"),
        )
      : fitsName(plain, sameForm(name)),
  );
}

function sameForm(written: string): string {
  return written.normalize("NFC").toLowerCase();
}

/** Alternatives that a pattern may stand for, at most: braces within braces multiply. */
const mostAlternatives = 100;

/** "{a,b}.pdf" → "a.pdf", "b.pdf". */
function alternatives(pattern: string): string[] {
  let patterns = [pattern];
  for (;;) {
    const at = patterns.findIndex((each) => /\{[^{}]*\}/.test(each));
    if (at < 0 || patterns.length > mostAlternatives) return patterns;
    patterns = patterns.flatMap((each, index) => {
      const group = index === at ? /\{([^{}]*)\}/.exec(each) : null;
      if (group === null) return [each];
      const before = each.slice(0, group.index);
      const after = each.slice(group.index + group[0].length);
      return (group[1] ?? "").split(",").map((choice) => `${before}${choice.trim()}${after}`);
    });
  }
}

/** Parts of a path against parts of a pattern. */
function fitsParts(pattern: readonly string[], parts: readonly string[]): boolean {
  // Which lengths of the pattern fit what has been read so far: one pass, whatever the pattern.
  let reached = skipAnyFolders(pattern, new Set([0]));
  for (const part of parts) {
    const next = new Set<number>();
    for (const at of reached) {
      const wanted = pattern[at];
      if (wanted === "**") next.add(at);
      else if (wanted !== undefined && fitsName(wanted, part)) next.add(at + 1);
    }
    reached = skipAnyFolders(pattern, next);
    if (reached.size === 0) return false;
  }
  return reached.has(pattern.length);
}

function skipAnyFolders(pattern: readonly string[], reached: ReadonlySet<number>): Set<number> {
  const all = new Set(reached);
  for (const at of all) if (pattern[at] === "**") all.add(at + 1);
  return all;
}

/** One name against one pattern with `*` and `?`: after a mismatch only the last `*` takes one more character. */
function fitsName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let read = 0; read < name.length;) {
    if (pattern[at] === "*") {
      star = at++;
      resume = read;
    } else if (pattern[at] === "?" || pattern[at] === name[read]) {
      at++;
      read++;
    } else if (star >= 0) {
      at = star + 1;
      read = ++resume;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
