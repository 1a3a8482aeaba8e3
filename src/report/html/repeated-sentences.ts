// A part of the page that lists sentences which stand in several documents: boilerplate, or what a decision has from its report.
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import { shownLength } from "../repeated-sentences.ts";
import { markup, nothing, type Markup } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { documentLanguage } from "./signs.ts";

const shownAtOnce = 5;

/** A sentence, and where it stands. */
export interface RepeatedSentence {
  readonly text: string;
  readonly where: string;
}

/** Which of them it is: its mark on the page, and the beginning of the keys of its texts. */
interface PartName {
  readonly id: string;
  readonly texts: "standard" | "shared";
}

/** Nothing when there is no such sentence. */
export function repeatedSentencesPart(
  context: PageContext,
  { id, texts }: PartName,
  sentences: readonly RepeatedSentence[],
): Markup {
  if (sentences.length === 0) return nothing;
  const { lang } = context;
  const items = sentences.map(
    ({ text, where }) =>
      markup`<li><q${documentLanguage(context)}>${clippedText(text, shownLength)}</q><small>${where}</small></li>`,
  );
  const rest = items.slice(shownAtOnce);
  return markup`<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${message(lang, `${texts}.title`)}</h2>
<p>${message(lang, `${texts}.why`)}</p>
<ul class="quotes">${items.slice(0, shownAtOnce)}</ul>${
    rest.length === 0
      ? nothing
      : markup`<details><summary>${htmlMessage(lang, "standard.more", { n: rest.length })}</summary><ul class="quotes">${rest}</ul></details>`
  }
</section>`;
}
