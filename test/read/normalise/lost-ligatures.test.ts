import { describe, expect, test } from "vitest";
import type { Format } from "../../../src/model/document.ts";
import { locate } from "../../../src/model/locate.ts";
import { buildDocument } from "../../../src/read/document-builder.ts";
import { lostLigatures, mendLigatures } from "../../../src/read/normalise/lost-ligatures.ts";

const mend = (text: string): string => mendLigatures({ text, map: [{ out: 0, raw: 0 }] }).text;

describe("what is left of a word is mended", () => {
  test.each([
    ["oentlig", "offentlig"],
    ["o entliga", "offentliga"],
    ["Of entlighetsprincipen", "Offentlighetsprincipen"],
    ["e ektiv", "effektiv"],
    ["ef ektivitet", "effektivitet"],
    ["E\uFFFDekter", "Effekter"],
    ["di\uE001erenserad", "differenserad"],
    ["identiera", "identifiera"],
    ["specika", "specifika"],
    ["de nition", "definition"],
    ["in ytande", "inflytande"],
    ["ickor och pojkar", "flickor och pojkar"],
    ["det nns", "det finns"],
    ["nansiering", "finansiering"],
    ["ärdedelar", "fjärdedelar"],
  ])("%j", (left, word) => {
    expect(mend(left)).toBe(word);
  });

  test("and mending twice is mending once", () => {
    const once = mend("oentlig e ektiv ef ektivitet ickor identiera");
    expect(mend(once)).toBe(once);
  });
});

describe("what may be another word is left as it is", () => {
  test.each([
    "offentlig effektiv identifiera inflytande",
    "era mål och esta förslag",
    "en sekt och ett objekt, en affekt",
    "specialist, specerier och specialiserad",
    "de nivåer som gäller",
    "profet, prolog, proletär",
    "konik, kvalitet, kvalikväll, klassisk, klassiker, klassikern",
    "tanns och brickor",
    "trakt och trakassera",
  ])("%j", (text) => {
    expect(mend(text)).toBe(text);
  });
});

const damaged =
  "Nämnden ska vara e ektiv och o entlig. Ickor ska ges samma in ytande. Målen är speci ka och det nns en plan.";
const facts = {
  format: "txt",
  title: null,
  pages: null,
  reading: { share: 1, pagesWithoutText: [], garbled: [], engine: "own" },
  notices: [],
} as const;
const built = (text: string, format: Format = "txt"): ReturnType<typeof buildDocument> =>
  buildDocument([{ kind: "paragraph", pieces: [{ text, location: { line: 1, column: 1 } }] }], {
    ...facts,
    format,
  });

describe("a document", () => {
  test("whose words show it is mended and called damaged", () => {
    const { text, notices } = built(damaged);
    expect(text).toContain("effektiv och offentlig");
    expect(text).toContain("samma inflytande");
    expect(notices).toContainEqual({ code: "DAMAGED_TEXT", params: { letters: "ff, fi, fl" } });
  });

  test("leads from a mended word to its place in the file", () => {
    const document = built(damaged);
    const word = "samma";
    expect(locate(document, document.text.indexOf(word))).toEqual({
      line: 1,
      column: damaged.indexOf(word) + 1,
    });
  });

  test("that has the pairs elsewhere is left as it is, odd words or not", () => {
    const sound = `${damaged} Offentlig, effektiv, flickor, finns.`;
    const { text, notices } = built(sound);
    expect(text).toBe(sound);
    expect(notices.map(({ code }) => code)).not.toContain("DAMAGED_TEXT");
  });

  test("that has the pairs elsewhere says which words lack them, where it is a PDF", () => {
    const sound = "Nämnden är o entlig, in ytande ges flickor. Offentlig, effektiv, flickor, finns.";
    expect(built(sound, "pdf").notices).toContainEqual({
      code: "BROKEN_WORDS",
      params: { count: 2, words: "o entlig, in ytande" },
    });
    expect(built(sound).notices.map(({ code }) => code)).not.toContain("BROKEN_WORDS");
  });

  test("says nothing of that in sound text", () => {
    const sound = "En klassiker, o enig nämnd, era tickor, en sekt, de nivåer, tre värdedelar och kon i kt.";
    const { notices } = built(`${sound} Offentlig, effektiv, flickor, finns.`, "pdf");
    expect(notices.map(({ code }) => code)).not.toContain("BROKEN_WORDS");
  });

  test("without any pair is no proof where it has few different words", () => {
    const text = "Regionen ska erbjuda en god vård på lika villkor till alla som bor i länet. ".repeat(300);
    expect(lostLigatures(text)).toBe("no");
  });

  test("of many words and not one pair has lost them without a trace", () => {
    const syllables = ["sam", "ver", "kan", "mål", "rik", "tor", "lä", "bo", "des", "ut"];
    const words = syllables.flatMap((a) => syllables.flatMap((b) => syllables.map((c) => a + b + c)));
    expect(lostLigatures(words.join(" ").repeat(4))).toBe("without a trace");
    expect(lostLigatures(`${words.join(" ")} offentlig finns flickor effekt profil definition`)).toBe("no");
  });
});
