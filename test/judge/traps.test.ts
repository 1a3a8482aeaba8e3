// What looks like the perspective and is not (handbook §6), each beside a sentence that is.
import { describe, expect, test } from "vitest";
import { auditSection, auditText } from "../support/audit-text.ts";

/** [slug of the handbook, the trap, the same words in earnest]. */
const removed: readonly (readonly [slug: string, trap: string, earnest: string])[] = [
  [
    "equated-with",
    "En digital signatur jämställs med underskrift på papper.",
    "Kvinnor och män ska behandlas jämställt i alla beslut om ekonomiskt bistånd.",
  ],
  [
    "pronoun-man",
    "På webben kan man boka tid när man vill.",
    "En man får i genomsnitt behandling fyra dagar tidigare än en kvinna.",
  ],
  [
    "substring-man",
    "Allmänheten och tjänstemännen möter människor i gemensamma lokaler.",
    "Män söker vård senare än kvinnor.",
  ],
  [
    "biology-kon",
    "Provtagning för könssjukdomar erbjuds på mottagningen.",
    "Könsuppdelad statistik redovisas för alla som provtas på mottagningen.",
  ],
  [
    "ko-homograph",
    "Kön till höftoperation ska minska och vårdköerna kortas.",
    "Väntetiden till höftoperation redovisas efter kön och ska minska för både kvinnor och män.",
  ],
  [
    "surname",
    "Ordförande Anna Norrman och sekreterare Bo Åman undertecknade protokollet.",
    "En man och två kvinnor valdes till styrelsen, som därmed har 60 procent kvinnor.",
  ],
  [
    "discrimination-list",
    "Ingen får missgynnas på grund av kön, könsöverskridande identitet eller uttryck, etnisk tillhörighet, religion eller annan trosuppfattning, funktionsnedsättning, sexuell läggning eller ålder.",
    "Kvinnor rapporterar diskriminering på grund av kön tre gånger så ofta som män.",
  ],
  [
    "regardless-of-sex",
    "Alla invånare ska ha samma möjligheter till vård oavsett kön.",
    "Tillgången till vård skiljer sig mellan kvinnor och män i hela länet.",
  ],
  [
    "equality-neighbour",
    "Målet är en jämlik vård på lika villkor för hela befolkningen.",
    "Målet är en jämställd vård för hela befolkningen.",
  ],
  [
    "pronoun-pair",
    "När patienten lämnar sjukhuset ska hon eller han få en skriftlig plan.",
    "Kvinnor får mer sällan än män en skriftlig plan när de lämnar sjukhuset.",
  ],
  [
    "event-name",
    "Internationella kvinnodagen uppmärksammas med en föreläsning för personalen.",
    "Kvinnor och män deltar i fortbildning i olika grad, 62 respektive 38 procent.",
  ],
  [
    "facility-label",
    "Omklädningsrum dam/herr renoveras under 2026.",
    "Kvinnor avstår dubbelt så ofta som män från simhallen på grund av otrygghet.",
  ],
  [
    "org-name",
    "Remiss skickas till Kvinnokliniken på länssjukhuset.",
    "Kvinnors behov av förlossningsvård ökar i hela länet, särskilt bland förstföderskor.",
  ],
  [
    "signature-title",
    "Kontakt: Karin Holm, jämställdhetsstrateg, 035-12 34 56.",
    "Jämställdhet är ett mål för nämndens arbete.",
  ],
  [
    "figurative-balance",
    "Stadskärnan ska få en mer jämställd fördelning mellan bil och cykel.",
    "Resandet ska bli mer jämställt mellan kvinnor och män.",
  ],
  [
    "universal-all",
    "Alla invånare ska ha god tillgång till vård i hela länet.",
    "Kvinnor och män ska ha likvärdig tillgång till vård i hela länet.",
  ],
  [
    "background-variable",
    "Enkäten innehåller frågor om kön, ålder och bostadsort.",
    "Enkätens svar redovisas uppdelade på kön.",
  ],
  [
    "grammar-genus",
    "Substantivets genus avgör böjningen.",
    "Strategin utgår från ett genusperspektiv på stadsplanering.",
  ],
  [
    "animals",
    "Inventeringen omfattade honor och hanar av storspov.",
    "Inventeringen omfattade kvinnor och män i alla åldrar.",
  ],
  [
    "data-protection",
    "Personuppgifter som behandlas är namn, kön, personnummer och adress.",
    "Uppgifter om sjukfrånvaro behandlas och redovisas uppdelat på kön.",
  ],
  [
    "substring-kin",
    "Dotterbolagen och moderbolaget redovisar till syskonföreningen på modersmålet.",
    "Flickor och pojkar får modersmålsundervisning i olika grad.",
  ],
  [
    "url-token",
    "Läs mer på region.se/jamstalldhet eller skriv till jamstalldhet@region.se.",
    "Läs mer om regionens arbete med jamstalldhet på webben.",
  ],
];

describe.each(removed)("%s", (_slug, trap, earnest) => {
  test("the trap is not evidence", async () => {
    const { level, status } = await auditSection(trap);
    expect(level, trap).toBe(0);
    expect(status).not.toBe("present");
  });

  test("the same words in earnest are", async () => {
    expect((await auditSection(earnest)).level, earnest).toBeGreaterThanOrEqual(1);
  });
});

test("a list of grounds that is whole does not reach into the next sentence", async () => {
  const { evidence, discounted } = await auditText(
    "# Plan\n\n## Läget\n\nIngen får missgynnas på grund av kön, etnisk tillhörighet, religion, funktionsnedsättning eller ålder. Kön styr lönen.\n",
  );
  expect(discounted.map(({ excerpt }) => excerpt.match)).toEqual(["kön"]);
  expect(evidence.map(({ excerpt }) => excerpt.match)).toEqual(["Kön styr"]);
});

/** Traps that leave the perspective named and no more, however strong the words around. */
describe("kept at level 1", () => {
  test.each([
    [
      "horizontal-boilerplate",
      "Jämställdhet, miljö och integration är horisontella perspektiv som ska genomsyra allt.",
    ],
    [
      "national-goal-quote",
      "Målet är att kvinnor och män ska ha samma makt att forma samhället och sina egna liv.",
    ],
    ["country-pride", "Sverige är ett av världens mest jämställda länder."],
    ["reported-speech", "Länsstyrelsen framhåller i sitt yttrande att jämställdhet bör stärkas."],
  ])("%s", async (_slug, text) => {
    expect((await auditSection(text)).level).toBe(1);
  });
});

describe("waivers", () => {
  test.each([
    "Ärendet bedöms inte påverka jämställdheten.",
    "Beslutet får inga konsekvenser för jämställdheten mellan kvinnor och män.",
    "Förslaget saknar betydelse ur jämställdhetssynpunkt.",
  ])("without a reason are level 0, expected and flagged: %s", async (text) => {
    const section = await auditSection(text, "5 Konsekvenser");
    expect(section).toMatchObject({ level: 0, expected: true });
    expect(section.flags).toContain("waiver");
    expect(["missing", "review"]).toContain(section.status);
  });

  test("a diagnosis that the perspective is missing is an analysis, not a waiver", async () => {
    const section = await auditSection(
      "Genomlysningen visar att jämställdhetsperspektivet saknas i strategin.",
    );
    expect(section.level).toBeGreaterThanOrEqual(2);
    expect(section.flags).not.toContain("waiver");
  });

  test("a scope that is not for women only is content", async () => {
    const section = await auditSection(
      "Insatsen riktas inte enbart till kvinnor utan också till män över 65 år.",
    );
    expect(section.level).toBeGreaterThanOrEqual(1);
    expect(section.flags).not.toContain("waiver");
  });
});

describe("a trap beside evidence takes the trap away and leaves the evidence", () => {
  test("in the next sentence", async () => {
    const { level } = await auditSection(
      "En digital signatur jämställs med underskrift på papper. Kvinnor väntar i genomsnitt längre än män på besked.",
    );
    expect(level).toBe(2);
  });

  test("in the same sentence", async () => {
    const { level } = await auditSection(
      "På Kvinnokliniken väntar kvinnor i genomsnitt nio dagar längre än män på andra kliniker.",
    );
    expect(level).toBe(2);
  });
});
