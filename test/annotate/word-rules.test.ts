// Copies break none of the rules that Word knows, whatever is in the original.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { annotateDocx } from "../../src/annotate/docx/annotate-docx.ts";
import { p, part, run, table, word } from "../read/docx/ooxml.ts";
import { annotations, comment, copyOf, highlight, judged, partsOf, wordOptions } from "./support.ts";
import { wordProblems } from "./word-rules.ts";

const options = { ...wordOptions, highlight: true };

describe("Word has nothing to repair", () => {
  test.each(["verksamhetsplan.docx", "halso-och-sjukvardsstrategi.docx"])(
    "in a copy of %s, nor in a copy of that copy",
    async (name) => {
      const original = await readFile(path.join(import.meta.dirname, "../../fixtures/halland", name));
      expect(wordProblems(original)).toEqual([]);
      const { annotations: what } = await judged(original, name);
      const once = copyOf(annotateDocx(original, what ?? annotations([]), options));
      expect(once.comments).toBeGreaterThan(3);
      expect(once.highlights).toBeGreaterThan(0);
      expect(wordProblems(once.bytes)).toEqual([]);
      const again = copyOf(annotateDocx(once.bytes, what ?? annotations([]), options));
      expect(wordProblems(again.bytes)).toEqual([]);
    },
  );

  test("where comments and highlights stand in cells, links, changes, controls, boxes and notes", () => {
    const other = '<w:comment w:id="3" w:author="Anna"><w:p><w:r><w:t>Fråga</w:t></w:r></w:p></w:comment>';
    const body = [
      `<w:p><w:commentRangeStart w:id="3"/><w:bookmarkStart w:id="5" w:name="Mål"/>${run("Kvinnor och män", "<w:b/><w:sz w:val='24'/><w:u/>")}<w:bookmarkEnd w:id="5"/><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>`,
      table([["Kvinnor", "Män"]]),
      `<w:p><w:hyperlink w:anchor="x">${run("kvinnor")}</w:hyperlink><w:ins w:id="9" w:author="A">${run(" och kvinnor")}</w:ins></w:p>`,
      `<w:sdt><w:sdtContent>${p("Kvinnor i en kontroll")}</w:sdtContent></w:sdt>`,
      `<w:p>${run("Före")}<w:r><w:pict><w:txbxContent>${p("Kvinnor i en ruta")}</w:txbxContent></w:pict></w:r></w:p>`,
      `<w:p>${run("Se noten")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      "<w:p/>",
    ].join("");
    const original = word({
      body,
      footnotes: `<w:footnote w:id="2">${p("Kvinnor i en not.")}</w:footnote>`,
      relationships: [["rId9", "comments", "comments.xml"]],
      others: { "word/comments.xml": part("comments", other) },
    });
    const typed = withTypes(original);
    expect(wordProblems(typed)).toEqual([]);
    const at = (paragraph: number, text: string) => comment({ paragraph }, text);
    const copy = copyOf(
      annotateDocx(
        typed,
        annotations(
          [
            at(1, "Kvinnor och män"),
            at(2, "Kvinnor"),
            at(3, "Män"),
            at(4, "kvinnor"),
            at(5, "Kvinnor i en kontroll"),
            at(7, "Kvinnor i en ruta"),
            at(8, "Kvinnor i en not."),
            at(9, ""),
          ],
          [
            highlight({ paragraph: 1 }, "Kvinnor"),
            highlight({ paragraph: 2 }, "Kvinnor"),
            highlight({ paragraph: 4 }, "kvinnor", "och "),
            highlight({ paragraph: 5 }, "Kvinnor"),
            highlight({ paragraph: 7 }, "Kvinnor"),
            highlight({ paragraph: 8 }, "Kvinnor"),
          ],
        ),
        options,
      ),
    );
    expect(copy).toMatchObject({ comments: 8, highlights: 6 });
    expect(wordProblems(copy.bytes)).toEqual([]);
  });
});

describe("the rules themselves", () => {
  const good = withTypes(
    word({
      body: `<w:p><w:commentRangeStart w:id="0"/>${run("Mål", "<w:b/><w:highlight w:val='yellow'/>")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      relationships: [["rId9", "comments", "comments.xml"]],
      others: {
        "word/comments.xml": part("comments", '<w:comment w:id="0" w:author="genomlys"><w:p/></w:comment>'),
      },
    }),
  );
  test.each([
    ["word/document.xml", /<w:commentRangeEnd[^>]*>/, "", "comment 0: RangeStart Reference"],
    ["word/document.xml", /<w:commentReference[^>]*>/, "", "comment 0: RangeStart RangeEnd"],
    ["word/document.xml", 'Start w:id="0"', 'Start w:id="1"', "marks of a comment 1 that is not there"],
    ["word/document.xml", /(<w:b\/>)(<w:highlight[^>]*>)/, "$2$1", "order in rPr"],
    ["word/document.xml", /(<w:rPr>.*<\/w:rPr>)(<w:t .*<\/w:t>)/, "$2$1", "properties of r are not first"],
    ["word/comments.xml", ' w:author="genomlys"', "", "author"],
    ["word/comments.xml", "<w:p/>", "", "its last element is no paragraph"],
    [
      "[Content_Types].xml",
      /<Override PartName="\/word\/comments.xml"[^>]*>/,
      "",
      "is not typed as comments",
    ],
    ["word/_rels/document.xml.rels", "comments.xml", "others.xml", "is not there"],
  ])("see what is wrong in %s (%s)", (name, from, to, problem) => {
    expect(wordProblems(good)).toEqual([]);
    const before = partsOf(good)[name] ?? "";
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    const broken = zipSync({ ...unzipSync(good), [name]: new TextEncoder().encode(after) });
    expect(wordProblems(broken).join("\n")).toContain(problem);
  });
});

/** Files by hand have relationships to parts that they do not hold, and no types for those they do. */
function withTypes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  const decode = (name: string): string => new TextDecoder().decode(files[name]);
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const links = "word/_rels/document.xml.rels";
  files[links] = encode(
    decode(links).replace(/<Relationship [^>]*Target="([^"]*)"\/>/g, (link, target: string) =>
      `word/${target}` in files ? link : "",
    ),
  );
  const kinds = ["comments", "footnotes", "endnotes", "styles", "numbering"].filter(
    (kind) => `word/${kind}.xml` in files,
  );
  files["[Content_Types].xml"] = encode(
    decode("[Content_Types].xml").replace(
      "</Types>",
      `${kinds.map((kind) => `<Override PartName="/word/${kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`).join("")}</Types>`,
    ),
  );
  return Uint8Array.from(zipSync(files));
}
