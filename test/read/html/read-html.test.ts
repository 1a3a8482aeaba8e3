import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/model/document.ts";
import { locate } from "../../../src/model/locate.ts";
import { readHtml } from "../../../src/read/html/read-html.ts";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { expectDocument, expectQuotesBack, expectSoundDocument } from "../document-contract.ts";
import { readSound } from "../office-files.ts";
import { outline } from "../support.ts";

async function read(text: string): Promise<Document> {
  const document = expectDocument(await readHtml(new TextEncoder().encode(text), defaultReadOptions));
  expectSoundDocument(document);
  expectQuotesBack(document, text);
  return document;
}

const blocksOf = (document: Document): string[] =>
  document.blocks.map(
    (block) => `${block.layer} ${block.kind}: ${document.text.slice(block.span.start, block.span.end)}`,
  );

describe("an aside", () => {
  const sectionsOf = (document: Document): string[] =>
    document.sections.map(({ heading, blocks, depth }) => {
      const texts = document.blocks
        .slice(blocks.first + (heading === "" ? 0 : 1), blocks.end)
        .map(({ span }) => document.text.slice(span.start, span.end));
      return `${String(depth)} ${heading}: ${texts.join(" ")}`;
    });
  const page = (inside: string, after = "<p>Sedan.</p><h2>Slut</h2><p>Allt.</p>"): string =>
    `<h1>Plan</h1><h2>Mål</h2><p>Först.</p><aside>${inside}</aside>${after}`;

  test("with a heading is a part of its section, which goes on after it", async () => {
    expect(sectionsOf(await read(page("<h2>Fakta</h2><p>Länet växer.</p>")))).toEqual([
      "1 Plan: ",
      "2 Mål: Först. Sedan.",
      "3 Fakta: Länet växer.",
      "2 Slut: Allt.",
    ]);
  });

  test("keeps its own headings in their order, and what stands before the first where it is", async () => {
    const inside = "<p>Ruta</p><h3>Fakta</h3><p>Ett.</p><h4>Mer</h4><p>Två.</p><aside><h1>Inre</h1></aside>";
    const document = await read(page(inside, "<p>Sedan.</p><h3>Delmål</h3><p>Tre.</p>"));
    expect(sectionsOf(document)).toEqual([
      "1 Plan: ",
      "2 Mål: Först. Ruta Sedan.",
      "3 Fakta: Ett.",
      "4 Mer: Två.",
      "3 Inre: ",
      "3 Delmål: Tre.",
    ]);
  });

  test("is read behind the section with others that hang in it", async () => {
    const other = "<p>Mitt.</p><aside><h3>Ord</h3><p>En lista.</p></aside><p>Sist.</p>";
    expect(sectionsOf(await read(page("<h3>Fakta</h3><p>Länet växer.</p>", other)))).toEqual([
      "1 Plan: ",
      "2 Mål: Först. Mitt. Sist.",
      "3 Fakta: Länet växer.",
      "3 Ord: En lista.",
    ]);
  });

  test("without a heading is text of the section, also with a line in bold", async () => {
    const text = "Länet växer och fler flyttar hit än härifrån varje år.";
    expect(sectionsOf(await read(page(`<p><b>Fakta</b></p><p>${text}</p>`)))).toEqual([
      "1 Plan: ",
      `2 Mål: Först. Fakta ${text} Sedan.`,
      "2 Slut: Allt.",
    ]);
  });

  test("that no text follows stays as it is", async () => {
    expect(
      sectionsOf(await read(page("<h2>Fakta</h2><p>Länet växer.</p>", "<h2>Slut</h2><p>Allt.</p>"))),
    ).toEqual(["1 Plan: ", "2 Mål: Först.", "2 Fakta: Länet växer.", "2 Slut: Allt."]);
  });

  test("before the first heading does not take the text after it", async () => {
    const document = await read(
      "<aside><h2>Genväg</h2><p>Sök.</p></aside><p>Inledning.</p><h1>Plan</h1><p>Text.</p>",
    );
    expect(sectionsOf(document)).toEqual(["0 : Inledning.", "1 Genväg: Sök.", "1 Plan: Text."]);
  });

  test("takes a comment that stands in it, and not the one after it", async () => {
    const document = await read(
      page(
        "<h3>Fakta</h3>\n<!-- genomlys-ignore a -- inne -->\n<p>Länet växer.</p>",
        "\n<!-- genomlys-ignore a -- efter -->\n<p>Sedan.</p>",
      ),
    );
    const holders = document.suppressions?.map(
      ({ section }) => document.sections.find(({ id }) => id === section)?.heading,
    );
    expect(holders).toEqual(["Fakta", "Mål"]);
  });
});

describe("text", () => {
  test("headings, paragraphs and lists", async () => {
    const document = await read(
      "<!doctype html><html><head><title>Mål &amp; budget</title></head><body><h1>1 Mål</h1><p>Vi <b>ska</b>.</p><ul><li>ett</li><li><p>två</p></li></ul><h2>1.1 Syfte</h2>lös text</body></html>",
    );
    expect(document.title).toBe("Mål & budget");
    expect(blocksOf(document)).toEqual([
      "body heading: 1 Mål",
      "body paragraph: Vi ska.",
      "body list-item: ett",
      "body list-item: två",
      "body heading: 1.1 Syfte",
      "body paragraph: lös text",
    ]);
    expect(outline(document)).toEqual(["[1] Mål · 4", "  [1.1] Syfte · 2"]);
  });

  test("white space is that of a browser and every word keeps its place", async () => {
    const document = await read(
      "<p>\n    Kvinnor\n      och   <em>män</em>\n  i f&ouml;retag &amp; skola\n</p>",
    );
    expect(document.text).toBe("Kvinnor och män i företag & skola");
    const place = (word: string) => locate(document, document.text.indexOf(word));
    expect(place("Kvinnor")).toEqual({ line: 2, column: 5 });
    expect(place("och")).toEqual({ line: 3, column: 7 });
    expect(place("män")).toEqual({ line: 3, column: 17 });
    expect(place("retag")).toEqual({ line: 4, column: 12 });
    expect(place("skola")).toEqual({ line: 4, column: 24 });
  });

  test("br is a line break, pre keeps its lines", async () => {
    expect((await read("<p>ett<br>två<br/>tre</p><pre>a\n  b</pre>")).text).toBe("ett\ntvå\ntre\na\n  b");
  });

  test("a bold line with text under it in the same paragraph is a heading", async () => {
    const long = "Verksamheten ska utvecklas under perioden i dialog med invånarna. ".repeat(4);
    const document = await read(
      `<h1>Plan</h1><p>${long}</p><p><strong>Elevernas hälsa</strong><br>${long}</p><p><b>Mål</b> <b>och medel</b><br/>\n${long}<br>${long}</p>`,
    );
    expect(outline(document)).toEqual(["Plan · 2", "  Elevernas hälsa · 2", "  Mål och medel · 2"]);
  });

  test.each([
    ["a label with a colon", "<b>Beslut:</b><br>Nämnden antar planen och skickar den vidare till styrelsen."],
    ["a name over an address", "<b>Region Västanå</b><br>Box 12<br>300 00 Västanå"],
    ["words in bold at the end of a line", "Planen <b>gäller</b><br>alla som bor och verkar i hela länet."],
    ["the second line", "Planen<br><b>Gäller</b><br>alla som bor och verkar i hela länet."],
  ])("%s is none", async (_, inside) => {
    const long = "Verksamheten ska utvecklas under perioden i dialog med invånarna. ".repeat(4);
    const document = await read(`<h1>Plan</h1><p>${long}</p><p>${inside}</p><p>${long}</p>`);
    expect(outline(document)).toEqual(["Plan · 4"]);
  });

  test("a bold paragraph can be a heading, one with other words cannot", async () => {
    const long = "Regionen ska under perioden utveckla arbetet med uppföljning så att alla får en god vård.";
    const document = await read(
      `<h1>Plan</h1><p><strong>Beslut</strong></p><p>${long}</p><p><b>Obs</b> mer</p><p>${long}</p>`,
    );
    expect(outline(document)).toEqual(["Plan · 1", "  Beslut · 4"]);
  });
});

describe("what is not running text", () => {
  test("scripts, styles, templates and hidden parts go", async () => {
    const document = await read(
      "<style>p{}</style><p>synlig</p><script>var s = '<p>dold</p>';</script><template><p>mall</p></template><noscript>utan</noscript><svg><text>bild</text></svg><p hidden>gömd</p>",
    );
    expect(document.text).toBe("synlig");
  });

  test("navigation and the header and footer of the page are furniture", async () => {
    const document = await read(
      "<header>Region Halland</header><nav><a href=#>Start</a></nav><main><header>Ingress</header><p>Text</p></main><footer>Kontakt</footer>",
    );
    expect(blocksOf(document)).toEqual([
      "body paragraph: Ingress",
      "body paragraph: Text",
      "furniture paragraph: Region Halland",
      "furniture paragraph: Start",
      "furniture paragraph: Kontakt",
    ]);
  });

  test("the title in a page header is text", async () => {
    expect(blocksOf(await read("<header><h1>Plan</h1>meny</header><p>Text</p>"))).toEqual([
      "body heading: Plan",
      "body paragraph: Text",
      "furniture paragraph: meny",
    ]);
  });

  test("a list of contents is marked as such", async () => {
    const document = await read("<div id=TOC><ul><li>Mål</li></ul></div><h1>Mål</h1><p>Text</p>");
    expect(document.blocks[0]?.layer).toBe("contents");
  });
});

describe("notes", () => {
  const text = '<h1>Mål</h1><p>Vi når målen<sup><a href="#fn1" role="doc-noteref">1</a></sup> i tid.</p>';
  const note = 'Beslut 2024. <a href="#ref1" role="doc-backlink">↩︎</a>';

  test.each([
    ["by their role", `<section role="doc-endnotes"><hr><ol><li id="fn1"><p>${note}</p></li></ol></section>`],
    ["one by one", `<aside role="doc-footnote">${note}</aside>`],
    ["by the class of a list", `<section class="footnotes"><ol><li>${note}</li></ol></section>`],
    ["by the class that Word gives", `<div id="ftn1"><p class="MsoFootnoteText">${note}</p></div>`],
    ["by their kind in a book", `<aside epub:type="footnote"><p>${note}</p></aside>`],
  ])("are a layer of their own %s, behind the text", async (_, notes) => {
    const document = await read(`${text}${notes}<p>Sist i texten.</p>`);
    expect(blocksOf(document)).toEqual([
      "body heading: Mål",
      "body paragraph: Vi når målen¹ i tid.",
      "body paragraph: Sist i texten.",
      "footnote paragraph: Beslut 2024.",
    ]);
    expect(document.sections.at(-1)?.unnamed).toEqual({ as: "footnotes" });
  });

  test("have no heading of the text over them", async () => {
    const document = await read(`${text}<div class="footnotes"><h2>Noter</h2><p>${note}</p></div>`);
    expect(outline(document).map((line) => line.replace(/ · .*/, ""))).toEqual([
      "Mål",
      "(footnotes) fotnoter",
    ]);
  });

  test("are not every aside, raised word or class with note in its name", async () => {
    const document = await read(
      '<p>Den 1<sup>a</sup> punkten<sup>, se nedan</sup>, 12 m<sup>2</sup>.</p><aside><p>En faktaruta.</p></aside><div class="footnote-free"><p>Löpande text.</p></div><p>Se <span class="footnote">not</span>.</p>',
    );
    expect(blocksOf(document)).toEqual([
      "body paragraph: Den 1a punkten, se nedan, 12 m².",
      "body paragraph: En faktaruta.",
      "body paragraph: Löpande text.",
      "body paragraph: Se not.",
    ]);
  });
});

describe("tables", () => {
  const columns = (document: Document) => document.blocks.map((block) => block.columns);

  test("rows know their headings across merged cells", async () => {
    const document = await read(
      "<table><caption>Andel</caption><thead><tr><th rowspan=2>Mål</th><th colspan=2>2024</th></tr><tr><th>Kvinnor</th><th>Män</th></tr></thead><tr><td rowspan=2>Arbete</td><td>71</td><td>79</td></tr><tr><td>72</td><td>80</td></tr></table>",
    );
    expect(document.blocks.map((block) => block.kind)).toEqual([
      "caption",
      ...Array<string>(4).fill("table-row"),
    ]);
    expect(columns(document).slice(3)).toEqual([
      ["Mål", "2024 Kvinnor", "2024 Män"],
      ["2024 Kvinnor", "2024 Män"],
    ]);
  });

  test("a table without headings has none", async () => {
    expect(
      columns(await read("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")),
    ).toEqual([[], []]);
  });

  test("blocks in a cell are lines of it", async () => {
    const document = await read("<table><tr><td><p>ett</p><p>två</p></td><td>tre</td></tr></table>");
    expect(document.text).toBe("ett\n\ntvå\ttre");
  });

  test("a table that only arranges the page is no table", async () => {
    const document = await read(
      "<table><tr><td><h1>Mål</h1><p>Text</p></td></tr></table><table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>",
    );
    expect(blocksOf(document)).toEqual([
      "body heading: Mål",
      "body paragraph: Text",
      "body table-row: a\tb",
      "body paragraph: c",
    ]);
  });
});

test("tags nested by the ten thousand do not overflow the stack", async () => {
  const document = await read(`<p>Före</p>${"<div>".repeat(30_000)}<p>djupt</p>`);
  expect(document.text).toBe("Före\ndjupt");
});

test("a page in Windows-1252 that says so is no guess", async () => {
  const bytes = Buffer.from('<meta charset="iso-8859-1"><p>Jämställdhet i företag</p>', "latin1");
  const document = expectDocument(await readHtml(bytes, defaultReadOptions));
  expect(document.text).toBe("Jämställdhet i företag");
  expect(document.notices.map((notice) => notice.code)).not.toContain("ENCODING_GUESSED");
});

test("what stands after a script of several lines keeps its line and column", async () => {
  const document = await read(
    '<p>Före</p>\n<script>\nvar a = "<p>nej</p>";\n</script> <p>efter</p><style>\n\n</style>\n <p>sist</p>',
  );
  expect(document.text).toBe("Före\nefter\nsist");
  expect(locate(document, document.text.indexOf("efter"))).toEqual({ line: 4, column: 14 });
  expect(locate(document, document.text.indexOf("sist"))).toEqual({ line: 7, column: 5 });
});

test("what a page marks as put in or taken out follows the reading of tracked changes", async () => {
  const page =
    "<h1>Mål</h1><p>Gäller <del>alla</del><ins>kvinnor och män</ins>.</p><del><p>Struket stycke.</p></del><table><tr><td>Andel</td><td><del>40</del><ins>50</ins></td></tr></table>";
  const textAs = async (changes: "accepted" | "original"): Promise<string> =>
    (await readSound(readHtml, new TextEncoder().encode(page), { changes })).text;
  expect(await textAs("accepted")).toBe("Mål\nGäller kvinnor och män.\nAndel\t50");
  expect(await textAs("original")).toBe("Mål\nGäller alla.\nStruket stycke.\nAndel\t40");
});

describe("comments that take findings out of the count", () => {
  const comment = '<!-- genomlys-ignore gap-goal\n reason="x" -->';

  test("are handed over with line and section, and are no text", async () => {
    const document = await read(
      `${comment}\n<body><script>var a = 1;</script><h1>Plan</h1>\n<p>Text ${comment} och mer.</p>\n<h2>Skola</h2>\n<div><p>Text</p>${comment}</div></body>`,
    );
    expect(document.suppressions?.map(({ location, section }) => ({ location, section }))).toEqual([
      { location: { line: 1, column: 1 }, section: null },
      { location: { line: 4, column: 9 }, section: "s1" },
      { location: { line: 7, column: 17 }, section: "s2" },
    ]);
    expect(document.text).not.toContain("gap-goal");
  });

  test("are not looked for in scripts, in escaped text or in comments of another name", async () => {
    const shown = comment.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const document = await read(
      `<h1>Plan</h1><script>${comment}</script><pre>${shown}</pre><!-- genomlys-ignore-all * --><p>Text</p>`,
    );
    expect(document).not.toHaveProperty("suppressions");
  });
});
