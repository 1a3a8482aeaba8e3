// How the suppressions of the configuration fare in a run: one that suppresses nothing any more should be taken out.
import type { Config } from "../../config/config.ts";
import { countNamed, isExpired } from "../../gate/suppress.ts";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { SuppressionReport } from "../../model/check-report.ts";
import type { DocumentReport } from "../../model/report.ts";
import { inside, suppressionOf, suppressionsOf } from "../configured.ts";
import type { DocumentPlace } from "../inputs/open-inputs.ts";

export interface SuppressionTally {
  /** To be told every document; one that is told again counts as it is told last. */
  readonly note: (document: DocumentReport, found: DocumentPlace) => void;
  /**
   * The suppressions that this run can say something about: those that were tried on a document, and those that have
   * expired. One that names no path, or a pattern, could be about other documents, so only a run that saw all of them
   * (`whole`) can call it unused.
   */
  readonly states: (today: string, whole: boolean) => readonly SuppressionReport[];
}

/** Starts the count with nothing suppressed; without a configuration there is nothing to count. */
export function suppressionTally(config: Config | null): SuppressionTally {
  const written = config?.suppress ?? [];
  /** By place in the configuration: path of a document → findings that it names there. */
  const counts = written.map(() => new Map<string, number>());
  return {
    note(document, { found, input }) {
      if (written.length === 0 || document.status !== "audited") return;
      const tried = suppressionsOf(inside(input, found.path), config);
      for (const [index, entry] of written.entries()) {
        const own = suppressionOf(entry);
        if (!tried.some(({ where }) => where?.line === own.where?.line)) continue;
        counts[index]?.set(document.path, countNamed(own, [document]));
      }
    },
    states(today, whole) {
      return written.flatMap((entry, index): SuppressionReport[] => {
        const own = suppressionOf(entry);
        const tried = [...(counts[index]?.values() ?? [])];
        const findings = tried.reduce((sum, count) => sum + count, 0);
        if (isExpired(own, today)) return [{ ...own, state: "expired", findings }];
        if (findings > 0) return [{ ...own, state: "used", findings }];
        const namesOne = entry.path !== undefined && !/[*?{]|\/$/.test(entry.path);
        const isKnown = tried.length > 0 && (namesOne || whole);
        return isKnown ? [{ ...own, state: "unused", findings }] : [];
      });
    },
  };
}

/** A line on each suppression that names nothing or has expired. `document` is the path of the one that holds it. */
export function describeIdle(
  { state, until = "", names, where, location, reason }: SuppressionReport,
  document: string,
  lang: Language,
): string {
  const place =
    where === undefined
      ? location !== undefined && "line" in location
        ? `${document}:${String(location.line)}`
        : document
      : `${where.path}:${String(where.line)}`;
  const what = [names.fingerprint, names.rule, names.path, names.section]
    .filter((name) => name !== "")
    .join(", ");
  const values = {
    place: plainText(place),
    what: clippedText(what === "" ? reason : what, 100),
    day: plainText(until),
  };
  const key = state === "expired" ? "suppression.expired" : "suppression.unused";
  return `${message(lang, key, values)}\n`;
}
