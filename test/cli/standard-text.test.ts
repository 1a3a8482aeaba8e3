// Boilerplate across the documents of a run, as the shell would see it.
import { describe, expect, test } from "vitest";
import type { DocumentReport, Report } from "../../src/model/report.ts";
import { likeness } from "../../src/pipeline/standard-text.ts";
import { boilerplate, memorandum } from "../support/memoranda.ts";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const three = {
  "tjansteskrivelse-a.md": memorandum("lokaler", boilerplate),
  "tjansteskrivelse-b.md": memorandum("skolskjuts", boilerplate),
  "tjansteskrivelse-c.md": memorandum("läromedel", boilerplate),
};

async function audit(files: Readonly<Record<string, string>>, order = Object.keys(files)): Promise<Report> {
  const cwd = await buildFolder({ ".git/HEAD": "", ...files });
  return JSON.parse((await runReal([...order, "--format", "json"], cwd)).out) as Report;
}

const levels = ({ documents }: { readonly documents: readonly DocumentReport[] }): number[] =>
  documents.map(({ sections }) => Math.max(...sections.map(({ level }) => level)));

describe("a sentence that stands in many documents of one kind", () => {
  test("is marked, and lifts nothing above level 1", async () => {
    const report = await audit(three);
    expect(levels(report)).toEqual([1, 1, 1]);
    for (const { evidence, flags, type } of report.documents) {
      expect(type.id).toBe("tjansteskrivelse");
      const said = evidence.filter(({ sentence }) => sentence !== undefined);
      expect(said.length).toBeGreaterThan(0);
      for (const piece of said) expect(piece).toMatchObject({ standardText: true, level: 1 });
      expect(flags).toContain("standardText");
    }
    expect(report.standardText).toEqual([
      expect.objectContaining({
        type: "tjansteskrivelse",
        documents: 3,
        text: expect.stringContaining("minska skillnaden mellan flickors") as unknown,
      }),
    ]);
  });

  test("gives the same result in every order", async () => {
    const names = Object.keys(three);
    const forward = await audit(three, names);
    const backward = await audit(three, [...names].reverse());
    expect([...backward.documents].reverse()).toEqual(forward.documents);
    expect(backward.standardText).toEqual(forward.standardText);
  });

  test("leaves documents alone that say it in words of their own", async () => {
    const own = memorandum(
      "simhallen",
      "Kommunen ska senast 2026 öka andelen flickor på simkurserna från 30 till 50 procent.",
    );
    const report = await audit({ ...three, "tjansteskrivelse-d.md": own });
    expect(levels(report).slice(0, 3)).toEqual([1, 1, 1]);
    expect(levels(report)[3]).toBeGreaterThan(2);
    expect(report.documents[3]?.flags).not.toContain("standardText");
  });

  test("is shown on the screen with the number of documents", async () => {
    const cwd = await buildFolder({ ".git/HEAD": "", ...three });
    const { out } = await runReal(["."], cwd);
    expect(out).toContain("Standardtext\n");
    expect(out.replace(/\s+/g, " ")).toContain("I 3 dokument (Tjänsteskrivelse");
    expect(out).toContain("endast standardtext");
  });
});

describe("what is no boilerplate", () => {
  test("a sentence in two documents", async () => {
    const { "tjansteskrivelse-c.md": _third, ...two } = three;
    const report = await audit(two);
    expect(Math.min(...levels(report))).toBeGreaterThan(2);
    expect(report).not.toHaveProperty("standardText");
  });

  test("versions of one document, and copies of it", async () => {
    const first = three["tjansteskrivelse-a.md"];
    const report = await audit({
      "tjansteskrivelse-1.md": first,
      "tjansteskrivelse-2.md": first,
      "tjansteskrivelse-3.md": `${first}\nKomplettering.\n`,
    });
    expect(Math.min(...levels(report))).toBeGreaterThan(2);
    expect(report).not.toHaveProperty("standardText");
  });

  test("a goal that documents of different kinds take over from each other", async () => {
    const report = await audit({
      "a.md": memorandum("lokaler", boilerplate).replace("Tjänsteskrivelse", "Handlingsplan"),
      "b.md": memorandum("skolskjuts", boilerplate).replace("Tjänsteskrivelse", "Verksamhetsplan"),
      "c.md": memorandum("läromedel", boilerplate),
    });
    expect(new Set(report.documents.map(({ type }) => type.id)).size).toBe(3);
    expect(Math.min(...levels(report))).toBeGreaterThan(2);
  });
});

describe("JSON lines", () => {
  test("stay as they are, carry the fingerprint to count by, and standard error says what was found", async () => {
    const cwd = await buildFolder({ ".git/HEAD": "", ...three });
    const { out, err } = await runReal([".", "--format", "jsonl"], cwd);
    const documents = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as DocumentReport);
    expect(Math.min(...levels({ documents }))).toBeGreaterThan(2);
    const fingerprints = new Set(
      documents.flatMap(({ evidence }) => evidence.flatMap(({ sentence }) => sentence ?? [])),
    );
    expect([...fingerprints]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(err).toContain("1 mening om perspektivet står ordagrant i minst tre dokument");
  });
});

test("likeness is the share of paragraphs in common", () => {
  expect(likeness([1, 2, 3], [1, 2, 3])).toBe(1);
  expect(likeness([1, 2, 3], [4, 5])).toBe(0);
  expect(likeness([1, 2], [2, 3])).toBeCloseTo(1 / 3);
  expect(likeness([], [])).toBe(0);
});
