// Where along the steering chain the perspective is found and where it is lost.
import type { ChainReport, Level } from "../model/report.ts";
import { chainLinks, type ChainLink } from "../model/rule.ts";

/** For each link: expected sections that carry it, how many of them are covered or left to a person, and the deepest level. */
export function chainOf(
  sections: readonly {
    readonly expected: boolean;
    readonly status: string;
    readonly level: Level;
    readonly framing: boolean;
    readonly chain: readonly ChainLink[];
    readonly evidence: readonly { readonly chain: ChainLink | "framing"; readonly level: Level }[];
  }[],
): Record<ChainLink, ChainReport> {
  const entries = chainLinks.map((link): [ChainLink, ChainReport] => {
    const own = sections.filter(
      (section) => section.expected && section.status !== "unread" && section.chain.includes(link),
    );
    const levels = sections
      .filter((section) => !section.framing)
      .flatMap((section) =>
        section.evidence.filter((evidence) => evidence.chain === link).map(({ level }) => level),
      );
    return [
      link,
      {
        expected: own.length,
        covered: own.filter((section) => section.status === "present").length,
        review: own.filter((section) => section.status === "review").length,
        level: levels.reduce<Level>((deepest, level) => (level > deepest ? level : deepest), 0),
      },
    ];
  });
  return Object.fromEntries(entries) as Record<ChainLink, ChainReport>;
}
