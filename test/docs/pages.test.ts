// Pages that say what the code does must go on saying it.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
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

/** All pages that people read, by their path from the root. */
const pages = ["", "docs", "docs/decisions", "fixtures", "test"].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.posix.join(folder, name)),
);

/** What a link can name in a page: its headings as code hosts write them. */
function anchorsOf(file: string): readonly string[] {
  const text = page(file).replace(/^```[\s\S]*?^```/gm, "");
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}

describe.each(pages)("%s", (from) => {
  const text = page(from);

  test("has links that lead somewhere", () => {
    const broken = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(
      ([link, target = "", anchor]) => {
        const file = target === "" ? from : path.posix.join(path.posix.dirname(from), target);
        if (!existsSync(path.join(root, file))) return [link];
        if (anchor === undefined || !file.endsWith(".md")) return [];
        return anchorsOf(file).includes(decodeURIComponent(anchor)) ? [] : [link];
      },
    );
    expect(broken).toEqual([]);
  });

  test("names files of the project that are there", () => {
    const named = text.matchAll(
      /`((?:src|test|scripts|bench|docs|fixtures|rules|schemas|examples)\/[\w./-]+)`/g,
    );
    const gone = [...named]
      .map(([, file = ""]) => file)
      .filter((file) => ["", path.dirname(from)].every((base) => !existsSync(path.join(root, base, file))));
    expect(gone).toEqual([]);
  });
});

test("the pages are all there, and some have links", () => {
  expect(pages).toEqual(
    expect.arrayContaining(["README.md", "docs/ci.md", "docs/decisions/0001-packages.md"]),
  );
  expect(anchorsOf("docs/rules.md")).toContain("kommandon");
  expect(pages.filter((each) => /\]\([\w./-]+\)/.test(page(each))).length).toBeGreaterThan(10);
});

test("every hint of an error that names a page names one that is there", () => {
  const named = [...JSON.stringify(errorTexts).matchAll(/(docs\/[\w-]+\.md)/g)].map(([, file = ""]) => file);
  expect(named).not.toEqual([]);
  for (const file of named) expect(pages).toContain(file);
});
