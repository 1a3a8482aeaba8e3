// The way of docs/ci.md "In ten minutes", gone as a newcomer goes it: an empty repository with a remote beside it, the packed
// package, the commands as they stand in the guide. Only the download of packages is left out: those of this checkout serve.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { repositoryIn, type Repository } from "../cli/git-repository.ts";
import { buildFolder } from "../cli/run.ts";
import { requireBuild, root } from "../support/built-command.ts";

beforeAll(requireBuild);

const patience = { timeout: 600_000 };
const draft = `# Handlingsplan för skolan 2027–2029

## 1 Mål

Skillnaden i betyg mellan flickor och pojkar ska minska till 2 procentenheter 2028. Nämnden ansvarar och redovisar varje år.

## 2 Elever

Andelen elever som når målen är 84 procent. Nämnden ska öka andelen elever till 90 procent.
`;
const gap =
  "\n## 3 Äldre\n\nAntalet brukare över 80 år var 3 400. Målet är att alla brukare ska få en fast kontakt.\n";

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script as a step of a pipeline does, in the repository. */
function shell(folder: string, script: string, env: Readonly<Record<string, string>> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      CI: "true",
      // The programs of the machine may be set up by variables of their own.
      npm_config_update_notifier: "false",
      ...env,
    },
  });
  return { code: status, out: stdout, err: stderr };
}

/** What `npm install` of the packed package leaves: the package itself, the command, and what it depends on. Made once. */
let modules = "";
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "genomlys-packed-"));
  modules = path.join(folder, "node_modules");
  await mkdir(path.join(modules, ".bin"), { recursive: true });
  const packed = spawnSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  });
  const tarball = packed.stdout.trim().split("\n").at(-1) ?? "";
  spawnSync("tar", ["xzf", path.join(folder, tarball), "-C", modules]);
  await symlink("package", path.join(modules, "genomlys"));
  await symlink("../genomlys/bin/genomlys.js", path.join(modules, ".bin/genomlys"));
  const { dependencies } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    const at = path.join(modules, name);
    await mkdir(path.dirname(at), { recursive: true });
    await symlink(path.join(root, "node_modules", name), at);
  }
}, 600_000);
afterAll(() => rm(path.dirname(modules), { recursive: true, force: true }));

/** An empty repository with a remote, a draft, and the package installed. */
async function startRepository(): Promise<Repository> {
  const folder = await buildFolder({ "utkast/plan för skolan.md": draft, ".gitignore": "node_modules\n" });
  const repository = repositoryIn(folder);
  const remote = await buildFolder({});
  repositoryIn(remote).git("init", "--quiet", "--bare");
  repository.git("init", "--quiet", "--initial-branch", "main");
  repository.git("remote", "add", "origin", remote);
  await symlink(modules, path.join(folder, "node_modules"));
  return repository;
}

const guide = await readFile(path.join(root, "docs/ci.md"), "utf8");
/** The commands that the guide names in the numbered steps. */
const steps = [...guide.slice(0, guide.indexOf("## Bars")).matchAll(/`(npx genomlys [^`]+)`/g)].map(
  ([, command = ""]) => command,
);
const [shellGate = ""] = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = ""]) => text);

describe("the ten minutes of the guide", () => {
  test("lead from an empty repository to a gate that stops a new gap", patience, async () => {
    const repository = await startRepository();
    const { folder } = repository;
    const word = "verksamhetsplan.docx";
    await copyFile(path.join(root, "fixtures/halland", word), path.join(folder, "utkast", word));
    const [first = "", init = "", again = ""] = steps;
    const seen = shell(folder, first);
    expect(seen.code).toBe(1);
    expect(seen.out).toContain("utkast/plan för skolan.md: underkänd, 1 avsnitt saknar perspektivet");
    expect(shell(folder, init)).toMatchObject({ code: 0, err: expect.stringContaining("Godtog") as string });
    expect(existsSync(path.join(folder, "genomlys.config.yaml"))).toBe(true);
    expect(shell(folder, again).code).toBe(0);
    await repository.commit({});
    repository.git("push", "--quiet", "--set-upstream", "origin", "main");
    expect(repository.git("ls-files")).not.toContain("node_modules");

    repository.git("switch", "--quiet", "--create", "tillägg");
    await appendFile(path.join(folder, "utkast/plan för skolan.md"), gap);
    await repository.commit({});
    const gate = shell(folder, shellGate);
    expect(gate.code).toBe(1);
    expect(gate.out).toContain("A bar is missed, see genomlys.md");
    expect(await readFile(path.join(folder, "genomlys.md"), "utf8")).toContain(
      "1 nytt avsnitt saknar perspektivet",
    );
    const changed = shell(folder, "npx genomlys check utkast/ --changed-since origin/main --fail-on missing");
    expect(changed.code).toBe(1);
    expect(changed.out.replace(/\s+/g, " ")).toContain("Ändrat sedan origin/main: 1 dokument");
  });

  test("lead to a job on GitLab whose script writes the reports that it hands over", patience, async () => {
    const { folder } = await startRepository();
    const { genomlys: job } = parse(await readFile(path.join(root, "ci/gitlab.yml"), "utf8")) as {
      genomlys: {
        script: string[];
        variables: Record<string, string>;
        artifacts: { reports: Record<string, string> };
      };
    };
    const [install, ...script] = job.script;
    expect(install).toMatch(/^npm install --global /);
    // As GitLab's runner does: one script that ends with the first command that fails.
    const { code, out } = shell(folder, `set -eo pipefail\n${script.join("\n")}`, {
      ...job.variables,
      PATH: `${path.join(folder, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`,
      GITLAB_CI: "true",
      CI_PROJECT_DIR: folder,
      GENOMLYS_PATHS: "utkast/",
      GENOMLYS_OPTIONS: "--fail-on missing",
    });
    expect(code).toBe(1);
    expect(out).toContain("underkänd");
    const { codequality = "", junit = "" } = job.artifacts.reports;
    const issues = JSON.parse(await readFile(path.join(folder, codequality), "utf8")) as {
      location: object;
    }[];
    expect(issues.map(({ location }) => location)).toContainEqual({
      path: "utkast/plan för skolan.md",
      lines: { begin: 7 },
    });
    expect(await readFile(path.join(folder, junit), "utf8")).toContain(
      '<testsuite name="utkast/plan för skolan.md"',
    );
  });
});

const hasPreCommit = spawnSync("pre-commit", ["--version"]).status === 0;
const preCommitMissing = hasPreCommit ? "" : " (SKIPPED: no pre-commit found; apt-get install pre-commit)";

// The hook as it is published, run by pre-commit; only its installation is left out, which would build the package anew.
describe.skipIf(!hasPreCommit)(`the hook${preCommitMissing}`, () => {
  test("is one that pre-commit takes", () => {
    const { status, stdout } = spawnSync("pre-commit", ["validate-manifest", ".pre-commit-hooks.yaml"], {
      cwd: root,
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([0, ""]);
  });

  test("stops the commit of a draft that misses a bar, and lets others through", patience, async () => {
    const repository = await startRepository();
    const { folder } = repository;
    const [hook] = parse(await readFile(path.join(root, ".pre-commit-hooks.yaml"), "utf8")) as {
      entry: string;
    }[];
    const command = path.join(folder, "node_modules/.bin/genomlys");
    const hooks = [
      {
        ...hook,
        language: "system",
        entry: hook?.entry.replace(/^genomlys/, command),
        args: ["--fail-on", "missing"],
      },
    ];
    await writeFile(
      path.join(folder, ".pre-commit-config.yaml"),
      stringify({ repos: [{ repo: "local", hooks }] }),
    );
    repository.git("add", ".gitignore", ".pre-commit-config.yaml");
    const run = (): Outcome =>
      shell(folder, "pre-commit run", { PRE_COMMIT_HOME: path.join(folder, ".git/pre-commit") });
    // No document among what is committed: the hook has nothing to do.
    expect(run()).toMatchObject({ code: 0, out: expect.stringContaining("Skipped") as string });
    repository.git("add", "utkast/plan för skolan.md");
    const stopped = run();
    expect(stopped.code).toBe(1);
    expect(stopped.out).toContain("utkast/plan för skolan.md: underkänd");
    await writeFile(path.join(folder, "utkast/plan för skolan.md"), draft.slice(0, draft.indexOf("## 2")));
    repository.git("add", "utkast/plan för skolan.md");
    expect(run()).toMatchObject({ code: 0, out: expect.stringContaining("Passed") as string });
  });
});
