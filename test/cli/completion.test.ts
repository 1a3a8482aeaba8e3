import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../../src/cli/command-line/parse-command-line.ts";
import { commandPaths, flagsOf } from "../../src/cli/completion/command-paths.ts";
import { completionScript } from "../../src/cli/completion/completion-script.ts";
import { manPage } from "../../src/cli/completion/man-page.ts";
import { shells } from "../../src/cli/command-line/setup-options.ts";
import { packageVersion } from "../../src/version.ts";
import { buildFolder, run } from "./run.ts";

const parsed = parseCommandLine(["completion", "bash"], 80);
if (parsed.name !== "completion") throw new Error(parsed.name);
const { program } = parsed;
const has = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;
const hasMan = spawnSync("man", ["--version"]).status === 0 && spawnSync("groff", ["--version"]).status === 0;

describe("genomlys completion", () => {
  test.each(shells)("%s: every command and every option is there", (shell) => {
    const script = completionScript(shell, program);
    for (const { command } of commandPaths(program)) {
      if (command !== program) expect(script).toContain(command.name);
      for (const option of command.options) {
        for (const flag of flagsOf(option)) {
          expect(script).toContain(shell === "fish" ? ` ${flag.replace(/^--?/, "")}` : flag);
        }
      }
    }
  });

  test.each(shells)("%s: the shell itself can read it", async (shell) => {
    if (!has(shell)) return;
    const folder = await buildFolder({});
    const file = path.join(folder, "script");
    writeFileSync(file, completionScript(shell, program));
    expect(spawnSync(shell, ["-n", file], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  test("is printed, and an unknown shell is told", async () => {
    const { code, out } = await run(["completion", "fish"]);
    expect([code, out]).toEqual([0, completionScript("fish", program)]);
    expect((await run(["completion", "basch"])).err).toContain("bash");
    expect((await run(["completion"])).code).toBe(2);
  });

  test("is in the language that is asked for", async () => {
    expect((await run(["completion", "zsh", "--lang", "en"])).out).toContain("audit documents");
  });
});

describe("bash completes", () => {
  const complete = async (...words: string[]): Promise<string[]> => {
    const folder = await buildFolder({ "utkast till plan.md": "", "mapp/": "" });
    const script = `${completionScript("bash", program)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _genomlys
printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" })
      .split("\n")
      .filter(Boolean);
  };

  test.runIf(has("bash"))("commands, and commands of commands", async () => {
    expect(await complete("genomlys", "outl")).toEqual(["outline"]);
    expect(await complete("genomlys", "rules", "li")).toEqual(
      ["list", "lint"].sort((a) => (a === "list" ? -1 : 1)),
    );
  });

  test.runIf(has("bash"))("the values that an option can have, of the command that was begun", async () => {
    expect(await complete("genomlys", "--format", "sa")).toEqual(["sarif"]);
    expect(await complete("genomlys", "outline", "--format", "")).toEqual(["terminal", "json"]);
  });

  test.runIf(has("bash"))("options of a command, and none of another", async () => {
    expect(await complete("genomlys", "rules", "test", "--form")).toEqual([]);
    expect(await complete("genomlys", "scan", "--form")).toEqual(["--format"]);
  });

  test.runIf(has("bash"))(
    "file names with blanks in them, and folders alone where a folder is meant",
    async () => {
      expect(await complete("genomlys", "scan", "utk")).toEqual(["utkast till plan.md"]);
      expect(await complete("genomlys", "--rules", "")).toEqual(["mapp"]);
    },
  );
});

describe("the man page", () => {
  const english = parseCommandLine(["completion", "bash", "--lang", "en"], 80);
  const page = readFileSync(new URL("../../man/genomlys.1", import.meta.url), "utf8");

  test("says what the command line can say now (npm run man)", () => {
    if (english.name !== "completion") throw new Error(english.name);
    expect(page).toBe(manPage(english.program, packageVersion()));
  });

  test.runIf(hasMan)("can be formatted without a complaint", () => {
    const { status, stdout, stderr } = spawnSync("man", ["--warnings", "-l", "man/genomlys.1"], {
      cwd: path.join(import.meta.dirname, "..", ".."),
      encoding: "utf8",
      env: { ...process.env, MANWIDTH: "100", LC_ALL: "C.UTF-8", MANPAGER: "cat" },
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("--format");
  });
});
