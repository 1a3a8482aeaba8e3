import { describe, expect, test } from "vitest";
import { auditText } from "../support/audit-text.ts";

const body = `## Insatser

Förvaltningen ska utbilda 40 anställda i bemötande av elever under året. Eleverna och deras föräldrar får information om
skolans stöd, och 200 elever svarar på en enkät om trygghet.
`;

describe("a type that was recognised by one sign alone", () => {
  const audit = (type: string) => auditText(`# Om skolan\n\n${body}`, { name: "handlingsplan.md", type });

  test("is told as uncertain, with how to name it", async () => {
    const { type, notices } = await audit("auto");
    expect(type).toMatchObject({ id: "handlingsplan", confidence: 0.5 });
    expect(notices).toContainEqual(
      expect.objectContaining({
        code: "TYPE_UNCERTAIN",
        message: expect.stringContaining("typen Handlingsplan") as unknown,
        hint: expect.stringContaining("--type handlingsplan") as unknown,
      }),
    );
  });

  test("does not find its requirements unmet; those of all documents are tried", async () => {
    const { requirements } = await audit("auto");
    const own = requirements.filter(({ id }) => id.startsWith("K-HP"));
    const common = requirements.filter(({ id }) => id.startsWith("K-ALL"));
    expect(own.length).toBeGreaterThan(3);
    for (const each of own)
      expect(each).toMatchObject({ status: "notApplicable", because: "type", message: "" });
    expect(common.some(({ status }) => status === "unmet")).toBe(true);
    for (const each of common) expect(each.because).not.toBe("type");
  });

  test("is certain when the user says so", async () => {
    const { requirements, notices } = await audit("handlingsplan");
    expect(notices.map(({ code }) => code)).not.toContain("TYPE_UNCERTAIN");
    expect(requirements.filter(({ because }) => because === "type")).toEqual([]);
    expect(requirements.some(({ id, status }) => id.startsWith("K-HP") && status === "unmet")).toBe(true);
  });
});

test("a type that title and name agree on is not uncertain, nor is a document of no type", async () => {
  const plan = await auditText(`# Handlingsplan för skolan\n\n${body}`, {
    name: "handlingsplan.md",
    type: "auto",
  });
  const none = await auditText(`# Om skolan\n\n${body}`, { name: "a.md", type: "auto" });
  for (const { notices } of [plan, none])
    expect(notices.map(({ code }) => code)).not.toContain("TYPE_UNCERTAIN");
  expect(plan.requirements.filter(({ because }) => because === "type")).toEqual([]);
});

describe("a type that was not recognised", () => {
  const programme = ["Vård", "Skola", "Arbete"]
    .map((heading) => body.replace("Insatser", heading))
    .join("\n");
  const codes = async (text: string, type = "auto", name = "a.md"): Promise<string[]> =>
    (await auditText(text, { name, type })).notices.map(({ code }) => code);

  test("is told where a verdict is given, with what the verdict means then", async () => {
    expect(await codes(`# Partiprogram\n\n${programme}`)).toContain("TYPE_UNKNOWN");
  });

  test("is not told of a document too short for a verdict, nor of one that is said to be of no type or is of one", async () => {
    expect(await codes(`# Partiprogram\n\n${body}`)).not.toContain("TYPE_UNKNOWN");
    expect(await codes(`# Partiprogram\n\n${programme}`, "ovrigt")).not.toContain("TYPE_UNKNOWN");
    expect(await codes(`# Handlingsplan\n\n${programme}`, "auto", "plan.md")).not.toContain("TYPE_UNKNOWN");
  });
});

describe("a report on a strategy", () => {
  test.each([
    ["Årsrapport för god och nära vård", "arsredovisning"],
    ["God och nära vård", "hs-strategi"],
    ["Riktlinje för uppföljning av verksamheten", "policy"],
    ["Partiprogram", "ovrigt"],
  ])("is told by which of two kinds is named first: %s", async (title, id) => {
    const { type } = await auditText(`# ${title}\n\n${body}`, { name: "a.md", type: "auto" });
    expect(type.id).toBe(id);
  });
});
