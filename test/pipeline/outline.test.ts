import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { displayWidth } from "../../src/report/terminal/lay-out.ts";
import type { Outline, OutlineDocument, OutlineSection } from "../../src/model/outline.ts";
import type { RulePack } from "../../src/model/rule.ts";
import { assembleOutline, outlineFile } from "../../src/pipeline/outline.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { renderOutlineJson } from "../../src/report/outline/render-json.ts";
import { renderOutline } from "../../src/report/outline/render-terminal.ts";
import { loadPacks } from "../../src/rules/load-packs.ts";

let packs: RulePack[] = [];
beforeAll(async () => {
  packs = await loadPacks([]);
});

function outline(path: string, bytes: Uint8Array): Promise<OutlineDocument> {
  return outlineFile(
    { path, bytes },
    {
      packs,
      type: "auto",
      lang: "sv",
      read: defaultReadOptions,
      sha256: (all) => createHash("sha256").update(all).digest("hex"),
    },
  );
}

const fixture = async (name: string): Promise<OutlineDocument> =>
  outline(name, await readFile(new URL(`../../fixtures/${name}`, import.meta.url)));

const markdown = (text: string): Promise<OutlineDocument> => outline("a.md", new TextEncoder().encode(text));

const find = (document: OutlineDocument, heading: string): OutlineSection | undefined =>
  document.sections.find((section) => section.heading === heading);

describe("the outline of a PDF", () => {
  test("holds the headings with number, depth and pages, as printed", async () => {
    const document = await fixture("halland/tillvaxtstrategi.pdf");
    expect(document).toMatchObject({ status: "read", format: "pdf", pages: 11 });
    expect(document.reading).toMatchObject({ share: 1, pagesWithoutText: [], engine: "pdfium" });
    expect(find(document, "Fördelning av regionalt företagsstöd")).toMatchObject({
      number: "4.2",
      depth: 2,
      location: { page: 6 },
      end: { page: 7 },
    });
  });

  test("shows what was kept apart: running lines with different figures count as one", async () => {
    const { layers } = await fixture("halland/tillvaxtstrategi.pdf");
    expect(layers.furniture.samples).toContainEqual({ text: "Sida 2 (11)", count: 10 });
    expect(layers.furniture.samples.length).toBeLessThanOrEqual(5);
    expect(layers.contents.blocks).toBeGreaterThan(20);
    expect(layers.footnotes.blocks).toBe(3);
  });

  test("that cannot be read has a reason and no sections", async () => {
    const document = await fixture("bad/scanned.pdf");
    expect(document).toMatchObject({ status: "no-text", sections: [], title: null });
    expect(document.notices.map((notice) => notice.code)).toEqual(["PDF_NO_TEXT"]);
  });
});

describe("the role of a section", () => {
  const text = [
    "Kort text före.",
    "# Förord",
    "Här står något om framtiden.",
    "# Referenser",
    "Boken, sidan 3.",
    "# Kollektivtrafik",
    "Bussarna går ofta i hela länet.",
  ].join("\n\n");

  test("comes with the rule that gave it and what follows from it", async () => {
    const document = await markdown(text);
    expect(find(document, "Förord")).toMatchObject({ roleBy: "heading", framing: true, quiet: false });
    expect(find(document, "Referenser")).toMatchObject({
      role: "references",
      roleBy: "heading",
      rule: "role-references",
      quiet: true,
    });
    expect(document.sections[0]).toMatchObject({ roleBy: "opening", rule: null, quiet: true });
  });

  test("is not invented for a section that no rule knows", async () => {
    expect(find(await markdown(text), "Kollektivtrafik")).toMatchObject({
      role: "body",
      roleBy: "none",
      rule: null,
      quiet: false,
      framing: false,
    });
  });
});

describe("on a screen", () => {
  const render = (outlined: Outline, lang: "sv" | "en"): string =>
    renderOutline(outlined, { lang, details: false, width: 80, colour: false, unicode: true });

  test("as linear text names the depth of a heading and sets nothing in columns", async () => {
    const outlined = assembleOutline([await markdown("# Plan\n\nText här.\n\n## Mål\n\nText här.")], packs);
    const linear = (lang: "sv" | "en"): string =>
      renderOutline(outlined, { lang, details: false, width: 80, colour: true, unicode: true, plain: true });
    expect(linear("sv")).toMatch(/^Plan, rubriknivå 1, rad 1, 2 ord$/m);
    expect(linear("en")).toMatch(/^Mål, heading level 2, line 5, 2 words$/m);
    expect(linear("sv")).not.toMatch(/^ | {2}|[─•·\u001b]/m);
    expect(render(outlined, "sv")).not.toContain("rubriknivå");
  });

  test("no line is wider than 80 columns, in either language", async () => {
    const documents = [
      await fixture("halland/tillvaxtstrategi.pdf"),
      await fixture("halland/verksamhetsplan.docx"),
      await fixture("bad/truncated.pdf"),
      await markdown(`# ${"Mycket lång rubrik ".repeat(12)}\n\nText.\n\n####### x\n\n###### Djup\n\nText.`),
    ];
    for (const lang of ["sv", "en"] as const) {
      const text = render(assembleOutline(documents, packs), lang);
      for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(80);
      expect(text).not.toContain("?");
    }
  });

  test("a small document looks like this", async () => {
    const document = await markdown(
      "---\ntitle: Plan\n---\n\n# 1 Inledning\n\nEn början.\n\n## 1.1 Källor\n\n- Boken\n- Bladet\n\n# 2 Mål\n\n| År | Mål |\n| --- | --- |\n| 2030 | 40 |\n",
    );
    expect(render(assembleOutline([document], packs), "sv")).toMatchSnapshot();
    expect(render(assembleOutline([document], packs), "en")).toMatchSnapshot();
  });

  test("a heading cannot command the terminal", async () => {
    const document = await markdown("# Ru\u001b]0;ägd\u0007brik\u202e\n\nText.\n");
    const outlined = assembleOutline([document], packs);
    for (const text of [render(outlined, "sv"), renderOutlineJson(outlined)])
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

test("as JSON it is the same data again, without a path of this machine", async () => {
  const outlined = assembleOutline([await fixture("halland/verksamhetsplan.docx")], packs);
  const text = renderOutlineJson(outlined);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(outlined)));
  expect(outlined.schema).toBe("genomlys-outline/1");
  expect(text).not.toContain(process.cwd());
});

describe("comments", () => {
  test("are shown with author and place, beside the text and not in it", async () => {
    const bytes = await readFile(new URL("../read/word-processor/files/riktlinje.docx", import.meta.url));
    const document = await outline("riktlinje.docx", bytes);
    expect(document.layers.comments).toEqual([
      { author: "A", text: "Stämmer detta?", location: { paragraph: 23 } },
    ]);
    const shown = renderOutline(assembleOutline([document], packs), {
      lang: "sv",
      details: false,
      width: 80,
      colour: false,
      unicode: true,
    });
    expect(shown).toContain("kommentarer, som inte räknas: 1");
    expect(shown).toContain('A, stycke 23: "Stämmer detta?"');
    expect(shown).toContain("språk: svenska");
  });
});
