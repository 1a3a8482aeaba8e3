import { describe, expect, test } from "vitest";
import { column, makePdf } from "./make-pdf.ts";
import { paragraph, readDocument } from "./support.ts";

/** A page of sound prose, and lines in a font in which " and O are ligatures that the file does not name. */
const withUnnamed = (lines: readonly string[], sound: readonly string[] = []): Uint8Array =>
  makePdf([
    [
      ...column(
        [...sound, ...paragraph(20, 1), "Offentlig, effektiv, flickor, finns, finansiering."],
        70,
        780,
      ),
      ...column(lines, 70, 320, 14, { unnamed: true }),
    ],
  ]);

describe("a sign in a word that the file does not name", () => {
  test("is what the same text has in the whole word elsewhere", async () => {
    const { text, notices } = await readDocument(
      withUnnamed(['Aktivitet i bygder: akOviteter och biora"naderier.'], ["Ett bioraffinaderi byggs."]),
    );
    expect(text).toContain("aktiviteter och bioraffinaderier");
    expect(notices.map(({ code }) => code)).not.toContain("BROKEN_WORDS");
  });

  test("is told of where nothing says what it is, and not taken for the letter of its number", async () => {
    const { text, notices } = await readDocument(withUnnamed(["En plaOorm och en akOv roll för fler här."]));
    expect(text).toContain("pla\uFFFDorm");
    expect(notices).toContainEqual({
      code: "BROKEN_WORDS",
      params: { count: 2, words: "pla\uFFFDorm, ak\uFFFDv" },
    });
  });

  test("is known without that in words that can be nothing else", async () => {
    const { text } = await readDocument(
      withUnnamed(['Ett in"ytande, tre "ärdedelar och en spec i alla delar.']),
    );
    expect(text).toContain("Ett inflytande, tre fjärdedelar");
  });

  test("is none where it stands alone, as bullets and signs of measure do", async () => {
    const { text, notices } = await readDocument(
      withUnnamed(['" Punkt ett i listan om vården och 25 " till.']),
    );
    expect(text).not.toContain("\uFFFD");
    expect(notices.map(({ code }) => code)).not.toContain("BROKEN_WORDS");
  });
});
