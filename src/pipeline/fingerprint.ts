// What a finding is known by between runs, formats and versions of a draft: its content, never its line number.
import { createHash } from "node:crypto";

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
    ...path.map((heading) => plain(heading.replace(/^[\d.§\s]+/, ""))),
    plain(sentence),
    String(ordinal),
  ];
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
