// Comments of Markdown that take findings out of the count.
import type { Nodes, Root } from "mdast";
import { suppressionText, type FoundSuppression } from "../structure/place-suppressions.ts";
import { placeAt, type Source } from "../text/source-lines.ts";

/**
 * Those of a part of the file, in its order. Only what the parser takes for HTML is looked at: a comment that is shown in
 * a code block is an example.
 */
export function findSuppressions(tree: Root, source: Source): FoundSuppression[] {
  if (!source.text.includes("genomlys-ignore")) return [];
  const found: FoundSuppression[] = [];
  const pending: Nodes[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "html") {
      const start = node.position?.start.offset ?? 0;
      const text = source.text.slice(start, node.position?.end.offset ?? start);
      for (const match of text.matchAll(commentOrScript)) {
        const said = suppressionText(match[1] ?? "");
        if (said !== null) found.push({ text: said, location: placeAt(source, start + match.index) });
      }
    } else if ("children" in node) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child !== undefined) pending.push(child);
      }
    }
  }
  return found;
}

/** What stands in a script is none of the text's comments. */
const commentOrScript = /<!--([^]*?)-->|<(script|style)\b[^]*?(?:<\/\2\s*>|$)/gi;
