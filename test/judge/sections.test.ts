// What a section is and what is to be expected of it: quiet zones, framing, empty headings, copied text, doubt.
import { describe, expect, test } from "vitest";
import { auditSection, auditText, sectionOf } from "../support/audit-text.ts";

const evidence = "Kvinnor väntar i genomsnitt nio dagar längre än män på besked om hjärtutredning.";
const aboutPeople =
  "Andelen elever som når gymnasiebehörighet är 84 procent. Nämnden ska öka andelen till 90 procent och följa upp resultaten för eleverna varje år.";

describe("expected", () => {
  test("is a section about people that counts them or sets goals", async () => {
    const section = await auditSection(aboutPeople);
    expect(section).toMatchObject({ expected: true, level: 0, status: "missing" });
    expect(section.because.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["expectation:people"]));
    expect(section.because.flatMap(({ terms }) => terms)).toContain("elever");
  });

  test.each([
    ["things", "Fastigheterna värms med fjärrvärme. Energianvändningen ska minska med 20 procent till 2027."],
    [
      "money",
      "Räntenivån väntas sjunka under perioden. Soliditeten ska vara minst 20 procent och skulden 1 200 mnkr.",
    ],
    ["procedure", "Planen antas av fullmäktige och revideras vart fjärde år. Diariet förs av kansliet."],
  ])("is not a section about %s", async (_what, text) => {
    expect(await auditSection(text)).toMatchObject({ expected: false, status: "notExpected", because: [] });
  });

  test("is any section that has the perspective", async () => {
    expect(await auditSection(evidence)).toMatchObject({ expected: true, status: "present" });
  });

  const ofPeople = "Äldre som bor ensamma ska få hjälp.";
  const ofThings = [
    "Vid ett elavbrott startar reservkraften på vattenverket.",
    "Avloppet leds till reningsverket i hamnen.",
    "Skogen längs ledningen ska röjas varje vår.",
    "Drivmedel ska finnas för fordonen i en vecka.",
  ];

  test("is not where far more is said of things than of people", async () => {
    expect((await auditSection([...ofThings, ofPeople].join(" "))).expected).toBe(false);
  });

  test("is where people are spoken of about as much as things", async () => {
    const text = [...ofThings.slice(0, 3), ofPeople, "Brukarna ska få besök av hemtjänsten.", ofPeople].join(
      " ",
    );
    expect(await auditSection(text)).toMatchObject({ expected: true, status: "missing" });
  });

  const thought =
    "Tanken om det gemensamma har burit partiet genom lång tid och prövats i både medgång och motgång av dem som var med. ";

  test("is not a long text that only narrates, though it speaks of people here and there", async () => {
    const people = "Människor har alltid sökt varandra. Alla människor har rätt att höras. ";
    const text = thought.repeat(8) + people.repeat(2) + "Målet är frihet.";
    expect((await auditSection(text)).expected).toBe(false);
  });

  test("is a long text that steers as it goes", async () => {
    const steering = "Eleverna ska få stöd i tid, och skolan ska erbjuda läxhjälp. ";
    expect(await auditSection(thought.repeat(4) + steering.repeat(6))).toMatchObject({ expected: true });
  });

  test("is not because a heading has a number of its own in front of people", async () => {
    const text = "Särskilt boende Ljungen. Särskilt boende Eken. Särskilt boende Linden.";
    expect((await auditSection(text, "3.2.1 Särskilt boende")).expected).toBe(false);
    expect((await auditSection(`${text} Totalt finns 412 brukare.`, "3.2.1 Särskilt boende")).expected).toBe(
      true,
    );
  });

  test("is not because the name of a unit holds words for people", async () => {
    const text = "Nämnden gav i uppdrag att se över lokalerna. Beslutet fattades av Vård & Omsorg i maj.";
    expect((await auditSection(text)).expected).toBe(false);
    const inLowerCase = text.replace("Vård & Omsorg", "dem som arbetar med barnens vård och äldres omsorg");
    expect((await auditSection(inLowerCase)).expected).toBe(true);
  });

  test("is not because words for people have the capitals of names", async () => {
    const text =
      "Kommunen fick i uppdrag att ta fram ett förslag till avtal med Överförmyndare i samverkan. " +
      "Förslaget lämnas till nämnden för Individ och Familjeomsorg före årets slut.";
    expect((await auditSection(text)).expected).toBe(false);
  });

  test("is where words with a capital open a sentence", async () => {
    const text =
      "Elever i grundskola och förskola ska få mer stöd. Familjeomsorg ges till de barn som behöver den, och andelen ska öka.";
    expect(await auditSection(text)).toMatchObject({ expected: true, status: "missing" });
  });

  test("is not because one verb of intent stands beside people", async () => {
    const text = "Människor möts på torget. Det skapar trygghet i stadsdelen.";
    expect((await auditSection(text)).expected).toBe(false);
    const more = "Människor möts på torget. Det skapar trygghet i stadsdelen och stärker invånarnas hälsa.";
    expect(await auditSection(more)).toMatchObject({ expected: true, status: "missing" });
  });

  test("is not decided by how often one word stands there", async () => {
    const section = await auditSection(
      "Fastigheter, fastigheter, fastigheter. Patienthotellets fasad målas om.",
    );
    expect(section.expected).toBe(false);
  });
});

describe("what a gap says", () => {
  const gapOf = async (text: string, heading = "3.1 Läget"): Promise<string | undefined> => {
    const report = await auditText(`# Plan\n\n## ${heading}\n\n${text}\n`);
    const { id } = sectionOf(report, heading);
    return report.gaps.find(({ section }) => section === id)?.rule;
  };

  test("people are counted where figures stand beside people", async () => {
    expect(await gapOf("Andelen nöjda patienter är 82 procent. Nämnden ska öka andelen.")).toBe(
      "gap-person-figures",
    );
    expect(await gapOf("Antalet brukare ökade. Andelen nöjda var 82 procent. Insatserna fortsätter.")).toBe(
      "gap-person-figures",
    );
  });

  test("people are not counted where figures count something else", async () => {
    const text =
      "Andelen våtmarker har ökat med 12 procent. Medborgarna bjuds in till vandringar. Utsläppen har minskat med 8 procent. Eleverna ska lära sig om havet.";
    expect(await gapOf(text)).not.toBe("gap-person-figures");
  });

  test("people are not counted where figures count homes", async () => {
    const text =
      "Antalet nya bostäder ökade med 12 procent. Hyresrätterna blev 400 fler. Hyresgästerna ska erbjudas dialog.";
    expect(await gapOf(text)).not.toBe("gap-person-figures");
  });

  test("people are not counted where a cost or an amount is divided by them", async () => {
    const perHead = "Kostnaden per elev var 119 100 kronor. Avfallet ska minska till 380 kg per invånare.";
    expect((await auditSection(perHead)).expected).toBe(false);
    const perThousand = "Antalet sjukskrivna per 1 000 invånare ökade, och fler elever ska få stöd.";
    expect((await auditSection(perThousand)).expected).toBe(true);
  });

  test("a promise to report back is no follow-up of results", async () => {
    const promise =
      "Kommunen äger tre ridanläggningar. Förvaltningen ska undersöka hur ungdomar använder dem och återrapportera under året.";
    expect(await gapOf(promise)).not.toBe("gap-indicators");
    expect(await gapOf("Eleverna ska nå målen. Indikatorn för elever i årskurs nio mäts varje år.")).toBe(
      "gap-indicators",
    );
    expect(await gapOf("Insatserna för eleverna ska bli fler.", "3.1 Uppföljning")).toBe("gap-indicators");
  });

  test("violence that is described without women and men is asked who is exposed to it (G-17)", async () => {
    expect(
      await gapOf(
        "Våldsutsatta personer ska få stöd av socialtjänsten. Medarbetarna frågar om våldsutsatthet.",
      ),
    ).toBe("deepen-neutral-violence");
    expect(await gapOf("Medarbetarna ska utbildas om våld i nära relationer, så att brukare får stöd.")).toBe(
      "deepen-neutral-violence",
    );
  });

  test("violence is not asked so where women or men are named", async () => {
    const gap = await gapOf(
      "Våldsutsatta kvinnor ska få stöd av socialtjänsten. Männen som utövar våldet erbjuds samtal.",
    );
    expect(gap).toBeDefined();
    expect(gap).not.toBe("deepen-neutral-violence");
  });

  test("a result by sex without a word on what it means is asked for it (G-30)", async () => {
    expect(
      await gapOf("Resultatet blev 92 procent nöjda bland männen och 84 procent nöjda bland kvinnorna."),
    ).toBe("deepen-result");
  });

  test.each(["Det beror på att kvinnor oftare söker på kvällen.", "Nämnden inför därför kvällsöppet."])(
    "a result that is explained or acted on is not: %s",
    async (conclusion) => {
      const gap = await gapOf(
        `Resultatet blev 92 procent nöjda bland männen och 84 procent nöjda bland kvinnorna. ${conclusion}`,
      );
      expect(gap).not.toBe("deepen-result");
    },
  );

  test("one word about traffic does not make a section one about travel", async () => {
    const sentences = [
      "Föreningarna ska få stöd så att fler barn deltar.",
      "Ungdomarna ska kunna påverka utbudet.",
      "Eleverna ska möta kultur i skolan.",
      "Äldre ska erbjudas träffpunkter.",
      "Medborgarna ska bjudas in till dialog.",
      "Barnen ska kunna låna böcker.",
      "Nämnden ska stödja unga arrangörer.",
    ].join(" ");
    expect(await gapOf(`${sentences} En cykelväg invigs.`)).not.toBe("gap-transport");
    expect(await gapOf("Resenärerna ska få tätare bussturer och fler cykelvägar.")).toBe("gap-transport");
  });
});

describe("a waiver without a reason", () => {
  test("is a gap where the matter concerns people, or is not known", async () => {
    for (const text of [
      "Beslutet bedöms inte påverka jämställdheten.",
      "Avgiften för hemtjänsten höjs. Beslutet bedöms inte påverka jämställdheten.",
    ]) {
      expect(await auditSection(text)).toMatchObject({ expected: true, status: "missing" });
    }
  });

  test.each([
    "Förändringen får inte några negativa följder vare sig för jämställdhet, integration eller folkhälsa.",
    "Kvinnor och män bedöms inte påverkas olika.",
    "Jämställdheten bedöms inte på något sätt påverkas.",
  ])("is told by what it is made of: %s", async (text) => {
    expect(await auditSection(`Avgiften för hemtjänsten höjs. ${text}`)).toMatchObject({
      level: 0,
      status: "missing",
      flags: expect.arrayContaining(["waiver"]) as unknown,
    });
  });

  test.each([
    "Det går inte att bedöma vilken betydelse förslaget har för jämställdheten.",
    "Lönekartläggningen visade inga osakliga skillnader mellan kvinnor och män.",
  ])("is not what only sounds so: %s", async (text) => {
    const section = await auditSection(`Medarbetarna får ny lön. ${text}`);
    expect(section.flags).not.toContain("waiver");
    expect(section.level).toBeGreaterThan(0);
  });

  test("is no gap where the matter is one of things", async () => {
    expect(
      await auditSection("Ärendet avser byte av pumpar i reningsverket. Jämställdheten påverkas inte."),
    ).toMatchObject({ expected: false, status: "notExpected" });
  });
});

describe("a table", () => {
  const rows = (head: string, ...lines: string[]): string =>
    [head, head.replaceAll(/[^|]+/g, "---"), ...lines].join("\n");

  test("of amounts names what the money goes to and expects nothing", async () => {
    const table = rows(
      "| Projekt | Projektbudget, mnkr | Utfall |",
      "| Inredning till biblioteket | 4,8 | 4,6 |",
      "| Elevernas matsal | 2,5 | 2,3 |",
      "| Fritidsgårdens lokaler | 1,2 | 0,9 |",
    );
    expect(await auditSection(table)).toMatchObject({ expected: false, status: "notExpected" });
  });

  test("of amounts that counts people too expects the perspective", async () => {
    const table = rows(
      "| Verksamhet | Antal elever | Budget, mnkr |",
      "| Elever i grundskolan | 412 | 46,5 |",
      "| Elever i gymnasiet | 210 | 31,0 |",
    );
    expect(await auditSection(table)).toMatchObject({ expected: true, status: "missing" });
  });

  test("among the accounts stays one of the accounts, whatever its heading, but for personnel", async () => {
    const text = "Bidragen till föreningarna ökade med 2 mnkr, och andelen anställda föräldrar steg.";
    const report = await auditText(
      `# Bokslut\n\n## Resultaträkning\n\nUtfallet visas nedan.\n\n### Kostnader\n\n${text}\n\n### Sjukfrånvaro\n\n${text}\n`,
    );
    expect(sectionOf(report, "Kostnader")).toMatchObject({ role: "accounting", status: "notExpected" });
    expect(sectionOf(report, "Sjukfrånvaro")).toMatchObject({ role: "personnel", status: "missing" });
    expect(await auditSection(text, "Kostnader")).toMatchObject({ role: "resource", status: "missing" });
  });
});

describe("a title page", () => {
  const summary =
    "Riktlinjen ska ge äldre ett bättre stöd i hemmet. Målet är att fler brukare ska känna sig trygga, och nämnden följer upp resultaten varje år tillsammans med anhöriga och personal. ";
  const rest = `\n\n## Stöd\n\n${aboutPeople}\n`;
  const data =
    "Titel: Riktlinje för stöd. Beslutad av: nämnden 2024. Ansvarig: verksamhetschef. Senast reviderad: maj 2025.\n\n";

  test("expects nothing, though a summary stands below what it says of the document", async () => {
    const report = await auditText(`${data}${summary.repeat(3)}${rest}`);
    expect(report.sections[0]).toMatchObject({ role: "front-page", status: "notExpected" });
    expect(sectionOf(report, "Stöd").status).toBe("missing");
  });

  test("may stand below the title, where the title is the first heading", async () => {
    const report = await auditText(`# Riktlinje för stöd till brukare\n\n${data}${summary}${rest}`);
    expect(report.sections[0]).toMatchObject({ role: "front-page", status: "notExpected" });
  });

  test("is not a long opening without such data", async () => {
    const report = await auditText(`${summary.repeat(3)}${rest}`);
    expect(report.sections[0]).toMatchObject({ status: "missing" });
  });

  test("is not a section further down", async () => {
    const report = await auditText(`# Plan\n\nKort text.\n\n## Stöd i hemmet\n\n${data}${summary.repeat(3)}`);
    expect(sectionOf(report, "Stöd i hemmet").role).not.toBe("front-page");
  });
});

describe("a document that is of one kind throughout", () => {
  const clause = (number: number): string => `## Villkor ${String(number)}

Leverantören ansvarar för att konsulten har rätt utbildning. Parten kan häva kontraktet om motparten inte rättar felet.
Vite tas ut enligt kontraktet.
`;
  const staff = `## Byte av konsult

Den konsult som lämnar uppdraget ska ersättas av en konsult med samma utbildning. Personalen ska få stöd, och 40 anställda
ska erbjudas kurser under året.
`;

  test("expects nothing of a section whose own heading and text say something else", async () => {
    const contract = await auditText(`# Villkor\n\n${[1, 2, 3, 4].map(clause).join("\n")}\n${staff}`);
    expect(sectionOf(contract, "Byte av konsult")).toMatchObject({
      role: "contract",
      framing: true,
      status: "notExpected",
    });
  });

  const residents =
    "## Mål\n\nServicen till medborgarna ska bli enklare. Målet är att invånare och medarbetare ska ha god tillgång till sina ärenden, och nämnden följer upp nöjdheten varje år.\n";

  test("is known by its title, where a rule says so", async () => {
    const technical = await auditText(`# Informationssäkerhetspolicy\n\nKort text.\n\n${residents}`);
    expect(sectionOf(technical, "Mål")).toMatchObject({ role: "technical", status: "notExpected" });
    const other = await auditText(`# Servicepolicy\n\nKort text.\n\n${residents}`);
    expect(sectionOf(other, "Mål")).toMatchObject({ role: "goal", status: "missing" });
  });

  test("is not made of one such section in five", async () => {
    const report = await auditText(
      `# Plan\n\n${clause(1)}\n${staff}\n${staff.replace("Byte av konsult", "Utbildning")}`,
    );
    expect(sectionOf(report, "Byte av konsult")).toMatchObject({ expected: true, status: "missing" });
  });
});

describe("an empty heading", () => {
  test("about the perspective is a template's", async () => {
    const report = await auditText("# Förslag\n\n## Jämställdhet\n\n## Ekonomi\n\nKostnaden ryms i ramen.\n");
    expect(sectionOf(report, "Jämställdhet").status).toBe("missing");
  });

  test.each(["Lönekartläggning 2025", "Utgiftsområde 13 Jämställdhet"])(
    "that names a document or a chapter is no template's: %s",
    async (heading) => {
      const report = await auditText(`# Förslag\n\n## ${heading}\n\n## Ekonomi\n\nKostnaden ryms i ramen.\n`);
      expect(sectionOf(report, heading).status).not.toBe("missing");
    },
  );

  test.each(["Kvinnor", "Män", "Pojkar"])(
    "with the label of a table or chart is no template's: %s",
    async (heading) => {
      const report = await auditText(`# Bokslut\n\n## ${heading}\n\n## Ekonomi\n\nKostnaden ryms i ramen.\n`);
      expect(sectionOf(report, heading).status).not.toBe("missing");
    },
  );

  test("that names both sexes is a template's", async () => {
    const report = await auditText(
      "# Förslag\n\n## Konsekvenser för kvinnor och män\n\n## Ekonomi\n\nKostnaden ryms i ramen.\n",
    );
    expect(sectionOf(report, "Konsekvenser för kvinnor och män").status).toBe("missing");
  });
});

describe("quiet zones", () => {
  test.each([
    "Innehållsförteckning",
    "Referenser",
    "Ordlista",
    "Dokumenthistorik",
    "Redovisningsprinciper",
    "Underskrifter",
    "Sändlista",
  ])("%s: nothing is expected, and nothing counts", async (heading) => {
    const section = await auditSection(`${aboutPeople} ${evidence}`, heading);
    expect(section).toMatchObject({ expected: false, level: 0, status: "notExpected" });
  });

  test("what stands there is shown as left out, with the reason", async () => {
    const report = await auditText(`# Plan\n\n## Referenser\n\n${evidence}\n`);
    expect(report.evidence).toEqual([]);
    expect(report.discounted.map(({ reason }) => reason)).toContain("trap:quiet-zone");
  });

  test.each(["Hälsa", "Referensgrupper för unga", "Mål för elevhälsan"])("%s is none", async (heading) => {
    expect((await auditSection(evidence, heading)).level).toBe(2);
  });
});

describe("framing", () => {
  test("evidence in a foreword counts for the section and is marked as framing", async () => {
    const section = await auditSection(evidence, "Förord");
    expect(section).toMatchObject({ framing: true, status: "present" });
  });

  test("how the house is steered is framing, and so is what stands below", async () => {
    const report = await auditText(
      `# Budget\n\n## Så styrs kommunen\n\nKort text.\n\n### Vår vardag\n\n${aboutPeople}\n\n## Skola\n\n${aboutPeople}\n`,
    );
    expect(sectionOf(report, "Vår vardag")).toMatchObject({ role: "steering-model", status: "notExpected" });
    expect(sectionOf(report, "Skola").status).toBe("missing");
  });

  test("a foreword without the perspective is no gap", async () => {
    const section = await auditSection(
      "Det är med glädje vi presenterar strategin för länets invånare.",
      "Förord",
    );
    expect(section.status).toBe("notExpected");
  });

  test("a document with evidence in its foreword only is never clear", async () => {
    const report = await auditText(
      `# Strategi\n\n## Förord\n\n${evidence}\n\n## 1 Skola\n\n${aboutPeople}\n\n## 2 Vård\n\nPatienterna väntar 40 dagar. Nämnden ska korta väntan för patienterna till 30 dagar.\n\n## 3 Arbete\n\nAv invånarna arbetar 78 procent. Regionen ska öka andelen till 80 procent av invånarna.\n`,
    );
    expect(report.flags).toContain("forewordOnly");
    expect(["confined", "missing"]).toContain(report.verdict);
  });
});

describe("headings", () => {
  test.each(["", "-", "Ej aktuellt.", "[Skriv text här]"])(
    "a heading about equality with %j under it is expected and missing, not present",
    async (text) => {
      const section = await auditSection(text, "4 Jämställdhetsperspektiv");
      expect(section).toMatchObject({ level: 0, expected: true });
      expect(section.status).not.toBe("present");
    },
  );

  test.each([
    "Konsekvenser för kvinnor och män\n–",
    "Jämställdhetsanalys\nEj aktuellt i ärendet",
    "Jämställdhetsanalys: -",
    "Miljö: –\nJämställdhetsperspektiv: –\nEkonomi: –",
  ])(
    "a template's question that was not read as a heading, with an empty answer, is missing: %j",
    async (text) => {
      const section = await auditSection(text, "4 Bedömning");
      expect(section).toMatchObject({ level: 0, expected: true, status: "missing" });
    },
  );

  test.each([
    "Barnperspektiv\n–\nJämställdhetsperspektiv\n–\nEkonomi\nKostnaden för fler elevassistenter ryms inom ram.",
    "Konsekvenser för jämställdhet\nEj aktuellt.\nEkonomi\nAvgiften för brukarna höjs med 200 kronor i månaden.",
    "Jämställdhet\nSe ovan.\nPersonal\nTvå tjänster som undersköterska dras in.",
  ])("a question left open among others that are answered is missing: %j", async (text) => {
    const section = await auditSection(text, "4 Bedömning");
    expect(section).toMatchObject({ level: 0, expected: true, status: "missing" });
  });

  test.each([
    "Jämställdhetsperspektiv\nAv dem som berörs är 82 procent kvinnor.\nEkonomi\nKostnaden ryms inom ram.",
    "Barnperspektiv\n–\nJämställdhetsperspektiv\nPerspektivet ska beaktas i upphandlingen.",
    "Jämställdhet – ett mål för alla nämnder",
    "Jämställdhetsperspektiv: – Av dem som berörs är 82 procent kvinnor.",
    "Så arbetar vi med jämställdhet\nArbetet leds av en strateg.\nEj aktuellt är däremot en egen plan.",
  ])("a line that names the perspective over text is not left open: %j", async (text) => {
    expect(await auditSection(text, "4 Bedömning")).toMatchObject({ status: "present" });
  });

  const template = `${aboutPeople}\n\n`;
  test.each([
    "Jämställdhet\n\nMiljö\n\nEkonomi\n\nKostnaden ryms inom nämndens ram.",
    "Barnrätt\n\nJämställdhet\n\nEkonomiska konsekvenser\n\nKostnaden ryms inom nämndens ram.",
    "Jämställdhet\nMiljö\nEkonomi\n\nKostnaden ryms inom nämndens ram.",
  ])(
    "the perspective among other headings of a template, with nothing under it, is not named: %j",
    async (text) => {
      const section = await auditSection(`${template}${text}`, "4 Bedömning");
      expect(section).toMatchObject({ level: 0, status: "missing" });
    },
  );

  test.each([
    ["a list", "Programmet har tre områden:\n\n- Jämställdhet\n- Miljö\n- Ekonomi"],
    ["a list that lost its marks", "Programmet har tre områden:\n\nJämställdhet\n\nMiljö\n\nEkonomi"],
    ["a line over a sentence", "Jämställdhet\n\nPerspektivet ska beaktas i upphandlingen."],
    ["a line over a short answer", "Jämställdhet\n\nSka beaktas"],
    ["a line over women and men", "Jämställdhet\n\nKvinnor väntar längre"],
  ])("the perspective is named by %s", async (_, text) => {
    expect(await auditSection(`${template}${text}`, "4 Bedömning")).toMatchObject({ status: "present" });
  });

  test.each([
    "Konsekvenser för kvinnor och män\nFler kvinnor än män får längre resväg.",
    "Av tolv chefer: inga kvinnor",
  ])("an answer is not taken for an empty one: %j", async (text) => {
    expect(await auditSection(text, "4 Bedömning")).toMatchObject({ status: "present" });
  });

  test("lines of a table of contents are no evidence", async () => {
    const report = await auditText(
      "# Plan\n\n## Innehåll\n\n1 Inledning ........ 3\n\n2 Jämställdhet ........ 5\n\n3 Kvinnors hälsa ........ 9\n\n## 1 Inledning\n\nDetta är planen.\n",
    );
    expect(report.evidence).toEqual([]);
    expect(report.sections.every(({ level }) => level === 0)).toBe(true);
  });

  test("lines of a table of contents that take two lines are still of one", async () => {
    const contents =
      "1 Fler äldre ska få stöd hemma och\nderas anhöriga ska avlastas ........ 3\n2 Andelen elever som når målen ska öka ........ 5";
    const report = await auditText(`# Plan\n\n${contents}\n\n## 1 Inledning\n\nDetta är planen.\n`);
    expect(report.sections[0]).toMatchObject({ role: "contents", status: "notExpected" });
  });
});

describe("copied text", () => {
  const sentence =
    "Kvinnor väntar i genomsnitt nio dagar längre än män på besked om hjärtutredning i hela länet.";

  test("counts in the first section where it stands", async () => {
    const report = await auditText(`# Plan\n\n## 1 Vård\n\n${sentence}\n\n## 2 Mer vård\n\n${sentence}\n`);
    expect(sectionOf(report, "1 Vård").level).toBe(2);
    expect(sectionOf(report, "2 Mer vård")).toMatchObject({ level: 0 });
    expect(report.evidence.every(({ section }) => section === "s2")).toBe(true);
    expect(report.discounted.length).toBeGreaterThan(0);
    for (const found of report.discounted) expect(found).toMatchObject({ reason: "repeated", section: "s3" });
  });

  test("is to be judged by a person, never called missing", async () => {
    const report = await auditText(
      `# Plan\n\n## 1 Vård\n\n${sentence}\n\n## 2 Mer vård\n\n${sentence} Patienterna ska få vård i tid.\n`,
    );
    expect(sectionOf(report, "2 Mer vård").status).not.toBe("missing");
  });

  test("a short sentence may well be said twice", async () => {
    const short = "Målet är ett jämställt samhälle.";
    const report = await auditText(`# Plan\n\n## 1 Vård\n\n${short}\n\n## 2 Skola\n\n${short}\n`);
    expect(report.sections.filter(({ level }) => level === 1)).toHaveLength(2);
  });

  test("a repeated word earns nothing more", async () => {
    const once = await auditText("# Plan\n\n## 1 Mål\n\nVi arbetar för jämställdhet.\n");
    const often = await auditText(
      `# Plan\n\n## 1 Mål\n\nVi arbetar för jämställdhet${", jämställdhet".repeat(30)}.\n`,
    );
    expect(often.coverage.depth).toBe(once.coverage.depth);
    expect(often.verdict).toBe(once.verdict);
  });
});

describe("doubt", () => {
  test("a section that the wide net touches is for a person to judge, with the words that did it", async () => {
    const section = await auditSection(
      "Andelen nyblivna föräldrar som tar ut föräldraledighet redovisas. Nämnden ska följa upp föräldrarnas uttag och könsrollerna bland de anställda.",
    );
    expect(["review", "present"]).toContain(section.status);
    if (section.status === "review") expect(section.reviewTerms.length).toBeGreaterThan(0);
  });

  test("a section without any such word has none to show", async () => {
    expect((await auditSection(aboutPeople)).reviewTerms).toEqual([]);
  });
});

describe("one sex only", () => {
  test("is flagged when all evidence names the same sex", async () => {
    const section = await auditSection(
      "Kvinnors företagande är 29 procent av länets alla företag och ska öka.",
    );
    expect(section.level).toBeGreaterThan(0);
    expect(section.flags).toContain("singleSex");
  });

  test("is not flagged when both are named", async () => {
    expect((await auditSection(evidence)).flags).not.toContain("singleSex");
  });
});

describe("damaged text", () => {
  const sections = Array.from(
    { length: 8 },
    (_, at) =>
      `## ${String(at + 1)} Läget\n\n${aboutPeople} Det gäller alla kommuner i länet och de som bor där.`,
  ).join("\n\n");
  const statuses = async (text: string) => {
    const report = await auditText(`# Plan\n\n${text}\n`);
    return { report, found: new Set(report.sections.filter((one) => one.expected).map((one) => one.status)) };
  };

  test("is never said to lack the perspective, and the report says why", async () => {
    const { report, found } = await statuses(sections.replaceAll(/g/gi, ""));
    expect([...found]).toEqual(["review"]);
    expect(report.flags).toContain("damagedText");
    expect(report.notices.map(({ code }) => code)).toContain("DAMAGED_TEXT");
    expect(report.requirements.filter(({ status }) => status === "unmet")).toEqual([]);
  });

  test("is also text with a hole in one word of a hundred, and not with a hole in one word", async () => {
    const holes = await statuses(sections.replaceAll("kommuner", "komm\uFFFDer"));
    expect([...holes.found]).toEqual(["review"]);
    expect(holes.report.flags).toContain("damagedText");
    const once = await statuses(
      `${sections}${" Det gäller alla som bor där.".repeat(60)}`.replace("kommuner", "komm\uFFFDer"),
    );
    expect(once.found).toContain("missing");
    expect(once.report.notices.map(({ code }) => code)).toContain("BROKEN_WORDS");
    expect(once.report.flags).not.toContain("damagedText");
  });

  test("is not what the same text is when it is whole", async () => {
    const { report, found } = await statuses(sections);
    expect([...found]).not.toContain("present");
    expect(found).toContain("missing");
    expect(report.flags).not.toContain("damagedText");
    expect(report.notices.map(({ code }) => code)).not.toContain("DAMAGED_TEXT");
  });
});
