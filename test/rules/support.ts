// A small rule pack in memory, to be spoilt in one place by each test.
import { GenomlysError } from "../../src/errors/genomlys-error.ts";
import type { RulePack } from "../../src/model/rule.ts";
import { parseRuleFiles } from "../../src/rules/parse-pack.ts";

export const packYaml = `id: prov
version: 1.0.0
title: { sv: Prov, en: Trial }
policy-goals:
  - id: 1
    title: { sv: Makt, en: Power }
thresholds:
  verdict:
    expected-sections-at-least: 3
    read-share-at-least: 0.9
    clear-coverage: 0.5
    missing-coverage: 0.15
    confined-concentration: 0.7
  expectation:
    people-hits: 2
    words-per-people-hit: 80
    statistics-hits: 1
    steering-hits: 1
    words-at-least: 5
  level:
    describing-within: 25
    binding-sentences: 2
    punctual-words: 600
`;

export const evidenceYaml = `kind: evidence
rules:
  - id: jamstalldhet
    tags: [value]
    strength: strong
    policy-goals: [1]
    terms:
      - jämställdhet
    hit:
      - Jämställdhet är ett mål.
    miss:
      - Det jämställs med en avgift.
  - id: kvinnor
    strength: medium
    sex: women
    terms:
      - kvinna
    requires: { any: [value], within: sentence }
    hit:
      - Kvinnor och jämställdhet.
    miss:
      - Män.
`;

/** Parses a pack of pack.yaml and the given files. */
export function packOf(files: Readonly<Record<string, string>>): RulePack {
  const all = { "pack.yaml": packYaml, ...files };
  return parseRuleFiles(
    "prov",
    Object.entries(all).map(([name, text]) => ({ path: `prov/${name}`, name, text })),
    "0".repeat(64),
  );
}

/** What is wrong with a pack, in the parts that a user sees. */
export function problemOf(files: Readonly<Record<string, string>>): {
  code: string;
  place: string;
  line: string | undefined;
  params: Readonly<Record<string, unknown>>;
} {
  try {
    packOf(files);
  } catch (error) {
    if (!(error instanceof GenomlysError)) throw error;
    const { path = "", line = 0, column = 0, lineText } = error.where ?? {};
    return {
      code: error.code,
      place: `${path}:${String(line)}:${String(column)}`,
      line: lineText?.trim(),
      params: error.params,
    };
  }
  throw new Error("the pack is good");
}

/** `evidenceYaml` with the first occurrence of `from` replaced: it must be there. */
export function spoilt(from: string, to: string): Record<string, string> {
  if (!evidenceYaml.includes(from)) throw new Error(`"${from}" is not in the example`);
  return { "evidence.yaml": evidenceYaml.replace(from, to) };
}
