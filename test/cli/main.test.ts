import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { errorCodes, type ErrorCode } from "../../src/errors/error-codes.ts";
import { genomlysError } from "../../src/errors/genomlys-error.ts";
import {
  optionDefinitions,
  scanOptionNames,
  type OptionDefinition,
} from "../../src/cli/command-line/options.ts";
import { runReal } from "./run-real.ts";
import { outputError } from "../../src/cli/results/result-file.ts";
import { buildFolder, fakePipeline, run, type Run } from "./run.ts";
import { archiveOf } from "../read/office-files.ts";
import { p, word } from "../read/docx/ooxml.ts";

describe("version", () => {
  test("is the package's, on its own line", async () => {
    const { version } = JSON.parse(
      await readFile(new URL("../../package.json", import.meta.url), "utf8"),
    ) as {
      version: string;
    };
    expect(await run(["--version"])).toMatchObject({ code: 0, out: `${version}\n`, err: "" });
    expect(await run(["scan", "x", "-V"])).toMatchObject({ code: 0, out: `${version}\n` });
  });

  test("after -- is a file name", async () => {
    const { code, err } = await run(["--", "--version"]);
    expect(code).toBe(2);
    expect(err).toContain('Hittar inte "--version"');
  });
});

describe("help", () => {
  test("is in Swedish, names every option, and is a result", async () => {
    const { code, out, err } = await run(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    for (const name of scanOptionNames) {
      const { flags, value, help }: OptionDefinition = optionDefinitions[name];
      expect(out).toContain(value === undefined ? flags : `${flags} <${value.sv}>`);
      expect(out.replace(/\s+/g, " ")).toContain(help.sv);
    }
    expect(out).toMatchSnapshot();
  });

  test.each([
    [["--help"]],
    [["scan", "--help"]],
    [["outline", "--help"]],
    [["rules", "--help"]],
    [["rules", "test", "-h"]],
    [["rules", "list", "-h"]],
  ])("%j holds none of the parser's own words in Swedish, and no Swedish in English", async (argv) => {
    expect((await run(argv)).out).not.toMatch(/Usage|Options|Arguments|Commands|display|default|\[path/);
    expect((await run([...argv, "--lang", "en"])).out).not.toMatch(
      /Användning|Flaggor|visa|mapp|fil>|språk|namn/,
    );
  });

  test("fits 80 columns", async () => {
    for (const argv of [["--help"], ["rules", "test", "--help"], ["--help", "--lang=en"]]) {
      for (const line of (await run(argv, { terminal: true })).out.split("\n"))
        expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  test("stands in for a command that `rules` alone lacks, as an error", async () => {
    const { code, out, err } = await run(["rules"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Kommandon:");
  });
});

/** How each error comes about from the command line. Codes of rule files come from their loader, through here. */
const plan = (): Uint8Array => word({ body: p("Plan för vården") });

const calls: Readonly<Partial<Record<ErrorCode, () => Promise<Run>>>> = {
  NO_INPUT: () => run([]),
  UNKNOWN_OPTION: () => run(["--detials", "a.txt"]),
  UNKNOWN_COMMAND: () => run(["rules", "tset"]),
  TOO_MANY_ARGUMENTS: () => run(["cache", "prune", "allt"]),
  OPTION_WITHOUT_VALUE: () => run(["a.txt", "--output"]),
  UNKNOWN_CHOICE: () => run(["a.txt", "--format", "jsno"]),
  INPUT_MISSING: () => run(["nix.pdf"]),
  INPUT_UNREADABLE: async () => {
    const cwd = await buildFolder({});
    // A link to itself cannot be opened by anyone, root included.
    await symlink("slinga.txt", `${cwd}/slinga.txt`);
    return run(["slinga.txt"], { cwd });
  },
  FOLDER_WITHOUT_DOCUMENTS: async () => run(["."], { cwd: await buildFolder({ "a.png": "" }) }),
  PATTERN_WITHOUT_FILES: async () => run(["*.pdf"], { cwd: await buildFolder({}) }),
  PASSWORD_FILE_MISSING: async () =>
    run(["a.txt", "--password-file", "nix.txt"], { cwd: await buildFolder({ "a.txt": "" }) }),
  PASSWORD_FILE_UNREADABLE: async () =>
    run(["a.txt", "--password-file", "."], { cwd: await buildFolder({ "a.txt": "" }) }),
  PASSWORD_FILE_EMPTY: async () =>
    run(["a.txt", "--password-file", "p.txt"], { cwd: await buildFolder({ "a.txt": "", "p.txt": "\n" }) }),
  PASSWORD_FILE_NO_LIST: async () =>
    run(["a.txt", "--password-file", "p.bin"], { cwd: await buildFolder({ "a.txt": "", "p.bin": "a\0b" }) }),
  PASSWORD_FILE_IS_INPUT: async () =>
    run(["p.txt", "--password-file", "p.txt"], { cwd: await buildFolder({ "p.txt": "hemlig" }) }),
  OUTPUT_NOT_WRITABLE: async () => run(["a.txt", "-o", "x/y"], { cwd: await buildFolder({ "a.txt": "" }) }),
  OUTPUT_DISK_FULL: async () => {
    // A device that is always full; where there is none, the error as the system would give it.
    const cwd = await buildFolder({ "a.txt": "" });
    if (existsSync("/dev/full")) return run(["a.txt", "-o", "/dev/full"], { cwd });
    const full = () => Promise.reject(outputError("ut.txt", Object.assign(new Error(), { code: "ENOSPC" })));
    return run(["a.txt"], { cwd, pipeline: { ...fakePipeline(), assembleReport: full } });
  },
  STDOUT_NOT_WRITABLE: () =>
    run(["--version"], { unwritable: Object.assign(new Error("no space"), { code: "ENOSPC" }) }),
  INPUTS_ARE_REPORTS: async () =>
    run(["rapport.txt"], {
      cwd: await buildFolder({ "rapport.txt": "genomlys 1.0.0, Prov 1.0.0, genomlys-score/1\n" }),
    }),
  OUTPUT_IS_INPUT: async () => run(["a.txt", "-o", "a.txt"], { cwd: await buildFolder({ "a.txt": "" }) }),
  EXPLAIN_WHAT: () => run(["explain"]),
  EXPLAIN_UNKNOWN: () => run(["explain", "finns-inte"]),
  SECTION_NOT_FOUND: async () => {
    const cwd = await buildFolder({ "a.md": "# Plan\n\nText." });
    const result = await runReal(["explain", "a.md", "--section", "9"], cwd);
    return { ...result, pipeline: fakePipeline() };
  },
  ANNOTATE_WHAT: () => run(["annotate"]),
  ANNOTATE_OUTPUT_NEEDED: () => run(["annotate", "a.docx", "-o", "-"]),
  ANNOTATE_FOLDER_NEEDED: async () => {
    const cwd = await buildFolder({ arkiv: archiveOf({ "a.docx": plan(), "b.docx": plan() }) });
    return {
      ...(await runReal(["annotate", "arkiv", "-o", "ut.docx", "--quiet"], cwd)),
      pipeline: fakePipeline(),
    };
  },
  ANNOTATE_OTHER_ENDING: async () => {
    const cwd = await buildFolder({ "a.docx": plan() });
    return { ...(await runReal(["annotate", "a.docx", "-o", "ut.docm"], cwd)), pipeline: fakePipeline() };
  },
  ANNOTATE_OUTPUT_EXISTS: async () =>
    run(["annotate", "a.docx", "-o", "ut.docx"], {
      cwd: await buildFolder({ "a.docx": plan(), "ut.docx": "någons arbete" }),
    }),
  KWIC_INCOMPLETE: () => run(["kwic", "kvinna"]),
  TERM_UNREADABLE: () => run(["kwic", "a*", "."]),
  NUMBER_EXPECTED: () => run(["a.txt", "--max-bytes", "många"]),
  NUMBER_OUT_OF_RANGE: () => run(["check", "a.txt", "--min-level", "9"]),
  OUTPUT_IS_BINARY: async () =>
    run(["a.txt", "--format", "xlsx"], { cwd: await buildFolder({ "a.txt": "" }), terminal: true }),
  FILE_NOT_SO_LARGE: async () => {
    const cwd = await buildFolder({ "a.txt": "text", "stor.yaml": "" });
    await truncate(path.join(cwd, "stor.yaml"), 40_000_000);
    return run(["a.txt", "--config", "stor.yaml"], { cwd });
  },
  REPORT_NOT_NAMED: () => run(["report"]),
  REPORT_NOT_SAVED: async () =>
    run(["report", "a.txt"], { cwd: await buildFolder({ "a.txt": "En text.\nTill." }) }),
  REPORT_OTHER_VERSION: async () =>
    run(["report", "a.json"], { cwd: await buildFolder({ "a.json": '{ "schema": "genomlys-report/9" }' }) }),
  INIT_EXISTS: async () => run(["init"], { cwd: await buildFolder({ "genomlys.config.yaml": "" }) }),
  INIT_NOT_A_FOLDER: async () => run(["init", "finns-ej"], { cwd: await buildFolder({}) }),
  COMPLETION_WHAT: () => run(["completion"]),
  RESUME_NOT_RESULT: async () =>
    run(["a.txt", "--resume", "b.txt"], { cwd: await buildFolder({ "a.txt": "", "b.txt": "Viktigt." }) }),
  SHARD_WRONG: () => run(["a.txt", "--shard", "5/4"]),
  MANIFEST_IS_WORKBOOK: async () => {
    const cwd = await buildFolder({ "a.txt": "", "lista.csv": "PK\u0003\u0004" });
    return run(["a.txt", "--manifest", "lista.csv"], { cwd });
  },
  MANIFEST_MISSING: async () =>
    run(["a.txt", "--manifest", "nix.csv"], { cwd: await buildFolder({ "a.txt": "" }) }),
  MANIFEST_UNREADABLE: async () =>
    run(["a.txt", "--manifest", "."], { cwd: await buildFolder({ "a.txt": "" }) }),
  MANIFEST_FITS_NONE: async () => {
    const cwd = await buildFolder({ "a.txt": "", "b.txt": "", "lista.csv": "fil\nb.txt\n" });
    return run(["a.txt", "--manifest", "lista.csv"], { cwd });
  },
  GROUP_UNKNOWN: async () =>
    run(["a.txt", "--group-by", "kommun"], { cwd: await buildFolder({ "a.txt": "" }) }),
  COMPARE_TWO: () => run(["compare", "a.txt"]),
  COMPARE_STANDARD_INPUT: () => run(["compare", "-", "a.txt"]),
  COMPARE_OTHER_RULES: async () => {
    const cwd = await buildFolder({ "a.md": "# Plan\n\nText." });
    await runReal(["a.md", "-o", "a.json", "--quiet"], cwd);
    const saved = await readFile(`${cwd}/a.json`, "utf8");
    await writeFile(
      `${cwd}/b.json`,
      saved.replace(/"version": "[^"]+",\n {6}"sha256"/, '"version": "0.0.1",\n      "sha256"'),
    );
    return { ...(await runReal(["compare", "a.json", "b.json"], cwd)), pipeline: fakePipeline() };
  },
  COMPARE_FILE_CHANGED: async () => {
    const cwd = await buildFolder({ "a.md": "# Plan\n\nText." });
    await runReal(["a.md", "-o", "a.json", "--quiet"], cwd);
    await writeFile(`${cwd}/a.md`, "# Plan\n\nAnnat.");
    return { ...(await runReal(["compare", "a.json", "a.md", "--rerun"], cwd)), pipeline: fakePipeline() };
  },
  CACHE_NOWHERE: () => run(["cache", "stat"]),
  CACHE_UNREADABLE: async () =>
    run(["cache", "stat", "--cache-dir", "fil"], { cwd: await buildFolder({ fil: "" }) }),
  OUTPUT_TWICE: async () =>
    run(["a.txt", "-o", "x", "-o", "./x"], { cwd: await buildFolder({ "a.txt": "" }) }),
  OUTPUT_CHANGED: async () => {
    const cwd = await buildFolder({ "a.txt": "a", "b.txt": "b" });
    const pipeline = fakePipeline();
    const auditFile: typeof pipeline.auditFile = async (file, options) => {
      // Once a line was written: the file is emptied, as a second run on it would.
      if (file.path === "b.txt") {
        while ((await readFile(`${cwd}/x.jsonl`, "utf8").catch(() => "")) === "");
        await writeFile(`${cwd}/x.jsonl`, "");
      }
      return pipeline.auditFile(file, options);
    };
    const argv = ["a.txt", "b.txt", "-o", "x.jsonl"];
    return run(argv, { cwd, pipeline: { ...pipeline, auditFile } });
  },
  OUTPUT_LEFT_BESIDE: async () => {
    const cwd = await buildFolder({ "a.txt": "", x: "förra" });
    const pipeline = fakePipeline();
    // A folder takes the file's place while the audit runs; Excel, which locks an open file, is not at hand.
    const auditFile: typeof pipeline.auditFile = async (...given) => {
      await rm(`${cwd}/x`);
      await mkdir(`${cwd}/x`);
      return pipeline.auditFile(...given);
    };
    const result = await run(["a.txt", "-o", "x"], { cwd, pipeline: { ...pipeline, auditFile } });
    const beside = (await readdir(cwd)).find((name) => name.endsWith(".part"));
    expect(await readFile(`${cwd}/${beside ?? ""}`, "utf8")).toContain("1 dokument granskat");
    return result;
  },
  OCR_NOT_INSTALLED: async () =>
    run(["a.pdf", "--ocr"], {
      cwd: await buildFolder({ "a.pdf": "" }),
      pipeline: { ...fakePipeline(), hasRecognition: () => Promise.resolve(false) },
    }),
  DIFF_INCOMPLETE: () => run(["rules", "diff", "gamla"]),
  BAR_UNKNOWN: () => run(["evaluate", "guld.jsonl", "--min", "kapa=1"]),
  LIMIT_UNKNOWN: () => run(["a.txt", "--limit", "sidor=3"]),
  LIMIT_OUT_OF_RANGE: () => run(["a.txt", "--limit", "pages=0"]),
  WORD_MISSING: () => run(["trace"]),
  WATCH_STANDARD_INPUT: () => run(["watch", "-"]),
  RULES_EMPTY: () => {
    const pipeline = fakePipeline();
    const loadPacks = async () => (await pipeline.loadPacks([])).map((pack) => ({ ...pack, rules: [] }));
    return run(["rules", "test"], { pipeline: { ...pipeline, loadPacks } });
  },
};

describe("every error of the command line", () => {
  const ofCommandLine = errorCodes.filter(
    // Those of the gate are in check.test.ts, those with a place in a list in manifest.test.ts.
    (code) =>
      !/^(RULE_|RULES_|PACK_|CONFIG_|GOLD_|CHECK_|BASELINE_|GIT_|REPORT_(?:WRONG|BROKEN|PART))/.test(code) &&
      !/^MANIFEST_(?:WITHOUT|EMPTY|COLUMN|CELL|ROW|PATH|YEAR|TYPE|QUOTE)/.test(code),
  );

  test.each([...ofCommandLine, "RULES_EMPTY" as const])(
    "%s ends with 2, says what to do, and writes no result",
    async (code) => {
      const result = await calls[code]?.();
      expect(result).toMatchObject({ code: 2, out: "" });
      expect(result?.err).toMatch(new RegExp(`^fel ${code}\\n {2}\\S.*\\n {2}tips: \\S.*\\n$`));
    },
  );

  test("an error in a rule stops the run, with its place", async () => {
    const where = { path: "r/a.yaml", line: 7, column: 1, lineText: "wieght: 2", length: 6 };
    const broken = () =>
      Promise.reject(genomlysError("RULE_UNKNOWN_KEY", { key: "wieght", allowed: "weight" }, { where }));
    const cwd = await buildFolder({ "a.txt": "" });
    const { code, out, err } = await run(["a.txt"], {
      cwd,
      pipeline: { ...fakePipeline(), loadPacks: broken },
    });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("fel RULE_UNKNOWN_KEY  r/a.yaml:7:1");
    expect(err).toContain("    | ^^^^^^");
  });
});

test("what stands behind a command that takes no more is told with the command's whole name", async () => {
  const { code, err } = await run(["cache", "prune", "allt"]);
  expect(code).toBe(2);
  expect(err).toContain('efter "cache prune": kommandot tar 0 argument, här står 1');
  expect((await run(["explain", "plan.pdf", "s1", "--lang", "en"])).err).toContain(
    'behind "explain": arguments it takes: 1, given: 2',
  );
});

describe("what was probably meant", () => {
  test.each([
    [["--detials"], "--details"],
    [["--outptu", "x"], "--output"],
    [["scan", "--formt=json", "a"], "--format"],
    [["rules", "tset"], "test"],
    [["rules", "test", "--quite"], "--quiet"],
    [["a.txt", "--format", "jsno"], "json"],
    [["a.txt", "--lang", "se"], "sv"],
    [["a.txt", "--pdf-engine", "pdf-prase"], "pdf-parse"],
    [["a.txt", "--docx-engine", "mamoth"], "mammoth"],
    [["a.txt", "--type", "mal-bugdet"], "mal-budget"],
  ])("%j → %s", async (argv, meant) => {
    expect((await run(argv)).err).toContain(`menade du "${meant}"?`);
  });

  test("what is near nothing gets the list instead", async () => {
    expect((await run(["a.txt", "--format", "xml"])).err).toContain("välj ett av terminal, json, jsonl");
    expect((await run(["a.txt", "--type", "roman"])).err).toContain("välj ett av auto, mal-budget, ovrigt");
    expect((await run(["--xyzzy"])).err).toContain('"genomlys --help" visar alla flaggor');
  });

  test("errors are told in the language that was asked for, wherever it was asked", async () => {
    for (const argv of [
      ["--lang", "en", "--detials"],
      ["--detials", "--lang=en"],
      ["rules", "tset", "--lang", "en"],
    ]) {
      expect((await run(argv)).err).toMatch(/^error UNKNOWN_.*\n.*\n {2}hint: did you mean/);
    }
  });
});

describe("options", () => {
  test("may stand before or after the command and the files", async () => {
    const cwd = await buildFolder({ "a.txt": "" });
    for (const argv of [
      ["--lang", "en", "scan", "a.txt"],
      ["scan", "--lang", "en", "a.txt"],
      ["a.txt", "--lang", "en"],
      ["--lang=en", "a.txt"],
    ]) {
      expect((await run(argv, { cwd })).pipeline.audited[0]?.lang, argv.join(" ")).toBe("en");
    }
  });

  test("a file may be called as a command", async () => {
    const cwd = await buildFolder({ rules: "%PDF-", "scan/a.txt": "" });
    expect((await run(["./rules", "./scan"], { cwd })).pipeline.audited).toHaveLength(2);
  });
});

test("an option of another command is not suggested in its own place", async () => {
  const { code, err } = await run(["kwic", "--highlight", "ord", "a.txt"]);
  expect(code).toBe(2);
  expect(err).toContain('Flaggan "--highlight" finns inte.');
  expect(err).not.toContain('menade du "--highlight"');
});
