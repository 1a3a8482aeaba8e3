// `genomlys annotate`: where copies go, what is never overwritten, and what is said about documents that get none.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { partsOf } from "../annotate/support.ts";
import { p, word } from "../read/docx/ooxml.ts";
import { archiveOf } from "../read/office-files.ts";
import { makePdf } from "../read/pdf/make-pdf.ts";
import { runReal } from "./run-real.ts";
import { buildFolder } from "./run.ts";

const heading = (text: string): string => p(text, '<w:outlineLvl w:val="0"/>');
// Made once: an archive holds the time it was made at.
const made = word({
  body:
    heading("Äldreomsorg") +
    p("Under 2026 ska nämnden öka antalet platser för äldre personer på särskilt boende med 40."),
});
const draft = (): Uint8Array => made;
/** The text of all comments of a Word document. */
const commentTexts = async (file: string): Promise<string> =>
  (partsOf(await readFile(file))["word/comments.xml"] ?? "").replace(/<[^>]*>/g, " ");
const commentsIn = async (file: string): Promise<number> =>
  (await readFile(file)).includes("word/comments.xml") ? 1 : 0;

describe("where a copy goes", () => {
  test("beside the original, which stays as it is", async () => {
    const cwd = await buildFolder({ "mapp/utkast.docx": draft() });
    const { code, out, err } = await runReal(["annotate", "mapp/utkast.docx"], cwd);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(
      /^mapp\/utkast\.docx: \d+ kommentar(?:er)?, 0 markeringar\. Skrivet till mapp\/utkast\.genomlys\.docx\.\n$/,
    );
    expect(await readFile(path.join(cwd, "mapp/utkast.docx"))).toEqual(Buffer.from(draft()));
    expect(await commentsIn(path.join(cwd, "mapp/utkast.genomlys.docx"))).toBe(1);
  });

  test("to a folder, with the folders that it came from, for several and from archives", async () => {
    const cwd = await buildFolder({
      "in/a.docx": draft(),
      "in/under/a.docm": draft(),
      "arkiv.zip": archiveOf({ "b.docx": draft() }),
    });
    const { code } = await runReal(["annotate", "in", "arkiv.zip", "-o", "ut", "--quiet"], cwd);
    expect(code).toBe(0);
    const written = await readdir(path.join(cwd, "ut"), { recursive: true });
    // A document with macros keeps its ending: under another Word would not open it.
    expect(written.sort()).toEqual([
      "a.genomlys.docx",
      "b.genomlys.docx",
      "under",
      path.join("under", "a.genomlys.docm"),
    ]);
  });

  test("a copy is not taken for a document when the folder is looked at again", async () => {
    const cwd = await buildFolder({ "a.docx": draft(), "a.genomlys.docx": draft() });
    const { out } = await runReal([".", "--format", "json"], cwd);
    expect(out).toContain('"a.docx"');
    expect(out).not.toContain("a.genomlys.docx");
  });

  test("the same bytes every time", async () => {
    const cwd = await buildFolder({ "a.docx": draft() });
    await runReal(["annotate", "a.docx", "-o", "b.docx"], cwd);
    await runReal(["annotate", "a.docx", "-o", "c.docx"], cwd);
    expect(await readFile(path.join(cwd, "b.docx"))).toEqual(await readFile(path.join(cwd, "c.docx")));
  });
});

describe("a suppressed gap", () => {
  test("gets no comment, and it is said how many have none", async () => {
    const cwd = await buildFolder({
      "a.docx": draft(),
      "genomlys.config.yaml": [
        "suppress:",
        '  - path: "a.docx"',
        '    section: "Äldreomsorg"',
        '    reason: "tas upp i äldreomsorgsplanen"',
        "",
      ].join("\n"),
    });
    const { code, err } = await runReal(["annotate", "a.docx"], cwd);
    expect(code).toBe(0);
    expect(err).toMatch(/ {2}1 undantagen lucka eller undantaget krav har ingen kommentar\.\n/);
    const texts = await commentTexts(path.join(cwd, "a.genomlys.docx"));
    expect(texts).not.toContain("Avsnittet räknar människor");
  });

  test("is written as long as nothing suppresses it", async () => {
    const cwd = await buildFolder({ "a.docx": draft() });
    const { err } = await runReal(["annotate", "a.docx"], cwd);
    expect(err).not.toContain("undantag");
    expect(await commentTexts(path.join(cwd, "a.genomlys.docx"))).toContain("Avsnittet räknar människor");
  });
});

describe("what is never overwritten", () => {
  test.each([
    [["annotate", "a.docx", "-o", "a.docx", "--force"], "OUTPUT_IS_INPUT"],
    [["annotate", "a.docx"], "ANNOTATE_OUTPUT_EXISTS"],
    [["annotate", "a.genomlys.docx", "--force"], "OUTPUT_IS_INPUT"],
  ])("%j ends with 2", async (argv, code) => {
    const files = { "a.docx": draft(), "a.genomlys.docx": draft() };
    const cwd = await buildFolder(files);
    const result = await runReal(argv, cwd);
    expect(result.code).toBe(2);
    expect(result.err).toContain(code);
    for (const [name, bytes] of Object.entries(files))
      expect(await readFile(path.join(cwd, name))).toEqual(Buffer.from(bytes));
  });

  test("in a folder a copy that is there is left and named, and the others are written", async () => {
    const cwd = await buildFolder({
      "in/a.docx": draft(),
      "in/b.docx": draft(),
      "ut/a.genomlys.docx": "arbete",
    });
    const { code, err } = await runReal(["annotate", "in", "-o", "ut"], cwd);
    expect(code).toBe(3);
    expect(err).toContain("in/a.docx: ut/a.genomlys.docx finns redan");
    expect(await readFile(path.join(cwd, "ut/a.genomlys.docx"), "utf8")).toBe("arbete");
    expect(await commentsIn(path.join(cwd, "ut/b.genomlys.docx"))).toBe(1);
    expect((await runReal(["annotate", "in", "-o", "ut", "--force"], cwd)).code).toBe(0);
    expect(await commentsIn(path.join(cwd, "ut/a.genomlys.docx"))).toBe(1);
  });
});

describe("documents that get no copy", () => {
  test("of other formats are named together, with what can be done", async () => {
    const cwd = await buildFolder({
      "a.md": "# Plan\n\nText.",
      "b.md": "# Plan\n\nText.",
      "c.docx": draft(),
    });
    const { code, err } = await runReal(["annotate", ".", "-o", "ut/", "--lang", "en"], cwd);
    expect(code).toBe(3);
    expect(err).toContain("No copy of a.md, b.md: comments can only be written into Word");
    expect(err.match(/Word \(/g)).toHaveLength(1);
    expect(await readdir(path.join(cwd, "ut"))).toEqual(["c.genomlys.docx"]);
  });

  test("are locked ones and those of which too little could be read", async () => {
    const root = path.join(import.meta.dirname, "../..");
    const cwd = await buildFolder({
      "last.pdf": await readFile(path.join(root, "test/read/pdf/files/plan-locked.pdf")),
      "halv.pdf": await readFile(path.join(root, "fixtures/scanned/half-scanned.pdf")),
      "trasig.pdf": makePdf([[]]).subarray(0, 40),
    });
    const { code, err } = await runReal(["annotate", ".", "-o", "ut"], cwd);
    expect(code).toBe(3);
    expect(err).toContain("last.pdf: ingen kopia, för filen är låst");
    expect(err).toMatch(/halv\.pdf: ingen kopia, för bara \d+\s% av texten gick att läsa/);
    expect(err).toContain("trasig.pdf");
    await expect(readdir(path.join(cwd, "ut"))).rejects.toThrow();
  });
});
