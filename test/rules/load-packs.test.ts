import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RulePack } from "../../src/model/rule.ts";
import {
  builtinPackFolder,
  compilerVersion,
  readCompiledPack,
  readCompiledTerms,
  writeForm,
} from "../../src/rules/compiled-pack.ts";
import { loadPack, loadPacks } from "../../src/rules/load-packs.ts";
import { evidenceYaml, packYaml } from "./support.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "genomlys-rules-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function packFolder(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(folder, name, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return path.join(folder, name);
}

describe("folders", () => {
  test("are read with their subfolders; other files and hidden ones are left alone", async () => {
    const pack = await loadPack(
      await packFolder("nested", {
        "pack.yaml": packYaml,
        "evidence/core.yaml": evidenceYaml,
        "README.md": "# Rules",
        ".draft.yaml": "not: a rule",
      }),
    );
    expect(pack.rules.map(({ id }) => id)).toEqual(["jamstalldhet", "kvinnor"]);
  });

  test("saved by an editor for Windows, with a mark in front and CRLF, hold the same rules", async () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    const [plain, saved] = await Promise.all([
      packFolder("plain", { "pack.yaml": packYaml, "core.yaml": evidenceYaml }),
      packFolder("windows", { "pack.yaml": windows(packYaml), "core.yaml": windows(evidenceYaml) }),
    ]).then((folders) => Promise.all(folders.map((each) => loadPack(each))));
    const rulesOf = (pack: RulePack | undefined): unknown =>
      pack?.rules.map(({ id, ...rule }) => [id, "terms" in rule ? rule.terms : null]);
    expect(rulesOf(saved)).toEqual(rulesOf(plain));
    expect(saved?.title).toEqual(plain?.title);
  });

  test("may name packs and rules with å, ä and ö", async () => {
    const pack = await loadPack(
      await packFolder("svenska", {
        "pack.yaml": packYaml.replace(/^id: .*$/m, "id: jämställd-å-ö"),
        "core.yaml": evidenceYaml.replaceAll("id: kvinnor", "id: kvinnor-på-öland"),
      }),
    );
    expect(pack.id).toBe("jämställd-å-ö");
    expect(pack.rules.map(({ id }) => id)).toContain("kvinnor-på-öland");
  });

  test("that do not exist are named", async () => {
    await expect(loadPack(path.join(folder, "nowhere"))).rejects.toMatchObject({ code: "RULES_MISSING" });
  });

  test("without any rule file are an error, never an empty pack", async () => {
    const empty = await packFolder("empty", { "README.md": "nothing" });
    await expect(loadPack(empty)).rejects.toMatchObject({ code: "RULES_EMPTY" });
  });

  test("without pack.yaml are no packs", async () => {
    const headless = await packFolder("headless", { "core.yaml": evidenceYaml });
    await expect(loadPack(headless)).rejects.toMatchObject({ code: "PACK_FILE_MISSING" });
  });

  test("with the same pack id cannot be used together", async () => {
    const first = await packFolder("one", { "pack.yaml": packYaml, "core.yaml": evidenceYaml });
    const second = await packFolder("two", { "pack.yaml": packYaml, "core.yaml": evidenceYaml });
    await expect(loadPacks([first, second])).rejects.toMatchObject({ code: "PACK_DUPLICATE" });
  });
});

describe("files", () => {
  const single = `id: ett
version: 1.0.0
title: { sv: Ett, en: One }
rules:
  evidence:
    - { id: sol, strength: strong, terms: [solpanel], hit: [Solpanel.], miss: [Kol.] }
  wordset:
    - { id: hus, words: [=hus] }
`;

  test("that hold head and rules are a pack each, whatever they are called", async () => {
    const lone = await packFolder("single", { "sol.yaml": single });
    const pack = await loadPack(path.join(lone, "sol.yaml"));
    expect(pack.id).toBe("ett");
    expect(pack.rules.map(({ id, kind }) => [kind, id])).toEqual([["evidence", "sol"]]);
    expect(pack.wordSets.map(({ id }) => id)).toEqual(["hus"]);
  });

  test("beside a file that is a pack are no part of it", async () => {
    const lone = await packFolder("beside", { "sol.yaml": single, "vind.yaml": "not: a rule" });
    expect((await loadPack(path.join(lone, "sol.yaml"))).rules).toHaveLength(1);
  });

  test("named pack.yaml stand for their folder", async () => {
    const own = await packFolder("by-head", { "pack.yaml": packYaml, "core.yaml": evidenceYaml });
    expect((await loadPack(path.join(own, "pack.yaml"))).rules).toHaveLength(2);
  });

  test("tell where a rule of theirs is wrong", async () => {
    const lone = await packFolder("wrong", { "sol.yaml": single.replace("strong", "strongg") });
    await expect(loadPack(path.join(lone, "sol.yaml"))).rejects.toMatchObject({
      code: "RULE_WRONG_VALUE",
      where: { line: 6 },
    });
    const kinds = await packFolder("kinds", { "sol.yaml": single.replace("evidence:", "belagg:") });
    await expect(loadPack(path.join(kinds, "sol.yaml"))).rejects.toMatchObject({
      code: "RULE_UNKNOWN_KEY",
      where: { line: 5 },
    });
  });

  test("that hold rules without a head are no packs", async () => {
    const lone = await packFolder("rules-only", { "core.yaml": evidenceYaml });
    await expect(loadPack(path.join(lone, "core.yaml"))).rejects.toMatchObject({ code: "PACK_FILE_MISSING" });
  });

  test("saved as UTF-16 hold the same rules; in an older encoding they are refused where it shows", async () => {
    const own = await packFolder("encodings", { "pack.yaml": packYaml, "core.yaml": evidenceYaml });
    const file = path.join(own, "core.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, Buffer.from(`\uFEFF${text}`, "utf16le"));
    expect((await loadPack(own)).rules.map(({ id }) => id)).toEqual(["jamstalldhet", "kvinnor"]);
    await writeFile(file, Buffer.from(text, "latin1"));
    await expect(loadPack(own)).rejects.toMatchObject({ code: "RULE_SYNTAX", where: { line: 8 } });
  });
});

describe("thresholds", () => {
  test("that a pack does not name are those of the built-in pack", async () => {
    const bare = packYaml.slice(0, packYaml.indexOf("thresholds:"));
    const [builtin] = await loadPacks([]);
    const own = await loadPack(await packFolder("bare", { "pack.yaml": bare, "core.yaml": evidenceYaml }));
    expect(own.thresholds).toEqual(builtin?.thresholds);
  });

  test("may be named one by one", async () => {
    const bare = packYaml.slice(0, packYaml.indexOf("thresholds:"));
    const own = await loadPack(
      await packFolder("one-threshold", {
        "pack.yaml": `${bare}thresholds: { verdict: { clear-coverage: 0.6 } }\n`,
        "core.yaml": evidenceYaml,
      }),
    );
    expect(own.thresholds.verdict).toMatchObject({ clearCoverage: 0.6, missingCoverage: 0.15 });
  });
});

describe("the hash of a pack", () => {
  test("is the same for the same files, wherever they lie, and another for one changed letter", async () => {
    const files = { "pack.yaml": packYaml, "core.yaml": evidenceYaml };
    const a = await loadPack(await packFolder("a", files));
    const b = await loadPack(await packFolder("b", files));
    const c = await loadPack(
      await packFolder("c", { ...files, "core.yaml": evidenceYaml.replace("Män.", "Mån.") }),
    );
    expect(a.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(b.sha256).toBe(a.sha256);
    expect(c.sha256).not.toBe(a.sha256);
  });

  test("is another when text moves from one file to the next", async () => {
    const [head, ...rest] = evidenceYaml.split(/(?= {2}- id)/);
    const a = await loadPack(
      await packFolder("split", {
        "pack.yaml": packYaml,
        "a.yaml": `${head ?? ""}${rest[0] ?? ""}`,
        "b.yaml": `${head ?? ""}${rest[1] ?? ""}`,
      }),
    );
    const b = await loadPack(await packFolder("whole", { "pack.yaml": packYaml, "a.yaml": evidenceYaml }));
    expect(a.rules).toHaveLength(b.rules.length);
    expect(a.sha256).not.toBe(b.sha256);
  });
});

describe("a compiled pack", () => {
  const saved = async (compiler: string | null, sha256: string): Promise<string> => {
    const file = path.join(await packFolder("compiled", { "prov.json": "" }), "prov.json");
    await writeForm(file, { compiler, sha256, content: { id: "prov", sha256 } });
    return file;
  };

  test("counts for the files it was made from", async () => {
    const file = await saved(compilerVersion(), "abc");
    expect(readCompiledPack("abc", file)).toEqual({ id: "prov", sha256: "abc" });
    expect(readCompiledPack("abd", file)).toBeUndefined();
  });

  test("is read as it was written, whatever letters it holds", async () => {
    const content = { id: "prov", name: "Jämställdhet – kön, ålder, Łódź, 性別, 𝔸 och \\u00e5" };
    const file = await saved(null, "abc");
    await writeForm(file, { compiler: compilerVersion(), sha256: "abc", content });
    expect(readCompiledPack("abc", file)).toEqual(content);
  });

  test("does not count when other code made it", async () => {
    expect(compilerVersion()).toMatch(/^[0-9a-f]{64}$/);
    expect(readCompiledPack("abc", await saved("f".repeat(64), "abc"))).toBeUndefined();
    expect(readCompiledPack("abc", await saved(null, "abc"))).toBeUndefined();
  });

  test("has bytes beside it, which come back", async () => {
    const file = await saved(null, "abc");
    for (const beside of [new Uint8Array(), Uint8Array.of(10, 0, 255, 13, 10)]) {
      await writeForm(file, { compiler: compilerVersion(), sha256: "abc", content: "å" }, beside);
      const read = readCompiledTerms("abc", file);
      expect(read?.content).toBe("å");
      expect([...(read?.beside ?? [])]).toEqual([...beside]);
      expect((read?.beside.byteOffset ?? 1) % 4).toBe(0);
    }
  });

  test("that was cut off is none", async () => {
    const file = await saved(null, "abc");
    await writeForm(file, { compiler: compilerVersion(), sha256: "abc", content: {} }, new Uint8Array(100));
    const whole = await readFile(file);
    for (const length of [whole.length - 1, whole.length - 100, 20, 0]) {
      await writeFile(file, whole.subarray(0, length));
      expect(readCompiledTerms("abc", file)).toBeUndefined();
    }
  });

  test("that cannot be read is none", async () => {
    const file = path.join(await packFolder("compiled", { "half.json": '{"compiler":' }), "half.json");
    expect(readCompiledPack("abc", file)).toBeUndefined();
  });
});

describe("the built-in pack", () => {
  let pack: RulePack;
  beforeAll(async () => {
    const [loaded] = await loadPacks([]);
    if (loaded === undefined) throw new Error("no built-in pack");
    pack = loaded;
  });

  test("is the one that is used when no folder is named", () => {
    expect(pack.id).toBe("jamstalldhet");
    expect(pack.folder).toBe(builtinPackFolder());
  });

  test("holds every kind of rule, the six policy goals, and the ten document types", () => {
    const kinds = new Set(pack.rules.map(({ kind }) => kind));
    for (const kind of [
      "evidence",
      "trap",
      "signal",
      "expectation",
      "role",
      "documentType",
      "remedy",
    ] as const)
      expect(kinds, kind).toContain(kind);
    expect(pack.policyGoals.filter(({ enabled }) => enabled).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(pack.rules.flatMap((rule) => (rule.kind === "documentType" ? [rule.id] : [])).sort()).toEqual(
      [
        "arsredovisning",
        "handlingsplan",
        "hs-strategi",
        "mal-budget",
        "policy",
        "protokoll",
        "rus",
        "tillvaxtstrategi",
        "tjansteskrivelse",
        "verksamhetsplan",
      ].sort(),
    );
  });

  test("traces every piece of evidence and every trap to the handbook", () => {
    const untraced = pack.rules
      .filter((rule) => (rule.kind === "evidence" && rule.net === "strict") || rule.kind === "trap")
      .filter((rule) => rule.handbook === undefined);
    expect(untraced.map(({ id }) => id)).toEqual([]);
  });

  test("names only policy goals that it has", () => {
    const goals = new Set(pack.policyGoals.map(({ id }) => id));
    for (const rule of pack.rules)
      if (rule.kind === "evidence")
        for (const goal of rule.policyGoals) expect(goals, rule.id).toContain(goal);
  });
});

test("each role of the built-in rules has one name for its reader, whichever rule leads to it", async () => {
  const labels = new Map<string, Set<string>>();
  for (const rule of (await loadPacks([])).flatMap(({ rules }) => rules)) {
    if (rule.kind === "role") labels.set(rule.role, (labels.get(rule.role) ?? new Set()).add(rule.label.sv));
  }
  expect(labels.size).toBeGreaterThan(20);
  // Reports name a role by the label of the first rule that has it.
  expect([...labels].filter(([, names]) => names.size > 1)).toEqual([]);
});
