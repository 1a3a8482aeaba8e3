// Text recognition. One page is really recognised, once; how pages are chosen and what is made of them is tested with
// recognisers that answer at once.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, inject, it, test } from "vitest";
import { findPlaces } from "../../../src/annotate/pdf/find-places.ts";
import { errorTexts } from "../../../src/errors/error-codes.ts";
import { noticeTexts } from "../../../src/messages/notice-texts.ts";
import { locate } from "../../../src/model/locate.ts";
import type { Document } from "../../../src/model/document.ts";
import { openReading } from "../../../src/pipeline/open-reading.ts";
import type { EngineText } from "../../../src/read/pdf/engine-text.ts";
import { recogniseText } from "../../../src/read/pdf/ocr/recognise-text.ts";
import type { RecognisedLine, RecognisedPage } from "../../../src/read/pdf/ocr/recognised-page.ts";
import { startRecogniser, type Recogniser } from "../../../src/read/pdf/ocr/recogniser.ts";
import { isUnreadPicture } from "../../../src/read/pdf/page.ts";
import { readWithPdfium } from "../../../src/read/pdf/pdfium/read-file.ts";
import { defaultReadOptions, type RecognitionProgress } from "../../../src/read/reader.ts";
import { expectDocument, expectSoundDocument } from "../document-contract.ts";
import { column, makePdf, picture, rectangle } from "./make-pdf.ts";
import { headings, paragraph, readDocument, rows } from "./support.ts";

const fixture = (path: string): Uint8Array =>
  readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url));

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many of `words` stand in `others`, each as often as there. */
function countFound(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}

/** The words of a page, without running headers and page numbers. */
const pageWords = (document: Document, page: number): string[] =>
  document.blocks
    .filter(({ span, layer }) => {
      const at = locate(document, span.start);
      return layer !== "furniture" && "page" in at && at.page === page;
    })
    .flatMap(({ span }) => wordsOf(document.text.slice(span.start, span.end)));

describe("a page that was scanned at 300 dpi", () => {
  let original: Document;
  let document: Document;
  const progress: RecognitionProgress[] = [];

  beforeAll(async () => {
    if (inject("buildFailure") !== "") throw new Error(inject("buildFailure"));
    const bytes = fixture("scanned/half-scanned.pdf");
    const batch = { documents: 1, largest: bytes.length, jobs: 1, ocr: true };
    const reading = await openReading(batch, defaultReadOptions.limits);
    const onProgress = (done: RecognitionProgress): void => {
      progress.push(done);
    };
    document = expectDocument(
      await reading.read(bytes, "half-scanned.pdf", {
        ...defaultReadOptions,
        ocr: true,
        wordPlaces: true,
        onProgress,
      }),
    );
    await reading.close();
    original = await readDocument(fixture("halland/tillvaxtstrategi.pdf"));
  }, 300_000);

  it("gives at least 97 per cent of its words, and hardly any others", () => {
    const truth = pageWords(original, 4);
    const recognised = pageWords(document, 2);
    expect(truth.length).toBeGreaterThan(300);
    expect(countFound(truth, recognised) / truth.length).toBeGreaterThanOrEqual(0.97);
    // The running header and the page number, which two pages are too few to tell.
    expect(countFound(recognised, truth)).toBeGreaterThanOrEqual(0.97 * recognised.length - 8);
  });

  it("keeps the headings and the rows of a table", () => {
    expect(headings(document).map((heading) => heading.slice(2))).toEqual([
      "Förord",
      "1 Inledning",
      "1.1 Syfte och mål",
      "1.2 Koppling till andra planer",
      "1.3 Vad vi menar med hållbar tillväxt",
      "2 Så ser näringslivet ut",
      "2.1 Näringslivets struktur",
      "2.2 Styrkeområden",
      "2.3 Omvärld och trender",
    ]);
    expect(rows(document)).toContainEqual(["Vård och omsorg", "21 300", "4 500", "25 800", "83"]);
  });

  it("is marked in the reading record and in a notice; the page with text is not", () => {
    expect(document.reading).toEqual({
      share: 1,
      pagesWithoutText: [],
      garbled: [],
      recognised: [2],
      engine: "pdfium+tesseract",
    });
    expect(document.notices).toEqual([{ code: "OCR_PAGES", params: { count: 1, pages: "2" } }]);
  });

  it("leaves the page with text as it was", () => {
    expect(pageWords(document, 1).join(" ")).toContain(pageWords(original, 3).slice(0, 100).join(" "));
  });

  it("keeps where its words stand: those that stand once are where the original has them", async () => {
    const [{ page, words } = { page: 0, words: [] }, ...others] = document.recognised ?? [];
    expect({ page, others }).toEqual({ page: 2, others: [] });
    const sought = [
      "yrkeshögskolor.",
      "livsmedelsproduktion",
      "konkurrenskraft",
      "besöksnäring.",
      "bolag",
      "Strukturen",
    ];
    const places = await findPlaces(fixture("halland/tillvaxtstrategi.pdf"), {
      words: sought.map((text) => ({ location: { page: 4 }, text, before: "", after: "" })),
      headings: [],
      recognised: [],
    });
    const rects = places.kind === "places" ? [...places.places.rects] : [];
    const pairs = rects.flatMap(([{ text }, [rect]]) => {
      const own = words.filter((word) => word.text === text);
      return own.length === 1 && own[0] && rect ? [{ text, own: own[0], rect }] : [];
    });
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    for (const { own, rect } of pairs) {
      expect(Math.abs(own.x0 - rect.x0)).toBeLessThan(3);
      expect(Math.abs(own.x1 - rect.x1)).toBeLessThan(3);
      expect(Math.abs((own.y0 + own.y1) / 2 - (rect.y0 + rect.y1) / 2)).toBeLessThan(3);
    }
  });

  it("is a sound document whose places lead back to the page", () => {
    expectSoundDocument(document);
  });

  it("tells how far it has come, from another thread too", () => {
    expect(progress.at(0)).toEqual({ recognised: 0, pages: 1 });
    expect(progress.at(-1)).toEqual({ recognised: 1, pages: 1 });
  });
});

/** A line as the recogniser gives it: words of 50 pixels with gaps of 12, unless the gap is named before the word. */
function line(text: string, y: number, size = 45, stroke = 4): RecognisedLine {
  let x = 200;
  const words = text.split(" ").map((word) => {
    const [, gap, rest = word] = /^(\d+)>(.*)$/.exec(word) ?? [];
    const x0 = x + Number(gap ?? 12);
    x = x0 + 50;
    return { text: rest, x0, x1: x, top: y - 0.75 * size, bottom: y + 0.2 * size };
  });
  return { words, y, size, stroke };
}

const page = (confidence: number, ...lines: RecognisedLine[]): RecognisedPage => ({
  lines,
  confidence,
  straightened: 0,
});

/** Recognises the drawn pages of a file with recognisers that answer in turn; an answer that is a text fails. */
async function recognise(
  bytes: Uint8Array,
  answers: readonly (RecognisedPage | string)[],
  garbled: readonly number[] = [],
  places = false,
): Promise<EngineText & { readonly started: number; readonly asked: number; readonly widths: number[] }> {
  const { limits } = defaultReadOptions;
  const read = await readWithPdfium(bytes, limits);
  if (read.kind !== "text") throw new Error(read.failure);
  let started = 0;
  let asked = 0;
  const widths: number[] = [];
  const start = (): Promise<Recogniser> => {
    started++;
    return Promise.resolve({
      recognise: ({ file, headLength, width }) => {
        const head = new TextDecoder().decode(file.subarray(0, headLength));
        widths.push(width);
        expect(head).toBe(width === 2479 ? "P5\n2479 3508\n255\n" : "P5\n3508 2479\n255\n");
        const answer = answers[asked % answers.length] ?? "";
        asked++;
        return typeof answer === "string" ? Promise.reject(new Error(answer)) : Promise.resolve(answer);
      },
      close: () => Promise.resolve(),
    });
  };
  const before: EngineText = { kind: "text", text: read.text, engine: "pdfium", garbled, notices: [] };
  return {
    ...(await recogniseText(bytes, before, { limits, wordPlaces: places }, start)),
    started,
    asked,
    widths,
  };
}

const textPage = column(paragraph(20), 70, 760);
const prose = page(93, line("Nämnden ska korta vänte-", 400), line("tiden för kvinnor och män", 460));

describe("where recognised words stand", () => {
  const first = async (answers: readonly RecognisedPage[]) => {
    const { text } = await recognise(makePdf([rectangle]), answers, [], true);
    return text.pages[0]?.words?.[0];
  };
  const points = (pixels: number): number => Math.round((pixels * 72 * 10) / 300) / 10;

  it("is told only when it is asked for", async () => {
    const { text } = await recognise(makePdf([rectangle]), [prose]);
    expect(text.pages[0]).not.toHaveProperty("words");
  });

  it("in points from the lower left corner", async () => {
    const word = await first([prose]);
    expect(word?.text).toBe("Nämnden");
    expect(word?.x0).toBeCloseTo(points(212), 0);
    expect(word?.y1).toBeCloseTo(841.9 - points(400 - 34), 0);
  });

  it("on the page as it is displayed, where it was turned to be read", async () => {
    const nothing = page(30, ...Array.from({ length: 12 }, (_, index) => line("x", index * 50 + 100)));
    const word = await first([nothing, prose]);
    // Turned clockwise: what was the left edge is the upper one, so the first line runs up along the left edge.
    expect(word?.x0).toBeCloseTo(points(400 - 34), 0);
    expect(word?.y0).toBeCloseTo(points(212), 0);
  });

  it("on the page as it lies, where it was straightened to be read", async () => {
    const straight = await first([prose]);
    const word = await first([{ ...prose, straightened: 0.02 }]);
    // A picture that was turned clockwise: before, words on the upper left stood further left and lower.
    expect((word?.x0 ?? 0) - (straight?.x0 ?? 0)).toBeLessThan(-5);
    expect((word?.y0 ?? 0) - (straight?.y0 ?? 0)).toBeLessThan(-2);
  });
});

describe("which pages are recognised", () => {
  it("only those that are drawn and have no text", async () => {
    const { asked, text, recognition, engine } = await recognise(makePdf([textPage, rectangle, ""]), [prose]);
    expect(asked).toBe(1);
    expect(recognition).toEqual({ recognised: [2], uncertain: [] });
    expect(engine).toBe("pdfium+tesseract");
    expect(text.pages[1]?.runs.map((run) => run.text)).toEqual([
      "Nämnden ska korta vänte-",
      "tiden för kvinnor och män",
    ]);
    expect(text.pages[1]?.runs.map((run) => run.hyphen)).toEqual([true, false]);
  });

  it("those with a stamp on the picture too, whose words are then not there twice", async () => {
    const stamped = picture("writing", [{ text: "KS 2024-05-12", x: 430, y: 800 }]);
    const { asked, text, recognition } = await recognise(makePdf([textPage, stamped]), [prose]);
    expect(asked).toBe(1);
    expect(recognition).toEqual({ recognised: [2], uncertain: [] });
    expect(text.pages[1]?.runs).toHaveLength(2);
    expect(text.pages.map(isUnreadPicture)).toEqual([false, false]);
  });

  it("none when all have text", async () => {
    const { started, recognition, engine } = await recognise(makePdf([textPage]), [prose]);
    expect({ started, recognition, engine }).toEqual({
      started: 0,
      recognition: undefined,
      engine: "pdfium",
    });
  });

  it("those whose text is no language, which is no longer said of them", async () => {
    const { garbled, recognition, text } = await recognise(makePdf([textPage, textPage]), [prose], [2]);
    expect(garbled).toEqual([]);
    expect(recognition?.recognised).toEqual([2]);
    expect(text.pages[1]?.runs).toHaveLength(2);
  });
});

describe("what is recognised", () => {
  it("is not believed when the recogniser is not sure of it: the page stays without text", async () => {
    const result = await recognise(makePdf([textPage, rectangle]), [page(60, line("Vtstnd oeh vtr", 400))]);
    expect(result.recognition).toEqual({ recognised: [], uncertain: [2] });
    expect(result.text.pages[1]?.runs).toEqual([]);
    expect(result.engine).toBe("pdfium");
  });

  it("may be nothing: a page with ink stays unread, an empty sheet is no page that lacks text", async () => {
    const speck = "0.5 g 100 100 5 5 re f";
    const result = await recognise(makePdf([textPage, rectangle, speck]), [page(0)]);
    expect(result.recognition).toEqual({ recognised: [], uncertain: [2] });
    expect(result.text.pages.map(({ drawn }) => drawn)).toEqual([true, true, false]);
  });

  it("stands where it stood on the page, in points, parted where a gap is wide", async () => {
    const { text } = await recognise(makePdf([rectangle]), [page(95, line("Kvinnor 200>83 §§ $$ $5", 508))]);
    const [first, second] = text.pages[0]?.runs ?? [];
    expect([first?.text, second?.text]).toEqual(["Kvinnor", "83 §§ §§ $5"]);
    expect(first?.y).toBeCloseTo((3508 - 508) * 0.24, 1);
    expect(first?.x0).toBeCloseTo(212 * 0.24, 1);
    expect(second?.x0).toBeCloseTo(462 * 0.24, 1);
    expect(first?.size).toBeCloseTo(45 * 0.24, 1);
  });

  it("has one size where the measured ones differ by a pixel, and its own where they do not", async () => {
    const lines = [line("Rubrik", 300, 63), line("en två tre fyra", 400, 45), line("fem sex", 460, 46)];
    const { text } = await recognise(makePdf([rectangle]), [page(95, ...lines)]);
    expect(text.pages[0]?.runs.map((run) => run.size)).toEqual([15.1, 10.8, 10.8]);
  });
});

describe("what is set in bold", () => {
  const boldOf = async (...lines: RecognisedLine[]): Promise<boolean[]> => {
    const { text } = await recognise(makePdf([rectangle]), [page(95, ...lines)]);
    return (text.pages[0]?.runs ?? []).map((run) => run.bold);
  };

  it("is what has wider strokes than most of the text, for its size", async () => {
    const body = line("och så vidare i den vanliga texten", 460);
    expect(await boldOf(line("Rubrik", 300, 45, 7), body, line("Stor rubrik", 600, 90, 8))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("is nothing where no stroke could be measured", async () => {
    expect(
      await boldOf({ ...line("Rubrik", 300), stroke: null }, { ...line("text", 400), stroke: null }),
    ).toEqual([false, false]);
  });
});

describe("a page that lies on its side", () => {
  const lines = Array.from({ length: 12 }, (_, index) => line("ms oe ll", 100 + 60 * index));

  it("is turned until it can be read, and is as wide as it is then", async () => {
    const result = await recognise(makePdf([rectangle]), [page(28, ...lines), page(30, ...lines), prose]);
    expect(result.widths).toEqual([2479, 3508, 3508]);
    expect(result.recognition?.recognised).toEqual([1]);
    expect(Math.round(result.text.pages[0]?.width ?? 0)).toBe(842);
  });

  it("stays unread when no turn helps, and a poor scan is not turned at all", async () => {
    const never = await recognise(makePdf([rectangle]), [page(28, ...lines)]);
    expect([never.asked, never.recognition?.uncertain]).toEqual([4, [1]]);
    const poor = await recognise(makePdf([rectangle]), [page(65, ...lines)]);
    expect([poor.asked, poor.recognition?.uncertain]).toEqual([1, [1]]);
  });
});

describe("a recogniser that fails", () => {
  it("costs the page, and is replaced for the next", async () => {
    const result = await recognise(makePdf([rectangle, rectangle, rectangle]), [
      "no answer in 96 s",
      prose,
      prose,
    ]);
    expect(result.recognition?.recognised).toHaveLength(2);
    expect(result.notices).toEqual([{ code: "OCR_FAILED", params: { reason: "no answer in 96 s" } }]);
  });

  it("is given up after three times, and the pages stay as they were", async () => {
    const result = await recognise(makePdf(Array.from({ length: 9 }, () => rectangle)), ["no memory"]);
    expect(result.asked).toBeLessThan(9);
    expect(result.recognition).toEqual({ recognised: [], uncertain: [] });
    expect(result.text.pages.every((each) => each.drawn && each.runs.length === 0)).toBe(true);
  });
});

describe("the recogniser's thread", () => {
  const script = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const port = 'import { parentPort } from "node:worker_threads";';

  it("says that the language data is missing, and fetches none", async () => {
    await expect(startRecogniser("/no/such/folder")).rejects.toThrow(/ENOENT.*swe\.traineddata/u);
  });

  it.each([
    ["hangs", "parentPort.on('message', () => {});", "no answer"],
    ["dies", "parentPort.on('message', () => process.exit(3));", "thread ended with 3"],
    ["throws", "parentPort.on('message', () => { throw new Error('oj'); });", "oj"],
  ])("is ended when it %s", async (_, code, reason) => {
    const recogniser = await startRecogniser(
      "",
      script(`${port} parentPort.postMessage({ kind: "ready" }); ${code}`),
    );
    await expect(
      recogniser.recognise({ file: new Uint8Array(8), headLength: 4, width: 2 }, 300),
    ).rejects.toThrow(reason);
    await recogniser.close();
  });
});

test("the remedy for a missing recogniser names the packages and versions of package.json", () => {
  const { optionalDependencies } = JSON.parse(
    readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
  ) as { optionalDependencies: Record<string, string> };
  const recogniser = Object.entries(optionalDependencies).filter(([name]) => name.includes("tesseract"));
  expect(recogniser).toHaveLength(2);
  for (const [name, version] of recogniser) {
    expect(noticeTexts.OCR_NOT_INSTALLED.hint.sv).toContain(`${name}@${version}`);
    expect(errorTexts.OCR_NOT_INSTALLED.hint.sv).toContain(`${name}@${version}`);
  }
});
