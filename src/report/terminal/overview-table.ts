// One row per document: what a strategist looks at first.
import Table from "cli-table3";
import { formatDecimal, formatPercent, message } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { DocumentReport, Report } from "../../model/report.ts";
import { chainLinks, type ChainLink } from "../../model/rule.ts";
import type { RenderOptions } from "../render-options.ts";
import { linksIn, linkState, type LinkState } from "../chain-state.ts";
import { packName } from "./beside-part.ts";
import { documentName, documentTypeName } from "./document-name.ts";
import { displayWidth, shortenPath, wrapText } from "./lay-out.ts";
import type { Style } from "./style.ts";

const depthWidth = 4;
/** Empty columns of a row: two after name, depth and chain, one after the coverage. */
const gaps = 7;
/** Rows that are laid out together. */
const rowsAtOnce = 100;
/** Wider than this the eye loses the row. */
const widest = 120;

interface Columns {
  readonly document: number;
  readonly coverage: number;
  readonly bar: number;
  readonly chain: number;
  readonly verdict: number;
}

/**
 * Code units of the folder that all paths share: "arkiv/2019/" says nothing in a column where every row has it. "../" is
 * no such folder where it stands before another "../": what is left would be the way to another file.
 */
export function sharedFolder(paths: readonly string[]): number {
  const [first = "", ...others] = paths;
  let end = first.lastIndexOf("/") + 1;
  while (end > 0 && !others.every((path) => path.startsWith(first.slice(0, end)))) {
    end = first.lastIndexOf("/", end - 2) + 1;
  }
  return paths.some((path) => path.startsWith("../", end)) ? 0 : end;
}

/** Heads of the six chain columns, each as wide as its letters plus one. */
function chainHeads(options: RenderOptions): readonly { link: ChainLink; letters: string }[] {
  return chainLinks.map((link) => ({ link, letters: message(options.lang, `chainLetter.${link}`) }));
}

function fitColumns(options: RenderOptions): Columns {
  const total = Math.max(60, Math.min(options.width, widest));
  const bar = options.unicode ? (total >= 100 ? 10 : 5) : 0;
  const coverage = Math.max(8, bar === 0 ? 8 : bar + 6);
  const verdict = total >= 80 ? 18 : 12;
  const chain = chainHeads(options)
    .map(({ letters }) => letters)
    .join(" ").length;
  const document = total - coverage - depthWidth - chain - verdict - gaps;
  return { document, coverage, bar, chain, verdict };
}

function chainCell(document: Pick<DocumentReport, "chain">, options: RenderOptions, style: Style): string {
  return chainHeads(options)
    .map(({ link, letters }) => {
      const { level } = document.chain[link];
      const state = linkState(document.chain[link]);
      const sign =
        state === "notExpected"
          ? style.faint(style.dash)
          : state === "toJudge"
            ? style.status.review("?")
            : state === "sectionsOnly"
              ? style.level(level)("+")
              : style.level(level)(String(level));
      return sign + " ".repeat(displayWidth(letters) - 1);
    })
    .join(" ")
    .trimEnd();
}

/** Does the row of a document, or of a pack under it, hold a link in this state? */
const holds =
  (state: LinkState) =>
  ({ chain, beside = [] }: DocumentReport): boolean =>
    [chain, ...beside.map((own) => own.chain)].some((own) => linksIn(own, state).length > 0);

function coverageCell(
  document: Pick<DocumentReport, "coverage">,
  columns: Columns,
  options: RenderOptions,
  style: Style,
): string {
  const { share } = document.coverage;
  if (share === null) return style.faint(style.dash.padStart(columns.coverage));
  const percent = formatPercent(share, options.lang).replaceAll("\u00a0", " ");
  const bar = style.bar(share, columns.bar);
  return bar === "" ? percent.padStart(columns.coverage) : `${bar} ${percent.padStart(5)}`;
}

function row(
  document: DocumentReport,
  shared: number,
  report: Report,
  columns: Columns,
  options: RenderOptions,
  style: Style,
) {
  const audited = document.status === "audited";
  const name = shortenPath(
    documentName({ ...document, path: document.path.slice(shared) }, options.lang),
    columns.document,
    style.ellipsis,
  );
  const type = audited ? clippedText(documentTypeName(document, report.labels, options.lang), 80) : "";
  const verdict = audited ? document.verdict : "unreadable";
  const paint = style.verdict[verdict];
  const depth = audited ? formatDecimal(document.coverage.depth, options.lang) : "–";
  return [
    [style.strong(name), ...wrapText(type, columns.document).map(style.faint)].join("\n"),
    coverageCell(document, columns, options, style),
    (depth === "–" ? style.dash : depth).padStart(depthWidth),
    audited ? chainCell(document, options, style) : "",
    wrapText(message(options.lang, `verdict.${verdict}`), columns.verdict)
      .map(paint)
      .join("\n"),
  ];
}

/** The rows of the packs beside the first: under the document, each under the name of the pack. */
function besideRows(
  document: DocumentReport,
  report: Report,
  columns: Columns,
  options: RenderOptions,
  style: Style,
) {
  return (document.beside ?? []).map((beside) => [
    wrapText(packName(beside.pack, report, options.lang), columns.document - 2)
      .map((line) => `  ${line}`)
      .join("\n"),
    coverageCell(beside, columns, options, style),
    formatDecimal(beside.coverage.depth, options.lang).replace("–", style.dash).padStart(depthWidth),
    chainCell(beside, options, style),
    wrapText(message(options.lang, `verdict.${beside.verdict}`), columns.verdict)
      .map(style.verdict[beside.verdict])
      .join("\n"),
  ]);
}

/** The table and, under it, what its columns mean. Never wider than `options.width` (from 60 columns on). */
export function renderOverview(report: Report, options: RenderOptions, style: Style): string[] {
  const { lang } = options;
  const columns = fitColumns(options);
  const heads = chainHeads(options);
  const none = "";
  const layout = {
    colWidths: [columns.document + 1, columns.coverage, depthWidth + 1, columns.chain + 1, columns.verdict],
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
    chars: {
      top: none,
      "top-mid": none,
      "top-left": none,
      "top-right": none,
      bottom: none,
      "bottom-mid": none,
      "bottom-left": none,
      "bottom-right": none,
      left: none,
      "left-mid": none,
      mid: none,
      "mid-mid": none,
      right: none,
      "right-mid": none,
      middle: " ",
    },
  };
  const headings = [
    message(lang, "table.document"),
    message(lang, "table.coverage").padStart(columns.bar === 0 ? columns.coverage : 0),
    message(lang, "table.depth").padStart(depthWidth),
    heads.map(({ letters }) => letters).join(" "),
    message(lang, "table.verdict"),
  ].map((head) => style.strong(head));
  const shared = sharedFolder(report.documents.map((document) => document.path));
  const cells = report.documents.flatMap((document) => [
    row(document, shared, report, columns, options, style),
    ...besideRows(document, report, columns, options, style),
  ]);
  // The table looks for collisions with every row above; the widths are fixed, so that parts of it fit together.
  const parts = Array.from({ length: Math.ceil(cells.length / rowsAtOnce) }, (_, part) => {
    const table = new Table(layout);
    table.push(...cells.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce));
    return table.toString();
  });
  const [head = "", ...rows] = [new Table({ ...layout, head: headings }).toString(), ...parts].flatMap(
    (text) => text.split("\n"),
  );
  const total = columns.document + columns.coverage + depthWidth + columns.chain + columns.verdict + gaps;
  const letters = heads
    .map(({ link, letters: short }) => `${short} ${message(lang, `chain.${link}`)}`)
    .join(", ");
  const legend = [
    message(lang, "table.legendCoverage"),
    message(lang, "table.legendChain", { letters }),
    ...(report.documents.some(holds("sectionsOnly")) ? [message(lang, "table.legendPlus")] : []),
    ...(report.documents.some(holds("toJudge")) ? [message(lang, "table.legendQuestion")] : []),
    message(lang, "table.legendLevels"),
  ].flatMap((text) => wrapText(text, Math.min(options.width, total)));
  return [
    head.trimEnd(),
    ...style.ruler(total),
    ...rows.map((line) => line.trimEnd()),
    "",
    ...legend.map(style.faint),
  ];
}
