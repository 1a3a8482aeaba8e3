// Text that a page marks as put in or taken out since an earlier version of it (the elements ins and del).
import type { DefaultTreeAdapterTypes } from "parse5";
import type { ChangesRead } from "../../model/document.ts";

type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Takes what is no part of that reading out of the tree, and counts the elements of both kinds. */
export function takeChanges(
  tree: ParentNode,
  read: ChangesRead,
): { readonly insertions: number; readonly deletions: number } {
  const gone = read === "accepted" ? "del" : "ins";
  const counts = { insertions: 0, deletions: 0 };
  const pending: ParentNode[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    let taken = false;
    for (const child of node.childNodes) {
      if (child.nodeName === "ins") counts.insertions++;
      else if (child.nodeName === "del") counts.deletions++;
      if (child.nodeName === gone) taken = true;
      // What is taken out may hold changes too.
      if ("childNodes" in child) pending.push(child);
    }
    if (taken) node.childNodes = node.childNodes.filter((child) => child.nodeName !== gone);
  }
  return counts;
}
