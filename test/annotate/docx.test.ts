// Comments in copies of Word documents: where they hang, what they say, and that nothing else is touched.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { describe, expect, onTestFinished, test } from "vitest";
import { annotateDocx } from "../../src/annotate/docx/annotate-docx.ts";
import { scanDocument } from "../../src/annotate/docx/scan-document.ts";
import { textOfParagraph } from "../../src/annotate/docx/highlight-words.ts";
import type { Annotations } from "../../src/model/annotation.ts";
import { locate } from "../../src/model/locate.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { expectDocument } from "../read/document-contract.ts";
import { p, part, run, word } from "../read/docx/ooxml.ts";
import {
  annotations,
  comment,
  copyOf,
  gap,
  highlight,
  judged,
  partsOf,
  stretch,
  withoutMarks,
  wordOptions,
} from "./support.ts";

const exec = promisify(execFile);
const fixture = (name: string): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, "../../fixtures/halland", name));

const annotate = (bytes: Uint8Array, what: Annotations, options = wordOptions) =>
  copyOf(annotateDocx(bytes, what, options));
const documentOf = (bytes: Uint8Array): string => partsOf(bytes)["word/document.xml"] ?? "";
const commentsOf = (bytes: Uint8Array): string => partsOf(bytes)["word/comments.xml"] ?? "";
/** The text between the marks of a comment, tags left out. */
function commented(bytes: Uint8Array, id: number): string {
  const found = new RegExp(
    `<w:commentRangeStart w:id="${String(id)}"/>(.*?)<w:commentRangeEnd w:id="${String(id)}"/>`,
    "s",
  );
  return (found.exec(documentOf(bytes))?.[1] ?? "(no comment)").replace(/<[^>]*>/g, "");
}

describe("a copy", () => {
  test("differs from the original by the marks of comments, and by what makes them known", async () => {
    const original = await fixture("verksamhetsplan.docx");
    const { annotations: what } = await judged(original, "verksamhetsplan.docx");
    const copy = annotate(original, what ?? annotations([]));
    const before = partsOf(original);
    const after = partsOf(copy.bytes);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "word/_rels/document.xml.rels",
      "word/comments.xml",
      "word/document.xml",
    ]);
    expect(withoutMarks(after["word/document.xml"] ?? "")).toBe(before["word/document.xml"]);
    expect(copy.comments).toBeGreaterThan(10);
    expect(commentsOf(copy.bytes).match(/<w:comment /g)).toHaveLength(copy.comments);
  });

  test("keeps the packed bytes of parts that do not change", async () => {
    const original = await fixture("verksamhetsplan.docx");
    const copy = annotate(original, annotations([comment({ paragraph: 1 }, "Verksamhetsplan")]));
    const name = Buffer.from("word/styles.xml");
    const packed = (bytes: Buffer): Buffer => {
      const at = bytes.indexOf(name) - 30;
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
      return bytes.subarray(start, start + 200);
    };
    expect(packed(Buffer.from(copy.bytes))).toEqual(packed(original));
  });

  test("is the same when it is made again, also from itself", async () => {
    const original = await fixture("verksamhetsplan.docx");
    const { annotations: what } = await judged(original, "verksamhetsplan.docx");
    const options = { ...wordOptions, highlight: true };
    const once = annotate(original, what ?? annotations([]), options);
    expect(once.highlights).toBeGreaterThan(3);
    expect(Buffer.from(annotate(original, what ?? annotations([]), options).bytes)).toEqual(
      Buffer.from(once.bytes),
    );
    const again = await judged(once.bytes, "verksamhetsplan.docx");
    const twice = annotate(once.bytes, again.annotations ?? annotations([]), options);
    expect(commentsOf(twice.bytes)).toBe(commentsOf(once.bytes));
    const thrice = annotate(twice.bytes, again.annotations ?? annotations([]), options);
    expect(documentOf(thrice.bytes)).toBe(documentOf(twice.bytes));
    expect(thrice.highlights).toBe(once.highlights);
  });
});

describe("where comments hang", () => {
  test("paragraphs are counted as the reader counts them", async () => {
    const body = [
      p("Första stycket om planen."),
      '<w:p><w:del w:id="1"><w:r><w:delText>Struket.</w:delText></w:r></w:del></w:p>',
      `<w:del w:id="2"><w:p>${run("Helt struket.")}</w:p></w:del>`,
      `<w:p><w:ins w:id="3">${run("Infört stycke.")}</w:ins></w:p>`,
      "<w:p/>",
      `<w:tbl><w:tr><w:tc>${p("Cell ett")}</w:tc><w:tc>${p("Cell två")}</w:tc></w:tr></w:tbl>`,
      `<w:p>${run("Före rutan. ")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p("I rutan.")}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p("I rutan.")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("Efter rutan.")}</w:p>`,
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p("Klicka här.")}</w:sdtContent></w:sdt>`,
      `<w:sdt><w:sdtContent>${p("I en kontroll.")}</w:sdtContent></w:sdt>`,
      '<w:p><w:pPr><w:rPr><w:ins w:id="4"/></w:rPr><w:pPrChange w:id="5"><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>Omgjort stycke.</w:t></w:r></w:p>',
      p("Sista stycket."),
    ].join("");
    const bytes = word({ body });
    const document = expectDocument(await readDocx(bytes, defaultReadOptions));
    const places = scanDocument(documentOf(bytes), "accepted");
    expect(document.blocks.length).toBeGreaterThan(7);
    for (const { start } of document.blocks.flatMap((block) => block.cells ?? [block.span])) {
      const at = locate(document, start);
      const paragraph = "paragraph" in at ? places?.paragraphs[at.paragraph - 1] : undefined;
      const words = document.text.slice(start, start + 6);
      expect(paragraph === undefined ? "" : textOfParagraph(paragraph)).toContain(words.split("\t")[0]);
    }
  });

  test("a comment stands around the whole paragraph, in cells, insertions, hyperlinks and controls too", () => {
    const body = [
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run("Mål ")}${run("och medel")}</w:p>`,
      `<w:tbl><w:tr><w:tc>${p("Cell ett")}</w:tc></w:tr></w:tbl>`,
      `<w:p><w:ins w:id="3">${run("Infört.")}</w:ins></w:p>`,
      `<w:sdt><w:sdtContent>${p("I en kontroll.")}</w:sdtContent></w:sdt>`,
    ].join("");
    const texts = ["Mål och medel", "Cell ett", "Infört.", "I en kontroll."];
    const copy = annotate(
      word({ body }),
      annotations(texts.map((text, index) => comment({ paragraph: index + 1 }, text))),
    );
    expect(texts.map((_, id) => commented(copy.bytes, id))).toEqual(texts);
    // Behind the properties of the paragraph, which must stand first.
    expect(documentOf(copy.bytes)).toContain("</w:pPr><w:commentRangeStart");
  });

  test("a comment on a text box hangs on the paragraph that the box belongs to, once", () => {
    const box = p("I rutan.");
    const body = `<w:p>${run("Före. ")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${box}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${box}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const copy = annotate(word({ body }), annotations([comment({ paragraph: 2 }, "I rutan.")]));
    expect(documentOf(copy.bytes).match(/commentRangeStart/g)).toHaveLength(1);
    expect(documentOf(copy.bytes)).toMatch(/<w:body><w:p><w:commentRangeStart/);
  });

  test("what concerns the document itself stands at its beginning", () => {
    const what = annotations(
      [{ stretches: [], entries: [{ ...gap, kind: "requirement", title: "Kravet", rule: "K-1" }] }],
      [],
      [stretch({ paragraph: 2 }, "Titeln")],
    );
    const copy = annotate(word({ body: "<w:p/>" + p("Titeln") + p("Text.") }), what);
    expect(commented(copy.bytes, 0)).toBe("Titeln");
    expect(commentsOf(copy.bytes)).toContain("Om dokumentet som helhet");
    expect(commentsOf(copy.bytes)).toContain("Krav: Kravet (K-1)");
  });

  test("a number that Word prints before a heading does not lead the comment astray", () => {
    const body = p("Mål") + p("Text om annat.");
    const copy = annotate(word({ body }), annotations([comment({ paragraph: 1 }, "3.2 Mål")]));
    expect(commented(copy.bytes, 0)).toBe("Mål");
  });
});

describe("what a comment says", () => {
  test("the question first, then why, what to do and the rule", () => {
    const copy = annotate(word({ body: p("Mål") }), annotations([comment({ paragraph: 1 }, "Mål")]));
    const texts = [...commentsOf(copy.bytes).matchAll(/<w:t [^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(texts).toEqual([
      "Vem använder verksamheten?",
      "Varför: Avsnittet handlar om människor.",
      "Förslag: Beskriv hur det ser ut.",
      "Regel: gap-people",
    ]);
    expect(commentsOf(copy.bytes)).toContain('w:author="genomlys"');
    expect(commentsOf(copy.bytes)).not.toContain("w:date");
  });

  test("a requirement at the place of a gap is named and not asked again", () => {
    const entries = [gap, { ...gap, kind: "requirement" as const, title: "Kravet", rule: "K-1" }];
    const copy = annotate(
      word({ body: p("Mål") }),
      annotations([{ stretches: [stretch({ paragraph: 1 }, "Mål")], entries }]),
    );
    expect(commentsOf(copy.bytes).match(/Vem använder/g)).toHaveLength(1);
    expect(commentsOf(copy.bytes)).toContain("kravet ”Kravet” (K-1)");
  });

  test("signs of XML in a heading cannot break the file", () => {
    const entry = { ...gap, question: 'Vad är <w:p> & "annat"\u0000?' };
    const copy = annotate(word({ body: p("Mål") }), annotations([comment({ paragraph: 1 }, "Mål", entry)]));
    expect(commentsOf(copy.bytes)).toContain('Vad är &lt;w:p&gt; &amp; "annat"?');
  });
});

const otherComment =
  '<w:comment w:id="7" w:author="Anna"><w:p><w:r><w:t>Min fråga</w:t></w:r></w:p></w:comment>';
const relationships = [["rId9", "comments", "comments.xml"]] as const;

describe("comments that are there already", () => {
  const body =
    '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Mål</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>';

  test("others' stay as they are, and ours get numbers of their own", () => {
    const original = word({
      body,
      relationships,
      others: { "word/comments.xml": part("comments", otherComment) },
    });
    const copy = annotate(original, annotations([comment({ paragraph: 1 }, "Mål")]));
    expect(commentsOf(copy.bytes)).toContain(otherComment);
    expect(commentsOf(copy.bytes)).toContain('<w:comment w:id="8" w:author="genomlys"');
    const again = annotate(copy.bytes, annotations([]));
    expect(commentsOf(again.bytes)).toBe(commentsOf(original));
    expect(documentOf(again.bytes)).toBe(documentOf(original));
  });

  test("a part without comments is filled, also when it is one empty element", () => {
    const empty = part("comments", "").toString();
    const selfClosing = new TextDecoder().decode(part("comments", "")).replace(/><\/w:comments>$/, "/>");
    expect(empty).not.toBe(selfClosing);
    const original = word({ body: p("Mål"), relationships, others: { "word/comments.xml": selfClosing } });
    const copy = annotate(original, annotations([comment({ paragraph: 1 }, "Mål")]));
    expect(commentsOf(copy.bytes)).toMatch(/<w:comment w:id="0".*<\/w:comments>$/s);
  });

  const extended = (entries: string): string =>
    `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${entries}</w15:commentsEx>`;
  /** A comment of ours as Word has saved it, with an id for the parts beside it. */
  function savedByWord(entries: string): Uint8Array {
    const copy = annotate(word({ body: p("Mål") }), annotations([comment({ paragraph: 1 }, "Mål")]));
    const parts = partsOf(copy.bytes);
    const comments = (parts["word/comments.xml"] ?? "")
      .replace(
        "<w:comments ",
        '<w:comments xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ',
      )
      .replace(/<w:p>(?!.*<w:p>)/s, '<w:p w14:paraId="0A0B0C0D">');
    return word({
      body: /<w:body>(.*)<\/w:body>/s.exec(parts["word/document.xml"] ?? "")?.[1] ?? "",
      relationships: [...relationships, ["rId10", "commentsExtended", "commentsExtended.xml"]],
      others: { "word/comments.xml": comments, "word/commentsExtended.xml": extended(entries) },
    });
  }

  test("one of ours that somebody has answered is kept, and not written a second time", () => {
    const saved = savedByWord(
      '<w15:commentEx w15:paraId="0A0B0C0D" w15:done="0"/><w15:commentEx w15:paraId="11111111" w15:paraIdParent="0A0B0C0D" w15:done="0"/>',
    );
    const copy = annotate(saved, annotations([comment({ paragraph: 1 }, "Mål")]));
    expect(copy).toMatchObject({ comments: 0, kept: 1 });
    expect(commentsOf(copy.bytes)).toBe(commentsOf(saved));
    expect(documentOf(copy.bytes)).toBe(documentOf(saved));
  });

  test("one that is marked as done is kept when its gap is gone", () => {
    const copy = annotate(
      savedByWord('<w15:commentEx w15:paraId="0A0B0C0D" w15:done="1"/>'),
      annotations([]),
    );
    expect(copy.kept).toBe(1);
  });

  test("what other parts say of one of ours goes with it", () => {
    const copy = annotate(
      savedByWord(
        '<w15:commentEx w15:paraId="0A0B0C0D" w15:done="0"/><w15:commentEx w15:paraId="22222222" w15:done="0"/>',
      ),
      annotations([]),
    );
    expect(copy.kept).toBe(0);
    expect(partsOf(copy.bytes)["word/commentsExtended.xml"]).toBe(
      extended('<w15:commentEx w15:paraId="22222222" w15:done="0"/>'),
    );
    expect(commentsOf(copy.bytes)).not.toContain("genomlys");
  });
});

describe("highlights", () => {
  const options = { ...wordOptions, highlight: true };
  /** The text of the runs that are highlighted. */
  const highlighted = (bytes: Uint8Array): string[] =>
    [
      ...documentOf(bytes).matchAll(
        /<w:r(?: [^>]*)?><w:rPr>(?:(?!<\/w:rPr>).)*<w:highlight w:val="yellow"\/>.*?<\/w:r>/gs,
      ),
    ].map(([found]) => found.replace(/<[^>]*>/g, ""));
  const textOf = (bytes: Uint8Array): string => documentOf(bytes).replace(/<[^>]*>/g, "");

  test("stand at the very words, over runs that split them, and lose no letter", () => {
    const original = word({
      body: `<w:p>${run("Fler kvin")}${run("nor &amp; män", "<w:b/><w:u/>")}${run(" söker.")}</w:p>`,
    });
    const copy = annotate(
      original,
      annotations([], [highlight({ paragraph: 1 }, "kvinnor & män", "Fler ", " söker.")]),
      options,
    );
    expect(highlighted(copy.bytes)).toEqual(["kvin", "nor &amp; män"]);
    expect(textOf(copy.bytes)).toBe(textOf(original));
    // In the order that the format demands: behind bold, before underline.
    expect(documentOf(copy.bytes)).toContain('<w:b/><w:highlight w:val="yellow"/><w:u/>');
    expect(copy.highlights).toBe(1);
  });

  test("of the same words on one line the ones that are evidence", () => {
    const copy = annotate(
      word({ body: p("Alla kvinnor och unga kvinnor.") }),
      annotations([], [highlight({ paragraph: 1 }, "kvinnor", "Alla kvinnor och unga ", ".")]),
      options,
    );
    expect(documentOf(copy.bytes)).toMatch(/unga <\/w:t><\/w:r><w:bookmarkStart/);
    expect(highlighted(copy.bytes)).toEqual(["kvinnor"]);
  });

  test("somebody else's highlight is left", () => {
    const original = word({ body: `<w:p>${run("kvinnor", '<w:highlight w:val="cyan"/>')}</w:p>` });
    const copy = annotate(original, annotations([], [highlight({ paragraph: 1 }, "kvinnor")]), options);
    expect(documentOf(copy.bytes)).toBe(documentOf(original));
    const again = annotate(copy.bytes, annotations([]), options);
    expect(documentOf(again.bytes)).toBe(documentOf(original));
  });

  test("are not put in unless asked for, and go away in the next run", () => {
    const original = word({ body: `<w:p><w:r><w:t>Fler kvinnor söker.</w:t></w:r></w:p>` });
    const what = annotations([], [highlight({ paragraph: 1 }, "kvinnor")]);
    expect(documentOf(annotate(original, what).bytes)).toBe(documentOf(original));
    const marked = annotate(original, what, options);
    const again = annotate(marked.bytes, annotations([]), wordOptions);
    expect(documentOf(again.bytes)).not.toMatch(/highlight|bookmark/);
    expect(textOf(again.bytes)).toBe(textOf(original));
    // The spaces at the cuts still count.
    expect(documentOf(again.bytes)).toContain('<w:t xml:space="preserve">Fler </w:t>');
  });
});

describe("footnotes and endnotes", () => {
  const options = { ...wordOptions, highlight: true };
  const mark = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${String(id)}"/></w:r>`;
  const original = word({
    body: [
      p("Inledning"),
      `<w:p>${run("Fler kvinnor söker vård.")}${mark("footnote", 4)}${mark("endnote", 4)}</w:p>`,
    ].join(""),
    footnotes: `<w:footnote w:id="-1" w:type="separator">${p("Fler kvinnor")}</w:footnote><w:footnote w:id="4"><w:p>${run("Av dem är 60 procent kvinnor.")}</w:p></w:footnote>`,
    endnotes: `<w:endnote w:id="4">${p("Frågan berör inte kvinnor.")}</w:endnote>`,
  });
  const marked = (bytes: Uint8Array, name: string): string =>
    /<w:highlight w:val="yellow"\/><\/w:rPr><w:t[^>]*>([^<]*)/.exec(
      partsOf(bytes)[`word/${name}.xml`] ?? "",
    )?.[1] ?? "(none)";

  test("words that are evidence in a note are highlighted in the note, and only there", () => {
    const what = annotations([], [highlight({ paragraph: 2 }, "60 procent kvinnor", "Av dem är ", ".")]);
    const copy = annotate(original, what, options);
    expect(copy.highlights).toBe(1);
    expect(marked(copy.bytes, "footnotes")).toBe("60 procent kvinnor");
    expect(documentOf(copy.bytes)).toBe(documentOf(original));
    expect(partsOf(copy.bytes)["word/endnotes.xml"]).toBe(partsOf(original)["word/endnotes.xml"]);
  });

  test("of words in the text and in its notes those are marked whose surroundings fit", () => {
    const inText = highlight({ paragraph: 2 }, "kvinnor", "Fler ", " söker vård.");
    const inEndnote = highlight({ paragraph: 2 }, "kvinnor", "Frågan berör inte ", ".");
    const copy = annotate(original, annotations([], [inText, inEndnote]), options);
    expect(marked(copy.bytes, "document")).toBe("kvinnor");
    expect(marked(copy.bytes, "endnotes")).toBe("kvinnor");
    expect(partsOf(copy.bytes)["word/footnotes.xml"]).toBe(partsOf(original)["word/footnotes.xml"]);
    // Numbers of bookmarks are those of one in the whole file.
    const numbers = ["document", "endnotes"].map(
      (name) => /<w:bookmarkStart w:id="(\d+)"/.exec(partsOf(copy.bytes)[`word/${name}.xml`] ?? "")?.[1],
    );
    expect(new Set(numbers).size).toBe(2);
  });

  test("highlights in notes go away in the next run", () => {
    const what = annotations([], [highlight({ paragraph: 2 }, "60 procent kvinnor", "Av dem är ", ".")]);
    const again = annotate(annotate(original, what, options).bytes, annotations([]), wordOptions);
    const notes = partsOf(again.bytes)["word/footnotes.xml"] ?? "";
    expect(notes).not.toMatch(/highlight|bookmark/);
    expect(notes.replace(/<[^>]*>/g, "")).toBe(
      (partsOf(original)["word/footnotes.xml"] ?? "").replace(/<[^>]*>/g, ""),
    );
  });

  test("a comment on a note hangs on its mark in the text, and says that it is about the note", () => {
    const copy = annotate(original, annotations([comment({ paragraph: 2 }, "Frågan berör inte kvinnor.")]));
    expect(documentOf(copy.bytes)).toContain(
      `${mark("footnote", 4)}<w:commentRangeStart w:id="0"/>${mark("endnote", 4)}<w:commentRangeEnd w:id="0"/>`,
    );
    expect(commentsOf(copy.bytes)).toContain("Kommentaren gäller texten i noten.");
    expect(withoutMarks(documentOf(copy.bytes))).toBe(documentOf(original));
    expect(partsOf(copy.bytes)["word/endnotes.xml"]).toBe(partsOf(original)["word/endnotes.xml"]);
    expect(documentOf(annotate(copy.bytes, annotations([])).bytes)).toBe(documentOf(original));
  });

  test("a comment on the paragraph does not speak of its notes", () => {
    const copy = annotate(original, annotations([comment({ paragraph: 2 }, "Fler kvinnor söker vård.")]));
    expect(commentsOf(copy.bytes)).not.toContain("noten");
    expect(commented(copy.bytes, 0)).toContain("Fler kvinnor");
  });

  test("a part of notes that is broken is left as it is", () => {
    const broken = word({ body: p("Fler kvinnor."), footnotes: "<w:footnote>" });
    const copy = annotate(broken, annotations([], [highlight({ paragraph: 1 }, "kvinnor")]), options);
    expect(copy.highlights).toBe(1);
    expect(partsOf(copy.bytes)["word/footnotes.xml"]).toBe(partsOf(broken)["word/footnotes.xml"]);
  });

  test("the reader places a note where these tests place it", async () => {
    const read = expectDocument(await readDocx(original, defaultReadOptions));
    const notes = read.blocks.filter(({ layer }) => layer === "footnote");
    expect(notes.map(({ span }) => locate(read, span.start))).toEqual([{ paragraph: 2 }, { paragraph: 2 }]);
  });
});

describe("files out of the ordinary", () => {
  const one = annotations([comment({ paragraph: 1 }, "Mål")]);

  test("the strict variant of the format gets comments in its own namespace", () => {
    const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const xml = `<w:document xmlns:w="${strict}"><w:body><w:p><w:r><w:t>Mål</w:t></w:r></w:p></w:body></w:document>`;
    const copy = annotate(word({ body: "", others: { "word/document.xml": xml } }), one);
    expect(commentsOf(copy.bytes)).toContain(`xmlns:w="${strict}"`);
    expect(partsOf(copy.bytes)["word/_rels/document.xml.rels"]).toContain(
      'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"',
    );
    expect(commented(copy.bytes, 0)).toBe("Mål");
  });

  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  test("other prefixes than the usual are taken over", () => {
    const xml = `<ns0:document xmlns:ns0="${main}"><ns0:body><ns0:p><ns0:r><ns0:t>Mål</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`;
    const copy = annotate(word({ body: "", others: { "word/document.xml": xml } }), one);
    expect(documentOf(copy.bytes)).toContain('<ns0:commentRangeStart ns0:id="0"/><ns0:r><ns0:t>Mål');
  });

  test("elements without a prefix get marks that bring their own", () => {
    const xml = `<document xmlns="${main}"><body><p><r><t>Mål</t></r></p></body></document>`;
    const copy = annotate(word({ body: "", others: { "word/document.xml": xml } }), one);
    expect(documentOf(copy.bytes)).toContain(`<p><w:commentRangeStart xmlns:w="${main}" w:id="0"/><r>`);
  });

  test("a part in UTF-16 stays in UTF-16", () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="${main}"><w:body><w:p><w:r><w:t>Mål</w:t></w:r></w:p></w:body></w:document>`;
    const utf16 = Buffer.from(xml, "utf16le");
    const copy = annotate(word({ body: "", others: { "word/document.xml": utf16 } }), one);
    const after = Buffer.from(unzipSync(copy.bytes)["word/document.xml"] ?? []).toString("utf16le");
    expect(withoutMarks(after)).toBe(xml);
    expect(after).toContain("commentRangeStart");
  });

  test("a signed file says that the signature does not hold for the copy", () => {
    const signed = word({ body: p("Mål"), others: { "_xmlsignatures/sig1.xml": "<Signature/>" } });
    expect(annotate(signed, one).signed).toBe(true);
    expect(annotate(word({ body: p("Mål") }), one).signed).toBe(false);
  });

  test.each([
    ["a locked file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "locked"],
    ["no archive", new TextEncoder().encode("PK"), "damaged"],
    ["broken XML", word({ body: "<w:p>" }), "damaged"],
    [
      "comments that are broken",
      word({ body: p("Mål"), relationships, others: { "word/comments.xml": "<w:comments" } }),
      "damaged",
    ],
  ])("%s is refused", (_, bytes, reason) => {
    expect(annotateDocx(bytes, one, wordOptions)).toEqual({ kind: "refused", reason });
  });
});

const office = await exec("soffice", ["--version"]).then(
  () => true,
  () => false,
);
if (!office) console.warn("not tried: LibreOffice is not installed");

describe("in other programs", () => {
  test.skipIf(!office)(
    "LibreOffice opens the copy and finds every comment",
    async () => {
      const original = await fixture("verksamhetsplan.docx");
      const { annotations: what } = await judged(original, "verksamhetsplan.docx");
      const copy = annotate(original, what ?? annotations([]), { ...wordOptions, highlight: true });
      const folder = await mkdtemp(path.join(tmpdir(), "genomlys-"));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      await writeFile(path.join(folder, "kopia.docx"), copy.bytes);
      await exec("soffice", [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        folder,
        path.join(folder, "kopia.docx"),
      ]);
      const content = partsOf(await readFile(path.join(folder, "kopia.odt")))["content.xml"] ?? "";
      expect(content.match(/<office:annotation /g)).toHaveLength(copy.comments);
      expect(content.match(/<dc:creator>genomlys<\/dc:creator>/g)).toHaveLength(copy.comments);
    },
    120_000,
  );
});
