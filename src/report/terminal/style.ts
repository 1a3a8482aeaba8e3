// Colours and signs of the terminal report. Colour never says anything that a word or a digit does not say too.
import { Chalk, type ChalkInstance } from "chalk";
import { message } from "../../messages/message.ts";
import type { Level, SectionStatus, Severity, Verdict } from "../../model/report.ts";
import type { RenderOptions } from "../render-options.ts";

type Paint = (text: string) => string;

/** Chalk joins all its arguments, and `map` hands over an index too; so each paint takes its text and no more. */
const paint =
  (style: ChalkInstance): Paint =>
  (text) =>
    style(text);

export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly match: Paint;
  readonly verdict: Readonly<Record<Verdict | "unreadable", Paint>>;
  readonly status: Readonly<Record<SectionStatus, Paint>>;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly level: (level: Level) => Paint;
  /** What stands for a cut-off, an empty cell, an item of a list. */
  readonly ellipsis: string;
  readonly dash: string;
  readonly bullet: string;
  readonly between: string;
  /** A thin line under a heading, as lines of the report; none in linear text. */
  readonly ruler: (width: number) => string[];
  /** Between what was and what is; a word in linear text. */
  readonly arrow: string;
  /** Signs around a match in its context. */
  readonly matchOpen: string;
  readonly matchClose: string;
  /** `share` as a bar of `width` columns; "" where bars would break a log. */
  readonly bar: (share: number, width: number) => string;
}

/** The style that the options ask for. Chalk is told, not asked: what the terminal can show was decided by the caller. */
export function chooseStyle(options: RenderOptions): Style {
  const linear = options.plain === true;
  const unicode = options.unicode && !linear;
  const chalk = new Chalk({ level: options.colour && !linear ? 1 : 0 });
  const plain: Paint = (text) => text;
  const levels: readonly Paint[] = [
    paint(chalk.red),
    paint(chalk.yellow),
    paint(chalk.cyan),
    paint(chalk.green),
    paint(chalk.green.bold),
  ];
  return {
    strong: paint(chalk.bold),
    faint: paint(chalk.dim),
    match: paint(chalk.bold),
    verdict: {
      clear: paint(chalk.green.bold),
      partial: paint(chalk.yellow),
      confined: paint(chalk.yellow),
      missing: paint(chalk.red.bold),
      notAssessed: paint(chalk.dim),
      unreadable: paint(chalk.magenta),
    },
    status: {
      present: paint(chalk.green),
      missing: paint(chalk.red),
      review: paint(chalk.yellow),
      notExpected: paint(chalk.dim),
      unread: paint(chalk.magenta),
    },
    severity: { high: paint(chalk.red), medium: paint(chalk.yellow), low: plain },
    level: (level) => levels[level] ?? plain,
    // Three: two before a slash would be the folder above.
    ellipsis: unicode ? "…" : "...",
    dash: unicode ? "–" : "-",
    bullet: unicode ? "•" : "-",
    ruler: (width) => (linear ? [] : [chalk.dim((unicode ? "─" : "-").repeat(width))]),
    between: unicode ? " · " : ", ",
    arrow: linear ? message(options.lang, "plain.became") : unicode ? "→" : "->",
    matchOpen: unicode ? "»" : "[",
    matchClose: unicode ? "«" : "]",
    bar: (share, width) => {
      if (!unicode) return "";
      const full =
        share >= 1 ? width : share <= 0 ? 0 : Math.max(1, Math.min(width - 1, Math.round(share * width)));
      return "█".repeat(full) + chalk.dim("░".repeat(width - full));
    },
  };
}
