import { describe, expect, test } from "vitest";
import { lostLetters } from "../../../src/read/normalise/lost-letters.ts";

const swedish =
  "Regionen ska erbjuda en god vård på lika villkor till alla som bor i länet. Under året har nämnden följt upp " +
  "väntetiderna till mottagningarna och gått igenom hur resurserna fördelas mellan sjukhusen. Resultatet visar att " +
  "tillgängligheten har blivit bättre, men att skillnaderna mellan kommunerna är stora och att de äldre väntar " +
  "längre än de yngre. Förvaltningen får därför i uppdrag att ta fram en plan för det fortsatta arbetet. ";
const long = swedish.repeat(4);

describe("letters are lost", () => {
  test.each(["s", "o", "t", "g"])("when a long Swedish text has no %s", (letter) => {
    expect(lostLetters(long.replaceAll(new RegExp(letter, "gi"), ""))).toEqual([letter]);
  });

  test("when the dots are gone, all three", () => {
    const flat = long.replaceAll(/[åä]/g, "a").replaceAll("ö", "o");
    expect(lostLetters(flat)).toEqual(["å", "ä", "ö"]);
  });

  test("also when a sound quotation holds a few of them", () => {
    const damaged = long.replaceAll(/s/gi, "").repeat(2);
    expect(lostLetters(`${damaged} Se Socialstyrelsen.`)).toEqual(["s"]);
  });
});

describe("no letters are lost", () => {
  test.each([
    ["in a sound text", long],
    ["in capitals", long.toUpperCase()],
    ["in a text too short to tell", swedish.replaceAll("s", "").slice(0, 300)],
    ["in nothing", ""],
    [
      "in English",
      "The region shall offer good care on equal terms to all who live in the county, and the board has followed " +
        "up the waiting times of the clinics and the way resources are shared between the hospitals. ".repeat(
          8,
        ),
    ],
    [
      "in Norwegian",
      "Regionen skal gi god hjelp på like vilkår til alle som bor i fylket, og nemnda har i året som gikk fulgt " +
        "opp ventetidene og sett på hvordan midlene er delt mellom sykehusene i regionen. ".repeat(10),
    ],
    ["in a list of codes", "ABK 12, BCK 14, KLM 20\n".repeat(200)],
  ])("%s", (_where, text) => {
    expect(lostLetters(text)).toEqual([]);
  });
});
