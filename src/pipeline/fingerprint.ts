// What a finding is known by between runs, formats and versions of a draft: its content, never its line number.
import { createHash } from "node:crypto";
import { wordsAlone } from "../model/words-alone.ts";

/**
 * Fingerprint of a gap: rule + section path + normalised sentence, as 16 hexadecimal digits. Numbers of sections are left
 * out of the path, so that a renumbered section keeps its gaps. `ordinal` (from 0) tells apart equal gaps.
 */
export function fingerprintOf(
  rule: string,
  path: readonly string[],
  sentence: string,
  ordinal: number,
): string {
  const parts = [
    rule,
    ...path.map((heading) => wordsAlone(heading.replace(/^[\d.§\s]+/, ""))),
    wordsAlone(sentence),
    String(ordinal),
  ];
  return shortHash(parts.join("\u0000"));
}

/** The first 16 hexadecimal digits of the text's SHA-256. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
