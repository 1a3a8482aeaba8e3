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

/**
 * The same in a part that is read by its lines alone. The text comes back with every comment blanked, line breaks kept, so
 * that nothing in it is judged; what stands between fences or in backticks is an example.
 */
export function findInLines(source: Source): {
  readonly text: string;
  readonly found: readonly FoundSuppression[];
} {
  const { text } = source;
  const found: FoundSuppression[] = [];
  let kept = "";
  let fence = "";
  let open = text.indexOf("<!--");
  for (let at = 0; at < text.length && open >= 0;) {
    const newline = text.indexOf("\n", at);
    let end = newline < 0 ? text.length : newline + 1;
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(at, at + 80))?.[1] ?? "";
    const isFenced = fence !== "" || marks !== "";
    if (fence === "") fence = marks;
    else if (marks.startsWith(fence)) fence = "";
    const isCode = isFenced || /^(?: {4}|\t)/.test(text.slice(at, at + 4));
    let backticks = 0;
    for (; open >= 0 && open < end; open = text.indexOf("<!--", at)) {
      for (let sign = text.indexOf("`", at); sign >= 0 && sign < open; sign = text.indexOf("`", sign + 1))
        backticks++;
      const close = text.indexOf("-->", open + 4);
      if (isCode || backticks % 2 === 1 || close < 0) {
        kept += text.slice(at, open + 4);
        at = open + 4;
        continue;
      }
      const said = suppressionText(text.slice(open + 4, close));
      if (said !== null) found.push({ text: said, location: placeAt(source, open) });
      kept += text.slice(at, open) + text.slice(open, close + 3).replace(/[^\n]/g, " ");
      at = close + 3;
      if (at <= end) continue;
      const next = text.indexOf("\n", at);
      end = next < 0 ? text.length : next + 1;
    }
    kept += text.slice(at, end);
    at = end;
  }
  return { text: kept + text.slice(kept.length), found };
}

/** What stands in a script is none of the text's comments. */
const commentOrScript = /<!--([^]*?)-->|<(script|style)\b[^]*?(?:<\/\2\s*>|$)/gi;
