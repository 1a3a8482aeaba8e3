// Completion for bash 3.2 and later, without the bash-completion package.
import type { CommandDescription, OptionDescription } from "../command-line/describe-command.ts";
import { commandPaths, flagsOf, type CommandAt } from "./command-paths.ts";

const generators: Readonly<Record<OptionDescription["takes"], string>> = {
  file: "-f",
  folder: "-d",
  choice: "-W",
  text: "",
  nothing: "",
};

/** The script for bash, with a line break at the end. */
export function bashScript(program: CommandDescription): string {
  const all = commandPaths(program);
  return `# bash completion for genomlys: eval "$(genomlys completion bash)"
_genomlys() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local command="" options="" commands="" at line
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "$command|\${COMP_WORDS[at]}" in
${all.flatMap(commandCase).join("\n")}
    esac
  done
  COMPREPLY=()
  case "$command|$previous" in
${all.flatMap(valueCases).join("\n")}
  esac
  case "$command" in
${all.map(wordsCase).join("\n")}
  esac
  if [[ $current == -* ]]; then
    _genomlys_reply -W "$options"
  else
    if [[ -n $commands ]]; then _genomlys_reply -W "$commands"; fi
    _genomlys_reply -f
  fi
}
_genomlys_reply() {
  local line
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@" -- "$current")
}
complete -o filenames -F _genomlys genomlys
`;
}

function commandCase({ path, above, command }: CommandAt): string[] {
  return above === null ? [] : [`      "${above}|${command.name}") command="${path}" ;;`];
}

function valueCases({ path, command }: CommandAt): string[] {
  return command.options
    .filter(({ takes }) => takes !== "nothing")
    .map((option) => {
      const patterns = flagsOf(option).map((flag) => `"${path}|${flag}"`);
      const generator = generators[option.takes];
      const words = option.takes === "choice" ? ` "${option.choices.join(" ")}"` : "";
      const reply = generator === "" ? "" : `_genomlys_reply ${generator}${words}; `;
      return `    ${patterns.join("|")}) ${reply}return ;;`;
    });
}

function wordsCase({ path, command }: CommandAt): string {
  const options = [...command.options.flatMap(flagsOf), "--help"].join(" ");
  const commands = command.commands.map(({ name }) => name).join(" ");
  return `    "${path}") options="${options}" commands="${commands}" ;;`;
}
