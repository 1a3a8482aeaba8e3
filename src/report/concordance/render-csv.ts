// The concordance as CSV for Swedish Excel, one occurrence a row.
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { Concordance } from "../../model/concordance.ts";
import { writeTable } from "../csv.ts";
import { sectionName } from "../section-name.ts";
import { place } from "../tables/cells.ts";
import { buildTable, type ColumnOf } from "../tables/table.ts";
import type { HitOrder } from "./hit-orders.ts";
import { sortHits, type PlacedHit } from "./sort-hits.ts";

/** A heading row and a row an occurrence, as `renderCsv` writes them for Swedish Excel. */
export function renderConcordanceCsv(concordance: Concordance, lang: Language, order: HitOrder): string {
  const columns: ColumnOf<PlacedHit>[] = [
    {
      heading: message(lang, "column.document"),
      kind: "text",
      width: 34,
      value: ({ document }) => plainText(document.path),
    },
    {
      heading: message(lang, "column.section"),
      kind: "text",
      width: 34,
      value: ({ hit }) => sectionName(hit.section, lang),
    },
    {
      heading: message(lang, "column.place"),
      kind: "text",
      width: 14,
      value: ({ hit }) => place(hit.location, lang),
    },
    {
      heading: message(lang, "column.before"),
      kind: "leading",
      width: 60,
      value: ({ hit }) => plainText(hit.before).trim(),
    },
    {
      heading: message(lang, "column.match"),
      kind: "text",
      width: 24,
      value: ({ hit }) => clippedText(hit.match, 200),
    },
    {
      heading: message(lang, "column.after"),
      kind: "text",
      width: 60,
      value: ({ hit }) => plainText(hit.after).trim(),
    },
  ];
  return writeTable(buildTable(columns, sortHits(concordance, order)));
}
