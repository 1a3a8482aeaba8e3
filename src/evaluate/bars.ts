// Bars that figures must reach: "present-f1=0.95" on the command line, in CI, and in the tests of the built-in rules.
import { genomlysError } from "../errors/genomlys-error.ts";
import { suggestName } from "../errors/suggest-name.ts";
import type { Agreement, Evaluation, Scores } from "../model/evaluation.ts";

type Figures = Pick<Evaluation, "scores" | "review">;

const ofAgreement = (
  name: "present" | "missing" | "expected",
): Record<string, (figures: Figures) => number | null> => {
  const pick =
    (figure: (agreement: Agreement) => number | null) =>
    ({ scores }: Figures): number | null =>
      figure(scores[name]);
  return {
    [`${name}-p`]: pick(({ precision }) => precision.share),
    [`${name}-r`]: pick(({ recall }) => recall.share),
    [`${name}-f1`]: pick(({ f1 }) => f1.value),
  };
};

const ofScores =
  (figure: (scores: Scores) => number | null) =>
  ({ scores }: Figures): number | null =>
    figure(scores);

/** Name of a bar → the figure that it is put on. */
const figures: ReadonlyMap<string, (figures: Figures) => number | null> = new Map(
  Object.entries({
    ...ofAgreement("present"),
    ...ofAgreement("missing"),
    ...ofAgreement("expected"),
    kappa: ofScores(({ level }) => level.kappa.value),
    exact: ofScores(({ level }) => level.exact.share),
    "within-one": ofScores(({ level }) => level.withinOne.share),
    traps: ofScores(({ traps }) => traps.share),
    review: ({ review }: Figures) => review.share,
  }),
);

const barNames: readonly string[] = [...figures.keys()];

export interface Bar {
  readonly name: string;
  readonly demand: "min" | "max";
  readonly limit: number;
}

/** "present-f1=0.95,kappa=0.85" → bars. Throws a GenomlysError for a name that does not exist or a number that is none. */
export function parseBars(written: string, demand: Bar["demand"]): Bar[] {
  return written.split(",").map((each) => {
    const [, name = "", value = ""] = /^\s*([\w-]+)\s*=\s*([01](?:\.\d+)?)\s*$/.exec(each) ?? [];
    const limit = Number(value);
    if (figures.has(name) && value !== "" && limit <= 1) return { name, demand, limit };
    const typed = each.split("=")[0]?.trim() ?? "";
    const suggestion = figures.has(typed) ? undefined : suggestName(typed, barNames);
    throw genomlysError("BAR_UNKNOWN", {
      bar: each.trim(),
      names: barNames.join(", "),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  });
}

/** Holds bars against figures. A figure that is not defined (no passage carries the label) misses every bar. */
export function checkBars(bars: readonly Bar[], measured: Figures): Evaluation["bars"] {
  return bars.map(({ name, demand, limit }) => {
    const value = figures.get(name)?.(measured) ?? null;
    const met = value !== null && (demand === "min" ? value >= limit : value <= limit);
    return { name, demand, limit, value, met };
  });
}
