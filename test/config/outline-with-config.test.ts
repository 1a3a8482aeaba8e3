import { describe, expect, test } from "vitest";
import { buildFolder } from "../cli/run.ts";
import { runReal } from "../cli/run-real.ts";

interface OutlineJson {
  readonly documents: readonly { readonly path: string; readonly type: { id: string; because: string[] } }[];
}

const files = {
  ".git/HEAD": "",
  "genomlys.config.yaml":
    'types:\n  "*mb*.md": mal-budget\nlang: en\nignore:\n  - { path: gamla/, reason: Ersatta }\n',
  "mb.md": "# Text\n\nOrd.\n",
  "gamla/a.md": "# Text\n\nOrd.\n",
};

describe("an outline with a configuration", () => {
  test("takes types and language from it, and leaves out what it leaves out", async () => {
    const cwd = await buildFolder(files);
    const { code, out, err } = await runReal(["outline", ".", "--format", "json"], cwd);
    expect(code).toBe(0);
    expect((JSON.parse(out) as OutlineJson).documents.map(({ path, type }) => [path, type])).toEqual([
      ["mb.md", { id: "mal-budget", confidence: 1, because: ["config: *mb*.md"] }],
    ]);
    expect(err).toContain('Ignored in genomlys.config.yaml: gamla/a.md ("Ersatta").');
    expect((await runReal(["outline", "mb.md"], cwd)).out).toContain("Document type: ");
  });

  test("lets the command line outdo it", async () => {
    const cwd = await buildFolder(files);
    const argv = ["outline", "mb.md", "--format", "json", "--type", "policy"];
    expect((JSON.parse((await runReal(argv, cwd)).out) as OutlineJson).documents[0]?.type.id).toBe("policy");
    expect((await runReal(["outline", "mb.md", "--lang", "sv"], cwd)).out).toContain("Dokumenttyp: ");
  });

  test("does not go past an error in it, or a type that nobody knows", async () => {
    const cwd = await buildFolder({ ...files, "fel.yaml": "lagn: sv\n" });
    expect(await runReal(["outline", "mb.md", "--config", "fel.yaml"], cwd)).toMatchObject({
      code: 2,
      out: "",
    });
    expect((await runReal(["outline", "mb.md", "--type", "polcy"], cwd)).err).toContain("UNKNOWN_CHOICE");
  });
});
