// The check in lines: one for each document, with what failed and by how much, then the run. The same on a screen, in a
// log, and beside a report in another format.
import { message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";
import type { CheckOutcome, CheckReport } from "../model/check-report.ts";
import type { DocumentReport } from "../model/report.ts";

type Checked = Pick<DocumentReport, "path" | "check">;

const outcomeWords = {
  passed: "check.passed",
  failed: "check.failed",
  notJudged: "check.notJudged",
  notChecked: "check.unbarred",
} as const satisfies Record<CheckOutcome, string>;

/** "utkast/budget.md: underkänd, täckningen är 41 %, minst 60 % krävs (19 procentenheter för lite)" */
export function checkLine({ path, check }: Checked, lang: Language): string {
  if (check === undefined) return "";
  const word = message(lang, outcomeWords[check.outcome]);
  const text = check.message === "" ? word : `${word}, ${clippedText(check.message, 1000)}`;
  return message(lang, "check.line", { path: plainText(path), text });
}

/** What the baseline holds and the document no longer has, at most. */
const fixedNamed = 5;

/** What was mended in a document since the baseline was made. */
export function fixedLines({ check }: Checked, lang: Language): string[] {
  const fixed = check?.fixed ?? [];
  const named = fixed.slice(0, fixedNamed).map(({ rule, section }) => {
    const what = section === "" ? rule : `${section} (${rule})`;
    return `  ${message(lang, "check.fixed", { what: clippedText(what, 200) })}`;
  });
  if (fixed.length > fixedNamed)
    named.push(`  ${message(lang, "document.more", { n: fixed.length - fixedNamed })}`);
  return named;
}

/** What a change took away from a document, at most. */
const lostNamed = 5;

/** "hette utkast v1.docx": what a document with another name was called at the git ref; [] when it was called the same. */
export function renamedLines({ path, check }: Checked, lang: Language): string[] {
  const name = (text: string): string => text.slice(text.lastIndexOf("/") + 1);
  const before = check?.before ?? null;
  return before === null || name(before) === name(path)
    ? []
    : [`  ${message(lang, "check.renamed", { before: plainText(before) })}`];
}

/** What the change took away from a document and nobody accepted. */
function lostLines({ check }: Checked, lang: Language): string[] {
  const told = (check?.lost ?? []).filter(({ suppressed }) => suppressed === undefined);
  return [
    ...told.slice(0, lostNamed).map(({ message: text }) => `  ${clippedText(text, 500)}`),
    ...(told.length > lostNamed
      ? [`  ${message(lang, "document.more", { n: told.length - lostNamed })}`]
      : []),
  ];
}

/** "utkast/a.md: underkänd, dokumentet är borttaget", and what it held with its fingerprint, for each removed document. */
export function lostDocumentLines({ changedSince }: CheckReport, lang: Language): string[][] {
  return (changedSince?.lost ?? []).map(({ path, failing, suppressed, fingerprint, message: said }) => {
    const gone = message(lang, "check.documentGone");
    const text =
      suppressed === undefined
        ? failing === true
          ? `${message(lang, "check.failed")}, ${gone}`
          : gone
        : `${gone}, ${message(lang, "suppressed.because", { reason: clippedText(suppressed.reason, 300) })}`;
    return [
      message(lang, "check.line", { path: plainText(path), text }),
      ...(suppressed === undefined ? [`  ${clippedText(said, 500)} [${plainText(fingerprint)}]`] : []),
    ];
  });
}

/** The run in a few lines: how many passed, what it was compared with, what has gone. */
export function checkSum({ documents, baseline, changedSince }: CheckReport, lang: Language): string[] {
  const { passed, failed, notJudged, notChecked } = documents;
  const n = passed + failed + notJudged + notChecked;
  const lines =
    n === 0 && changedSince !== undefined
      ? []
      : [
          message(lang, "check.sum", { n, passed, failed }) +
            (notJudged > 0 ? message(lang, "check.sumNotJudged", { n: notJudged }) : "") +
            (notChecked > 0 ? message(lang, "check.sumNotChecked", { n: notChecked }) : "") +
            ".",
        ];
  if (changedSince !== undefined) {
    const { unchanged, removed } = changedSince;
    const ref = plainText(changedSince.ref);
    lines.push(message(lang, n === 0 ? "check.changedNone" : "check.changedSum", { ref, n, unchanged }));
    if (removed.length > 0) {
      const paths = clippedText(removed.join(", "), 300);
      lines.push(message(lang, "check.removed", { ref, paths }));
    }
  }
  if (baseline !== undefined) {
    const { path, gone, fixed, ...counts } = baseline;
    lines.push(message(lang, "check.baselineSum", { path: plainText(path), fixed, ...counts }));
    if (gone.length > 0) {
      const paths = clippedText(gone.join(", "), 300);
      lines.push(message(lang, "check.gone", { paths }));
    }
    if (fixed > 0 || gone.length > 0) lines.push(message(lang, "check.prune", { path: plainText(path) }));
  }
  return lines;
}

/** All of it. */
export function checkLines(documents: readonly Checked[], check: CheckReport, lang: Language): string[] {
  return [
    ...documents.flatMap((document) => [
      checkLine(document, lang),
      ...renamedLines(document, lang),
      ...lostLines(document, lang),
      ...fixedLines(document, lang),
    ]),
    ...lostDocumentLines(check, lang).flat(),
    ...checkSum(check, lang),
  ];
}
