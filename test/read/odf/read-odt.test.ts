// OpenDocument texts written by hand, for single cases.
import { describe, expect, test } from "vitest";
import { defaultLimits, defaultReadOptions } from "../../../src/read/reader.ts";
import { readOdt } from "../../../src/read/odf/read-odt.ts";
import { archiveOf, lines, noticeOf, readSound } from "../office-files.ts";

const spaces =
  "office style text table draw"
    .split(" ")
    .map(
      (name) =>
        `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === "draw" ? "drawing" : name}:1.0"`,
    )
    .join(" ") + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';

const content = (body: string, styles = "", kind = "text"): string =>
  `<?xml version="1.0"?><office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;

const odt = (body: string, styles = "", others: Readonly<Record<string, string>> = {}): Uint8Array =>
  archiveOf({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": content(body, styles),
    ...others,
  });
const p = (text: string, style = "Standard"): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const read = async (body: string, styles = ""): Promise<string[]> =>
  lines(await readSound(readOdt, odt(body, styles)));

describe("headings", () => {
  test("have the level that the element says, whatever its style", async () => {
    expect(await read(`<text:h text:outline-level="3">Mål</text:h>${p("Text.")}`)).toEqual([
      "1 ### Mål",
      "2 Text.",
    ]);
  });

  test("without a level are of the first, or of their style's", async () => {
    const styles = '<style:style style:name="R" style:family="paragraph" style:default-outline-level="2"/>';
    const body = `<text:h>Ett</text:h>${p("Text.")}<text:h text:style-name="R">Två</text:h>${p("Text.")}`;
    expect(await read(body, styles)).toEqual(["1 # Ett", "2 Text.", "3 ## Två", "4 Text."]);
  });

  test("are paragraphs too whose style is made from a heading's, through several others", async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Kapitel"/>' +
      '<style:style style:name="Kapitel" style:family="paragraph" style:parent-style-name="Heading_20_2"/>';
    expect((await read(p("Ansvar", "P1") + p("Text."), styles))[0]).toBe("1 ## Ansvar");
  });

  test("are not made by a style that takes the level away, nor by a ring of styles", async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1" style:default-outline-level=""/>' +
      '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>' +
      '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>';
    expect(await read(p("Brödtext här.", "P1") + p("Mer text.", "A"), styles)).toEqual([
      "1 Brödtext här.",
      "2 Mer text.",
    ]);
  });

  test("get the number of their list, which goes on over the text between", async () => {
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>';
    const heading = (text: string): string =>
      `<text:list text:style-name="L"><text:list-item><text:h text:outline-level="1">${text}</text:h></text:list-item></text:list>`;
    expect(await read(heading("Mål") + p("Text.") + heading("Ansvar") + p("Text."), styles)).toEqual([
      "1 # 1. Mål",
      "2 Text.",
      "3 # 2. Ansvar",
      "4 Text.",
    ]);
  });
});

test("captions are known by their style, and by what it is made from", async () => {
  const common = `<office:document-styles ${spaces}><office:styles><style:style style:name="Caption" style:family="paragraph"/><style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Caption"/></office:styles></office:document-styles>`;
  const own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Figure"/>';
  const body = p("Tabell 1", "Caption") + p("Figur 1", "P1") + p("Löptext.");
  expect(lines(await readSound(readOdt, odt(body, own, { "styles.xml": common })))).toEqual([
    "1 caption Tabell 1",
    "2 caption Figur 1",
    "3 Löptext.",
  ]);
});

describe("text", () => {
  test("counts white space of the file as one space and keeps what elements stand for", async () => {
    expect(
      await read(
        p("  Ett\n   ord<text:s text:c='2'/>till <text:span>  och</text:span><text:line-break/>rad"),
      ),
    ).toEqual(["1 Ett ord  till och\nrad"]);
  });

  test("leaves out what is hidden or deleted, and keeps comments apart", async () => {
    const body =
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>Struket stycke.</text:p></text:deletion></text:changed-region></text:tracked-changes>" +
      p(
        "Kvar<office:annotation><dc:creator>Anna Berg</dc:creator><dc:date>2026-01-01</dc:date><text:p>Kommentar</text:p><text:list><text:list-item><text:p>med punkt</text:p></text:list-item></text:list></office:annotation>.",
      ) +
      '<text:section text:display="none"><text:p>Dolt avsnitt.</text:p></text:section>';
    const document = await readSound(readOdt, odt(body));
    expect(document.text).toBe("Kvar.\nKommentar\nmed punkt");
    expect(document.blocks.map(({ layer, author }) => [layer, author])).toEqual([
      ["body", undefined],
      ["comment", "Anna Berg"],
    ]);
    expect(document.notices.map(({ code }) => code)).toEqual([
      "TRACKED_CHANGES",
      "COMMENTS_APART",
      "NO_HEADINGS",
    ]);
  });

  test("in a section that is shown, and in a shape, is read", async () => {
    const body = `<text:section>${p("I avsnitt.")}</text:section>${p("Före <draw:custom-shape><text:p>I figur.</text:p></draw:custom-shape>efter.")}`;
    expect(await read(body)).toEqual(["1 I avsnitt.", "2 Före efter.", "3 I figur."]);
  });

  test("is read under other prefixes than the usual", async () => {
    const foreign = content(p("Text med äpplen.")).replace(/(<\/?|\s)text:|xmlns:text=/gu, (found) =>
      found.replace("text", "t"),
    );
    const bytes = archiveOf({ "content.xml": foreign });
    expect(lines(await readSound(readOdt, bytes))).toEqual(["1 Text med äpplen."]);
  });
});

describe("tracked changes", () => {
  const region = (id: string, change: string): string =>
    `<text:changed-region text:id="${id}">${change}</text:changed-region>`;
  const info = "<office:change-info><text:p>Kommentar till ändringen.</text:p></office:change-info>";
  const deleted = (id: string, content: string): string =>
    region(id, `<text:deletion>${info}${content}</text:deletion>`);
  const inserted = (id: string): string => region(id, `<text:insertion>${info}</text:insertion>`);
  const mark = (kind: string, id: string): string => `<text:${kind} text:change-id="${id}"/>`;
  const both = async (regions: string, body: string): Promise<{ accepted: string[]; original: string[] }> => {
    const bytes = odt(`<text:tracked-changes>${regions}</text:tracked-changes>${body}`);
    const readAs = async (changes: "accepted" | "original"): Promise<string[]> =>
      lines(await readSound(readOdt, bytes, { changes }));
    return { accepted: await readAs("accepted"), original: await readAs("original") };
  };

  test("in a paragraph: what was taken out is put back, what was put in is left out", async () => {
    const regions = deleted("d", p("alla")) + inserted("i");
    const body = p(
      `Målet gäller ${mark("change", "d")}${mark("change-start", "i")}kvinnor${mark("change-end", "i")}.`,
    );
    expect(await both(regions, body)).toEqual({
      accepted: ["1 Målet gäller kvinnor."],
      original: ["1 Målet gäller alla."],
    });
  });

  test("over ends of paragraphs: each half finds its own paragraph again, and its heading", async () => {
    const regions =
      deleted(
        "d",
        `${p(" men inte här.")}<text:h text:outline-level="2">Borta</text:h>${p("Det här ryker ")}`,
      ) + inserted("i");
    const body =
      p(`Här gäller det${mark("change", "d")}och resten.`) +
      p(`Före.${mark("change-start", "i")}`) +
      `<text:h text:outline-level="1">Ny rubrik</text:h>` +
      p(`Nytt stycke.${mark("change-end", "i")}`) +
      p("Efter.");
    expect(await both(regions, body)).toEqual({
      accepted: ["1 Här gäller detoch resten.", "2 Före.", "3 # Ny rubrik", "4 Nytt stycke.", "5 Efter."],
      original: [
        "1 Här gäller det men inte här.",
        "1 ## Borta",
        "1 Det här ryker och resten.",
        "2 Före.",
        "5 Efter.",
      ],
    });
  });

  test("from the beginning of a paragraph: what is left of it keeps its style", async () => {
    const regions = deleted("d", `${p("Struket stycke.")}<text:h text:outline-level="1"/>`) + inserted("i");
    const body =
      `<text:h text:outline-level="1">${mark("change", "d")}Mål</text:h>` +
      p(`${mark("change-start", "i")}Nytt stycke.`) +
      `<text:h text:outline-level="1">${mark("change-end", "i")}Ansvar</text:h>` +
      p("Slut.");
    expect(await both(regions, body)).toEqual({
      accepted: ["1 # Mål", "2 Nytt stycke.", "3 # Ansvar", "4 Slut."],
      original: ["1 Struket stycke.", "1 # Mål", "3 # Ansvar", "4 Slut."],
    });
  });

  test("between paragraphs, and deleted tables, take nothing else along", async () => {
    const table =
      "<table:table><table:table-row><table:table-cell><text:p>Gammal</text:p></table:table-cell><table:table-cell><text:p>rad</text:p></table:table-cell></table:table-row></table:table>";
    const regions = deleted("d", p("") + table + p("")) + inserted("i");
    const body =
      p(`Ett.${mark("change", "d")}`) +
      mark("change-start", "i") +
      p("Nytt.") +
      mark("change-end", "i") +
      p("Två.");
    expect(await both(regions, body)).toEqual({
      accepted: ["1 Ett.", "2 Nytt.", "3 Två."],
      original: ["1 Ett.", "1 row of 1 [Gammal][rad]", "3 Två."],
    });
  });
});

describe("a file that cannot be read", () => {
  const unread = async (bytes: Uint8Array, limits = defaultLimits) =>
    noticeOf(await readOdt(bytes, { ...defaultReadOptions, limits }));

  test.each([
    ["has no content", archiveOf({ "styles.xml": "<a/>" }), "NOT_A_DOCUMENT"],
    ["is a spreadsheet", archiveOf({ "content.xml": content("", "", "spreadsheet") }), "NOT_A_DOCUMENT"],
    [
      "is locked",
      odt(p("x"), "", { "META-INF/manifest.xml": "<manifest:encryption-data/>" }),
      "LOCK_UNKNOWN",
    ],
    ["breaks off", archiveOf({ "content.xml": content(p("Text.")).slice(0, -30) }), "ARCHIVE_DAMAGED"],
    [
      "brings entities along",
      archiveOf({ "content.xml": `<!DOCTYPE a [<!ENTITY b "c">]>${content(p("&b;")).slice(21)}` }),
      "ARCHIVE_DAMAGED",
    ],
    ["holds no text", odt("<text:p/>"), "NO_TEXT"],
    ["is no archive after all", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "ARCHIVE_DAMAGED"],
  ])("because it %s", async (_, bytes, code) => {
    expect((await unread(bytes)).code).toBe(code);
  });

  test("because it is too much", async () => {
    const bytes = odt(p("ord").repeat(3_000));
    expect(await unread(bytes, { ...defaultLimits, pages: 100 })).toEqual({
      code: "ARCHIVE_TOO_LARGE",
      params: { limit: 2_500, unit: "paragraphs" },
    });
    expect((await unread(bytes, { ...defaultLimits, unpackedBytes: 10_000 })).code).toBe("ARCHIVE_TOO_LARGE");
  });
});
