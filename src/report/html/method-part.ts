// What the tool cannot judge, and how the audit is made: scale, words, thresholds, rules, versions, checksums.
import { htmlMessage } from "../../messages/html-message.ts";
import { formatPercent, message } from "../../messages/message.ts";
import type { Level, PackReport, Verdict } from "../../model/report.ts";
import { documentName } from "../terminal/document-name.ts";
import { each, inPieces, markup, nothing, type Markup, type Pieces } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { capital, levelSign, verdictSign, wideTable } from "./signs.ts";

const levels: readonly Level[] = [0, 1, 2, 3, 4];

/** The section of the page that says what no tool can judge. */
export function limitsPart(context: PageContext): Markup {
  const { lang } = context;
  const limits = (["truth", "done", "stance", "between", "words", "amount"] as const).map(
    (limit) => markup`<li>${htmlMessage(lang, `limits.${limit}`)}</li>`,
  );
  return markup`<section id="granser" aria-labelledby="granser-h">
<h2 id="granser-h">${htmlMessage(lang, "limits.heading")}</h2>
<ul>${limits}</ul>
</section>`;
}

function scalePart(context: PageContext): Markup {
  const { lang } = context;
  const rows = levels.map(
    (level) =>
      markup`<tr><th scope="row">${levelSign(level, lang)}</th><td>${htmlMessage(lang, `method.level${level}` as const)}</td></tr>`,
  );
  return markup`<h3>${htmlMessage(lang, "method.scale")}</h3>
<table class="plain"><caption class="unseen">${htmlMessage(lang, "method.scaleCaption")}</caption><thead><tr><th scope="col">${htmlMessage(lang, "method.level")}</th><th scope="col">${htmlMessage(lang, "method.meaning")}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function wordsPart(context: PageContext): Markup {
  const { lang } = context;
  const terms = [
    [htmlMessage(lang, "method.term.expected"), htmlMessage(lang, "method.term.expectedMeans")],
    [message(lang, "table.coverage"), htmlMessage(lang, "method.term.coverageMeans")],
    [message(lang, "table.depth"), htmlMessage(lang, "method.term.depthMeans")],
    [capital(message(lang, "status.review"), lang), htmlMessage(lang, "method.term.reviewMeans")],
    [htmlMessage(lang, "working.gap"), htmlMessage(lang, "method.term.gapMeans")],
    [htmlMessage(lang, "requirements.what"), htmlMessage(lang, "method.term.requirementMeans")],
  ] as const;
  return markup`<h3>${htmlMessage(lang, "method.words")}</h3>
<dl class="words">${terms.map(([term, means]) => markup`<dt>${term}</dt><dd>${means}</dd>`)}</dl>`;
}

function verdictRule(
  verdict: Verdict,
  limits: NonNullable<PackReport["thresholds"]>,
  context: PageContext,
): string {
  const { lang } = context;
  const percent = (share: number): string => formatPercent(share, lang);
  switch (verdict) {
    case "notAssessed":
      return htmlMessage(lang, "method.verdict.notAssessed", {
        sections: limits.expectedSectionsAtLeast,
        read: percent(limits.readShareAtLeast),
      });
    case "clear":
      return htmlMessage(lang, "method.verdict.clear", { share: percent(limits.clearCoverage) });
    case "missing":
      return htmlMessage(lang, "method.verdict.missing", { share: percent(limits.missingCoverage) });
    case "confined":
      return htmlMessage(lang, "method.verdict.confined", { share: percent(limits.confinedConcentration) });
    case "partial":
      return htmlMessage(lang, "method.verdict.partial");
  }
}

/** In the order in which they are tried. */
const verdictOrder: readonly Verdict[] = ["notAssessed", "clear", "missing", "confined", "partial"];

function verdictsPart(context: PageContext): Markup {
  const { lang, report } = context;
  const heading = markup`<h3>${htmlMessage(lang, "method.verdicts")}</h3>`;
  const packs = report.packs.flatMap(({ title, thresholds }) =>
    thresholds === undefined ? [] : [{ title, thresholds }],
  );
  if (packs.length === 0) return markup`${heading}<p>${htmlMessage(lang, "method.thresholdsUnknown")}</p>`;
  const lists = packs.map(({ title, thresholds }) => {
    const name = packs.length > 1 ? markup`<h4>${title[lang]}</h4>` : nothing;
    return markup`${name}<ol class="verdict-rules">${verdictOrder.map(
      (verdict) =>
        markup`<li>${verdictSign(verdict, lang)}: ${verdictRule(verdict, thresholds, context)}.</li>`,
    )}</ol>`;
  });
  return markup`${heading}<p>${htmlMessage(lang, "method.verdictsOrder")}</p>${lists}`;
}

function versionsPart(context: PageContext): Markup {
  const { lang, report } = context;
  const models = [...new Set(report.documents.map(({ scoreModel }) => scoreModel))].filter(
    (model) => model !== "",
  );
  return markup`<h3>${htmlMessage(lang, "method.versions")}</h3>
<dl class="words"><dt>${htmlMessage(lang, "method.tool")}</dt><dd>${report.tool.name} ${report.tool.version}</dd>${report.packs.map(
    (pack) =>
      markup`<dt>${htmlMessage(lang, "method.pack")}</dt><dd>${pack.title[lang]} (${pack.id}) ${pack.version}<br><code>${pack.sha256}</code></dd>`,
  )}<dt>${htmlMessage(lang, "method.scoreModel")}</dt><dd>${models.join(", ")}</dd></dl>
<p>${htmlMessage(lang, "method.scoreNote")}</p>`;
}

function filesPart(context: PageContext): Pieces {
  const { lang, report } = context;
  const caption = htmlMessage(lang, "method.filesCaption");
  const rows = each(
    report.documents,
    (document) =>
      markup`<tr><th scope="row">${documentName(document, lang)}</th><td>${document.format ?? "–"}</td><td>${document.reading.engine}</td><td class="num">${formatPercent(document.reading.share, lang)}</td><td>${document.type.because.join("; ")}</td><td><code>${document.sha256}</code></td></tr>`,
  );
  const table = inPieces`<table class="plain"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${htmlMessage(lang, "method.file")}</th><th scope="col">${htmlMessage(lang, "method.format")}</th><th scope="col">${htmlMessage(lang, "method.engine")}</th><th scope="col" class="num">${htmlMessage(lang, "method.read")}</th><th scope="col">${htmlMessage(lang, "method.typeBecause")}</th><th scope="col">${htmlMessage(lang, "method.sha")}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return inPieces`<details class="files"><summary><h3>${htmlMessage(lang, "method.files")}</h3></summary>${wideTable(htmlMessage(lang, "page.scroll", { table: caption }), table)}</details>`;
}

function rulesPart(context: PageContext): Markup {
  const { lang, documents } = context;
  const rules = new Map<string, { count: number; documents: number }>();
  for (const { document } of documents) {
    const seen = new Set<string>();
    for (const { rule } of document.evidence) {
      const entry = rules.get(rule) ?? { count: 0, documents: 0 };
      entry.count++;
      if (!seen.has(rule)) entry.documents++;
      seen.add(rule);
      rules.set(rule, entry);
    }
  }
  if (rules.size === 0) return nothing;
  const rows = [...rules]
    .sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1))
    .map(
      ([rule, entry]) =>
        markup`<tr><th scope="row"><code>${rule}</code></th><td class="num">${entry.count}</td><td class="num">${entry.documents}</td></tr>`,
    );
  return markup`<details class="files"><summary><h3>${htmlMessage(lang, "method.rules", { n: rules.size })}</h3></summary><p>${htmlMessage(lang, "method.ruleHint")}</p><table class="plain narrow"><caption class="unseen">${htmlMessage(lang, "method.rulesCaption")}</caption><thead><tr><th scope="col">${htmlMessage(lang, "method.rule")}</th><th scope="col" class="num">${htmlMessage(lang, "method.evidence")}</th><th scope="col" class="num">${htmlMessage(lang, "method.documents")}</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

/** The section of the page with scale, words, thresholds, rules, versions and checksums. */
export function methodPart(context: PageContext): Pieces {
  const { lang } = context;
  return inPieces`<section id="metod" class="sheet" aria-labelledby="metod-h">
<h2 id="metod-h">${htmlMessage(lang, "method.heading")}</h2>
<p>${htmlMessage(lang, "method.steps")}</p>
${scalePart(context)}
${wordsPart(context)}
${verdictsPart(context)}
${versionsPart(context)}
${filesPart(context)}
${rulesPart(context)}
</section>`;
}
