// The figures of `genomlys evaluate` for a person: what was measured, how sure it is, where it goes wrong.
import { workingLines } from "./working-lines.ts";
import { formatCount, message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type {
  Agreement,
  Estimate,
  Evaluation,
  Proportion,
  Scores,
  WrongPassage,
} from "../../model/evaluation.ts";
import { displayWidth, paragraph } from "./lay-out.ts";

/** A figure with three decimals; Swedish has a comma, and nothing to take a share of is a dash. */
function figure(value: number | null, lang: Language): string {
  if (value === null) return "–";
  const text = value.toFixed(3);
  return lang === "sv" ? text.replace(".", ",") : text;
}

function withInterval(
  { value, low, high }: { value: number | null; low: number | null; high: number | null },
  lang: Language,
): string {
  const middle = figure(value, lang);
  return low === null ? middle : `${middle} [${figure(low, lang)}–${figure(high, lang)}]`;
}

const ofProportion = (share: Proportion, lang: Language): string =>
  `${withInterval({ ...share, value: share.share }, lang)}  ${String(share.right)}/${String(share.of)}`;
const ofEstimate = (estimate: Estimate, lang: Language): string => withInterval(estimate, lang);

/** Rows of cells in columns; all columns but the first are moved to the right edge when `numbers`. */
function columns(rows: readonly (readonly string[])[], numbers = false): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const gap = " ".repeat((widths[at] ?? 0) - displayWidth(cell));
        return numbers && at > 0 ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** `more` are rows under those of levels and traps. */
function scoreLines(scores: Scores, lang: Language, more: readonly (readonly string[])[] = []): string[] {
  const agreement = (
    name: "evaluate.present" | "evaluate.missing" | "evaluate.expected",
    of: Agreement,
  ): string[] => [
    message(lang, name),
    ofProportion(of.precision, lang),
    ofProportion(of.recall, lang),
    ofEstimate(of.f1, lang),
    `${String(of.yes)}/${String(of.passages)}`,
  ];
  const { level, traps } = scores;
  return [
    ...columns([
      [
        "",
        message(lang, "evaluate.precision"),
        message(lang, "evaluate.recall"),
        message(lang, "evaluate.f1"),
        message(lang, "evaluate.yes"),
      ],
      agreement("evaluate.present", scores.present),
      agreement("evaluate.missing", scores.missing),
      agreement("evaluate.expected", scores.expected),
    ]),
    "",
    ...columns([
      [message(lang, "evaluate.quadraticKappa"), ofEstimate(level.kappa, lang)],
      [message(lang, "evaluate.exact"), ofProportion(level.exact, lang)],
      [message(lang, "evaluate.withinOne"), ofProportion(level.withinOne, lang)],
      [message(lang, "evaluate.traps"), ofProportion(traps, lang)],
      ...more,
    ]),
  ];
}

function confusionLines(scores: Scores): string[] {
  const head = ["", "0", "1", "2", "3", "4"];
  const rows = scores.level.confusion.map((row, level) => [String(level), ...row.map(String)]);
  return columns([head, ...rows], true);
}

function typeLines(evaluation: Evaluation, lang: Language): string[] {
  const rows = Object.entries(evaluation.byType).map(
    ([type, { passages, present, missing, level, traps }]) => [
      plainText(type),
      String(passages),
      `${figure(present.precision.share, lang)} ${figure(present.recall.share, lang)}`,
      `${figure(missing.precision.share, lang)} ${figure(missing.recall.share, lang)}`,
      figure(level.kappa.value, lang),
      `${String(traps.right)}/${String(traps.of)}`,
    ],
  );
  const precisionAndRecall = `${message(lang, "evaluate.precision")[0] ?? ""} ${message(lang, "evaluate.recall")[0] ?? ""}`;
  const head = [
    "",
    message(lang, "evaluate.passages"),
    `${message(lang, "evaluate.present")} ${precisionAndRecall}`,
    `${message(lang, "evaluate.missing")} ${precisionAndRecall}`,
    message(lang, "evaluate.kappa"),
    message(lang, "evaluate.traps"),
  ];
  return columns([head, ...rows], true);
}

/** Traps that went wrong somewhere; the rest are counted. */
function trapLines(evaluation: Evaluation, lang: Language): string[] {
  const all = Object.entries(evaluation.byTrap);
  const wrong = all.filter(([, { right, of }]) => right < of);
  const rows = wrong.map(([trap, { right, of }]) => [plainText(trap), `${String(right)}/${String(of)}`]);
  return all.length === 0
    ? []
    : [...columns(rows, true), message(lang, "evaluate.trapsRight", { n: all.length - wrong.length })];
}

function ruleLines(evaluation: Evaluation, lang: Language): string[] {
  const wrong = evaluation.byRule.filter(({ credited, right }) => right < credited);
  const rows = wrong.map(({ rule, credited, right }) => [
    plainText(rule),
    `${String(right)}/${String(credited)}`,
  ]);
  return [
    ...columns(rows, true),
    message(lang, "evaluate.rulesRight", { n: evaluation.byRule.length - wrong.length }),
  ];
}

function barLines(evaluation: Evaluation, lang: Language): string[] {
  const rows = evaluation.bars.map(({ name, demand, limit, value, met }) => [
    name,
    `${figure(value, lang)} ${demand === "min" ? "≥" : "≤"} ${figure(limit, lang)}`,
    message(lang, met ? "evaluate.barMet" : "evaluate.barMissed"),
  ]);
  return columns(rows);
}

function errorLines(errors: readonly WrongPassage[], width: number, lang: Language): string[] {
  const expectedText = (expected: boolean | undefined): string[] =>
    expected === undefined ? [] : [message(lang, expected ? "evaluate.isExpected" : "evaluate.notExpected")];
  return errors.flatMap(({ id, place, trap, gold, found, working }) => {
    const { level = gold.present } = gold;
    const label =
      typeof level === "number"
        ? message(lang, "details.level", { n: level, name: levelName(level, lang) })
        : level === undefined
          ? ""
          : message(lang, level ? "status.present" : "status.missing");
    const labelled = [label, ...expectedText(gold.expected)].filter((part) => part !== "");
    const judged = [
      message(lang, "details.level", { n: found.level, name: levelName(found.level, lang) }),
      ...expectedText(found.expected),
      message(lang, `status.${found.status}`),
    ];
    return [
      "",
      plainText([id, place, ...(trap === null ? [] : [message(lang, "evaluate.trap", { trap })])].join("  ")),
      `  ${message(lang, "evaluate.labelled")}: ${labelled.join(", ")}`,
      `  ${message(lang, "evaluate.judged")}: ${judged.join(", ")}`,
      ...workingLines(working, width, lang),
    ];
  });
}

function levelName(level: number, lang: Language): string {
  switch (level) {
    case 1:
      return message(lang, "level.1");
    case 2:
      return message(lang, "level.2");
    case 3:
      return message(lang, "level.3");
    case 4:
      return message(lang, "level.4");
    default:
      return message(lang, "level.0");
  }
}

/** An evaluation as text of at most `width` columns where it is prose; tables are as wide as they are. */
export function renderEvaluation(
  evaluation: Evaluation,
  {
    lang,
    width,
    keywordSet,
  }: { readonly lang: Language; readonly width: number; readonly keywordSet: string },
): string {
  const title = message(lang, "evaluate.title", {
    n: formatCount(evaluation.passages, lang),
    files: evaluation.gold.map(({ path }) => plainText(path)).join(", "),
    packs: evaluation.packs.map(({ id, version }) => plainText(`${id} ${version}`)).join(", "),
  });
  const part = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", heading, ...lines];
  const lines = [
    ...paragraph(title, width, ""),
    "",
    ...scoreLines(evaluation.scores, lang, [
      [message(lang, "evaluate.review"), ofProportion(evaluation.review, lang)],
    ]),
    "",
    ...paragraph(message(lang, "evaluate.legend"), width, ""),
    ...paragraph(message(lang, "evaluate.intervals"), width, ""),
    ...part(message(lang, "evaluate.confusion"), confusionLines(evaluation.scores)),
    ...(evaluation.keywords === null
      ? ["", ...paragraph(message(lang, "evaluate.noKeywords", { set: keywordSet }), width, "")]
      : part(message(lang, "evaluate.keywords"), scoreLines(evaluation.keywords, lang))),
    ...part(message(lang, "evaluate.byType"), typeLines(evaluation, lang)),
    ...part(message(lang, "evaluate.byTrap"), trapLines(evaluation, lang)),
    ...part(message(lang, "evaluate.byRule"), ruleLines(evaluation, lang)),
    ...part(
      message(lang, "evaluate.lost"),
      evaluation.lost.map(({ place, what }) => `  ${plainText(place)}  ${plainText(what)}`),
    ),
    ...(evaluation.errors === undefined
      ? []
      : evaluation.errors.length === 0
        ? ["", message(lang, "evaluate.noErrors")]
        : [
            "",
            message(lang, "evaluate.errors", { n: evaluation.errors.length }),
            ...errorLines(evaluation.errors, width, lang),
          ]),
    ...part(message(lang, "evaluate.bars"), barLines(evaluation, lang)),
  ];
  return `${lines.join("\n")}\n`;
}
