import { describe, expect, test } from "vitest";
import { fakePipeline, run } from "./run.ts";

const failure = {
  rule: "konsuppdelad-statistik",
  file: "/regler/prov/a.yaml",
  line: 12,
  example: "Statistik\u001b[2J redovisas per kön.",
  expected: "hit",
  because: ["t02"],
} as const;

describe("genomlys rules test", () => {
  test("ends with 0 and the numbers when all examples hold", async () => {
    expect(await run(["rules", "test"])).toMatchObject({
      code: 0,
      out: "2 regler, 4 exempel: alla stämmer.\n",
      err: "",
    });
  });

  test("ends with 1 when an example fails, and says where it stands", async () => {
    const pipeline = fakePipeline({ failures: [failure, { ...failure, expected: "miss", because: [] }] });
    const { code, out } = await run(["rules", "test"], { pipeline, cwd: "/regler" });
    expect(code).toBe(1);
    expect(out).toBe(
      [
        "prov/a.yaml:12",
        "  regeln konsuppdelad-statistik skulle ha träffat men gjorde det inte:",
        "  Statistik redovisas per kön.",
        "  det togs bort av t02",
        "",
        "prov/a.yaml:12",
        "  regeln konsuppdelad-statistik skulle inte ha träffat men gjorde det:",
        "  Statistik redovisas per kön.",
        "",
        "2 regler, 4 exempel: 2 stämmer inte.",
        "",
      ].join("\n"),
    );
  });

  test("ends with 1 when a rule is hit by none of its examples", async () => {
    const { code, out } = await run(["rules", "test"], {
      pipeline: fakePipeline({ untested: ["r1", "r2"] }),
    });
    expect(code).toBe(1);
    expect(out).toContain("Regler som inget exempel träffar (2): r1, r2");
  });

  test("takes folders from where it is run", async () => {
    const { pipeline } = await run(["rules", "test", "mina", "/andras"], { cwd: "/hem" });
    expect(pipeline.packFolders).toEqual([["/hem/mina", "/andras"]]);
  });
});

describe("genomlys rules list", () => {
  test("lists the rules by kind with their titles", async () => {
    expect((await run(["rules", "list"])).out).toBe(
      "Prov (prov 1.0.0)\n\nDokumenttyper (1)\n  mal-budget  Mål och budget, 1 term\n",
    );
    expect((await run(["rules", "list", "--lang", "en"])).out).toContain("Document types (1)");
  });
});
