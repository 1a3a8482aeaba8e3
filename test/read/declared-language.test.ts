// The language that a file says its text is in, format by format. It counts where the text shows no trace of Swedish;
// so the text here is in a language that is not known by its words.
import { expect, test } from "vitest";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { p, part, style, word } from "./docx/ooxml.ts";
import { expectDocument } from "./document-contract.ts";
import { archiveOf } from "./office-files.ts";
import { column, makePdf } from "./pdf/make-pdf.ts";

const sentence = "Degmadu waxay qabanaysaa shaqo badan si ay dadku u helaan adeegyo wanaagsan sannad kasta";
const lines = Array.from({ length: 6 }, () => sentence);
const text = lines.join(". ");
const bytes = (source: string): Uint8Array => new TextEncoder().encode(source);

const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relationship = (type: string, target: string): string =>
  `<Relationships><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`;
const presentation = (lang: string): Uint8Array =>
  archiveOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relationship("officeDocument", "ppt/presentation.xml"),
    "ppt/presentation.xml": `<p:presentation ${spaces}><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relationship("slide", "slides/slide1.xml"),
    "ppt/slides/slide1.xml": `<p:sld ${spaces}><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r>${lang}<a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
  });
const odf = (defaults: string): Uint8Array =>
  bytes(
    `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>${defaults}</office:styles><office:body><office:text><text:p>${text}</text:p></office:text></office:body></office:document>`,
  );
const language = (lang: string): string => `<w:rPr><w:lang w:val="${lang}" w:bidi="ar-SA"/></w:rPr>`;
const docx = (styles: string): Uint8Array => word({ body: p(text), styles });

/** Each format with the language said, and without. */
const files: Readonly<Record<string, readonly [said: Uint8Array, unsaid: Uint8Array]>> = {
  pdf: [makePdf([column(lines, 60, 700)], { language: "so-SO" }), makePdf([column(lines, 60, 700)])],
  docx: [
    docx(`<w:docDefaults><w:rPrDefault>${language("so-SO")}</w:rPrDefault></w:docDefaults>`),
    docx(style("Rubrik1", "heading 1")),
  ],
  "docx, in its default style": [
    docx(
      `<w:docDefaults><w:rPrDefault>${language("en-US")}</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>${language("so-SO")}</w:style><w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/>${language("fr-FR")}</w:style>`,
    ),
    docx(
      `<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/>${language("fr-FR")}</w:style>`,
    ),
  ],
  odt: [
    odf(
      '<style:default-style style:family="graphic"><style:text-properties fo:language="en"/></style:default-style><style:default-style style:family="paragraph"><style:text-properties fo:language="so" fo:country="SO"/></style:default-style>',
    ),
    odf(
      '<style:style style:name="T1" style:family="text"><style:text-properties fo:language="en"/></style:style>',
    ),
  ],
  rtf: [bytes(`{\\rtf1\\ansi\\deflang1143 ${text}\\par}`), bytes(`{\\rtf1\\ansi ${text}\\par}`)],
  pptx: [presentation('<a:rPr lang="so-SO"/>'), presentation("")],
  html: [bytes(`<html lang="so"><p>${text}</p></html>`), bytes(`<p lang="so">${text}</p>`)],
  md: [bytes(`---\nlang: so-SO\n---\n\n${text}\n`), bytes(`---\ntitle: lang\n---\n\n${text}\n`)],
};

test.each(Object.entries(files))("%s", async (name, [said, unsaid]) => {
  const read = async (file: Uint8Array): Promise<string | null> =>
    expectDocument(await readDocument(file, name === "md" ? "a.md" : "a", defaultReadOptions)).language;
  expect(await read(said)).toBe("so");
  expect(await read(unsaid)).toBeNull();
});

test("a part that is not there says no language", async () => {
  const bare = archiveOf({
    "word/document.xml": new TextDecoder().decode(part("document", `<w:body>${p(text)}</w:body>`)),
    "[Content_Types].xml": "<Types/>",
  });
  expect(expectDocument(await readDocument(bare, "a", defaultReadOptions)).language).toBeNull();
});
