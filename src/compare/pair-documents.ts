// Which documents of two reports belong together: last year's budget and this year's.
import type { Pairing } from "../model/comparison.ts";
import type { DocumentReport } from "../model/report.ts";

export interface DocumentPair {
  readonly before: DocumentReport;
  readonly after: DocumentReport;
  readonly pairedBy: Pairing;
}

export interface Pairs {
  readonly pairs: readonly DocumentPair[];
  readonly onlyBefore: readonly DocumentReport[];
  readonly onlyAfter: readonly DocumentReport[];
}

/** A type that was recognised with less confidence (0..1) pairs nothing. */
const surely = 0.7;

const parts = (path: string): readonly string[] => path.normalize("NFC").split(/[\\/]/);
const fileName = (path: string): string => parts(path).at(-1) ?? path;

/** Paths without the folders that all of them share. */
function ownPaths(documents: readonly DocumentReport[]): ReadonlyMap<DocumentReport, string> {
  const split = documents.map(({ path }) => parts(path));
  const [first = []] = split;
  let same = 0;
  while (
    same < first.length - 1 &&
    split.every((path) => path.length > same + 1 && path[same] === first[same])
  )
    same++;
  return new Map(documents.map((document, at) => [document, (split[at] ?? []).slice(same).join("/")]));
}

/** "mal-och-budget-2019_v2.pdf" → "mal och budget": without ending, numbers and what stands between words. */
export function plainName(path: string): string {
  return fileName(path)
    .toLowerCase()
    .replace(/\.[^.]+$/, "")
    .replace(/(?:^|[^\p{L}])v(?:er(?:sion)?)?[\s._-]*\d+/gu, " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

/**
 * Pairs the documents of two sides, each once, by the first of these that holds for just one on each side: same bytes, same
 * path below the folder that all share, same file name but for numbers, same type. Two lone documents are always a pair.
 */
export function pairDocuments(before: readonly DocumentReport[], after: readonly DocumentReport[]): Pairs {
  const [one] = before;
  const [other] = after;
  if (before.length === 1 && after.length === 1 && one !== undefined && other !== undefined)
    return { pairs: [{ before: one, after: other, pairedBy: "only" }], onlyBefore: [], onlyAfter: [] };
  const paths = new Map([...ownPaths(before), ...ownPaths(after)]);
  const keys: readonly [Pairing, (document: DocumentReport) => string][] = [
    ["content", ({ sha256 }) => sha256],
    ["path", (document) => paths.get(document) ?? ""],
    ["name", ({ path }) => plainName(path)],
    ["type", ({ type }) => (type.confidence >= surely && type.id !== "ovrigt" ? type.id : "")],
  ];
  let [restBefore, restAfter] = [before, after];
  const pairs: DocumentPair[] = [];
  for (const [pairedBy, key] of keys) {
    const [left, right] = [lone(restBefore, key), lone(restAfter, key)];
    for (const [name, document] of left) {
      const partner = right.get(name);
      if (partner !== undefined) pairs.push({ before: document, after: partner, pairedBy });
    }
    const taken = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
    restBefore = restBefore.filter((document) => !taken.has(document));
    restAfter = restAfter.filter((document) => !taken.has(document));
  }
  const order = new Map(after.map((document, at) => [document, at]));
  pairs.sort((a, b) => (order.get(a.after) ?? 0) - (order.get(b.after) ?? 0));
  return { pairs, onlyBefore: restBefore, onlyAfter: restAfter };
}

/** Documents by a key that no other of them has; "" is no key. */
function lone(
  documents: readonly DocumentReport[],
  key: (document: DocumentReport) => string,
): ReadonlyMap<string, DocumentReport> {
  const found = new Map<string, DocumentReport | null>();
  for (const document of documents) {
    const name = key(document);
    if (name !== "") found.set(name, found.has(name) ? null : document);
  }
  return new Map([...found].flatMap(([name, document]) => (document === null ? [] : [[name, document]])));
}
