// Notes and highlights in copies of PDFs: at the very words, seen by other programs, and nothing else is touched.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { degrees, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, onTestFinished, test } from "vitest";
import { annotatePdf } from "../../src/annotate/pdf/annotate-pdf.ts";
import type { Annotations } from "../../src/model/annotation.ts";
import { pdfium } from "../../src/read/pdf/pdfium/engine.ts";
import { makePdf } from "../read/pdf/make-pdf.ts";
import { annotations, comment, copyOf, highlight, judged, stretch } from "./support.ts";

const exec = promisify(execFile);
const root = path.join(import.meta.dirname, "../..");
const annotate = async (bytes: Uint8Array, what: Annotations) =>
  copyOf(await annotatePdf(bytes, what, { lang: "sv" }));

/** The annotations of a page: kind, who wrote it, what it says and where. */
async function annotationsOn(bytes: Uint8Array, page = 1) {
  const document = await PDFDocument.load(bytes);
  const annots = document.getPage(page - 1).node.lookupMaybe(PDFName.of("Annots"), PDFArray);
  return (annots?.asArray() ?? []).map((value) => {
    const dict = document.context.lookup(value, PDFDict);
    const text = (key: string): string => {
      const found = dict.lookup(PDFName.of(key));
      return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : "";
    };
    const numbers = (key: string): number[] =>
      (dict.lookupMaybe(PDFName.of(key), PDFArray)?.asArray() ?? []).map((number) =>
        Number(number.toString()),
      );
    const kind = dict.lookup(PDFName.of("Subtype"))?.toString() ?? "";
    return {
      kind,
      author: text("T"),
      text: text("Contents"),
      rect: numbers("Rect"),
      quads: numbers("QuadPoints"),
    };
  });
}

/** A picture of page 1 as PDFium shows it with its annotations, one pixel a point. */
async function pictureOf(bytes: Uint8Array) {
  const engine = await pdfium();
  const { calls } = engine;
  const address = calls.malloc(bytes.length);
  engine.bytes().set(bytes, address);
  const document = calls.FPDF_LoadMemDocument(address, bytes.length, 0);
  const page = calls.FPDF_LoadPage(document, 0);
  const width = Math.round(calls.FPDF_GetPageWidthF(page));
  const height = Math.round(calls.FPDF_GetPageHeightF(page));
  const bitmap = calls.FPDFBitmap_Create(width, height, 0);
  calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  const withAnnotations = 1;
  calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations);
  const stride = calls.FPDFBitmap_GetStride(bitmap);
  const start = calls.FPDFBitmap_GetBuffer(bitmap);
  const pixels = Buffer.from(engine.bytes().slice(start, start + stride * height));
  calls.FPDFBitmap_Destroy(bitmap);
  calls.FPDF_ClosePage(page);
  calls.FPDF_CloseDocument(document);
  calls.free(address);
  return yellowsOf(width, height, (x, y) => {
    const at = y * stride + x * 4;
    return [pixels[at + 2] ?? 0, pixels[at + 1] ?? 0, pixels[at] ?? 0];
  });
}

/** The same as poppler shows it. */
async function popplerPicture(bytes: Uint8Array) {
  const folder = await mkdtemp(path.join(tmpdir(), "genomlys-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, "kopia.pdf"), bytes);
  await exec("pdftoppm", [
    "-r",
    "72",
    "-f",
    "1",
    "-l",
    "1",
    path.join(folder, "kopia.pdf"),
    path.join(folder, "bild"),
  ]);
  const files = await import("node:fs/promises").then(({ readdir }) => readdir(folder));
  const picture = await readFile(path.join(folder, files.find((name) => name.endsWith(".ppm")) ?? ""));
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString("latin1"));
  const width = Number(head?.[1]);
  const data = picture.subarray(head?.[0].length ?? 0);
  return yellowsOf(width, Number(head?.[2]), (x, y) => [
    ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
  ]);
}

/** Where a picture is yellow: the box around it, from the upper left corner. */
function yellowsOf(width: number, height: number, pixel: (x: number, y: number) => readonly number[]) {
  const box = { left: width, top: height, right: -1, bottom: -1, count: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red = 0, green = 0, blue = 0] = pixel(x, y);
      if (!(red > 200 && green > 180 && blue < 130)) continue;
      box.count++;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return { width, height, ...box };
}

const line = { text: "Alla som arbetar. Fler kvinnor i vården.", x: 100, y: 700 };
const women = annotations([], [highlight({ page: 1 }, "kvinnor", "Fler ", " i vården.")]);
/** Where the word stands on the upright page: measured from the lower left corner. */
const wordBox = { left: 210, right: 250, bottom: 695, top: 712 };

const poppler = await exec("pdftoppm", ["-v"]).then(
  () => true,
  () => false,
);
if (!poppler) console.warn("not tried: pdftoppm is not installed");

describe("highlights", () => {
  test("are seen at the very words and nowhere else in PDFium", async () => {
    const original = makePdf([[line]]);
    expect((await pictureOf(original)).count).toBe(0);
    const seen = await pictureOf((await annotate(original, women)).bytes);
    expect(seen.count).toBeGreaterThan(150);
    expect(seen.left).toBeGreaterThan(wordBox.left - 15);
    expect(seen.right).toBeLessThan(wordBox.right + 15);
    expect(seen.height - seen.bottom).toBeGreaterThan(wordBox.bottom - 5);
    expect(seen.height - seen.top).toBeLessThan(wordBox.top + 5);
  });

  test.skipIf(!poppler)("are seen at the same place by poppler", async () => {
    const copy = await annotate(makePdf([[line]]), women);
    const [ours, theirs] = [await pictureOf(copy.bytes), await popplerPicture(copy.bytes)];
    for (const side of ["left", "right", "top", "bottom"] as const)
      expect(Math.abs(ours[side] - theirs[side])).toBeLessThan(4);
  });

  test.each([90, 180, 270])(
    "stand at the words on a page turned by %d degrees whose crop box is moved",
    async (turn) => {
      const turned = await PDFDocument.load(makePdf([[line]]));
      turned.getPage(0).setRotation(degrees(turn));
      turned.getPage(0).setCropBox(80, 600, 300, 200);
      const bytes = await turned.save();
      const what = annotations([comment({ page: 1 }, "Alla som arbetar.")], women.highlights);
      const copy = await annotate(bytes, what);
      const [note, marked] = await annotationsOn(copy.bytes).then((all) => [
        all.find(({ kind }) => kind === "/Text"),
        all.find(({ kind }) => kind === "/Highlight"),
      ]);
      const [left = 0, bottom = 0, right = 0, top = 0] = marked?.rect ?? [];
      expect(left).toBeGreaterThan(wordBox.left - 15);
      expect(right).toBeLessThan(wordBox.right + 15);
      expect(bottom).toBeGreaterThan(wordBox.bottom - 5);
      expect(top).toBeLessThan(wordBox.top + 5);
      // The note lies on the part of the page that is shown.
      const [noteLeft = 0, noteBottom = 0, noteRight = 0, noteTop = 0] = note?.rect ?? [];
      expect([noteLeft >= 80, noteBottom >= 600, noteRight <= 380, noteTop <= 800]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect((await pictureOf(copy.bytes)).count).toBeGreaterThan(150);
    },
  );

  test("of words on two lines have a quad for each", async () => {
    const lines = [
      { text: "Det gäller fler unga", x: 100, y: 700 },
      { text: "kvinnor i vården.", x: 100, y: 685 },
    ];
    const copy = await annotate(
      makePdf([lines]),
      annotations([], [highlight({ page: 1 }, "unga kvinnor", "fler ", " i vården")]),
    );
    const [marked] = await annotationsOn(copy.bytes);
    expect(marked?.quads).toHaveLength(16);
    expect(marked).toMatchObject({ kind: "/Highlight", author: "genomlys" });
    expect(marked?.text).toBe("Belägg, nivå 2 (beskrivs). Regel: jamstalldhet");
  });

  test("words that do not stand on the page get none", async () => {
    const copy = await annotate(makePdf([[line]]), annotations([], [highlight({ page: 1 }, "pojkar")]));
    expect(copy.highlights).toBe(0);
    expect(await annotationsOn(copy.bytes)).toEqual([]);
  });

  test("every piece of evidence of a real document is found", async () => {
    const bytes = await readFile(path.join(root, "fixtures/halland/mal-och-budget.pdf"));
    const { report, annotations: what } = await judged(bytes, "mal-och-budget.pdf");
    const copy = await annotate(bytes, what ?? annotations([]));
    expect(report.evidence.length).toBeGreaterThan(5);
    expect(copy.highlights).toBe(report.evidence.length);
    expect(copy.comments).toBeGreaterThanOrEqual(report.gaps.length);
    // The file is added to: all that was there still is.
    expect(Buffer.from(copy.bytes.subarray(0, bytes.length))).toEqual(bytes);
  });
});

describe("notes", () => {
  test("stand beside the heading, not at the same words in small type above the page", async () => {
    const page = [
      { text: "Hälsa", x: 400, y: 810, size: 8 },
      { text: "Text under sidhuvudet om annat.", x: 100, y: 780 },
      { text: "Hälsa", x: 100, y: 500, size: 20 },
      { text: "Vården ska bli bättre.", x: 100, y: 470 },
    ];
    const copy = await annotate(makePdf([page]), annotations([comment({ page: 1 }, "Hälsa")]));
    const [note] = await annotationsOn(copy.bytes);
    expect(note?.kind).toBe("/Text");
    expect(note?.rect[0]).toBeLessThan(100);
    expect(note?.rect[1]).toBeGreaterThan(480);
    expect(note?.rect[3]).toBeLessThan(530);
    expect(note?.text).toMatch(/^Vem använder verksamheten\?\nVarför: /);
  });

  test("do not cover each other, and stand at the top where the words are not found", async () => {
    const what = annotations(
      ["Finns inte", "Finns inte heller"].map((text) => comment({ page: 1 }, text)),
      [],
      [stretch({ page: 1 }, "Alla")],
    );
    const notes = await annotationsOn((await annotate(makePdf([[line]]), what)).bytes);
    const [first, second] = notes.map(({ rect }) => rect[1] ?? 0);
    expect(first).toBeGreaterThan(800);
    expect((first ?? 0) - (second ?? 0)).toBeGreaterThan(17);
  });
});

describe("a later run", () => {
  const what = annotations([comment({ page: 1 }, "Alla som arbetar.")], women.highlights);

  test("gives the same copy again, which does not grow", async () => {
    const once = await annotate(makePdf([[line]]), what);
    const twice = await annotate(once.bytes, what);
    expect(Buffer.from(twice.bytes)).toEqual(Buffer.from(once.bytes));
  });

  /** A copy that another program has saved anew with a note of Anna's own, which `answers` ours or not. */
  async function savedWithNote(answers: boolean): Promise<Uint8Array> {
    const document = await PDFDocument.load((await annotate(makePdf([[line]]), what)).bytes);
    const { node } = document.getPage(0);
    const annots = node.lookup(PDFName.of("Annots"), PDFArray).asArray();
    const ours = annots.find(
      (value) => document.context.lookup(value, PDFDict).lookup(PDFName.of("Subtype")) === PDFName.of("Text"),
    );
    const note = document.context.obj({ Type: "Annot", Subtype: "Text", Rect: [10, 10, 28, 28] });
    note.set(PDFName.of("T"), PDFString.of("Anna"));
    note.set(PDFName.of("Contents"), PDFString.of("Mitt svar"));
    if (answers && ours !== undefined) note.set(PDFName.of("IRT"), ours);
    node.set(PDFName.of("Annots"), document.context.obj([...annots, document.context.register(note)]));
    return document.save();
  }

  test("replaces its own annotations and leaves those of others", async () => {
    const copy = await annotate(await savedWithNote(false), annotations([]));
    expect((await annotationsOn(copy.bytes)).map(({ author }) => author)).toEqual(["Anna"]);
    expect(copy.kept).toBe(0);
  });

  test("leaves a note that somebody has answered, and does not write it twice", async () => {
    const copy = await annotate(await savedWithNote(true), what);
    expect(copy).toMatchObject({ comments: 0, kept: 1, highlights: 1 });
    const notes = (await annotationsOn(copy.bytes)).filter(({ kind }) => kind === "/Text");
    expect(notes.map(({ author }) => author)).toEqual(["genomlys", "Anna"]);
  });
});

describe("files out of the ordinary", () => {
  const what = annotations([comment({ page: 1 }, "Alla som arbetar.")]);

  test("a locked file is refused, also where it opens without a password", async () => {
    for (const file of ["fixtures/bad/encrypted.pdf", "test/read/pdf/files/plan-locked.pdf"])
      expect(await annotatePdf(await readFile(path.join(root, file)), what, { lang: "sv" })).toEqual({
        kind: "refused",
        reason: "locked",
      });
  });

  test("a file whose table of objects is not where it says is written anew and opens", async () => {
    const text = Buffer.from(makePdf([[line]])).toString("latin1");
    const broken = Buffer.from(text.replace(/startxref\s+\d+/, "startxref\n7"), "latin1");
    const copy = await annotate(broken, what);
    expect(await annotationsOn(copy.bytes)).toHaveLength(1);
    expect(Buffer.from(copy.bytes).toString("latin1")).not.toContain("startxref\n7\n");
  });

  test("what is no PDF is refused", async () => {
    expect(await annotatePdf(new TextEncoder().encode("%PDF-1.4\nnej"), what, { lang: "sv" })).toEqual({
      kind: "refused",
      reason: "damaged",
    });
  });

  test("a signed file says that the signature does not hold for the copy", async () => {
    const signed = Buffer.concat([Buffer.from(makePdf([[line]])), Buffer.from("\n% /ByteRange [0 1 2 3]\n")]);
    expect((await annotate(signed, what)).signed).toBe(true);
    expect((await annotate(makePdf([[line]]), what)).signed).toBe(false);
  });
});

describe("pages whose text was recognised", () => {
  const scanned = makePdf(["0 0 0 rg 50 600 300 100 re f"]);
  const word = (text: string, x0: number, y0 = 700) => ({ text, x0, y0, x1: x0 + 50, y1: y0 + 12 });
  const words = [
    word("Fler", 70),
    word("kvinnor", 124),
    word("och", 178),
    word("män.", 232),
    word("kvinnor", 70, 680),
  ];
  const what = annotations(
    [comment({ page: 1 }, "Fler kvinnor")],
    [highlight({ page: 1 }, "kvinnor och män", "Fler ", ".")],
  );

  test("get highlights on the words as they stand in the picture, and notes beside their lines", async () => {
    const copy = await annotate(scanned, { ...what, recognised: [{ page: 1, words }] });
    const found = await annotationsOn(copy.bytes);
    const mark = found.find(({ kind }) => kind === "/Highlight");
    expect(mark?.quads).toHaveLength(8);
    expect(Math.min(...(mark?.quads.filter((_, index) => index % 2 === 0) ?? []))).toBeCloseTo(124, 0);
    expect(Math.max(...(mark?.quads.filter((_, index) => index % 2 === 0) ?? []))).toBeCloseTo(282, 0);
    const note = found.find(({ kind }) => kind === "/Text");
    expect(note?.rect[1]).toBeGreaterThan(690);
    expect(note?.rect[1]).toBeLessThan(706);
  });

  test("have no highlights where nobody kept where the words stand", async () => {
    expect((await annotate(scanned, what)).highlights).toBe(0);
  });

  test("do not take the words of other pages", async () => {
    const copy = await annotate(makePdf(["0 0 1 1 re f", "0 0 1 1 re f"]), {
      ...what,
      recognised: [{ page: 2, words }],
    });
    expect(copy.highlights).toBe(0);
  });
});
