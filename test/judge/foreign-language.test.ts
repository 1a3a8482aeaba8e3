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
