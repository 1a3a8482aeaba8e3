import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/model/document.ts";
import { locate } from "../../../src/model/locate.ts";
import { readMarkdown } from "../../../src/read/markdown/read-markdown.ts";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { expectDocument, expectQuotesBack, expectSoundDocument } from "../document-contract.ts";
import { outline, prose } from "../support.ts";

async function read(text: string): Promise<Document> {
  const document = expectDocument(await readMarkdown(new TextEncoder().encode(text), defaultReadOptions));
  expectSoundDocument(document);
  expectQuotesBack(document, text);
  return document;
}

const blocksOf = (document: Document): string[] =>
  document.blocks.map((block) => `${block.kind}: ${document.text.slice(block.span.start, block.span.end)}`);

/** Line and column at which a word of the document stands. */
const placeOf = (document: Document, word: string) => locate(document, document.text.indexOf(word));

describe("headings", () => {
  test("a title with many numbered parts gives one section each", async () => {
    const parts = Array.from({ length: 120 }, (_, index) => `## ${index + 1} Avsnitt\n\n${prose}\n`);
    const document = await read(`# Mål och budget\n\n${parts.join("\n")}`);
    expect(document.sections).toHaveLength(121);
    expect(document.sections.slice(1).map((section) => section.number)).toEqual(
      Array.from({ length: 120 }, (_, index) => String(index + 1)),
    );
    expect(document.title).toBe("Mål och budget");
  });

  test("ATX and setext headings with markup in them", async () => {
    const document = await read(
      `Mål *och* medel\n===\n\n${prose}\n\n### 2.1 [Syfte](https://example.org) ###\n\n${prose}`,
    );
    expect(outline(document)).toEqual(["Mål och medel · 2", "  [2.1] Syfte · 2"]);
  });

  test("a bold line is a heading, bold words and a bold sentence are not", async () => {
    const document = await read(
      `# Plan\n\n**Beslut**\n\n${prose}\n\n**Vi** gör det.\n\n**Detta är viktigt.**\n\n${prose}`,
    );
    expect(outline(document)).toEqual(["Plan · 1", "  Beslut · 5"]);
  });

  test("a bold first line is parted from its paragraph", async () => {
    const document = await read(`# Plan\n\n**Beslut**\n${prose}\n`);
    expect(outline(document)).toEqual(["Plan · 1", "  Beslut · 2"]);
  });

  test("a heading right before a numbered list", async () => {
    const document = await read("## 12 Avsnitt\n\n1. text\n");
    expect(outline(document)).toEqual(["[12] Avsnitt · 2"]);
  });

  test("a numbered line alone is a heading where none is marked", async () => {
    const document = await read(`1. Inledning\n\n${prose}\n\n2. Mål\n\n${prose}`);
    expect(outline(document)).toEqual(["[1] Inledning · 2", "[2] Mål · 2"]);
  });

  test("a numbered heading with no blank line under it", async () => {
    const document = await read(`1.1 Bakgrund\n${prose}\n\n1.2 Syfte\n${prose}`);
    expect(outline(document)).toEqual(["[1.1] Bakgrund · 2", "[1.2] Syfte · 2"]);
  });
});

describe("lists and tables", () => {
  describe("a short line over wrapped lines, as in text that was taken out of a PDF,", () => {
    const wrapped = [
      "Enligt lagen ska kommunen varje år upprätta en budget för kommande år och en",
      "plan för de två åren därefter. Budgeten innehåller mål, och det är nämnderna",
      "som svarar för att de nås.",
    ].join("\n");

    test("is a heading where none is marked, and keeps its place", async () => {
      const document = await read(
        `${wrapped}\n\nKommunbudget och plan\n${wrapped}\n\nRamanalys\n${wrapped}\n`,
      );
      expect(outline(document)).toEqual(["(preamble) · 1", "Kommunbudget och plan · 2", "Ramanalys · 2"]);
      expect(placeOf(document, "Kommunbudget och")).toMatchObject({ line: 5, column: 1 });
      expect(placeOf(document, "Ramanalys")).toMatchObject({ line: 10, column: 1 });
    });

    test.each([
      ["ends with a full stop", "Kommunen har en budget."],
      ["ends with a colon", "Budgeten innehåller följande:"],
      ["ends with a figure, as an address or a date", "Storgatan 37"],
      ["begins small", "och en plan för åren därefter"],
      [
        "is hardly shorter than the others",
        "Kommunens budget och plan för de kommande tre åren samt följder",
      ],
    ])("is none when it %s", async (_, line) => {
      expect(blocksOf(await read(`${wrapped}\n\n${line}\n${wrapped}\n`))).toHaveLength(2);
    });

    test("is a heading over a single sentence too", async () => {
      const document = await read(
        `${wrapped}\n\nSammanfattning av ärendet\nFörvaltningen föreslår att nämnden godkänner rapporten.\n\nBeredning\nÄrendet har beretts tillsammans med de nämnder som berörs av förslaget till ny avgift\n`,
      );
      expect(outline(document)).toEqual(["(preamble) · 1", "Sammanfattning av ärendet · 2", "Beredning · 2"]);
      expect(placeOf(document, "Förvaltningen föreslår")).toMatchObject({ line: 6, column: 1 });
    });

    test.each([
      ["a name", "Beslutet skickas till\nKommunstyrelsen"],
      ["a list of names", "Beslutande ledamöter\nAnna Berg (S), Bo Ek (M), Cecilia Dahl (C), David Ek (V)."],
      [
        "the next of a list",
        "Bilaga 4 – Andra lagar\nBilaga 5 – Områden där insamling av pengar inte får ske enligt 14 b §.",
      ],
      [
        "what its sentence goes on with",
        "Den som söker stöd från\nRegion Nord får besked inom tre veckor efter det att ansökan kom in.",
      ],
      ["a line as short", "Barn och unga i förskolan\nAlla barn får leka och lära."],
    ])("is none over %s", async (_, lines) => {
      expect(blocksOf(await read(`${wrapped}\n\n${lines}\n`))).toHaveLength(2);
    });

    test("is none when the sentence goes on under it", async () => {
      const goesOn = `Den som söker stöd\n${wrapped.replace("Enligt", "enligt")}`;
      expect(blocksOf(await read(`${goesOn}\n`))).toHaveLength(1);
    });

    test("is none among lines that are not wrapped", async () => {
      expect(
        blocksOf(await read("Anna Berg\nOrdförande i nämnden\nKommunstyrelsen\nStorgatan\n")),
      ).toHaveLength(1);
    });
  });

  test("numbered amounts are list items", async () => {
    const document = await read(
      "# Bidrag\n\n12. Kvinnojouren Viljan 350 tkr\n13. Brandvärnet 80 tkr\n14. Fiskevårdsområdet 45 tkr",
    );
    expect(blocksOf(document).slice(1)).toEqual([
      "list-item: Kvinnojouren Viljan 350 tkr",
      "list-item: Brandvärnet 80 tkr",
      "list-item: Fiskevårdsområdet 45 tkr",
    ]);
  });

  test("nested lists", async () => {
    const document = await read("- ett\n  - under ett\n- två\n\n  mer om två\n");
    expect(blocksOf(document)).toEqual([
      "list-item: ett",
      "list-item: under ett",
      "list-item: två",
      "paragraph: mer om två",
    ]);
  });

  test("rows know their column headings, the header row has none", async () => {
    const document = await read("| Mål | Kvinnor | Män |\n|---|---|---|\n| **Arbete** | 71 \\| 72 | 79 |\n");
    expect(document.blocks.map((block) => block.kind)).toEqual(["table-row", "table-row"]);
    expect(document.blocks[0]?.columns).toEqual([]);
    expect(document.blocks[1]?.columns).toEqual(["Mål", "Kvinnor", "Män"]);
    expect(document.text).toBe("Mål\tKvinnor\tMän\nArbete\t71 | 72\t79");
    expect(placeOf(document, "Arbete")).toEqual({ line: 3, column: 5 });
    expect(placeOf(document, "79")).toEqual({ line: 3, column: 27 });
  });

  test("a code block is read as text, with its columns", async () => {
    const document = await read(
      "Tabell:\n\n```osaker-tabell\n2025   37 500    37 000\n2024   36 500    35 600\n```\n",
    );
    expect(document.blocks.map((block) => block.kind)).toEqual(["paragraph", "table-row", "table-row"]);
    expect(placeOf(document, "36 500")).toEqual({ line: 5, column: 8 });
  });
});

describe("inline content", () => {
  test("markup goes, words keep their places", async () => {
    const document = await read(
      'Vi *ska* **[jämställa](http://a.b/c "t")** `kod` &amp; B\\*C ![](bild.png) slut.',
    );
    expect(document.text).toBe("Vi ska jämställa kod & B*C  slut.");
    expect(placeOf(document, "ska")).toEqual({ line: 1, column: 5 });
    expect(placeOf(document, "jämställa")).toEqual({ line: 1, column: 13 });
    expect(placeOf(document, "kod")).toEqual({ line: 1, column: 45 });
    expect(placeOf(document, "C ")).toEqual({ line: 1, column: 59 });
    expect(placeOf(document, "slut")).toEqual({ line: 1, column: 75 });
  });

  test("lines of a quotation keep their columns", async () => {
    const document = await read("> Vi ska vara\n> jämställda\n>   alla.\n");
    expect(document.text).toBe("Vi ska vara\njämställda\nalla.");
    expect(placeOf(document, "jämställda")).toEqual({ line: 2, column: 3 });
    expect(placeOf(document, "alla")).toEqual({ line: 3, column: 5 });
  });

  test("comments are no text, nor are addresses and link definitions", async () => {
    const document = await read(
      "<!-- sida 39 -->\n\nText <!-- dold --> här.[^1]\n\n[a]: http://example.org\n",
    );
    expect(document.text).toBe("Text  här.[^1]");
  });

  test("text between tags of an HTML block stays", async () => {
    const document = await read(
      '<div class="ruta">\nViktigt: <b>alla</b> ska med.\n</div>\n\n<script>\nvar dold;\n</script>\n',
    );
    expect(document.text.replace(/ +/g, " ")).toBe("Viktigt: alla ska med.");
  });

  test("a footnote stands in its own layer", async () => {
    const document = await read("# Mål\n\nText.[^1]\n\n[^1]: Källa: SCB.\n\n# Medel\n\nMer text.\n");
    expect(document.blocks.at(-1)).toMatchObject({ layer: "footnote" });
    expect(document.text.endsWith("Källa: SCB.")).toBe(true);
  });
});

test("front matter gives the title and no text", async () => {
  const document = await read('---\ntitle: "Mål och budget 2026"\nauthor: x\n---\n\n# Inledning\n\nText.\n');
  expect(document.title).toBe("Mål och budget 2026");
  expect(document.text).toBe("Inledning\nText.");
});

test("CRLF and LF give the same text and places", async () => {
  const text = `# Mål\n\n${prose}\nrad två\n\n- ett\n- två\n`;
  expect(await read(text.replaceAll("\n", "\r\n"))).toEqual(await read(text));
});

describe("a long file is parsed in parts", () => {
  const paragraphs = Array.from({ length: 500 }, (_, index) => `Stycke ${index} om vård.\n\n${prose}\n`).join(
    "\n",
  );

  test("with the places of the whole", async () => {
    const document = await read(`# Mål\n\n${paragraphs}\n## Sist\n\n${prose}\n`);
    expect(document.blocks).toHaveLength(1 + 1000 + 2);
    expect(placeOf(document, "Stycke 499")).toEqual({ line: 2 + 499 * 4 + 1, column: 1 });
  });

  test("but never inside a code block or a table", async () => {
    const code = Array.from({ length: 600 }, (_, index) => `Rad ${index} ${prose}\n`).join("\n");
    const whole = await read(`# Mål\n\n\`\`\`\n${code}\n\`\`\`\n\n# Medel\n\nText.\n`);
    expect(whole.text).not.toContain("`");
    const rows = Array.from({ length: 500 }, (_, index) => `| ${prose} | ${index} |`).join("\n");
    const table = await read(`| Mål | Antal |\n|---|---|\n${rows}\n\nText.\n`);
    expect(table.blocks.at(-2)).toMatchObject({ kind: "table-row", columns: ["Mål", "Antal"], table: 1 });
  });
});

describe("comments that take findings out of the count", () => {
  const comment = '<!-- genomlys-ignore gap-goal reason="x" -->';

  test("are handed over with line and section, and are no text", async () => {
    const document = await read(
      `${comment}\n\n# Plan\n\n${prose}\n\n## 1 Skola\n\nText ${comment} och mer.\n\n- ${comment}\n\n## 2 Vård\n\n${prose}`,
    );
    expect(document.suppressions).toEqual([
      { text: 'gap-goal reason="x"', location: { line: 1, column: 1 }, section: null },
      { text: 'gap-goal reason="x"', location: { line: 9, column: 6 }, section: "s2" },
      { text: 'gap-goal reason="x"', location: { line: 11, column: 3 }, section: "s2" },
    ]);
    expect(document.text).not.toContain("gap-goal");
  });

  test("are not looked for in code, in scripts or in comments of another name", async () => {
    const document = await read(
      `# Plan\n\n\`${comment}\`\n\n    ${comment}\n\n<script>\n${comment}\n</script>\n\n<!-- genomlys-ignores * -->\n\n${prose}`,
    );
    expect(document).not.toHaveProperty("suppressions");
  });

  test("hold in a part that is read by its lines alone too, and nothing in them is text", async () => {
    // Nested deeper than the parser is let to go (is-costly.ts).
    const costly = `${"> ".repeat(3000)}djupt\n`;
    const document = await read(
      `# Plan\n\n## 1 Skola\n\nText ${comment} och mer.\n\n<!-- anteckning om\nkvinnor -->\n\n\`${comment}\`\n\n\`\`\`\n${comment}\n\`\`\`\n\n${costly}\n## 2 Vård\n\n${comment}\n\n${prose}\n\n<!-- aldrig avslutad\n`,
    );
    expect(document.suppressions).toEqual([
      { text: 'gap-goal reason="x"', location: { line: 5, column: 6 }, section: "s2" },
      { text: 'gap-goal reason="x"', location: { line: 20, column: 1 }, section: "s3" },
    ]);
    expect(document.text).not.toContain("anteckning");
    expect(document.text).toContain("och mer");
    expect(document.text).toContain("djupt");
  });

  test("in the later parts of a long file keep their line", async () => {
    const long = Array.from({ length: 500 }, (_, index) => `## ${index + 1} Avsnitt\n\n${prose}\n\n`).join(
      "",
    );
    const document = await read(`# Plan\n\n${long}## 501 Sist\n\n${comment}\n\n${prose}\n`);
    const last = document.sections.at(-1);
    expect(long.length).toBeGreaterThan(50_000);
    expect(document.suppressions).toMatchObject([{ location: { line: 2005, column: 1 }, section: last?.id }]);
  });
});
