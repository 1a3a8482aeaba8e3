// What a document of this type ought to hold: what is not met and where we looked, what is, and what does not apply.
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { RequirementReport, RequirementStatus } from "../../model/report.ts";
import { suppressionNote } from "../suppressed.ts";
import { markup, nothing, type Markup } from "./markup.ts";
import type { OpenDocument, PageContext } from "./page-context.ts";
import { sectionLink, sectionLinks, sectionsOf } from "./section-links.ts";
import { remedyText } from "./section-working.ts";
import { capital } from "./signs.ts";

const placesShown = 3;
const weight = { high: 0, medium: 1, low: 2 } as const;

function searched(requirement: RequirementReport, item: OpenDocument, context: PageContext): Markup {
  const { lang } = context;
  const sections = sectionsOf(requirement.searched, item);
  if (sections.length === 0) return markup`<p>${htmlMessage(lang, "requirements.searchedNone")}</p>`;
  return markup`<details class="inline"><summary>${htmlMessage(lang, "requirements.searched", { n: sections.length })}<span class="unseen">: ${requirement.title}</span></summary> ${sectionLinks(sections, sections.length, item, context)}</details>`;
}

function found(requirement: RequirementReport, item: OpenDocument, context: PageContext): Markup {
  const { lang } = context;
  const first = item.document.evidence.find(({ id }) => id === requirement.evidence[0]);
  const section = item.sections.get(first?.section ?? requirement.section ?? "");
  if (section === undefined) return markup`${capital(message(lang, "requirements.document"), lang)}`;
  return sectionLink(section, item, context);
}

function named(
  key: "requirements.lacking" | "requirements.review",
  ids: readonly string[],
  item: OpenDocument,
  context: PageContext,
): Markup {
  const sections = sectionsOf(ids, item);
  if (sections.length === 0) return nothing;
  return markup`<div>${htmlMessage(context.lang, key)} ${sectionLinks(sections, placesShown, item, context)}</div>`;
}

function statusCell(requirement: RequirementReport, context: PageContext): Markup {
  const word = capital(message(context.lang, `requirement.${requirement.status}`), context.lang);
  return markup`<td><span class="status r-${requirement.status}">${word}</span></td>`;
}

function row(requirement: RequirementReport, item: OpenDocument, context: PageContext): Markup {
  const what = markup`<th scope="row">${clippedText(requirement.title, 300)} <small>${requirement.id}</small></th>`;
  if (requirement.status === "met") {
    return markup`<tr>${statusCell(requirement, context)}${what}<td>${found(requirement, item, context)}</td></tr>`;
  }
  const where =
    requirement.lacking.length > 0
      ? named("requirements.lacking", requirement.lacking, item, context)
      : markup`<p>${found(requirement, item, context)}</p>`;
  return markup`<tr>${statusCell(requirement, context)}${what}<td><p>${clippedText(requirement.message, 500)}${suppressionNote(requirement, context.lang)}</p>${remedyText(requirement, context)}${where}${named("requirements.review", requirement.review, item, context)}${searched(requirement, item, context)}</td></tr>`;
}

/** The requirements of one document, unmet ones first, gravest first; nothing where there are none. */
export function requirementsPart(item: OpenDocument, context: PageContext): Markup {
  const { lang } = context;
  const { requirements } = item.document;
  if (requirements.length === 0) return nothing;
  const withStatus = (status: RequirementStatus): readonly RequirementReport[] =>
    requirements
      .filter((requirement) => requirement.status === status)
      .sort((one, other) => weight[one.severity] - weight[other.severity]);
  const listed = [...withStatus("unmet"), ...withStatus("partly"), ...withStatus("met")];
  const idle = withStatus("notApplicable");
  const table =
    listed.length === 0
      ? nothing
      : markup`<table class="requirements"><caption class="unseen">${htmlMessage(lang, "requirements.caption", { document: item.name })}</caption><thead><tr><th scope="col">${htmlMessage(lang, "requirements.status")}</th><th scope="col">${htmlMessage(lang, "requirements.what")}</th><th scope="col">${htmlMessage(lang, "requirements.where")}</th></tr></thead><tbody>${listed.map((requirement) => row(requirement, item, context))}</tbody></table>`;
  const idleList =
    idle.length === 0
      ? nothing
      : markup`<details><summary>${htmlMessage(lang, "requirements.idle", { n: idle.length })}</summary><ul>${idle.map(
          (requirement) =>
            markup`<li>${clippedText(requirement.title, 300)} <small>${requirement.id}</small>. ${htmlMessage(lang, requirement.because === "unread" ? "requirements.unread" : "requirements.condition")}</li>`,
        )}</ul></details>`;
  return markup`<h4>${htmlMessage(lang, "document.requirements")}</h4>${table}${idleList}`;
}
