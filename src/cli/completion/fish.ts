// Completion for fish.
import type { CommandDescription, OptionDescription } from "../command-line/describe-command.ts";
import { briefHelp, commandPaths, quoted, type CommandAt } from "./command-paths.ts";

/** The script for fish, with a line break at the end. */
export function fishScript(program: CommandDescription): string {
  const all = commandPaths(program);
  return `# fish completion for genomlys: genomlys completion fish > ~/.config/fish/completions/genomlys.fish
function __genomlys_at
    set -l command ""
    for word in (commandline -opc)
        switch "$command|$word"
${all.flatMap(commandCase).join("\n")}
        end
    end
    test "$command" = "$argv[1]"
end
${all.flatMap(lines).join("\n")}
`;
}

function commandCase({ path, above, command }: CommandAt): string[] {
  return above === null
    ? []
    : [
        `            case ${quoted(`${above}|${command.name}`)}`,
        `                set command ${quoted(path)}`,
      ];
}

function lines({ path, command }: CommandAt): string[] {
  const when = `complete -c genomlys -n "__genomlys_at ${quoted(path)}"`;
  return [
    ...command.commands.map(({ name, help }) => `${when} -a ${name} -d ${quoted(briefHelp(help))}`),
    ...command.options.map((option) => `${when}${flagWords(option)} -d ${quoted(briefHelp(option.help))}`),
    `${when} -s h -l help`,
  ];
}

function flagWords({ long, short, takes, choices }: OptionDescription): string {
  const names = [
    ...(long === "" ? [] : [` -l ${long.replace(/^--/, "")}`]),
    ...(short === "" ? [] : [` -s ${short.replace(/^-/, "")}`]),
  ].join("");
  if (takes === "nothing") return names;
  // -x: a value and no file names; -r: a value, which may be a file.
  if (takes === "choice") return `${names} -x -a ${quoted(choices.join(" "))}`;
  return takes === "text" ? `${names} -x` : `${names} -r`;
}
