// Groups of documents on a screen: a small table for each grouping, or a line for each group in linear text.
import { formatDecimal, formatPercent, message } from "../../messages/message.ts";
import type { GroupingReport, GroupReport, Report } from "../../model/report.ts";
import { groupingName, groupName, verdictsIn } from "../groups.ts";
import type { RenderOptions } from "../render-options.ts";
import { textWidth } from "./document-part.ts";
import { displayWidth, shortenPath, wrapText } from "./lay-out.ts";
import type { Style } from "./style.ts";

const groupsShown = 40;
const nameWidth = { least: 18, most: 44 } as const;

interface Column {
  readonly head: string;
  readonly cell: (group: GroupReport) => string;
}

/** Nothing where no groups were asked for. */
export function groupsPart(report: Report, options: RenderOptions, style: Style): string[] {
  const { groupings = [] } = report;
  if (groupings.length === 0) return [];
  const { lang } = options;
  const parts = groupings.flatMap((grouping) => {
    const { groups } = grouping;
    const shown = options.details ? groups : groups.slice(0, groupsShown);
    const more = groups.length - shown.length;
    const title = style.strong(groupingName(grouping, lang));
    const lines =
      options.plain === true
        ? linearGroups(shown, grouping, report, options)
        : groupTable(shown, grouping, report, options, style);
    return ["", title, ...lines, ...(more > 0 ? [`  ${message(lang, "document.more", { n: more })}`] : [])];
  });
  const legend = wrapText(message(lang, "groups.legend"), textWidth(options)).map(style.faint);
  return [...parts, "", ...legend];
}

function columnsOf(grouping: GroupingReport, options: RenderOptions, style: Style): Column[] {
  const { lang } = options;
  const dashed = (text: string): string => (text === "–" ? style.dash : text.replaceAll("\u00a0", " "));
  const counted = (count: number): string => (count === 0 ? style.dash : String(count));
  return [
    { head: message(lang, "groups.documents"), cell: ({ documents }) => String(documents) },
    {
      head: message(lang, "table.coverage"),
      cell: ({ coverage }) => dashed(formatPercent(coverage.share, lang)),
    },
    {
      head: message(lang, "table.depth"),
      cell: ({ coverage }) => dashed(formatDecimal(coverage.depth, lang)),
    },
    ...verdictsIn(grouping).map((verdict): Column => ({
      head: message(lang, `groups.verdict.${verdict}`),
      cell: (group) => counted(group.verdicts[verdict]),
    })),
    ...(grouping.groups.some(({ failed }) => failed > 0)
      ? [{ head: message(lang, "groups.failed"), cell: ({ failed }: GroupReport) => counted(failed) }]
      : []),
  ];
}

function groupTable(
  groups: readonly GroupReport[],
  grouping: GroupingReport,
  report: Report,
  options: RenderOptions,
  style: Style,
): string[] {
  const columns = columnsOf(grouping, options, style);
  const widths = columns.map(({ head, cell }) =>
    Math.max(displayWidth(head), ...groups.map((group) => displayWidth(cell(group)))),
  );
  const figures = widths.reduce((sum, width) => sum + width + 2, 0);
  const names = groups.map((group) => groupName(group, grouping, report, options.lang));
  const longest = names.reduce((most, name) => Math.max(most, displayWidth(name)), 0);
  const room = Math.max(nameWidth.least, Math.min(nameWidth.most, textWidth(options) - figures));
  const width = Math.min(room, longest);
  const pad = (text: string, to: number): string => " ".repeat(Math.max(0, to - displayWidth(text))) + text;
  const head =
    " ".repeat(width) + columns.map((column, at) => `  ${pad(column.head, widths[at] ?? 0)}`).join("");
  return [
    style.faint(head),
    ...groups.map((group, index) => {
      const name = shortenPath(names[index] ?? "", width, style.ellipsis);
      const cells = columns.map(({ cell }, at) => `  ${pad(cell(group), widths[at] ?? 0)}`);
      return name + " ".repeat(Math.max(0, width - displayWidth(name))) + cells.join("");
    }),
  ];
}

function linearGroups(
  groups: readonly GroupReport[],
  grouping: GroupingReport,
  report: Report,
  options: RenderOptions,
): string[] {
  const { lang } = options;
  return groups.flatMap((group) => {
    const { coverage, documents, failed } = group;
    const none = message(lang, "plain.noFigure");
    const share = coverage.share === null ? none : formatPercent(coverage.share, lang);
    const texts = [
      `${groupName(group, grouping, report, lang)}: ${message(lang, "groups.count", { n: documents })}`,
      `${message(lang, "table.coverage")}: ${share}`,
      `${message(lang, "table.depth")}: ${formatDecimal(coverage.depth, lang).replace("–", none)}`,
      ...verdictsIn(grouping).flatMap((verdict) =>
        group.verdicts[verdict] === 0
          ? []
          : [`${message(lang, `verdict.${verdict}`)}: ${String(group.verdicts[verdict])}`],
      ),
      ...(failed === 0 ? [] : [`${message(lang, "verdict.unreadable")}: ${String(failed)}`]),
    ];
    return [...texts.flatMap((text) => wrapText(text, textWidth(options))), ""];
  });
}
