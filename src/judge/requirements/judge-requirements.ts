// Requirements of the document's type: met, partly, unmet or not applicable, each with its evidence or with the sections
// that were searched (handbook §7). An absence stands at the section that ought to hold what is missing.
import { isUncertain, type RecognisedType } from "../document-type.ts";
import { readShare } from "../read-share.ts";
import { isDamaged, isForeign } from "../section-status.ts";
import type { RuleIndex } from "../../match/rule-index.ts";
import type { IndexedRequirement } from "../../match/requirement-terms.ts";
import type { TokenisedText } from "../../language/tokens.ts";
import type { RequirementStatus } from "../../model/report.ts";
import type { RequirementPart } from "../../model/rule.ts";
import type { EvidenceFinding, RequirementFinding, SectionJudgement } from "../judgement.ts";
import type { MatchedDocument } from "../passages.ts";
import { bestPlace, findPlaces, type Place } from "./find-place.ts";
import { spotsIn, type Spot } from "./find-spots.ts";
import { judgedText, type JudgedText } from "./judged-text.ts";

/** Pieces of evidence that are named for one requirement, at most: a reader wants proof, not all of it. */
const mostEvidence = 20;

/** How a part has fared. */
interface PartResult {
  readonly holds: boolean;
  readonly spots: readonly Spot[];
  /** Sections of a requirement on a share of them that hold nothing. */
  readonly lacking: readonly number[];
}

/**
 * Judges the requirements that all types have and those of `type`, in the order of the packs. Those of an uncertain type are
 * named and not tried: what a document of another kind lacks is no fault in it. `titles` are the lines that name the
 * document: its title and the words of its file's name.
 */
export function judgeRequirements(
  index: RuleIndex,
  matched: MatchedDocument,
  sections: readonly SectionJudgement[],
  type: RecognisedType,
  titles: readonly string[],
  tokeniseText: (text: string) => TokenisedText,
): RequirementFinding[] {
  const asked = index.requirements.filter(
    ({ rule }) => rule.types.length === 0 || rule.types.includes(type.id),
  );
  if (asked.length === 0) return [];
  if (isForeign(matched.document))
    return asked.map((requirement) => ({ ...untried(requirement), because: "unread" }));
  const text = judgedText(index, matched, sections, titles, tokeniseText);
  const uncertain = isUncertain(type);
  return asked.map((requirement) =>
    uncertain && requirement.rule.types.length > 0
      ? { ...untried(requirement), because: "type" }
      : judgeOne(text, requirement),
  );
}

/** A requirement that was not held against the text. */
function untried({ rule }: IndexedRequirement): Omit<RequirementFinding, "because"> {
  const none = { evidence: [], searched: [], section: null, lacking: [], review: [] };
  return { rule, status: "notApplicable", ...none };
}

function judgeOne(text: JudgedText, requirement: IndexedRequirement): RequirementFinding {
  const { rule } = requirement;
  const places = findPlaces(text, requirement);
  const searched = places.length > 0 ? places : everywhere(text, requirement, requirement.place < 0);
  if (!applies(text, requirement, places)) return { ...untried(requirement), because: "condition" };

  const tryPart = (part: RequirementPart): PartResult => {
    const where = part.anywhere ? everywhere(text, requirement, true) : searched;
    return resultOf(text, requirement, part, where);
  };
  const expected = rule.expect.map(tryPart);
  const holding = expected.filter((part) => part.holds);
  const enough = holding.length >= rule.expectAtLeast;
  const weaker = enough && !rule.absence ? [] : rule.partly.map(tryPart).filter((part) => part.holds);

  let status: RequirementStatus;
  if (rule.absence) status = !enough ? "met" : weaker.length > 0 ? "partly" : "unmet";
  else status = enough ? "met" : weaker.length > 0 || holding.length > 0 ? "partly" : "unmet";

  // Of a requirement that is half met, what was found counts as evidence though it was not enough.
  const proof = ranked(
    (holding.length > 0 ? holding : weaker).flatMap((part) => part.spots),
    places,
  );
  // Where no section is the place for it, none lacks it: the document does.
  const lacking =
    status === "met" || places.length === 0
      ? []
      : (expected.find((part) => part.lacking.length > 0)?.lacking ?? []);
  const unread =
    status === "unmet" &&
    !rule.absence &&
    (readShare(text.matched.document, text.sections) < text.index.thresholds.verdict.readShareAtLeast ||
      isDamaged(text.matched.document));
  return {
    rule,
    searched: idsOf(text, searched),
    status: unread ? "notApplicable" : status,
    because: unread ? "unread" : null,
    evidence: evidenceOf(proof),
    section: standsAt(text, status, rule.absence, places, proof, lacking),
    lacking: lacking.map((position) => idOf(text, position)),
    review:
      status === "unmet"
        ? idsOf(
            text,
            searched.filter(({ position }) => text.sections[position]?.status === "review"),
          )
        : [],
  };
}

function applies(text: JudgedText, requirement: IndexedRequirement, places: readonly Place[]): boolean {
  const { when } = requirement.rule;
  if (text.inTitles.has(requirement.notTitles)) return false;
  if (when.place && places.length === 0) return false;
  if (!(when.placeEnough && places.length > 0) && !isAboutPeople(text, requirement)) return false;
  if (when.found.length === 0) return true;
  const whole = everywhere(text, requirement, true);
  return when.found.some((part) => resultOf(text, requirement, part, whole).holds);
}

/** Do enough sections, and enough of the text, expect the perspective? Sections under a heading of `notUnder` stand aside. */
function isAboutPeople(text: JudgedText, { rule, notUnder }: IndexedRequirement): boolean {
  const { expectedSections, expectedShare } = rule.when;
  const counted = text.open.filter(
    (position) =>
      ![text.ownHeading[position], text.headingsAbove[position]].some((found) => found?.has(notUnder)),
  );
  const expected = counted.filter((position) => text.sections[position]?.expected === true);
  const wordsIn = (positions: readonly number[]): number =>
    positions.reduce((sum, position) => sum + wordsOf(text, position), 0);
  return expected.length >= expectedSections && wordsIn(expected) >= expectedShare * wordsIn(counted);
}

/** All open sections; `whole` says whether all of their text counts or only paragraphs with a term of the requirement. */
function everywhere(text: JudgedText, { rule }: IndexedRequirement, whole: boolean): Place[] {
  return text.open.flatMap((position) =>
    text.sections[position]?.framing === true && !rule.within.framing ? [] : [{ position, whole, fit: 0 }],
  );
}

function resultOf(
  text: JudgedText,
  requirement: IndexedRequirement,
  part: RequirementPart,
  places: readonly Place[],
): PartResult {
  const spots = places.flatMap((place) => spotsIn(text, requirement, part, place));
  const positions = new Set(spots.map((spot) => spot.position));
  if (part.share === undefined) {
    const sentences = new Set(spots.map((spot) => `${String(spot.position)} ${String(spot.sentence)}`));
    const holds = positions.size >= part.sections && sentences.size >= part.sentences;
    return { holds, spots, lacking: [] };
  }
  const groups = new Map<number, number[]>();
  for (const { position } of places) {
    const group = part.per === "chapter" ? chapterOf(text, position) : position;
    groups.set(group, [...(groups.get(group) ?? []), position]);
  }
  const lacking = [...groups.values()].filter((group) => !group.some((position) => positions.has(position)));
  const holds = groups.size > 0 && (groups.size - lacking.length) / groups.size >= part.share;
  return { holds, spots, lacking: lacking.flat() };
}

function chapterOf(text: JudgedText, position: number): number {
  let chapter = position;
  for (;;) {
    const parent = text.sections[chapter]?.section.parent ?? null;
    if (parent === null) return chapter;
    chapter = parent;
  }
}

/** The spots, those in the sections that fit best first, and the deepest first of equals. */
function ranked(spots: readonly Spot[], places: readonly Place[]): Spot[] {
  const fits = new Map(places.map(({ position, fit }) => [position, fit]));
  const fitOf = ({ position }: Spot): number => fits.get(position) ?? 0;
  const levelOf = ({ evidence }: Spot): number => evidence?.level ?? 0;
  return [...spots].sort(
    (one, other) =>
      fitOf(other) - fitOf(one) ||
      levelOf(other) - levelOf(one) ||
      one.position - other.position ||
      one.sentence - other.sentence,
  );
}

/** The section where the finding stands; null for the document itself. */
function standsAt(
  text: JudgedText,
  status: RequirementStatus,
  absence: boolean,
  places: readonly Place[],
  proof: readonly Spot[],
  lacking: readonly number[],
): string | null {
  if (status !== "met" && lacking.length > 0) {
    const longest = [...lacking].sort((a, b) => wordsOf(text, b) - wordsOf(text, a) || a - b)[0];
    return longest === undefined ? null : idOf(text, longest);
  }
  const [found] = proof;
  if (status !== "unmet" || absence) return found === undefined ? null : idOf(text, found.position);
  const best = bestPlace(places);
  return best === undefined || isAnywhere(text, places) ? null : idOf(text, best.position);
}

/** Are all places as good as each other? Then what is missing is missing in the document. */
function isAnywhere(text: JudgedText, places: readonly Place[]): boolean {
  return (
    places.length > 1 &&
    places.every(({ fit, position }) => fit <= (text.sections[position]?.expected === true ? 2 : 0))
  );
}

function wordsOf(text: JudgedText, position: number): number {
  return text.sections[position]?.words ?? 0;
}

function idOf(text: JudgedText, position: number): string {
  return text.sections[position]?.section.id ?? "";
}

function idsOf(text: JudgedText, places: readonly Place[]): string[] {
  return places
    .filter(({ position }) => wordsOf(text, position) > 0)
    .map(({ position }) => idOf(text, position));
}

/** Each piece of evidence once, in the order of the spots. */
function evidenceOf(spots: readonly Spot[]): EvidenceFinding[] {
  return [...new Set(spots.flatMap(({ evidence }) => (evidence === null ? [] : [evidence])))].slice(
    0,
    mostEvidence,
  );
}
