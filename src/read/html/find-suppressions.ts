// Comments of HTML that take findings out of the count.
import type { DefaultTreeAdapterTypes } from "parse5";
import { suppressionText, type FoundSuppression, type Stretch } from "../structure/place-suppressions.ts";
import { placeAt, type Source } from "../text/source-lines.ts";

/** Those of a page, in its order, and where its asides stand: a heading in one is not that of a comment after it. */
export function findSuppressions(
  tree: DefaultTreeAdapterTypes.Document,
  source: Source,
): { readonly suppressions: readonly FoundSuppression[]; readonly asides: readonly Stretch[] } {
  if (!source.text.includes("genomlys-ignore")) return { suppressions: [], asides: [] };
  const found: FoundSuppression[] = [];
  const asides: Stretch[] = [];
  const pending: DefaultTreeAdapterTypes.Node[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.nodeName === "#comment" && "data" in node) {
      const said = suppressionText(node.data);
      if (said !== null)
        found.push({ text: said, location: placeAt(source, node.sourceCodeLocation?.startOffset ?? 0) });
    } else if ("childNodes" in node) {
      const place = node.nodeName === "aside" ? node.sourceCodeLocation : null;
      if (place != null)
        asides.push({ start: placeAt(source, place.startOffset), end: placeAt(source, place.endOffset) });
      for (let index = node.childNodes.length - 1; index >= 0; index--) {
        const child = node.childNodes[index];
        if (child !== undefined) pending.push(child);
      }
    }
  }
  return { suppressions: found, asides };
}
