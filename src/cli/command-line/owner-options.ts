// The command lines for those who own rules: evaluate, trace, rules show, lint, diff and schema. Kept from the command
// lines of the audit, which most people need and these do not.
import type { Command } from "commander";
import { genomlysError } from "../../errors/genomlys-error.ts";
import type { Registration } from "./registration.ts";
import { commandTexts, ownerTexts } from "./command-texts.ts";
import { everyCommandTakes, optionDefinitions } from "./options.ts";
import type { CommonOptions } from "./common-options.ts";

export interface RuleQuestionOptions extends CommonOptions {
  readonly rules: readonly string[];
  readonly config: string | undefined;
  readonly given: { readonly lang?: string };
}

export interface EvaluateCommandOptions extends RuleQuestionOptions {
  readonly format: "terminal" | "json";
  readonly errors: boolean;
  /** As written: "present-f1=0.95,kappa=0.85". */
  readonly min: readonly string[];
  readonly max: readonly string[];
}

export interface RulesDiffOptions extends RuleQuestionOptions {
  readonly type: string;
}

export interface RulesLintOptions extends CommonOptions {
  /** All terms that no example tries, not only the rules that have most of them. */
  readonly untested: boolean;
}

export type OwnerCommand =
  | { readonly name: "evaluate"; readonly files: readonly string[]; readonly options: EvaluateCommandOptions }
  | { readonly name: "trace"; readonly words: string; readonly options: RuleQuestionOptions }
  | { readonly name: "rules show"; readonly ids: readonly string[]; readonly options: RuleQuestionOptions }
  | { readonly name: "rules lint"; readonly folders: readonly string[]; readonly options: RulesLintOptions }
  | {
      readonly name: "rules diff";
      readonly old: string;
      readonly paths: readonly string[];
      readonly options: RulesDiffOptions;
    }
  | { readonly name: "rules schema"; readonly kind: string | undefined; readonly options: CommonOptions };

/** Only what was given on the command line. */
export interface OwnerGiven {
  readonly rules?: readonly string[];
  readonly config?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly evaluationFormat?: string;
  readonly format?: string;
  readonly errors?: boolean;
  readonly untested?: boolean;
  readonly min?: readonly string[];
  readonly max?: readonly string[];
}

type OwnerRegistration<Given> = Registration<Given, OwnerCommand>;

/** Adds the commands to the program. */
export function registerOwnerCommands<Given extends OwnerGiven>(into: OwnerRegistration<Given>): void {
  registerEvaluate(into);
  registerTrace(into);
  registerRulesShow(into);
  registerRulesLint(into);
  registerRulesDiff(into);
  registerRulesSchema(into);
}

/** The options of every command that asks something of the rules. */
function questions<Given extends OwnerGiven>(
  { given, readCommon }: OwnerRegistration<Given>,
  command: Command,
): RuleQuestionOptions {
  const options = given(command);
  const { rules = [], config, lang } = options;
  return { ...readCommon(options), rules, config, given: lang === undefined ? {} : { lang } };
}

function registerEvaluate<Given extends OwnerGiven>(into: OwnerRegistration<Given>): void {
  const { program, prepare, addOptions, given, choose, text, found } = into;
  const evaluate = prepare(program.command("evaluate"), text(ownerTexts.evaluateUsage));
  evaluate
    .description(text(ownerTexts.evaluate))
    .argument(`[${text(ownerTexts.file)}...]`, text(ownerTexts.goldFiles));
  addOptions(evaluate, ["rules", "config", "min", "max", "errors", "evaluationFormat", ...everyCommandTakes]);
  evaluate.action((files: readonly string[]) => {
    if (files.length === 0) throw genomlysError("GOLD_NOT_NAMED", {});
    const options = given(evaluate);
    found({
      name: "evaluate",
      files,
      options: {
        ...questions(into, evaluate),
        format: choose("--format", options.format, optionDefinitions.evaluationFormat.choices, "terminal"),
        errors: options.errors ?? false,
        min: options.min ?? [],
        max: options.max ?? [],
      },
    });
  });
}

function registerTrace<Given extends OwnerGiven>(into: OwnerRegistration<Given>): void {
  const { program, prepare, addOptions, text, found } = into;
  const trace = prepare(program.command("trace"), text(ownerTexts.traceUsage));
  trace.description(text(ownerTexts.trace)).argument(`[${text(ownerTexts.word)}...]`, text(ownerTexts.words));
  addOptions(trace, ["rules", "config", ...everyCommandTakes]);
  trace.action((words: readonly string[]) => {
    found({ name: "trace", words: words.join(" "), options: questions(into, trace) });
  });
}

function registerRulesShow<Given extends OwnerGiven>(into: OwnerRegistration<Given>): void {
  const { rules, prepare, addOptions, text, found } = into;
  const show = prepare(rules.command("show"), text(ownerTexts.showUsage));
  show.description(text(ownerTexts.show)).argument("[id...]", text(ownerTexts.ids));
  addOptions(show, ["rules", "config", ...everyCommandTakes]);
  show.action((ids: readonly string[]) => {
    found({ name: "rules show", ids, options: questions(into, show) });
  });
}

function registerRulesLint<Given extends OwnerGiven>(into: OwnerRegistration<Given>): void {
  const { rules, prepare, addOptions, given, readCommon, text, found } = into;
  const lint = prepare(rules.command("lint"), text(ownerTexts.foldersUsage));
  lint
    .description(text(ownerTexts.lint))
    .argument(`[${text(commandTexts.folder)}...]`, text(commandTexts.rulesFolders));
  addOptions(lint, ["untested", ...everyCommandTakes]);
  lint.action((folders: readonly string[]) => {
    const options = given(lint);
    found({
      name: "rules lint",
      folders,
      options: { ...readCommon(options), untested: options.untested ?? false },
    });
  });
}

function registerRulesDiff<Given extends OwnerGiven>(into: OwnerRegistration<Given>): void {
  const { rules, prepare, addOptions, given, text, found } = into;
  const diff = prepare(rules.command("diff"), text(ownerTexts.diffUsage));
  diff
    .description(text(ownerTexts.diff))
    .argument(`[${text(ownerTexts.oldFolder)}]`, text(ownerTexts.oldFolders))
    .argument(`[${text(commandTexts.path)}...]`, text(ownerTexts.paths));
  addOptions(diff, ["rules", "config", "type", ...everyCommandTakes]);
  diff.action((old: string | undefined, paths: readonly string[]) => {
    if (old === undefined || paths.length === 0) throw genomlysError("DIFF_INCOMPLETE", {});
    found({
      name: "rules diff",
      old,
      paths,
      options: { ...questions(into, diff), type: given(diff).type ?? "auto" },
    });
  });
}

function registerRulesSchema<Given extends OwnerGiven>(into: OwnerRegistration<Given>): void {
  const { rules, prepare, addOptions, given, readCommon, text, found } = into;
  const schema = prepare(rules.command("schema"), text(ownerTexts.schemaUsage));
  schema.description(text(ownerTexts.schema)).argument(`[${text(ownerTexts.kind)}]`, text(ownerTexts.kinds));
  addOptions(schema, ["lang", "quiet", "color", "noColor"]);
  schema.action((kind: string | undefined) => {
    found({ name: "rules schema", kind, options: readCommon(given(schema)) });
  });
}
