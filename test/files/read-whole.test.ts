// Files read whole: as large as they may be, and what is told of those that are not there.
import path from "node:path";
import { describe, expect, test } from "vitest";
import { mostBytes, readNamed, readWhole, readWholeSync } from "../../src/files/read-whole.ts";
import { buildFolder } from "../cli/run.ts";

describe("a file that is read whole", () => {
  test("may be as large as it may be, and no larger", async () => {
    const cwd = await buildFolder({ "a.txt": "x".repeat(100) });
    const file = path.join(cwd, "a.txt");
    expect(await readWhole(file, "a.txt", 100)).toHaveLength(100);
    expect(readWholeSync(file, "a.txt", 100)).toHaveLength(100);
    const tooLarge = expect.objectContaining({ code: "FILE_NOT_SO_LARGE" }) as Error;
    await expect(readWhole(file, "a.txt", 99)).rejects.toEqual(tooLarge);
    expect(() => readWholeSync(file, "a.txt", 99)).toThrow(tooLarge);
    expect(mostBytes.made).toBeLessThan(2 ** 29);
  });

  test.skipIf(process.platform === "win32")(
    "is read no further when it does not say how large it is",
    async () => {
      await expect(readWhole("/dev/zero", "/dev/zero", 1_000_000)).rejects.toMatchObject({
        code: "FILE_NOT_SO_LARGE",
      });
    },
  );
});

describe("a file that the user named", () => {
  const codes = { missing: "BASELINE_MISSING", unreadable: "INPUT_UNREADABLE" } as const;

  test("is told as missing, by the name that the user gave it, when there is none", async () => {
    const cwd = await buildFolder({});
    await expect(readNamed(path.join(cwd, "lista"), "min lista", 100, codes)).rejects.toMatchObject({
      code: "BASELINE_MISSING",
      params: { path: "min lista" },
    });
  });

  test("is not told as missing when it is a folder, but with what the system says", async () => {
    const cwd = await buildFolder({ "mapp/a.txt": "" });
    await expect(readNamed(path.join(cwd, "mapp"), "mapp", 1_000_000, codes)).rejects.toMatchObject({
      code: "INPUT_UNREADABLE",
      params: { path: "mapp", reason: "EISDIR" },
    });
  });

  test("is not told as unreadable when it is too large", async () => {
    const cwd = await buildFolder({ "a.txt": "x".repeat(100) });
    await expect(readNamed(path.join(cwd, "a.txt"), "a.txt", 99, codes)).rejects.toMatchObject({
      code: "FILE_NOT_SO_LARGE",
    });
  });
});
