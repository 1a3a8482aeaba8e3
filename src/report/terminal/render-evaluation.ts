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
import type { RenderOptions } from "../render-options.ts";
import { displayWidth, paragraph } from "./lay-out.ts";
import { linearLines } from "./linear-text.ts";

/** A figure with three decimals; Swedish has a comma, and nothing to take a share of is a dash. */
function figure(value: number | null, lang: Language): string {
  if (value === null) return "–";
  const text = value.toFixed(3);
  return lang === "sv" ? text.replace(".", ",") : text;
}

/** How text is laid out. `plain`: linear, every figure after the names of its row and column. */
interface Layout {
  readonly lang: Language;
  readonly plain: boolean;
}

function withInterval(
  { value, low, high }: { value: number | null; low: number | null; high: number | null },
  { lang, plain }: Layout,
): string {
  const middle = figure(value, lang);
  if (plain && low !== null)
    return message(lang, "evaluate.plainInterval", {
      value: middle,
      low: figure(low, lang),
      high: figure(high, lang),
    });
  return low === null ? middle : `${middle} [${figure(low, lang)}–${figure(high, lang)}]`;
}

function ofAll(right: number, of: number, share: string, { lang, plain }: Layout): string {
  return plain
    ? message(lang, "evaluate.plainOf", { share, right, of }).replace(/^, /, "")
    : `${share}  ${String(right)}/${String(of)}`.trimStart();
}

const ofProportion = (share: Proportion, layout: Layout): string =>
  ofAll(share.right, share.of, withInterval({ ...share, value: share.share }, layout), layout);
const ofEstimate = (estimate: Estimate, layout: Layout): string => withInterval(estimate, layout);

type Row = readonly string[];

/**
 * Rows of cells in columns; all columns but the first are moved to the right edge when `numbers`. In linear text each cell
 * is a line after the name of its row, and of its column where the table has a `head`.
 */
function columns(
  body: readonly Row[],
  { lang, plain }: Layout,
  { head, numbers = false }: { readonly head?: Row; readonly numbers?: boolean } = {},
): string[] {
  if (plain)
    return body.flatMap(([row = "", ...cells]) =>
      head === undefined
        ? [`${row}: ${cells.join(", ")}`]
        : cells.map((value, at) =>
            message(lang, "evaluate.plainCell", { row, column: head[at + 1] ?? "", value }),
          ),
    );
  const rows = head === undefined ? body : [head, ...body];
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
function scoreLines(scores: Scores, layout: Layout, more: readonly Row[] = []): string[] {
  const { lang } = layout;
  const agreement = (
    name: "evaluate.present" | "evaluate.missing" | "evaluate.expected",
    of: Agreement,
  ): string[] => [
    message(lang, name),
    ofProportion(of.precision, layout),
    ofProportion(of.recall, layout),
    ofEstimate(of.f1, layout),
    ofAll(of.yes, of.passages, "", layout),
  ];
  const { level, traps } = scores;
  return [
    ...columns(
      [
        agreement("evaluate.present", scores.present),
        agreement("evaluate.missing", scores.missing),
        agreement("evaluate.expected", scores.expected),
      ],
      layout,
      {
        head: [
          "",
          message(lang, "evaluate.precision"),
          message(lang, "evaluate.recall"),
          message(lang, "evaluate.f1"),
          message(lang, "evaluate.yes"),
        ],
      },
    ),
    "",
    ...columns(
      [
        [message(lang, "evaluate.quadraticKappa"), ofEstimate(level.kappa, layout)],
        [message(lang, "evaluate.exact"), ofProportion(level.exact, layout)],
        [message(lang, "evaluate.withinOne"), ofProportion(level.withinOne, layout)],
        [message(lang, "evaluate.traps"), ofProportion(traps, layout)],
        ...more,
      ],
      layout,
    ),
  ];
}

function confusionLines(scores: Scores, layout: Layout): string[] {
  const { lang, plain } = layout;
  const { confusion } = scores.level;
  if (plain)
    return confusion.flatMap((row, gold) =>
      row.map((n, found) => message(lang, "evaluate.plainConfusion", { gold, found, n })),
    );
  const rows = confusion.map((row, level) => [String(level), ...row.map(String)]);
  return columns(rows, layout, { head: ["", "0", "1", "2", "3", "4"], numbers: true });
}

function typeLines(evaluation: Evaluation, layout: Layout): string[] {
  const { lang, plain } = layout;
  const [precision, recall] = [message(lang, "evaluate.precision"), message(lang, "evaluate.recall")];
  // Two figures in a column where there is little room, each by its name in linear text.
  const pair = (name: "evaluate.present" | "evaluate.missing"): Row =>
    plain
      ? [`${message(lang, name)}, ${precision}`, `${message(lang, name)}, ${recall}`]
      : [`${message(lang, name)} ${precision[0] ?? ""} ${recall[0] ?? ""}`];
  const figures = (of: Agreement): Row => {
    const both = [figure(of.precision.share, lang), figure(of.recall.share, lang)];
    return plain ? both : [both.join(" ")];
  };
  const rows = Object.entries(evaluation.byType).map(
    ([type, { passages, present, missing, level, traps }]) => [
      plainText(type),
      String(passages),
      ...figures(present),
      ...figures(missing),
      figure(level.kappa.value, lang),
      ofAll(traps.right, traps.of, "", layout),
    ],
  );
  const head = [
    "",
    message(lang, "evaluate.passages"),
    ...pair("evaluate.present"),
    ...pair("evaluate.missing"),
    message(lang, "evaluate.kappa"),
    message(lang, "evaluate.traps"),
  ];
  return columns(rows, layout, { head, numbers: true });
}

/** Traps that went wrong somewhere; the rest are counted. */
function trapLines(evaluation: Evaluation, layout: Layout): string[] {
  const { lang } = layout;
  const all = Object.entries(evaluation.byTrap);
  const wrong = all.filter(([, { right, of }]) => right < of);
  const rows = wrong.map(([trap, { right, of }]) => [plainText(trap), ofAll(right, of, "", layout)]);
  return all.length === 0
    ? []
    : [
        ...columns(rows, layout, { numbers: true }),
        message(lang, "evaluate.trapsRight", { n: all.length - wrong.length }),
      ];
}

function ruleLines(evaluation: Evaluation, layout: Layout): string[] {
  const { lang } = layout;
  const wrong = evaluation.byRule.filter(({ credited, right }) => right < credited);
  const rows = wrong.map(({ rule, credited, right }) => [
    plainText(rule),
    ofAll(right, credited, "", layout),
  ]);
  return [
    ...columns(rows, layout, { numbers: true }),
    message(lang, "evaluate.rulesRight", { n: evaluation.byRule.length - wrong.length }),
  ];
}

function barLines(evaluation: Evaluation, layout: Layout): string[] {
  const { lang, plain } = layout;
  const rows = evaluation.bars.map(({ name, demand, limit, value, met }) => {
    const values = { value: figure(value, lang), limit: figure(limit, lang) };
    return [
      name,
      plain
        ? message(lang, demand === "min" ? "evaluate.plainMin" : "evaluate.plainMax", values)
        : `${values.value} ${demand === "min" ? "≥" : "≤"} ${values.limit}`,
      message(lang, met ? "evaluate.barMet" : "evaluate.barMissed"),
    ];
  });
  return columns(rows, layout);
}

function errorLines(errors: readonly WrongPassage[], width: number, { lang, plain }: Layout): string[] {
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
      plainText(
        [id, place, ...(trap === null ? [] : [message(lang, "evaluate.trap", { trap })])].join(
          plain ? ", " : "  ",
        ),
      ),
      `  ${message(lang, "evaluate.labelled")}: ${labelled.join(", ")}`,
      `  ${message(lang, "evaluate.judged")}: ${judged.join(", ")}`,
      ...workingLines(working, width, lang, plain),
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
    plain = false,
    keywordSet,
  }: Pick<RenderOptions, "lang" | "width" | "plain"> & { readonly keywordSet: string },
): string {
  const layout = { lang, plain };
  const title = message(lang, "evaluate.title", {
    n: formatCount(evaluation.passages, lang),
    files: evaluation.gold.map(({ path }) => plainText(path)).join(", "),
    packs: evaluation.packs
      .map(({ title: name, version }) => plainText(`${name[lang]} ${version}`))
      .join(", "),
  });
  const part = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", heading, ...lines];
  const lines = [
    ...paragraph(title, width, ""),
    "",
    ...scoreLines(evaluation.scores, layout, [
      [message(lang, "evaluate.review"), ofProportion(evaluation.review, layout)],
    ]),
    "",
    ...paragraph(message(lang, "evaluate.legend"), width, ""),
    ...paragraph(message(lang, plain ? "evaluate.plainIntervals" : "evaluate.intervals"), width, ""),
    ...part(
      message(lang, plain ? "evaluate.plainConfusionHead" : "evaluate.confusion"),
      confusionLines(evaluation.scores, layout),
    ),
    ...(evaluation.keywords === null
      ? ["", ...paragraph(message(lang, "evaluate.noKeywords", { set: keywordSet }), width, "")]
      : part(message(lang, "evaluate.keywords"), scoreLines(evaluation.keywords, layout))),
    ...part(message(lang, "evaluate.byType"), typeLines(evaluation, layout)),
    ...part(message(lang, "evaluate.byTrap"), trapLines(evaluation, layout)),
    ...part(message(lang, "evaluate.byRule"), ruleLines(evaluation, layout)),
    ...part(
      message(lang, "evaluate.lost"),
      evaluation.lost.map(
        ({ place, what }) => `  ${plainText(place)}${plain ? ", " : "  "}${plainText(what)}`,
      ),
    ),
    ...(evaluation.errors === undefined
      ? []
      : evaluation.errors.length === 0
        ? ["", message(lang, "evaluate.noErrors")]
        : [
            "",
            message(lang, "evaluate.errors", { n: evaluation.errors.length }),
            ...errorLines(evaluation.errors, width, layout),
          ]),
    ...part(message(lang, "evaluate.bars"), barLines(evaluation, layout)),
  ];
  return `${linearLines(lines, { plain }).join("\n")}\n`;
}
