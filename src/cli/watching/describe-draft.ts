// A draft in words: how it stands, and what has changed in it.
import { compareReports } from "../../compare/compare-reports.ts";
import { formatPercent, message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DocumentReport } from "../../model/report.ts";
import { comparisonFormats } from "../../report/compare/index.ts";
import type { RenderOptions } from "../../report/render-options.ts";
import { countedGaps } from "../../report/suppressed.ts";
import type { Configured } from "../configured.ts";
import type { Pipeline } from "../pipeline.ts";
import type { Version } from "./audit-drafts.ts";

/** "utkast.docx: finns delvis, täckning 41 %, 12 luckor" */
export function stateLine(document: DocumentReport, lang: Language): string {
  return message(lang, "watch.state", {
    path: plainText(document.path),
    verdict: message(lang, `verdict.${document.verdict}`),
    coverage: formatPercent(document.coverage.share, lang),
    n: countedGaps(document).length,
  });
}

/** What has changed between two versions of a draft, as the terminal shows it. */
export async function renderChange(
  before: Version,
  now: Version,
  { lang, packs }: Configured,
  shape: Omit<RenderOptions, "lang">,
  pipeline: Pick<Pipeline, "assembleReport">,
): Promise<string> {
  const side = async ({ report, texts }: Version, name: string) => ({
    name,
    report: await pipeline.assembleReport([report], packs),
    texts: () => texts,
  });
  const comparison = compareReports(
    await side(before, message(lang, "watch.before")),
    await side(now, message(lang, "watch.after")),
  );
  const render = await comparisonFormats.terminal.load();
  return render(comparison, { lang, ...shape });
}
