// Completion for zsh, with what each option is for.
import type { CommandDescription } from "../command-line/describe-command.ts";
import { briefHelp, commandPaths, flagsOf, quoted, type CommandAt } from "./command-paths.ts";

/** The script for zsh, with a line break at the end. */
export function zshScript(program: CommandDescription): string {
  const all = commandPaths(program);
  return `#compdef genomlys
# zsh completion for genomlys: a file named _genomlys in a folder of $fpath, or eval "$(genomlys completion zsh)"
_genomlys() {
  local command="" at
  local -a values options commands
  for ((at = 2; at < CURRENT; at++)); do
    case "$command|$words[at]" in
${all.flatMap(commandCase).join("\n")}
    esac
  done
  case "$command|$words[CURRENT-1]" in
${all.flatMap(valueCases).join("\n")}
  esac
  case "$command" in
${all.map(wordsCase).join("\n")}
  esac
  if [[ $words[CURRENT] == -* ]]; then
    _describe -o option options
  else
    (( $#commands )) && _describe command commands
    _files
  fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _genomlys "$@"
else
  compdef _genomlys genomlys
fi
`;
}

function commandCase({ path, above, command }: CommandAt): string[] {
  return above === null ? [] : [`      ("${above}|${command.name}") command="${path}" ;;`];
}

function valueCases({ path, command }: CommandAt): string[] {
  return command.options
    .filter(({ takes }) => takes !== "nothing")
    .map((option) => {
      const patterns = flagsOf(option).map((flag) => `"${path}|${flag}"`);
      const action = {
        file: "_files; ",
        folder: "_directories; ",
        choice: `values=(${option.choices.join(" ")}); _describe value values; `,
        text: `_message ${quoted(option.value)}; `,
        nothing: "",
      }[option.takes];
      return `    (${patterns.join("|")}) ${action}return ;;`;
    });
}

/** "name:what it is for", as _describe takes it. */
const described = (name: string, help: string): string =>
  quoted(`${name.replaceAll(":", "\\:")}:${briefHelp(help)}`);

function wordsCase({ path, command }: CommandAt): string {
  const options = command.options.flatMap((option) =>
    flagsOf(option).map((flag) => described(flag, option.help)),
  );
  const commands = command.commands.map(({ name, help }) => described(name, help));
  return `    ("${path}") options=(${options.join(" ")} --help) commands=(${commands.join(" ")}) ;;`;
}
