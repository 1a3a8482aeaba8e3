// Comments of HTML that take findings out of the count.
import type { DefaultTreeAdapterTypes } from "parse5";
import { suppressionText, type FoundSuppression } from "../structure/place-suppressions.ts";
import { placeAt, type Source } from "../text/source-lines.ts";

/** Those of a page, in its order. */
export function findSuppressions(tree: DefaultTreeAdapterTypes.Document, source: Source): FoundSuppression[] {
  if (!source.text.includes("genomlys-ignore")) return [];
  const found: FoundSuppression[] = [];
  const pending: DefaultTreeAdapterTypes.Node[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.nodeName === "#comment" && "data" in node) {
      const said = suppressionText(node.data);
      if (said !== null)
        found.push({ text: said, location: placeAt(source, node.sourceCodeLocation?.startOffset ?? 0) });
    } else if ("childNodes" in node) {
      for (let index = node.childNodes.length - 1; index >= 0; index--) {
        const child = node.childNodes[index];
        if (child !== undefined) pending.push(child);
      }
    }
  }
  return found;
}
