// What the packs beside the first make of a document: their verdict, their figures and where they miss something.
import { formatPercent, message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { BesideReport, DocumentReport, Report, SectionReport } from "../../model/report.ts";
import { chainTexts } from "../chain-state.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { paragraph } from "./lay-out.ts";
import type { Style } from "./style.ts";

/** Sections that are named of each status, unless all are asked for. */
const sectionsNamed = 5;

/** What a pack is called: its title, or its id when the report does not know it. */
export function packName(id: string, report: Pick<Report, "packs">, lang: Language): string {
  const pack = report.packs.find((each) => each.id === id);
  return clippedText(pack?.title[lang] ?? id, 60);
}

/** Sections of one status by this pack, in the order of the document. */
function sectionsOf(
  { sections }: BesideReport,
  status: SectionReport["status"],
  document: DocumentReport,
): SectionReport[] {
  const ids = new Set(sections.filter((section) => section.status === status).map(({ id }) => id));
  return document.sections.filter(({ id }) => ids.has(id));
}

function besideLines(beside: BesideReport, document: DocumentReport, options: RenderOptions): string[] {
  const { lang, details } = options;
  const { coverage } = beside;
  const lines: string[] = [];
  if (coverage.expected === 0) lines.push(message(lang, "document.nothingExpected"));
  else {
    const { covered, expected } = coverage;
    const percent = formatPercent(coverage.share, lang);
    lines.push(message(lang, "document.covered", { covered, expected, percent }));
  }
  if (coverage.covered > 0) lines.push(...chainTexts(beside.chain, lang));
  if (beside.flags.length > 0) {
    const flags = beside.flags.map((flag) => message(lang, `flag.${flag}`)).join("; ");
    lines.push(message(lang, "document.flags", { flags }));
  }
  const name = (section: SectionReport): string => sectionName(section, lang);
  for (const [status, key] of [
    ["review", "beside.review"],
    ["missing", "beside.missing"],
  ] as const) {
    const found = sectionsOf(beside, status, document);
    if (found.length === 0) continue;
    const shown = details ? found : found.slice(0, sectionsNamed);
    const more = found.length - shown.length;
    const named = shown.map(name).join("; ");
    const sections = more === 0 ? named : message(lang, "document.andMore", { sections: named, n: more });
    lines.push(message(lang, key, { n: found.length, sections }));
  }
  return lines;
}

/** A paragraph for each pack beside the first; [] when there is only one. */
export function renderBeside(
  document: DocumentReport,
  report: Report,
  options: RenderOptions,
  style: Style,
  width: number,
): string[] {
  const { lang } = options;
  return (document.beside ?? []).flatMap((beside) => {
    const name = packName(beside.pack, report, lang);
    const verdict = message(lang, `verdict.${beside.verdict}`);
    const head = paragraph(`${name}: ${verdict}`, width, "  ");
    return [
      "",
      ...head.map(style.verdict[beside.verdict]),
      ...besideLines(beside, document, options).flatMap((text) => paragraph(plainText(text), width, "    ")),
    ];
  });
}
