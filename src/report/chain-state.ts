// Where the steering chain is broken, and where that cannot be said yet. Every format must say the same.
import { message, type Language } from "../messages/message.ts";
import type { ChainReport, DocumentReport } from "../model/report.ts";
import { chainLinks, type ChainLink } from "../model/rule.ts";

/**
 * What can be said of a link in a document.
 *   notExpected  no section that carries it is expected to have the perspective, and none has
 *   found        evidence is about the link: it has a level
 *   sectionsOnly some section of the link has the perspective, but no evidence is about the link itself
 *   missing      expected and nowhere to be found
 *   toJudge      nothing was found, but sections are left that a person has to read first
 */
export type LinkState = "notExpected" | "found" | "sectionsOnly" | "missing" | "toJudge";

/** A level comes from evidence: a link that has one is not missing. */
export function linkState({ expected, covered, review, level }: ChainReport): LinkState {
  if (level > 0) return "found";
  if (covered > 0) return "sectionsOnly";
  if (expected === 0) return "notExpected";
  return review > 0 ? "toJudge" : "missing";
}

/** The links of a document that are in this state, in the order of the chain. */
export function linksIn(
  chain: Readonly<Record<ChainLink, ChainReport>>,
  state: LinkState,
): readonly ChainLink[] {
  return chainLinks.filter((link) => linkState(chain[link]) === state);
}

/** Which links of the steering chain are missing, and which a person has to look for; [] when all are there. */
export function chainTexts(chain: DocumentReport["chain"], lang: Language): string[] {
  const names = (links: readonly ChainLink[]): string =>
    links.map((link) => message(lang, `chain.${link}`)).join(", ");
  const missing = linksIn(chain, "missing");
  const sectionsOnly = linksIn(chain, "sectionsOnly");
  const toJudge = linksIn(chain, "toJudge");
  return [
    ...(missing.length === 0 ? [] : [message(lang, "document.chainGaps", { links: names(missing) })]),
    ...(sectionsOnly.length === 0
      ? []
      : [message(lang, "document.chainSections", { links: names(sectionsOnly) })]),
    ...(toJudge.length === 0 ? [] : [message(lang, "document.chainReview", { links: names(toJudge) })]),
  ];
}

/** Fewer sections than this say nothing about a link of the chain. */
const sectionsNeeded = 3;

export interface LinkCoverage {
  readonly link: ChainLink;
  readonly covered: number;
  readonly expected: number;
}

/**
 * How far the perspective reaches in the sections of each link, the documents taken together, for links with at least
 * three such sections. A document in which a link is left to judge says nothing of that link yet and is not counted.
 */
export function linkCoverage(documents: readonly Pick<DocumentReport, "chain">[]): readonly LinkCoverage[] {
  return chainLinks
    .map((link) => {
      const known = documents
        .map(({ chain }) => chain[link])
        .filter((report) => linkState(report) !== "toJudge");
      return {
        link,
        covered: known.reduce((sum, { covered }) => sum + covered, 0),
        expected: known.reduce((sum, { expected }) => sum + expected, 0),
      };
    })
    .filter(({ expected }) => expected >= sectionsNeeded);
}
