// The command: arguments and streams in, exit code out. The only place where an error becomes text and a number.
// What every call needs is imported here, the rest when its turn comes: `genomlys --version` should cost what node costs.
import { packageVersion } from "../version.ts";
import { asksForVersion } from "./command-line/asks-for-version.ts";
import type { ParsedCommand } from "./command-line/parse-command-line.ts";
import { exitCode } from "./exit-code.ts";
import { settleOutput, type Io } from "./io.ts";
import type { Pipeline } from "./pipeline.ts";

async function runCommand(command: ParsedCommand, io: Io, pipeline: Pipeline): Promise<number> {
  switch (command.name) {
    case "help":
      // Asked for, it is the result; not asked for, it says that the call was wrong.
      (command.asked ? io.stdout : io.stderr).write(command.text);
      return command.asked ? exitCode.done : exitCode.wrongUse;
    case "scan": {
      const { runScan } = await import("./commands/scan.ts");
      return runScan(command.paths, command.options, io, pipeline);
    }
    case "check": {
      const { runCheck } = await import("./commands/check.ts");
      return runCheck(command.paths, command.options, io, pipeline);
    }
    case "watch": {
      const { runWatch } = await import("./commands/watch.ts");
      return runWatch(command.paths, command.options, io, pipeline);
    }
    case "baseline create": {
      const { runBaselineCreate } = await import("./commands/baseline.ts");
      return runBaselineCreate(command.paths, command.options, io, pipeline);
    }
    case "baseline prune": {
      const { runBaselinePrune } = await import("./commands/baseline.ts");
      return runBaselinePrune(command.paths, command.options, io, pipeline);
    }
    case "outline": {
      const { runOutline } = await import("./commands/outline.ts");
      return runOutline(command.paths, command.options, io, pipeline);
    }
    case "explain": {
      const { runExplain } = await import("./commands/explain.ts");
      return runExplain(command.subject, command.options, io, pipeline);
    }
    case "kwic": {
      const { runKwic } = await import("./commands/kwic.ts");
      return runKwic(command.term, command.paths, command.options, io, pipeline);
    }
    case "init": {
      const { runInit } = await import("./commands/init.ts");
      return runInit(command.folder, command.options, io, pipeline);
    }
    case "completion": {
      const { runCompletion } = await import("./commands/completion.ts");
      return runCompletion(command.shell, command.program, io);
    }
    case "cache": {
      const { runCache } = await import("./commands/cache.ts");
      return runCache(command.task, command.options, io);
    }
    case "compare": {
      const { runCompare } = await import("./commands/compare.ts");
      return runCompare(command.sides, command.options, io, pipeline);
    }
    case "annotate": {
      const { runAnnotate } = await import("./commands/annotate.ts");
      return runAnnotate(command.paths, command.options, io, pipeline);
    }
    case "report": {
      const { runReport } = await import("./commands/report.ts");
      return runReport(command.files, command.options, io, pipeline);
    }
    case "rules test": {
      const { runRulesTest } = await import("./commands/rules.ts");
      return runRulesTest(command.folders, command.options, io, pipeline);
    }
    case "rules list": {
      const { runRulesList } = await import("./commands/rules.ts");
      return runRulesList(command.folders, command.options, io, pipeline);
    }
    case "evaluate": {
      const { runEvaluate } = await import("./commands/evaluate.ts");
      return runEvaluate(command.files, command.options, io, pipeline);
    }
    case "trace": {
      const { runTrace } = await import("./commands/trace.ts");
      return runTrace(command.words, command.options, io, pipeline);
    }
    case "rules show": {
      const { runRulesShow } = await import("./commands/rules-show.ts");
      return runRulesShow(command.ids, command.options, io, pipeline);
    }
    case "rules lint": {
      const { runRulesLint } = await import("./commands/rules-lint.ts");
      return runRulesLint(command.folders, command.options, io, pipeline);
    }
    case "rules diff": {
      const { runRulesDiff } = await import("./commands/rules-diff.ts");
      return runRulesDiff(command.old, command.paths, command.options, io, pipeline);
    }
    case "rules schema": {
      const { runRulesSchema } = await import("./commands/rules-schema.ts");
      return runRulesSchema(command.kind, command.options, io);
    }
  }
}

/** Columns for the help text: readable, and not what a terminal without a window says (0). */
function helpWidth(io: Io): number {
  const { columns = 0 } = io.stdout;
  return columns >= 40 ? Math.min(columns, 100) : 80;
}

/**
 * Runs genomlys. `argv` are the arguments after the program's name. Answers the exit code and never ends the
 * process itself, so that everything written gets out. `parts` are for tests.
 */
export async function main(argv: readonly string[], io: Io, parts?: Pipeline): Promise<number> {
  try {
    if (asksForVersion(argv)) {
      io.stdout.write(`${packageVersion()}\n`);
      await settleOutput(io);
      return exitCode.done;
    }
    // While files can be opened: whoever tells of a fault later on says which version it is in.
    packageVersion();
    const { parseCommandLine } = await import("./command-line/parse-command-line.ts");
    const command = parseCommandLine(argv, helpWidth(io));
    const code = await runCommand(command, io, parts ?? (await import("./pipeline.ts")).pipeline);
    // A result that did not get out is no result, whatever it would have said.
    await settleOutput(io);
    return code;
  } catch (thrown) {
    return answerThrown(thrown, argv, io);
  }
}

/** Says on standard error what was thrown; answers the exit code. */
export async function answerThrown(thrown: unknown, argv: readonly string[], io: Io): Promise<number> {
  const { findLanguage } = await import("./command-line/parse-command-line.ts");
  const { formatBug, formatError } = await import("../errors/format-error.ts");
  const { GenomlysError } = await import("../errors/genomlys-error.ts");
  const lang = findLanguage(argv);
  if (thrown instanceof GenomlysError) {
    io.stderr.write(formatError(thrown, lang));
    return exitCode.wrongUse;
  }
  io.stderr.write(formatBug(thrown, packageVersion(), lang));
  // Something was not done, and it is neither the user's call nor a bar that says so.
  return exitCode.inputFailed;
}
