// The bars that a check demands: by document type in the configuration, or for all documents on the command line.

/** What `--fail-on` can name. */
export const failOnNames = ["missing", "review", "unmet", "waiver", "notice", "lost"] as const;
export type FailOn = (typeof failOnNames)[number];

/** Bars as they were written; what is left out demands nothing. */
export interface Bars {
  /** Per cent, 0–100. */
  readonly minCoverage?: number | undefined;
  /** The deepest level outside forewords and the like, 0–4. */
  readonly minLevel?: number | undefined;
  /** Sections where the perspective is missing, at most. */
  readonly maxGaps?: number | undefined;
  /** Ids of requirements: "K-MB-05" or the rule's own. */
  readonly require?: readonly string[] | undefined;
  readonly failOn?: readonly FailOn[] | undefined;
}

export interface DemandedBars {
  /** Of the configuration, for every document. */
  readonly all: Bars;
  /** Of the configuration, by document type; they outdo those for every document, one by one. */
  readonly types: Readonly<Record<string, Bars>>;
  /** Of the command line; they outdo the configuration, one by one. */
  readonly given: Bars;
}

const onlySet = (bars: Bars): Bars =>
  Object.fromEntries(Object.entries(bars).filter(([, value]) => value !== undefined));

/** The bars that hold for a document of this type. */
export function barsFor(type: string, { all, types, given }: DemandedBars): Bars {
  const own = Object.hasOwn(types, type) ? types[type] : undefined;
  return { ...onlySet(all), ...onlySet(own ?? {}), ...onlySet(given) };
}

/** Is nothing demanded, of no document? */
export function demandsNothing({ all, types, given }: DemandedBars): boolean {
  return [all, given, ...Object.values(types)].every((bars) => Object.keys(onlySet(bars)).length === 0);
}

/** What is demanded when there is a baseline and no bar was set: that nothing gets worse. */
export const barsOfBaseline: Bars = { failOn: ["missing", "unmet"] };

/** The same when documents are compared with their version at a git ref. */
export const barsOfChange: Bars = { failOn: ["missing", "unmet", "lost"] };

/** The bars without what needs an earlier version to compare with. */
export function withoutLosses(bars: Bars): Bars {
  const { failOn, ...others } = bars;
  const left = failOn?.filter((what) => what !== "lost") ?? [];
  return left.length === 0 ? others : { ...others, failOn: left };
}
