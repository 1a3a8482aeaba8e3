// What standard error says beside the results of an audit: what was left out, what is idle, what was kept nowhere.
import { message, type Language } from "../../messages/message.ts";
import { reasonText } from "../../messages/system-reasons.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { SuppressionReport } from "../../model/check-report.ts";
import { describeSifting, type Configured } from "../configured.ts";
import type { OpenInputs } from "../inputs/open-inputs.ts";
import { describeOwnFiles } from "../inputs/own-report.ts";
import type { Manifest } from "../manifest/open-manifest.ts";
import type { AuditRun } from "./audit-inputs.ts";
import { describeNotMarked } from "./judge-again.ts";
import type { RepeatTally } from "./repeat-tally.ts";
import { describeIdle } from "./suppression-tally.ts";

export interface FinishedAudit {
  readonly inputs: Pick<OpenInputs, "sifting" | "ownFiles" | "passedOver" | "store">;
  readonly run: Pick<AuditRun, "notMarked" | "standardText">;
  /** Suppressions of the configuration. */
  readonly suppressions: readonly SuppressionReport[];
  /** Suppressions that stand in the documents' own text, by the path of the document. */
  readonly inText: readonly { readonly path: string; readonly suppressions: readonly SuppressionReport[] }[];
  readonly repeats: Pick<RepeatTally, "describe">;
  readonly manifest: Pick<Manifest, "describeMissing"> | undefined;
  /** Does standard output show the report that is read on a screen, which says some of it itself? */
  readonly onScreen: boolean;
  /** Were there results as lines, which cannot say what is known in the end only? */
  readonly asLines: boolean;
}

/** Lines of text, each with its line break; "" when there is nothing to say. */
export function describeAudit(
  { inputs, run, suppressions, inText, repeats, manifest, onScreen, asLines }: FinishedAudit,
  { config, lang }: Pick<Configured, "config" | "lang">,
): string {
  const { sifting, ownFiles, passedOver, store } = inputs;
  const { sentences, documents } = run.standardText;
  return [
    describeSifting(sifting, config, lang, { ignored: !onScreen }),
    ...suppressions.filter(isIdle).map((idle) => describeIdle(idle, "", lang)),
    ...inText.flatMap((own) =>
      own.suppressions.filter(isIdle).map((idle) => describeIdle(idle, own.path, lang)),
    ),
    onScreen ? "" : repeats.describe(lang),
    manifest?.describeMissing(lang) ?? "",
    describeOwnFiles(ownFiles, lang),
    passedOver.size === 0 ? "" : describePassedOver(passedOver, lang),
    describeNotMarked(run.notMarked, lang),
    asLines && sentences > 0
      ? `${message(lang, "standard.streamed", { n: sentences, documents: documents.size })}\n`
      : "",
    store?.failure == null
      ? ""
      : `${message(lang, "cache.failed", { reason: reasonText(store.failure, lang) })}\n`,
  ].join("");
}

const isIdle = ({ state }: SuppressionReport): boolean => state !== "used";

/** Kinds of passed-over files that are named; the rest are only counted. */
const kindsNamed = 5;

/** Says in one line how many files were left out because they are no documents, commonest kinds first. */
function describePassedOver(passedOver: OpenInputs["passedOver"], lang: Language): string {
  const kinds = [...passedOver].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = kinds.slice(0, kindsNamed).map(([ending, count]) => {
    const kind = ending === "" ? message(lang, "cli.withoutEnding") : `.${clippedText(ending, 20)}`;
    return `${kind} ${String(count)}`;
  });
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  if (kinds.length > kindsNamed) named.push("…");
  return `${message(lang, "cli.passedOver", { n: all, kinds: named.join(", ") })}\n`;
}
