// One row a group: documents added up by organisation, year, type or a column of the archive's list.
import { message, type Language } from "../../messages/message.ts";
import { verdicts, type GroupingReport, type GroupReport, type Report } from "../../model/report.ts";
import { factName } from "../facts.ts";
import { groupName } from "../groups.ts";
import { buildTable, type ColumnOf, type Table } from "./table.ts";

interface Row {
  readonly grouping: GroupingReport;
  readonly group: GroupReport;
}

export function groupsTable(report: Report, lang: Language): Table {
  const rows = (report.groupings ?? []).flatMap((grouping) =>
    grouping.groups.map((group) => ({ grouping, group })),
  );
  return buildTable(columns(report, lang), rows);
}

function columns(report: Report, lang: Language): ColumnOf<Row>[] {
  const count = (heading: string, value: (group: GroupReport) => number): ColumnOf<Row> => ({
    heading,
    kind: "count",
    width: 10,
    value: ({ group }) => value(group),
  });
  const share = (heading: string, value: (group: GroupReport) => number | null): ColumnOf<Row> => ({
    heading,
    kind: "share",
    width: 10,
    value: ({ group }) => value(group),
  });
  return [
    {
      heading: message(lang, "column.groupedBy"),
      kind: "text",
      width: 18,
      value: ({ grouping: { by } }) => (by === "type" ? message(lang, "column.type") : factName(by, lang)),
    },
    {
      heading: message(lang, "column.group"),
      kind: "text",
      width: 36,
      value: ({ grouping, group }) => groupName(group, grouping, report, lang),
    },
    count(message(lang, "column.documentCount"), ({ documents }) => documents),
    count(message(lang, "column.auditedCount"), ({ audited }) => audited),
    count(message(lang, "column.failedCount"), ({ failed }) => failed),
    share(message(lang, "column.coverage"), ({ coverage }) => coverage.share),
    share(message(lang, "column.upTo"), ({ coverage }) => coverage.upTo),
    count(message(lang, "column.expectedSections"), ({ coverage }) => coverage.expected),
    count(message(lang, "column.coveredSections"), ({ coverage }) => coverage.covered),
    count(message(lang, "column.reviewSections"), ({ coverage }) => coverage.review),
    {
      heading: message(lang, "column.depth"),
      kind: "decimal",
      width: 8,
      value: ({ group }) => group.coverage.depth,
    },
    ...verdicts.map((verdict) =>
      count(
        message(lang, "column.verdictCount", { verdict: message(lang, `verdict.${verdict}`) }),
        (group) => group.verdicts[verdict],
      ),
    ),
    count(message(lang, "column.requirementsMet"), ({ requirements }) => requirements.met),
    count(message(lang, "column.requirementsPartly"), ({ requirements }) => requirements.partly),
    count(message(lang, "column.requirementsUnmet"), ({ requirements }) => requirements.unmet),
    count(message(lang, "column.gapCount"), ({ gaps }) => gaps),
  ];
}
