import { describe, expect, test } from "vitest";
import { splitNumber } from "../../../src/read/structure/split-number.ts";

describe("a heading with a number", () => {
  test.each([
    ["3.2 Barn och ungas hälsa", "3.2", "Barn och ungas hälsa"],
    ["1.2.3 Mål", "1.2.3", "Mål"],
    ["3.2. barn och unga", "3.2", "barn och unga"],
    ["4. Uppföljning", "4", "Uppföljning"],
    ["4.", "4", ""],
    ["4) Uppföljning", "4", "Uppföljning"],
    ["3 Hälsa", "3", "Hälsa"],
    ["117 Avsnitt", "117", "Avsnitt"],
    ["§ 67", "§ 67", ""],
    ["§67 Avstämning", "§ 67", "Avstämning"],
    ["§1.1 Inkludering", "§ 1.1", "Inkludering"],
    ["§ 114 Dnr GA-2024-00224 Budget", "§ 114", "Budget"],
    ["§ 114 Dnr: KS 2025/457-2 2026 års budget", "§ 114", "2026 års budget"],
    ["§ 114 Dnr GA-2024-00224", "§ 114", "Dnr GA-2024-00224"],
    ["§ 114 Dnr och diarieföring", "§ 114", "Dnr och diarieföring"],
    ["4 § Kommunens yttrande", "4 §", "Kommunens yttrande"],
    ["1-2 §§ Föreskrifternas innehåll", "1-2 §§", "Föreskrifternas innehåll"],
    ["3 a § Undantag", "3 a §", "Undantag"],
    ["Kapitel 4", "Kapitel 4", ""],
    ["Kapitel 4. Vård", "Kapitel 4", "Vård"],
    ["Bilaga 2", "Bilaga 2", ""],
    ["Bilaga 2 – Indikatorer", "Bilaga 2", "Indikatorer"],
    ["Bilaga A: Begrepp", "Bilaga A", "Begrepp"],
    ["A.1 Ansvar", "A.1", "Ansvar"],
    ["B. Säkerhet inför publicering", "B", "Säkerhet inför publicering"],
    ["II. Mål", "II", "Mål"],
    ["IV Uppföljning", "IV", "Uppföljning"],
  ])("%j", (line, number, heading) => {
    expect(splitNumber(line, true)).toMatchObject({ number, heading });
  });
});

describe("a heading without", () => {
  test.each([
    "2030 ska vi vara klimatneutrala",
    "5 000 invånare",
    "5 000 nya jobb",
    "2 av 3 kommuner",
    "3.5 miljoner kronor",
    "15 procent fler",
    "100 %",
    "2019-03-20 Protokoll",
    "24/7 i vården",
    "I Halland bor fler kvinnor",
    "VI VILL GE KRAFT",
    "Del av uppdraget",
    "Del I landstinget",
    "Avsnitt om jämställdhet",
    "Mål 5",
    "EU och vi",
    "2024",
    "",
  ])("%j", (line) => {
    expect(splitNumber(line, true)).toEqual({ number: null, heading: line, parts: 0 });
  });

  test("a letter with a full stop is an initial, unless the file marks the heading", () => {
    expect(splitNumber("A. Andersson", false).number).toBeNull();
    expect(splitNumber("A. Beslut", true).number).toBe("A");
  });
});
