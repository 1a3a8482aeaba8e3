import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenise } from "../../src/language/tokenise.ts";
import { tokenKind, tokenMark } from "../../src/language/tokens.ts";
import { createVocabulary } from "../../src/language/vocabulary.ts";
import type { Block } from "../../src/model/document.ts";
import { kindsOf, oneBlock, sentencesOf, tokensOf, wordsOf } from "./support.ts";

describe("words", () => {
  test.each([
    ["Könsuppdelad statistik, även för barn.", ["Könsuppdelad", "statistik", "även", "för", "barn"]],
    ["HVB-hem och EU-medel", ["HVB-hem", "och", "EU-medel"]],
    ["kvinnor/män (38 %)", ["kvinnor", "män", "38", "%"]],
    ["3 kap. 5 § diskrimineringslagen", ["3", "kap", "5", "§", "diskrimineringslagen"]],
    ["t.ex. kvinnor, bl.a. män", ["t.ex", "kvinnor", "bl.a", "män"]],
    ["”jämställdhet”", ["jämställdhet"]],
  ])("are found in %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("do not break at å, ä and ö, as \\b does", () => {
    expect(wordsOf("Åmål är på ön")).toEqual(["Åmål", "är", "på", "ön"]);
  });

  test("do not swallow the next sentence when the space is missing", () => {
    expect(wordsOf("Det är slut.Nästa börjar.")).toEqual(["Det", "är", "slut", "Nästa", "börjar"]);
  });

  test("leave a dash between words outside", () => {
    expect(wordsOf("kvinnor – och män — samt barn")).toEqual(["kvinnor", "och", "män", "samt", "barn"]);
  });

  test("keep an ending after a colon out of the word: EU:s is a form of EU", () => {
    expect(wordsOf("EU:s mål och SKR:s checklista")).toEqual(["EU", "mål", "och", "SKR", "checklista"]);
  });

  test("keep four letters after a colon: that is no ending", () => {
    expect(wordsOf("Mål:barn och vab:ade")).toEqual(["Mål", "barn", "och", "vab"]);
  });

  test("keep both words when the colon is punctuation", () => {
    expect(wordsOf("Ansvarig:nämnden och Mål: arbete")).toEqual(
      expect.arrayContaining(["Ansvarig", "nämnden", "Mål", "arbete"]),
    );
  });

  test("mark a suspended first element, and not a word with an inner hyphen", () => {
    const suspended = (text: string): boolean[] => {
      const { tokens } = tokensOf(text);
      return Array.from(tokens.marks, (marks) => (marks & tokenMark.suspended) !== 0);
    };
    expect(suspended("kvinno- och mansdominerade")).toEqual([true, false, false]);
    expect(suspended("HVB-hem och EU-medel")).toEqual([false, false, false]);
  });

  test("count letters beyond Latin and combining marks as letters", () => {
    expect(wordsOf("Права женщин, حقوق المرأة")).toEqual(["Права", "женщин", "حقوق", "المرأة"]);
  });
});

describe("numbers and years", () => {
  test.each([
    ["6,9", ["6,9"]],
    ["1 900 personer", ["1 900", "personer"]],
    ["12 345 678 kronor", ["12 345 678", "kronor"]],
    ["40–60 procent", ["40–60", "procent"]],
    ["den 12.30", ["den", "12.30"]],
    ["2024/25", ["2024/25"]],
  ])("%j is read whole", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("do not join numbers that only stand beside each other", () => {
    expect(wordsOf("2023 2024 2025")).toEqual(["2023", "2024", "2025"]);
    expect(wordsOf("38 17")).toEqual(["38", "17"]);
  });

  test("years are told from other numbers", () => {
    expect(kindsOf("2027 3000 1850 12 2027,5")).toEqual(["year", "number", "number", "number", "number"]);
  });

  test("a span of years and a date are years, no figures", () => {
    expect(kindsOf("2020–2024 2020-2024 2024/2025 2024/25 2026-03-31")).toEqual(Array(5).fill("year"));
  });

  test("a number in a register or a span of other numbers is no year", () => {
    expect(kindsOf("2021/88 40–60 1200-1900 2026-13-01 2026-03")).toEqual(Array(5).fill("number"));
  });

  test("a number that goes on with letters is a word", () => {
    expect(kindsOf("24-timmarsvård 5a")).toEqual(["word", "word"]);
  });
});

describe("addresses", () => {
  test.each([
    "https://region.se/jamstalldhet/kvinnor",
    "www.jamstalldhet.se",
    "region.se/jamstalldhet",
    "region.example/jamstalldhet",
    "jamstalldhet@region.se",
    "jamstalldhet.se",
  ])("%s is one token that no rule can match", (address) => {
    expect(wordsOf(`Se ${address}.`)).toEqual(["Se", address]);
    expect(kindsOf(`Se ${address}.`)).toEqual(["word", "address"]);
  });

  test("the number of a heading that was read as text counts nothing", () => {
    expect(kindsOf("3.2 Fler kvinnor")[0]).toBe("outlineNumber");
    expect(kindsOf("3.2. Fler kvinnor")[0]).toBe("outlineNumber");
    expect(kindsOf("4.1.10\u00a0Äldre")[0]).toBe("outlineNumber");
    expect(kindsOf("och mer därtill\n3.2 Fler kvinnor")[3]).toBe("outlineNumber");
  });

  test.each([
    "3,2 procent kvinnor",
    "3.2 procent kvinnor",
    "3 Fler kvinnor",
    "52 Kvinnor",
    "3.400 Kvinnor",
    "3.2",
    "3.2.",
    "3.2: Kvinnor",
  ])("%j begins with a number", (text) => {
    expect(kindsOf(text)[0]).toBe("number");
  });

  test("a number in the middle of a line, at the end of a sentence or in a cell is a number", () => {
    expect(kindsOf("Talet är 3.2 Kvinnor")[2]).toBe("number");
    expect(kindsOf("Andelen är\n3.2. Kvinnor")[2]).toBe("number");
    const { tokens } = tokensOf("3.2 Kvinnor\t4.1", "table-row");
    expect(tokens.kind[0]).toBe(tokenKind.number);
  });

  test("a slash or a stop alone makes no address", () => {
    expect(kindsOf("och/eller kvinnor/män m.fl. m/s 3.2/4")).not.toContain("address");
  });

  test("a stop without a space behind it makes no address of two words", () => {
    expect(kindsOf("Målet gäller kvinnor.Se bilaga")).not.toContain("address");
  });
});

describe("sentences", () => {
  test("end at full stop, question mark and exclamation mark", () => {
    expect(sentencesOf("Kvinnor väntar längre. Varför då? Det vet vi inte! Nu utreds det.")).toHaveLength(4);
  });

  test.each([
    "Insatser för bl.a. Kvinnojouren i Halmstad och t.ex. Unizon.",
    "Enligt prop. 2005/06:155 gäller målen.",
    "Det är ca. 40 procent.",
    "Den 3. mars beslutade nämnden.",
    "Av kap. 3 framgår det.",
    "Rapporten skrevs av A. Andersson och B. Berg.",
    "Målet är 3.2 procent.",
  ])("do not end inside %j", (sentence) => {
    expect(sentencesOf(sentence)).toHaveLength(1);
  });

  test("end after a number that closes a sentence", () => {
    expect(sentencesOf("Andelen kvinnor är 17. Männen är fler.")).toHaveLength(2);
  });

  test("do not end before a small letter", () => {
    expect(sentencesOf("Nämnden (m.m.) och dr. nr. samt övrigt. dock inte här")).toHaveLength(1);
  });

  test("end with quotation marks and brackets behind the stop", () => {
    expect(
      sentencesOf("”Vi ska bli bättre.” Så sade ordföranden. (Se bilagan.) Sedan beslutades det."),
    ).toHaveLength(4);
  });

  test("short lines of their own are sentences of their own, wrapped lines are not", () => {
    expect(sentencesOf("Ansvarig: HR-direktören\nTid: 2027\nMått: andel kvinnor")).toHaveLength(3);
    expect(
      sentencesOf(
        "Regionen ska under hela planperioden arbeta för att minska skillnaderna mellan\nHalmstads och Laholms kvinnor och män.",
      ),
    ).toHaveLength(1);
  });

  test("a table row is one sentence with a barrier at each cell", () => {
    const text = "Kvinnor\t38. Fler\tMål 2027";
    const { tokens, sentences } = tokensOf(text, "table-row");
    expect(sentences).toHaveLength(1);
    const barriers = Array.from(tokens.marks, (marks) => (marks & tokenMark.barrier) !== 0);
    expect(barriers).toEqual([true, true, false, true, false]);
  });

  test("every block begins a new one", () => {
    const text = "Kvinnor och\nmän i arbete";
    const blocks: Block[] = [
      { kind: "list-item", layer: "body", span: { start: 0, end: 11 } },
      { kind: "list-item", layer: "body", span: { start: 12, end: text.length } },
    ];
    const { sentences, blockSentences } = tokenise(text, blocks, createVocabulary());
    expect(sentences.map(({ block }) => block)).toEqual([0, 1]);
    expect(blockSentences).toEqual([
      { first: 0, end: 1 },
      { first: 1, end: 2 },
    ]);
  });

  test.each(["contents", "furniture"] as const)("lines of the layer %s are no passages", (layer) => {
    const text = "3.2 Jämställdhet ........ 14";
    const { tokens, sentences } = tokenise(text, oneBlock(text, "paragraph", layer), createVocabulary());
    expect(tokens.count).toBe(0);
    expect(sentences).toEqual([]);
  });
});

describe("laws", () => {
  const swedish = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "Kvinnor",
          "män",
          "och",
          "bl.a.",
          "t.ex.",
          "38",
          "1 900",
          "%",
          "kvinno-",
          "EU:s",
          "(",
          ")",
        ),
        fc.constantFrom(". ", "? ", "\n", "\t", " ", ", ", "…", "”", "region.se/a", "a@b.se", "2027", "§"),
        fc.string({ unit: "grapheme", maxLength: 4 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(""));

  test("tokens stand in order, inside the text, apart from each other, and hold no white space but in numbers", () => {
    fc.assert(
      fc.property(swedish, fc.constantFrom("paragraph" as const, "table-row" as const), (text, kind) => {
        const { tokens, sentences } = tokensOf(text, kind);
        let before = 0;
        for (let at = 0; at < tokens.count; at++) {
          const [start, end] = [tokens.start[at] ?? -1, tokens.end[at] ?? -1];
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
        // Every token belongs to the one sentence that says so.
        expect(sentences.reduce((sum, { firstToken, endToken }) => sum + endToken - firstToken, 0)).toBe(
          tokens.count,
        );
        for (const [number, { firstToken, endToken }] of sentences.entries()) {
          for (let at = firstToken; at < endToken; at++) expect(tokens.sentence[at]).toBe(number);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("the same words get the same numbers, whatever their case", () => {
    const vocabulary = createVocabulary();
    const { tokens } = tokenise("Ökad ÖKAD ökad ökar", oneBlock("Ökad ÖKAD ökad ökar"), vocabulary);
    expect(tokens.word[0]).toBe(tokens.word[1]);
    expect(tokens.word[1]).toBe(tokens.word[2]);
    expect(tokens.word[3]).not.toBe(tokens.word[0]);
  });
});

describe("a text without full stops", () => {
  test("is cut into sentences of a length that can be judged", () => {
    expect(sentencesOf("kvinnor ".repeat(1_000)).map((sentence) => sentence.split(" ").length)).toEqual([
      400, 400, 200,
    ]);
    expect(sentencesOf("kvinnor ".repeat(3_000), "table-row")).toHaveLength(2);
  });

  test("is not cut where a long sentence may be meant", () => {
    expect(sentencesOf("kvinnor ".repeat(400))).toHaveLength(1);
    expect(sentencesOf("kvinnor ".repeat(2_000), "table-row")).toHaveLength(1);
  });
});
