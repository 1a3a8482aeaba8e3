// One document of a check against its bars, its accepted gaps and, with `--changed-since`, what it was before.
import type { Config } from "../../config/config.ts";
import { barsFor, type DemandedBars } from "../../gate/bars.ts";
import { checkDocument } from "../../gate/check-document.ts";
import { compareWithEarlier, unchangedInEither } from "../../gate/earlier-version.ts";
import { findLosses, type ChangedDocument } from "../../gate/losses.ts";
import { suppressLosses } from "../../gate/suppress.ts";
import type { Language } from "../../messages/message.ts";
import type { LossReport } from "../../model/check-report.ts";
import type { DocumentReport } from "../../model/report.ts";
import type { AuditOptions } from "../../pipeline/audit.ts";
import { fingerprintOf } from "../../pipeline/fingerprint.ts";
import type { OpenBaseline } from "../baseline/open-baseline.ts";
import { inside, suppressionsOf } from "../configured.ts";
import type { ChangedDocuments } from "./changed-documents.ts";
import type { DocumentPlace } from "../inputs/open-inputs.ts";

/** What all documents of a check are held against. */
export interface CheckTerms {
  readonly demanded: DemandedBars;
  /** Gaps that were accepted. */
  readonly accepted: OpenBaseline | undefined;
  /** What has changed since a git ref. */
  readonly changes: ChangedDocuments | undefined;
  readonly config: Config | null;
  readonly lang: Language;
  /** The share of a document that must have been read, 0..1. */
  readonly readShareAtLeast: number;
  /** The day of the run, "2027-01-31". */
  readonly today: string;
  /** Is told of a version that is in git and cannot be read, and why: of a document that is there, or of one that is gone. */
  readonly tellUnread: (
    key: "check.formerUnread" | "check.formerUnreadGone",
    path: string,
    reason: string,
  ) => void;
}

/** The document with its check. `standardText` is what it was judged with. */
export async function holdDocument(
  document: DocumentReport,
  place: DocumentPlace,
  standardText: AuditOptions["standardText"],
  terms: CheckTerms,
): Promise<DocumentReport> {
  const { accepted, changes, lang, readShareAtLeast } = terms;
  const compared = accepted?.compare(document, place);
  const earlier =
    document.status === "audited" ? await changes?.earlierOf(document, place, standardText) : undefined;
  const marked = compared?.document ?? document;
  const bars = barsFor(document.type.id, terms.demanded);
  const context = { lang, newOnly: compared !== undefined, readShareAtLeast, fixed: compared?.fixed };
  if (earlier === undefined) return checkDocument(marked, bars, context);
  if (earlier.kind === "unreadable") terms.tellUnread("check.formerUnread", document.path, earlier.reason);
  const changed = earlier.kind === "changed" ? earlier.changed : null;
  const own = compareWithEarlier(document, changed);
  return checkDocument(accepted === undefined ? own : unchangedInEither(marked, own), bars, {
    ...context,
    newOnly: true,
    before: earlier.kind === "changed" ? earlier.path : null,
    lost: changed === null ? undefined : lossesOf(changed, place, terms),
  });
}

function lossesOf(
  changed: ChangedDocument,
  { found, input }: DocumentPlace,
  { config, lang, readShareAtLeast, today }: CheckTerms,
): readonly LossReport[] {
  const losses = findLosses(changed, { lang, readShareAtLeast, fingerprintOf });
  return suppressLosses(losses, changed.after, suppressionsOf(inside(input, found.path), config), today);
}
