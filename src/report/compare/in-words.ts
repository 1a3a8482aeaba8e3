// The phrases of a comparison: each fact of it in words. describe-comparison.ts puts them in their order.
import {
  formatCount,
  formatDecimal,
  formatPercent,
  formatPlace,
  message,
  type Language,
} from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type {
  ComparedDocument,
  ComparedGap,
  ComparedSection,
  ClosedReason,
  Comparison,
  DocumentComparison,
  NewReason,
  SectionComparison,
} from "../../model/comparison.ts";
import type { EvidenceReport, Report, RequirementStatus, Verdict } from "../../model/report.ts";
import { chainLinks } from "../../model/rule.ts";
import { linkState } from "../chain-state.ts";
import { levelName } from "../reasons.ts";
import { documentTypeName } from "../terminal/document-name.ts";
import { sectionName } from "../section-name.ts";
import { suppressionNote } from "../suppressed.ts";

/** A figure of a document on both sides. */
export interface FigureRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export const isChanged = ({ before, after }: FigureRow): boolean => before !== after;

/** File name without its folders. */
export function nameOf({ path }: Pick<ComparedDocument, "path">): string {
  return plainText(path).split(/[\\/]/).at(-1) ?? path;
}

function linkText(document: ComparedDocument, link: (typeof chainLinks)[number], lang: Language): string {
  const report = document.chain[link];
  const state = linkState(report);
  if (state === "found") return message(lang, "compare.linkLevel", { level: report.level });
  if (state === "sectionsOnly") return message(lang, "compare.linkSections");
  if (state === "notExpected") return message(lang, "compare.linkNotExpected");
  return message(lang, state === "missing" ? "status.missing" : "status.review");
}

/** Verdict, coverage and depth always; of the rest what differs. */
export function figureRows(
  { before, after }: DocumentComparison,
  labels: Report["labels"],
  lang: Language,
): FigureRow[] {
  const row = (label: string, text: (document: ComparedDocument) => string): FigureRow => ({
    label,
    before: text(before).replaceAll("\u00a0", " "),
    after: text(after).replaceAll("\u00a0", " "),
  });
  const always = [
    row(message(lang, "compare.verdict"), ({ verdict }) => message(lang, `verdict.${verdict}`)),
    row(message(lang, "compare.coverage"), ({ coverage }) => formatPercent(coverage.share, lang)),
    row(message(lang, "compare.covered"), ({ coverage: { covered, expected } }) =>
      message(lang, "compare.ofExpected", { covered, expected }),
    ),
    row(message(lang, "compare.depth"), ({ coverage }) => formatDecimal(coverage.depth, lang)),
  ];
  const goals = [...new Set([...Object.keys(before.policyGoals), ...Object.keys(after.policyGoals)])];
  const ifChanged = [
    row(message(lang, "compare.type"), (document) => documentTypeName(document, labels, lang)),
    row(message(lang, "compare.toJudge"), ({ coverage }) => String(coverage.review)),
    ...chainLinks.map((link) =>
      row(message(lang, "compare.link", { link: message(lang, `chain.${link}`) }), (document) =>
        linkText(document, link, lang),
      ),
    ),
    ...goals.map((id) =>
      row(message(lang, "compare.goal", { id: plainText(id) }), ({ policyGoals }) =>
        String((Object.hasOwn(policyGoals, id) ? policyGoals[id] : undefined) ?? 0),
      ),
    ),
    row(message(lang, "compare.flags"), ({ flags }) =>
      flags.length === 0
        ? message(lang, "compare.none")
        : flags.map((flag) => message(lang, `flag.${flag}`)).join("; "),
    ),
    row(message(lang, "compare.read"), ({ reading }) => formatPercent(reading.share, lang)),
    row(message(lang, "compare.words"), ({ words }) => formatCount(words, lang)),
  ];
  return [...always, ...ifChanged.filter(isChanged)];
}

/** How many pieces of evidence were gained, lost and kept. */
export function evidenceLine({ evidence }: DocumentComparison, lang: Language): string {
  return message(lang, "compare.evidence", evidence);
}

/** How many gaps were answered, went with their section, are new and are left. */
export function gapsLine({ gaps }: DocumentComparison, lang: Language): string {
  const answered = gaps.closed.filter(({ because }) => because === "answered").length;
  const gone = gaps.closed.length - answered;
  return message(lang, "compare.gaps", { kept: gaps.kept, answered, gone, new: gaps.new.length });
}

/** "ej uppfyllt → uppfyllt", the requirement before it. */
export function requirementLines(
  { requirements }: DocumentComparison,
  lang: Language,
  arrow: string,
): string[] {
  const word = (status: RequirementStatus | null): string =>
    status === null ? "" : message(lang, `requirement.${status}`);
  // What is asked of another type of document says nothing of a change.
  const asked = requirements.filter(({ before, after }) => before !== null && after !== null);
  return asked.map(({ id, title, before, after }) =>
    message(lang, "compare.requirement", {
      title: clippedText(title, 200),
      id: plainText(id),
      change: message(lang, "compare.change", { before: word(before), arrow, after: word(after) }),
    }),
  );
}

/** "3.2 Barns hälsa, sida 14"; several joined. */
function placesText(sections: readonly ComparedSection[], lang: Language): string {
  return sections
    .map((section) => `${sectionName(section, lang)}, ${plainText(formatPlace(section.location, lang))}`)
    .join("; ");
}

/** "saknas", "nivå 3, styrs", "att bedöma": of several sections what they come to together. */
function stateText(sections: readonly ComparedSection[], lang: Language): string {
  const present = sections.filter(({ status }) => status === "present");
  if (present.length > 0) {
    const level = present.reduce(
      (most, section) => (section.level > most ? section.level : most),
      present[0]?.level ?? 0,
    );
    return message(lang, "compare.level", { n: level, name: levelName(level, lang) });
  }
  const order = ["review", "missing", "unread", "notExpected"] as const;
  const status = order.find((each) => sections.some((section) => section.status === each));
  return status === undefined ? "" : message(lang, `status.${status}`);
}

/** What became of a section: "saknas → nivå 3, styrs; annat nummer, annan rubrik". */
export function changeText(section: SectionComparison, lang: Language, arrow: string): string {
  const { before, after, change, moves } = section;
  const state =
    change === "added"
      ? stateText(after, lang)
      : change === "removed"
        ? stateText(before, lang)
        : stateText(before, lang) === stateText(after, lang)
          ? stateText(after, lang)
          : message(lang, "compare.change", {
              before: stateText(before, lang),
              arrow,
              after: stateText(after, lang),
            });
  const moved = moves.map((move) => message(lang, `compare.move.${move}`)).join(", ");
  return moved === "" ? state : `${state}; ${moved}`;
}

/** Where it stands now, and where it stood when that is called otherwise. */
export function sectionText({ before, after }: SectionComparison, lang: Language, arrow: string): string {
  if (before.length === 0) return placesText(after, lang);
  if (after.length === 0) return placesText(before, lang);
  const [was, is] = [placesText(before, lang), placesText(after, lang)];
  return was === is ? is : message(lang, "compare.section", { before: was, arrow, after: is });
}

export interface SortedSections {
  /** The perspective came, went or moved a level, or evidence did. */
  readonly changed: readonly SectionComparison[];
  /** Only moved, split, merged, renumbered or renamed. */
  readonly moved: readonly SectionComparison[];
  readonly added: readonly SectionComparison[];
  readonly removed: readonly SectionComparison[];
  readonly same: number;
}

/** Sections by what happened to them, each group in the order of the document. */
export function sortSections(sections: readonly SectionComparison[]): SortedSections {
  const isNewOrGone = ({ change }: SectionComparison): boolean => change === "added" || change === "removed";
  const isChange = ({ change, gained, lost, reworded }: SectionComparison): boolean =>
    change !== "same" || gained.length + lost.length + reworded.length > 0;
  const kept = sections.filter((section) => !isNewOrGone(section));
  const moved = kept.filter((section) => !isChange(section) && section.moves.length > 0);
  const changed = kept.filter(isChange);
  return {
    changed,
    moved,
    added: sections.filter(({ change }) => change === "added"),
    removed: sections.filter(({ change }) => change === "removed"),
    same: kept.length - changed.length - moved.length,
  };
}

/** "(sida 9, nivå 3, styrs)" of a piece of evidence. */
export function evidencePlace(piece: EvidenceReport, lang: Language): string {
  const level = message(lang, "compare.level", { n: piece.level, name: levelName(piece.level, lang) });
  return `${plainText(formatPlace(piece.location, lang))}, ${level}`;
}

type Gap = ComparedGap<ClosedReason> | ComparedGap<NewReason>;

/** A gap that is closed or new, with its place and why it is. */
export function gapText({ gap, section, because }: Gap, side: "closed" | "new", lang: Language): string {
  const place = section === null ? plainText(formatPlace(gap.location, lang)) : placesText([section], lang);
  const reason =
    side === "closed"
      ? message(lang, `compare.closed.${because as ClosedReason}`)
      : message(lang, `compare.new.${because as NewReason}`);
  return message(lang, "compare.gapLine", {
    section: place,
    text: `${clippedText(gap.message, 300)}${suppressionNote(gap, lang)}`,
    because: reason,
  });
}

/** The gaps of a comparison by what became of them. */
export function sortGaps({ gaps }: DocumentComparison): {
  readonly answered: readonly Gap[];
  readonly gone: readonly Gap[];
  readonly new: readonly Gap[];
} {
  return {
    answered: gaps.closed.filter(({ because }) => because === "answered"),
    gone: gaps.closed.filter(({ because }) => because !== "answered"),
    new: gaps.new,
  };
}

const order: readonly Verdict[] = ["missing", "confined", "partial", "clear"];

/** "5 dokument finns på båda sidor: 2 har fått ett bättre omdöme, 1 ett sämre." */
export function overviewText({ documents }: Comparison, lang: Language): string {
  if (documents.length === 0) return message(lang, "compare.nothing");
  const [only] = documents;
  if (documents.length === 1 && only !== undefined) {
    const [before, after] = [only.before, only.after].map(({ verdict }) =>
      message(lang, `verdict.${verdict}`),
    );
    const values = { before: before ?? "", after: after ?? "" };
    return message(lang, before === after ? "compare.sameVerdict" : "compare.otherVerdict", values);
  }
  const steps = documents.map(({ before, after }) => {
    const [was, is] = [order.indexOf(before.verdict), order.indexOf(after.verdict)];
    return was === -1 || is === -1 ? 0 : is - was;
  });
  return message(lang, "compare.overview", {
    n: documents.length,
    better: steps.filter((step) => step > 0).length,
    worse: steps.filter((step) => step < 0).length,
  });
}

/** Nothing that is shown has changed. */
export function isIdentical(document: DocumentComparison, labels: Report["labels"]): boolean {
  const { sections, gaps, requirements } = document;
  if (sections === null) return false;
  const { same } = sortSections(sections);
  return (
    same === sections.length &&
    gaps.closed.length + gaps.new.length + requirements.length === 0 &&
    !figureRows(document, labels, "sv").some(isChanged)
  );
}

/** "plan.pdf" or "plan-2018.pdf och plan-2019.pdf, hopparade på namn". */
export function pairText({ before, after, pairedBy }: DocumentComparison, lang: Language): string {
  return message(lang, "compare.pair", {
    before: plainText(before.path),
    after: plainText(after.path),
    how: message(lang, `compare.paired.${pairedBy}`),
  });
}

export interface Remainder {
  readonly title: string;
  readonly documents: readonly ComparedDocument[];
}

/** Documents that are not compared, each list under its title; empty lists are left out. */
export function remainders(comparison: Comparison, lang: Language): Remainder[] {
  return [
    { title: message(lang, "compare.onlyBefore"), documents: comparison.onlyBefore },
    { title: message(lang, "compare.onlyAfter"), documents: comparison.onlyAfter },
    { title: message(lang, "compare.unreadBefore"), documents: comparison.unread.before },
    { title: message(lang, "compare.unreadAfter"), documents: comparison.unread.after },
  ].filter(({ documents }) => documents.length > 0);
}

/** Which tool, rules and score model the figures come from. */
export function originTexts({ tool, packs, documents }: Comparison, lang: Language): string[] {
  const models = new Set(documents.map(({ after }) => plainText(after.scoreModel)));
  return [
    `${tool.name} ${plainText(tool.version)}`,
    ...packs.map(
      (pack: Report["packs"][number]) => `${plainText(pack.title[lang])} ${plainText(pack.version)}`,
    ),
    ...models,
  ];
}
