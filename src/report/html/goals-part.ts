// Documents × policy goals: which questions each document takes up.
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { countedTwice } from "../shared-text.ts";
import { each, inPieces, markup, nothing, type Markup, type Pieces } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { documentLanguage, wideTable } from "./signs.ts";

/** Few, some or many: three shades, so that a large number does not make all others pale. */
function shade(count: number): number {
  return count === 0 ? 0 : count < 3 ? 1 : count < 10 ? 2 : 3;
}

/** Ids of the policy goals in the order of the rule packs. */
export function goalIds(context: PageContext): readonly string[] {
  const ids = new Set(Object.keys(context.report.labels.policyGoals));
  for (const { document } of context.documents)
    for (const id of Object.keys(document.policyGoals)) ids.add(id);
  return [...ids].sort((one, other) => Number(one) - Number(other));
}

/** Title of the policy goal in the page's language; "" for an id that the pack does not know. */
export function goalTitle(context: PageContext, id: string): string {
  const { policyGoals } = context.report.labels;
  return (Object.hasOwn(policyGoals, id) ? policyGoals[id]?.[context.lang] : undefined) ?? "";
}

/** Pieces of evidence for a goal in one document. */
export function goalCount(policyGoals: Readonly<Record<string, number>>, id: string): number {
  return (Object.hasOwn(policyGoals, id) ? policyGoals[id] : undefined) ?? 0;
}

/** The section of the page; nothing where the rule pack has no goals. */
export function goalsPart(context: PageContext): Pieces {
  const { lang, documents } = context;
  const ids = goalIds(context);
  if (ids.length === 0) return [];
  const none = htmlMessage(lang, "goals.none");
  const cell = (count: number): Markup =>
    markup`<td class="count g${shade(count)}">${count === 0 ? none : count}</td>`;
  const rows = each(
    documents,
    ({ document, anchor, name }) =>
      markup`<tr><th scope="row"><a href="#${anchor}"${documentLanguage(context)}>${name}</a></th>${ids.map(
        (id) => cell(goalCount(document.policyGoals, id)),
      )}</tr>`,
  );
  const total =
    documents.length < 2
      ? nothing
      : markup`<tfoot><tr><th scope="row">${htmlMessage(lang, "goals.all")}</th>${ids.map(
          (id) =>
            markup`<td class="count">${documents.reduce((sum, { document }) => sum + goalCount(document.policyGoals, id), -countedTwice(context.report, id))}</td>`,
        )}</tr></tfoot>`;
  const counted = ids.some((id) => countedTwice(context.report, id) > 0)
    ? ` ${message(lang, "shared.counted")}`
    : "";
  const caption = htmlMessage(lang, "goals.caption");
  const table = inPieces`<table class="matrix goals"><caption>${caption}</caption><thead><tr><th scope="col">${message(lang, "table.document")}</th>${ids.map(
    (id) =>
      markup`<th scope="col">${htmlMessage(lang, "goals.column", { n: id })}<small>${goalTitle(context, id)}</small></th>`,
  )}</tr></thead><tbody>${rows}</tbody>${total}</table>`;
  return inPieces`<section id="delmal" aria-labelledby="delmal-h">
<h2 id="delmal-h">${htmlMessage(lang, "goals.heading")}</h2>
<p>${htmlMessage(lang, "goals.intro")}${counted}</p>
${wideTable(htmlMessage(lang, "page.scroll", { table: caption }), table)}
</section>`;
}
