import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clippedText, plainText } from "../../src/messages/plain-text.ts";

const esc = "\u001b";

describe("text from strangers", () => {
  test.each([
    ["a colour", `röd ${esc}[31;1mtext${esc}[0m`, "röd text"],
    ["a cleared screen", `${esc}[2J${esc}[Hhej`, "hej"],
    ["a window title", `${esc}]0;ägd\u0007hej`, "hej"],
    ["a title ended by ST", `${esc}]2;ägd${esc}\\hej`, "hej"],
    ["a hyperlink", `${esc}]8;;https://exempel.se${esc}\\länk${esc}]8;;${esc}\\`, "länk"],
    ["a device control string", `${esc}P+q544e${esc}\\hej`, "hej"],
    ["a private mode", `${esc}[?1049hhej`, "hej"],
    ["a reset", `${esc}chej`, "hej"],
    ["a character set", `${esc}(0lqk`, "lqk"],
    ["the eight-bit CSI", "\u009b31mhej", "hej"],
    ["the eight-bit OSC", "\u009d0;ägd\u009chej", "hej"],
    ["an unfinished sequence", `hej${esc}[31`, "hej31"],
    ["an unfinished title", `${esc}]0;hej`, "0;hej"],
    ["a bell and a backspace", "a\u0007b\u0008c", "abc"],
    ["a direction override", "fil\u202efdp.exe", "filfdp.exe"],
    ["an isolate", "a\u2066b\u2069c", "abc"],
    ["marks without width", "jäm\u200bställd\u00adhet\ufeff", "jämställdhet"],
    ["half a surrogate pair", "a\ud800b", "ab"],
    ["tag characters", "a\u{e0041}b", "ab"],
  ])("loses %s", (_what, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test.each([
    "Åtgärd: 41 % (å ä ö) – “citat” … §",
    "a\u030angstro\u0308m",
    "日本 🙂",
    "[31m utan escape",
    "100\u00a0000",
  ])("keeps %j", (text) => {
    expect(plainText(text)).toBe(text);
  });

  test("line breaks and tabs become a space", () => {
    expect(plainText("a\r\nb\tc\u2028d\u0085e")).toBe("a b c d e");
  });

  test("whatever goes in, nothing that a terminal obeys comes out, and a second time changes nothing", () => {
    const pieces = fc.constantFrom(
      esc,
      "[",
      "]",
      "31m",
      "\u009b",
      "\u0007",
      "\\",
      "P",
      "\u202e",
      "a",
      "å",
      "\n",
      "\ud83d",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((all) => all.join("")),
        ),
        (text) => {
          const plain = plainText(text);

          expect(plain).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          expect(plainText(plain)).toBe(plain);
        },
      ),
    );
  });

  test.each([
    ["beginnings of sequences", `${esc}]`.repeat(200_000) + `${esc}[`.repeat(200_000) + "0".repeat(200_000)],
    ["eight-bit beginnings", "\u009d".repeat(500_000)],
    ["strings that never end", `${esc}]${"a".repeat(4000)}`.repeat(200)],
  ])("a long text of %s takes no longer than its length", (_what, text) => {
    // Read anew at every beginning, it would take minutes and meet the time limit of the test.

    expect(plainText(text)).not.toMatch(/[\u001b\u009d]/);
  });
});

describe("clipping", () => {
  test("leaves short text alone and marks what was cut", () => {
    expect(clippedText("kort", 10)).toBe("kort");
    expect(clippedText("en lång rubrik", 9)).toBe("en lång…");
  });

  test("does not count what is not shown", () => {
    expect(clippedText(`${esc}[31mkort${esc}[0m`, 4)).toBe("kort");
  });
});
