// What the place that the result goes to can show: colour, bars, how many columns, or linear text only.
import type { RenderOptions } from "../../report/render-options.ts";
import type { Io } from "../io.ts";

const standardWidth = 80;

function decideColour(io: Io, flag: boolean | undefined, isTerminal: boolean): boolean {
  if (flag !== undefined) return flag;
  const { FORCE_COLOR, NO_COLOR, TERM } = io.env;
  // Node's own order: FORCE_COLOR wins over NO_COLOR (https://no-color.org asks only that it be set and not empty).
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  return isTerminal && TERM !== "dumb";
}

function decideUnicode(io: Io, isTerminal: boolean, platform: string): boolean {
  const { TERM, WT_SESSION, TERM_PROGRAM, LC_ALL, LC_CTYPE, LANG } = io.env;
  if (!isTerminal || TERM === "dumb" || TERM === "linux") return false;
  // The old Windows console shows bars as question marks in many fonts; Windows Terminal and editors do not.
  if (platform === "win32") return WT_SESSION !== undefined || TERM_PROGRAM !== undefined;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== "") ?? "";
  return !/\.(?!utf-?8)/i.test(locale);
}

/**
 * `toFile`: the result is written to a file, which is no terminal whatever standard output is. `plain` asks for linear
 * text, which has no colour whoever asks for it. A dumb terminal gets it unasked, unless colour is asked for.
 */
export function readScreen(
  io: Io,
  flags: {
    readonly color: boolean | undefined;
    readonly toFile: boolean;
    readonly plain?: boolean | undefined;
  },
  platform: string,
): Pick<RenderOptions, "width" | "colour" | "unicode" | "plain"> {
  const isTerminal = io.stdout.isTTY === true && !flags.toFile;
  const columns = isTerminal ? (io.stdout.columns ?? Number(io.env["COLUMNS"])) : Number(io.env["COLUMNS"]);
  const asked = flags.plain === true;
  const colour = !asked && decideColour(io, flags.color, isTerminal);
  return {
    width: Number.isInteger(columns) && columns >= 20 ? columns : standardWidth,
    colour,
    unicode: !asked && decideUnicode(io, isTerminal, platform),
    plain: asked || (isTerminal && io.env["TERM"] === "dumb" && !colour),
  };
}
