// A text in another language than the rules: nothing in it is judged, and the report says why.
import { describe, expect, test } from "vitest";
import type { DocumentReport } from "../../src/model/report.ts";
import { auditText } from "../support/audit-text.ts";

const norwegian = `# Regional utviklingsstrategi

## Helse og omsorg

Helsetjenesten skal gi god omsorg til alle pasienter. Barn og unge er en prioritert gruppe. I 2025 var det 4 200 ansatte i omsorgssektoren, og andelen barn og elever i skolen øker. Det er ikke et mål at det skal være slik.

## Budsjett

Budsjettet for 2026 er 450 millioner kroner. Personal, barn, unge, elever, brukere. Det skal følges opp av kommunene hvert år, og det er et ansvar for alle ansatte i regionen.
`;
const finnish = `# Strategia

## Hoito

Terveydenhuollon on tarjottava tasa-arvoista hoitoa kaikille potilaille, ja se on tavoite, joka on mukana tässä strategiassa. Lapset ja nuoret ovat etusijalla, mutta myös vanhukset saavat tukea, jos se on mahdollista. Tavoitteet ovat kaikille, ja niin tulee olla, kun strategia on valmis. Se ei ole helppoa, mutta se on tärkeää.
`;

describe.each([
  ["Norwegian", norwegian, "norska"],
  ["Finnish", finnish, "finska"],
])("a text in %s", (_, text, name) => {
  const audit = (): Promise<DocumentReport> => auditText(text, { type: "rus" });

  test("has no section that lacks the perspective, and none that has it", async () => {
    const report = await audit();
    expect(new Set(report.sections.map(({ status }) => status))).toEqual(new Set(["unread"]));
    expect(report.evidence).toEqual([]);
    expect(report.gaps).toEqual([]);
    expect(report.verdict).toBe("notAssessed");
    expect(report.coverage.expected).toBe(0);
  });

  test("neither meets nor breaks a requirement", async () => {
    const { requirements } = await audit();
    expect(requirements.length).toBeGreaterThan(3);
    expect(new Set(requirements.map(({ status, because }) => `${status} ${because ?? ""}`))).toEqual(
      new Set(["notApplicable unread"]),
    );
  });

  test("is named with its language", async () => {
    const report = await audit();
    const notice = report.notices.find(({ code }) => code === "FOREIGN_LANGUAGE");
    expect(notice?.message).toContain(`på ${name}.`);
  });
});

test("a Swedish text says its language, and no notice does", async () => {
  const text =
    "# Plan\n\nNämnden ska följa upp målen för barn och unga varje år. Det är ett ansvar för alla som arbetar i regionen, och det ska redovisas i den årliga rapporten till fullmäktige. Rapporten är öppen för alla och ska läsas av nämnderna när de planerar nästa år och följer upp det som var.\n";
  const report = await auditText(text);
  expect(report.language).toBe("sv");
  expect(report.notices.map(({ code }) => code)).not.toContain("FOREIGN_LANGUAGE");
});

describe("a document in two languages", () => {
  const swedish = (heading: string): string => `## ${heading}

Nämnden ska ta fram könsuppdelad statistik över patienterna inom vården. Kvinnor väntar längre än män på besök, och det ska följas upp varje år av verksamheten. Ansvarig för åtgärden är avdelningschefen, som redovisar resultatet för nämnden i april. Barn och unga är en grupp som ska prioriteras när medlen fördelas mellan vårdcentralerna.
`;
  const english = (heading: string): string => `## ${heading}

The region will give good care to all patients, and children and young people are a group that is given priority. Personal 450 miljoner. The budget is followed up by the committee every year, and all services are included. This is a goal for the whole region and for those who work in it. In 2025 there were 4 200 patients and the number of women and men is not known.
`;
  const statuses = ({ sections }: DocumentReport): string[] =>
    sections.map(({ heading, language, status }) => `${heading} ${language ?? "-"} ${status}`);
  const foreign = ({ notices }: DocumentReport) => notices.find(({ code }) => code === "FOREIGN_SECTIONS");

  test("is judged by its Swedish sections; those in English are unread and named, and take their words from what was read", async () => {
    const report = await auditText(
      `# Plan\n\n${swedish("Vård")}\n${swedish("Hälsa")}\n${swedish("Omsorg")}\n${english("Summary")}`,
    );
    expect(statuses(report)).toEqual([
      "Plan - notExpected",
      "Vård - present",
      "Hälsa - review",
      "Omsorg - review",
      "Summary en unread",
    ]);
    expect(foreign(report)?.message).toContain("1 avsnitt är inte på svenska (engelska)");
    expect(foreign(report)?.message).toContain("Summary");
    expect(report.notices.map(({ code }) => code)).not.toContain("FOREIGN_LANGUAGE");
    expect(report.reading.share).toBeLessThan(0.9);
    expect(report.verdict).toBe("notAssessed");
    expect(report.evidence.every(({ section }) => section !== "s5")).toBe(true);
  });

  test("that is mostly English has its Swedish section judged, and no verdict", async () => {
    const report = await auditText(
      `# Plan\n\n${english("Care")}\n${english("Health")}\n${english("Services")}\n${swedish("Vård")}`,
    );
    expect(report.language).toBe("en");
    expect(statuses(report).slice(1)).toEqual([
      "Care - unread",
      "Health - unread",
      "Services - unread",
      "Vård sv present",
    ]);
    expect(report.evidence.length).toBeGreaterThan(0);
    expect(report.verdict).toBe("notAssessed");
    expect(report.gaps).toEqual([]);
  });

  test("keeps its verdict where the foreign part is small", async () => {
    const chapters = Array.from({ length: 14 }, (_, at) =>
      swedish(`Del ${String(at + 1)}`).replace("april", `april ${String(2010 + at)}`),
    );
    const report = await auditText(`# Plan\n\n${chapters.join("\n")}\n${english("Summary")}`);
    expect(report.reading.share).toBeGreaterThan(0.9);
    expect(report.reading.share).toBeLessThan(1);
    expect(report.verdict).not.toBe("notAssessed");
    expect(foreign(report)).toBeDefined();
  });

  test("loses nothing for a list of references in English", async () => {
    const titles = english("Referenser").replaceAll(/\. /g, ".\n\n");
    const report = await auditText(`# Plan\n\n${swedish("Vård")}\n${swedish("Hälsa")}\n${titles}`);
    expect(report.sections.at(-1)?.status).toBe("notExpected");
    expect(report.reading.share).toBe(1);
    expect(foreign(report)).toBeUndefined();
  });
});
