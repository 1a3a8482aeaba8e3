// The requirements of the built-in pack: on the invented documents of fixtures/halland, status by status as someone who
// knows the field would sign them, and on small documents that are close to the line.
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { judgeDocument } from "../../src/judge/judge-document.ts";
import { indexRules, type RuleIndex } from "../../src/match/rule-index.ts";
import type { RequirementStatus } from "../../src/model/report.ts";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { loadPacks } from "../../src/rules/load-packs.ts";

let index: RuleIndex;
beforeAll(async () => {
  index = indexRules(await loadPacks([]));
});

interface Found {
  readonly status: RequirementStatus;
  /** Number and heading of the section where it stands; null for the document. */
  readonly at: string | null;
}

async function judge(bytes: Uint8Array, name: string, type: string): Promise<Map<string, Found>> {
  const document = await readDocument(bytes, name, defaultReadOptions);
  if (document.kind === "unread") throw new Error(`${name} was not read`);
  const { requirements } = judgeDocument(index, document, { type, path: name });
  return new Map(
    requirements.map(({ rule, status, section }) => {
      const found = document.sections.find(({ id }) => id === section);
      const at = found === undefined ? null : [found.number, found.heading].filter(Boolean).join(" ");
      return [rule.handbook ?? rule.id, { status, at }];
    }),
  );
}

const judgeFixture = async (file: string): Promise<Map<string, Found>> =>
  judge(await readFile(`fixtures/halland/${file}`), file, "auto");

const judgeText = async (type: string, markdown: string): Promise<Map<string, Found>> =>
  judge(new TextEncoder().encode(markdown), "text.md", type);

/** "K-MB-02": ids of the requirements that have a status. */
const idsOf = (found: Map<string, Found>, status: RequirementStatus, prefix: string): string[] =>
  [...found].filter(([id, one]) => one.status === status && id.startsWith(prefix)).map(([id]) => id);

describe("the five documents of fixtures/halland", () => {
  test("the care strategy meets none of its own requirements, each at the section that ought to", async () => {
    const found = await judgeFixture("halso-och-sjukvardsstrategi.docx");
    expect(idsOf(found, "met", "K-HS")).toEqual([]);
    expect(idsOf(found, "unmet", "K-HS")).toHaveLength(10);
    expect(found.get("K-HS-01")?.at).toBe("2.1 Befolkningens hälsa och vårdbehov");
    expect(found.get("K-HS-02")?.at).toBe("4.1 Jämlik vård på lika villkor");
    expect(found.get("K-HS-07")?.at).toBe("5.4 Digitala vårdtjänster");
    expect(found.get("K-HS-09")?.at).toBe("9.2 Uppföljning");
    // No section is about women's health: names of clinics and dates of screening make none.
    expect(found.get("K-HS-04")?.at).toBeNull();
  });

  test("the development strategy meets all but the ones on every section and chapter", async () => {
    const found = await judgeFixture("regional-utvecklingsstrategi.pdf");
    expect(idsOf(found, "met", "K-RUS")).toHaveLength(9);
    expect(idsOf(found, "unmet", "K-")).toEqual([]);
    expect(idsOf(found, "partly", "K-")).toEqual(["K-ALL-01", "K-RUS-03"]);
  });

  test("the growth strategy meets its own", async () => {
    const found = await judgeFixture("tillvaxtstrategi.pdf");
    expect(idsOf(found, "met", "K-TS")).toHaveLength(8);
  });

  test("the budget has a sentence and an assignment, no goal, no indicator, no follow-up", async () => {
    const found = await judgeFixture("mal-och-budget.pdf");
    expect(idsOf(found, "met", "K-MB")).toEqual(["K-MB-01", "K-MB-03"]);
    expect(idsOf(found, "partly", "K-MB")).toEqual(["K-MB-05", "K-MB-07", "K-MB-08"]);
    expect(found.get("K-MB-02")).toEqual({ status: "unmet", at: "3.1 Mål för invånarna" });
    expect(found.get("K-MB-04")).toEqual({ status: "unmet", at: "2.2 Befolkning" });
    expect(found.get("K-MB-06")).toEqual({ status: "unmet", at: "3.3 Indikatorer" });
    expect(found.get("K-MB-09")).toEqual({ status: "unmet", at: "7.1 Uppföljning" });
  });

  test("the plan has training only, and a waiver without a reason", async () => {
    const found = await judgeFixture("verksamhetsplan.docx");
    expect(found.get("K-VP-03")?.status).toBe("unmet");
    expect(found.get("K-ALL-04")).toEqual({ status: "unmet", at: "4.1 En samlad styrning" });
    expect(found.get("K-VP-06")).toEqual({ status: "unmet", at: "3.2 Personal" });
    expect(idsOf(found, "met", "K-VP")).toEqual(["K-VP-02"]);
  });
});

describe("close to the line", () => {
  test("a reason makes a waiver an answer; without one it is none", async () => {
    const report = (reason: string): string =>
      `# Tjänsteskrivelse\n## Bakgrund\nPatienterna får svar i ett nytt system, och 40 medarbetare ska utbildas.\n` +
      `## Jämställdhet\nÄrendet bedöms inte påverka jämställdheten${reason}.`;
    const without = await judgeText("tjansteskrivelse", report(""));
    expect(without.get("K-TJ-06")).toEqual({ status: "unmet", at: "Jämställdhet" });
    expect(without.get("K-TJ-03")?.status).toBe("unmet");
    const reasoned = await judgeText("tjansteskrivelse", report(", eftersom det bara gäller byte av system"));
    expect(reasoned.get("K-TJ-06")?.status).toBe("met");
    expect(reasoned.get("K-TJ-03")?.status).toBe("met");
  });

  test("a report on something that is not about people is asked for nothing", async () => {
    const found = await judgeText(
      "tjansteskrivelse",
      "# Tjänsteskrivelse\n## Bakgrund\nTaket på förrådet läcker och behöver läggas om.\n## Förslag till beslut\nTaket läggs om för 2 mnkr.",
    );
    expect(idsOf(found, "unmet", "K-")).toEqual([]);
    expect(found.get("K-TJ-01")?.status).toBe("notApplicable");
  });

  test("sick leave in a table by sex meets the law; the share of women beside a total does not", async () => {
    const table =
      "# Årsredovisning\n## Personal\nTabell 3. Sjukfrånvaro, procent\n\n| Grupp | 2023 | 2024 |\n| --- | ---: | ---: |\n| Kvinnor | 7,2 | 7,0 |\n| Män | 4,3 | 4,1 |";
    const total =
      "# Årsredovisning\n## Personal\nSjukfrånvaron var 6,4 procent. Av medarbetarna är 79 procent kvinnor.";
    expect((await judgeText("arsredovisning", table)).get("K-AR-01")?.status).toBe("met");
    expect((await judgeText("arsredovisning", total)).get("K-AR-01")?.status).not.toBe("met");
  });

  test("an annual report of a part without a word on staff is not asked for sick leave", async () => {
    const found = await judgeText(
      "arsredovisning",
      "# Bokslut för kulturnämnden\n## Bibliotek\nAntalet besökare ökade till 120 000 personer, och barn lånade fler böcker.",
    );
    expect(found.get("K-AR-01")?.status).toBe("notApplicable");
  });

  test("'regardless of sex' names neither women nor men", async () => {
    const text = (what: string): string =>
      `# Hälso- och sjukvårdsstrategi\n## Jämlik vård\nVården ska vara jämlik. ${what}`;
    const neutral = await judgeText("hs-strategi", text("Alla patienter ska få vård oavsett kön och ålder."));
    const named = await judgeText(
      "hs-strategi",
      text("Kvinnor och män ska få lika god vård vid hjärtinfarkt."),
    );
    expect(neutral.get("K-HS-02")?.status).toBe("unmet");
    expect(named.get("K-HS-02")?.status).toBe("met");
  });

  test("a strategy that does not speak of equal care is not asked what it means by it", async () => {
    const found = await judgeText(
      "hs-strategi",
      "# Hälso- och sjukvårdsstrategi\n## Nära vård\nAlla patienter ska få en fast läkare.",
    );
    expect(found.get("K-HS-02")?.status).toBe("notApplicable");
  });

  test("a woman's refuge among grants is not care's answer to violence", async () => {
    const found = await judgeText(
      "hs-strategi",
      "# Hälso- och sjukvårdsstrategi\n## Civilsamhället\nBidrag lämnas till Kvinnojouren Viljan och Njurförbundet. Antalet patienter som får stöd ska öka.",
    );
    expect(found.get("K-HS-06")?.status).toBe("unmet");
  });

  test("staff figures are not found in the row that opens the table", async () => {
    const rows = (first: string): string =>
      `# Nämndbudget\n## Personalmått\nMedarbetarna är 832.\n\n\`\`\`\n${first}\nSjukfrånvaro kvinnor | 7,7 % | 7,0 %\nSjukfrånvaro män | 5,0 % | 4,0 %\n\`\`\`\n`;
    const found = await judgeText("mal-budget", rows("Andel heltid | 81 % | 84 %"));
    expect(found.get("K-MB-07")?.status).not.toBe("met");
  });

  test("the column of a budget is no money that women and men share", async () => {
    const school = "\n## Skola\nAntalet elever som får stöd ska öka.";
    const table = (column: string): string =>
      `# Mål och budget\n## Nämnden\n\n| Nyckeltal | Utfall 2024 | ${column} |\n| --- | --- | --- |\n| Sjukfrånvaro kvinnor | 7,7 % | 7,0 % |\n| Sjukfrånvaro män | 5,0 % | 4,0 % |\n${school}`;
    expect((await judgeText("mal-budget", table("Budget 2026"))).get("K-MB-05")?.status).toBe("unmet");
    const shared = await judgeText(
      "mal-budget",
      `# Mål och budget\n## Nämnden\nAv föreningsbidraget gick 64 procent till verksamhet där pojkar är i majoritet.${school}`,
    );
    expect(shared.get("K-MB-05")?.status).toBe("met");
  });

  test("a budget of which one part speaks of people is not asked for what a whole one must hold", async () => {
    const part = "# Budgetunderlag\n## Befolkning\nAntalet äldre invånare ökar till 9 800 personer.";
    const found = await judgeText("mal-budget", part);
    expect(found.get("K-MB-07")?.status).toBe("notApplicable");
    expect(found.get("K-MB-04")?.status).toBe("unmet");
  });

  test("a cost or an amount per person counts nobody", async () => {
    const text = (row: string): string =>
      `# Budget\n## Mål\nAlla elever ska nå målen.\n\n| Indikator | 2024 | Mål 2026 |\n| --- | --- | --- |\n| ${row} | 145 | 140 |\n`;
    const { status } = (
      await judgeText("ovrigt", text("Förbrukning, genomsnitt, liter/person och dygn"))
    ).get("K-ALL-01") ?? { status: null };
    expect(status).toBe("notApplicable");
    expect((await judgeText("ovrigt", text("Antal elever som får stöd"))).get("K-ALL-01")?.status).toBe(
      "unmet",
    );
  });

  test("a date counts nobody", async () => {
    const text = (what: string): string =>
      `# Rapport\n## Personal\nEnkäten visar ${what} medarbetare mår bra.`;
    expect(
      (await judgeText("ovrigt", text("per den 24 februari i genomsnitt hur"))).get("K-ALL-01")?.status,
    ).toBe("notApplicable");
    expect(
      (await judgeText("ovrigt", text("att i genomsnitt 24 procent av alla"))).get("K-ALL-01")?.status,
    ).toBe("unmet");
  });

  test("people are counted by a number, not by 'ett antal'", async () => {
    const text = (count: string): string =>
      `# Rapport\n## Utbildning\nUnder året har ${count} medarbetare gått utbildning, och elever har fått stöd.`;
    expect((await judgeText("ovrigt", text("ett antal"))).get("K-ALL-01")?.status).toBe("notApplicable");
    expect((await judgeText("ovrigt", text("120"))).get("K-ALL-01")?.status).toBe("unmet");
  });

  const staff =
    "## Personal\nNämnden har 126 medarbetare. Sjukfrånvaron var 5,9 procent för kvinnor och 4,8 procent för män.\n";
  const pipes =
    "## Ledningsnätet\nLedningsnätet är 640 kilometer långt och har två vattenverk, tre reningsverk och elva pumpstationer. " +
    "Läckaget minskade med två procent sedan huvudledningen längs åsen hade bytts ut under hösten.\n";
  const people = (heading: string): string =>
    `## ${heading}\nAntalet elever som fick stöd ökade till 420, och fler barn deltog i verksamheten under året.\n`;

  test("a board whose only section on people is on its staff is not asked for effects on gender equality", async () => {
    const technical = await judgeText("arsredovisning", `# Årsredovisning\n${pipes}${staff}`);
    expect(technical.get("K-AR-05")?.status).toBe("notApplicable");
    expect(technical.get("K-AR-01")?.status).toBe("met");
  });

  test("a board whose services are about people is asked, and one that takes the matter up itself", async () => {
    const school = `# Årsredovisning\n${people("Skola")}${people("Fritids")}${people("Kulturskola")}${staff}`;
    expect((await judgeText("arsredovisning", school)).get("K-AR-05")?.status).toBe("unmet");
    const taken = `# Årsredovisning\n${pipes}## Jämställdhet\nNätverket för jämställdhet har träffats fyra gånger.\n`;
    expect((await judgeText("arsredovisning", taken)).get("K-AR-05")).toMatchObject({ at: "Jämställdhet" });
    const climate = `# Årsredovisning\n${pipes}## Hållbarhet\nAndelen fossilfria fordon ökade till 64 procent.\n`;
    expect((await judgeText("arsredovisning", climate)).get("K-AR-05")?.status).toBe("notApplicable");
  });

  test("goals on energy are no results on people; those that count people are", async () => {
    const goals = (what: string): string => `# Årsredovisning\n${people("Skola")}## Måluppfyllelse\n${what}`;
    const energy = await judgeText("arsredovisning", goals("Målet 130 kWh nåddes inte, utfallet blev 134."));
    expect(energy.get("K-AR-02")?.status).toBe("notApplicable");
    const pupils = await judgeText("arsredovisning", goals("Av eleverna nådde 82 procent målen."));
    expect(pupils.get("K-AR-02")).toEqual({ status: "unmet", at: "Måluppfyllelse" });
    // A short report in which no section steers: what it counts is asked about all the same.
    const homes =
      "# Rapport\n## Måluppfyllelse\nAv de 41 som sökte stöd har 3 personer fått en permanent bostad.";
    expect((await judgeText("arsredovisning", homes)).get("K-AR-02")?.status).toBe("unmet");
  });

  test("the pay survey is asked of the employer's annual report, not of an interim report or a board", async () => {
    const report = (title: string): Promise<Map<string, Found>> =>
      judgeText("arsredovisning", `# ${title}\n${people("Skola")}${staff}`);
    expect((await report("Årsredovisning 2025")).get("K-AR-06")?.status).toBe("unmet");
    expect((await report("Delårsrapport augusti 2025")).get("K-AR-06")?.status).toBe("notApplicable");
    expect((await report("Årsredovisning 2025 Barnnämnden")).get("K-AR-06")?.status).toBe("notApplicable");
  });

  test("the plan of a board for water is asked about its staff, not for a target group of women and men", async () => {
    const plan = await judgeText(
      "verksamhetsplan",
      `# Verksamhetsplan\n${pipes}## Nämndens mål\nLäckaget ska minska till 12 procent.\n## Indikatorer\nLäckage, procent.\n## Medarbetare\nNämnden har 84 medarbetare. Sjukfrånvaron var 4,1 procent.`,
    );
    expect(idsOf(plan, "unmet", "K-VP")).toEqual(["K-VP-06"]);
  });

  test("instructions for a budget are asked for what they can say, and so is what is handed in to one", async () => {
    const budget = async (title: string): Promise<string[]> => {
      const parts = `${people("Skola")}${people("Förskola")}${people("Befolkning")}${staff.replace("kvinnor", "alla").replace(" och 4,8 procent för män", "")}`;
      return idsOf(await judgeText("mal-budget", `# ${title}\n${parts}`), "unmet", "K-MB");
    };
    const all = ["K-MB-01", "K-MB-02", "K-MB-03", "K-MB-04", "K-MB-05", "K-MB-07", "K-MB-09"];
    expect(await budget("Mål och budget 2026")).toEqual(all);
    const instructions = ["K-MB-01", "K-MB-02", "K-MB-03", "K-MB-09"];
    expect(await budget("Tidplan och anvisningar för budget 2027")).toEqual(instructions);
    expect(await budget("Budgetdirektiv 2027")).toEqual(instructions);
    const handedIn = ["K-MB-02", "K-MB-04", "K-MB-05", "K-MB-07"];
    expect(await budget("Budgetunderlag 2026")).toEqual(handedIn);
    expect(await budget("Underlag till kommunbudget 2026")).toEqual(handedIn);
  });

  test("training is an activity, but not more than training", async () => {
    const found = await judgeText(
      "verksamhetsplan",
      "# Verksamhetsplan\n## Aktiviteter\nAlla chefer ska gå utbildning i jämställdhet under våren. HR-chefen ansvarar.",
    );
    expect(found.get("K-VP-02")?.status).toBe("met");
    expect(found.get("K-VP-03")?.status).toBe("unmet");
  });

  test("a document of no known type is asked for what all should hold, and nothing else", async () => {
    const found = await judgeText("ovrigt", "# Rapport\n## Resor\nVar tredje invånare, 33 procent, pendlar.");
    expect([...found.keys()]).toEqual(["K-ALL-01", "K-ALL-02", "K-ALL-03", "K-ALL-04", "K-ALL-05"]);
  });
});
