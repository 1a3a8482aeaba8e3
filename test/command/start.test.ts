// The command is started from one file with V8's bytecode where that fits this Node, otherwise from its modules.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandFlags } from "../../src/cli/tune-engine.ts";
import { requireBuild, root } from "../support/built-command.ts";

beforeAll(requireBuild);

const run = promisify(execFile);
const start = pathToFileURL(`${root}dist/cli/start.js`).href;

/** Runs the bytecode check in a process of its own: V8's flags are part of what has to fit. */
async function bytecodeFits(...flags: string[]): Promise<boolean> {
  const code = `
    import { readFileSync } from "node:fs";
    import { bytecodeFile, loadBundle } from ${JSON.stringify(start)};
    console.log(loadBundle(readFileSync(bytecodeFile())) !== undefined);`;
  const { stdout } = await run(process.execPath, [...flags, "--input-type=module", "-e", code]);
  return stdout === "true\n";
}

describe("the bytecode of the command", () => {
  test("fits the Node that built it", async () => {
    expect(await bytecodeFits()).toBe(true);
  });

  test("is not used by a Node with other flags", async () => {
    expect(await bytecodeFits("--no-opt")).toBe(false);
  });

  test("changes nothing in the report", async () => {
    const scan = [
      `${root}bin/genomlys.js`,
      `${root}fixtures/halland/verksamhetsplan.docx`,
      "--format",
      "json",
    ];
    const [bytecode, modules] = await Promise.all([
      run(process.execPath, scan),
      run(process.execPath, ["--no-opt", ...scan]),
    ]);
    expect(bytecode.stdout).toBe(modules.stdout);
    expect(JSON.parse(bytecode.stdout)).toMatchObject({ documents: [{ path: scan[1] }] });
  });
});

describe("the flags of V8 that every run sets", () => {
  test("are all known to this V8", async () => {
    const { stdout } = await run(process.execPath, ["--v8-options"]);
    for (const flag of commandFlags(process.versions.v8)) {
      const name = flag.replace(/=.*/, "").replace(/^--(?:no-)?/, "--");
      expect(stdout).toContain(`  ${name} (`);
    }
  });

  test("are what was measured on V8 11, less on 12 and 13, and none on those that nothing was tried on", () => {
    expect(commandFlags("11.3.244.8-node.38")).toContain("--no-regexp-tier-up");
    expect(commandFlags("12.4.254.21-node.33")).toEqual(["--wasm-tiering-budget=100000000"]);
    expect(commandFlags("13.6.233.10-node.26")).toEqual(["--wasm-tiering-budget=100000000"]);
    expect(commandFlags("14.1.146.11-node.14")).toEqual([]);
    expect(commandFlags("1.1")).toEqual([]);
  });

  test("are not set before Node's modules are loaded, whose bytecode they make void", async () => {
    const watch = `
      import { syncBuiltinESMExports } from "node:module";
      import v8 from "node:v8";
      const set = v8.setFlagsFromString;
      let before;
      v8.setFlagsFromString = (flag) => {
        before ??= new Set(process.moduleLoadList);
        set(flag);
      };
      syncBuiltinESMExports();
      process.on("exit", () => {
        const later = process.moduleLoadList.filter((name) => before?.has(name) === false);
        process.stderr.write("later: " + later.filter((name) => name.startsWith("NativeModule ")).join());
      });`;
    const { stderr } = await run(process.execPath, [
      "--import",
      `data:text/javascript,${encodeURIComponent(watch)}`,
      `${root}bin/genomlys.js`,
      `${root}fixtures/halland/verksamhetsplan.docx`,
      "--no-cache",
      "--quiet",
    ]);
    expect(stderr).toContain("later: ");
    for (const name of ["crypto", "zlib", "tty", "os", "fs/promises", "stream", "vm"])
      expect(stderr.split(/[:,] ?/)).not.toContain(`NativeModule ${name}`);
  });

  describe("let the PDF engine be optimised", () => {
    const strategy = `${root}fixtures/halland/regional-utvecklingsstrategi.pdf`;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "genomlys-start-"));
      await writeFile(
        path.join(folder, "long.pdf"),
        Buffer.concat([await readFile(strategy), Buffer.alloc(1e6)]),
      );
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    /** The last bound that the command sets for these arguments. */
    async function budgetFor(...argv: string[]): Promise<string | undefined> {
      const watch = `
        import { syncBuiltinESMExports } from "node:module";
        import v8 from "node:v8";
        let budget;
        v8.setFlagsFromString = (flag) => {
          if (flag.startsWith("--wasm-tiering-budget=")) budget = flag;
        };
        syncBuiltinESMExports();
        process.on("exit", () => process.stderr.write("budget: " + budget));`;
      const { stderr } = await run(process.execPath, [
        "--import",
        `data:text/javascript,${encodeURIComponent(watch)}`,
        `${root}bin/genomlys.js`,
        ...argv,
        "--no-cache",
      ]).catch((error: unknown) => error as { stderr: string });
      return /budget: .*=(\d+)/.exec(stderr)?.[1];
    }

    test.runIf(process.versions.v8.startsWith("11."))("last of all for a short PDF alone", async () => {
      expect(await budgetFor(strategy)).toBe("1000000000");
    });

    test("later than V8 would for a long one and for what is not there", async () => {
      expect(await budgetFor(path.join(folder, "long.pdf"))).toBe("100000000");
      expect(await budgetFor("no-such-file.pdf")).toBe("100000000");
    });

    test("soon for several and for a folder", async () => {
      expect(await budgetFor(strategy, strategy)).toBe("20000000");
      expect(await budgetFor(folder)).toBe("20000000");
    });
  });

  test("say nothing on standard error", async () => {
    const { stderr } = await run(process.execPath, [`${root}bin/genomlys.js`, "--help"]);
    expect(stderr).toBe("");
  });
});

test("reading a PDF leaves nothing behind on the global object", async () => {
  const watch = `
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    process.on("exit", () => {
      const left = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
      process.stderr.write("left: [" + left + "]");
    });`;
  const { stderr } = await run(process.execPath, [
    "--import",
    `data:text/javascript,${encodeURIComponent(watch)}`,
    `${root}bin/genomlys.js`,
    `${root}fixtures/halland/regional-utvecklingsstrategi.pdf`,
    "--no-cache",
  ]);
  expect(stderr).toContain("left: []");
});

test("a name that no system can look up is an error in words, not a fault of ours", async () => {
  const failed = run(process.execPath, [`${root}bin/genomlys.js`, "å".repeat(4_000)]).catch(
    (error: unknown) => error as { code: number; stderr: string },
  );
  const { code, stderr } = (await failed) as { code: number; stderr: string };
  expect(code).toBe(2);
  expect(stderr).toContain("INPUT_MISSING");
});

describe("a run that waits for what never comes", () => {
  // A standard output that never says whether it took what it was given.
  const deaf = (more = ""): string => `
    import { Writable } from "node:stream";
    Object.defineProperty(process, "stdout", { value: new Writable({ write() {} }) });${more}
    const { start } = await import(${JSON.stringify(start)});
    process.exitCode = await start(["--help"], process);`;
  const ended = (code: string) =>
    run(process.execPath, ["--input-type=module", "-e", code], { timeout: 30_000 });

  test("ends as a fault of ours, and says so", async () => {
    await expect(ended(deaf())).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringContaining("Detta är ett fel i genomlys") as string,
    });
  });

  test("ends so too when that cannot even be said", async () => {
    const mute = `process.stderr.write = () => { throw new Error("no room"); };`;
    await expect(ended(deaf(mute))).rejects.toMatchObject({ code: 3, stderr: "" });
  });
});
