// What the reader saw, on a screen: the reading, the headings as a tree, what was kept apart.
import { formatCount, formatPercent, formatPlace, message, type Language } from "../../messages/message.ts";
import { languageName } from "../../messages/language-name.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { Outline, OutlineDocument, OutlineLayer, OutlineSection } from "../../model/outline.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { displayWidth, paragraph, wrapText } from "../terminal/lay-out.ts";
import { linearLines } from "../terminal/linear-text.ts";
import { chooseStyle, type Style } from "../terminal/style.ts";

/** Long lines are hard to read, however wide the window is. */
const widest = 100;
/** Columns for the place of a section, and for its words. */
const placeWidth = 14;
const wordsWidth = 10;
const pagesNamed = 12;
const commentsShown = 20;
const commentLength = 300;
const deepestIndent = 6;
const blockKinds = ["headings", "paragraphs", "listItems", "tables", "tableRows", "captions"] as const;

/** The outlines as text; lines of at most `options.width` columns (from 60 on). */
export function renderOutline(outline: Outline, options: RenderOptions): string {
  const style = chooseStyle(options);
  const parts = outline.documents.map((document) => documentPart(document, outline, options, style));
  return `${parts.map((lines) => linearLines(lines, options).join("\n")).join("\n\n")}\n`;
}

const textWidth = (options: RenderOptions): number => Math.max(60, Math.min(options.width, widest));

function documentPart(
  document: OutlineDocument,
  outline: Outline,
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang } = options;
  const width = textWidth(options);
  const name = document.path === "-" ? message(lang, "document.standardInput") : plainText(document.path);
  const say = (text: string): string[] => paragraph(text, width, "  ");
  const lines = [...wrapText(name, width).map(style.strong), ...style.ruler(width)];
  if (document.title !== null) lines.push(...say(clippedText(document.title, 300)).map(style.strong));
  if (document.status === "read") {
    lines.push(...say(facts(document, lang)));
    const label = outline.labels.types[document.type.id]?.[lang];
    const type = label === undefined ? message(lang, "document.typeUnknown") : plainText(label);
    lines.push(...say(message(lang, "outline.type", { type })));
    const { pagesWithoutText, garbled, recognised = [] } = document.reading;
    if (recognised.length > 0) {
      lines.push(...say(message(lang, "outline.recognised", { pages: pageList(recognised, lang) })));
    }
    if (pagesWithoutText.length > 0) {
      lines.push(...say(message(lang, "outline.withoutText", { pages: pageList(pagesWithoutText, lang) })));
    }
    if (garbled.length > 0)
      lines.push(...say(message(lang, "outline.garbled", { pages: pageList(garbled, lang) })));
  } else lines.push(...say(message(lang, "verdict.unreadable")));

  if (document.notices.length > 0) {
    lines.push("", style.strong(`  ${message(lang, "document.notices")}`));
    for (const notice of document.notices) {
      const place = notice.location === undefined ? "" : `${plainText(formatPlace(notice.location, lang))}: `;
      lines.push(...paragraph(`${place}${clippedText(notice.message, 500)}`, width, `  ${style.bullet} `));
      const remedy = message(lang, "failed.remedy", { text: clippedText(notice.hint, 500) });
      lines.push(...paragraph(remedy, width, "    ").map(style.faint));
    }
  }
  if (document.status !== "read") return lines;

  const { sections } = document;
  const heading = message(lang, "outline.sections", { n: formatCount(sections.length, lang) });
  lines.push("", style.strong(`  ${heading}`));
  lines.push(
    ...sections.flatMap((section) =>
      options.plain === true
        ? linearSection(section, outline, width, lang)
        : sectionLines(section, outline, width, lang, style),
    ),
  );
  lines.push("", style.strong(`  ${message(lang, "outline.text")}`));
  const { blocks } = document;
  const kinds = blockKinds
    .filter((kind) => blocks[kind] > 0)
    .map((kind) => message(lang, `outline.${kind}`, { n: blocks[kind] }));
  lines.push(...paragraph(kinds.join(", "), width, "    "));
  lines.push("", style.strong(`  ${message(lang, "outline.apart")}`));
  lines.push(...layerLines(document, width, lang, style));
  return lines;
}

/** "PDF, läst med pdfium · 12 sidor · 3 421 ord · 100 % läst" */
function facts(document: OutlineDocument, lang: Language): string {
  const format = (document.format ?? "").toUpperCase();
  const facts = [
    message(lang, "outline.origin", { format, engine: plainText(document.reading.engine) }),
    ...(document.pages === null
      ? []
      : [message(lang, "document.pages", { n: formatCount(document.pages, lang) })]),
    message(lang, "document.words", { n: formatCount(document.words, lang) }),
    ...(document.language === null || document.language === "und"
      ? []
      : [message(lang, "outline.language", { language: languageName(document.language, lang) })]),
    message(lang, "outline.share", { percent: formatPercent(document.reading.share, lang) }),
  ];
  return facts.join(", ");
}

function pageList(pages: readonly number[], lang: Language): string {
  const list = pages.slice(0, pagesNamed).join(", ");
  const n = pages.length - pagesNamed;
  return n > 0 ? message(lang, "outline.andMore", { list, n }) : list;
}

/** "sida 3–5" */
function placeOf({ location, end }: OutlineSection, lang: Language): string {
  const first = plainText(formatPlace(location, lang));
  if ("page" in location && "page" in end && location.label === undefined && end.page > location.page)
    return `${first}–${String(end.page)}`;
  return first;
}

/** The heading with place and words on its first line; under it the role, where it has one. */
function sectionLines(
  section: OutlineSection,
  outline: Outline,
  width: number,
  lang: Language,
  style: Style,
): string[] {
  const indent = " ".repeat(4 + 2 * Math.min(deepestIndent, Math.max(0, section.depth - 1)));
  const room = width - placeWidth - wordsWidth;
  const [first = "", ...rest] = paragraph(sectionName(section, lang), room - 1, indent);
  const place = placeOf(section, lang);
  const words = message(lang, "outline.words", { n: formatCount(section.words, lang) });
  const figures = `${place.padStart(placeWidth)}${words.replaceAll("\u00a0", " ").padStart(wordsWidth)}`;
  const gap = " ".repeat(Math.max(1, width - displayWidth(first) - displayWidth(figures)));
  // A place with the number that is printed on the page can be long; it then gets a line of its own.
  const fits = displayWidth(first) + 1 + displayWidth(figures) <= width;
  const head = fits ? [`${first}${gap}${figures}`] : [first, figures.trim().padStart(width)];
  const role = roleText(section, outline, lang);
  return [
    ...head,
    ...rest,
    ...(role === "" ? [] : paragraph(role, width, `${indent}  `).map(style.faint)),
  ].map((line) => line.trimEnd());
}

/** "3.1 Mål, rubriknivå 2, sida 5, 120 ord" and the role: nothing is told by indentation or column. */
function linearSection(section: OutlineSection, outline: Outline, width: number, lang: Language): string[] {
  const facts = [
    sectionName(section, lang),
    ...(section.depth === 0 ? [] : [message(lang, "plain.headingLevel", { n: section.depth })]),
    placeOf(section, lang),
    message(lang, "outline.words", { n: formatCount(section.words, lang) }),
  ];
  const role = roleText(section, outline, lang);
  return [facts.join(", "), role].flatMap((text) => wrapText(text, width));
}

/** "Förord: inramning, bär inget omdöme; av rubriken (role-foreword)"; "" for a plain section with a heading. */
function roleText(section: OutlineSection, outline: Outline, lang: Language): string {
  const { role, roleBy, quiet, framing, unnamed, language } = section;
  const parts: string[] = [];
  if (language !== undefined)
    parts.push(message(lang, "outline.language", { language: languageName(language, lang) }));
  if (unnamed !== undefined && unnamed.as !== "footnotes") parts.push(message(lang, "outline.unnamed"));
  if (roleBy !== "none") {
    const effect = quiet
      ? message(lang, "outline.quiet")
      : framing
        ? message(lang, "outline.framing")
        : undefined;
    const label =
      roleBy === "opening"
        ? message(lang, "outline.frontPage")
        : plainText(outline.labels.roles[role]?.[lang] ?? role);
    const origin =
      roleBy === "opening" || roleBy === "layer"
        ? message(lang, `outline.role.${roleBy}`)
        : message(lang, `outline.role.${roleBy}`, { rule: plainText(section.rule ?? "") });
    parts.push(`${label}: ${[effect, origin].filter((part) => part !== undefined).join("; ")}`);
  }
  return parts.join("; ");
}

function layerLines({ layers }: OutlineDocument, width: number, lang: Language, style: Style): string[] {
  const { furniture, pageNumbers, footnotes, contents, comments } = layers;
  const lines: string[] = [];
  const add = (text: string, layer: OutlineLayer | null): void => {
    lines.push(...paragraph(text, width, `    ${style.bullet} `));
    for (const { text: sample, count } of layer?.samples ?? []) {
      const times = count > 1 ? `, ${message(lang, "outline.times", { n: formatCount(count, lang) })}` : "";
      lines.push(...paragraph(`"${clippedText(sample, 90)}"${times}`, width, "      ").map(style.faint));
    }
  };
  const n = (count: number): { n: string } => ({ n: formatCount(count, lang) });
  if (furniture.blocks > 0) add(message(lang, "outline.furniture", n(furniture.blocks)), furniture);
  if (pageNumbers > 0) add(message(lang, "outline.pageNumbers", n(pageNumbers)), null);
  if (footnotes.blocks > 0) {
    const words = formatCount(footnotes.words, lang);
    add(message(lang, "outline.footnotes", { ...n(footnotes.blocks), words }), footnotes);
  }
  if (contents.blocks > 0) add(message(lang, "outline.contents", n(contents.blocks)), contents);
  if (comments.length > 0) {
    add(message(lang, "outline.comments", n(comments.length)), null);
    for (const comment of comments.slice(0, commentsShown)) {
      const by = comment.author === "" ? "" : `${clippedText(comment.author, 60)}, `;
      const place = plainText(formatPlace(comment.location, lang));
      const said = `${by}${place}: "${clippedText(comment.text, commentLength)}"`;
      lines.push(...paragraph(said, width, "      ").map(style.faint));
    }
    const more = comments.length - commentsShown;
    if (more > 0) lines.push(`      ${message(lang, "document.more", { n: more })}`);
  }
  return lines.length > 0 ? lines : [`    ${message(lang, "outline.apartNothing")}`];
}
