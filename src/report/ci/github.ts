// Findings as GitHub workflow commands: printed by a step, they become annotations in the changed files of a pull request.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
import { message, type Language } from "../../messages/message.ts";
import { verdicts, type Report } from "../../model/report.ts";
import { counts, findingLevels, findingsOf, hostPath, lineOf, type Finding } from "./findings.ts";
import type { RenderOptions } from "../render-options.ts";

/** GitHub drops what a step says beyond this, of errors and of warnings each. */
const shownOfKind = 10;

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/**
 * At most ten errors and ten warnings, then one notice that sums up all: what is not shown is counted there. Every document
 * has its turn before one has its second. A document without lines (PDF, Word) is annotated at its beginning, and the
 * message says where.
 */
export function renderGithub(report: Report, { lang }: RenderOptions): string {
  const all = findingsOf(report, lang);
  const findings = all.filter(counts);
  const shown = (["error", "warning"] as const).flatMap((kind) =>
    takeTurns(findings.filter(({ level }) => level === kind))
      .slice(0, shownOfKind)
      .map((finding) => command(kind, finding, lang)),
  );
  const notice = escapeData(
    sumUp(report, findings, { shown: shown.length, accepted: all.length - findings.length }, lang),
  );
  return [...shown, `::notice title=${escapeProperty(report.tool.name)}::${notice}`, ""].join("\n");
}

/** The first finding of each document, then the second of each, and so on. */
function takeTurns(findings: readonly Finding[]): Finding[] {
  const turns = new Map<Finding["document"], number>();
  return findings
    .map((finding) => {
      const turn = turns.get(finding.document) ?? 0;
      turns.set(finding.document, turn + 1);
      return { finding, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ finding }) => finding);
}

function command(kind: "error" | "warning", finding: Finding, lang: Language): string {
  const line = lineOf(finding.location);
  const place = line === null || line < 1 ? "" : `,line=${String(line)}`;
  const text = [
    line === null ? `${finding.message} ${finding.where}` : finding.message,
    ...(finding.question === "" ? [] : [message(lang, "document.question", { text: finding.question })]),
    ...(finding.recommendation === ""
      ? []
      : [message(lang, "document.recommendation", { text: finding.recommendation })]),
  ].join("\n");
  const file = escapeProperty(hostPath(finding.document));
  return `::${kind} file=${file}${place},title=${escapeProperty(finding.title)}::${escapeData(text)}`;
}

/** "5 dokument granskade: 2 lyfts tydligt, 3 finns delvis. 4 fel, 7 varningar … 11 av 25 visas här." */
function sumUp(
  report: Report,
  findings: readonly Finding[],
  { shown, accepted }: { readonly shown: number; readonly accepted: number },
  lang: Language,
): string {
  const { audited } = report.summary;
  const counted = verdicts
    .filter((verdict) => report.summary.verdicts[verdict] > 0)
    .map((verdict) => `${String(report.summary.verdicts[verdict])} ${message(lang, `verdict.${verdict}`)}`);
  const documents =
    audited === 0
      ? message(lang, "summary.nothing")
      : `${message(lang, "finding.audited", { n: audited })}: ${counted.join(", ")}.`;
  const before = accepted === 0 ? "" : ` ${capital(message(lang, "finding.accepted", { n: accepted }))}.`;
  if (findings.length === 0) return `${documents} ${capital(message(lang, "finding.none"))}.${before}`;
  const numbers = findingLevels.flatMap((wanted) => {
    const n = findings.filter(({ level }) => level === wanted).length;
    return n === 0 ? [] : [message(lang, `finding.count.${wanted}`, { n })];
  });
  const part =
    shown === findings.length ? "" : `; ${message(lang, "finding.shown", { shown, all: findings.length })}`;
  return `${documents} ${capital(numbers.join(", "))}${part}.${before}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
