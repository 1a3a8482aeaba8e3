// A comparison in words, in the order in which it is told: what the formats have in common. They lay it out.
import { formatPercent, message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Comparison, DocumentComparison, SectionComparison } from "../../model/comparison.ts";
import type { EvidenceReport, Report } from "../../model/report.ts";
import { bySentence, quoteParts, type QuotePart } from "../quotes.ts";
import {
  changeText,
  evidenceLine,
  evidencePlace,
  figureRows,
  gapsLine,
  gapText,
  isIdentical,
  nameOf,
  originTexts,
  overviewText,
  pairText,
  remainders,
  requirementLines,
  sectionText,
  sortGaps,
  sortSections,
  type FigureRow,
} from "./in-words.ts";

/** What a format has signs and room for. */
export interface WordingOptions {
  readonly lang: Language;
  readonly arrow: string;
  readonly ellipsis: string;
  /** Letters of a sentence that are quoted on each side of its matches. */
  readonly contextLength: number;
}

/** Plain text throughout: a format escapes what has a meaning in it, and wraps what is long. */
export interface ComparisonText {
  readonly title: string;
  readonly overview: string;
  readonly sides: readonly { readonly label: string; readonly name: string }[];
  /** Paths of documents that are not compared. */
  readonly left: readonly TextList<string>[];
  /** What the sections were paired by; null when none were. */
  readonly alignedBy: string | null;
  readonly caveat: string;
  readonly origins: readonly string[];
}

export interface TextList<Item> {
  readonly title: string;
  readonly items: readonly Item[];
}

export interface DocumentText {
  readonly name: string;
  readonly pair: string;
  readonly changes: ChangesText;
}

export type ChangesText =
  | { readonly kind: "identical"; readonly note: string }
  | (FiguresText & { readonly kind: "different"; readonly note: string })
  | (FiguresText & {
      readonly kind: "aligned";
      /** How many pieces of evidence, and how many gaps, came and went. */
      readonly counts: readonly string[];
      /** What changed, what is new and what is gone. */
      readonly sections: readonly TextList<SectionText>[];
      /** What has only moved. */
      readonly moved: TextList<SectionText>;
      readonly gaps: readonly TextList<string>[];
      readonly same: { readonly n: number; readonly note: string };
    });

interface FiguresText {
  readonly figures: readonly FigureRow[];
  readonly requirements: TextList<string>;
}

export interface SectionText {
  readonly section: string;
  readonly change: string;
  /** A sentence each: gained, lost, then reworded as it reads now. */
  readonly evidence: readonly EvidenceText[];
}

export interface EvidenceText {
  readonly label: string;
  readonly quote: readonly QuotePart[];
  readonly place: string;
}

/** What is told of the comparison as a whole; its documents one by one by describeDocument. */
export function describeComparison(comparison: Comparison, lang: Language): ComparisonText {
  const { before, after, documents, alignedBy } = comparison;
  const isAligned = documents.some(({ sections }) => sections !== null);
  return {
    title: message(lang, "compare.title"),
    overview: overviewText(comparison, lang),
    sides: [
      { label: message(lang, "compare.before"), name: plainText(before.name) },
      { label: message(lang, "compare.after"), name: plainText(after.name) },
    ],
    left: remainders(comparison, lang).map(({ title, documents: own }) => ({
      title,
      items: own.map(({ path }) => plainText(path)),
    })),
    alignedBy: isAligned ? message(lang, alignedBy === "text" ? "compare.byText" : "compare.byReport") : null,
    caveat: message(lang, "compare.caveat"),
    origins: originTexts(comparison, lang),
  };
}

/** What is told of a document; `labels` name the types that its packs know. */
export function describeDocument(
  document: DocumentComparison,
  labels: Report["labels"],
  options: WordingOptions,
): DocumentText {
  const { lang } = options;
  return {
    name: nameOf(document.after),
    pair: pairText(document, lang),
    changes: isIdentical(document, labels)
      ? { kind: "identical", note: message(lang, "compare.identical") }
      : changesText(document, labels, options),
  };
}

function changesText(
  document: DocumentComparison,
  labels: Report["labels"],
  options: WordingOptions,
): ChangesText {
  const { lang, arrow } = options;
  const figures = figureRows(document, labels, lang);
  const requirements = {
    title: message(lang, "compare.requirements"),
    items: requirementLines(document, lang, arrow),
  };
  if (document.sections === null) {
    const percent = formatPercent(document.inCommon, lang);
    return {
      kind: "different",
      figures,
      requirements,
      note: message(lang, "compare.different", { percent }),
    };
  }
  const sorted = sortSections(document.sections);
  const gaps = sortGaps(document);
  const sectionList = (of: "changed" | "added" | "removed" | "moved"): TextList<SectionText> => ({
    title: message(lang, `compare.${of}Sections`, { n: sorted[of].length }),
    items: sorted[of].map((section) => describeSection(section, options)),
  });
  const gapList = (of: keyof typeof gaps): TextList<string> => ({
    title: message(lang, `compare.${of}Gaps`, { n: gaps[of].length }),
    items: gaps[of].map((gap) => gapText(gap, of === "new" ? "new" : "closed", lang)),
  });
  return {
    kind: "aligned",
    figures,
    requirements,
    counts: [evidenceLine(document, lang), gapsLine(document, lang)],
    sections: [sectionList("changed"), sectionList("added"), sectionList("removed")],
    moved: sectionList("moved"),
    gaps: [gapList("new"), gapList("answered"), gapList("gone")],
    same: { n: sorted.same, note: message(lang, "compare.sameSections", { n: sorted.same }) },
  };
}

function describeSection(section: SectionComparison, options: WordingOptions): SectionText {
  const { lang, arrow, ellipsis, contextLength } = options;
  const told = (
    key: "compare.gained" | "compare.lost" | "compare.reworded",
    pieces: readonly EvidenceReport[],
  ): EvidenceText[] =>
    bySentence(pieces).flatMap((sentence) => {
      const [deepest] = sentence;
      if (deepest === undefined) return [];
      const excerpts = sentence.map(({ excerpt }) => excerpt);
      const quote = quoteParts(excerpts, { contextLength, ellipsis });
      return [{ label: message(lang, key), quote, place: evidencePlace(deepest, lang) }];
    });
  const reworded = section.reworded.map(({ after }) => after);
  return {
    section: sectionText(section, lang, arrow),
    change: changeText(section, lang, arrow),
    evidence: [
      ...told("compare.gained", section.gained),
      ...told("compare.lost", section.lost),
      ...told("compare.reworded", reworded),
    ],
  };
}
