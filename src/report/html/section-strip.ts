// A document as a strip: every section in order, above the line by its level, below it where the perspective is missing.
import { levelName } from "../reasons.ts";
import { htmlMessage } from "../../messages/html-message.ts";
import { formatPlace, message } from "../../messages/message.ts";
import { sectionStatuses, type SectionReport, type SectionStatus } from "../../model/report.ts";
import { sectionName } from "../section-name.ts";
import { markup, nothing, type Markup } from "./markup.ts";
import type { OpenDocument, PageContext } from "./page-context.ts";

const width = 1000;
const baseline = 50;
const stepUp = 11;
const height = 74;
/** How far a bar hangs below the line. */
const depthOf: Readonly<Record<SectionStatus, number>> = {
  present: 0,
  missing: 22,
  review: 12,
  unread: 6,
  notExpected: 0,
};
/** A stretch is worth a sentence from this many sections on. */
const longStretch = 3;

/** Widths that add up to the strip: by words, and none too narrow to be seen. */
function widths(sections: readonly SectionReport[]): readonly number[] {
  const least = Math.min(5, (width * 0.6) / Math.max(1, sections.length));
  const words = sections.reduce((sum, section) => sum + section.words, 0);
  const free = width - least * sections.length;
  return sections.map(
    (section) => least + (words === 0 ? free / sections.length : (free * section.words) / words),
  );
}

/** The longest run of expected sections in which the perspective is missing; sections where nothing is expected do not break it. */
function longestStretch(sections: readonly SectionReport[]): readonly SectionReport[] {
  let longest: SectionReport[] = [];
  let run: SectionReport[] = [];
  for (const section of sections) {
    if (section.status === "missing") run.push(section);
    else if (section.status !== "notExpected") run = [];
    if (run.length > longest.length) longest = [...run];
  }
  return longest;
}

function bar(
  section: SectionReport,
  x: number,
  wide: number,
  anchor: string,
  named: boolean,
  context: PageContext,
): Markup {
  const { lang } = context;
  const { status, level } = section;
  const said = status === "present" ? levelName(level, lang) : message(lang, `status.${status}`);
  const title = named ? markup`<title>${sectionName(section, lang)}: ${said}</title>` : nothing;
  const present = status === "present";
  const y = present
    ? baseline - stepUp * Math.max(1, level)
    : status === "notExpected"
      ? baseline - 1
      : baseline;
  const tall = present ? baseline - y : status === "notExpected" ? 2 : depthOf[status];
  const kind = present ? `l${String(level)}` : `s-${status}`;
  return markup`<rect class="${kind}" x="${x.toFixed(1)}" y="${y}" width="${Math.max(0.6, wide - 1).toFixed(1)}" height="${tall}" data-to="${anchor}">${title}</rect>`;
}

/** What the colours of this strip mean; only those that are in it. */
function keyPart(sections: readonly SectionReport[], context: PageContext): Markup {
  const { lang } = context;
  const levels = ([1, 2, 3, 4] as const)
    .filter((level) => sections.some((section) => section.status === "present" && section.level === level))
    .map((level) => [`l${String(level)}`, `${String(level)} ${levelName(level, lang)}`] as const);
  const statuses = (["missing", "review", "unread", "notExpected"] as const)
    .filter((status) => sections.some((section) => section.status === status))
    .map((status) => [`s-${status}`, message(lang, `status.${status}`)] as const);
  const items = [...levels, ...statuses].map(
    ([kind, word]) =>
      markup`<li><svg viewBox="0 0 8 8" aria-hidden="true" focusable="false"><rect class="${kind}" width="8" height="8"/></svg>${word}</li>`,
  );
  return markup`<ul class="key" aria-label="${htmlMessage(lang, "document.stripKey")}">${items}</ul>`;
}

/**
 * The strip, its text alternative, and the longest stretch without the perspective in a sentence. `named`: each bar carries
 * the name of its section for whoever points at it; on a long page the script gives it then, since 10 000 names weigh.
 */
export function stripPart(item: OpenDocument, named: boolean, context: PageContext): Markup {
  const { lang } = context;
  const { sections } = item.document;
  if (sections.length === 0) return nothing;
  const wide = widths(sections);
  let x = 0;
  const bars = sections.map((section, index) => {
    const own = wide[index] ?? 0;
    const drawn = bar(section, x, own, item.sectionAnchors.get(section.id) ?? "", named, context);
    x += own;
    return drawn;
  });
  const counts = sectionStatuses
    .map((status) => ({ status, n: sections.filter((section) => section.status === status).length }))
    .filter(({ n }) => n > 0)
    .map(({ status, n }) => `${String(n)} ${message(lang, `status.${status}`)}`)
    .join(", ");
  const text = htmlMessage(lang, "document.stripText", { n: sections.length, counts });
  const stretch = longestStretch(sections);
  const [from] = stretch;
  const to = stretch.at(-1);
  const run =
    from === undefined || to === undefined || stretch.length < longStretch
      ? nothing
      : markup` ${htmlMessage(lang, "document.stripRun", {
          n: stretch.length,
          from: `${sectionName(from, lang)} (${formatPlace(from.location, lang)})`,
          to: `${sectionName(to, lang)} (${formatPlace(to.location, lang)})`,
        })}`;
  const { pages } = item.document;
  const [start, end] =
    pages === null
      ? [htmlMessage(lang, "document.start"), htmlMessage(lang, "document.end")]
      : [formatPlace({ page: 1 }, lang), formatPlace({ page: pages }, lang)];
  const ends = markup`<div class="strip-ends" aria-hidden="true"><span>${start}</span><span>${end}</span></div>`;
  const guides = [1, 2, 3, 4].map(
    (level) => markup`<path class="guide" d="M0 ${baseline - stepUp * level}H${width}"/>`,
  );
  return markup`<figure class="strip"><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${text}">${guides}${bars}</svg>${ends}${keyPart(sections, context)}<figcaption>${text}${run}</figcaption></figure>`;
}
