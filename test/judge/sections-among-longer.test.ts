// What is expected of a section that stands in a document of longer sections, and not by itself.
import { describe, expect, test } from "vitest";
import type { SectionReport } from "../../src/model/report.ts";
import { auditSection, auditText, sectionOf } from "../support/audit-text.ts";

/** More than sixty words that carry a matter of their own, about no one. */
const long = (number: number): string => `## Kapitel ${String(number)}

${"Rapporten lämnas till nämnden under våren och läggs sedan till handlingarna i diariet. ".repeat(6)}
`;
const longer = [1, 2, 3].map(long).join("\n");

const among = async (text: string, heading = "3.1 Läget"): Promise<SectionReport> =>
  sectionOf(await auditText(`# Plan\n\n${longer}\n## ${heading}\n\n${text}\n`), heading);

describe("a few lines among longer sections", () => {
  const lines = "Alla elever ska få det stöd de behöver. Rektorn ska utveckla stödet till eleverna.";

  test("are a gap where they stand by themselves", async () => {
    expect(await auditSection(lines)).toMatchObject({ expected: true, status: "missing" });
  });

  test("say their matter in passing", async () => {
    expect(await among(lines)).toMatchObject({ expected: false, status: "notExpected", because: [] });
  });

  test("are a gap where they count people", async () => {
    expect(await among("Av 412 elever når 82 procent målen. Skolan ska stödja eleverna.")).toMatchObject({
      status: "missing",
    });
  });

  test("are a gap where they give out money", async () => {
    expect(
      await among("Bidraget till barn och unga höjs. Nämnden avsätter 3 mnkr för barnen."),
    ).toMatchObject({ status: "missing" });
  });

  test("are a gap where they say how what concerns people is followed up", async () => {
    expect(
      await among(
        "Planen följs upp varje kvartal. Mått som gäller elever och invånare redovisas i årsrapporten.",
      ),
    ).toMatchObject({ status: "missing" });
  });

  test("are no gap where what is followed up concerns nobody", async () => {
    expect(
      await among(
        "Planen följs upp varje kvartal. Mått som gäller asfalt och belysning redovisas i årsrapporten.",
      ),
    ).toMatchObject({ status: "notExpected" });
  });

  test("are no gap where the money goes to a house and nobody is named", async () => {
    expect(
      await among("Biblioteket har en budget i balans. Personalkostnaden ligger under ram."),
    ).toMatchObject({
      status: "notExpected",
    });
  });

  test("are no gap for words like more and longer: they count half", async () => {
    expect(
      await among("Fler elever ska få stöd längre. Rektorn ska utveckla stödet till eleverna."),
    ).toMatchObject({
      status: "notExpected",
    });
  });

  test("are not passed over between sections as short as they are", async () => {
    const report = await auditText(
      `# Plan\n\n${["A", "B", "C", "D"].map((name) => `## Del ${name}\n\n${lines}\n`).join("\n")}`,
    );
    expect(sectionOf(report, "Del B")).toMatchObject({ status: "missing" });
  });

  test("that speak of women and men have the perspective", async () => {
    expect(
      await among("Flickor och pojkar ska få lika mycket stöd. Rektorn följer upp skillnaden."),
    ).toMatchObject({ status: "present" });
  });
});

describe("a matter that is only told of", () => {
  const telling =
    "Kultur finns vart människor än vänder sig. Invånarna formar den, och den formar dem. Barn möter sagor, och vuxna läser romaner. Besökare kommer för stillhetens skull. Så har det varit i alla tider. Inriktningen känns igen.";

  test("is no gap among longer sections: nothing is decided, counted, paid or followed up", async () => {
    expect(await among(telling)).toMatchObject({ expected: false, status: "notExpected", because: [] });
  });

  test("is one where it stands by itself", async () => {
    expect(await auditSection(telling)).toMatchObject({ status: "missing" });
  });

  test.each([
    ["goals", "Målet är att fler barn läser. Delmålen för barnen nås 2027."],
    ["measures", "Nämnden får i uppdrag att nå fler barn. Chefen får i uppdrag att nå fler vuxna."],
    ["money", "Nämnden avsätter 3 mnkr till barnen, och bidraget till vuxna höjs."],
    ["follow-up", "Besöken av barn följs upp varje år, och resultatet för vuxna redovisas."],
    ["figures", "Av 412 barn läser 82 procent en bok i veckan. Andelen vuxna som läser är 61 procent."],
  ])("is one with %s", async (_what, more) => {
    expect(await among(`${telling} ${more}`)).toMatchObject({ status: "missing" });
  });

  test("is no gap where what is counted are visits", async () => {
    expect(
      await among(`${telling} Antalet besök var 93 000, och antalet besökare i bussen 1 200.`),
    ).toMatchObject({ status: "notExpected" });
  });

  test.each([
    ["decides something", "Barn ska mötas av sagor varje dag. Böckerna ska lånas ut fritt."],
    ["holds figures", "Andelen barn är 31 procent. Antalet besök var 93 000."],
  ])("is one where the heading names people and the text %s", async (_what, more) => {
    expect(await among(`${telling} ${more}`, "Barn och kultur")).toMatchObject({ status: "missing" });
    expect(await among(`${telling} ${more}`)).toMatchObject({ status: "notExpected" });
  });

  test("is no gap below a heading that names people where nothing is decided for them", async () => {
    expect(await among(telling, "Barn och kultur")).toMatchObject({ status: "notExpected" });
  });

  test("is one where most sentences steer, whatever the words", async () => {
    expect(
      await among(
        "Hinder för barn ska avhjälpas. Ungas tillgång till böcker ska värnas i alla delar av kommunen. Äldre ska mötas med respekt när de kommer till våra hus. Böckerna är många, och biblioteken står öppna för människor i alla åldrar och på alla dagar i veckan, året runt.",
      ),
    ).toMatchObject({ status: "missing" });
  });

  test("has the perspective where it speaks of women and men", async () => {
    expect(await among(`${telling} Kvinnor läser mer än män.`)).toMatchObject({ status: "present" });
  });
});

describe("people who are named by the way", () => {
  const procedure =
    "Förvaltningen arbetar efter en plan som beslutas i november. Mötena hålls i stadshuset. En ansvarig utses i varje grupp. Förslagen ska vara klara i maj, och riktningen är densamma som i fjol. Kommunikationen ska vara enkel och tydlig. Personer som är berörda, till exempel patienter, får veta resultatet av arbetet. Protokollen samlas i en pärm. Rutinen gäller tills vidare för samtliga enheter i huset.";

  test("make no gap among longer sections", async () => {
    expect(await among(procedure)).toMatchObject({ status: "notExpected" });
  });

  test("make one where the heading names people", async () => {
    expect(await among(procedure, "Stöd till patienter")).toMatchObject({ status: "missing" });
  });

  test("make one where money is given out", async () => {
    expect(
      await among(`${procedure} Bidraget är 4 mnkr, och kostnaden för patienter delas lika.`),
    ).toMatchObject({ status: "missing" });
  });
});

describe("things beside people", () => {
  const energy =
    "Elnätet byggs ut i hela länet. Energianvändningen i fastigheterna ska minska. Fjärrvärme ersätter oljan. Hushållen ska få stöd att spara el. Vindkraft och solceller prioriteras av invånare. ";

  test("outweigh people who are named less often, also in the same sentences", async () => {
    expect(await auditSection(energy)).toMatchObject({ status: "notExpected" });
  });

  test("do not where the heading says whom it is about", async () => {
    expect(await auditSection(energy, "Stöd till pensionärer")).toMatchObject({ status: "missing" });
  });

  test("are sites and premises", async () => {
    const site =
      "Tomten ligger vid infarten och är 45 000 kvadratmeter. Friytan räcker till en grundskola för 750 elever. Parkeringen kan flyttas. En tillbyggnad är möjlig till 2030, och hyresavtalet kan sägas upp.";
    expect(await auditSection(site)).toMatchObject({ status: "notExpected" });
  });

  test("are penal provisions and supervision", async () => {
    const penal =
      "Straffen för grova brott skärps. Minimistraffet höjs till fängelse i tre år. Påföljden ska bli kännbar, och personer som återfaller får ingen straffrabatt. Åtgärden ska genomföras nästa år.";
    expect(await auditSection(penal)).toMatchObject({ status: "notExpected" });
    const victims =
      "Brottsoffer ska få stöd från första dagen. Kvällsöppna mottagningar byggs ut, och unga som utsatts för brott ska få hjälp inom en vecka.";
    expect(await auditSection(victims)).toMatchObject({ status: "missing" });
  });
});

describe("crime", () => {
  const filler = "Utredningen redovisas i mars och lagen ändras nästa år. ".repeat(3);

  test("is a word of law where no one is named", async () => {
    expect(
      await auditSection(
        `Utredningen ska se över reglerna om brott. Brottet ska kunna prövas i domstol. Brottsligheten ska minska. ${filler}`,
      ),
    ).toMatchObject({ status: "notExpected" });
  });

  test("is a matter of people where someone is", async () => {
    expect(
      await auditSection(
        `Unga som begår brott ska få stöd tidigt. Brotten mot äldre och barn ska minska. Brottsoffer ska få hjälp. ${filler}`,
      ),
    ).toMatchObject({ status: "missing" });
  });
});

describe("a part of a steering model or a vision", () => {
  const text =
    "Vi arbetar för att invånare och medarbetare ska få det stöd de behöver. Barn och unga ska växa upp i trygghet, och äldre ska kunna påverka sin vardag. Nämnden följer upp resultaten för invånarna i augusti och i december.";
  const below = async (chapter: string, heading: string): Promise<SectionReport> =>
    sectionOf(
      await auditText(`# Budget\n\n# ${chapter}\n\nKort text.\n\n## ${heading}\n\n${text}\n`),
      heading,
    );

  test.each([
    ["Så styrs kommunen", "Uppföljning", "steering-model"],
    ["Visionen visar vart vi vill", "Aktiviteter som berikar livet", "framing"],
  ])("below %s is of its kind, though its heading says %s", async (chapter, heading, role) => {
    expect(await below(chapter, heading)).toMatchObject({ role, framing: true, status: "notExpected" });
  });

  test.each([
    ["Inledning", "Mål", "goal"],
    ["Inledning", "Nuläge", "analysis"],
    ["Verksamheten", "Uppföljning", "follow-up"],
  ])("is not what stands below %s as %s", async (chapter, heading, role) => {
    expect(await below(chapter, heading)).toMatchObject({ role, status: "missing" });
  });
});

describe("a volume forecast", () => {
  test("counts children to size the budget", async () => {
    const forecast =
      "Antalet elever i grundskolan beräknas minska med 346 under nästa år. Enligt befolkningsprognosen fortsätter antalet barn i förskola att minska till 2030, och organisationen anpassas.";
    expect(await auditSection(forecast)).toMatchObject({ role: "volumes", status: "notExpected" });
  });

  test("is not a target for pupils", async () => {
    const target =
      "Antalet elever som når målen ska öka till 90 procent. Skolan erbjuder läxhjälp, och eleverna följs upp varje termin.";
    expect(await auditSection(target)).toMatchObject({ status: "missing" });
  });
});
