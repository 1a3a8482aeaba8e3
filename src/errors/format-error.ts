// An error as the person at the keyboard sees it: what is wrong, where, the line itself, and what to do.
import { plainText } from "../messages/plain-text.ts";
import { errorText, type ErrorPlace, type GenomlysError } from "./genomlys-error.ts";

const words = {
  error: { sv: "fel", en: "error" },
  hint: { sv: "tips", en: "hint" },
  bug: {
    sv: "Detta är ett fel i genomlys {version}, inte i dina dokument eller regler.",
    en: "This is a bug in genomlys {version}, not in your documents or rules.",
  },
  report: {
    sv: "Anmäl det gärna, med texten ovan och hur kommandot skrevs.",
    en: "Please report it, with the text above and the command as it was written.",
  },
} as const;

/** Longest part of a line that is shown, in code units. */
const excerptLength = 100;

function formatPlace(place: ErrorPlace): string {
  const numbers =
    place.line === undefined ? [] : [place.line, ...(place.column === undefined ? [] : [place.column])];
  return [plainText(place.path), ...numbers].join(":");
}

/** The line with `^^^^` under what is meant; [] when the place has no line. */
function formatLine(place: ErrorPlace): string[] {
  if (place.line === undefined || place.lineText === undefined) return [];
  const offset = Math.min((place.column ?? 1) - 1, place.lineText.length);
  // A line of a thousand letters is cut to the part around the place.
  const from = offset > excerptLength - 20 ? offset - 20 : 0;
  const before = plainText(place.lineText.slice(from, offset));
  const rest = plainText(place.lineText.slice(offset, from + excerptLength));
  const gutter = String(place.line);
  const lines = [`  ${gutter} | ${before}${rest}`];
  if (place.column !== undefined) {
    const length = Math.max(1, Math.min(place.length ?? 1, rest.length));
    lines.push(`  ${" ".repeat(gutter.length)} | ${" ".repeat(before.length)}${"^".repeat(length)}`);
  }
  return lines;
}

/** A `GenomlysError` as lines of plain text, with a line break at the end. */
export function formatError(error: GenomlysError, lang: "sv" | "en"): string {
  const { message, hint } = errorText(error, lang);
  const place = error.where === undefined ? "" : `  ${formatPlace(error.where)}`;
  const lines = [`${words.error[lang]} ${error.code}${place}`, `  ${plainText(message)}`];
  if (error.where !== undefined) lines.push(...formatLine(error.where));
  lines.push(`  ${words.hint[lang]}: ${plainText(hint)}`);
  return `${lines.join("\n")}\n`;
}

/** Anything else that was thrown: our own fault, with what a developer needs to find it. */
export function formatBug(thrown: unknown, version: string, lang: "sv" | "en"): string {
  const trace =
    thrown instanceof Error ? (thrown.stack ?? `${thrown.name}: ${thrown.message}`) : String(thrown);
  const lines = trace.split("\n").map((line) => `  ${plainText(line)}`);
  return `${[words.bug[lang].replace("{version}", version), ...lines, words.report[lang]].join("\n")}\n`;
}
