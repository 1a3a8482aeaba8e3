// One document, changed as drafts are: what a reader must be told, and must not be told, of each change.
import { beforeAll, describe, expect, test } from "vitest";
import {
  compareVersions,
  groupOf,
  headings,
  onlyDocument,
  readVersion,
  strategy,
  type Version,
} from "./support.ts";

/** The part of the source from one heading to before the next of the same or a higher rank. */
function part(source: string, heading: string): string {
  const start = source.indexOf(`\n${heading}\n`) + 1;
  const rank = /^#+/.exec(heading)?.[0].length ?? 1;
  const next = new RegExp(`\\n#{1,${String(rank)}} `, "g");
  next.lastIndex = start + heading.length;
  const end = next.exec(source)?.index ?? source.length;
  return source.slice(start, end + 1);
}
const body = (source: string, heading: string): string => part(source, heading).slice(heading.length + 1);

let original: Version;
beforeAll(async () => {
  original = await readVersion(strategy);
});

async function change(edit: (source: string) => string, by: "text" | "report" = "text") {
  const changed = edit(strategy);
  expect(changed).not.toBe(strategy);
  return onlyDocument(await compareVersions(original, await readVersion(changed), by));
}

describe.each(["text", "report"] as const)("versions known by their %s", (by) => {
  test("are not changed when nothing is", async () => {
    const { sections, evidence, gaps, requirements, inCommon } = onlyDocument(
      await compareVersions(original, original, by),
    );
    expect(inCommon).toBe(1);
    expect(requirements).toEqual([]);
    expect({ ...gaps, kept: 0 }).toEqual({ kept: 0, closed: [], new: [] });
    expect({ ...evidence, kept: 0 }).toEqual({ kept: 0, reworded: 0, moved: 0, gained: 0, lost: 0 });
    expect(sections).toHaveLength(original.document.sections.length);
    for (const { before, after, moves, change: is } of sections ?? []) {
      expect(after).toEqual(before);
      expect({ moves, is }).toEqual({ moves: [], is: "same" });
    }
  });

  test("a chapter put in front renumbers the others and changes no judgement", async () => {
    const document = await change((source) => {
      const renumbered = source.replace(
        /^(#+) (\d+)/gm,
        (_, hashes: string, n: string) => `${hashes} ${String(Number(n) + 1)}`,
      );
      return renumbered.replace(
        "\n# 2 Inledning\n",
        "\n# 1 Läsanvisning\n\nSå här läser du strategin.\n\n# 2 Inledning\n",
      );
    }, by);
    const group = groupOf(document, "Företagande");
    expect(headings(group.before)).toEqual(["Företagande"]);
    expect([group.moves, group.change]).toEqual([["renumbered"], "same"]);
    expect(groupOf(document, "Läsanvisning").change).toBe("added");
    expect(document.evidence).toMatchObject({ gained: 0, lost: 0 });
    expect(document.gaps).toMatchObject({ closed: [], new: [] });
  });

  test("a section that is taken away is removed, and its gaps are not called answered", async () => {
    const heading = "## 7.2 Digital infrastruktur";
    const document = await change((source) => source.replace(part(source, heading), ""), by);
    expect(groupOf(document, "Digital infrastruktur", "before").change).toBe("removed");
    const id = original.document.sections.find((one) => one.heading === "Digital infrastruktur")!.id;
    const had = original.document.gaps.filter(({ section }) => section === id).length;
    expect(document.gaps.closed.map(({ because }) => because)).toEqual(Array(had).fill("removed"));
    expect(document.sections?.filter(({ change: is }) => is === "removed")).toHaveLength(1);
  });

  test("a new section is new, with its evidence", async () => {
    const text =
      "Skillnaden i lön mellan kvinnor och män ska halveras till 2030, och regionstyrelsen redovisar utfallet varje år.";
    const document = await change(
      (source) => source.replace("\n# 9 Genomförande\n", `\n## 8.4 Löner\n\n${text}\n\n# 9 Genomförande\n`),
      by,
    );
    const group = groupOf(document, "Löner");
    expect([group.before, group.change]).toEqual([[], "added"]);
    expect(group.gained.length).toBeGreaterThan(0);
    expect(document.evidence).toMatchObject({ lost: 0, reworded: 0 });
  });
});

describe("versions known by their text", () => {
  test("a section with another heading is renamed, not removed and new", async () => {
    const document = await change((source) =>
      source.replace("## 5.1 Företagande", "## 5.1 Att starta och driva bolag"),
    );
    const group = groupOf(document, "Att starta och driva bolag");
    expect(headings(group.before)).toEqual(["Företagande"]);
    expect([group.moves, group.change, group.likeness]).toEqual([["renamed"], "same", 1]);
    expect(document.sections?.filter(({ change: is }) => is === "added" || is === "removed")).toEqual([]);
  });

  test("a section that stands in another chapter is moved, and takes its evidence along", async () => {
    const heading = "## 6.2 Trygghet och frihet från våld";
    const document = await change((source) => {
      const moved = part(source, heading);
      return source
        .replace(moved, "")
        .replace("\n# 9 Genomförande\n", `\n${moved.replace("6.2", "8.4")}\n# 9 Genomförande\n`);
    });
    const group = groupOf(document, "Trygghet och frihet från våld");
    expect([group.moves, group.change]).toEqual([["renumbered", "moved"], "same"]);
    expect(document.evidence).toMatchObject({ gained: 0, lost: 0, moved: 0 });
    expect(document.sections?.filter(({ moves }) => moves.includes("moved"))).toHaveLength(1);
  });

  test("a section in two parts is split, not new", async () => {
    const heading = "## 5.1 Företagande";
    const document = await change((source) => {
      const paragraphs = body(source, heading).trim().split("\n\n");
      const half = Math.ceil(paragraphs.length / 2);
      const [first, second] = [paragraphs.slice(0, half), paragraphs.slice(half)].map((own) =>
        own.join("\n\n"),
      );
      return source.replace(
        part(source, heading),
        `${heading}\n\n${first!}\n\n## 5.4 Kapital och rådgivning\n\n${second!}\n\n`,
      );
    });
    const group = groupOf(document, "Kapital och rådgivning");
    expect(headings(group.before)).toEqual(["Företagande"]);
    expect(headings(group.after)).toEqual(["Företagande", "Kapital och rådgivning"]);
    expect(group.moves).toEqual(["split"]);
    expect(document.evidence).toMatchObject({ gained: 0, lost: 0 });
  });

  test("two sections in one are merged, and none is removed", async () => {
    const heading = "## 5.3 Besöksnäring";
    const document = await change((source) => {
      const text = body(source, heading);
      return source
        .replace(part(source, heading), "")
        .replace("\n# 6 Hälsa och trygghet\n", `\n${text}\n# 6 Hälsa och trygghet\n`);
    });
    const group = groupOf(document, "Innovation och forskning");
    expect(headings(group.before)).toEqual(["Innovation och forskning", "Besöksnäring"]);
    expect(group.moves).toEqual(["merged"]);
    expect(document.sections?.some(({ change: is }) => is === "removed")).toBe(false);
  });

  test("a rewritten section keeps its name and says what it gained; its gaps are answered", async () => {
    const heading = "## 8.1 Bostäder";
    const text =
      "Bland kvinnor över 75 år har 58 procent egen bostad, bland män 66 procent. Skillnaden ska vara borta 2030. Regionstyrelsen ansvarar och redovisar utfallet för kvinnor och män varje år.";
    const document = await change((source) =>
      source.replace(part(source, heading), `${heading}\n\n${text}\n\n`),
    );
    const group = groupOf(document, "Bostäder");
    expect([group.before[0]?.status, group.after[0]?.status, group.change]).toEqual([
      "missing",
      "present",
      "deeper",
    ]);
    expect(group.gained.length).toBeGreaterThan(0);
    const answered = document.gaps.closed.filter(({ because }) => because === "answered");
    expect(answered.length).toBeGreaterThan(0);
    expect(document.gaps.closed).toHaveLength(answered.length);
  });

  test("a gap in a section that was not expected to have the perspective is new, but nothing was lost", async () => {
    const heading = "## 7.2 Digital infrastruktur";
    const quiet = strategy.replace(part(strategy, heading), `${heading}\n\nFibernätet är utbyggt.\n\n`);
    const people =
      "Andelen elever som når målen är 84 procent. Nämnden ska öka andelen elever till 90 procent.";
    const loud = strategy.replace(part(strategy, heading), `${heading}\n\n${people}\n\n`);
    const document = onlyDocument(await compareVersions(await readVersion(quiet), await readVersion(loud)));
    const group = groupOf(document, "Digital infrastruktur");
    expect([group.before[0]?.status, group.after[0]?.status]).toEqual(["notExpected", "missing"]);
    expect(document.gaps.new.map(({ because }) => because)).toEqual(["other"]);
    expect(document.gaps.closed).toEqual([]);
  });

  test("a changed figure in a sentence is no lost and new evidence", async () => {
    const was = "från 52 till 65 procent för kvinnor";
    const document = await change((source) => source.replace(was, "från 53 till 66 procent för kvinnor"));
    expect(document.evidence).toMatchObject({ gained: 0, lost: 0 });
    expect(document.evidence.reworded).toBeGreaterThan(0);
  });

  test("the other way round it is the mirror image", async () => {
    const changed = await readVersion(
      strategy
        .replace(part(strategy, "## 7.2 Digital infrastruktur"), "")
        .replace("## 5.1 Företagande", "## 5.1 Bolag"),
    );
    const there = onlyDocument(await compareVersions(original, changed));
    const back = onlyDocument(await compareVersions(changed, original));
    expect(back.evidence).toEqual({
      ...there.evidence,
      gained: there.evidence.lost,
      lost: there.evidence.gained,
    });
    expect(back.gaps.new.map(({ gap }) => gap.fingerprint).sort()).toEqual(
      there.gaps.closed.map(({ gap }) => gap.fingerprint).sort(),
    );
    const pairs = (sections: typeof there.sections, swap: boolean): string[] =>
      (sections ?? [])
        .map(({ before, after }) => JSON.stringify(swap ? [after, before] : [before, after]))
        .sort();
    expect(pairs(back.sections, true)).toEqual(pairs(there.sections, false));
  });

  test("another document is no version: only figures are compared", async () => {
    const other = await readVersion(
      "# Plan\n\n## Vägar\n\nKommunen ska laga vägar för invånarna under året.\n\n## Broar\n\nBroarna ska målas.\n",
    );
    const { sections, gaps, inCommon } = onlyDocument(await compareVersions(original, other));
    expect(sections).toBeNull();
    expect(inCommon).toBeLessThan(0.2);
    expect(gaps).toEqual({ kept: 0, closed: [], new: [] });
  });
});
