// Results as JSON lines, each written as soon as its document is done.
import type { DuplicateReport } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import { renderDuplicateLine, renderJsonLine } from "../../report/json.ts";
import type { Shard } from "../inputs/shard.ts";
import type { Pipeline } from "../pipeline.ts";
import type { Results } from "../results/open-results.ts";
import type { Audited } from "./audit-inputs.ts";

export interface ResultLines {
  readonly document: (audited: Audited) => Promise<void>;
  /** `position` is the place of its input among all inputs, from 1. */
  readonly duplicate: (duplicate: DuplicateReport, position: number) => Promise<void>;
}

/** Lines that go to all of `places`; nothing is made where there are none. */
export async function startLines(
  places: Results["streamed"],
  packs: readonly RulePack[],
  shard: Shard | undefined,
  pipeline: Pick<Pipeline, "assembleReport">,
): Promise<ResultLines> {
  // Lines have no head: each says by which rules it was judged.
  const origin = places.length === 0 ? null : await pipeline.assembleReport([], packs);
  const write = async (line: string): Promise<void> => {
    for (const place of places) await place.write(line);
  };
  const partOf = (position: number) => (shard === undefined ? {} : { shard: { ...shard, position } });
  return {
    document: async ({ document, facts, position }) => {
      if (origin === null) return;
      await write(renderJsonLine(document, { ...origin, ...partOf(position), ...facts }));
    },
    duplicate: async (duplicate, position) => {
      if (origin !== null) await write(renderDuplicateLine({ ...duplicate, ...partOf(position) }));
    },
  };
}
