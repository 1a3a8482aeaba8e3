import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { find, findLists } from "./support.ts";

describe("a word", () => {
  test("matches its inflected forms", () => {
    expect(find(["kvinna"], "Kvinnorna är fler, och varje kvinnas lön räknas.")).toEqual([
      "Kvinnorna",
      "kvinnas",
    ]);
  });

  test("does not match other words that begin or end like it", () => {
    expect(find(["kvinna"], "kvinnlig kvinnodominerad storkvinna")).toEqual([]);
    expect(find(["man"], "manlig talman manual")).toEqual([]);
  });

  test("does not match inside a web address", () => {
    expect(
      find(["jämställdhet", "jamstalldhet"], "Se region.se/jamstalldhet eller jamstalldhet@region.se."),
    ).toEqual([]);
  });

  test("with = matches that form alone, in any case", () => {
    expect(find(["=kön"], "Kön, kön, könet, köns, KÖN")).toEqual(["Kön", "kön", "KÖN"]);
  });

  test("with == matches the letters as they are written", () => {
    expect(find(["==JiM"], "JiM är Jim, och jim är inte JIM.")).toEqual(["JiM"]);
  });

  test("with an ending behind a colon is still found", () => {
    expect(find(["==SKR"], "SKR:s checklista")).toEqual(["SKR"]);
  });

  test("with == beside other words asks for the letters of that word alone", () => {
    expect(find(["plan ==KS|=dnr|antagen"], "Plan KS. Plan ks. Plan Dnr. Plan antaget.")).toEqual([
      "Plan KS",
      "Plan Dnr",
      "Plan antaget",
    ]);
    expect(find(["plan ==KS|=dnr 4", "plan =dnr 5"], "Plan KS 4, plan dnr 5, plan KS 5")).toEqual([
      "Plan KS 4",
      "plan dnr 5",
    ]);
  });

  test("matches as an alternative at its place", () => {
    expect(
      find(["kvinna|flicka med|utan arbete"], "en kvinna utan arbete, en flicka med arbete"),
    ).toHaveLength(2);
    expect(find(["kvinna|flicka med|utan arbete"], "en man utan arbete, en flicka i arbete")).toEqual([]);
  });

  test("in braces stands for the words of its set", () => {
    expect(find(["{kvinnor} och {män}"], "Kvinnor och män, flickorna och pojkar, kvinna och man")).toEqual([
      "Kvinnor och män",
      "flickorna och pojkar",
    ]);
  });
});

describe("a wildcard", () => {
  test("at the end matches first elements of compounds, with and without hyphen", () => {
    expect(find(["jämställdhets*"], "jämställdhetsplan, jämställdhets-check")).toEqual([
      "jämställdhetsplan",
      "jämställdhets-check",
    ]);
  });

  test("stands for two letters at least", () => {
    expect(find(["jämställdhets*"], "jämställdhets jämställdhetsa jämställdhet")).toEqual([]);
  });

  test("at the front matches last elements in all their forms", () => {
    expect(find(["*statistik"], "könsstatistiken, lönestatistik")).toEqual([
      "könsstatistiken",
      "lönestatistik",
    ]);
    expect(find(["*statistik"], "statistik statistisk lönestatistisk")).toEqual([]);
  });

  test("at both ends matches inside, in one word only", () => {
    expect(find(["*våld*"], "kvinnovåldsfrågor, våld")).toEqual(["kvinnovåldsfrågor", "våld"]);
    expect(find(["*våld*"], "Det är vå ldsamt.")).toEqual([]);
  });
});

describe("a phrase", () => {
  test("allows commas, slashes and brackets between its words, and inflects them", () => {
    expect(find(["kvinna pojke"], "kvinnor/pojkar; kvinna, pojke; kvinnorna (pojkarna)")).toHaveLength(3);
    expect(find(["=kvinnor =män"], "kvinnor/män; kvinnor, män")).toEqual(["kvinnor/män", "kvinnor, män"]);
    expect(find(["könsuppdelad statistik"], "den könsuppdelade statistiken")).toEqual([
      "könsuppdelade statistiken",
    ]);
  });

  test("is not found when a word comes between", () => {
    expect(find(["könsuppdelad statistik"], "könsuppdelad och tydlig statistik")).toEqual([]);
  });

  test("may lack a word that is marked with ?", () => {
    expect(find(["alla de? anställda"], "alla anställda, alla de anställda, alla våra anställda")).toEqual([
      "alla anställda",
      "alla de anställda",
    ]);
  });

  test("with a gap holds up to three words more", () => {
    expect(find(["skillnad ... kvinna"], "skillnad kvinnor")).toHaveLength(1);
    expect(find(["skillnad ... kvinna"], "skillnad i lön mellan kvinnor")).toHaveLength(1);
    expect(find(["skillnad ... kvinna"], "skillnad i lön och makt mellan kvinnor")).toEqual([]);
  });

  test("with a numbered gap holds up to that many", () => {
    expect(find(["skillnad ...5 kvinna"], "skillnad i lön och makt mellan kvinnor")).toHaveLength(1);
    expect(find(["skillnad ...1 kvinna"], "skillnad i lön kvinnor")).toEqual([]);
  });

  test.each([
    ["a sentence", "Vi ser en skillnad. Kvinnor väntar längre.", "paragraph"],
    ["a block", "Vi ser en skillnad\n\nKvinnor väntar längre", "paragraph"],
    ["a table cell", "Vi ser en skillnad\tKvinnor väntar", "table-row"],
  ] as const)("does not reach across the end of %s", (_, text, kind) => {
    expect(
      findLists([{ terms: ["skillnad ... kvinna", "skillnad kvinna"], except: [] }], text, kind),
    ).toEqual([]);
  });

  test("reaches across a line break in a block", () => {
    expect(
      find(
        ["könsuppdelad statistik"],
        "All uppföljning bygger på könsuppdelad\nstatistik från nämndens verksamheter.",
      ),
    ).toHaveLength(1);
  });
});

describe("slots", () => {
  test("<tal> is a number and no year, <år> a year and no other number", () => {
    expect(find(["<tal> procent"], "38 procent, 6,9 procent, 2027 procent, många procent")).toEqual([
      "38 procent",
      "6,9 procent",
    ]);
    expect(find(["senast <år>"], "senast 2027, senast 38")).toEqual(["senast 2027"]);
  });

  test("<tal> is no number of a heading", () => {
    expect(find(["<tal> ...2 kvinna"], "3.2 Fler kvinnor än män")).toEqual([]);
    expect(find(["<tal> ...2 kvinna"], "3,2 procent kvinnor")).toEqual(["3,2 procent kvinnor"]);
  });

  test("<namn> is a word with a capital letter that does not begin the sentence", () => {
    expect(find(["<namn> kommun"], "Vår kommun är Halmstads kommun.")).toEqual(["Halmstads kommun"]);
    expect(find(["<namn> kommun"], "Halmstads kommun är stor.")).toEqual([]);
  });

  test("<ord> is any one word", () => {
    expect(find(["för <ord> män"], "för unga män, för män, för alla unga män")).toEqual(["för unga män"]);
  });
});

describe("exceptions and overlaps", () => {
  test("what an exception covers or overlaps is not taken", () => {
    expect(
      find(["jämställdhets*"], "Jämställdhetsmyndigheten om jämställdhetsarbete", ["jämställdhetsmyndighet"]),
    ).toEqual(["jämställdhetsarbete"]);
    expect(find(["=kön"], "oavsett kön, per kön", ["oavsett =kön"])).toEqual(["kön"]);
  });

  test("an exception of one rule does not touch another rule", () => {
    const lists = [
      { terms: ["=kön"], except: ["oavsett =kön"] },
      { terms: ["=kön"], except: [] },
    ];
    expect(findLists(lists, "oavsett kön").map(({ owner }) => owner)).toEqual([1]);
  });

  test("of terms of one rule that lie within each other the longest stays", () => {
    expect(find(["kvinna", "{kvinnor} och {män}"], "Kvinnor och män")).toEqual(["Kvinnor och män"]);
  });

  test("terms of different rules both stay", () => {
    const lists = [
      { terms: ["kvinna"], except: [] },
      { terms: ["{kvinnor} och {män}"], except: [] },
    ];
    expect(findLists(lists, "Kvinnor och män").map(({ owner }) => owner)).toEqual([1, 0]);
  });
});

describe("suspended elements", () => {
  test.each([
    ["kvinnodominerad", "kvinno- och mansdominerade yrken", "kvinno-"],
    ["jämställdhets*", "jämställdhets- och mångfaldsarbete", "jämställdhets"],
    ["jämställdhetsarbete", "jämställdhets-, mångfalds- och likabehandlingsarbete", "jämställdhets"],
  ])("%s is found in %j", (term, text) => {
    expect(find([term], text)).toHaveLength(1);
  });

  test("the word behind the conjunction is still itself", () => {
    expect(find(["mansdominerad"], "kvinno- och mansdominerade yrken")).toEqual(["mansdominerade"]);
  });

  test.each([
    ["kvinnodominerad", "kvinno. Och mansdominerade yrken"],
    ["kvinnodominerad", "kvinno och mansdominerade yrken"],
    ["kvinnoarbete", "kvinno- och mansdominerade yrken"],
  ])("%s is not found in %j", (term, text) => {
    expect(find([term], text)).toEqual([]);
  });
});

describe("damaged words", () => {
  test("a ligature that was split by a space is read whole", () => {
    expect(find(["flicka"], "Fl ickor och pojkar")).toEqual(["Fl ickor"]);
    expect(find(["offentlig"], "den off entliga sektorn")).toEqual(["off entliga"]);
  });

  test("two whole words are not joined", () => {
    expect(find(["flickor"], "fl Ickor")).toEqual([]);
    expect(find(["staffett", "staff"], "staff ett")).toEqual(["staff"]);
    expect(find(["chefen"], "chef. En")).toEqual([]);
  });

  test("words of eight letters and more are found without å, ä and ö", () => {
    expect(find(["jämställdhet"], "jamstalldhet och jamstalldheten")).toEqual([
      "jamstalldhet",
      "jamstalldheten",
    ]);
    expect(find(["jämställdhets*"], "jamstalldhetsplan")).toEqual(["jamstalldhetsplan"]);
    expect(find(["=jämställd|=jämställt"], "ett jamstallt och jamstalldare län")).toEqual(["jamstallt"]);
    expect(find(["=jämställa"], "ett jamstallt län")).toEqual([]);
  });

  test("shorter words are not, for kon is no kön and man no män", () => {
    expect(find(["=kön", "=män", "våld"], "en kon, en man och vald")).toEqual([]);
  });
});

describe("laws", () => {
  const terms = ["jämställdhet", "{kvinnor} och {män}", "könsuppdelad ... statistik", "*våld*", "pojke"];
  const words = fc.constantFrom(
    ..."Jämställdhet kvinnor och män könsuppdelad lönestatistik statistik våld, pojkar flickor. Å ä ö".split(
      " ",
    ),
    "\n\n",
    "kvinno-",
    "38 %",
  );
  const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(" "));

  test("a text and its decomposed form give the same matches once they are composed", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(find(terms, written.normalize("NFD").normalize("NFC"))).toEqual(find(terms, written));
      }),
    );
  });

  test("terms may be written decomposed", () => {
    fc.assert(
      fc.property(text, (written) => {
        const decomposed = terms.map((term) => (term.includes("{") ? term : term.normalize("NFD")));
        expect(find(decomposed, written)).toEqual(find(terms, written));
      }),
    );
  });

  test("case makes no difference to terms that are not cased", () => {
    fc.assert(
      fc.property(text, (written) => {
        const lower = (found: string[]): string[] => found.map((part) => part.toLowerCase());
        // A capital letter may begin a sentence; here no stop stands before a small letter or a capital changes that.
        const flat = written.replaceAll(".", "");
        expect(lower(find(terms, flat.toLowerCase()))).toEqual(lower(find(terms, flat)));
      }),
    );
  });

  test("the other rules change nothing: each rule finds alone what it finds in company", () => {
    fc.assert(
      fc.property(text, (written) => {
        const lists = terms.map((term) => ({ terms: [term], except: [] }));
        const together = findLists(lists, written);
        for (const [owner, list] of lists.entries()) {
          expect(together.filter((found) => found.owner === owner).map((found) => found.text)).toEqual(
            findLists([list], written).map((found) => found.text),
          );
        }
      }),
    );
  });

  test("a matcher that has met other texts finds the same", () => {
    fc.assert(
      fc.property(text, text, (before, written) => {
        // `findLists` makes a new matcher each time; one text behind the other in two blocks is one matcher.
        const both = find(terms, `${before.replaceAll("\n\n", " ")}.\n\n${written}`);
        const alone = find(terms, written);
        expect(both.slice(both.length - alone.length)).toEqual(alone);
      }),
    );
  });
});
