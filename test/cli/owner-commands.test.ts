// The commands for those who own rules, as the shell would run them.
import { describe, expect, test } from "vitest";
import { evidenceYaml, packYaml } from "../rules/support.ts";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const passage = (id: string, text: string, level: number, more: object = {}): string =>
  JSON.stringify({ id, text, docType: "ovrigt", level, trap: null, ...more });

const gold = [
  passage("1", "Jämställdhet råder.", 1),
  passage("2", "Papper köps in.", 0),
  passage("3", "Skeppet Jämställdhet seglar.", 0, { trap: "ship" }),
].join("\n");

const ownPack = { "regler/pack.yaml": packYaml, "regler/evidence.yaml": evidenceYaml };

describe("genomlys evaluate", () => {
  const evaluate = ["evaluate", "guld.jsonl", "--rules", "regler"];

  test("prints the figures and ends with 0", async () => {
    const folder = await buildFolder({ ...ownPack, "guld.jsonl": gold });
    const { code, out, err } = await runReal(evaluate, folder);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("3 märkta textstycken ur guld.jsonl, bedömda med Prov 1.0.0");
    expect(out).toMatch(/^finns {3}0,500 \[0,095–0,905\] {2}1\/2 {2}1,000 \[0,207–1,000\] {2}1\/1 .* 1\/3$/m);
    expect(out).toMatch(/^ship {2}0\/1$/m);
    expect(out).toMatch(/^jamstalldhet {2}1\/2$/m);
    expect(out).not.toContain("Fel bedömda");
  });

  test("with --plain says every figure after its names, without columns or signs", async () => {
    const folder = await buildFolder({ ...ownPack, "guld.jsonl": gold });
    const { out } = await runReal([...evaluate, "--plain", "--min", "present-r=1"], folder);
    expect(out).toContain("\nfinns, precision: 0,500 (0,095 till 0,905), 1 av 2\n");
    expect(out).toContain("\nfinns, märkta ja: 1 av 3\n");
    expect(out).toContain("\nmärkt nivå 0, bedömd nivå 1: 1\n");
    expect(out).toContain("\novrigt, finns, precision: 0,500\n");
    expect(out).toContain("\npresent-r: 1,000, ska vara minst 1,000, nådd\n");
    expect(out).not.toMatch(/^ |\S {2}|[≥≤[\]]/m);
  });

  test("ends with 1 when a bar is missed, and says which", async () => {
    const folder = await buildFolder({ ...ownPack, "guld.jsonl": gold });
    const { code, out } = await runReal(
      [...evaluate, "--min", "present-r=1,present-p=0.6", "--max", "review=0"],
      folder,
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^present-r {2}1,000 ≥ 1,000 {2}nådd$/m);
    expect(out).toMatch(/^present-p {2}0,500 ≥ 0,600 {2}inte nådd$/m);
    expect(out).toMatch(/^review {5}0,000 ≤ 0,000 {2}nådd$/m);
    const met = await runReal([...evaluate, "--min", "present-r=1"], folder);
    expect(met.code).toBe(0);
  });

  test("shows wrong passages with what they rest on", async () => {
    const folder = await buildFolder({ ...ownPack, "guld.jsonl": gold });
    const { out } = await runReal([...evaluate, "--errors"], folder);
    expect(out).toContain(
      [
        "Fel bedömda (1)",
        "",
        "3  guld.jsonl:3  fälla ship",
        "  märkt: nivå 0, saknas",
        "  bedömt: nivå 1, nämns, väntas, finns",
        "  roll: ingen (löpande text)",
        "  0  Avsnitt",
        "  1  Skeppet Jämställdhet seglar",
        '       belägg: stark "Jämställdhet" (jamstalldhet)',
      ].join("\n"),
    );
  });

  test("is JSON when asked, the same every time", async () => {
    const folder = await buildFolder({ ...ownPack, "guld.jsonl": gold });
    const first = await runReal([...evaluate, "--format", "json"], folder);
    expect(JSON.parse(first.out)).toMatchObject({
      schema: "genomlys-evaluation/1",
      passages: 3,
      scores: { present: { precision: { right: 1, of: 2 } } },
      keywords: null,
    });
    expect((await runReal([...evaluate, "--format", "json"], folder)).out).toBe(first.out);
    expect(first.out).not.toContain(folder);
  });

  test("reads documents beside the gold file, and ends with 3 when a labelled section is not there", async () => {
    const line = (number: string): string =>
      JSON.stringify({ path: "dok/plan.md", sections: [{ number, level: 1 }] });
    const folder = await buildFolder({
      ...ownPack,
      "mätning/guld.jsonl": line("1"),
      "mätning/fel.jsonl": line("7"),
      "mätning/dok/plan.md": "# Plan\n\n## 1 Läget\n\nJämställdhet råder.\n",
    });
    const found = await runReal(["evaluate", "mätning/guld.jsonl", "--rules", "regler"], folder);
    expect(found).toMatchObject({ code: 0 });
    expect(found.out).toMatch(/^finns .* 1\/1 .* 1\/1$/m);
    const lost = await runReal(["evaluate", "mätning/fel.jsonl", "--rules", "regler"], folder);
    expect(lost).toMatchObject({ code: 3 });
    expect(lost.out).toContain("mätning/fel.jsonl:1  dok/plan.md: 7 (0)");
  });

  test.each([
    [["evaluate"], "GOLD_NOT_NAMED"],
    [["evaluate", "borta.jsonl"], "INPUT_MISSING"],
    [["evaluate", "tom.jsonl"], "GOLD_EMPTY"],
    [["evaluate", "trasig.jsonl"], "GOLD_SYNTAX  trasig.jsonl:2"],
    [["evaluate", "två.jsonl"], "GOLD_DUPLICATE  två.jsonl:2"],
    [["evaluate", "typ.jsonl"], "GOLD_WRONG  typ.jsonl:1"],
    [["evaluate", "delad.jsonl"], "GOLD_SPLIT  delad.jsonl:1"],
    [["evaluate", "tom.jsonl", "--min", "kapa=1"], "BAR_UNKNOWN"],
    [["evaluate", "tom.jsonl", "--format", "jsonl"], "UNKNOWN_CHOICE"],
    [["evaluate", "tom.jsonl", "--eror"], "UNKNOWN_OPTION"],
  ])("%j ends with 2", async (argv, said) => {
    const folder = await buildFolder({
      "två.jsonl": `${passage("1", "A b.", 0)}\n${passage("1", "A b.", 0)}`,
      "typ.jsonl": passage("1", "A b.", 0, { docType: "polcy" }),
      "delad.jsonl": passage("1", "A b.\n\n## Mål\n\nC d.", 0),
      "tom.jsonl": "\n",
      "trasig.jsonl": `${gold.split("\n")[0] ?? ""}\n{"id":`,
    });
    const { code, out, err } = await runReal(argv, folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
  });
});

describe("the configuration", () => {
  const config = `packs: [./regler]
lang: en
extend:
  prov:
    rules:
      kvinnor: { off: true }
`;

  test("holds for questions about rules as it does for an audit", async () => {
    const folder = await buildFolder({ ...ownPack, "genomlys.config.yaml": config, "guld.jsonl": gold });
    expect((await runReal(["trace", "kvinnor"], folder)).out).toContain("No rule meets the text.");
    expect((await runReal(["evaluate", "guld.jsonl"], folder)).out).toContain("judged with Trial 1.0.0");
    expect(await runReal(["rules", "show", "kvinnor"], folder)).toMatchObject({ code: 2 });
  });

  test("gives way to the command line", async () => {
    const folder = await buildFolder({ ...ownPack, "genomlys.config.yaml": config });
    const { out } = await runReal(["trace", "parkering", "--lang", "sv"], folder);
    expect(out).toContain("Ingen regel möter texten.");
  });
});

describe("genomlys trace", () => {
  test("prints the parts of a compound and the rules it meets", async () => {
    const { code, out } = await runReal(["trace", "jämställdhetsbudgetering"], "/");
    expect(code).toBe(0);
    expect(out).toContain("jämställdhets|budgetering  jämställdhets*");
    expect(out).toMatch(/belägg {2}\S+ {2}\(L\d+\) {2}stark: räknas/);
  });

  test("takes several words as one phrase, and rules of one's own", async () => {
    const folder = await buildFolder(ownPack);
    const { out } = await runReal(
      ["trace", "kvinnor", "och", "jämställdhet", "--rules", "regler", "--lang", "en"],
      folder,
    );
    expect(out).toContain("evidence  kvinnor  medium: counts in company of other evidence");
    expect(out).toContain("inflected form of kvinna");
  });

  test("says that no rule knows a word", async () => {
    const folder = await buildFolder(ownPack);
    expect((await runReal(["trace", "parkering", "--rules", "regler"], folder)).out).toContain(
      "Ingen regel möter texten.",
    );
  });

  test("without a word ends with 2", async () => {
    expect(await runReal(["trace"], "/")).toMatchObject({ code: 2 });
    expect((await runReal(["trace", " "], "/")).err).toContain("WORD_MISSING");
  });
});

describe("genomlys rules show", () => {
  test("tells everything about a rule", async () => {
    const folder = await buildFolder(ownPack);
    const { code, out } = await runReal(["rules", "show", "kvinnor", "--rules", "regler"], folder);
    expect(code).toBe(0);
    expect(out).toBe(`kvinnor
  Slag: belägg
  Paket: prov 1.0.0
  Fil: regler/evidence.yaml:13
  Styrka: medel
  Nät: strikta nätet: ger belägg
  Nivå av sig själv: 1
  Nämner: women
  Gäller bara med något av value inom meningen
Termer i löpande text (1)
  kvinna
Ska träffa
  Kvinnor och jämställdhet.
Ska inte träffa
  Män.
`);
  });

  test("finds a rule by the handbook's number, with the traps that touch it", async () => {
    const { out } = await runReal(["rules", "show", "L003"], "/");
    expect(out).toContain("Handboken: L003");
    expect(out).toMatch(/rör \d+ fällor alla belägg/);
  });

  test.each(["evidence", "trap", "signal", "expectation", "role", "documentType", "remedy", "requirement"])(
    "shows every %s rule of the built-in pack in both languages",
    async (kind) => {
      const { builtinPacks } = await import("../support/audit-text.ts");
      const ids = (await builtinPacks()).flatMap(({ rules }) =>
        rules.filter((rule) => rule.kind === kind).map(({ id }) => id),
      );
      expect(ids.length).toBeGreaterThan(0);
      for (const lang of ["sv", "en"]) {
        const { code, out } = await runReal(["rules", "show", ...ids.slice(0, 12), "--lang", lang], "/");
        expect(code).toBe(0);
        for (const id of ids.slice(0, 12)) expect(out).toContain(id);
        expect(out).not.toMatch(/\[object|undefined|NaN/);
      }
    },
  );

  test("says what was meant by an id that is not there", async () => {
    const folder = await buildFolder(ownPack);
    const { code, err } = await runReal(["rules", "show", "jamstaldhet", "--rules", "regler"], folder);
    expect(code).toBe(2);
    expect(err).toContain('menade du "jamstalldhet"?');
  });
});

describe("genomlys rules lint", () => {
  test("ends with 1 and names file and line of a term that makes no difference", async () => {
    const folder = await buildFolder({
      ...ownPack,
      "regler/evidence.yaml": evidenceYaml.replace(
        "- jämställdhet\n",
        "- jämställdhet\n      - =jämställdheten\n",
      ),
    });
    const { code, out } = await runReal(["rules", "lint", "regler"], folder);
    expect(code).toBe(1);
    expect(out).toContain(
      'regler/evidence.yaml:9  jamstalldhet  "=jämställdheten": gör ingen skillnad: "jämställdhet" träffar samma ord',
    );
  });

  test("of many rules with untested terms names those with most, and all with --untested", async () => {
    const rule = (number: number): string =>
      `  - id: r${String(number)}\n    strength: strong\n    terms: [ord${String(number)}, ${Array.from({ length: number }, (_, term) => `"del${String(number)}${"abcdefghijkl".charAt(term)}*"`).join(", ")}]\n    hit: [Ord${String(number)}.]\n    miss: [Annat.]\n`;
    const rules = Array.from({ length: 12 }, (_, index) => rule(index + 1)).join("");
    const folder = await buildFolder({
      "regler/pack.yaml": packYaml,
      "regler/evidence.yaml": `kind: evidence\nrules:\n${rules}`,
    });
    const { out } = await runReal(["rules", "lint", "regler"], folder);
    expect(out).toContain('r12: 12 av 13 termer, "del12a*", "del12b*", "del12c*" …\n');
    expect(out.indexOf("r12: ")).toBeLessThan(out.indexOf("r3: "));
    expect(out).not.toContain("r2: ");
    expect(out).toContain("… och 3 termer i 2 regler till; --untested visar alla.\n");
    const all = await runReal(["rules", "lint", "regler", "--untested"], folder);
    expect(all.out).toContain("r2: 2 av 3 termer");
    expect(all.out).toContain('"del12l*"\n');
    expect(all.out).not.toContain("till; --untested");
  });

  test("a pack that is one file is linted, tested and shown with places in that file", async () => {
    const folder = await buildFolder({
      "ett.yaml":
        "id: ett\nversion: 1.0.0\ntitle: { sv: Ett, en: One }\nrules:\n  evidence:\n    - id: sol\n      strength: strong\n      terms: [solpanel, =solpanelen]\n      hit: [Solpanel., Vindkraft.]\n      miss: [Kol.]\n",
    });
    expect((await runReal(["rules", "lint", "ett.yaml"], folder)).out).toContain(
      'ett.yaml:8  sol  "=solpanelen"',
    );
    const tested = await runReal(["rules", "test", "ett.yaml"], folder);
    expect(tested.code).toBe(1);
    expect(tested.out).toContain("ett.yaml:9\n");
    expect((await runReal(["rules", "show", "sol", "--rules", "ett.yaml"], folder)).out).toContain(
      "ett.yaml:6",
    );
  });

  test("ends with 0 when there are remarks only, which --quiet leaves out", async () => {
    const folder = await buildFolder({
      ...ownPack,
      "regler/evidence.yaml": evidenceYaml.replace(
        "- jämställdhet\n",
        "- jämställdhet\n      - likställdhets*\n",
      ),
    });
    const { code, out } = await runReal(["rules", "lint", "regler"], folder);
    expect(code).toBe(0);
    expect(out).toContain("Termer som inget exempel prövar. Lägg till en mening under hit");
    expect(out).toContain('  regler/evidence.yaml:3  jamstalldhet: 1 av 2 termer, "likställdhets*"\n');
    expect((await runReal(["rules", "lint", "regler", "--quiet"], folder)).out).toBe(
      "2 regler, 3 termer: 0 fel och 1 att märka.\n",
    );
  });

  test("has nothing to say of a good pack", async () => {
    const folder = await buildFolder(ownPack);
    expect(await runReal(["rules", "lint", "regler"], folder)).toEqual({
      code: 0,
      out: "2 regler, 2 termer: inget att anmärka på.\n",
      err: "",
    });
  });
});

describe("genomlys rules diff", () => {
  const documents = {
    "dok/a.md": "# Plan\n\n## 1 Läget\n\nJämställdhet råder.\n\n## 2 Mål\n\nPapper köps in.\n",
    "dok/b.md": "# Plan\n\n## 1 Läget\n\nPapper köps in.\n",
  };

  test("names each section that changes, with the rule responsible, and no other", async () => {
    const folder = await buildFolder({
      ...documents,
      ...ownPack,
      "gamla/pack.yaml": packYaml.replace("1.0.0", "0.9.0"),
      "gamla/evidence.yaml": evidenceYaml
        .replace("- jämställdhet\n", "- likställdhet\n")
        .replace("Jämställdhet är ett mål.", "Likställdhet är ett mål."),
    });
    const { code, out } = await runReal(["rules", "diff", "gamla", "dok", "--rules", "regler"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^Från prov 0\.9\.0 \([0-9a-f]{8}\) till prov 1\.0\.0 \([0-9a-f]{8}\)$/m);
    expect(out).toContain("dok/a.md");
    expect(out).toContain("  1 Läget: ej väntat (0) → finns (1)");
    expect(out).toContain('nu: stark "Jämställdhet" (jamstalldhet)');
    expect(out).not.toContain("2 Mål");
    expect(out).not.toContain("dok/b.md");
    expect(out).toMatch(/^1 av \d+ avsnitt i 2 dokument bedöms annorlunda\.$/m);
  });

  test("says so when nothing changes", async () => {
    const folder = await buildFolder({ ...documents, ...ownPack });
    const { code, out } = await runReal(["rules", "diff", "regler", "dok", "--rules", "regler"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^0 av \d+ avsnitt i 2 dokument bedöms annorlunda\.$/m);
  });

  test("ends with 3 when a document cannot be read, 2 without documents", async () => {
    const folder = await buildFolder({ ...documents, ...ownPack, "dok/c.pdf": "%PDF-1.4 trasig" });
    const failed = await runReal(["rules", "diff", "regler", "dok", "--rules", "regler"], folder);
    expect(failed.code).toBe(3);
    expect(failed.out).toContain("dok/c.pdf  kunde inte läsas");
    expect(await runReal(["rules", "diff", "regler"], folder)).toMatchObject({ code: 2 });
    expect(await runReal(["rules", "diff", "regler", "borta.md"], folder)).toMatchObject({ code: 2 });
  });
});

describe("genomlys rules schema", () => {
  test.each([[[]], [["evidence"]], [["pack"]]])("%j is a JSON Schema", async (kind) => {
    const { code, out } = await runReal(["rules", "schema", ...kind], "/");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
  });

  test("of an unknown kind ends with 2 and says what was meant", async () => {
    const { code, err } = await runReal(["rules", "schema", "evidens"], "/");
    expect(code).toBe(2);
    expect(err).toContain('menade du "evidence"?');
  });
});

describe("help", () => {
  test.each([
    ["evaluate"],
    ["trace"],
    ["rules", "show"],
    ["rules", "lint"],
    ["rules", "diff"],
    ["rules", "schema"],
  ])("%s explains itself in both languages", async (...names) => {
    for (const lang of ["sv", "en"]) {
      const { code, out } = await runReal([...names, "--help", "--lang", lang], "/");
      expect(code).toBe(0);
      expect(out).toContain(names.join(" "));
      expect(out).not.toMatch(/undefined|\{|\}/);
    }
  });
});

describe("linear text of what is known of rules", () => {
  test.each([
    [["trace", "könsuppdelad statistik"]],
    [["rules", "list"]],
    [["rules", "show", "jamstalldhet"]],
    [["rules", "test"]],
    [["rules", "lint"]],
  ])("%j has no columns, indentation or arrows with --plain", async (argv) => {
    const folder = await buildFolder({});
    const { out } = await runReal([...argv, "--plain"], folder);
    expect(out).not.toBe("");
    expect(out).not.toMatch(/^ |\S {2}|→/m);
  });

  test("is not what is given without --plain", async () => {
    const folder = await buildFolder({});
    const { out } = await runReal(["trace", "könsuppdelad statistik"], folder);
    expect(out).toMatch(/^ {2}\S.* {2}\S/m);
  });
});
