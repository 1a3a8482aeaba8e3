// One page of prose that can be pasted into an official memo (tjänsteskrivelse): what was screened, what it shows, where
// the gaps are, what to do next. Plain text, since it is pasted into Word. Every number stands in the report.
import { formatCount, formatPercent, formatPlace, message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";
import type { DocumentReport, GapReport, Report, Verdict } from "../model/report.ts";
import { linkCoverage, type LinkCoverage } from "./chain-state.ts";
import { groupingName, groupName } from "./groups.ts";
import type { RenderOptions } from "./render-options.ts";
import { sectionName } from "./section-name.ts";
import { countedGaps, suppressedLines } from "./suppressed.ts";
import { fileName, nameDocuments } from "./prose-names.ts";
import { countInWords, joinList } from "./prose.ts";

const namesShown = 8;
const gapsShown = 4;
const stepsShown = 4;
const placesShown = 2;
const weakLinksShown = 2;

const severityOrder = { high: 0, medium: 1, low: 2 } as const;

/** What the parts of the page share. */
interface Page {
  readonly report: Report;
  readonly lang: Language;
  readonly audited: readonly DocumentReport[];
  readonly nameOf: (document: DocumentReport) => string;
}

/** Gaps that say the same in several sections and documents. */
interface GapKind {
  readonly gap: GapReport;
  readonly places: readonly { readonly document: DocumentReport; readonly gap: GapReport }[];
}

/** The whole page as plain text with a line break at the end. Every number in it is one of the report's. */
export function renderSummary(report: Report, { lang }: RenderOptions): string {
  const audited = report.documents.filter(({ status }) => status === "audited");
  const names = nameDocuments(report, lang);
  const page: Page = { report, lang, audited, nameOf: (document) => names.get(document) ?? "" };
  const kinds = gapKinds(audited);
  const parts: [string, string[]][] = [
    [message(lang, "summaryPage.what"), whatPart(page)],
    ...(audited.length === 0
      ? []
      : [
          [message(lang, "summaryPage.shows"), showsPart(page)] as [string, string[]],
          [message(lang, "summaryPage.gaps"), gapsPart(page, kinds)] as [string, string[]],
        ]),
    [message(lang, "summaryPage.next"), nextPart(page, kinds)],
    [message(lang, "summaryPage.basis"), basisPart(page)],
  ];
  const title = titleOf(page);
  return `${[title, ...parts.flatMap(([heading, text]) => [`${heading}\n${text.join("\n")}`])].join("\n\n")}\n`.replaceAll(
    "\u00a0",
    " ",
  );
}

/** "jämställdhet": what the rules look for; "" when the report does not say by which rules it was made. */
function perspectiveOf({ report, lang }: Page): string {
  const titles = report.packs.map((pack) => plainText(pack.title[lang]).toLocaleLowerCase(lang));
  return joinList([...new Set(titles)], namesShown, lang);
}

function titleOf(page: Page): string {
  const { report, lang, nameOf } = page;
  const only = report.documents.length === 1 ? report.documents[0] : undefined;
  const subject =
    only === undefined
      ? message(lang, "summaryPage.title")
      : message(lang, "summaryPage.titleOne", { document: nameOf(only) });
  const perspective = perspectiveOf(page);
  return perspective === "" ? subject : message(lang, "summaryPage.titleAbout", { subject, perspective });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function namesText(documents: readonly DocumentReport[], { lang, nameOf }: Page): string {
  return joinList(documents.map(nameOf), namesShown, lang);
}

/** "Mål och budget (mal-och-budget.pdf)": once with its file, so that the reader knows which document it was. */
function fullName(document: DocumentReport, { lang, nameOf }: Page): string {
  const [name, file] = [nameOf(document), fileName(document, lang)];
  return name === file ? file : message(lang, "summaryPage.file", { name, file });
}

/** Which sentence tells the size: of one document or several, with sections where the perspective is expected or none. */
function sizeKey(audited: readonly DocumentReport[]): `summaryPage.size${"" | "One"}${"" | "Nothing"}` {
  const one = audited.length === 1 ? "One" : "";
  return `summaryPage.size${one}${audited.some(({ coverage }) => coverage.expected > 0) ? "" : "Nothing"}`;
}

function whatPart(page: Page): string[] {
  const { report, lang, audited } = page;
  const failed = report.documents.filter(({ status }) => status !== "audited");
  const values = {
    words: formatCount(sum(audited.map(({ words }) => words)), lang),
    sections: formatCount(sum(audited.map(({ sections }) => sections.length)), lang),
    expected: formatCount(sum(audited.map(({ coverage }) => coverage.expected)), lang),
  };
  const sentences: string[] = [];
  if (audited.length === 0) sentences.push(message(lang, "summaryPage.nothing"));
  else {
    const about = perspectiveOf(page);
    sentences.push(
      message(lang, about === "" ? "summaryPage.documents" : "summaryPage.documentsAbout", {
        perspective: about,
        n: audited.length,
        count: countInWords(audited.length, lang),
        names: joinList(
          audited.map((document) => fullName(document, page)),
          namesShown,
          lang,
        ),
      }),
      message(lang, sizeKey(audited), values),
    );
  }
  if (failed.length > 0) {
    const count = capital(countInWords(failed.length, lang));
    sentences.push(
      message(lang, "summaryPage.failed", { n: failed.length, count, names: namesText(failed, page) }),
    );
  }
  const { duplicates = [] } = report;
  if (duplicates.length > 0) {
    const n = duplicates.length;
    const named = duplicates.map(({ path }) => plainText(path));
    const names = joinList(named, namesShown, lang);
    sentences.push(message(lang, "duplicates.sentence", { n, names }));
  }
  return [sentences.join(" ")];
}

const verdictOrder: readonly Verdict[] = ["clear", "partial", "confined", "missing", "notAssessed"];

/** "Mål och budget (41 %)"; with what it may become where sections are left to a person. */
function nameWithShare(document: DocumentReport, { lang, nameOf }: Page): string {
  const { share, upTo, review } = document.coverage;
  const name = nameOf(document);
  if (share === null || document.verdict === "notAssessed") return name;
  const [percent, most] = [formatPercent(share, lang), formatPercent(upTo, lang)];
  return percent === most
    ? message(lang, "summaryPage.share", { name, percent })
    : message(lang, "summaryPage.shareUpTo", { name, percent, upTo: most, n: review });
}

/** One sentence a verdict, the first with its subject written out. */
function verdictSentences(page: Page): string[] {
  const { lang, audited } = page;
  let first = true;
  return verdictOrder.flatMap((verdict) => {
    const documents = audited.filter((document) => document.verdict === verdict);
    if (documents.length === 0) return [];
    const names = joinList(
      documents.map((document) => nameWithShare(document, page)),
      namesShown,
      lang,
    );
    const isFirst = first;
    first = first && verdict === "notAssessed";
    return [
      verdict === "clear" || verdict === "notAssessed" || !isFirst
        ? message(lang, `summaryPage.verdict.${verdict}`, { names })
        : message(lang, `summaryPage.verdict.${verdict}First`, { names }),
    ];
  });
}

function showsPart(page: Page): string[] {
  const { lang, audited } = page;
  const expected = sum(audited.map(({ coverage }) => coverage.expected));
  const review = sum(audited.map(({ coverage }) => coverage.review));
  const byDocument = verdictSentences(page);
  if (audited.some(({ coverage, verdict }) => coverage.share !== null && verdict !== "notAssessed"))
    byDocument.push(message(lang, "summaryPage.shareLegend"));
  const together: string[] = [];
  if (expected > 0) {
    const covered = sum(audited.map(({ coverage }) => coverage.covered));
    together.push(message(lang, "summaryPage.covered", { covered, expected }));
  }
  if (review > 0) {
    together.push(message(lang, "summaryPage.review", { n: review, count: countInWords(review, lang) }));
  }
  together.push(...requirementSentences(page), ...flagSentences(page));
  return [byDocument.join(" "), together.join(" "), ...groupParagraphs(page)].filter(
    (paragraph) => paragraph !== "",
  );
}

/** A paragraph for each thing that the documents were grouped by. */
function groupParagraphs({ report, lang }: Page): string[] {
  return (report.groupings ?? []).map((grouping) => {
    const groups = grouping.groups.slice(0, namesShown).map((group) => {
      const { share, covered, expected } = group.coverage;
      const values = { name: groupName(group, grouping, report, lang), n: group.documents };
      return expected === 0
        ? message(lang, "groups.sentenceNothing", values)
        : message(lang, "groups.sentenceGroup", {
            ...values,
            covered,
            expected,
            percent: formatPercent(share, lang),
          });
    });
    const more = grouping.groups.length - groups.length;
    if (more > 0) groups.push(message(lang, "groups.sentenceMore", { n: more }));
    return message(lang, "groups.sentence", {
      by: groupingName(grouping, lang),
      groups: groups.join("; "),
    });
  });
}

/** What a figure cannot say, document by document. */
function flagSentences({ lang, audited, nameOf }: Page): string[] {
  const flagged = audited
    .filter(({ flags }) => flags.length > 0)
    .map((document) =>
      message(lang, "summaryPage.flag", {
        name: nameOf(document),
        flags: document.flags.map((flag) => message(lang, `flag.${flag}`)).join("; "),
      }),
    );
  if (flagged.length === 0) return [];
  return [message(lang, "summaryPage.flags", { list: joinList(flagged, namesShown, lang) })];
}

function requirementSentences({ lang, audited }: Page): string[] {
  const tried = audited.flatMap(({ requirements }) =>
    requirements.filter(({ status }) => status !== "notApplicable"),
  );
  const [only, ...others] = tried;
  if (only === undefined) return [];
  if (others.length === 0) {
    const status = message(lang, `requirement.${only.status}`);
    return [message(lang, "summaryPage.onlyRequirement", { title: clippedText(only.title, 200), status })];
  }
  const states = (["met", "partly", "unmet"] as const).flatMap((status) => {
    const n = tried.filter((each) => each.status === status).length;
    return n === 0 ? [] : [message(lang, `summaryPage.requirements.${status}`, { n })];
  });
  const list = joinList(states, states.length, lang);
  return [message(lang, "summaryPage.requirements", { all: tried.length, states: list })];
}

/** The gravest first; of equally grave ones the one that concerns most sections. */
function gapKinds(documents: readonly DocumentReport[]): GapKind[] {
  const kinds = new Map<string, { gap: GapReport; places: { document: DocumentReport; gap: GapReport }[] }>();
  for (const document of documents) {
    for (const gap of countedGaps(document)) {
      const key = JSON.stringify([gap.severity, gap.rule, gap.message]);
      const kind = kinds.get(key) ?? { gap, places: [] };
      kind.places.push({ document, gap });
      kinds.set(key, kind);
    }
  }
  return [...kinds.values()].sort(
    (one, other) =>
      severityOrder[one.gap.severity] - severityOrder[other.gap.severity] ||
      other.places.length - one.places.length,
  );
}

function linkSentences({ lang, audited }: Page): string[] {
  const links = [...linkCoverage(audited)].sort((a, b) => a.covered / a.expected - b.covered / b.expected);
  const strongest = links.at(-1);
  if (strongest === undefined || links.length <= weakLinksShown) return [];
  const linkText = ({ link, covered, expected }: LinkCoverage): string =>
    message(lang, "summaryPage.link", {
      link: message(lang, `summaryPage.linkName.${link}`),
      covered,
      expected,
    });
  const weak = links.slice(0, weakLinksShown).filter(({ covered, expected }) => covered < expected);
  const [weakest] = weak;
  if (weakest === undefined || weakest.covered * strongest.expected >= strongest.covered * weakest.expected)
    return [];
  return [
    message(lang, "summaryPage.weakLinks", { links: joinList(weak.map(linkText), weakLinksShown, lang) }),
    message(lang, "summaryPage.strongLink", {
      link: message(lang, `summaryPage.linkName.${strongest.link}`),
      covered: strongest.covered,
      expected: strongest.expected,
    }),
  ];
}

function gapText({ gap, places }: GapKind, { lang, nameOf, audited }: Page): string {
  // One place a document, so that the reader sees how far it reaches.
  const seen = new Set<DocumentReport>();
  const shown = places
    .filter(({ document }) => !seen.has(document) && seen.add(document))
    .slice(0, placesShown);
  const named = shown.map(({ document, gap: each }) => {
    const section = document.sections.find(({ id }) => id === each.section);
    const name = section === undefined ? formatPlace(each.location, lang) : sectionName(section, lang);
    return audited.length === 1
      ? name
      : message(lang, "summaryPage.gapPlace", { section: name, document: nameOf(document) });
  });
  const values = { text: clippedText(gap.message, 300), places: joinList(named, placesShown, lang) };
  return places.length > shown.length
    ? message(lang, "summaryPage.gapIn", { ...values, n: places.length })
    : message(lang, "summaryPage.gapInFew", values);
}

function gapsPart(page: Page, kinds: readonly GapKind[]): string[] {
  const { lang } = page;
  const links = linkSentences(page);
  const n = page.audited.reduce((total, document) => total + suppressedLines(document, lang).length, 0);
  const left = n === 0 ? [] : [message(lang, "summaryPage.suppressed", { n })];
  if (kinds.length === 0) return [[...links, message(lang, "summaryPage.noGaps"), ...left].join(" ")];
  return [
    ...(links.length === 0 ? [] : [links.join(" ")]),
    message(lang, "summaryPage.gapsLead", { n: sum(kinds.map(({ places }) => places.length)) }),
    ...kinds.slice(0, gapsShown).map((kind) => `- ${gapText(kind, page)}`),
    ...left,
  ];
}

function nextPart({ report, lang, audited }: Page, kinds: readonly GapKind[]): string[] {
  const steps: string[] = [];
  const said = new Set<string>();
  for (const { gap, places } of kinds) {
    // A suggestion that names its section is no step for all of them.
    const general = places.every((place) => place.gap.recommendation === gap.recommendation);
    if (!general || said.has(gap.recommendation) || steps.length === stepsShown) continue;
    said.add(gap.recommendation);
    const text = clippedText(gap.recommendation, 300);
    steps.push(places.length === 1 ? text : message(lang, "summaryPage.nextIn", { text, n: places.length }));
  }
  const review = sum(audited.map(({ coverage }) => coverage.review));
  if (review > 0) {
    steps.push(
      review === 1
        ? message(lang, "summaryPage.nextReviewOne")
        : message(lang, "summaryPage.nextReview", { count: countInWords(review, lang) }),
    );
  }
  if (audited.length < report.documents.length) steps.push(message(lang, "summaryPage.nextFailed"));
  if (audited.length > 0) steps.push(message(lang, "summaryPage.nextFollow"));
  return steps.map((step, index) => `${String(index + 1)}. ${step}`);
}

function basisPart({ report, lang }: Page): string[] {
  const packs = report.packs.map((pack) =>
    message(lang, "summaryPage.basisPack", {
      title: plainText(pack.title[lang]),
      version: plainText(pack.version),
    }),
  );
  return [
    message(lang, "summaryPage.basisText", {
      tool: `${report.tool.name} ${plainText(report.tool.version)}`,
      packs:
        packs.length === 0 ? message(lang, "summaryPage.basisNoPack") : joinList(packs, namesShown, lang),
    }),
  ];
}
