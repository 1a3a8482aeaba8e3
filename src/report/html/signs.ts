// Small signs that stand all over the page: verdict, level, status, coverage. Colour never says what no word says.
import { formatPercent, message, type Language } from "../../messages/message.ts";
import type { CoverageReport, Level, SectionStatus, Verdict } from "../../model/report.ts";
import { levelName } from "../reasons.ts";
import { inPieces, markup, nothing, type Markup, type Part, type Pieces } from "./markup.ts";
import type { PageContext } from "./page-context.ts";

/** With a capital letter: the catalogue has the words as they stand inside a sentence. */
export function capital(text: string, lang: Language): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}

/** The drawings that signs refer to, once on the page: a disc that is full, half, a quarter, empty, or a dash. */
export const signDrawings = markup`<svg class="drawings" aria-hidden="true" focusable="false">
<symbol id="v-clear" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/></symbol>
<symbol id="v-partial" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6"/><path d="M8 1a7 7 0 0 1 0 14z"/></symbol>
<symbol id="v-confined" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6"/><path d="M8 8V1a7 7 0 0 1 7 7z"/></symbol>
<symbol id="v-missing" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6"/></symbol>
<symbol id="v-notAssessed" viewBox="0 0 16 16"><path d="M2 7h12v2H2z"/></symbol>
</svg>`;

/** The verdict as a drawing that is hidden from screen readers, and in words. */
export function verdictSign(verdict: Verdict, lang: Language): Markup {
  const word = capital(message(lang, `verdict.${verdict}`), lang);
  return markup`<span class="verdict v-${verdict}"><svg class="sign" aria-hidden="true" focusable="false"><use href="#v-${verdict}"/></svg>${word}</span>`;
}

/** The level as a number and in words. */
export function levelSign(level: Level, lang: Language): Markup {
  return markup`<span class="level"><b class="l${level}">${level}</b> ${levelName(level, lang)}</span>`;
}

/** The status in words. */
export function statusSign(status: SectionStatus, lang: Language): Markup {
  return markup`<span class="status s-${status}">${message(lang, `status.${status}`)}</span>`;
}

/** Share as a bar: what is covered, and lighter what would be if all sections to judge were. The number stands beside it. */
export function coverageBar(coverage: Pick<CoverageReport, "share" | "upTo">, lang: Language): Markup {
  const { share, upTo } = coverage;
  const percent = markup`<span class="percent">${formatPercent(share, lang)}</span>`;
  if (share === null) return percent;
  const width = (part: number): string => String(Math.round(part * 1000) / 10);
  const more =
    upTo !== null && upTo > share
      ? markup`<rect class="bar-upto" width="${width(upTo)}" height="8"/>`
      : nothing;
  return markup`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-all" width="100" height="8"/>${more}<rect class="bar-share" width="${width(share)}" height="8"/></svg>${percent}`;
}

/** Attribute for what a document says: the tool knows Swedish documents, also when its own words are English. */
export function documentLanguage(context: PageContext): Markup {
  return context.lang === "sv" ? nothing : markup` lang="sv"`;
}

/** A table that may be wider than the window: a region that can be scrolled with the keyboard too. */
export function wideTable(label: string, table: Part): Pieces {
  return inPieces`<div class="wide" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}
