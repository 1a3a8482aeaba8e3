// Forms as people fill them in: the answers lie over the page, and belong to the questions printed on it.
import { PDFDocument, type PDFForm, type PDFPage } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { column, makePdf, picture, type Placed } from "./make-pdf.ts";
import { headings, paragraph, read, readDocument, texts } from "./support.ts";

/** A page of text with what `fill` lays over it. */
async function formOver(
  page: readonly Placed[] | string,
  fill: (form: PDFForm, page: PDFPage) => void,
): Promise<Uint8Array> {
  const file = await PDFDocument.load(makePdf([page]));
  fill(file.getForm(), file.getPage(0));
  return file.save();
}

const introduction = column(paragraph(12), 70, 780);
const goals = "Kvinnor och män ska ha samma makt.\nVi följer upp varje år.";

describe("text typed into a field", () => {
  it("stands under its question, above the next", async () => {
    const bytes = await formOver(
      [
        ...introduction,
        { text: "Vilka mål har nämnden för jämställdhet?", x: 70, y: 560 },
        { text: "Hur följs målen upp?", x: 70, y: 440 },
        ...column(paragraph(3, 2), 70, 300),
      ],
      (form, page) => {
        const second = form.createTextField("uppföljning");
        second.setText("Genom nyckeltal.");
        second.addToPage(page, { x: 70, y: 350, width: 400, height: 70 });
        const first = form.createTextField("mål");
        first.enableMultiline();
        first.setText(goals);
        first.addToPage(page, { x: 70, y: 470, width: 400, height: 70 });
      },
    );
    const document = await readDocument(bytes);
    const [question, answer, next, last] = [
      "för jämställdhet?",
      "samma makt.",
      "följs målen upp?",
      "Genom nyckeltal.",
    ].map((text) => document.text.indexOf(text));
    expect([question, answer, next, last].every((at) => (at ?? -1) >= 0)).toBe(true);
    expect(question).toBeLessThan(answer ?? 0);
    expect(answer).toBeLessThan(next ?? 0);
    expect(next).toBeLessThan(last ?? 0);
    expect(document.notices).toContainEqual({ code: "FORM_FIELDS_READ", params: { count: 2 } });
    expect(document.reading.fields).toBe(2);
    expect(headings(document).join("\n")).not.toMatch(/makt|nyckeltal/);
  });

  it("goes on the line of the label before it", async () => {
    const bytes = await formOver(
      [...introduction, { text: "Diarienummer:", x: 70, y: 560 }],
      (form, page) => {
        const field = form.createTextField("diarienummer");
        field.setText("KS 2026-12");
        field.addToPage(page, { x: 150, y: 553, width: 200, height: 20 });
      },
    );
    expect((await readDocument(bytes)).text).toContain("Diarienummer: KS 2026-12");
  });

  it("is read whole where it is longer than the field can show", async () => {
    const long = Array.from({ length: 60 }, (_, index) => `Mening nummer ${index} står i svaret.`).join(" ");
    const bytes = await formOver(introduction, (form, page) => {
      const field = form.createTextField("svar");
      field.enableMultiline();
      field.setText(long);
      field.addToPage(page, { x: 70, y: 400, width: 400, height: 60 });
    });
    const document = await readDocument(bytes);
    expect(document.text.replace(/\s+/g, " ")).toContain(long);
  });

  it("is the choice as a reader sees it, and not the code behind it", async () => {
    const bytes = await formOver(introduction, (form, page) => {
      const field = form.createDropdown("nämnd");
      field.addOptions(["Skolnämnden", "Kulturnämnden"]);
      field.select("Kulturnämnden");
      field.addToPage(page, { x: 70, y: 400, width: 200, height: 20 });
    });
    const { text } = await readDocument(bytes);
    expect(text).toContain("Kulturnämnden");
    expect(text).not.toContain("Skolnämnden");
  });

  it("is not read from fields that are empty, hidden, or hold a password", async () => {
    const bytes = await formOver(introduction, (form, page) => {
      form.createTextField("tomt").addToPage(page, { x: 70, y: 500, width: 200, height: 20 });
      const hidden = form.createTextField("dolt");
      hidden.setText("Arbetsmaterial");
      hidden.addToPage(page, { x: 70, y: 460, width: 200, height: 20, hidden: true });
      const secret = form.createTextField("lösen");
      secret.enablePassword();
      secret.setText("hemligt123");
      secret.addToPage(page, { x: 70, y: 420, width: 200, height: 20 });
    });
    const document = await readDocument(bytes);
    expect(document.text).not.toMatch(/Arbetsmaterial|hemligt/);
    expect(document.notices.map(({ code }) => code)).not.toContain("FORM_FIELDS_READ");
    expect(document.reading.fields).toBeUndefined();
  });

  it("does not make a page that was scanned one with text", async () => {
    const result = await read(
      await formOver(picture("writing"), (form, page) => {
        const field = form.createTextField("diarienummer");
        field.setText("KS 2026-12");
        field.addToPage(page, { x: 70, y: 700, width: 200, height: 20 });
      }),
    );
    expect(result).toMatchObject({ kind: "unread", status: "no-text" });
  });
});

describe("a box to tick", () => {
  it("stands before its answer, ticked or not", async () => {
    const bytes = await formOver(
      [
        ...introduction,
        { text: "Har beslutet prövats ur ett jämställdhetsperspektiv?", x: 70, y: 560 },
        { text: "Ja", x: 90, y: 540 },
        { text: "Nej", x: 90, y: 520 },
        ...column(paragraph(3, 2), 70, 480),
      ],
      (form, page) => {
        form.createCheckBox("ja").addToPage(page, { x: 74, y: 538, width: 12, height: 12 });
        const no = form.createCheckBox("nej");
        no.addToPage(page, { x: 74, y: 518, width: 12, height: 12 });
        no.check();
      },
    );
    const document = await readDocument(bytes);
    expect(document.text).toMatch(/perspektiv\?\s+☐ Ja\s+☒ Nej/);
    expect(document.notices).toContainEqual({ code: "FORM_FIELDS_READ", params: { count: 1 } });
  });

  it("stands after words that it follows on their line", async () => {
    const bytes = await formOver(
      [...introduction, { text: "Ärendet rör barn", x: 70, y: 560 }],
      (form, page) => {
        const box = form.createCheckBox("barn");
        box.addToPage(page, { x: 160, y: 558, width: 12, height: 12 });
        box.check();
      },
    );
    expect(texts(await readDocument(bytes), "paragraph").join("\n")).toContain("Ärendet rör barn ☒");
  });

  it("is not told of as filled in where nobody ticked it", async () => {
    const bytes = await formOver([...introduction, { text: "Ja", x: 90, y: 540 }], (form, page) => {
      form.createCheckBox("ja").addToPage(page, { x: 74, y: 538, width: 12, height: 12 });
    });
    const document = await readDocument(bytes);
    expect(document.text).toContain("☐ Ja");
    expect(document.notices.map(({ code }) => code)).not.toContain("FORM_FIELDS_READ");
  });
});
