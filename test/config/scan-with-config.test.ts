import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { configJsonSchemas } from "../../src/config/config-schema.ts";
import { buildFolder, run } from "../cli/run.ts";

const scan = async (files: Record<string, string>, argv: readonly string[]) =>
  run(argv, { cwd: await buildFolder({ ".git/HEAD": "", ...files }) });

describe("an audit with a configuration", () => {
  const config = 'types:\n  "*mb*.txt": mal-budget\nlang: en\n';

  test("takes types and language from it", async () => {
    const { pipeline, code } = await scan({ "genomlys.config.yaml": config, "mb.txt": "", "annat.txt": "" }, [
      ".",
    ]);
    expect(code).toBe(0);
    expect(pipeline.audited.map(({ path, type, lang }) => [path, type, lang])).toEqual([
      ["annat.txt", "auto", "en"],
      ["mb.txt", "mal-budget", "en"],
    ]);
  });

  test("lets the command line outdo it", async () => {
    const argv = ["mb.txt", "--type", "ovrigt", "--lang", "sv"];
    const { pipeline } = await scan({ "genomlys.config.yaml": config, "mb.txt": "" }, argv);
    expect(pipeline.audited[0]).toMatchObject({ type: "ovrigt", lang: "sv" });
  });

  test("does not use the configuration of another repository, and uses the one that is named", async () => {
    const files = {
      "genomlys.config.yaml": "lang: en",
      "annan.yaml": "lang: sv",
      "a.txt": "",
      "sub/.git/HEAD": "",
      "sub/b.txt": "",
    };
    const cwd = await buildFolder(files);
    expect((await run(["b.txt"], { cwd: `${cwd}/sub` })).pipeline.audited[0]?.lang).toBe("sv");
    expect((await run(["a.txt", "--config", "annan.yaml"], { cwd })).pipeline.audited[0]?.lang).toBe("sv");
    expect((await run(["a.txt"], { cwd })).pipeline.audited[0]?.lang).toBe("en");
  });

  test("loads the packs it names, unless --rules names others", async () => {
    const files = { "genomlys.config.yaml": "packs: [mitt]", "mitt/pack.yaml": "", "a.txt": "" };
    const cwd = await buildFolder(files);
    expect((await run(["a.txt"], { cwd })).pipeline.packFolders).toEqual([[`${cwd}/mitt`]]);
    expect((await run(["a.txt", "--rules", "x"], { cwd })).pipeline.packFolders).toEqual([[`${cwd}/x`]]);
  });

  test("leaves documents out with their reason, and says so", async () => {
    const ignore = "ignore:\n  - { path: gamla/, reason: Ersatta }\n  - { path: borta.md, reason: Utkast }\n";
    const files = { "genomlys.config.yaml": ignore, "gamla/a.txt": "", "b.txt": "" };
    const { pipeline, err, code } = await scan(files, [".", "--format", "json"]);
    expect([code, pipeline.audited.map(({ path }) => path)]).toEqual([0, ["b.txt"]]);
    expect(err).toContain('Undantaget i genomlys.config.yaml: gamla/a.txt ("Ersatta").');
    expect(err).toContain("undantaget för borta.md gäller inget av dokumenten");
  });

  test("leaves documents inside archives out as well, and says so", async () => {
    const { archiveOf } = await import("../read/office-files.ts");
    const cwd = await buildFolder({
      ".git/HEAD": "",
      "genomlys.config.yaml":
        "ignore:\n  - { path: '*utkast*', reason: Utkast }\n  - { path: arkiv.zip/gamla/, reason: Ersatta }\n  - { path: borta.md, reason: Borta }\n",
      "arkiv.zip": archiveOf({ "mapp/utkast.md": "x", "gamla/a.md": "x", "plan.md": "x" }),
      "b.txt": "",
    });
    const { pipeline, err, code } = await run([".", "--format", "json"], { cwd });
    expect([code, pipeline.audited.map(({ path }) => path)]).toEqual([0, ["arkiv.zip/plan.md", "b.txt"]]);
    expect(err).toContain('arkiv.zip/mapp/utkast.md ("Utkast")');
    expect(err).toContain('arkiv.zip/gamla/a.md ("Ersatta")');
    expect(err).toContain("undantaget för borta.md gäller inget");
    expect(err).not.toContain("undantaget för *utkast* gäller inget");
  });

  test("that leaves nothing in an archive to audit is an error too", async () => {
    const { archiveOf } = await import("../read/office-files.ts");
    const cwd = await buildFolder({
      ".git/HEAD": "",
      "genomlys.config.yaml": "ignore: [{ path: a.md, reason: Ersatt }]",
      "arkiv.zip": archiveOf({ "a.md": "x" }),
    });
    const { code, err } = await run(["arkiv.zip"], { cwd });
    expect([code, err.includes("CONFIG_IGNORES_ALL")]).toEqual([2, true]);
  });

  test("that leaves nothing to audit is an error, never a green run", async () => {
    const files = { "genomlys.config.yaml": "ignore: [{ path: a.txt, reason: Ersatt }]", "a.txt": "" };
    const { code, err } = await scan(files, ["a.txt"]);
    expect(code).toBe(2);
    expect(err).toContain("fel CONFIG_IGNORES_ALL");
  });

  test("that is wrong stops the run before anything is audited", async () => {
    const { code, out, err, pipeline } = await scan(
      { "genomlys.config.yaml": "lang: sv\npakcs: [a]\n", "a.txt": "" },
      ["a.txt"],
    );
    expect([code, out, pipeline.audited]).toEqual([2, "", []]);
    expect(err).toContain("fel CONFIG_UNKNOWN_KEY  genomlys.config.yaml:2:1");
    expect(err).toContain('menade du "packs"?');
    expect((await scan({ "a.txt": "" }, ["a.txt", "--config", "x.yaml"])).err).toContain(
      "fel CONFIG_MISSING",
    );
  });
});

test("the JSON Schema that is shipped is the one that the validator gives", async () => {
  for (const [name, schema] of Object.entries(configJsonSchemas())) {
    const shipped: unknown = JSON.parse(
      await readFile(new URL(`../../schemas/${name}`, import.meta.url), "utf8"),
    );
    expect(shipped).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});
