// One section unfolded: why the perspective is expected, the evidence in its sentences, gaps, and what was not counted.
import { htmlMessage } from "../../messages/html-message.ts";
import { formatPlace, message } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type {
  DiscountedReport,
  EvidenceReport,
  Excerpt,
  GapReport,
  SectionReport,
} from "../../model/report.ts";
import { bySentence, quoteParts } from "../quotes.ts";
import { discountedReason, levelName, reasonsText } from "../reasons.ts";
import { suppressionNote } from "../suppressed.ts";
import { sharedNote } from "../shared-text.ts";
import { joined, markup, nothing, type Markup } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { capital, documentLanguage } from "./signs.ts";

const contextLength = 240;
const textLength = 500;

/** All that the report knows about one section. */
export interface SectionFacts {
  readonly evidence: readonly EvidenceReport[];
  readonly discounted: readonly DiscountedReport[];
  readonly gaps: readonly GapReport[];
}

function quote(excerpts: readonly Excerpt[], context: PageContext): Markup {
  const parts = quoteParts(excerpts, { contextLength, ellipsis: "…" });
  return markup`<q${documentLanguage(context)}>${parts.map(({ text, marked }) =>
    marked ? markup`<mark>${text}</mark>` : text,
  )}</q>`;
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

function evidenceItem(pieces: readonly EvidenceReport[], context: PageContext): Markup {
  const { lang } = context;
  const [deepest] = pieces;
  if (deepest === undefined) return nothing;
  const goals = unique(pieces.flatMap((piece) => piece.policyGoals)).sort((one, other) => one - other);
  const meta = [
    htmlMessage(lang, "working.evidenceMeta", {
      place: capital(formatPlace(deepest.location, lang), lang),
      n: deepest.level,
      name: levelName(deepest.level, lang),
      link: message(lang, `chain.${deepest.chain}`),
    }),
    deepest.standardText === true ? `${capital(message(lang, "standard.piece"), lang)}.` : "",
    capital(sharedNote(deepest, context.report, lang), lang),
    goals.length === 0 ? "" : htmlMessage(lang, "working.goals", { goals: goals.join(", ") }),
    htmlMessage(lang, "working.rule", { rules: unique(pieces.map((piece) => piece.rule)).join(", ") }),
  ].filter((text) => text !== "");
  return markup`<li>${quote(
    pieces.map((piece) => piece.excerpt),
    context,
  )}<small>${meta.join(" ")}</small></li>`;
}

/** Message, question, recommendation and source of a gap or of a requirement that is not met. */
export function remedyText(
  remedy: Pick<GapReport, "question" | "recommendation" | "source">,
  context: PageContext,
): Markup {
  const { lang } = context;
  const row = (
    key: "working.question" | "working.recommendation" | "working.source",
    text: string,
  ): Markup =>
    text.trim() === ""
      ? nothing
      : markup`<dt>${htmlMessage(lang, key)}</dt><dd>${clippedText(text, textLength)}</dd>`;
  return markup`<dl class="remedy">${row("working.question", remedy.question)}${row("working.recommendation", remedy.recommendation)}${row("working.source", remedy.source)}</dl>`;
}

function gapItem(gap: GapReport, context: PageContext): Markup {
  const { lang } = context;
  const severity = htmlMessage(lang, "working.severity", {
    severity: message(lang, `severity.${gap.severity}`),
  });
  return markup`<li><p><strong>${capital(severity, lang)}.</strong> ${clippedText(gap.message, textLength)}${suppressionNote(gap, lang)}</p>${remedyText({ ...gap, source: "" }, context)}<small>${htmlMessage(lang, "working.gapMeta", { rule: gap.rule, fingerprint: gap.fingerprint })}</small></li>`;
}

function words(terms: readonly string[]): string {
  return terms.map((term) => clippedText(term, 60)).join(", ");
}

/** Whether there is anything to unfold. */
export function hasWorking(section: SectionReport, facts: SectionFacts): boolean {
  return (
    facts.evidence.length + facts.discounted.length + facts.gaps.length > 0 ||
    (section.expected && section.because.length > 0) ||
    section.reviewTerms.length + section.neighbours.length + section.flags.length > 0
  );
}

/** What stands in the row that unfolds under a section. */
export function sectionWorking(section: SectionReport, facts: SectionFacts, context: PageContext): Markup {
  const { lang, report } = context;
  const part = (heading: string, body: Markup): Markup => markup`<dt>${heading}</dt><dd>${body}</dd>`;
  const { roles } = report.labels;
  const role = Object.hasOwn(roles, section.role) ? roles[section.role]?.[lang] : undefined;
  const notes = [
    role === undefined ? "" : htmlMessage(lang, "working.role", { role }),
    section.framing ? capital(message(lang, "details.framing"), lang) : "",
    ...section.flags.map((flag) => capital(message(lang, `flag.${flag}`), lang)),
    section.reviewTerms.length === 0
      ? ""
      : message(lang, "details.reviewTerms", { terms: words(section.reviewTerms) }),
    section.neighbours.length === 0
      ? ""
      : message(lang, "details.neighbours", { terms: words(section.neighbours) }),
  ].filter((note) => note !== "");
  const expected =
    section.expected && section.because.length > 0
      ? part(
          htmlMessage(lang, "working.expected"),
          markup`${capital(reasonsText(section.because, lang), lang)}`,
        )
      : nothing;
  const gaps =
    facts.gaps.length === 0
      ? nothing
      : part(
          htmlMessage(lang, "document.gapsAll"),
          markup`<ul class="gap-list">${facts.gaps.map((gap) => gapItem(gap, context))}</ul>`,
        );
  const evidence =
    facts.evidence.length === 0
      ? nothing
      : part(
          htmlMessage(lang, "working.evidence"),
          markup`<ul class="quotes">${bySentence(facts.evidence).map((pieces) => evidenceItem(pieces, context))}</ul>`,
        );
  const discounted =
    facts.discounted.length === 0
      ? nothing
      : part(
          message(lang, "details.discounted"),
          markup`<ul class="quotes">${facts.discounted.map(
            (piece) =>
              markup`<li>${quote([piece.excerpt], context)}<small>${capital(formatPlace(piece.location, lang), lang)}. ${capital(discountedReason(piece.reason, lang), lang)}.</small></li>`,
          )}</ul>`,
        );
  return markup`${notes.length === 0 ? nothing : markup`<p class="notes">${joined(notes, " · ")}</p>`}<dl class="working">${evidence}${gaps}${expected}${discounted}</dl>`;
}
