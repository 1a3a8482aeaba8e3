import { describe, expect, test } from "vitest";
import { evidenceYaml, packYaml } from "../rules/support.ts";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const files = {
  ".git/HEAD": "",
  "regler/pack.yaml": packYaml,
  "regler/evidence.yaml": evidenceYaml,
  "fore.yaml": "packs: [./regler]\n",
  "dok/a.md": "# Plan\n\n## Läget\n\nFöräldraskap är viktigt.\n\n## Mål\n\nJämställdhet råder.\n",
  "dok/b.md": "# Papper\n\n## Inköp\n\nPapper köps in.\n",
};
const changed = `packs: [./regler]
extend:
  prov:
    rules:
      jamstalldhet: { add: [föräldraskap] }
`;

describe("rules diff between two configurations", () => {
  test("prints each section whose judgement changes, and the words behind it", async () => {
    const cwd = await buildFolder({ ...files, "genomlys.config.yaml": changed });
    const { code, out, err } = await runReal(["rules", "diff", "fore.yaml", "dok"], cwd);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^dok\/a\.md$/m);
    expect(out).toMatch(/^ {2}Läget: .*\(0\).*\(1\)$/m);
    // A strength by its word, as everywhere else.
    expect(out).toContain('nu: stark "Föräldraskap" (jamstalldhet)');
    expect(out).not.toContain("strong");
    expect(out).not.toContain("dok/b.md");
    expect(out).not.toMatch(/^ {2}Mål: /m);
  });

  test("takes the new one by --config, and finds nothing where nothing differs", async () => {
    const cwd = await buildFolder({ ...files, "ny.yaml": changed });
    const with_ = await runReal(["rules", "diff", "fore.yaml", "dok", "--config", "ny.yaml"], cwd);
    expect(with_.out).toMatch(/^ {2}Läget: /m);
    const same = await runReal(["rules", "diff", "ny.yaml", "dok", "--config", "ny.yaml"], cwd);
    expect(same).toMatchObject({ code: 0 });
    expect(same.out).not.toMatch(/^dok/m);
  });

  test("says which document only one of them leaves out", async () => {
    const ignore = "packs: [./regler]\nignore: [{ path: dok/b.md, reason: Utkast }]\n";
    const cwd = await buildFolder({ ...files, "genomlys.config.yaml": ignore });
    const now = await runReal(["rules", "diff", "fore.yaml", "dok"], cwd);
    expect(now.out).toContain("dok/b.md\n  Undantaget nu; granskades före ändringen.");
    const before = await runReal(
      ["rules", "diff", "genomlys.config.yaml", "dok", "--config", "fore.yaml"],
      cwd,
    );
    expect(before.out).toContain("dok/b.md\n  Granskas nu; var undantaget före ändringen.");
  });

  test("still takes a folder of an old pack, and its pack.yaml", async () => {
    const cwd = await buildFolder({ ...files, "genomlys.config.yaml": changed });
    for (const old of ["regler", "regler/pack.yaml"]) {
      expect((await runReal(["rules", "diff", old, "dok"], cwd)).out).toMatch(/^ {2}Läget: /m);
    }
  });

  test("takes an old pack that is one file, with its mark or without", async () => {
    const rules = evidenceYaml.slice(evidenceYaml.indexOf("rules:"));
    const single = `${packYaml.trimEnd()}\nrules:\n  evidence:${rules.slice("rules:".length).replaceAll("\n", "\n  ")}`;
    const cwd = await buildFolder({
      ...files,
      "genomlys.config.yaml": changed,
      "gammalt.yaml": `${single.trimEnd()}\n`,
      "fran-windows.yaml": `\uFEFF${single.trimEnd()}\n`.replaceAll("\n", "\r\n"),
    });
    for (const old of ["gammalt.yaml", "fran-windows.yaml"]) {
      const { code, out, err } = await runReal(["rules", "diff", old, "dok"], cwd);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/^ {2}Läget: .*\(0\).*\(1\)$/m);
    }
  });

  test("ends with 2 at a pack of one file with a fault, and tells of it as a pack", async () => {
    const cwd = await buildFolder({ ...files, "fel.yaml": `${packYaml.trimEnd()}\nrulse: {}\n` });
    const found = await runReal(["rules", "diff", "fel.yaml", "dok"], cwd);
    expect(found).toMatchObject({ code: 2, out: "" });
    expect(found.err).toMatch(/RULE_UNKNOWN_KEY {2}\S*fel\.yaml:\d+:1/);
  });

  test("ends with 2 at a configuration that is wrong or not there", async () => {
    const cwd = await buildFolder({ ...files, "fel.yaml": "pakcs: [./regler]\n" });
    expect((await runReal(["rules", "diff", "fel.yaml", "dok"], cwd)).err).toContain(
      "CONFIG_UNKNOWN_KEY  fel.yaml:1:1",
    );
    expect(await runReal(["rules", "diff", "borta.yaml", "dok"], cwd)).toMatchObject({ code: 2, out: "" });
  });
});
