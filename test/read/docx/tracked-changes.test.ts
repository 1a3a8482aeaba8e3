// Tracked changes as Word writes them, in both readings. What is expected was compared with what LibreOffice makes of
// the same file when all changes are accepted, or all rejected.
import { describe, expect, test } from "vitest";
import type { ChangesRead, Document } from "../../../src/model/document.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { expectDocument, expectSoundDocument } from "../document-contract.ts";
import { lines, p, run, style, word } from "./ooxml.ts";
import type { WordParts } from "./ooxml.ts";

const by = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"';
const ins = (content: string): string => `<w:ins ${by}>${content}</w:ins>`;
const del = (text: string): string => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
/** A paragraph; `mark` says how its mark was changed, "ins" or "del". */
const para = (content: string, mark = "", properties = ""): string =>
  `<w:p><w:pPr>${properties}${mark === "" ? "" : `<w:rPr><w:${mark} ${by}/></w:rPr>`}</w:pPr>${content}</w:p>`;
const row = (cells: readonly string[], change = ""): string =>
  `<w:tr>${change === "" ? "" : `<w:trPr><w:${change} ${by}/></w:trPr>`}${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;

const styles = style("Rubrik1", "heading 1") + style("Rubrik2", "heading 2");
const as = (name: string): string => `<w:pStyle w:val="${name}"/>`;
const was = (properties: string): string => `<w:pPrChange ${by}><w:pPr>${properties}</w:pPr></w:pPrChange>`;

async function readAs(parts: WordParts, changes: ChangesRead): Promise<Document> {
  const document = expectDocument(
    await readDocx(word(parts), { ...defaultReadOptions, docxEngine: "own", changes }),
  );
  expectSoundDocument(document);
  return document;
}
const both = async (body: string): Promise<{ accepted: string[]; original: string[] }> => ({
  accepted: lines(await readAs({ body, styles }, "accepted")),
  original: lines(await readAs({ body, styles }, "original")),
});

describe("text", () => {
  test("that was put in stands in the one reading, text that was taken out in the other", async () => {
    const body = para(`${run("Målet gäller ")}${del("alla")}${ins(run("kvinnor och män"))}${run(".")}`);
    expect(await both(body)).toEqual({
      accepted: ["1 Målet gäller kvinnor och män."],
      original: ["1 Målet gäller alla."],
    });
  });

  test("that was put in and taken out again stands in neither", async () => {
    const body = para(run("Kvar.") + ins(del("Ångrat.")));
    expect(await both(body)).toEqual({ accepted: ["1 Kvar."], original: ["1 Kvar."] });
  });

  test("that was moved stands where it was, or where it went", async () => {
    const body =
      para(`<w:moveFrom ${by}>${run("Flyttat.")}</w:moveFrom>${run("Före.")}`) +
      para(run("Efter.") + `<w:moveTo ${by}>${run(" Flyttat.")}</w:moveTo>`);
    expect(await both(body)).toEqual({
      accepted: ["1 Före.", "2 Efter. Flyttat."],
      original: ["1 Flyttat.Före.", "2 Efter."],
    });
  });

  test("of a deleted field shows what the field showed, not how it was made", async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = para(
      `${run("Se ")}<w:del ${by}>${field("begin")}<w:r><w:delInstrText>REF _Ref1</w:delInstrText></w:r>${field("separate")}<w:r><w:delText>bilaga 1</w:delText></w:r>${field("end")}</w:del>${run(".")}`,
    );
    expect(await both(body)).toEqual({ accepted: ["1 Se ."], original: ["1 Se bilaga 1."] });
  });
});

describe("ends of paragraphs", () => {
  test("that were put in are not there in the original, which keeps the places", async () => {
    const body = para(run("Planen gäller "), "ins") + para(run("till 2030.")) + para(run("Slut."));
    const original = await readAs({ body }, "original");
    expect(lines(original)).toEqual(["1 Planen gäller till 2030.", "3 Slut."]);
    expect(original.anchors.map(({ location }) => location)).toEqual([
      { paragraph: 1 },
      { paragraph: 2 },
      { paragraph: 3 },
    ]);
    expect(lines(await readAs({ body }, "accepted"))).toHaveLength(3);
  });

  test("take their notes and text boxes along into the next paragraph", async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const body = para(run("Ett") + reference, "del") + para(run(" två."));
    const footnotes = `<w:footnote w:id="2">${p("SCB 2024.")}</w:footnote>`;
    expect(lines(await readAs({ body, footnotes }, "accepted"))).toEqual([
      "1 Ett två.",
      "2 footnote SCB 2024.",
    ]);
  });
});

describe("rows and cells", () => {
  const table = (rows: string): string => `<w:tbl>${rows}</w:tbl>`;
  test("that were put in or taken out are rows of one reading only", async () => {
    const body = table(
      row([p("Mål"), p("Ansvar")]) +
        row([para(del("Gammalt mål")), para(del("Nämnden"))], "del") +
        row([para(ins(run("Nytt mål")), "ins"), para(ins(run("Styrelsen")), "ins")], "ins"),
    );
    expect(await both(body)).toEqual({
      accepted: ["1 row of 1 [Mål][Ansvar]", "5 row of 1 [Nytt mål][Styrelsen]"],
      original: ["1 row of 1 [Mål][Ansvar]", "3 row of 1 [Gammalt mål][Nämnden]"],
    });
  });

  test("a column that was put in is none of the original", async () => {
    const cell = (change: string, text: string): string => `<w:tcPr><w:${change} ${by}/></w:tcPr>${p(text)}`;
    const body = table(
      row([p("Mål"), cell("cellIns", "Kvinnor")]) + row([p("Andel"), cell("cellIns", "41")]),
    );
    expect(await both(body)).toEqual({
      accepted: ["1 row of 1 [Mål][Kvinnor]", "3 row of 1 [Andel][41]"],
      original: ["1 Mål", "3 Andel"],
    });
  });
});

describe("headings", () => {
  test("have the level of the reading that is asked for", async () => {
    const body = para(run("Uppföljning"), "", as("Rubrik2") + was(as("Rubrik1"))) + para(run("Text."));
    expect(await both(body)).toEqual({
      accepted: ["1 ## Uppföljning", "2 Text."],
      original: ["1 # Uppföljning", "2 Text."],
    });
  });

  test("were text before, or are text now", async () => {
    const body =
      para(run("Ny rubrik"), "", as("Rubrik1") + was("")) +
      para(run("Text mellan.")) +
      para(run("Var rubrik"), "", was(as("Rubrik1"))) +
      para(run("Text sist."));
    expect((await both(body)).accepted.filter((line) => line.includes("#"))).toEqual(["1 # Ny rubrik"]);
    expect((await both(body)).original.filter((line) => line.includes("#"))).toEqual(["3 # Var rubrik"]);
  });

  test("that were put in are gone from the original, and the text under them stays apart from them", async () => {
    const body =
      para(run("Inledning"), "", as("Rubrik1")) +
      para(ins(run("Jämställdhet")), "ins", as("Rubrik2")) +
      para(run("Brödtext."));
    expect((await both(body)).original).toEqual(["1 # Inledning", "3 Brödtext."]);
  });
});

describe("how many there are", () => {
  test("is counted as their author made them, the same in both readings", async () => {
    const body =
      para(ins(run("Ett ") + run("tillägg")) + ins(run(" i bitar")), "ins") +
      para(ins(run("över två stycken.")) + run(" Kvar. ") + del("Struket") + del(" i bitar") + run(".")) +
      para(run("Rubrik"), "", as("Rubrik1") + was(""));
    for (const changes of ["accepted", "original"] as const) {
      const document = await readAs({ body, styles }, changes);
      const found = { insertions: 1, deletions: 1, formatting: 1, read: changes };
      expect(document.reading.changes).toEqual(found);
      expect(document.notices[0]).toEqual({ code: "TRACKED_CHANGES", params: found });
    }
  });

  test("counts a lone paragraph mark, and changes in notes", async () => {
    const footnotes = `<w:footnote w:id="2"><w:p>${del("Gammal källa.")}${run("SCB.")}</w:p></w:footnote>`;
    const body = para(run("Ett"), "del") + para(`${run("två.")}<w:r><w:footnoteReference w:id="2"/></w:r>`);
    expect((await readAs({ body, footnotes }, "accepted")).reading.changes).toMatchObject({ deletions: 2 });
  });

  test("is not said of a text without any, nor of changed looks that no reading depends on", async () => {
    const body = para(run("Text.", `<w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange>`), "", was("<w:jc/>"));
    const document = await readAs({ body }, "accepted");
    expect(document.reading).not.toHaveProperty("changes");
    expect(document.notices.map(({ code }) => code)).not.toContain("TRACKED_CHANGES");
  });
});

test("mammoth reads them as accepted, and says so whatever was asked for", async () => {
  const bytes = word({ body: para(run("Kvar.") + del(" Struket.") + ins(run(" Nytt."))) });
  const document = expectDocument(
    await readDocx(bytes, { ...defaultReadOptions, docxEngine: "mammoth", changes: "original" }),
  );
  expect(document.text).toBe("Kvar. Nytt.");
  expect(document.reading.changes).toMatchObject({ insertions: 1, deletions: 1, read: "accepted" });
});
