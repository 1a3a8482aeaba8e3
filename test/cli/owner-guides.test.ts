// The guides for rule owners, followed to the letter: what they tell one to write is read, and answers what they say.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

/** The blocks of YAML in a page, without the indent that a list gives them. */
async function yamlIn(page: string): Promise<string[]> {
  const text = await readFile(`docs/${page}`, "utf8");
  return [...text.matchAll(/^( *)```yaml\n(.*?)^ *```$/gms)].map(([, indent = "", block = ""]) =>
    block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );
}

test("the first rules of docs/rules.md hold, and fail as it says when a term is changed", async () => {
  const [pack = ""] = await yamlIn("rules.md");
  const folder = await buildFolder({
    "mitt-paket.yaml": pack,
    "fel.yaml": pack.replace("- barnets bästa", "- barnens bästa"),
  });
  const good = await runReal(["rules", "test", "mitt-paket.yaml"], folder);
  expect(good).toMatchObject({ code: 0, out: "3 regler, 6 exempel: alla stämmer.\n" });
  expect(await readFile("docs/rules.md", "utf8")).toContain(good.out.trim());
  const wrong = await runReal(["rules", "test", "fel.yaml"], folder);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain("fel.yaml:11\n");
});

test("the configuration of docs/egna-regler.md is taken as it stands, with the pack of docs/rules.md", async () => {
  const [pack = ""] = await yamlIn("rules.md");
  const folder = await buildFolder({
    "mitt-paket.yaml": pack,
    "genomlys.config.yaml": (await yamlIn("egna-regler.md")).join("\n"),
  });
  const { code, out, err } = await runReal(["--print-config"], folder);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^packs\[1\] +mitt-paket 1\.0\.0/m);
  expect(out).toMatch(/^thresholds\.verdict\.clear-coverage +0\.6 +genomlys\.config\.yaml:\d+$/m);
});
