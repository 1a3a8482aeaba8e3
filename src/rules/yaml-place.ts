// Where a value stands in a YAML file, so that a message can point at it.
import { isMap, isNode, isPair, isScalar, isSeq, type Document, type LineCounter, type Node } from "yaml";
import type { ErrorPlace } from "../errors/genomlys-error.ts";

/** A parsed file in which places can be found. */
export interface YamlPlaces {
  readonly path: string;
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Place of a character offset (from 0) in the file. */
export function placeOfOffset(
  source: Pick<YamlPlaces, "path" | "text" | "lines">,
  offset: number,
  length = 1,
): ErrorPlace {
  const { line, col } = source.lines.linePos(offset);
  const lineText = source.text.split(/\r?\n/)[line - 1] ?? "";
  return {
    path: source.path,
    line,
    column: col,
    lineText,
    length: Math.max(1, Math.min(length, lineText.length - col + 1)),
  };
}

/** Place of the value at `keys` (map keys and list indexes from 0), or of the nearest thing around it that exists. */
export function placeOf(source: YamlPlaces, keys: readonly PropertyKey[]): ErrorPlace {
  let node: Node | null = isNode(source.document.contents) ? source.document.contents : null;
  for (const key of keys) {
    let next: unknown;
    if (isMap(node)) next = node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
    else if (isSeq(node)) next = node.items[Number(key)];
    if (!isNode(next)) break;
    node = next;
  }
  return node?.range == null
    ? { path: source.path, line: 1, column: 1 }
    : placeOfOffset(source, node.range[0], node.range[1] - node.range[0]);
}

/** Place of the key `key` in the map at `keys`. */
export function placeOfKey(source: YamlPlaces, keys: readonly PropertyKey[], key: string): ErrorPlace {
  const map = source.document.getIn([...keys], true);
  if (isMap(map)) {
    const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    if (pair !== undefined && isScalar(pair.key) && pair.key.range != null) {
      return placeOfOffset(source, pair.key.range[0], key.length);
    }
  }
  return placeOf(source, keys);
}
