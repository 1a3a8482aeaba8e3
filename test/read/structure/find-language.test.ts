import { describe, expect, test } from "vitest";
import { findLanguage, languageOfTag } from "../../../src/read/structure/find-language.ts";

const times = (text: string, count = 4): string => Array.from({ length: count }, () => text).join(" ");
const swedish = times(
  "Regionen ska följa upp hur vården når barn och unga, och redovisa det för nämnden en gång om året.",
);
const english = times(
  "The region shall be an attractive place to live and work for all, and the goals are followed up each year.",
);

describe("the language of a text", () => {
  test.each([
    ["sv", swedish],
    ["en", english],
    [
      "fi",
      times(
        "Alueen tulee olla houkutteleva paikka, ja tavoitteet, joista valtuusto on päättänyt, ovat mukana tässä suunnitelmassa. Se on myös niin, että tuki on saatavilla.",
      ),
    ],
    [
      "no",
      times(
        "Regionen skal være et attraktivt sted å bo, og målene skal følges opp av kommunene når det er mulig. Det er ikke et krav.",
      ),
    ],
    [
      "nn",
      times(
        "Regionen skal vere ein god stad å bu, og måla skal ikkje berre følgjast opp av kommunane. Dei er eit krav frå staten.",
      ),
    ],
    [
      "da",
      times(
        "Regionen skal være et godt sted at bo, og målene skal ikke kun følges op af kommunerne, når det er muligt. Det er et krav.",
      ),
    ],
    [
      "de",
      times(
        "Die Region ist ein guter Ort, und das ist nicht nur für die Menschen wichtig, die hier sind, auch mit den anderen wird es gut.",
      ),
    ],
    ["und", times("منطقة جيدة للعيش والعمل لجميع الناس كل عام في المدينة وفي القرى", 6)],
  ])("%s is known by its words", (language, text) => {
    expect(findLanguage(text, null)).toBe(language);
    // Files are often marked with the language of the program.
    expect(findLanguage(text, "sv")).toBe(language === "und" ? "und" : language);
    expect(findLanguage(text, language === "sv" ? "en" : "sv")).toBe(language);
  });

  test("stays Swedish with a summary in English", () => {
    expect(findLanguage(`${times(swedish, 2)} ${english}`, "en")).toBe("sv");
  });

  test("is not Swedish for some names and a quotation in it", () => {
    expect(findLanguage(`${times(english, 4)} Regionen ska följa upp målen.`, null)).toBe("en");
  });

  test("is not guessed from a few words, nor from a table of figures and headings", () => {
    expect(findLanguage("The end.", null)).toBeNull();
    expect(findLanguage("The end.", "en")).toBeNull();
    const table = times(
      "Kommun Åmål Säffle Bengtsfors Färgelanda Öckerö Utfall Budget Avvikelse 2024 2025",
      10,
    );
    expect(findLanguage(table, null)).toBeNull();
    expect(findLanguage(table, "en")).toBeNull();
    expect(findLanguage(table, "sv")).toBe("sv");
  });

  test("is Swedish though its dotted letters were lost on the way", () => {
    expect(findLanguage(swedish.replace(/[åä]/gu, "a").replace(/ö/gu, "o"), "en")).toBe("sv");
  });

  test("is told of a long text without reading all of it", () => {
    const long = times(english, 3000);
    expect(findLanguage(long, null)).toBe("en");
  });
});

test.each([
  ["sv-SE", "sv"],
  ["EN_gb", "en"],
  ["nb-NO", "no"],
  ["", null],
  ["und", null],
  ["x-none", null],
  ["Swedish", null],
  [undefined, null],
])("the tag %j names %j", (tag, language) => {
  expect(languageOfTag(tag)).toBe(language);
});
