// Documents × links of the steering chain: where the perspective is lost on the way from strategy to follow-up.
import { linkState } from "../chain-state.ts";
import { levelName } from "../reasons.ts";
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { chainLinks, type ChainLink } from "../../model/rule.ts";
import { byStage, lostLinks, type LostLink } from "./chain-order.ts";
import { each, inPieces, markup, nothing, type Markup, type Pieces } from "./markup.ts";
import type { PageContext, PageDocument } from "./page-context.ts";
import { capital, documentLanguage, verdictSign, wideTable } from "./signs.ts";

const lossesShown = 8;

function cell({ document }: PageDocument, link: ChainLink, isLost: boolean, context: PageContext): Markup {
  const { lang } = context;
  const { expected, covered, review, level } = document.chain[link];
  const state = linkState(document.chain[link]);
  if (state === "notExpected") {
    return markup`<td class="heat none">${htmlMessage(lang, "chain.notExpected")}</td>`;
  }
  if (state === "toJudge") {
    return markup`<td class="heat judge"><b>?</b> ${message(lang, "status.review")}<small>${htmlMessage(lang, "chain.judgeCell", { review, expected })}</small></td>`;
  }
  if (state === "sectionsOnly") {
    const lost = isLost ? markup`<em>▼ ${htmlMessage(lang, "chain.lost")}</em>` : nothing;
    return markup`<td class="heat h0"><b>+</b> ${htmlMessage(lang, "chain.sectionsOnlyCell")}<small>${htmlMessage(lang, "chain.cell", { covered, expected })}</small>${lost}</td>`;
  }
  const count =
    expected === 0
      ? nothing
      : markup`<small>${htmlMessage(lang, "chain.cell", { covered, expected })}</small>`;
  const lost = isLost ? markup`<em>▼ ${htmlMessage(lang, "chain.lost")}</em>` : nothing;
  return markup`<td class="heat h${level}"><b>${level}</b> ${levelName(level, lang)}${count}${lost}</td>`;
}

function lostPart(lost: readonly LostLink[], context: PageContext): Markup {
  const { lang } = context;
  const shown = lost.slice(0, lossesShown);
  const lines = shown.map(({ link, source, target, from, to }) => {
    const text = htmlMessage(lang, "chain.lostLine", {
      link: capital(message(lang, `chain.${link}`), lang),
      from,
      fromName: levelName(from, lang),
      source: source.name,
      to,
      toName:
        linkState(target.document.chain[link]) === "sectionsOnly"
          ? htmlMessage(lang, "chain.sectionsOnly")
          : levelName(to, lang),
      target: target.name,
    });
    return markup`<li>${text}</li>`;
  });
  const more = lost.length - shown.length;
  return markup`<h3>${htmlMessage(lang, "chain.lostHeading")}</h3>
${
  lost.length === 0
    ? markup`<p>${htmlMessage(lang, "chain.lostNone")}</p>`
    : markup`<ul>${lines}${more > 0 ? markup`<li>${htmlMessage(lang, "summary.andMore", { n: more })}</li>` : nothing}</ul>`
}
<p class="note">${htmlMessage(lang, "chain.lostRule")}</p>`;
}

/** The section of the page; documents stand by stage where the rule pack knows stages. */
export function chainPart(context: PageContext): Pieces {
  const { lang, report, documents } = context;
  const groups = byStage(documents, report.labels);
  const lost = lostLinks(groups);
  const known = report.labels.stages !== undefined && groups.some(({ stage }) => stage !== "other");
  const columns = chainLinks.length + 1;
  const lostIn = new Map<PageDocument, Set<ChainLink>>();
  for (const { target, link } of lost) lostIn.set(target, (lostIn.get(target) ?? new Set()).add(link));
  const rows = groups.map(({ stage, documents: own }) => {
    const head = known
      ? markup`<tr class="group"><th scope="rowgroup" colspan="${columns}">${htmlMessage(lang, `stage.${stage}`)}</th></tr>`
      : nothing;
    return inPieces`<tbody>${head}${each(
      own,
      (item) =>
        markup`<tr><th scope="row"><a href="#${item.anchor}"${documentLanguage(context)}>${item.name}</a>${verdictSign(item.document.verdict, lang)}</th>${chainLinks.map(
          (link) => cell(item, link, lostIn.get(item)?.has(link) === true, context),
        )}</tr>`,
    )}</tbody>`;
  });
  const caption = htmlMessage(lang, "chain.caption");
  const table = inPieces`<table class="matrix"><caption>${caption}</caption><thead><tr><th scope="col">${message(lang, "table.document")}</th>${chainLinks.map(
    (link) => markup`<th scope="col">${capital(message(lang, `chain.${link}`), lang)}</th>`,
  )}</tr></thead>${rows}</table>`;
  return inPieces`<section id="styrkedjan" class="sheet" aria-labelledby="styrkedjan-h">
<h2 id="styrkedjan-h">${htmlMessage(lang, "chain.heading")}</h2>
<p>${htmlMessage(lang, "chain.intro")}</p>
${wideTable(htmlMessage(lang, "page.scroll", { table: caption }), table)}
${known ? lostPart(lost, context) : nothing}
</section>`;
}
