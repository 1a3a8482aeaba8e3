// In which order a concordance stands: by place, or by what stands before or after the word.
import type { HitOrder } from "./hit-orders.ts";
import type { Concordance, ConcordanceDocument, ConcordanceHit } from "../../model/concordance.ts";

export interface PlacedHit {
  readonly document: ConcordanceDocument;
  readonly hit: ConcordanceHit;
}

// Swedish: å ä ö last. Capitals and signs make no difference.
const collator = new Intl.Collator("sv", { sensitivity: "base", ignorePunctuation: true, numeric: true });

const words = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The words nearest the match first. */
const keyOf = ({ before, after }: ConcordanceHit, order: "left" | "right"): string =>
  (order === "left" ? words(before).reverse() : words(after)).join(" ");

/** All hits. By place: document by document; by context: all documents together, equal ones by place. */
export function sortHits({ documents }: Concordance, order: HitOrder): PlacedHit[] {
  const hits = documents.flatMap((document) => document.hits.map((hit) => ({ document, hit })));
  if (order === "place") return hits;
  const keyed = hits.map((placed) => ({ placed, key: keyOf(placed.hit, order) }));
  return keyed.sort((a, b) => collator.compare(a.key, b.key)).map(({ placed }) => placed);
}
