// Requirements of a document → plain JSON: evidence by id, places as locations, texts in the language of the run.
import type { PackJudgement, RequirementFinding, SectionJudgement } from "../judge/judgement.ts";
import type { Document } from "../model/document.ts";
import { locate } from "../model/locate.ts";
import type { RequirementReport } from "../model/report.ts";
import { fingerprintOf } from "./fingerprint.ts";

/**
 * The requirements of one pack, in its order. The ids of evidence are those that the report gives: "e1" for the first, if
 * no evidence of other packs comes `before`.
 */
export function reportRequirements(
  document: Document,
  judgement: PackJudgement,
  before: number,
  lang: "sv" | "en",
): RequirementReport[] {
  const sectionsById = new Map(judgement.sections.map((judged) => [judged.section.id, judged]));
  const idsOfEvidence = new Map(
    judgement.sections
      .flatMap(({ evidence }) => evidence)
      .map((piece, index) => [piece, `e${String(before + index + 1)}`]),
  );
  return judgement.requirements.map((finding): RequirementReport => {
    const { rule, status } = finding;
    const judged = finding.section === null ? undefined : sectionsById.get(finding.section);
    const toDo = status === "unmet" || status === "partly";
    const message = status === "partly" ? (rule.partlyMessage ?? rule.message) : rule.message;
    const fill = (text: string): string => (toDo ? text.replaceAll("{område}", nameOf(judged)) : "");
    return {
      id: rule.handbook ?? rule.id,
      rule: rule.id,
      ...(toDo ? { fingerprint: fingerprintOf(rule.id, [], "", 0) } : {}),
      title: rule.title[lang],
      status,
      severity: rule.severity,
      evidence: finding.evidence.flatMap((piece) => idsOfEvidence.get(piece) ?? []),
      searched: finding.searched,
      section: finding.section,
      location: judged === undefined ? null : locate(document, offsetOf(judged, finding)),
      lacking: finding.lacking,
      review: finding.review,
      because: finding.because,
      message: fill(message[lang]),
      question: fill(rule.question[lang]),
      recommendation: fill(rule.recommendation[lang]),
      source: rule.source,
    };
  });
}

/** Where to look: at the evidence when it stands in that section, otherwise at the heading. */
function offsetOf(judged: SectionJudgement, finding: RequirementFinding): number {
  const piece = finding.evidence.find((evidence) => judged.evidence.includes(evidence));
  return piece?.span.start ?? judged.section.headingSpan?.start ?? judged.span.start;
}

function nameOf(judged: SectionJudgement | undefined): string {
  return judged?.section.heading ?? "";
}
