// Sentences that minutes have from the report behind them: written once, read in two places.
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import { sharedFiles } from "../shared-text.ts";
import { markup, nothing, type Markup } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { documentLanguage } from "./signs.ts";

const shownAtOnce = 5;
const textLength = 300;

/** Nothing when no two documents of a decision share a sentence. */
export function sharedPart(context: PageContext): Markup {
  const { lang, report } = context;
  const { sharedText = [] } = report;
  if (sharedText.length === 0) return nothing;
  const items = sharedText.map(
    (shared) =>
      markup`<li><q${documentLanguage(context)}>${clippedText(shared.text, textLength)}</q><small>${sharedFiles(shared)}</small></li>`,
  );
  const rest = items.slice(shownAtOnce);
  return markup`<section id="samma-text" aria-labelledby="samma-text-h">
<h2 id="samma-text-h">${message(lang, "shared.title")}</h2>
<p>${message(lang, "shared.why")}</p>
<ul class="quotes">${items.slice(0, shownAtOnce)}</ul>${
    rest.length === 0
      ? nothing
      : markup`<details><summary>${htmlMessage(lang, "standard.more", { n: rest.length })}</summary><ul class="quotes">${rest}</ul></details>`
  }
</section>`;
}
