// Which policy goal a text is about follows from what it says, never from the number it gives it: before 2016 there were
// four, and care work and violence had the numbers that education and care work have now (handbook T-30).
import { expect, test } from "vitest";
import { auditText } from "../support/audit-text.ts";

const goalsOf = async (text: string): Promise<number[]> => {
  const { policyGoals } = await auditText(`# Plan\n\n## Mål\n\n${text}\n`);
  return Object.entries(policyGoals).flatMap(([goal, count]) => (count > 0 ? [Number(goal)] : []));
};

test.each([
  ["Delmål 3: en jämn fördelning av det obetalda hem- och omsorgsarbetet.", [4]],
  ["Delmål 4: mäns våld mot kvinnor ska upphöra.", [6]],
  ["Delmål 2: flickor och pojkar ska göra studieval utan könsroller.", [3]],
  ["Delmål 6: mäns våld mot kvinnor ska upphöra.", [6]],
])("goes by the content: %s", async (text, goals) => {
  expect(await goalsOf(text)).toEqual(goals);
});

test("a number alone names no goal", async () => {
  expect(await goalsOf("Delmål 3 och delmål 4 följs upp, och kvinnor och män ska nås lika.")).toEqual([]);
});
