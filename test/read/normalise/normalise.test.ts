import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise, type Normalised } from "../../../src/read/normalise/normalise.ts";

const text = (raw: string): string => normalise(raw).text;

/** Raw offset of each code unit of the normalised text, read off the map. */
function rawOffsets({ text, map }: Normalised): number[] {
  const offsets: number[] = [];
  let index = 0;
  for (let out = 0; out < text.length; out++) {
    while (index + 1 < map.length && (map[index + 1]?.out ?? Infinity) <= out) index++;
    const piece = map[index];
    offsets.push(piece === undefined ? -1 : piece.raw + out - piece.out);
  }
  return offsets;
}

describe("ligatures of Calibri, written with their number in the font", () => {
  test.each([
    ["Ɵll akƟviteter", "till aktiviteter"],
    ["AƩ säƩa aƩ", "Att sätta att"],
    ["eŌer och EŌer", "efter och Efter"],
    ["plaƞormar", "platformar"],
    ["kommiƫn", "kommittin"],
    ["ak\u{10019f}v", "aktiv"],
  ])("%j", (raw, wanted) => {
    expect(text(raw)).toBe(wanted);
  });

  test.each(["Ōsaka och Tōkyō", "TŌKYŌ", "summan Ʃ och ƟRE", "Ʃ är en summa"])("%j is left", (raw) => {
    expect(text(raw)).toBe(raw);
  });
});

describe("line-end hyphens", () => {
  test.each([
    ["jäm-\nställdhet", "jämställdhet"],
    ["könsupp-\ndelad statistik", "könsuppdelad statistik"],
    ["jäm-\r\nställdhet", "jämställdhet"],
    ["jäm- \n  ställdhet", "jämställdhet"],
    ["jäm\u00ad\nställdhet", "jämställdhet"],
    ["jäm\u2010\nställdhet", "jämställdhet"],
    ["jäm\ufffeställdhet", "jämställdhet"],
    ["jäm\ufffe\r\nställdhet", "jämställdhet"],
    ["jäm\u0002ställdhet", "jämställdhet"],
    ["jäm¬\nställdhet", "jämställdhet"],
    ["jäm- ställdhet", "jämställdhet"],
    ["Kvin-\nnor 7,1", "Kvinnor 7,1"],
    ["JÄM-\nSTÄLLDHET", "JÄMSTÄLLDHET"],
    ["klass-\nsamhället", "klassamhället"],
    ["till-\nlåta", "tillåta"],
    ["till-\nlägg", "tillägg"],
  ])("joins %j", (raw, wanted) => {
    expect(text(raw)).toBe(wanted);
  });

  test.each([
    ["kvinno-\noch mansdominerade", "kvinno- och mansdominerade"],
    ["kvinno- och mansdominerade", "kvinno- och mansdominerade"],
    ["kvinno\ufffeoch mansdominerade", "kvinno- och mansdominerade"],
    ["barn-\neller elevhälsa", "barn- eller elevhälsa"],
    ["för-\nrespektive nackdelar", "för- respektive nackdelar"],
    ["barn-\nsamt ungdom", "barn- samt ungdom"],
    ["barn-\n& elevhälsa", "barn- & elevhälsa"],
    ["EU-\nkommissionen", "EU-kommissionen"],
    ["HBTQI-\npersoner", "HBTQI-personer"],
    ["hbtqi-\npersoner", "hbtqi-personer"],
    ["e-\npost", "e-post"],
    ["15-\n24 år", "15-24 år"],
    ["covid-\n19", "covid-19"],
    ["buss-\nsamt tågtrafik", "buss- samt tågtrafik"],
    ["Sverige-\nFinland", "Sverige-Finland"],
    ["innovations- ett steg", "innovations- ett steg"],
  ])("keeps the hyphen of %j", (raw, wanted) => {
    expect(text(raw)).toBe(wanted);
  });

  test.each([
    "ett tankstreck -\nsom står för sig",
    "- punkt ett\n- punkt två",
    "barn-, elev- och ungdomshälsa",
  ])("leaves %j alone", (raw) => {
    expect(text(raw)).toBe(raw);
  });
});

describe("letters", () => {
  test.each([
    ["a\u0308 och a\u030a", "ä och å"],
    ["ja¨msta¨lldhet", "jämställdhet"],
    ["ja ¨msta ¨lldhet pa°", "jämställdhet på"],
    ["J¨amst¨alldhet", "Jämställdhet"],
    [
      "Kvinnor med bro¨stsma¨rta va¨ntar, framfo¨r allt pa° mottagningar med fa° provtider.",
      "Kvinnor med bröstsmärta väntar, framför allt på mottagningar med få provtider.",
    ],
    ["eﬀektiv oﬃciell ﬁnns ﬂickor", "effektiv officiell finns flickor"],
    ["J Ä M S T Ä L L D H E T", "JÄMSTÄLLDHET"],
    ["M Å L  O C H  B U D G E T", "MÅL  OCH  BUDGET"],
    ["jÃ¤mstÃ¤lldhet Ã¶ver Ã¥ren", "jämställdhet över åren"],
    ["2019 â€“ 2022, â€œlikaâ€\u009d", "2019 – 2022, “lika”"],
    ["\u00c3\u0084garna", "Ägarna"],
  ])("repairs %j", (raw, wanted) => {
    expect(text(raw)).toBe(wanted);
  });

  test.each([
    "20 °C",
    "vid a °C",
    "SÃO PAULO",
    "betyg A B C",
    "P. A. B. S.",
    "Är Å å ä ö é",
    "château",
    "A B\nC D",
  ])("leaves %j alone", (raw) => {
    expect(text(raw)).toBe(raw);
  });
});

describe("signs without a shape", () => {
  test.each([
    ["jäm\u00adställd", "jämställd"],
    ["\ufeffMål", "Mål"],
    ["jäm\u200bställd", "jämställd"],
    ["5\u00a0000 kr", "5 000 kr"],
    ["a\r\nb\rc", "a\nb\nc"],
    ["röd \u001b[31mtext\u001b[0m", "röd text"],
    ["a\u0007b\u0000c\u009b2Jd", "abcd"],
    ["e\u2011post", "e-post"],
    ["\ud800x", "\ufffdx"],
  ])("%j", (raw, wanted) => {
    expect(text(raw)).toBe(wanted);
  });

  test("control characters are counted, zero-width ones and hyphens of PDF text are not", () => {
    expect(normalise("a\u001b[31mb\u0007").controls).toBe(2);
    expect(normalise("jäm\u0002ställd \u200b\u00ad").controls).toBe(0);
  });

  test("mojibake is counted", () => {
    expect(normalise("Ã¤ Ã¶").mojibake).toBe(2);
    expect(normalise("ä ö").mojibake).toBe(0);
  });
});

describe("the way back", () => {
  test("each half of a joined word points at its own place", () => {
    expect(normalise("jäm-\nställdhet").map).toEqual([
      { out: 0, raw: 0 },
      { out: 3, raw: 5 },
    ]);
  });

  test("what was dropped in front moves the first piece", () => {
    expect(normalise("\ufeff\u200bMål").map).toEqual([{ out: 0, raw: 2 }]);
  });

  test("both letters of a ligature point at it", () => {
    const offsets = rawOffsets(normalise("oﬃciell"));
    expect(offsets).toEqual([0, 1, 1, 1, 2, 3, 4, 5, 6]);
  });

  test("a composed letter points at its base", () => {
    expect(rawOffsets(normalise("xa\u0308y"))).toEqual([0, 1, 3]);
  });

  test("plain text is given back as it came", () => {
    const raw = "Jämställdhet är ett mål – för alla.\nÄven här.";
    expect(normalise(raw)).toEqual({ text: raw, map: [{ out: 0, raw: 0 }], controls: 0, mojibake: 0 });
  });
});

describe("laws", () => {
  /** Text made of what the repairs act on, so that they meet each other. */
  const nasty = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...Array.from(
            "aåäöAÅÄÖeéouU JÄ¨°˚´- \n\r\t\u00ad\u200b\u00a0\u0308\u030a\u0301ﬁﬃ\ufffe\u0002\u2010Ã¤Â§â€“\u0084¬&19C\u001b[m\ufeffäå\u0085",
          ),
        ),
        fc.constantFrom("och", "jäm-\n", "EU-\n", "A B C D", "¨", " ¨", "Ã", "¤"),
        fc.string({ unit: "binary", maxLength: 2 }),
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join(""));

  test("normalising twice is the same as once", () => {
    fc.assert(
      fc.property(nasty, (raw) => {
        const once = text(raw);
        expect(text(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  test("the map only goes forward and stays inside the raw text", () => {
    fc.assert(
      fc.property(nasty, (raw) => {
        const result = normalise(raw);
        let last = { out: -1, raw: -1 };
        for (const piece of result.map) {
          expect(piece.out).toBeGreaterThan(last.out);
          expect(piece.raw).toBeGreaterThanOrEqual(last.raw);
          last = piece;
        }
        for (const offset of rawOffsets(result)) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThan(raw.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("decomposed input gives the same text as composed input", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(nasty, fc.lorem())).map((parts) => parts.join(" ")),
        (raw) => {
          expect(text(raw.normalize("NFD"))).toBe(text(raw.normalize("NFC")));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("the result is NFC, well-formed and free of control characters", () => {
    fc.assert(
      fc.property(nasty, (raw) => {
        const result = text(raw);
        expect(result).toBe(result.normalize("NFC"));
        expect(result).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\ufffe]|\p{Surrogate}/u);
      }),
      { numRuns: 2000 },
    );
  });
});
