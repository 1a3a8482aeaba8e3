// What went with the documents that a change removed.
import { barsFor } from "../../gate/bars.ts";
import { findLostDocument, type StandingEvidence } from "../../gate/lost-document.ts";
import { suppressLosses } from "../../gate/suppress.ts";
import type { LostDocumentReport } from "../../model/check-report.ts";
import type { DocumentReport } from "../../model/report.ts";
import { fingerprintOf } from "../../pipeline/fingerprint.ts";
import type { SuppressionTally } from "../audit/suppression-tally.ts";
import { inside, suppressionsOf } from "../configured.ts";
import type { CheckTerms } from "./hold-document.ts";

/**
 * The losses of all removed documents, once all that is left is known to `standing`. `note` is handed each of those
 * documents with what it lost, for suppressions may name it.
 */
export async function findLostDocuments(
  { changes, config, demanded, lang, today, tellUnread }: CheckTerms,
  standing: Pick<StandingEvidence, "has">,
  note: SuppressionTally["note"],
): Promise<LostDocumentReport[]> {
  if (changes === undefined) return [];
  const all: LostDocumentReport[] = [];
  for await (const { report, reason, ...place } of changes.removedDocuments()) {
    if (report === null) {
      tellUnread("check.formerUnreadGone", place.found.path, reason);
      continue;
    }
    const removed = withoutOwnFindings(report);
    const lost = suppressLosses(
      findLostDocument(report, standing, { lang, fingerprintOf }).map((loss) => ({
        ...loss,
        section: null,
        location: null,
      })),
      removed,
      suppressionsOf(inside(place.input, place.found.path), config),
      today,
    );
    note({ ...removed, check: { outcome: "notChecked", bars: [], message: "", lost } }, place);
    const isDemanded = barsFor(report.type.id, demanded).failOn?.includes("lost") === true;
    for (const { section: _section, location: _location, ...loss } of lost) {
      const failing = isDemanded && loss.suppressed === undefined ? { failing: true } : {};
      all.push({ ...loss, path: report.path, ...failing });
    }
  }
  return all;
}

/** A document that is gone lacks nothing any more, and a comment in it suppresses nothing. */
function withoutOwnFindings(document: DocumentReport): DocumentReport {
  const { suppressions: _suppressions, ...rest } = document;
  return { ...rest, gaps: [], requirements: [] };
}
