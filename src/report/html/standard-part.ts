// Boilerplate: sentences that stand word for word in many documents, and so say little of each of them.
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import { markup, nothing, type Markup } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { documentLanguage } from "./signs.ts";

const shownAtOnce = 5;
const textLength = 300;

/** Nothing when no sentence was marked. */
export function standardPart(context: PageContext): Markup {
  const { lang, report } = context;
  const { standardText = [] } = report;
  if (standardText.length === 0) return nothing;
  const items = standardText.map(({ documents, type, text }) => {
    const { types } = report.labels;
    const label = plainText(
      (Object.hasOwn(types, type) ? types[type]?.[lang] : undefined) ?? message(lang, "document.typeUnknown"),
    );
    return markup`<li><q${documentLanguage(context)}>${clippedText(text, textLength)}</q><small>${htmlMessage(lang, "standard.where", { n: documents, type: label })}</small></li>`;
  });
  const rest = items.slice(shownAtOnce);
  return markup`<section id="standardtext" aria-labelledby="standardtext-h">
<h2 id="standardtext-h">${message(lang, "standard.title")}</h2>
<p>${message(lang, "standard.why")}</p>
<ul class="quotes">${items.slice(0, shownAtOnce)}</ul>${
    rest.length === 0
      ? nothing
      : markup`<details><summary>${htmlMessage(lang, "standard.more", { n: rest.length })}</summary><ul class="quotes">${rest}</ul></details>`
  }
</section>`;
}
