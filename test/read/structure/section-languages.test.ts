// A document in one language with sections in another.
import { describe, expect, test } from "vitest";
import { documentOf } from "../support.ts";

const swedish =
  "Nämnden följer upp arbetet varje år och redovisar resultatet till fullmäktige. Målen gäller alla verksamheter, även de som kommunen har lagt ut på andra. Det som inte är klart vid årets slut tas med i nästa plan, och den som ansvarar för åtgärden säger då när den ska vara färdig.";
const english =
  "This report describes how the municipality has worked with its goals during the year. The results are followed up by the committee, and they will be reported to the council. All services are included, also those which have been contracted out to others, and the plan for next year is based on this.";
const finnish =
  "Tässä raportissa kerrotaan, miten kunta on toiminut vuoden aikana ja mitä tavoitteita sillä on. Tulokset ovat hyviä, mutta työ ei ole valmis, ja se jatkuu myös ensi vuonna. Palvelut ovat kaikille, ja niin on myös tulevaisuudessa. Jos tavoite ei toteudu, siitä kerrotaan, kun suunnitelma on valmis, sekä lautakunnalle että valtuustolle.";

/** "Heading: language" for the sections that have one of their own. */
const languages = (...lines: readonly string[]): string[] =>
  documentOf(lines).sections.flatMap(({ heading, language }) =>
    language === undefined ? [] : [`${heading}: ${language}`],
  );

describe("a section in another language than the document", () => {
  test.each([
    ["English", english, "en"],
    ["Finnish", finnish, "fi"],
  ])("is known: %s in a Swedish report", (_, text, code) => {
    expect(languages("# Mål", swedish, swedish, swedish, "# Annat", text, "# Uppföljning", swedish)).toEqual([
      `Annat: ${code}`,
    ]);
  });

  test("is known where it is the Swedish one", () => {
    const document = documentOf([
      "# Goals",
      english,
      english,
      "# Results",
      english,
      "# Sammanfattning",
      swedish,
    ]);
    expect(document.language).toBe("en");
    expect(document.sections.map(({ language }) => language)).toEqual([undefined, undefined, "sv"]);
  });

  test("takes the short sections under it along, and those under a Swedish one stay Swedish", () => {
    expect(
      languages(
        ...["# Mål", swedish, swedish, "## Kort", "Ett mål till."],
        ...["# Summary", english, "## Goals", "The goals are few."],
        ...["# Uppföljning", swedish],
      ),
    ).toEqual(["Summary: en", "Goals: en"]);
  });

  test("is known by its parts together, where each is short", () => {
    const parts = english
      .split(/(?<=\.) /)
      .flatMap((sentence, at) => [`## ${["Work", "Results", "Plans"][at] ?? ""}`, sentence]);
    expect(languages("# Mål", swedish, swedish, "# Summary", ...parts, "# Slut", swedish)).toEqual([
      "Work: en",
      "Results: en",
      "Plans: en",
    ]);
  });
});

describe("a section is not in another language", () => {
  test.each([
    ["for a quotation in it", `${swedish} ”The goals are followed up by the committee.” ${swedish}`],
    [
      "for notes that are numbered: “not” and “is” are Swedish words too",
      Array.from({ length: 30 }, (_, at) => `Not ${String(at)} Intäkter av is och snö`).join(". "),
    ],
    [
      "for names of places, firms and programs",
      "Stockholm Business Region, Invest in Skåne, Visit Dalarna, The Hub, Region Halland, Microsoft for Education, Office of Technology, Malmö Live, Science Park, Region Kronoberg, Smart City, Umeå Energi, Luleå Science, Kista Gate, Arlanda Stad, Medicon Village, Ideon Gateway, Johanneberg Science Park, Lindholmen, Sahlgrenska, Chalmers, Karolinska, Polhem, Ångström, Alfa Laval",
    ],
    ["for a few words", "All services are included, and the plan is based on this."],
  ])("%s", (_, text) => {
    expect(languages("# Mål", swedish, swedish, "# Annat", text, "# Uppföljning", swedish)).toEqual([]);
  });

  test("where it is the only one: the document is then in that language", () => {
    const document = documentOf(["# Report", english, english]);
    expect([document.language, document.sections[0]?.language]).toEqual(["en", undefined]);
  });
});
