// Paragraphs that begin with a letter so large that it reaches down beside several lines.
import { describe, expect, it } from "vitest";
import { column, makePdf, type Placed } from "./make-pdf.ts";
import { headings, prose, readDocument, texts } from "./support.ts";

const leading = 13;

/** Widths in ems, of the type that makePdf sets. */
const widths: Readonly<Record<string, number>> = { K: 0.67, F: 0.61, A: 0.67, I: 0.28, "”": 0.33 };

/** A paragraph whose letter is `size` points large and stands on the baseline of its third line, or `higher` than it. */
function begun(letter: string, lines: readonly string[], higher = 0, size = 54): Placed[] {
  const [first = "", second = "", third = "", ...below] = lines;
  const end = [...letter].reduce((x, sign) => x + size * (widths[sign] ?? 0), 60);
  const beside = [first, second, third].map((text, at) => ({ text, x: end + 4, y: 700 - at * leading }));
  const under = below.map((text, at) => ({ text, x: 60, y: 700 - (at + 3) * leading }));
  return [{ text: letter, x: 60, y: 700 - 2 * leading + higher, size }, ...beside, ...under];
}

const after = column(prose(12), 60, 600);
const rest = [
  "redovisar hur det har gått i årsredovisningen",
  "till fullmäktige, som beslutar om nästa års",
  "budget och plan för hela länet.",
];
const textOf = async (placed: readonly Placed[]): Promise<string> =>
  texts(await readDocument(makePdf([[...placed, ...after]])), "paragraph").join("\n");

describe("a drop cap", () => {
  it.each([
    ["drawn first, on the baseline of a line", (placed: Placed[]) => placed],
    ["drawn last", ([cap, ...lines]: Placed[]) => [...lines, ...(cap === undefined ? [] : [cap])]],
    [
      "drawn behind the lines beside it",
      ([cap, ...lines]: Placed[]) => [
        ...lines.slice(0, 3),
        ...(cap === undefined ? [] : [cap]),
        ...lines.slice(3),
      ],
    ],
  ])("%s begins its word", async (_, order) => {
    const text = await textOf(order(begun("K", ["vinnor väntar längre än män på vård. Nämnden", ...rest])));
    expect(text).toMatch(/^Kvinnor väntar längre än män på vård\. Nämnden redovisar/);
    expect(text).toContain("i årsredovisningen till fullmäktige, som beslutar");
  });

  it("a little off the baseline does too, with a quotation mark before it as well", async () => {
    for (const letter of ["F", "”F"])
      expect(
        await textOf(begun(letter, ["lickor har högre betyg än pojkar. Nämnden", ...rest], 2.5)),
      ).toMatch(new RegExp(`^${letter}lickor har högre betyg`));
  });

  it("that can be a word of its own stays one", async () => {
    expect(await textOf(begun("I", ["länet bor fler kvinnor än män. Nämnden", ...rest]))).toMatch(
      /^I länet bor fler kvinnor/,
    );
  });
});

describe("a word in capitals", () => {
  it("keeps its large first letter", async () => {
    const word = [
      { text: "F", x: 60, y: 690, size: 30 },
      { text: "ÖR SVERIGES BÄSTA", x: 79, y: 690, size: 14 },
    ];
    expect((await readDocument(makePdf([[...word, ...after]]))).text).toContain("FÖR SVERIGES BÄSTA");
  });
});

describe("a large letter is no drop cap", () => {
  it.each([
    [
      "level with the last line, not with the first",
      begun("K", ["vinnor väntar längre. Nämnden", ...rest], -30),
    ],
    ["before a sentence that is whole", begun("A", ["Kommunen följer upp målen. Nämnden", ...rest])],
  ])("%s", async (_, placed) => {
    const document = await readDocument(makePdf([[...placed, ...after]]));
    expect(headings(document)).toEqual([]);
    expect(document.text).not.toMatch(/(?:K|A) ?(?:vinnor|Kommunen)/);
  });
});
