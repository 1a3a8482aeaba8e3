import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { htmlTexts } from "../../../src/messages/html-texts.ts";
import type { Report, SectionReport } from "../../../src/model/report.ts";
import {
  buildChain,
  buildDocument,
  buildReport,
  buildRequirement,
  buildSection,
} from "../reports/build-report.ts";
import { everythingClear } from "../reports/everything-clear.ts";
import { hostileText } from "../reports/hostile-text.ts";
import { mixedFolder } from "../reports/mixed-folder.ts";
import { nothingAudited } from "../reports/nothing-audited.ts";
import { attribute, openPage } from "./page.ts";

/** Ends whatever it may stand in, and starts something that runs, loads or sends. */
const attack = `"'></td></title></style></script><script>x()</script><img src=//evil onerror=x()><a href="javascript:x()">{n}&amp;`;

/** What names a thing of ours instead of quoting a document. */
const ours = new Set([
  "schema",
  "status",
  "verdict",
  "format",
  "severity",
  "chain",
  "strength",
  "flags",
  "until",
]);

/** The report with every text that a stranger could have written turned into an attack; what refers to each other still does. */
function attacked(value: unknown, key = ""): unknown {
  if (ours.has(key)) return value;
  if (typeof value === "string") return `${attack}${value}`;
  if (Array.isArray(value)) return value.map((item) => attacked(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, attacked(own, name)]));
}

const attackedReport = attacked(mixedFolder) as Report;
const reports = { everythingClear, mixedFolder, nothingAudited, hostileText, attackedReport };

describe.each(Object.entries(reports))("%s as a page", (_name, report) => {
  const page = openPage(report, { details: true });

  test("has our style, our script and nothing else that runs or loads", () => {
    expect(page.elements("script")).toHaveLength(1);
    expect(page.elements("style")).toHaveLength(1);
    for (const name of ["img", "iframe", "object", "embed", "link", "base", "form", "audio", "video"]) {
      expect(page.elements(name), name).toHaveLength(0);
    }
    for (const element of page.elements("*")) {
      for (const { name, value } of element.attrs) {
        expect(name).not.toMatch(/^(on|style$|src)/);
        if (name === "href") expect(value).toMatch(/^#/);
      }
    }
  });

  test("has ids that stand once, and links and labels that lead to one", () => {
    const ids = page.elements("*").flatMap((element) => attribute(element, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of page.elements("*")) {
      const target = attribute(element, "href")?.slice(1) ?? attribute(element, "aria-labelledby");
      if (target !== undefined) expect(ids).toContain(target);
    }
  });

  test("says nothing of what a program says when it has nothing to say", () => {
    const body = page.elements("main")[0]!;
    expect(page.text(body).replaceAll(attack, "")).not.toMatch(/undefined|NaN|\[object|null\b/);
  });

  test("has nothing that a parser moves: what folds does not stand in a paragraph", () => {
    // A paragraph ends where such an element begins; the end that is left over makes an empty one.
    const empty = page
      .elements("p")
      .filter((one) => one.childNodes.length === 0 && attribute(one, "role") === undefined);
    expect(empty).toHaveLength(0);
  });

  test("has headings without a jump, and each table its caption and heads", () => {
    const levels = page
      .elements("*")
      .flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? [])
      .map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
    for (const table of page.elements("table")) {
      expect(page.text(table)).not.toBe("");
      expect(table.childNodes.some(({ nodeName }) => nodeName === "caption")).toBe(true);
    }
    for (const head of page.elements("th")) expect(attribute(head, "scope")).toMatch(/^(col|row|rowgroup)$/);
  });
});

describe("the page", () => {
  test("allows by its own policy only the style and the script that stand in it", () => {
    const page = openPage(mixedFolder);
    const policy = page
      .elements("meta")
      .find((meta) => attribute(meta, "http-equiv") === "Content-Security-Policy");
    const hash = (name: string): string => {
      const [own] = page.elements(name);
      const source = own?.childNodes.map((node) => ("value" in node ? node.value : "")).join("") ?? "";
      expect(source.length, name).toBeGreaterThan(1000);
      return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
    };
    expect(attribute(policy!, "content")).toBe(
      `default-src 'none'; style-src ${hash("style")}; script-src ${hash("script")}; base-uri 'none'; form-action 'none'`,
    );
  });

  test("is the same bytes for the same report, and no clock is in it", () => {
    expect(openPage(mixedFolder).html).toBe(openPage(mixedFolder).html);
  });

  test("in English says nothing of ours in Swedish, and marks what the documents say as Swedish", () => {
    const page = openPage(mixedFolder, { lang: "en", details: true });
    expect(attribute(page.elements("html")[0]!, "lang")).toBe("en");
    const swedish = Object.values(htmlTexts)
      .filter(({ sv, en }) => sv !== en && sv.length > 12)
      .map(({ sv }) => sv.split("{")[0]!.trim())
      .filter((text) => text.length > 12);
    const text = page.text(page.elements("main")[0]!);
    expect(swedish.filter((words) => text.includes(words))).toEqual([]);
    for (const quote of page.elements("q")) expect(attribute(quote, "lang")).toBe("sv");
  });

  test("shows what looks like a script in a document as the text it is", () => {
    const page = openPage(attackedReport, { details: true });
    expect(page.elements("mark").map(page.text)[0]).toContain("</style></script><script>x()</script>");
  });
});

describe("the summary", () => {
  const { coverage } = buildDocument({ path: "a.md" });
  const document = (name: string, expected: number, covered: number, ...requirements: ("met" | "partly")[]) =>
    buildDocument({
      path: name,
      coverage: { ...coverage, expected, covered },
      requirements: requirements.map((status, index) => buildRequirement({ id: String(index), status })),
    });
  const summary = (...documents: ReturnType<typeof document>[]): string => {
    const page = openPage(buildReport(documents));
    return page.text(page.elements("main")[0]!);
  };

  test("counts sections of one document, and documents only where there are several", () => {
    const one = summary(document("a.md", 6, 0));
    expect(one).toContain("Perspektivet finns i 0 av 6 avsnitt där det kan väntas.");
    expect(one).not.toContain("av 1 dokument");
    expect(summary(document("a.md", 6, 0), document("b.md", 2, 1))).toContain(
      "Perspektivet lyfts tydligt i 0 av 2 dokument. Det kan väntas i 8 avsnitt och finns i 1 av dem.",
    );
  });

  test("says how many requirements are met in part only where one is", () => {
    expect(summary(document("a.md", 6, 1, "met", "met"))).toContain("de här slagen är uppfyllda.");
    expect(summary(document("a.md", 6, 1, "met", "partly"))).toContain("är uppfyllt, 1 delvis.");
  });
});

describe("the steering chain", () => {
  const strategy = buildDocument({ path: "strategi.pdf", chain: buildChain("244440") });
  const budget = buildDocument({
    path: "budget.pdf",
    type: { id: "mal-budget", confidence: 1, because: [] },
    chain: buildChain("011–41"),
    verdict: "partial",
  });
  const { labels, ...rest } = buildReport([budget, strategy]);
  const staged: Report = {
    ...rest,
    labels: { ...labels, stages: { rus: "strategy", "mal-budget": "budget" } },
  };

  test("puts documents in the order of steering, not of the files", () => {
    const page = openPage(staged);
    const [table] = page.elements("table").filter((one) => page.text(one).startsWith("Dokument och led"));
    expect(page.text(table!)).toMatch(/Strategi strategi\.pdf.* Budget budget\.pdf/);
  });

  test("says where a link is lost: steered before, hardly named here", () => {
    const page = openPage(staged);
    const lines = page
      .elements("li")
      .map(page.text)
      .filter((line) => line.includes("men nivå"));
    expect(lines).toEqual([
      "Mål: nivå 4, följs upp, i strategi.pdf, men nivå 1, nämns, i budget.pdf.",
      "Åtgärd: nivå 4, följs upp, i strategi.pdf, men nivå 1, nämns, i budget.pdf.",
    ]);
  });

  test("does not say that a link is lost that was never steered, is not expected, or is steered here too", () => {
    const page = openPage(staged);
    const text = page.elements("li").map(page.text).join("\n");
    // Analysis was only described, resource is not expected in the budget, responsibility is followed up in it.
    expect(text).not.toMatch(/(Analys|Resurs|Ansvar|Uppföljning): nivå/);
  });

  test("does not say that anything is lost in a document without a verdict", () => {
    const documents = staged.documents.map((document) =>
      document.path === "budget.pdf" ? { ...document, verdict: "notAssessed" as const } : document,
    );
    const page = openPage({ ...staged, documents });
    expect(page.elements("li").map(page.text).join("\n")).not.toContain("men nivå");
    expect(page.elements("em").map(page.text).join()).not.toContain("tappas");
  });

  test("does not order or compare documents when the report has no stages", () => {
    const page = openPage({ ...rest, labels });
    expect(page.html).not.toContain("tappas");
    expect(page.html).not.toContain("rowgroup");
  });
});

describe("the strip of a document", () => {
  const section = (id: string, status: SectionReport["status"], level: SectionReport["level"] = 0) =>
    buildSection({ id, number: id.slice(1), status, level, location: { page: Number(id.slice(1)) } });
  const page = openPage(
    buildReport([
      buildDocument({
        path: "plan.pdf",
        sections: [
          section("s1", "present", 3),
          section("s2", "missing"),
          section("s3", "notExpected"),
          section("s4", "missing"),
          section("s5", "missing"),
          section("s6", "unread"),
          section("s7", "missing"),
          section("s8", "review"),
        ],
      }),
    ]),
  );

  test("says in words what it shows, and the longest stretch, which an unread section ends", () => {
    const [svg] = page
      .elements("svg")
      .filter((one) => attribute(one, "role") === "img" && one.childNodes.length > 8);
    const words = "8 avsnitt i ordning: 1 finns, 4 saknas, 1 att bedöma, 1 ej väntat, 1 oläst.";
    expect(attribute(svg!, "aria-label")).toBe(words);
    expect(page.text(page.elements("figcaption")[0]!)).toBe(
      `${words} Den längsta sträckan där perspektivet saknas är 3 väntade avsnitt i rad: 2 Rubrik (sida 2) till 5 Rubrik (sida 5).`,
    );
  });

  test("has a bar for every section in order, which together are as wide as the strip", () => {
    const bars = page.elements("rect").filter((one) => attribute(one, "data-to") !== undefined);
    expect(bars.map((one) => attribute(one, "data-to"))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `d1s${String(n)}`),
    );
    const last = bars.at(-1)!;
    expect(Number(attribute(last, "x")) + Number(attribute(last, "width"))).toBeCloseTo(999, 0);
  });
});

describe("what was not read", () => {
  test("is said of the file, with the reason and the remedy, and never as missing", () => {
    const page = openPage(nothingAudited);
    const text = page.text(page.elements("main")[0]!);
    expect(text).toContain("PDF-filen innehåller bara bilder, ingen text. Gör så här: Granska originalet.");
    expect(text).toContain("Inget av dokumenten gick att granska");
    expect(page.elements("article")).toHaveLength(0);
  });

  test("is said of pages and sections of an audited document", () => {
    const page = openPage(
      buildReport([
        buildDocument({
          path: "plan.pdf",
          reading: { share: 0.85, pagesWithoutText: [7, 9], garbled: [3], engine: "pdfium" },
        }),
      ]),
    );
    const text = page.text(page.elements("main")[0]!);
    expect(text).toContain(
      "85\u00a0% av dokumentet är läst. Utan läsbar text: sida 7, 9. Oläsliga tecken: sida 3.",
    );
  });

  test("is said to be nothing only when all was read", () => {
    expect(openPage(everythingClear).html).toContain(htmlTexts["unread.nothing"].sv);
    expect(openPage(mixedFolder).html).not.toContain(htmlTexts["unread.nothing"].sv);
  });
});

describe("boilerplate", () => {
  const piece = {
    ...mixedFolder.documents[0]!.evidence[0]!,
    sentence: "f1",
    standardText: true,
  };
  const [first, ...others] = mixedFolder.documents;
  const report: Report = {
    ...mixedFolder,
    documents: [{ ...first!, evidence: [piece] }, ...others],
    standardText: Array.from({ length: 7 }, (_, n) => ({
      sentence: `f${String(n)}`,
      type: "mal-budget",
      documents: 12 - n,
      text: `Nämnden ska <b>beakta</b> perspektivet ${String(n)}.`,
    })),
  };

  test("has a part of its own, the most common first, and is marked where it stands", () => {
    const page = openPage(report);
    const part = page.elements("section").find((one) => attribute(one, "id") === "standardtext")!;
    expect(page.text(part)).toMatch(/^Standardtext .*perspektivet 0\. I 12 dokument: Mål och budget\./);
    expect(page.text(part)).toContain("2 meningar till");
    expect(page.html).toContain('<a href="#standardtext">');
    expect(page.text(page.elements("main")[0]!)).toContain("Standardtext.");
  });

  test("is not spoken of when there is none", () => {
    expect(openPage(mixedFolder).html).not.toMatch(/standardtext/i);
  });
});
