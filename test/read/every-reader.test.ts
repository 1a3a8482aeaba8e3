// What every reader promises, held against files of every format: one list, so that a new format cannot be forgotten.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { formats, type Document, type Format } from "../../src/model/document.ts";
import { locate } from "../../src/model/locate.ts";
import type { Location } from "../../src/model/location.ts";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { expectDocument, expectQuotesBack, expectSoundDocument } from "./document-contract.ts";
import { archiveOf } from "./office-files.ts";
import { expectWordsAtPlace, sourceOf, type SourceAt } from "./source-places.ts";

const table = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const text =
  "1. Mål\n\nAlla barn ska nå målen.\n\n- en punkt\n- en till\n\n2. Uppföljning\n\nResultat redovisas varje år.\n";

const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const shape = (placeholder: string, line: string): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${line}</a:t></a:r></a:p></p:txBody></p:sp>`;
const relationship = (type: string, target: string): string =>
  `<Relationships><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`;
const presentation = archiveOf({
  "[Content_Types].xml": "<Types/>",
  "_rels/.rels": relationship("officeDocument", "ppt/presentation.xml"),
  "ppt/presentation.xml": `<p:presentation ${spaces}><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>`,
  "ppt/_rels/presentation.xml.rels": relationship("slide", "slides/slide1.xml"),
  "ppt/slides/slide1.xml": `<p:sld ${spaces}><p:cSld><p:spTree>${shape('<p:ph type="title"/>', "Mål")}${shape("", "Alla barn ska nå målen.")}</p:spTree></p:cSld></p:sld>`,
});

/** One file of each format at least, from the program that writes it or as an editor would. */
const samples: Readonly<Record<Format, readonly (string | Uint8Array)[]>> = {
  pdf: ["pdf/files/plan.pdf", "pdf/files/plan-bookmarks.pdf"],
  docx: ["docx/files/plan.docx", "word-processor/files/riktlinje.docx", "word-processor/files/rubriker.docx"],
  odt: [
    "word-processor/files/plan.odt",
    "word-processor/files/riktlinje.fodt",
    "word-processor/files/rubriker.odt",
  ],
  rtf: ["word-processor/files/plan.rtf"],
  doc: ["word-processor/files/plan.doc"],
  pptx: [presentation],
  xlsx: ["xlsx/files/nyckeltal.xlsx"],
  ods: ["xlsx/files/nyckeltal.ods"],
  html: [
    new TextEncoder().encode(
      `<title>Plan</title><h1>Mål</h1><p>Alla å\u0308 <b>barn</b></p><ul><li>en punkt</ul>${table([
        ["Mål", "Ansvar"],
        ["Ett", "Två"],
      ])}`,
    ),
    new TextEncoder().encode(
      '<title>Plan</title><h1>Mål</h1><ul><li>en punkt</ul><table><caption>Elever</caption><tr><th>År</th><th>Antal</th></tr><tr><td>2025</td><td>12</td></tr></table><aside role="doc-footnote">En not.</aside>',
    ),
  ],
  md: [
    new TextEncoder().encode(
      "# Mål\n\nAlla *barn*.[^1]\n\n- en punkt\n\n| Mål | Ansvar |\n| --- | --- |\n| Ett | Två |\n\n[^1]: En not.\n",
    ),
  ],
  txt: [
    new TextEncoder().encode(text),
    new TextEncoder().encode(
      "Plan för skolan\n\nÅr     Män       Kvinnor\n2025   37 500    37 000\n2024   36 500    35 600\n",
    ),
  ],
};

const bytesOf = (sample: string | Uint8Array): Uint8Array =>
  typeof sample === "string" ? new Uint8Array(readFileSync(new URL(sample, import.meta.url))) : sample;
const read = async (bytes: Uint8Array, format: Format): Promise<Document> =>
  expectDocument(await readDocument(bytes, format === "md" ? "plan.md" : "plan", defaultReadOptions));

/** The place that each format gives. */
const placeOf: Readonly<Record<Format, string>> = {
  pdf: "page",
  docx: "paragraph",
  odt: "paragraph",
  rtf: "paragraph",
  doc: "paragraph",
  pptx: "slide",
  xlsx: "sheet",
  ods: "sheet",
  html: "line",
  md: "line",
  txt: "line",
};

describe.each(formats)("the reader of %s", (format) => {
  test.each(samples[format].map((sample, index) => [index + 1, sample] as const))(
    "keeps its promises on sample %i",
    async (_, sample) => {
      const bytes = bytesOf(sample);
      const before = bytes.slice();
      const document = await read(bytes, format);
      expect(document.format).toBe(format);
      expectSoundDocument(document);
      for (const block of document.blocks)
        expect(locate(document, block.span.start)).toHaveProperty(placeOf[format]);
      if (placeOf[format] === "line") expectQuotesBack(document, new TextDecoder().decode(bytes));
      expect(bytes, "leaves the bytes as they were").toEqual(before);
      // Same bytes, same document; also after another one has been read.
      await read(bytesOf(samples.md[0] ?? ""), "md");
      expect(JSON.stringify(await read(bytes, format))).toBe(JSON.stringify(document));
    },
  );

  test("finds a heading and something under it", async () => {
    const document = await read(bytesOf(samples[format][0] ?? ""), format);
    expect(document.blocks.some(({ kind }) => kind === "heading")).toBe(true);
    expect(document.sections.some(({ headingSpan }) => headingSpan !== null)).toBe(true);
    expect(document.reading.share).toBe(1);
  });
});

/** What to hold the places of a sample against: the file itself, the same text in a format that is easier to count in, or another engine. */
async function sourcesOf(format: Format): Promise<readonly (readonly [string | Uint8Array, SourceAt])[]> {
  switch (format) {
    case "html":
    case "md":
    case "txt":
      // Held to line and column above.
      return [];
    case "rtf":
    case "doc":
      return samples[format].map((sample) => [sample, sourceOf("docx", bytesOf("docx/files/plan.docx"))]);
    case "pdf":
      return Promise.all(
        samples.pdf.slice(0, 1).map(async (sample) => {
          const options = { ...defaultReadOptions, pdfEngine: "pdf-parse" } as const;
          const other = expectDocument(await readDocument(bytesOf(sample), "plan", options));
          const pages = new Map<number, string>();
          for (const [index, { offset, location }] of other.anchors.entries())
            if ("page" in location)
              pages.set(
                location.page,
                (pages.get(location.page) ?? "") + other.text.slice(offset, other.anchors[index + 1]?.offset),
              );
          return [
            sample,
            (place: Location) => ("page" in place ? (pages.get(place.page) ?? "") : ""),
          ] as const;
        }),
      );
    default:
      return samples[format].map((sample) => [sample, sourceOf(format, bytesOf(sample))]);
  }
}

test.each(formats)("places of %s quote back the same words", async (format) => {
  for (const [sample, sourceAt] of await sourcesOf(format))
    expectWordsAtPlace(await read(bytesOf(sample), format), sourceAt);
});

test.each(["docx", "xlsx", "pptx"] as const)(
  "the strict variant of %s is the same document",
  async (format) => {
    const [sample] = samples[format];
    const bytes = bytesOf(sample ?? "");
    const strict = Object.entries(unzipSync(bytes)).map(([name, content]): [string, string | Uint8Array] => [
      name,
      /\.(?:xml|rels)$/u.test(name)
        ? strFromU8(content).replace(
            /http:\/\/schemas\.openxmlformats\.org\/(\w+)\/2006\/(main|relationships)/gu,
            "http://purl.oclc.org/ooxml/$1/$2",
          )
        : content,
    ]);
    const document = await read(archiveOf(Object.fromEntries(strict)), format);
    expect(document.blocks).toEqual((await read(bytes, format)).blocks);
  },
);

/**
 * What docs/formats.md says comes of each format ("What comes of each format"). Headings all have; captions of word processors
 * and of workbooks, and all but the title of presentations, are shown by the tests of their readers.
 */
const promised: Readonly<Record<Format, readonly string[]>> = {
  pdf: ["caption", "columns", "list", "note", "title"],
  docx: ["columns", "list", "note", "title"],
  odt: ["columns", "list", "note", "title"],
  rtf: ["columns", "list", "note", "title"],
  doc: ["columns", "list", "note", "title"],
  pptx: ["title"],
  xlsx: ["columns", "title"],
  ods: ["columns", "title"],
  html: ["caption", "columns", "list", "note", "title"],
  md: ["columns", "list", "note", "title"],
  txt: ["columns", "list", "title"],
};

test.each(formats)("what the page on formats promises comes of %s", async (format) => {
  const found = new Set<string>();
  for (const sample of samples[format]) {
    const { blocks, title } = await read(bytesOf(sample), format);
    if (title !== null) found.add("title");
    for (const { kind, layer, columns = [] } of blocks) {
      if (kind === "list-item") found.add("list");
      if (kind === "caption") found.add("caption");
      if (columns.length > 0) found.add("columns");
      if (layer === "footnote") found.add("note");
    }
  }
  expect([...found].sort()).toEqual(promised[format]);
});

describe.each([
  ["mammoth", { docxEngine: "mammoth" }, "docx"],
  ["pdf-parse", { pdfEngine: "pdf-parse" }, "pdf"],
] as const)("the second engine %s", (_, engine, format) => {
  test("keeps the promises of all readers", async () => {
    for (const sample of samples[format]) {
      const options = { ...defaultReadOptions, ...engine };
      const document = expectDocument(await readDocument(bytesOf(sample), "plan", options));
      expectSoundDocument(document);
      for (const block of document.blocks)
        expect(locate(document, block.span.start)).toHaveProperty(placeOf[format]);
      const again = await readDocument(bytesOf(sample), "plan", options);
      expect(JSON.stringify(again)).toBe(JSON.stringify(document));
    }
  });
});
