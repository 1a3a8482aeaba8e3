import { chmod, symlink } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { discover, type DiscoverOptions } from "../../src/cli/inputs/discover.ts";
import { buildFolder } from "./run.ts";

async function find(
  cwd: string,
  named: readonly string[],
  options: Partial<DiscoverOptions> = {},
): Promise<string[]> {
  const { inputs } = await discover(named, { cwd, platform: "linux", notRead: [], ...options });
  return inputs.map((input) => (input.kind === "problem" ? `${input.problem} ${input.path}` : input.path));
}

describe("a folder", () => {
  test("is walked in an order of its own, not of the locale or the disk", async () => {
    const cwd = await buildFolder({
      "ö.txt": "",
      "B.txt": "",
      "a.txt": "",
      "a/z.txt": "",
      "10.txt": "",
      "9.txt": "",
    });
    expect(await find(cwd, ["."])).toEqual(["10.txt", "9.txt", "B.txt", "a/z.txt", "a.txt", "ö.txt"]);
  });

  test("gives the paths of its files as it was named itself", async () => {
    const cwd = await buildFolder({ "m/n/a.txt": "" });
    expect(await find(cwd, ["m"])).toEqual(["m/n/a.txt"]);
    expect(await find(cwd, ["./m/"])).toEqual(["./m/n/a.txt"]);
    expect(await find(path.join(cwd, "m"), [".."])).toEqual(["../m/n/a.txt"]);
    expect(await find(cwd, [`${cwd}/m//`])).toEqual([`${cwd}/m/n/a.txt`]);
  });

  test("gives no hidden files, no lock files, nothing from node_modules", async () => {
    const cwd = await buildFolder({
      "a.docx": "",
      "~$a.docx": "",
      ".dold.pdf": "",
      ".git/b.txt": "",
      "node_modules/x/README.md": "",
    });
    expect(await find(cwd, ["."])).toEqual(["a.docx"]);
  });

  test("gives hidden files when they are named", async () => {
    const cwd = await buildFolder({ ".utkast/a.txt": "", ".b.txt": "" });
    expect(await find(cwd, [".utkast", ".b.txt"])).toEqual([".utkast/a.txt", ".b.txt"]);
  });

  test("gives documents that cannot be read yet, so that they are named", async () => {
    const cwd = await buildFolder({
      "a.doc": "",
      "b.odt": "",
      "c.XLSX": "",
      "d.pptx": "",
      "e.rtf": "",
      "f.zip": "",
    });
    expect(await find(cwd, ["."])).toHaveLength(6);
  });

  test("passes over what is no document, and counts it", async () => {
    const cwd = await buildFolder({ "a.txt": "", "b.png": "", "c.PNG": "", "d.yaml": "", Makefile: "all:" });
    const { inputs, passedOver } = await discover(["."], { cwd, platform: "linux", notRead: [] });
    expect(inputs.map((input) => input.path)).toEqual(["a.txt"]);
    expect(Object.fromEntries(passedOver)).toEqual({ png: 2, yaml: 1, "": 1 });
  });

  test.each([
    ["a PDF", "%PDF-1.7\n"],
    ["a PDF after some rubbish", "\n\n  %PDF-1.4"],
    ["an old Word document", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["a packed Office document", "PK\u0003\u0004....[Content_Types].xml"],
    ["RTF", "{\\rtf1"],
    ["HTML", "\ufeff<!DOCTYPE html>"],
  ])("knows %s without an ending by its content", async (_what, content) => {
    const cwd = await buildFolder({ protokoll: content, "protokoll.2019-03": content, "bild.png": content });
    expect(await find(cwd, ["."])).toEqual(["protokoll", "protokoll.2019-03"]);
  });

  test("without documents is a problem, told by its name; an empty one too", async () => {
    const cwd = await buildFolder({ "m/a.png": "", "tom/": "" });
    expect(await find(cwd, ["m", "tom/"])).toEqual([
      "FOLDER_WITHOUT_DOCUMENTS m",
      "FOLDER_WITHOUT_DOCUMENTS tom",
    ]);
  });

  test("named twice is no problem the second time", async () => {
    const cwd = await buildFolder({ "m/a.txt": "" });
    expect(await find(cwd, ["m", "./m", "m/a.txt"])).toEqual(["m/a.txt"]);
  });

  test("that links to itself is walked once", async () => {
    const cwd = await buildFolder({ "m/a.txt": "", "m/n/b.txt": "" });
    await symlink(path.join(cwd, "m"), path.join(cwd, "m/n/upp"));
    await symlink("finns-inte", path.join(cwd, "m/bruten.txt"));
    await symlink("finns-inte", path.join(cwd, "m/bruten.png"));
    expect(await find(cwd, ["m"])).toEqual(["m/a.txt", "FILE_UNREADABLE m/bruten.txt", "m/n/b.txt"]);
  });

  test("full of links to each other is walked once, not in all the ways there are", async () => {
    const names = Array.from({ length: 14 }, (_, n) => `m/${String(n + 10)}`);
    const cwd = await buildFolder(Object.fromEntries(names.map((name) => [`${name}/a.txt`, ""])));
    for (const from of names)
      for (const to of names)
        if (from !== to) await symlink(path.join(cwd, to), path.join(cwd, from, `till-${to.slice(2)}`));
    expect(new Set((await find(cwd, ["m"])).map((at) => at.slice(-5)))).toEqual(new Set(["a.txt"]));
    expect(await find(cwd, ["m"])).toHaveLength(14);
    expect(await find(cwd, ["m/10", "m"])).toHaveLength(14);
  });

  test("that is reached again through a link is no folder without documents", async () => {
    const cwd = await buildFolder({ "m/a.txt": "" });
    await symlink(path.join(cwd, "m"), path.join(cwd, "n"));
    expect(await find(cwd, ["m", "n"])).toEqual(["m/a.txt"]);
  });

  test("with a ring of links that lead nowhere names them", async () => {
    const cwd = await buildFolder({ "m/b.txt": "" });
    await symlink("d.txt", path.join(cwd, "m/c.txt"));
    await symlink("c.txt", path.join(cwd, "m/d.txt"));
    expect(await find(cwd, ["m"])).toEqual(["m/b.txt", "FILE_UNREADABLE m/c.txt", "FILE_UNREADABLE m/d.txt"]);
  });

  test.skipIf(process.getuid?.() === 0)("that may not be read is told; its neighbours are read", async () => {
    const cwd = await buildFolder({ "m/stängd/a.txt": "", "m/b.txt": "" });
    await chmod(path.join(cwd, "m/stängd"), 0o000);
    const found = await find(cwd, ["m"]);
    await chmod(path.join(cwd, "m/stängd"), 0o755);
    expect(found).toEqual(["m/b.txt", "FILE_UNREADABLE m/stängd"]);
  });
});

describe("a file that is named", () => {
  test("is taken whatever it is", async () => {
    const cwd = await buildFolder({ "bild.png": "", Makefile: "" });
    expect(await find(cwd, ["bild.png", "Makefile"])).toEqual(["bild.png", "Makefile"]);
  });

  test("may hold signs that patterns use", async () => {
    const cwd = await buildFolder({ "plan [slutlig] (2).txt": "", "vad?.txt": "" });
    expect(await find(cwd, ["plan [slutlig] (2).txt", "vad?.txt"])).toEqual([
      "plan [slutlig] (2).txt",
      "vad?.txt",
    ]);
  });

  test("is not an Office lock file, which only the shell's * hands over", async () => {
    const cwd = await buildFolder({ "~$a.docx": "", "a.docx": "" });
    expect(await find(cwd, ["~$a.docx", "a.docx"])).toEqual(["a.docx"]);
  });

  test.each([["'a b.txt'"], ['"a b.txt"'], ['a b.txt"']])("is found as %s", async (argument) => {
    const cwd = await buildFolder({ "a b.txt": "" });
    expect(await find(cwd, [argument])).toEqual(["a b.txt"]);
  });

  test("that is missing is told as it was written", async () => {
    const cwd = await buildFolder({ "a.txt": "" });
    expect(await find(cwd, ["nix.txt", "a.txt/b.txt", "", "x".repeat(5000)])).toEqual([
      "FILE_MISSING nix.txt",
      "FILE_MISSING a.txt/b.txt",
      "FILE_MISSING ",
      `FILE_MISSING ${"x".repeat(5000)}`,
    ]);
  });
});

describe("a pattern", () => {
  test("gives documents, sorted, with paths from where it begins", async () => {
    const cwd = await buildFolder({
      "m/b.pdf": "",
      "m/n/a.pdf": "",
      "m/c.txt": "",
      "m/.d.pdf": "",
      "m/~$e.pdf": "",
    });
    expect(await find(cwd, ["m/**/*.pdf"])).toEqual(["m/b.pdf", "m/n/a.pdf"]);
    expect(await find(cwd, ["*/*.{pdf,txt}"])).toEqual(["m/b.pdf", "m/c.txt"]);
    expect(await find(cwd, [`${cwd}/m/?.pdf`])).toEqual([`${cwd}/m/b.pdf`]);
    expect(await find(path.join(cwd, "m"), ["../m/*.txt"])).toEqual(["../m/c.txt"]);
    expect(await find(cwd, ["'m/*.txt'"])).toEqual(["m/c.txt"]);
  });

  test("ends where links lead round in a ring", async () => {
    const cwd = await buildFolder({ "m/a.txt": "", "m/n/b.txt": "" });
    await symlink(path.join(cwd, "m"), path.join(cwd, "m/n/upp"));
    expect(await find(cwd, ["**/*.txt"])).toEqual(["m/a.txt", "m/n/b.txt"]);
  });

  test("that fits nothing, or no document, is a problem", async () => {
    const cwd = await buildFolder({ "a.png": "" });
    expect(await find(cwd, ["*.docx", "*.png"])).toEqual([
      "PATTERN_WITHOUT_FILES *.docx",
      "PATTERN_WITHOUT_FILES *.png",
    ]);
  });

  test("may be written with backslashes on Windows, and only there", async () => {
    const cwd = await buildFolder({ "m/a.txt": "" });
    expect(await find(cwd, ["m\\*.txt"], { platform: "win32" })).toEqual(["m/a.txt"]);
    expect(await find(cwd, ["m\\*.txt"])).toEqual(["PATTERN_WITHOUT_FILES m\\*.txt"]);
  });
});

describe("the file that is written", () => {
  test("is not found, unless it is named", async () => {
    const cwd = await buildFolder({ "a.txt": "", "ut.txt": "" });
    const notRead = [path.join(cwd, "ut.txt")];
    expect(await find(cwd, ["."], { notRead })).toEqual(["a.txt"]);
    expect(await find(cwd, ["*.txt"], { notRead })).toEqual(["a.txt"]);
    expect(await find(cwd, ["ut.txt"], { notRead })).toEqual(["ut.txt"]);
  });
});
