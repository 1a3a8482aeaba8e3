// What others put into their pipelines: the action's own steps are run as GitHub would, the rest is read and held
// against the command line.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseCommandLine } from "../../src/cli/command-line/parse-command-line.ts";
import { buildFolder } from "../cli/run.ts";

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string): unknown => parse(readFileSync(path.join(root, file), "utf8"));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id?: string;
      readonly run?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const action = read("action.yml") as Action;

/** Runs the action's steps in a folder, as GitHub's runner does for the inputs given. */
async function runAction(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
  const folder = await buildFolder({ ...files, ".runner/output": "", ".runner/summary": "" });
  const value = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? "";
  let out = "";
  let code = 0;
  for (const { run, env = {} } of action.runs.steps) {
    if (run === undefined) continue;
    const filled = Object.entries(env).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => value(input)),
    ]);
    const result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd: folder,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        GITHUB_ACTIONS: "true",
        CI: "true",
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: path.join(folder, ".runner/output"),
        GITHUB_STEP_SUMMARY: path.join(folder, ".runner/summary"),
        ...(Object.fromEntries(filled) as Record<string, string>),
      },
    });
    out += result.stdout;
    code = result.status ?? -1;
    if (code !== 0) break;
  }
  const text = (name: string): Promise<string> => readFile(path.join(folder, name), "utf8");
  return { folder, out, code, outputs: await text(".runner/output"), summary: await text(".runner/summary") };
}

const draft =
  "# Plan 2026\n\n## Barn och unga\n\n1 200 elever fick stöd 2025. Skolan ska nå alla barn och unga elever.\n";

describe("the GitHub action", () => {
  test("annotates, keeps the findings and writes the summary", async () => {
    const { folder, out, code, outputs, summary } = await runAction(
      { "utkast/plan 1.md": draft },
      { command: "scan", paths: "utkast" },
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^::error file=utkast\/plan 1\.md,line=3,/m);
    expect(outputs).toBe("exit-code=0\nsarif=genomlys.sarif\n");
    expect(JSON.parse(await readFile(path.join(folder, "genomlys.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    });
    expect(summary).toMatch(/^# /);
  });

  test("fails with the exit code of the command, and hands it on", async () => {
    const { code, outputs } = await runAction(
      { "a.md": draft },
      { command: "scan", paths: "finns-ej.md", summary: "false" },
    );
    expect([code, outputs]).toEqual([2, "exit-code=2\nsarif=\n"]);
  });

  test("writes no file and no summary when none is asked for", async () => {
    const { folder, summary } = await runAction(
      { "a.md": draft },
      { command: "scan", sarif: "", summary: "false" },
    );
    expect(existsSync(path.join(folder, "genomlys.sarif"))).toBe(false);
    expect(summary).toBe("");
  });

  test("takes names as names: nothing of a path or option is run or split", async () => {
    const name = "a $(touch agd) `touch agd`; touch agd.md";
    const { folder, code, out } = await runAction(
      { [name]: draft, "b.md": `${draft}\n\nSlut.\n` },
      { command: "scan", paths: `${name}\nb.md`, options: "--lang\nen", sarif: "", summary: "false" },
    );
    expect(code).toBe(0);
    expect(out).toContain("2 documents audited");
    expect(existsSync(path.join(folder, "agd"))).toBe(false);
  });

  test("puts no input into the text of a script, and names only outputs that its steps set", () => {
    expect(action.runs.using).toBe("composite");
    for (const { run = "" } of action.runs.steps) expect(run).not.toContain("${{");
    const script = readFileSync(path.join(root, "ci/run-action.sh"), "utf8");
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.audit.outputs.${name} }}`);
      expect(script).toContain(`${name}=`);
    }
    for (const { description } of Object.values(action.inputs)) expect(description).toMatch(/\.$/);
  });
});

test("the job for GitLab writes the reports that it hands over", () => {
  const { genomlys: job } = read("ci/gitlab.yml") as {
    genomlys: { script: string[]; artifacts: { reports: Record<string, string> } };
  };
  const command = job.script.find((line) => line.startsWith("genomlys ")) ?? "";
  const { codequality, junit } = job.artifacts.reports;
  const words = command
    .replace(/"?\$GENOMLYS_COMMAND"?/, "scan")
    .replace("$GENOMLYS_OPTIONS ", "")
    .replace("$GENOMLYS_PATHS", ".")
    .split(/\s+/);
  expect(parseCommandLine(words.slice(1), 80)).toMatchObject({
    name: "scan",
    paths: ["."],
    options: {
      outputs: [
        { format: "gitlab", file: codequality },
        { format: "junit", file: junit },
        { format: "terminal", file: undefined },
      ],
    },
  });
});

test("the hook for pre-commit takes every kind of document, and no other", () => {
  const [hook] = read(".pre-commit-hooks.yaml") as {
    files: string;
    language: string;
    require_serial: boolean;
  }[];
  const files = new RegExp(hook?.files ?? "");
  for (const name of ["a.pdf", "å/b c.docx", "d.doc", "e.md", "f.htm", "g.xlsx"]) expect(name).toMatch(files);
  for (const name of ["a.mdx", "b.ts", "genomlys.config.yaml", "pdf"]) expect(name).not.toMatch(files);
  expect(hook).toMatchObject({ language: "node", require_serial: true });
});

test("the scripts of the action can be read by bash", () => {
  for (const file of ["ci/build-action.sh", "ci/run-action.sh"]) {
    expect(spawnSync("bash", ["-n", path.join(root, file)]).status).toBe(0);
  }
});
