// The recipes in examples/, run for real where the engine that they run on is installed.
import { execFile, execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { requireBuild, root, runCommand } from "../support/built-command.ts";

beforeAll(requireBuild);

function isInstalled(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

// Debian's package moreutils has another program of that name, which knows no --version.
describe.skipIf(!isInstalled("parallel"))("examples/parallel.sh", () => {
  test("gives the report of one run, and can be run again", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "genomlys-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const env = {
      PATH: process.env["PATH"],
      HOME: folder,
      GENOMLYS: `${process.execPath} ${root}bin/genomlys.js`,
    };
    const merged = path.join(folder, "merged.json");
    const script = [`${root}examples/parallel.sh`, "fixtures/halland", "3", merged];
    for (let run = 0; run < 2; run++) await promisify(execFile)("bash", script, { cwd: root, env });
    const lines = path.join(folder, "one.jsonl");
    await runCommand(["fixtures/halland", "--format", "jsonl", "-o", lines]);
    const { out } = await runCommand(["report", lines, "--format", "json"]);
    expect(await readFile(merged, "utf8")).toBe(out);
  });
});

interface JobManifest {
  readonly spec: {
    readonly completions: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly args: readonly string[];
          readonly env?: readonly { readonly name: string; readonly value: string }[];
        }[];
      };
    };
  };
}

describe("examples/kubernetes.yaml", () => {
  const manifest = async (name: string): Promise<JobManifest> =>
    parse(await readFile(`${root}examples/${name}.yaml`, "utf8")) as JobManifest;

  test("has as many pods as there are parts", async () => {
    const { spec } = await manifest("kubernetes");
    const [parts] = spec.template.spec.containers[0]?.env ?? [];
    expect([parts?.name, parts?.value]).toEqual(["PARTS", String(spec.completions)]);
  });

  test("runs commands that give the report of one run", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "genomlys-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const cwd = path.join(folder, "arkiv");
    await mkdir(cwd);
    // The parts share boilerplate that none of them knows of.
    for (const name of ["lokaler", "skolmat", "simhallen"])
      await writeFile(
        path.join(cwd, `${name}.md`),
        `# Tjänsteskrivelse om ${name}\n\nNämnden behandlar ${name} efter en framställan om ${name}.\n\n## Jämställdhet\n\nNämnden ska minska skillnaden mellan flickors och pojkars betyg i alla skolor.\n`,
      );
    /** What a container runs, with the volumes of the cluster in folders of this machine. */
    const inPod = async (name: string, env: Readonly<Record<string, string>>): Promise<void> => {
      const script = (await manifest(name)).spec.template.spec.containers[0]?.args[0] ?? "";
      const here = `genomlys() { "${process.execPath}" "${root}bin/genomlys.js" "$@"; }\n${script}`;
      await promisify(execFile)("sh", ["-c", here.replaceAll("/resultat", folder)], {
        cwd,
        env: { PATH: process.env["PATH"], HOME: folder, ...env },
      });
    };
    for (const index of ["0", "1"]) await inPod("kubernetes", { PARTS: "2", JOB_COMPLETION_INDEX: index });
    await inPod("kubernetes-report", {});
    const { out } = await runCommand(["--no-cache", "--format", "json", "."], { cwd });
    const one = JSON.parse(out) as Report;
    expect(one.standardText).toHaveLength(1);
    expect(JSON.parse(await readFile(path.join(folder, "rapport.json"), "utf8"))).toEqual(one);
  });
});
