import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as commandTexts from "../../src/cli/command-line/command-texts.ts";
import { optionDefinitions } from "../../src/cli/command-line/options.ts";
import { errorPhrases } from "../../src/errors/error-phrases.ts";
import { fillSlots, slotNames } from "../../src/messages/fill-slots.ts";
import { htmlTexts } from "../../src/messages/html-texts.ts";
import { interfaceTexts } from "../../src/messages/interface-texts.ts";
import {
  formatCount,
  formatDecimal,
  formatPercent,
  formatPlace,
  message,
} from "../../src/messages/message.ts";
import { decisiveNotices, noticeText, noticeTexts } from "../../src/messages/notice-texts.ts";
import type { LocalText } from "../../src/model/rule.ts";
import type { Notice, NoticeCode } from "../../src/model/document.ts";

describe("slots", () => {
  test("are filled with values, and nouns follow the number", () => {
    expect(fillSlots("{n} {n|fil|filer}", { n: 1 })).toBe("1 fil");
    expect(fillSlots("{n} {n|fil|filer}", { n: 0 })).toBe("0 filer");
    expect(fillSlots("{n|page is|pages are}", { n: "2" })).toBe("pages are");
  });

  test("give the number again where only one is said in a word", () => {
    expect(fillSlots("{n|Ett|#} avsnitt, # {n}", { n: 1 })).toBe("Ett avsnitt, # 1");
    expect(fillSlots("{n|one section|# sections}", { n: 12 })).toBe("12 sections");
    expect(fillSlots("{n|one|#} of {all}", { n: "$&", all: "#" })).toBe("$& of #");
  });

  test("are not filled from values that only look like them", () => {
    expect(fillSlots("{path}", { path: "{n}", n: 3 })).toBe("{n}");
    expect(fillSlots("{toString}", {})).toBe("?");
    expect(fillSlots("$& {n}", { n: "$&" })).toBe("$& $&");
  });

  test("without a value become a question mark", () => {
    expect(fillSlots("{n} {m|a|b}", {})).toBe("? b");
  });
});

const catalogue: readonly (readonly [string, LocalText])[] = [
  ...Object.entries(interfaceTexts),
  ...Object.entries(htmlTexts).map(([key, text]) => [`html ${key}`, text] as const),
  ...Object.entries(errorPhrases),
  ...Object.values(commandTexts).flatMap((texts) => Object.entries<LocalText>(texts)),
  ...Object.entries(optionDefinitions).map(([name, { help }]) => [`--${name}`, help] as const),
  ...Object.entries(noticeTexts).flatMap(([code, { message: text, hint }]) => [
    [`notice ${code}`, text] as const,
    [`hint ${code}`, hint] as const,
  ]),
];

describe("every text", () => {
  test.each(catalogue)("%s is there in both languages with the same slots", (_key, text) => {
    expect(text.sv.trim()).not.toBe("");
    expect(text.en.trim()).not.toBe("");
    expect(slotNames(text.en)).toEqual(slotNames(text.sv));
  });

  test.each(catalogue)("%s has no brace that is not a slot", (_key, text) => {
    for (const each of [text.sv, text.en]) {
      const values = Object.fromEntries(slotNames(each).map((name) => [name, 1]));
      // A question ends as it should.
      expect(fillSlots(each, values)).not.toMatch(each.endsWith("?") ? /[{}]/ : /[{}?|]$|\{|\}/);
    }
  });
});

/** Never said of one alone: limits, what several documents have in common, what was cut. One has a text of its own. */
const ofSeveral = new Set([
  "explain.step.notAssessed",
  "finding.cut",
  "finding.shown",
  "html document.stripRun",
  "html filter.shown", // the page's script fills it
  "html method.verdict.notAssessed",
  "html standard.where",
  "init.lookedAt",
  "lint.shadowed",
  "loss.links",
  "markdown.cut",
  "notice ARCHIVE_NESTED_TOO_DEEP",
  "notice SHEETS_CUT_OFF",
  "show.min",
  "standard.left",
  "standard.line",
  "standard.streamed",
  "summaryPage.gapIn",
  "summaryPage.nextIn",
  "summaryPage.nextReview",
  "summaryPage.requirements",
]);
const plural = {
  sv: /\b1 (?:av 1 )?(?:\w+ )?(?:anmärkningar|delar|dolda|fel bedömda|filer|förluster|godkända|godtagna|granskade|kommentarer|luckor|lästa|meningar|märkta|nya|regler|resultat är borttagna|rubriker|sidor|ställen|tabeller|termer|träffar|underkända|uppfyllda|varningar|väntade)\b/,
  en: /\b1 (?:of 1 )?(?:\w+ )?(?:are|comments|documents|errors|files|gaps|goals|hits|items|losses|notices|objects|pages|passages|places|requirements|rules|sections|sentences|terms|traps|were|words)\b/,
};

describe("one of something", () => {
  test.each(catalogue.filter(([key, { sv }]) => /\{\w+[|}]/.test(sv) && !ofSeveral.has(key)))(
    "%s does not speak of one as of several",
    (_key, text) => {
      for (const lang of ["sv", "en"] as const) {
        const values = Object.fromEntries(slotNames(text[lang]).map((name) => [name, 1]));
        expect(fillSlots(text[lang], values)).not.toMatch(plural[lang]);
      }
    },
  );
});

describe("notices", () => {
  /** What the readers and the command line hand over with each code. */
  const params: Readonly<Record<NoticeCode, Notice["params"]>> = {
    EMPTY_FILE: {},
    PDF_PAGES_FAILED: { count: 2, pages: "3, 7" },
    COMMENTS_APART: { count: 2 },
    FORM_FIELDS_READ: { count: 2 },
    FOREIGN_LANGUAGE: { language: "engelska" },
    FOREIGN_SECTIONS: { count: 2, languages: "engelska", sections: "6 Summary, 6.1 Background" },
    UNKNOWN_FORMAT: {},
    UNSUPPORTED_FORMAT: { found: "odt" },
    FILE_MISSING: {},
    FOLDER_WITHOUT_DOCUMENTS: {},
    PATTERN_WITHOUT_FILES: {},
    FILE_UNREADABLE: { reason: "EACCES" },
    FILE_GONE: {},
    FILE_NAME_NOT_UTF8: {},
    FILE_TOO_LARGE: { bytes: 150_000_001, limit: 150_000_000 },
    READER_FAILED: { reason: "3 / 4 s." },
    READER_TIMED_OUT: { seconds: 120 },
    READER_OUT_OF_MEMORY: { limit: 1000 },
    JUDGING_TIMED_OUT: { seconds: 120 },
    TEXT_TOO_LONG: { limit: 20_000_000 },
    PAGES_CUT_OFF: { read: 3, pages: 4, because: "time" },
    PDF_ENCRYPTED: {},
    PDF_DAMAGED: {},
    PDF_PAGES_WITHOUT_TEXT: { count: 2, pages: "3–4" },
    PDF_NO_TEXT: {},
    PDF_SECOND_ENGINE: {},
    PDF_FIRST_ENGINE_FAILED: { reason: "damaged" },
    GARBLED_TEXT: { count: 1, pages: "7" },
    OCR_PAGES: { count: 1, pages: "7" },
    OCR_UNCERTAIN: { count: 1, pages: "7" },
    OCR_FAILED: { reason: "no answer in 96 s" },
    OCR_NOT_INSTALLED: {},
    ARCHIVE_DAMAGED: { reason: "crc", part: "word/document.xml" },
    ARCHIVE_TOO_LARGE: { limit: 200_000_000, unit: "bytes" },
    OFFICE_ENCRYPTED: { tried: 2 },
    LOCK_UNKNOWN: {},
    NOT_A_DOCUMENT: {},
    NO_TEXT: {},
    DOCX_SECOND_ENGINE: {},
    TRACKED_CHANGES: { insertions: 3, deletions: 1, formatting: 2, read: "original" },
    PARTS_LEFT_OUT: { comments: 1, objects: 0 },
    HIDDEN_PARTS_READ: { count: 2, names: "Blad1, Blad2" },
    SHEETS_CUT_OFF: { cells: 700_000, limit: 500_000 },
    ARCHIVE_NESTED_TOO_DEEP: { depth: 3 },
    ARCHIVE_WITHOUT_DOCUMENTS: {},
    NO_HEADINGS: { sections: 4 },
    ENCODING_GUESSED: { encoding: "windows-1252" },
    MOJIBAKE_REPAIRED: { count: 1 },
    CONTROL_CHARACTERS: { count: 2 },
    DAMAGED_TEXT: { letters: "s" },
    BROKEN_WORDS: { count: 2, words: "biora\uFFFDnaderier, o entlig" },
    TYPE_UNCERTAIN: { type: "Handlingsplan", id: "handlingsplan" },
    TYPE_UNKNOWN: {},
    SUPPRESSION_INVALID: { because: "unknown", name: "gap-goall" },
  };

  test.each(Object.keys(noticeTexts) as NoticeCode[])("%s is whole with the params it comes with", (code) => {
    for (const lang of ["sv", "en"] as const) {
      const { message: text, hint } = noticeText({ code, params: params[code] }, lang);
      expect(text).toMatch(/^[\p{Lu}\d].*[.!)]$|: .+$/u);
      expect(`${text} ${hint}`).not.toMatch(/\?|\{|\}|undefined|NaN/);
    }
  });

  test("a size just above the limit is not said to be the limit", () => {
    expect(noticeText({ code: "FILE_TOO_LARGE", params: params.FILE_TOO_LARGE }, "sv").message).toBe(
      "Filen är för stor: 151 MB, gränsen är 150 MB.",
    );
  });

  test("a place is kept, and none is made up", () => {
    const notice: Notice = { code: "NO_HEADINGS", params: { sections: 2 }, location: { page: 3 } };
    expect(noticeText(notice, "sv")).toHaveProperty("location", { page: 3 });
    expect(noticeText({ code: "EMPTY_FILE", params: {} }, "sv")).not.toHaveProperty("location");
  });

  test("why a file was not read stands before how it was tried", () => {
    const codes = (all: readonly string[]) =>
      decisiveNotices(all.map((code) => ({ code }))).map(({ code }) => code);
    expect(codes(["PDF_FIRST_ENGINE_FAILED", "PDF_DAMAGED"])).toEqual(["PDF_DAMAGED"]);
    expect(codes(["ENCODING_GUESSED"])).toEqual(["ENCODING_GUESSED"]);
  });
});

describe("numbers and places in words", () => {
  test("a share that is not whole never shows as 0 or 100 per cent", () => {
    expect(formatPercent(0.999, "sv")).toBe("99\u00a0%");
    expect(formatPercent(0.001, "sv")).toBe("1\u00a0%");
    expect(formatPercent(0, "en")).toBe("0%");
    expect(formatPercent(1, "en")).toBe("100%");
  });

  test("what was not measured is a dash, not 0", () => {
    expect(formatPercent(null, "sv")).toBe("–");
    expect(formatDecimal(null, "sv")).toBe("–");
  });

  test("follow the language", () => {
    expect(formatDecimal(1.25, "sv")).toMatch(/^1,[23]$/);
    expect(formatDecimal(1, "en")).toBe("1.0");
    expect(formatCount(1_234_567, "sv")).toBe("1\u00a0234\u00a0567");
    expect(formatCount(999, "sv")).toBe("999");
    expect(formatCount(15_210, "en")).toBe("15,210");
  });

  test.each([
    [{ page: 3 }, "sida 3"],
    [{ page: 3, label: "iv" }, "sida iv (3 i filen)"],
    [{ line: 4, column: 9 }, "rad 4"],
    [{ paragraph: 5 }, "stycke 5"],
    [{ slide: 6 }, "bild 6"],
    [{ sheet: "Budget", row: 7 }, "blad Budget, rad 7"],
  ])("%j is %s", (location, words) => {
    expect(formatPlace(location, "sv")).toBe(words);
  });

  test("any share is shown as a whole number within 0 and 100", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const percent = Number(formatPercent(share, "en").replace("%", ""));
        expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true);
      }),
    );
  });

  test("a text is looked up by name", () => {
    expect(message("sv", "verdict.clear")).toBe("lyfts tydligt");
    expect(message("en", "section.part", { n: 3 })).toBe("part 3");
  });
});
