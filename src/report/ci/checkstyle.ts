// Findings as Checkstyle XML, for the many programs that read nothing else (reviewdog, Jenkins, editors).
import { message } from "../../messages/message.ts";
import type { Report } from "../../model/report.ts";
import {
  counts,
  findingsIn,
  hostPath,
  lineOf,
  lostDocumentsIn,
  removedFindings,
  type Finding,
} from "./findings.ts";
import type { RenderOptions } from "../render-options.ts";
import { xmlAttributes } from "./xml-text.ts";

const severities = { error: "error", warning: "warning", note: "info", review: "info" } as const;

/** One `<file>` a document, also one without findings; the line is 1 where a format has none. What was accepted is left out. */
export function renderCheckstyle(report: Report, { lang }: RenderOptions): string {
  const lineFor = (finding: Finding): string => {
    const question =
      finding.question === "" ? "" : ` ${message(lang, "document.question", { text: finding.question })}`;
    return `    <error${xmlAttributes({
      line: lineOf(finding.location) ?? 1,
      column: 1,
      severity: severities[finding.level],
      message: `${finding.message} ${finding.where}${question}`,
      source: `${report.tool.name}.${finding.rule}`,
    })}/>\n`;
  };
  const fileText = (document: Finding["document"], findings: readonly Finding[]): string => {
    const lines = findings.filter(counts).map(lineFor).join("");
    return `  <file${xmlAttributes({ name: hostPath(document) })}>\n${lines}  </file>\n`;
  };
  const files = [
    ...report.documents.map((document) => fileText(document, findingsIn(document, lang))),
    ...lostDocumentsIn(report).map(({ document, losses }) =>
      fileText(document, removedFindings(document, losses, lang)),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join("")}</checkstyle>\n`;
}
