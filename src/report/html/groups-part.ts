// Groups of documents: a table for each thing they were grouped by.
import { htmlMessage } from "../../messages/html-message.ts";
import { formatDecimal, message } from "../../messages/message.ts";
import type { GroupingReport } from "../../model/report.ts";
import { groupingName, groupName, verdictsIn } from "../groups.ts";
import { inPieces, markup, nothing, type Markup, type Pieces } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { capital, coverageBar, wideTable } from "./signs.ts";

/** Nothing when no groups were asked for. */
export function groupsPart(context: PageContext): Pieces {
  const { lang, report } = context;
  const { groupings = [] } = report;
  if (groupings.length === 0) return [];
  return inPieces`
<section id="grupper" aria-labelledby="grupper-h">
<h2 id="grupper-h">${message(lang, "groups.heading")}</h2>
<p class="note">${message(lang, "groups.legend")}</p>
${groupings.map((grouping) => groupingPart(grouping, context))}
</section>`;
}

function groupingPart(grouping: GroupingReport, context: PageContext): Pieces {
  const { lang, report } = context;
  const caption = groupingName(grouping, lang);
  const shown = verdictsIn(grouping);
  const hasFailed = grouping.groups.some(({ failed }) => failed > 0);
  const number = (count: number): Markup => markup`<td class="num">${count}</td>`;
  const heads = [
    message(lang, "column.documentCount"),
    message(lang, "table.coverage"),
    message(lang, "table.depth"),
    ...shown.map((verdict) => capital(message(lang, `verdict.${verdict}`), lang)),
    ...(hasFailed ? [message(lang, "column.failedCount")] : []),
    htmlMessage(lang, "overview.gaps"),
  ];
  const rows = grouping.groups.map((group) => {
    const { coverage } = group;
    return markup`<tr><th scope="row">${groupName(group, grouping, report, lang)}</th>${number(group.documents)}<td class="covered" data-v="${coverage.share ?? -1}">${coverageBar(coverage, lang)}</td><td class="num" data-v="${coverage.depth ?? -1}">${formatDecimal(coverage.depth, lang)}</td>${shown.map((verdict) => number(group.verdicts[verdict]))}${hasFailed ? number(group.failed) : nothing}${number(group.gaps)}</tr>`;
  });
  const table = markup`<table class="overview" data-sort><caption>${caption}</caption><thead><tr><th scope="col">${message(lang, "column.group")}</th>${heads.map((head) => markup`<th scope="col" class="num">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
  return wideTable(htmlMessage(lang, "page.scroll", { table: caption }), table);
}
