// Where the asides of a page are read: an aside hangs in the middle of a section, and the section goes on after it.
import type { RawBlock } from "../document-builder.ts";

/** The blocks of one aside: from `first`, up to `end`, which is not one of them. */
export interface AsideBlocks {
  readonly first: number;
  readonly end: number;
}

/**
 * What an aside holds from its first heading on is put behind the section that it hangs in, as a part of it; an aside
 * without a heading stays where it is and is text of the section. One that no text follows before the next heading ends
 * there anyhow, and stays as it came. `asides` lie in order and not in each other.
 */
export function placeAsides(
  blocks: readonly RawBlock[],
  asides: readonly AsideBlocks[],
): readonly RawBlock[] {
  if (asides.length === 0) return blocks;
  const placed: RawBlock[] = [];
  let waiting: RawBlock[] = [];
  /** Level of the section that is open, 0 before the first heading. */
  let level = 0;
  const goOn = (block: RawBlock): void => {
    if (isHeading(block)) {
      placed.push(...waiting);
      waiting = [];
      level = block.level;
    }
    placed.push(block);
  };
  const cuts = cutThrough(blocks, asides);
  let from = 0;
  for (const [index, { first, end }] of asides.entries()) {
    for (const block of blocks.slice(from, first)) goOn(block);
    from = end;
    const inside = blocks.slice(first, end);
    const head = inside.findIndex(isHeading);
    if (head < 0) placed.push(...inside.map(unheaded));
    else if (cuts[index] !== true) for (const block of inside) goOn(block);
    else {
      placed.push(...inside.slice(0, head).map(unheaded));
      waiting.push(...below(level, inside.slice(head)).map(unheaded));
    }
  }
  for (const block of blocks.slice(from)) goOn(block);
  placed.push(...waiting);
  return placed;
}

function isHeading(block: RawBlock): block is Extract<RawBlock, { readonly kind: "heading" }> {
  return block.kind === "heading" && (block.layer ?? "body") === "body";
}

/** For each aside whether text of the section follows it before a heading does. */
function cutThrough(blocks: readonly RawBlock[], asides: readonly AsideBlocks[]): boolean[] {
  const cuts: boolean[] = [];
  let nextAside = blocks.length;
  let isText = false;
  for (const { first, end } of asides.toReversed()) {
    for (let index = end; index < nextAside; index++) {
      const block = blocks[index];
      if (block === undefined || !isRunningText(block)) continue;
      isText = !isHeading(block);
      break;
    }
    cuts.push(isText);
    nextAside = first;
  }
  return cuts.reverse();
}

function isRunningText({ layer = "body" }: RawBlock): boolean {
  return layer === "body";
}

/** The blocks with their headings below one of `level`. */
function below(level: number, blocks: readonly RawBlock[]): RawBlock[] {
  const top = Math.min(...blocks.filter(isHeading).map((heading) => heading.level));
  const shift = Math.max(0, level + 1 - top);
  return blocks.map((block) => (isHeading(block) ? { ...block, level: block.level + shift } : block));
}

/** A line in bold is no heading of the document where it stands in an aside. */
function unheaded(block: RawBlock): RawBlock {
  if (block.kind === "heading" || block.kind === "table-row") return block;
  return { ...block, strong: false, beside: true };
}
