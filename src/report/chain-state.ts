// Where the steering chain is broken, and where that cannot be said yet. Every format must say the same.
import { message, type Language } from "../messages/message.ts";
import type { ChainReport, DocumentReport } from "../model/report.ts";
import { chainLinks, type ChainLink } from "../model/rule.ts";

export interface ChainState {
  /** Links that are expected and nowhere to be found. */
  readonly missing: readonly ChainLink[];
  /** Links without evidence in sections that a person has to read first: nobody can say yet that they are missing. */
  readonly toJudge: readonly ChainLink[];
}

/** The links of a document that hold no evidence. A level comes from evidence: a link that has one is not missing. */
export function chainState(chain: Readonly<Record<ChainLink, ChainReport>>): ChainState {
  const empty = chainLinks.filter((link) => {
    const { expected, covered, level } = chain[link];
    return expected > 0 && covered === 0 && level === 0;
  });
  return {
    missing: empty.filter((link) => chain[link].review === 0),
    toJudge: empty.filter((link) => chain[link].review > 0),
  };
}

/** Which links of the steering chain are missing, and which a person has to look for; [] when all are there. */
export function chainTexts(chain: DocumentReport["chain"], lang: Language): string[] {
  const { missing, toJudge } = chainState(chain);
  const names = (links: readonly ChainLink[]): string =>
    links.map((link) => message(lang, `chain.${link}`)).join(", ");
  return [
    ...(missing.length === 0 ? [] : [message(lang, "document.chainGaps", { links: names(missing) })]),
    ...(toJudge.length === 0 ? [] : [message(lang, "document.chainReview", { links: names(toJudge) })]),
  ];
}
