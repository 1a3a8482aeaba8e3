// How deep a section goes, sentence by sentence: the scale of the domain handbook (§3), with its example sentences.
import { describe, expect, test } from "vitest";
import { auditSection } from "../support/audit-text.ts";

const levelOf = async (text: string): Promise<number> => (await auditSection(text)).level;
const levelUnder = async (heading: string, text: string): Promise<number> =>
  (await auditSection(text, heading)).level;

describe("level 0: the perspective is not there", () => {
  test.each([
    "Antalet sysselsatta i länet ökade med 2,1 procent under perioden och ungdomsarbetslösheten sjönk.",
    "Patienterna ska få vård i rätt tid och på rätt nivå.",
    "Sjukfrånvaron uppgick till 6,4 procent, vilket är något lägre än föregående år.",
    "Stödet till nystartade företag ska nå fler entreprenörer i hela regionen.",
    "Nämnden ska säkra att varje medarbetare har goda utvecklingsmöjligheter.",
    "Satsningen på regionaltåg gör det möjligt för fler att pendla längre sträckor till arbetet.",
  ])("%s", async (text) => {
    expect(await levelOf(text)).toBe(0);
  });
});

describe("level 1: it is named", () => {
  test.each([
    "Jämställdhet är en självklar del av regionens arbete.",
    "Strategin ska genomsyras av ett jämställdhetsperspektiv.",
    "Vi utgår från de nationella jämställdhetspolitiska målen.",
    "Regionen har undertecknat CEMR-deklarationen.",
    "Kvinnor och män, flickor och pojkar ska känna sig välkomna i kulturlivet.",
    "Barnrätt, jämställdhet och tillgänglighet är horisontella perspektiv.",
    "Jämställdhetsperspektivet ska beaktas i planeringen.",
  ])("%s", async (text) => {
    expect(await levelOf(text)).toBe(1);
  });
});

describe("level 2: something is said about how things are", () => {
  test.each([
    "Av länets företagare är 29 procent kvinnor, och de finns främst inom vård, handel och personliga tjänster.",
    "Kvinnor väntar i genomsnitt längre än män på besked om hjärtutredning.",
    "Att fler kvinnor än män arbetar deltid beror till stor del på hur omsorgsansvaret fördelas i hemmet.",
    "Pojkar når gymnasiebehörighet i lägre grad än flickor, skillnaden är störst i kommuner med låg utbildningsnivå.",
    "Två tredjedelar av bidragen till idrottsföreningar går till verksamhet där pojkar är i majoritet.",
    "Män söker vård för psykisk ohälsa senare än kvinnor, vilket delvis kan förklaras av föreställningar om manlighet.",
    "Sjukfrånvaro, procent: totalt 6,4; kvinnor 7,0; män 4,1.",
  ])("%s", async (text) => {
    expect(await levelOf(text)).toBe(2);
  });

  test("an abstract value with a percentage far away stays named", async () => {
    expect(
      await levelOf(
        "Jämställdhet är grundläggande för en hållbar utveckling i hela länet. Bredbandsutbyggnaden nådde 96 procent av hushållen under året.",
      ),
    ).toBe(1);
  });
});

describe("level 3: it steers", () => {
  test.each([
    "Nämnden ska ta fram könsuppdelade väntetider för samtliga planerade operationer.",
    "Mål: kvinnors och mäns företagande ska stödjas på lika villkor i hela länet.",
    "Regiondirektören får i uppdrag att göra en jämställdhetsanalys av investeringsbudgeten.",
    "Vi ska bryta könsbundna studieval genom att utveckla praktikplatser för killar inom vården.",
    "Alla beslutsunderlag som rör invånare ska beskriva konsekvenser för kvinnor och män.",
    "Mödrahälsovården ska ställa frågan om våld till alla gravida.",
    "Regionen inför heltid som norm för att minska inkomstskillnaden mellan kvinnor och män.",
  ])("%s", async (text) => {
    expect(await levelOf(text)).toBe(3);
  });

  test.each([
    "genomsyras av ett jämställdhetsperspektiv",
    "beakta jämställdhetsperspektivet",
    "verka för jämställdhet",
  ])("a soft verb is an intention, not steering: ska %s", async (wish) => {
    expect(await levelOf(`Nämnden ska ${wish}.`)).toBe(1);
  });

  test("what steers something else does not steer this", async () => {
    expect(
      await levelOf(
        "Jämställdhet är en av våra grundläggande värderingar. Nämnden ska bygga ut bredbandet i hela länet.",
      ),
    ).toBe(1);
  });
});

describe("a measure written as one writes a list of measures", () => {
  test("begins with an infinitive", async () => {
    expect(await levelOf("Bjuda in fler pappor till den öppna förskolan.")).toBe(3);
  });

  test("is not any infinitive in a sentence", async () => {
    expect(await levelOf("Många fäder har svårt att bjuda in andra fäder.")).toBeLessThan(3);
  });

  test("is an item straight under a heading that names measures", async () => {
    const item = "- Socialsekreterare frågar alla nya klienter om våld i nära relation\n- Samverkan ses över";
    expect(await levelUnder("Insatser", item)).toBe(3);
    expect(await levelUnder("Nuläge", item)).toBe(1);
    expect(await levelUnder("Genomförda insatser", item)).toBe(1);
  });
});

describe("a list under a line that names what stands in it", () => {
  const list = "\n\n- Ny webbplats\n- Tjejkvällar på motorverkstaden, dit kvinnor sällan söker sig";

  test("is one of measures, also where the line was not read as a heading", async () => {
    expect(await levelOf(`Aktiviteter 2026${list}`)).toBe(3);
  });

  test("is not where the line is a sentence of its own", async () => {
    expect(await levelOf(`Aktiviteter under året.${list}`)).toBe(2);
  });
});

describe("what steers in one clause steers nothing in another", () => {
  test.each([
    "Regionen ska bygga tre vårdcentraler, och i befolkningen finns fler kvinnor än män.",
    "Det finns fler män än kvinnor i styrelserna, och fullmäktige ska sammanträda tio gånger under året.",
    "Förvaltningen får i uppdrag att upphandla ett nytt journalsystem, samtidigt som kvinnor väntar längre än män på besked.",
    "Under året ska tre förskolor byggas ut, medan andelen män bland barnskötarna ligger kvar på fyra procent.",
  ])("%s", async (text) => {
    expect(await levelOf(text)).toBe(2);
  });

  test("nor does a figure in another clause describe", async () => {
    expect(
      await levelOf("Kvinnor och män är välkomna till mötet, och budgeten uppgår till 40 miljoner kronor."),
    ).toBe(1);
  });

  test("nor does the number of a heading that was read as text describe", async () => {
    expect(await levelOf("3.2 Kvinnor i länet")).toBe(1);
    expect(await levelOf("I länet är 3,2 procent av de sökande kvinnor")).toBe(2);
  });

  test.each([
    "Kvinnor väntar längre än män, och detta ska åtgärdas.",
    "Pojkar når behörighet i lägre grad än flickor, och därför ska nämnden ta fram en plan.",
    "Nämnden ska ta fram en plan eftersom flickor mår sämre än pojkar.",
    "Nämnden ska ta fram väntetider, och uppgifterna ska delas upp på kvinnor och män.",
    "Kvinnor utgör en tredjedel av ingenjörerna, men andelen ska öka till hälften.",
  ])("clauses that hang together are read together: %s", async (text) => {
    expect(await levelOf(text)).toBe(3);
  });

  test("what binds may stand in another clause", async () => {
    expect(
      await levelOf(
        "Andelen män som tar ut föräldrapenning ökade från 27 till 31 procent, och målet är 40 procent 2028.",
      ),
    ).toBe(4);
  });
});

describe("level 4: it is bound and followed up", () => {
  test.each([
    "Mål: skillnaden i väntetid mellan kvinnor och män ska vara högst två dagar 2027. Utgångsläge 2024: nio dagar. Ansvarig: hälso- och sjukvårdsnämnden.",
    "Indikator: andel företagsstöd till företag som leds av kvinnor, mål 40 procent, följs upp varje tertial.",
    "För arbetet mot osakliga löneskillnader mellan kvinnor och män avsätts 1,5 miljoner kronor; HR-direktören rapporterar till personalutskottet senast 30 november.",
    "Målet nåddes för män men inte för kvinnor (92 respektive 84 procent). Nämnden inför därför ändrad triagering från mars.",
    "Andelen män som tar ut föräldrapenning bland anställda ökade från 27 till 31 procent, målet är 40 procent 2028.",
    "Samtliga 14 nyckeltal i bilagan redovisas för kvinnor och män, och avvikelser kommenteras av ansvarig förvaltning i delårsrapporten.",
  ])("%s", async (text) => {
    expect(await levelOf(text)).toBe(4);
  });

  test("someone who answers for it at every turn of the year binds it as a day does", async () => {
    const text = "ska varje tertial redovisa väntetider för flickor respektive pojkar.";
    expect(await levelOf(`Verksamhetschefen ${text}`)).toBe(4);
    expect(
      await levelOf("Verksamhetschefen ska införa könsuppdelade väntetider för flickor och pojkar."),
    ).toBe(3);
  });

  test("training is bound by its effect, not by the day it is given and who gives it", async () => {
    const bound = "senast den 31 december 2027. Ansvarig: HR-direktören.";
    expect(await levelOf(`Alla chefer ska utbildas i jämställdhetsintegrering ${bound}`)).toBe(3);
    expect(await levelOf(`Förvaltningen genomför en kurs om jämställdhet ${bound}`)).toBe(3);
    expect(
      await levelOf(
        `Alla chefer ska utbildas i jämställdhet ${bound} Indikator: andel beslut med jämställdhetsanalys.`,
      ),
    ).toBe(4);
  });

  test("a measure beside the training is bound as any other", async () => {
    const text =
      "Förvaltningen ska utbilda handläggare i jämställdhet och ta fram könsuppdelade väntetider senast den 31 december 2027. Ansvarig: HR-direktören.";
    expect(await levelOf(text)).toBe(4);
  });

  test("a goal may be named by a word or two before its colon", async () => {
    expect(
      await levelOf(
        "Vårt mål: lika många kvinnor som män bland cheferna 2030. I dag är andelen kvinnor 42 procent.",
      ),
    ).toBe(4);
    expect(await levelOf("Lika många kvinnor som män är chefer: målet nås.")).toBeLessThan(4);
  });

  test("the binding must belong to the content: broadband that is followed up binds nothing", async () => {
    const section = await auditSection(
      "Strategin ska bidra till ett jämställt samhälle. Bredbandsutbyggnaden följs upp varje år med indikatorn andel hushåll, målvärdet är 98 procent senast 2027 och trafikchefen ansvarar.",
    );
    expect(section.level).toBeLessThanOrEqual(1);
  });

  test("a follow-up in another paragraph binds nothing", async () => {
    const text =
      "Nämnden ska ta fram könsuppdelade väntetider.\n\nFastigheterna ska minska sin energianvändning med 20 procent till 2027. Indikator: kWh per kvadratmeter. Ansvarig: fastighetschefen.";
    expect(await levelOf(text)).toBe(3);
  });

  const card = ["Ansvar: individ- och familjeomsorgen", "Start: september 2027", "Kostnad: 480 tkr per år"];

  test.each([
    ["in one paragraph", `Samtalsgrupper för unga män startar i två kommundelar. ${card.join(". ")}.`],
    [
      "in paragraphs of their own",
      `Samtalsgrupper för unga män startar i två kommundelar.\n\n${card.join("\n\n")}`,
    ],
    ["in a list", `- Samtalsgrupper för unga män startar i två kommundelar\n- ${card.join("\n- ")}`],
    ["without a verb", `Samtalsgrupper för unga män.\n\n${card.join("\n\n")}`],
  ])("lines with labels bind the measure that they stand under, %s", async (_, text) => {
    expect(await levelOf(text)).toBe(4);
  });

  test.each([
    ["of the next measure", `\n\nÅtgärd: tre lekplatser rustas upp.\n\n${card.join("\n\n")}`],
    ["of the next goal", `\n\nMål: tre lekplatser rustas upp.\n\n${card.join("\n\n")}`],
    ["behind another paragraph", `\n\nTre lekplatser rustas upp.\n\n${card.join("\n\n")}`],
    ["that are no labels", " Kommunen har ett stort ansvar. Arbetet i övrigt har en kostnad."],
  ])("lines %s bind nothing", async (_, behind) => {
    expect(await levelOf(`Förvaltningen startar samtalsgrupper för unga män.${behind}`)).toBe(3);
  });

  test("lines with labels that name no one who answers make no measure of what stands above them", async () => {
    expect(await levelOf("Samtalsgrupper för unga män.\n\nKälla: BRÅ\n\nPeriod: 2021–2023")).toBeLessThan(3);
  });

  test("a column for who answers binds the rows below it as a line with that label does", async () => {
    const row = "| Se över lönerna för kvinnor och män | Årligen | HR-funktionen |";
    const table = (head: string): string =>
      `| ${head} |\n| --- | --- | --- |\n${row}\n${row.replace("kvinnor och män", "chefer")}\n`;
    expect(await levelOf(table("Åtgärd | Tidpunkt | Ansvar"))).toBe(4);
    expect(await levelOf(table("Åtgärd | Tidpunkt | Lokal"))).toBe(3);
  });

  test("statistics by sex without a goal are a description, however many", async () => {
    expect(
      await levelOf(
        "Sjukfrånvaron 2024 var 7,0 procent för kvinnor och 4,1 procent för män. År 2023 var den 7,2 respektive 4,3 procent.",
      ),
    ).toBe(2);
  });

  test("a row of a table is bound by its own cells", async () => {
    const table = (cells: string): string =>
      `| Aktivitet | Ansvarig | Klart |\n| --- | --- | --- |\n${cells}\n`;
    expect(
      await levelOf(
        table(
          "| Ta fram könsuppdelad statistik för färdtjänsten | Trafikchefen | 30 juni 2027 |\n| Byta belysning i garage | Fastighetschefen | 2026 |",
        ),
      ),
    ).toBe(4);
  });

  test("a row is bound by the headings of its columns", async () => {
    expect(
      await levelOf(
        "| Indikator | Utfall 2024 | Mål 2027 |\n| --- | --- | --- |\n| Andel kvinnor bland cheferna | 43 % | 50 % |\n",
      ),
    ).toBe(4);
  });

  test("a table that has lost its headings is not bound by its first row", async () => {
    const text = (first: string): string =>
      `| ${first} |\n| --- | --- | --- |\n| Sjukfrånvaro kvinnor | 7,7 % | 7,0 % |\n| Sjukfrånvaro män | 5,0 % | 4,0 % |\n`;
    expect(await levelOf(text("Andel nöjda brukare | Mål 2027: 90 % | Ansvarig: HR"))).toBe(2);
    expect(await levelOf(text("Mått | Mål 2027 | Ansvarig: HR"))).toBe(4);
  });

  test.each([
    "Regionen har beviljats 1,4 miljoner kronor. Där är målet att kvinnor ska få samma stöd som män.",
    "Regionen har beviljats 1,4 miljoner kronor. Pengarna ska gå till kvinnors företagande.",
  ])("money told before its goal binds the goal: %s", async (text) => {
    expect(await levelOf(text)).toBe(4);
  });

  test.each([
    "Regionen har beviljats 1,4 miljoner kronor till vägar. Vi ska också ge kvinnor samma stöd som män.",
    "Regionen har beviljats 1,4 miljoner kronor.\n\nPengarna ska gå till kvinnors företagande.",
  ])("money of something else, or of another paragraph, binds no goal: %s", async (text) => {
    expect(await levelOf(text)).toBe(3);
  });

  test("a goal with its outcome in figures is followed up; a goal with figures is not", async () => {
    const goal = "Målet att ingen våldsutsatt kvinna ska nekas skyddat boende";
    expect(await levelOf(`${goal} nåddes inte: 74 kvinnor fick plats och 9 hänvisades till andra län.`)).toBe(
      4,
    );
    expect(await levelOf(`${goal} gäller för länets 74 platser.`)).toBe(3);
  });

  test("an outcome that no report shows for women and men is no outcome", async () => {
    expect(await levelOf("Ingen av kvalitetsrapporterna redovisar utfallet för kvinnor och män.")).toBe(2);
  });

  test("a row of a table is not bound by the row below", async () => {
    const text =
      "| Område | Kommentar |\n| --- | --- |\n| Jämställdhet är en viktig fråga | Dialog pågår |\n| Byta belysning i garage | Ansvarig: fastighetschefen, senast 2026, 2 mnkr |\n";
    expect(await levelOf(text)).toBeLessThanOrEqual(1);
  });
});

describe("the section", () => {
  test("has the level of its deepest sentence", async () => {
    expect(
      await levelOf(
        "Jämställdhet är viktigt för regionen. Kvinnor väntar i genomsnitt längre än män på besked. Nämnden ska ta fram könsuppdelade väntetider för alla operationer.",
      ),
    ).toBe(3);
  });

  test("is not deeper for saying the same more often", async () => {
    const one = "Jämställdhet är en självklar del av regionens arbete.";
    expect(await levelOf(`${one} ${one} ${one} ${one}`)).toBe(1);
  });
});
