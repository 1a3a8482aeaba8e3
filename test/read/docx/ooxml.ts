// Word documents written by hand, element by element, for tests that need one exact case.
import { zipSync } from "fflate";
import type { Document } from "../../../src/model/document.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { expectDocument, expectSoundDocument } from "../document-contract.ts";
import { lineOf } from "../office-files.ts";

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(" ");

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A part with its root element around `content`. */
export function part(root: string, content: string): Uint8Array {
  return encode(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`);
}

export interface WordParts {
  readonly body: string;
  /** Content of w:styles. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** Relationships of the document as [id, type, target]. */
  readonly relationships?: readonly (readonly [string, string, string])[];
  /** Further parts by name. */
  readonly others?: Readonly<Record<string, Uint8Array | string>>;
}

const officeType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function relationshipsPart(relationships: readonly (readonly [string, string, string])[]): Uint8Array {
  const items = relationships.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${officeType}/${type}" Target="${target}"/>`,
  );
  return encode(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`,
  );
}

/** The bytes of a Word file. */
export function word(parts: WordParts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": encode(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": relationshipsPart([["rId1", "officeDocument", "word/document.xml"]]),
    "word/document.xml": part("document", `<w:body>${parts.body}</w:body>`),
    "word/_rels/document.xml.rels": relationshipsPart([
      ["rIdStyles", "styles", "styles.xml"],
      ["rIdNumbering", "numbering", "numbering.xml"],
      ["rIdFootnotes", "footnotes", "footnotes.xml"],
      ["rIdEndnotes", "endnotes", "endnotes.xml"],
      ...(parts.relationships ?? []),
    ]),
  };
  if (parts.styles !== undefined) files["word/styles.xml"] = part("styles", parts.styles);
  if (parts.numbering !== undefined) files["word/numbering.xml"] = part("numbering", parts.numbering);
  if (parts.footnotes !== undefined) files["word/footnotes.xml"] = part("footnotes", parts.footnotes);
  if (parts.endnotes !== undefined) files["word/endnotes.xml"] = part("endnotes", parts.endnotes);
  for (const [name, content] of Object.entries(parts.others ?? {})) {
    files[name] = typeof content === "string" ? encode(content) : content;
  }
  return zipSync(files);
}

/** A run; `properties` is the content of its w:rPr. */
export function run(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of one run; `properties` is the content of its w:pPr. */
export function p(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
}

/** A paragraph in a style. */
export function styled(style: string, text: string): string {
  return p(text, `<w:pStyle w:val="${style}"/>`);
}

/** A paragraph style; `content` is what follows its name. */
export function style(id: string, name: string, content = ""): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
}

/** A table; a cell is the XML of its content, or text. */
export function table(rows: readonly (readonly string[])[], headerRows = 0): string {
  const cell = (content: string): string =>
    `<w:tc>${content.startsWith("<w:tcPr") || content.startsWith("<w:p>") || content.startsWith("<w:tbl>") ? content : p(content)}</w:tc>`;
  return `<w:tbl>${rows
    .map(
      (cells, index) =>
        `<w:tr>${index < headerRows ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map(cell).join("")}</w:tr>`,
    )
    .join("")}</w:tbl>`;
}

/** Reads and checks what every reader promises. */
export async function read(parts: WordParts | Uint8Array): Promise<Document> {
  const bytes = parts instanceof Uint8Array ? parts : word(parts);
  const document = expectDocument(await readDocx(bytes, { ...defaultReadOptions, docxEngine: "own" }));
  expectSoundDocument(document);
  return document;
}

/** The blocks, one a line. */
export function lines(document: Document): string[] {
  return document.blocks.map((block) => lineOf(document, block));
}
