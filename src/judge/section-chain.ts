// Which links of the steering chain a section carries (handbook §3.6).
import type { RuleIndex } from "../match/rule-index.ts";
import { chainLinks, type ChainLink } from "../model/rule.ts";
import type { Expectation } from "./expectation.ts";
import { signalsIn } from "./signals.ts";
import type { MatchedDocument, TokenRange } from "./passages.ts";
import type { SectionRole } from "./section-role.ts";

/** The links of the chain that a section carries: what its heading says, and what its sentences do often enough. */
export function chainOfSection(
  index: RuleIndex,
  matched: MatchedDocument,
  body: TokenRange,
  role: SectionRole,
  expectation: Expectation,
): ChainLink[] {
  const links = new Set<ChainLink>();
  if (role.chain != null) links.add(role.chain);
  if (role.framing || role.quiet) return [...links];
  const signals = signalsIn(index, matched, body);
  const often = expectation.words <= 60 ? 1 : 2;
  const count = (...names: Parameters<typeof signals.get>[0][]): number =>
    names.reduce((sum, name) => sum + (signals.get(name)?.length ?? 0), 0);
  if (count("goalWord", "target") >= often) links.add("goal");
  if (
    count("assignment", "actionLabel") +
      (signals.get("steering") ?? []).filter((s) => !s.names.has("modal")).length >=
    often
  )
    links.add("action");
  if (count("money") >= often) links.add("resource");
  if (count("responsible") >= often) links.add("responsibility");
  if (count("indicator", "followUp", "outcome") >= often) links.add("followUp");
  if (count("quantity", "cause", "difference", "comparison") >= often && expectation.found.has("statistics"))
    links.add("analysis");
  return chainLinks.filter((link) => links.has(link));
}
