import { describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { readScreen } from "../../src/cli/results/screen.ts";

function screen(
  env: Io["env"],
  options: {
    terminal?: boolean;
    columns?: number;
    color?: boolean;
    toFile?: boolean;
    plain?: boolean;
    platform?: string;
  } = {},
) {
  const { terminal = true, columns = 120, color, toFile = false, plain, platform = "linux" } = options;
  const io: Io = {
    stdout: { write: () => true, ...(terminal ? { isTTY: true, columns } : {}) },
    stderr: { write: () => true },
    stdin: { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: "" }) }) },
    env,
    cwd: () => "",
  };
  return readScreen(io, { color, toFile, plain }, platform);
}

describe("colour", () => {
  test.each([
    ["on a terminal", {}, {}, true],
    ["in a pipe", {}, { terminal: false }, false],
    ["in a file", {}, { toFile: true }, false],
    ["NO_COLOR", { NO_COLOR: "1" }, {}, false],
    ["NO_COLOR that is empty", { NO_COLOR: "" }, {}, true],
    ["TERM=dumb", { TERM: "dumb" }, {}, false],
    ["FORCE_COLOR in a pipe", { FORCE_COLOR: "1" }, { terminal: false }, true],
    ["FORCE_COLOR that is empty, in a pipe", { FORCE_COLOR: "" }, { terminal: false }, true],
    ["FORCE_COLOR=0", { FORCE_COLOR: "0" }, {}, false],
    ["FORCE_COLOR and NO_COLOR", { FORCE_COLOR: "1", NO_COLOR: "1" }, {}, true],
    ["--color in a pipe with NO_COLOR", { NO_COLOR: "1" }, { terminal: false, color: true }, true],
    ["--no-color with FORCE_COLOR", { FORCE_COLOR: "1" }, { color: false }, false],
  ])("%s", (_name, env, options, expected) => {
    expect(screen(env, options).colour).toBe(expected);
  });
});

describe("bars and signs", () => {
  test.each([
    ["on a terminal", {}, {}, true],
    ["in a pipe", {}, { terminal: false }, false],
    ["in a pipe with colours", {}, { terminal: false, color: true }, false],
    ["in a file", {}, { toFile: true }, false],
    ["TERM=dumb", { TERM: "dumb" }, {}, false],
    ["a UTF-8 locale", { LANG: "sv_SE.UTF-8" }, {}, true],
    ["another encoding", { LANG: "sv_SE.ISO8859-1" }, {}, false],
    ["an encoding that LC_ALL overrides", { LANG: "sv_SE.ISO8859-1", LC_ALL: "C.utf8" }, {}, true],
    ["the old Windows console", {}, { platform: "win32" }, false],
    ["Windows Terminal", { WT_SESSION: "x" }, { platform: "win32" }, true],
  ])("%s", (_name, env, options, expected) => {
    expect(screen(env, options).unicode).toBe(expected);
  });
});

describe("linear text", () => {
  test.each([
    ["is not given on a terminal", {}, {}, false],
    ["is not given in a pipe", {}, { terminal: false }, false],
    ["is given with --plain", {}, { plain: true }, true],
    ["is given with --plain in a file", {}, { plain: true, toFile: true }, true],
    ["is given on a dumb terminal", { TERM: "dumb" }, {}, true],
    ["is not given in a pipe of a dumb terminal", { TERM: "dumb" }, { terminal: false }, false],
    ["is not given on a dumb terminal with --color", { TERM: "dumb" }, { color: true }, false],
  ])("%s", (_name, env, options, expected) => {
    expect(screen(env, options).plain).toBe(expected);
  });

  test("has neither colour nor signs, whoever asks for them", () => {
    const asked = screen({ FORCE_COLOR: "1" }, { plain: true, color: true });
    expect(asked).toMatchObject({ colour: false, unicode: false });
  });
});

describe("width", () => {
  test("is the terminal's", () => {
    expect(screen({}, { columns: 132 }).width).toBe(132);
  });

  test("is 80 in a pipe, unless COLUMNS says otherwise", () => {
    expect(screen({}, { terminal: false }).width).toBe(80);
    expect(screen({ COLUMNS: "100" }, { terminal: false }).width).toBe(100);
  });

  test.each(["", "0", "-5", "abc", "1e9x"])("COLUMNS=%j is not believed", (COLUMNS) => {
    expect(screen({ COLUMNS }, { terminal: false }).width).toBe(80);
  });

  test("a terminal that says 0 columns, as some do when started without a window, gets 80", () => {
    expect(screen({}, { columns: 0 }).width).toBe(80);
  });
});
