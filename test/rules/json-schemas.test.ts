import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  anyRuleFileSchema,
  packFileSchema,
  ruleFileSchema,
  ruleJsonSchemas,
} from "../../src/rules/json-schemas.ts";
import { ruleKinds } from "../../src/rules/pack-schema.ts";
import { evidenceYaml, packYaml } from "./support.ts";

const root = path.join(import.meta.dirname, "..", "..");
const compile = (schema: object): ValidateFunction => new Ajv2020({ strict: false }).compile(schema);
const anyFile = compile(anyRuleFileSchema());
const packFile = compile(packFileSchema());

describe("the shipped schemas", () => {
  test.each(Object.keys(ruleJsonSchemas()))(
    "%s is the one that the source makes (npm run schemas)",
    async (name) => {
      const committed: unknown = JSON.parse(await readFile(path.join(root, "schemas", name), "utf8"));
      expect(committed).toEqual(JSON.parse(JSON.stringify(ruleJsonSchemas()[name])));
    },
  );

  test("accept every file of the built-in pack", async () => {
    const folder = path.join(root, "rules", "jamstalldhet");
    const entries = await readdir(folder, { recursive: true });
    const files = entries.filter((name) => name.endsWith(".yaml"));
    expect(files.length).toBeGreaterThan(10);
    for (const name of files) {
      const validate = name === "pack.yaml" ? packFile : anyFile;
      validate(parse(await readFile(path.join(folder, name), "utf8")));
      expect(validate.errors, name).toBeNull();
    }
  });
});

describe("a schema", () => {
  test("accepts what the loader accepts", () => {
    expect(anyFile(parse(evidenceYaml))).toBe(true);
    expect(packFile(parse(packYaml))).toBe(true);
    expect(compile(ruleFileSchema("evidence"))(parse(evidenceYaml))).toBe(true);
  });

  test.each([
    ["a misspelt key", "strength: strong", "strenght: strong"],
    ["a value that does not exist", "strength: strong", "strength: stark"],
    ["a missing list", "    terms:\n      - jämställdhet\n", ""],
    ["an unknown kind", "kind: evidence", "kind: belägg"],
    ["a key of another kind", "tags: [value]", "slug: value"],
    ["an id with a capital", "id: jamstalldhet", "id: Jamstalldhet"],
  ])("refuses %s", (_what, from, to) => {
    expect(evidenceYaml).toContain(from);
    expect(anyFile(parse(evidenceYaml.replace(from, to)))).toBe(false);
  });

  test("of a pack that is one file checks its rules by their kinds", () => {
    const rules = evidenceYaml.slice(evidenceYaml.indexOf("  - id")).replaceAll(/^/gm, "  ");
    const single = `${packYaml}rules:\n  evidence:\n${rules}`;
    expect(packFile(parse(single))).toBe(true);
    expect(packFile(parse(single.replace("strength: strong", "strength: stark")))).toBe(false);
    expect(packFile(parse(single.replace("  evidence:", "  belagg:")))).toBe(false);
  });

  test("of one kind refuses a file of another", () => {
    expect(compile(ruleFileSchema("trap"))(parse(evidenceYaml))).toBe(false);
  });

  test.each(ruleKinds)("of %s explains its keys to the one who writes", (kind) => {
    const { properties } = ruleFileSchema(kind) as {
      properties: { rules: { items: { properties: Record<string, { description?: string }> } } };
    };
    const own = properties.rules.items.properties;
    expect(own["id"]?.description).toContain("bindestreck");
    const told = Object.values(own).filter(({ description }) => description !== undefined);
    expect(told.length / Object.keys(own).length).toBeGreaterThan(0.6);
  });
});
