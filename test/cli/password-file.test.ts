// --password-file: one password a line, never shown.
import { describe, expect, test } from "vitest";
import { buildFolder, run } from "./run.ts";

describe("the password file", () => {
  test("gives its lines as they stand, spaces and all, in their order", async () => {
    const cwd = await buildFolder({
      "a.txt": "text",
      "lösen.txt": "\uFEFFGrönköping 1902 \r\n\r\n# ett\n# ett\n",
    });
    const { pipeline } = await run(["a.txt", "--password-file", "lösen.txt"], { cwd });
    expect(pipeline.audited[0]?.passwords).toEqual(["Grönköping 1902 ", "# ett"]);
  });

  test.each([
    ["UTF-16, as Windows writes it", Buffer.from("\uFEFFhäst\r\n", "utf16le")],
    ["Windows-1252", Buffer.from("häst\r\n", "latin1")],
  ])("may be in %s", async (_name, bytes) => {
    const cwd = await buildFolder({ "a.txt": "text", "p.txt": bytes });
    const { pipeline } = await run(["a.txt", "--password-file", "p.txt"], { cwd });
    expect(pipeline.audited[0]?.passwords).toEqual(["häst"]);
  });

  test("is not audited when it lies in the folder, and stops the run when it is named as a document", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "p.txt": "hemligt lösenord" });
    const { pipeline, out, err } = await run([".", "--password-file", "p.txt"], { cwd });
    expect(pipeline.audited.map(({ path }) => path)).toEqual(["a.txt"]);
    expect(out + err).not.toContain("hemligt");
    const refused = await run(["*.txt", "p.txt", "--password-file", "./p.txt"], { cwd });
    expect([refused.code, refused.pipeline.audited]).toEqual([2, []]);
    expect(refused.out + refused.err).not.toContain("hemligt");
  });

  test("that is missing stops the run before anything is audited", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    const { code, err, pipeline } = await run(["a.txt", "--password-file", "nix"], { cwd });
    expect([code, pipeline.audited]).toEqual([2, []]);
    expect(err).toContain("PASSWORD_FILE_MISSING");
  });
});
