// Documents in the order of steering, and the links that are lost on the way. All of it follows from the report's chain.
import { stages, chainLinks, type ChainLink, type Stage } from "../../model/rule.ts";
import type { Level, Report } from "../../model/report.ts";
import { linkState } from "../chain-state.ts";
import type { PageDocument } from "./page-context.ts";

export type StageOrOther = Stage | "other";

export interface StageGroup {
  readonly stage: StageOrOther;
  readonly documents: readonly PageDocument[];
}

/** A link that is steered in an earlier document and hardly named in this one. */
export interface LostLink {
  readonly link: ChainLink;
  readonly source: PageDocument;
  readonly target: PageDocument;
  readonly from: Level;
  readonly to: Level;
}

const steered = 3;
const hardlyNamed = 1;

function stageOf({ document }: PageDocument, labels: Report["labels"]): StageOrOther {
  const { stages: known = {} } = labels;
  const { id } = document.type;
  return (Object.hasOwn(known, id) ? known[id] : undefined) ?? "other";
}

/** Documents by their stage, in the order of steering; those whose type has no stage last. Empty stages are left out. */
export function byStage(documents: readonly PageDocument[], labels: Report["labels"]): readonly StageGroup[] {
  return [...stages, "other" as const]
    .map((stage) => ({
      stage,
      documents: documents.filter((document) => stageOf(document, labels) === stage),
    }))
    .filter((group) => group.documents.length > 0);
}

/**
 * Links that reach level 3 or more in a document of an earlier stage and at most 1 in a later one that is expected to
 * have them. `source` is the document where the link is deepest. In the order of steering, then of the chain. Nothing is
 * lost in a document without a verdict: there is too little of it to say so.
 */
export function lostLinks(groups: readonly StageGroup[]): readonly LostLink[] {
  const lost: LostLink[] = [];
  const best = new Map<ChainLink, { document: PageDocument; level: Level }>();
  for (const { stage, documents } of groups) {
    if (stage === "other") continue;
    for (const target of documents) {
      if (target.document.verdict === "notAssessed") continue;
      for (const link of chainLinks) {
        const report = target.document.chain[link];
        const { expected, level } = report;
        const source = best.get(link);
        // What a person has yet to read is not lost yet.
        const known = expected > 0 && linkState(report) !== "toJudge";
        if (source !== undefined && source.level >= steered && known && level <= hardlyNamed) {
          lost.push({ link, source: source.document, target, from: source.level, to: level });
        }
      }
    }
    for (const document of documents) {
      for (const link of chainLinks) {
        const { level } = document.document.chain[link];
        const known = best.get(link);
        if (known === undefined || level > known.level) best.set(link, { document, level });
      }
    }
  }
  return lost;
}
