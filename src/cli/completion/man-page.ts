// The man page, made from the commands themselves. In English, as man pages of tools are; written by `npm run man`.
import { commandTexts } from "../command-line/command-texts.ts";
import type { CommandDescription, OptionDescription } from "../command-line/describe-command.ts";
import { commandPaths } from "./command-paths.ts";

/** roff: a dot or quote at the beginning of a line is a request, a backslash an escape, "-" may become a dash. */
const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .split("\n")
    .map((line) => (/^[.']/.test(line) ? `\\&${line}` : line))
    .join("\n");

/** The page in roff (man macros). `program` is to be in English. */
export function manPage(program: CommandDescription, version: string): string {
  const [, ...commands] = commandPaths(program);
  const leaves = commands.filter(({ command }) => command.commands.length === 0);
  return `${[
    // No day: the same commands give the same page.
    `.TH GENOMLYS 1 "" "genomlys ${version}" "User Commands"`,
    ".SH NAME",
    `genomlys \\- audits governance documents for a gender\\-equality perspective`,
    ".SH SYNOPSIS",
    `.B genomlys\n${escaped(program.usage)}`,
    ...leaves.map(({ path, command }) => `.br\n.B genomlys ${escaped(path)}\n${escaped(command.usage)}`),
    ".SH DESCRIPTION",
    escaped(program.help),
    ".SH OPTIONS",
    ...program.options.map(optionText),
    ".SH COMMANDS",
    ...leaves.flatMap(({ path, command }) => [
      `.SS ${escaped(path)}`,
      escaped(command.help),
      ...command.arguments.map(({ name, help }) => `.TP\n.I ${escaped(name)}\n${escaped(help)}`),
      // scan is the program itself by name.
      ...(path === "scan" ? [] : command.options.map(optionText)),
    ]),
    ".SH EXAMPLES AND EXIT CODES",
    `.nf\n${escaped(commandTexts.epilogue.en)}\n.fi`,
    ".SH FILES",
    ".TP\n.I genomlys.config.yaml\nThe configuration, found upwards from the working directory.",
  ].join("\n")}\n`;
}

function optionText({ long, short, value, help }: OptionDescription): string {
  const flags = [short, long]
    .filter((flag) => flag !== "")
    .map((flag) => `\\fB${escaped(flag)}\\fR`)
    .join(", ");
  const takes = value === "" ? "" : ` \\fI${escaped(value)}\\fR`;
  return `.TP\n${flags}${takes}\n${escaped(help)}`;
}
