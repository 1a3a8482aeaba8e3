// What the figures rest on, so that a workbook that has left its folder can still be checked.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Report } from "../../model/report.ts";
import { documentName } from "../terminal/document-name.ts";
import { prose } from "./cells.ts";
import type { Table } from "./table.ts";

/** Two columns: what, and its value. */
export function methodTable(report: Report, lang: Language): Table {
  const models = new Set(
    report.documents.map(({ scoreModel }) => plainText(scoreModel)).filter((model) => model !== ""),
  );
  const rows: (readonly [string, string])[] = [
    [message(lang, "method.tool"), `${report.tool.name} ${plainText(report.tool.version)}`],
    ...report.packs.map((pack): [string, string] => [
      message(lang, "method.pack"),
      message(lang, "method.packValue", {
        title: plainText(pack.title[lang]),
        version: plainText(pack.version),
        hash: plainText(pack.sha256),
      }),
    ]),
    ...[...models].map((model): [string, string] => [message(lang, "method.scoreModel"), model]),
    [message(lang, "method.coverage"), message(lang, "method.coverageValue")],
    [message(lang, "method.levels"), message(lang, "method.levelsValue")],
    [message(lang, "method.depth"), message(lang, "method.depthValue")],
    [message(lang, "method.review"), message(lang, "method.reviewValue")],
    ...Object.entries(report.labels.policyGoals).map(([id, label]): [string, string] => [
      message(lang, "method.policyGoal", { id: plainText(id) }),
      plainText(label[lang]),
    ]),
    [message(lang, "method.limits"), message(lang, "end.caveat")],
    ...report.documents.map((document): [string, string] => [
      message(lang, "method.document"),
      document.sha256 === ""
        ? documentName(document, lang)
        : message(lang, "method.documentValue", {
            path: documentName(document, lang),
            hash: plainText(document.sha256),
          }),
    ]),
    ...(report.ignored ?? []).map(({ path, reason }): [string, string] => [
      message(lang, "method.ignored"),
      prose(message(lang, "method.ignoredValue", { path: plainText(path), reason: plainText(reason) })),
    ]),
  ];
  return {
    columns: [
      { heading: message(lang, "column.item"), kind: "text", width: 24 },
      { heading: message(lang, "column.value"), kind: "prose", width: 110 },
    ],
    rows,
  };
}
