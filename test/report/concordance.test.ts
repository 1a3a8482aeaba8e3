import { describe, expect, test } from "vitest";
import type { Concordance, ConcordanceHit } from "../../src/model/concordance.ts";
import { renderConcordanceCsv } from "../../src/report/concordance/render-csv.ts";
import { renderConcordance } from "../../src/report/concordance/render-terminal.ts";
import { sortHits } from "../../src/report/concordance/sort-hits.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { displayWidth } from "../../src/report/terminal/lay-out.ts";

const screen: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };
const section = { id: "s2", number: "3.2", heading: "Personal", depth: 1 };
const hit = (before: string, match: string, after: string, page = 14): ConcordanceHit => ({
  section,
  location: { page },
  before,
  match,
  after,
});
const hostile = "A\u001b[2J\u0007B\u202egnp\r\nC";
const concordance: Concordance = {
  term: "kvinna",
  documents: [
    {
      path: "styrdokument/mal-och-budget.pdf",
      status: "read",
      hits: [
        hit(
          "Av de anställda är 79 procent ",
          "kvinnor",
          " och 21 procent är män. Sjukfrånvaron har minskat sedan i fjol.",
        ),
        hit("", "Kvinnorna", " äger skog.", 7),
      ],
      notices: [],
    },
    { path: "tom.txt", status: "read", hits: [], notices: [] },
    {
      path: `${hostile}.docx`,
      status: "read",
      hits: [hit(`Åtgärder för ${hostile} `, "kvinnors", ` ${hostile}`, 1)],
      notices: [],
    },
    { path: "last.pdf", status: "unreadable", hits: [], notices: [] },
  ],
};

describe("on a screen", () => {
  test("the word stands in one column, with place and section, document by document", () => {
    expect(renderConcordance(concordance, screen, "place")).toMatchSnapshot();
  });

  test.each([60, 80, 120, 200])(
    "in %i columns no line is wider, and the words stand under each other",
    (width) => {
      for (const order of ["place", "left", "right"] as const) {
        const lines = renderConcordance(concordance, { ...screen, width }, order).split("\n");
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        const columns = lines
          .filter((line) => line.includes("»"))
          .map((line) => displayWidth(line.slice(0, line.indexOf("»"))));
        expect(columns).toHaveLength(3);
        expect(new Set(columns).size).toBe(1);
      }
    },
  );

  test("nothing that a terminal obeys gets through", () => {
    const text =
      renderConcordance(concordance, screen, "left") + renderConcordanceCsv(concordance, "sv", "left");
    expect(text.replace(/[\r\n\ufeff]/g, "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test("says so when there is no hit, and names what could not be read", () => {
    const none = renderConcordance(
      { term: "x", documents: concordance.documents.slice(1, 2) },
      screen,
      "place",
    );
    expect(none).toBe("x: 0 träffar i 0 av 1 dokument\n");
    expect(renderConcordance(concordance, screen, "place")).toContain("kunde inte läsas: last.pdf");
  });
});

describe("the order", () => {
  const before = (order: "left" | "right"): string[] =>
    sortHits(concordance, order).map(({ hit: { match } }) => match);

  test("by what follows: och before äger, with å ä ö last", () => {
    expect(before("right")).toEqual(["kvinnors", "kvinnor", "Kvinnorna"]);
  });

  test("by what stands before, from the word outwards; an empty context first", () => {
    expect(before("left")[0]).toBe("Kvinnorna");
  });
});

test("CSV has a row a hit, with document, section and place", () => {
  const lines = renderConcordanceCsv(concordance, "sv", "place").split("\r\n");
  expect(lines[0]).toBe("\ufeffDokument;Avsnitt;Plats;Före;Träff;Efter");
  expect(lines[1]).toMatch(
    /^styrdokument\/mal-och-budget\.pdf;3\.2 Personal;sida 14;Av de anställda är 79 procent;kvinnor;och 21/,
  );
  expect(lines).toHaveLength(5);
});

describe("as linear text", () => {
  const plain: RenderOptions = { ...screen, unicode: false, plain: true, width: 60 };

  test("each hit has its place and its word before the context, which stands whole", () => {
    const text = renderConcordance(concordance, plain, "place");
    expect(text).toContain("\nDokument: styrdokument/mal-och-budget.pdf\nAvsnitt: 3.2 Personal\n");
    expect(text.replaceAll("\n", " ")).toContain(
      "Träff 1, sida 14, kvinnor: Av de anställda är 79 procent kvinnor och 21 procent är män. Sjukfrånvaron har minskat sedan i fjol.",
    );
  });

  test("nothing is told by columns or marks, and every hit names its document where they are mixed", () => {
    const hits = concordance.documents.flatMap((document) => document.hits);
    const sorted = renderConcordance(concordance, plain, "right");
    expect(sorted).not.toMatch(/^ |\S {2}|[[\]]/m);
    expect(sorted.match(/^Träff \d+,/gm)).toHaveLength(hits.length);
    expect(sorted.match(/^Dokument: /gm)).toHaveLength(hits.length);
  });
});
