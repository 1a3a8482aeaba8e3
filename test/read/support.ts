// Builders for tests of structure: blocks written as short lines.
import type { Document } from "../../src/model/document.ts";
import type { RawBlock } from "../../src/read/document-builder.ts";
import { buildDocument } from "../../src/read/document-builder.ts";

/** A sentence long enough to count as running text. */
export const prose =
  "Regionen ska under perioden utveckla arbetet med uppföljning så att invånarna får en god och nära vård.";

/**
 * One block a line: "# Heading" with its level, "- item", "**bold**", "| a | b |" a table row, "^ note", "~ furniture",
 * "… .... 3" as it stands; anything else is a paragraph. Each line is a page of its own when `paged`.
 */
export function documentOf(lines: readonly string[], paged = false): Document {
  const blocks = lines.map((line, index): RawBlock => {
    const location = paged ? { page: index + 1 } : { line: index + 1, column: 1 };
    const pieces = (text: string) => [{ text, location }];
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading !== null)
      return { kind: "heading", level: heading[1]?.length ?? 1, pieces: pieces(heading[2] ?? "") };
    if (line.startsWith("- ")) return { kind: "list-item", pieces: pieces(line.slice(2)) };
    if (line.startsWith("| "))
      return {
        kind: "table-row",
        cells: line.slice(1, -1).split("|").map(pieces),
        columns: [],
        table: 1,
      };
    if (line.startsWith("^ ")) return { kind: "paragraph", layer: "footnote", pieces: pieces(line.slice(2)) };
    if (line.startsWith("~ "))
      return { kind: "paragraph", layer: "furniture", pieces: pieces(line.slice(2)) };
    const bold = /^\*\*(.*)\*\*$/.exec(line);
    if (bold !== null) return { kind: "paragraph", strong: true, pieces: pieces(bold[1] ?? "") };
    return { kind: "paragraph", pieces: pieces(line) };
  });
  return buildDocument(blocks, {
    format: "txt",
    title: null,
    pages: paged ? lines.length : null,
    reading: { share: 1, pagesWithoutText: [], garbled: [], engine: "test" },
    notices: [],
  });
}

/** The outline as one line a section: depth, number and heading, number of its own blocks. */
export function outline(document: Document): string[] {
  return document.sections.map((section) =>
    [
      "  ".repeat(Math.max(0, section.depth - 1)) +
        [
          section.number === null ? "" : `[${section.number}]`,
          section.unnamed === undefined ? "" : `(${section.unnamed.as})`,
          section.heading,
        ]
          .filter((part) => part !== "")
          .join(" "),
      section.blocks.end - section.blocks.first,
    ].join(" · "),
  );
}
