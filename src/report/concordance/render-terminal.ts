// The concordance on a screen: the word in one column, as much of its context on both sides as there is room for.
import { formatPlace, message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Concordance, ConcordanceDocument } from "../../model/concordance.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { displayWidth, cut, paragraph, shortenPath, wrapText } from "../terminal/lay-out.ts";
import { chooseStyle, type Style } from "../terminal/style.ts";
import type { HitOrder } from "./hit-orders.ts";
import { sortHits, type PlacedHit } from "./sort-hits.ts";

/** Wider than this the eye does not find the word again. */
const widest = 160;
/** Of a long match so much context stays on its right. */
const leastAfter = 6;

/** What a line begins with, and how many columns that takes in all lines. */
interface Lead {
  readonly of: (placed: PlacedHit) => string;
  readonly width: number;
}

/** Lines of at most `options.width` columns, with a line break at the end. */
export function renderConcordance(concordance: Concordance, options: RenderOptions, order: HitOrder): string {
  const style = chooseStyle(options);
  const { lang } = options;
  const width = Math.min(options.width, widest);
  const hits = sortHits(concordance, order);
  if (options.plain === true) return linearConcordance(concordance, hits, options, order);
  const lead = leadOf(hits, order, Math.floor(width / 5), lang, style);
  const lines = [
    ...wrapText(titleOf(concordance, lang), width).map(style.strong),
    ...(order === "place"
      ? concordance.documents.flatMap((document) => documentLines(document, lead, width, lang, style))
      : ["", ...hits.map((placed) => hitLine(placed, lead, width, style))]),
    ...failedLines(concordance, width, lang),
  ];
  return `${lines.join("\n")}\n`;
}

/** Each hit on lines of its own: place and word by their names, then the context whole, nothing told by columns. */
function linearConcordance(
  concordance: Concordance,
  hits: readonly PlacedHit[],
  options: RenderOptions,
  order: HitOrder,
): string {
  const { lang } = options;
  const width = Math.min(options.width, widest);
  const text = (words: string): string[] => wrapText(words, width);
  let section = "";
  let path: string | undefined;
  const lines = hits.flatMap(({ document, hit }, index) => {
    const isNew = document.path !== path;
    const name =
      order === "place" && !isNew
        ? []
        : text(`${message(lang, "table.document")}: ${nameOf(document, lang)}`);
    const own = sectionName(hit.section, lang);
    const heading = isNew || own !== section ? text(message(lang, "kwic.section", { name: own })) : [];
    [path, section] = [document.path, own];
    const context = [hit.before, hit.match, hit.after].map(plainText).join("").replace(/\s+/g, " ").trim();
    const values = {
      n: index + 1,
      place: plainText(formatPlace(hit.location, lang)),
      match: plainText(hit.match),
      context,
    };
    return [
      ...(name.length + heading.length > 0 ? [""] : []),
      ...name,
      ...heading,
      ...text(message(lang, "kwic.hit", values)),
    ];
  });
  const all = [...text(titleOf(concordance, lang)), ...lines, ...failedLines(concordance, width, lang)];
  return `${all.join("\n")}\n`;
}

function titleOf({ term, documents }: Concordance, lang: Language): string {
  return message(lang, "kwic.title", {
    term: plainText(term),
    n: documents.reduce((sum, { hits }) => sum + hits.length, 0),
    found: documents.filter(({ hits }) => hits.length > 0).length,
    documents: documents.filter(({ status }) => status === "read").length,
  });
}

const nameOf = ({ path }: ConcordanceDocument, lang: Language): string =>
  path === "-" ? message(lang, "document.standardInput") : plainText(path);

/** The place alone under a document's name; with the document before it where they are mixed. */
function leadOf(
  hits: readonly PlacedHit[],
  order: HitOrder,
  nameWidth: number,
  lang: Language,
  style: Style,
): Lead {
  const of = ({ document, hit }: PlacedHit): string => {
    const place = plainText(formatPlace(hit.location, lang));
    if (order === "place") return place;
    const name = nameOf(document, lang);
    return `${shortenPath(name.slice(name.lastIndexOf("/") + 1), nameWidth, style.ellipsis)} ${place}`;
  };
  return { of, width: hits.reduce((most, hit) => Math.max(most, Math.min(displayWidth(of(hit)), 40)), 0) };
}

function documentLines(
  document: ConcordanceDocument,
  lead: Lead,
  width: number,
  lang: Language,
  style: Style,
): string[] {
  if (document.hits.length === 0) return [];
  const lines = [
    "",
    ...wrapText(
      message(lang, "kwic.document", { name: nameOf(document, lang), n: document.hits.length }),
      width,
    ).map(style.strong),
  ];
  let section: string | undefined;
  for (const hit of document.hits) {
    if (hit.section.id !== section) {
      section = hit.section.id;
      lines.push(...paragraph(sectionName(hit.section, lang), width, "  ").map(style.faint));
    }
    lines.push(hitLine({ document, hit }, lead, width, style));
  }
  return lines;
}

/** `of` padded on one side to `columns`. */
const pad = (text: string, columns: number, side: "start" | "end"): string => {
  const blanks = " ".repeat(Math.max(0, columns - displayWidth(text)));
  return side === "start" ? blanks + text : text + blanks;
};

function hitLine(placed: PlacedHit, lead: Lead, width: number, style: Style): string {
  const { hit } = placed;
  const place = pad(cut(lead.of(placed), lead.width, "start"), lead.width, "end");
  const room = Math.max(30, width - lead.width - 4);
  const left = Math.floor(room * 0.4);
  const match = cut(plainText(hit.match), room - left - leastAfter, "start");
  const marked = style.matchOpen + match + style.matchClose;
  const before = cut(plainText(hit.before).trimEnd(), left, "end");
  const after = cut(plainText(hit.after), room - left - displayWidth(marked) - 1, "start").trimEnd();
  return `  ${place} ${pad(before, left, "start")} ${style.match(marked)}${after}`.trimEnd();
}

function failedLines({ documents }: Concordance, width: number, lang: Language): string[] {
  const failed = documents
    .filter(({ status }) => status !== "read")
    .map((document) => nameOf(document, lang));
  return failed.length === 0
    ? []
    : ["", ...wrapText(message(lang, "kwic.failed", { names: failed.join(", ") }), width)];
}
