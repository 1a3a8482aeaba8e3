// Pages that say what the code does must go on saying it.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { errorTexts } from "../../src/errors/error-codes.ts";
import { ruleSchemas } from "../../src/rules/pack-schema.ts";
import { parseRuleFiles } from "../../src/rules/parse-pack.ts";
import { packYaml } from "../rules/support.ts";

const root = path.join(import.meta.dirname, "..", "..");
const page = (file: string): string => readFileSync(path.join(root, file), "utf8");

test("walkthrough, README, architecture and the figures of analysis.md show what the code does (npm run walkthrough)", async () => {
  const script = path.join(root, "scripts", "write-walkthrough.mjs");
  await expect(promisify(execFile)(process.execPath, [script, "--check"])).resolves.toMatchObject({
    stderr: "",
  });
  // Two audits of the fixtures and a build of the sources.
}, 300_000);

test("docs/analysis.md shows the queries that examples/ holds", () => {
  const text = page("docs/analysis.md");
  for (const [language, file] of [
    ["sql", "examples/analysis.sql"],
    ["r", "examples/analysis.R"],
  ] as const) {
    const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))]
      .map(([, block]) => block ?? "")
      .filter((block) => /^(?:--|#) \d\. /.test(block));
    expect(blocks).toHaveLength(3);
    for (const block of blocks) expect(page(file)).toContain(block);
  }
});

describe("docs/rules.md", () => {
  const text = page("docs/rules.md");

  test("has rules that can be read as they stand", () => {
    const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml]) => yaml ?? "");
    expect(blocks.length).toBeGreaterThan(0);
    const files = [packYaml, ...blocks].map((yaml, at) => {
      const name = at === 0 ? "pack.yaml" : `${String(at)}.yaml`;
      return { path: name, name, text: yaml };
    });
    expect(parseRuleFiles("docs", files, "").rules.length).toBeGreaterThan(0);
  });

  test("names every kind of rule and every key it can have", () => {
    for (const [kind, schema] of Object.entries(ruleSchemas)) {
      expect(text, kind).toContain(kind);
      // Requirements have keys of their own, which their files explain.
      if (kind === "requirement") continue;
      for (const key of Object.keys(schema.shape)) {
        if (["handbook", "note", "sector", "label", "severity", "inherits"].includes(key)) continue;
        expect(text, `${kind}: ${key}`).toMatch(new RegExp(`\\b${key}\\b`));
      }
    }
  });
});

test("links between pages lead somewhere", async () => {
  const decisions = await readdir(path.join(root, "docs", "decisions"));
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "fixtures/README.md",
    "docs/architecture.md",
    "docs/walkthrough.md",
    "docs/rules.md",
    "docs/report.md",
    "docs/lasa-rapporten.md",
    "docs/explain.md",
    "docs/kommentera.md",
    ...decisions.map((name) => `docs/decisions/${name}`),
  ];
  for (const from of pages) {
    for (const [, target] of page(from).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
      const file = path.join(root, path.dirname(from), target ?? "");
      await expect(
        readdir(path.dirname(file)).then((names) => names.includes(path.basename(file))),
        `${from} → ${target ?? ""}`,
      ).resolves.toBe(true);
    }
  }
});

test("every hint of an error that names a page names one that is there", () => {
  for (const [, file] of JSON.stringify(errorTexts).matchAll(/(docs\/[\w-]+\.md)/g))
    expect(page(file ?? "")).not.toBe("");
});
