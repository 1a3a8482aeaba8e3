// The tables of docs/calibration.md: made from a report and notes, and the page's notes can be read.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { calibrationTables, readNotes } from "../../scripts/calibration-tables.mjs";
import { auditText } from "../support/audit-text.ts";

const notes = readNotes("# file\tgroup\tname\twhy\nplan.md\tPlans\tA plan\tWomen and men are named once.\n");

async function report(): Promise<unknown> {
  const plan = await auditText(
    "# Plan\n\n## Skolan\n\nEleverna ska få stöd i tid, och 40 elever ska erbjudas läxhjälp varje vecka.\n\n## Vården\n\nKvinnor väntar i genomsnitt nio dagar längre än män på besked.\n",
    { name: "plan.md" },
  );
  const copy = await auditText("# Kopia\n\nText.\n", { name: "kopia.md" });
  return { packs: [{ id: "jamstalldhet", version: "1.0.0" }], documents: [plan, copy] };
}

test("a document stands in its group with its figures and a person's reading", async () => {
  const text = calibrationTables(await report(), notes);
  expect(text).toContain("Rules: jamstalldhet 1.0.0.");
  expect(text).toContain("1 documents of 2 files");
  expect(text).toMatch(
    /\| A plan \|.*\| 2 of \d \| 1 \| 0 \| 0 \/ 1 \/ 0 \/ 0 \|.*Women and men are named once/,
  );
});

test("a file that no note names is counted, not listed", async () => {
  expect(calibrationTables(await report(), notes)).not.toContain("kopia");
});

test("a note without its reading is refused", () => {
  expect(() => readNotes("plan.md\tPlans\tA plan\t\n")).toThrow("four columns");
});

test("the notes of the page can be read, each file once", async () => {
  const read = readNotes(
    await readFile(path.join(import.meta.dirname, "../../docs/calibration-notes.tsv"), "utf8"),
  );
  expect(read.length).toBeGreaterThan(50);
  expect(new Set(read.map(({ file }) => file)).size).toBe(read.length);
});
