import { describe, expect, test } from "vitest";
import { documentOf, prose } from "../support.ts";

const titleOf = (lines: readonly string[]): string | null => documentOf(lines).title;

describe("the title of a document that names none", () => {
  test("is the heading it opens with", () => {
    expect(titleOf(["Kungsbacka kommun", "# Kulturpolitiskt program", prose])).toBe(
      "Kulturpolitiskt program",
    );
  });

  test("is the line before the contents, not the word over them", () => {
    expect(titleOf(["Delårsrapport augusti 2025", "Byggnadsnämnden", "# Innehållsförteckning", prose])).toBe(
      "Delårsrapport augusti 2025",
    );
  });

  test("is the line before the first part, not the name of the part", () => {
    expect(titleOf(["Principprogram för bygden", "# 1 Inledning", prose])).toBe("Principprogram för bygden");
    expect(titleOf(["# Syfte", prose])).toBeNull();
  });

  test("goes on in a line that begins with a small letter", () => {
    expect(titleOf(["Riktlinje för systematisk", "individuppföljning", prose, prose, "# Syfte", prose])).toBe(
      "Riktlinje för systematisk individuppföljning",
    );
  });

  test("is the line of several words before a place's name alone", () => {
    expect(titleOf(["Kungsbacka", "Bostad först", "# Inledning", prose])).toBe("Bostad först");
  });

  test("is no date, number of a case, address or comment, and no line on who decided", () => {
    for (const line of [
      "Kommunens gymnasier 2024-08-25",
      "2025/26:2792",
      "Kommunen | 0300-83 40 00 | info@kommun.example",
      "<!-- Budgetmotion 2024/25:2962 -->",
      "Antagen av kommunfullmäktige den 4 februari 2022",
      "Dnr KS 2025 118",
    ])
      expect(titleOf([line, "# Inledning", prose]), line).toBeNull();
  });

  test("is no sentence", () => {
    expect(titleOf([prose])).toBeNull();
    expect(titleOf(["Nämnden ska se till att elever får stöd.", prose])).toBeNull();
  });

  test("is no item of a list and no row of a table", () => {
    expect(titleOf(["- Trygga barn i skolan", "- Fler platser i förskolan", prose])).toBeNull();
  });

  test("is not looked for behind the first page", () => {
    expect(titleOf([prose, prose, prose, prose, "Mål och budget", prose])).toBeNull();
  });
});
