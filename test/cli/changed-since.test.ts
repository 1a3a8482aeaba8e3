// `check --changed-since`: real repositories, real documents.
import { mkdir, readFile, rename, symlink } from "node:fs/promises";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { DocumentReport, Report } from "../../src/model/report.ts";
import { p, style, styled, word } from "../read/docx/ooxml.ts";
import { buildRepository, repositoryIn, type Repository } from "./git-repository.ts";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const goal = "Skillnaden i betyg mellan flickor och pojkar ska minska till 2 procentenheter 2028.";
const plan = (mål: string, more = ""): string => `# Plan för skolan

## 1 Bakgrund

Den här planen gäller kommunens skolor och förskolor under tre år. Den tas fram av förvaltningen tillsammans med rektorerna.

## 2 Mål

${mål} Nämnden ansvarar och redovisar varje år till kommunstyrelsen.

## 3 Elever

Andelen elever som når målen är 84 procent. Nämnden ska öka andelen elever till 90 procent.
${more}`;
const before = plan(goal);
const without = plan("Eleverna ska nå högre betyg 2028.");

async function check(repository: Repository, ...argv: readonly string[]) {
  return runReal(["check", ...argv], repository.folder);
}

async function reportOf(repository: Repository, ...argv: readonly string[]): Promise<Report> {
  const { out, err } = await check(repository, ...argv, "--format", "json");
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}

const only = (report: Report): DocumentReport => {
  const [document] = report.documents;
  if (document === undefined || report.documents.length > 1) throw new Error("not one document");
  return document;
};

const lostIn = (document: DocumentReport): string[] => (document.check?.lost ?? []).map(({ rule }) => rule);

describe("what a change takes away", () => {
  test("is a finding of its own when it was the only goal with the perspective", async () => {
    const repository = await buildRepository({ "utkast/plan.md": before });
    await repository.commit({ "utkast/plan.md": without });
    const report = await reportOf(repository, "utkast", "--changed-since", "HEAD~1", "--fail-on", "lost");
    const { check: own } = only(report);
    expect(own?.outcome).toBe("failed");
    const [loss, ...others] = own?.lost ?? [];
    expect(others).toEqual([]);
    expect(loss).toMatchObject({ rule: "lost-goal", severity: "high", location: { line: 7 }, failing: true });
    expect(loss?.message).toBe(`Ändringen tar bort det enda mål som rör perspektivet: "${goal}"`);
    const { code, out } = await check(repository, "utkast", "--changed-since", "HEAD~1", "--fail-on", "lost");
    expect(code).toBe(1);
    expect(out).toContain("plan.md: underkänd, 1 förlust i ändringen (tillåts inte)");
    expect(out.replace(/\s+/g, " ")).toContain("2 Mål, rad 7: Ändringen tar bort det enda mål");
  });

  test.each([
    ["it stands in another section now", plan("Eleverna ska nå högre betyg 2028.", `\n${goal}\n`)],
    ["its section has another name and number", before.replace("## 2 Mål", "## 4 Målbild")],
    ["a word in it is another", plan(goal.replace("minska till", "sjunka till"))],
  ])("is none when %s", async (_what, text) => {
    const repository = await buildRepository({ "plan.md": before });
    await repository.write({ "plan.md": text });
    expect(lostIn(only(await reportOf(repository, "plan.md", "--changed-since", "main")))).toEqual([]);
  });

  test("is only the section's when another goal with the perspective is left", async () => {
    const other = "\n## 4 Idrott\n\nAndelen flickor i idrotten ska öka till 50 procent 2028.\n";
    const repository = await buildRepository({ "plan.md": before + other });
    await repository.write({ "plan.md": without + other });
    const document = only(await reportOf(repository, "plan.md", "--changed-since", "main"));
    expect(lostIn(document)).toEqual(["lost-section"]);
  });

  test("is told when the goal was weakened, with both wordings", async () => {
    const repository = await buildRepository({ "plan.md": before });
    const weak = "Skillnaden i betyg mellan flickor och pojkar till 2 procentenheter 2028.";
    await repository.write({ "plan.md": plan(weak) });
    const [loss] = only(await reportOf(repository, "plan.md", "--changed-since", "main")).check?.lost ?? [];
    expect(loss?.rule).toBe("lost-goal");
    expect(loss?.message).toMatch(/^Ändringen försvagar det enda mål .* Nu: "Skillnaden/);
  });

  test("is told of a section that lost all its evidence, or is gone with it", async () => {
    const described = "Flickor har högre betyg än pojkar i alla ämnen utom idrott.";
    const two = plan(goal, `\n## 4 Läget\n\n${described}\n\n## 5 Hälsa\n\nPojkar sover sämre än flickor.\n`);
    const repository = await buildRepository({ "plan.md": two });
    await repository.write({
      "plan.md": plan(goal, "\n## 4 Läget\n\nEleverna har höga betyg i alla ämnen utom idrott.\n"),
    });
    const lost = only(await reportOf(repository, "plan.md", "--changed-since", "main")).check?.lost ?? [];
    expect(lost.map(({ rule }) => rule)).toEqual(["lost-analysis"]);
    expect(lost[0]?.message).toContain("på 2 ställen");
    await repository.write({ "plan.md": plan(goal, `\n## 4 Läget\n\n${described}\n`) });
    const gone = only(await reportOf(repository, "plan.md", "--changed-since", "main")).check?.lost ?? [];
    expect(gone).toMatchObject([{ rule: "lost-section", section: null, location: null }]);
    expect(gone[0]?.message).toContain('avsnittet "5 Hälsa"');
  });

  test("can be accepted with a reason, in the configuration or in the text", async () => {
    const repository = await buildRepository({ "plan.md": before });
    await repository.write({ "plan.md": without });
    const argv = ["plan.md", "--changed-since", "main", "--fail-on", "lost"];
    const [loss] = only(await reportOf(repository, ...argv)).check?.lost ?? [];
    // As long as the words and their headings are the same, it is known by the same name.
    expect(loss?.fingerprint).toBe("a0cdc64838a7c60b");
    await repository.write({
      "genomlys.config.yaml": `suppress:\n  - fingerprint: ${loss?.fingerprint ?? ""}\n    reason: Målet flyttas till budgeten\n`,
    });
    const inConfig = await check(repository, ...argv);
    expect(inConfig.code).toBe(0);
    expect(inConfig.out.replace(/\s+/g, " ")).toContain("Målet flyttas till budgeten");
    expect(inConfig.err).not.toContain("behövs inte längre");
    await repository.write({
      "genomlys.config.yaml": null,
      "plan.md": without.replace(
        "## 2 Mål\n",
        '## 2 Mål\n\n<!-- genomlys-ignore lost-goal reason="Flyttat" -->\n',
      ),
    });
    expect((await check(repository, ...argv)).code).toBe(0);
  });

  test("stands in every format for pipelines", async () => {
    const repository = await buildRepository({ "plan.md": before });
    await repository.write({ "plan.md": without });
    const argv = ["plan.md", "--changed-since", "main", "--fail-on", "lost"];
    const outputs = ["a.sarif", "b.xml", "c.md"].flatMap((file) => [
      "--format",
      { a: "sarif", b: "junit", c: "markdown" }[file[0] ?? ""] ?? "",
      "-o",
      file,
    ]);
    const { out } = await check(repository, ...argv, ...outputs, "--format", "github");
    expect(out).toMatch(/^::error file=plan\.md,line=7,title=Förlorat i ändringen::Ändringen tar bort/m);
    const read = (file: string): Promise<string> => readFile(path.join(repository.folder, file), "utf8");
    const [run] = (JSON.parse(await read("a.sarif")) as { runs: { results: { ruleId: string }[] }[] }).runs;
    expect(run?.results.find(({ ruleId }) => ruleId === "lost-goal")).toMatchObject({
      level: "error",
      locations: [{ physicalLocation: { region: { startLine: 7 } } }],
    });
    expect(await read("b.xml")).toMatch(/<testcase name="lost-goal 2 Mål"[^>]*>\s*<failure/);
    const markdown = await read("c.md");
    expect(markdown).toContain("plan.md: underkänd, 1 förlust i ändringen");
    expect(markdown).toContain("### Förlorat i ändringen");
  });
});

describe("which documents are checked", () => {
  test("only those that have changed; a run without any is done and writes its results", async () => {
    const repository = await buildRepository({ "a.md": before, "b.md": before });
    const argv = [".", "--changed-since", "main"];
    const none = await check(repository, ...argv, "--format", "sarif", "-o", "ut.sarif");
    expect(none.code).toBe(0);
    expect(none.err).toContain(
      "Inget dokument är ändrat sedan main. Oförändrade, och därför inte prövade: 2.",
    );
    expect(await readFile(path.join(repository.folder, "ut.sarif"), "utf8")).toContain('"results": []');
    await repository.write({ "b.md": without });
    const report = await reportOf(repository, ...argv);
    expect(report.documents.map(({ path: at }) => at)).toEqual(["b.md"]);
    expect(report.check?.changedSince).toEqual({ ref: "main", unchanged: 1, removed: [] });
  });

  test("a new document whole, a removed one by its name, one that git ignores not at all", async () => {
    const repository = await buildRepository({
      "utkast/a.md": before,
      "annat/c.md": before,
      ".gitignore": "ut/\n",
    });
    await repository.write({
      "utkast/a.md": null,
      "annat/c.md": null,
      "utkast/ut/d.md": before,
      "utkast/ny text.md": "# Ny\n\n## 1 Elever\n\nAndelen elever som når målen är 84 procent.\n",
    });
    const argv = ["utkast", "--changed-since", "main", "--fail-on", "missing"];
    const report = await reportOf(repository, ...argv);
    const document = only(report);
    expect(document.check).toMatchObject({ outcome: "failed", before: null });
    expect(document.check).not.toHaveProperty("lost");
    expect(document.gaps.every(({ baseline }) => baseline === "new")).toBe(true);
    expect(report.check?.changedSince?.removed).toEqual(["utkast/a.md"]);
    expect((await check(repository, ...argv)).err).toContain("1 dokument prövas inte: git bortser från det");
  });

  test("a renamed one is compared with what it was called, committed or not", async () => {
    const repository = await buildRepository({ "utkast/å b.md": before });
    await mkdir(path.join(repository.folder, "beslut"));
    await rename(
      path.join(repository.folder, "utkast/å b.md"),
      path.join(repository.folder, "beslut/plan.md"),
    );
    await repository.write({ "beslut/plan.md": without });
    const argv = [".", "--changed-since", "main~0", "--fail-on", "lost"];
    const document = only(await reportOf(repository, ...argv));
    expect(document.check?.before).toBe("utkast/å b.md");
    expect(lostIn(document)).toEqual(["lost-goal"]);
    expect((await check(repository, ...argv)).out).toContain("hette utkast/å b.md");
    repository.git("tag", "v1");
    await repository.commit({});
    expect(lostIn(only(await reportOf(repository, ".", "--changed-since", "v1")))).toEqual(["lost-goal"]);
  });

  test("a Word document that was changed and renamed is known by its name but for numbers", async () => {
    const document = (text: string): Uint8Array =>
      word({
        styles: style("Heading1", "heading 1"),
        body: before
          .replace(goal, text)
          .split("\n\n")
          .map((line) => (line.startsWith("#") ? styled("Heading1", line.replace(/^#+ /, "")) : p(line)))
          .join(""),
      });
    const repository = await buildRepository({ "Plan v1.docx": document(goal) });
    await repository.write({
      "Plan v1.docx": null,
      "Plan v2.docx": document("Eleverna ska nå högre betyg 2028."),
    });
    const now = only(await reportOf(repository, ".", "--changed-since", "main"));
    expect(now.check?.before).toBe("Plan v1.docx");
    expect(lostIn(now)).toEqual(["lost-goal"]);
  });

  test("what main has gained since the branch left it is no loss of the branch", async () => {
    const repository = await buildRepository({ "plan.md": without });
    repository.git("switch", "--quiet", "--create", "gren");
    await repository.commit({ "annan.md": before });
    repository.git("switch", "--quiet", "main");
    await repository.commit({ "plan.md": before });
    repository.git("switch", "--quiet", "gren");
    const report = await reportOf(repository, ".", "--changed-since", "main");
    expect(report.documents.map(({ path: at }) => at)).toEqual(["annan.md"]);
  });

  test("documents in an archive, each with its own earlier version", async () => {
    const archive = (text: string): Uint8Array =>
      zipSync({ "a/plan.md": strToU8(text), "b.md": strToU8(before) }, { mtime: new Date(2020, 1, 1) });
    const repository = await buildRepository({ "arkiv.zip": archive(before) });
    await repository.write({ "arkiv.zip": archive(without) });
    const report = await reportOf(repository, ".", "--changed-since", "main");
    expect(report.documents.map((document) => [document.path, lostIn(document)])).toEqual([
      ["arkiv.zip/a/plan.md", ["lost-goal"]],
      ["arkiv.zip/b.md", []],
    ]);
  });

  test("in a submodule, compared with the commit that was named around it", async () => {
    const inner = await buildRepository({ "plan.md": before });
    const outer = await buildRepository({ "a.md": before });
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", inner.folder, "del");
    await outer.commit({});
    const del = repositoryIn(path.join(outer.folder, "del"));
    await del.commit({ "plan.md": without });
    const report = await reportOf(outer, ".", "--changed-since", "HEAD");
    expect(report.documents.map((document) => [document.path, lostIn(document)])).toEqual([
      ["del/plan.md", ["lost-goal"]],
    ]);
  });

  test("from a folder below, and through a link, the same", async () => {
    const repository = await buildRepository({ "utkast/plan.md": before });
    await repository.write({ "utkast/plan.md": without });
    const below = await runReal(
      ["check", ".", "--changed-since", "main", "--format", "json"],
      path.join(repository.folder, "utkast"),
    );
    expect(lostIn(only(JSON.parse(below.out) as Report))).toEqual(["lost-goal"]);
    const link = path.join(await buildFolder({}), "länk");
    await symlink(path.join(repository.folder, "utkast"), link);
    const linked = await runReal(["check", link, "--changed-since", "main", "--format", "json"], "/");
    expect(lostIn(only(JSON.parse(linked.out) as Report))).toEqual(["lost-goal"]);
  });
});

describe("a document that was removed", () => {
  const files = { "utkast/a.md": before, "utkast/b.md": without };
  const argv = ["utkast", "--changed-since", "main", "--fail-on", "lost"];
  const lostOf = async (repository: Repository, ...more: readonly string[]) =>
    (await reportOf(repository, ...argv, ...more)).check?.changedSince?.lost ?? [];

  test("with what it held is a finding of its own, and fails the check", async () => {
    const repository = await buildRepository(files);
    await repository.write({ "utkast/a.md": null });
    const [lost, ...others] = await lostOf(repository);
    expect(others).toEqual([]);
    expect(lost).toMatchObject({
      path: "utkast/a.md",
      rule: "lost-document",
      severity: "high",
      failing: true,
    });
    expect(lost?.message).toContain(goal);
    const { code, out } = await check(repository, ...argv);
    expect(code).toBe(1);
    expect(out).toContain("utkast/a.md: underkänd, dokumentet är borttaget");
    expect(out).toContain(`[${lost?.fingerprint ?? "-"}]`);
  });

  test("is none when it held nothing of the perspective", async () => {
    const repository = await buildRepository(files);
    await repository.write({ "utkast/b.md": null });
    expect(await lostOf(repository)).toEqual([]);
    expect((await check(repository, ...argv)).code).toBe(0);
  });

  test("is none when its text stands in another document now", async () => {
    const repository = await buildRepository(files);
    const [, ...sections] = before.split("\n\n");
    await repository.write({ "utkast/a.md": null, "utkast/b.md": `${without}\n${sections.join("\n\n")}` });
    expect(await lostOf(repository)).toEqual([]);
  });

  test("is shown and does not fail where losses are not demanded", async () => {
    const repository = await buildRepository(files);
    await repository.write({ "utkast/a.md": null });
    const { code, out } = await check(
      repository,
      "utkast",
      "--changed-since",
      "main",
      "--fail-on",
      "missing",
    );
    expect(code).toBe(0);
    expect(out).toContain("utkast/a.md: dokumentet är borttaget");
  });

  test("is told when nothing else is left of what was named: a file, a folder, a pattern", async () => {
    const repository = await buildRepository({ "utkast/a.md": before, "annat.md": without });
    await repository.write({ "utkast/a.md": null });
    for (const named of ["utkast/a.md", "utkast", "utkast/*.md"]) {
      const { code, err } = await check(
        repository,
        named,
        ...argv.slice(1),
        "--format",
        "sarif",
        "-o",
        "ut.sarif",
      );
      expect([code, err.includes("utkast/a.md: underkänd")]).toEqual([1, true]);
    }
    const { code, err } = await check(repository, "utkast/fel.md", ...argv.slice(1));
    expect([code, err.includes("INPUT_MISSING")]).toEqual([2, true]);
  });

  test("can be accepted with a reason, by path and rule or by fingerprint", async () => {
    const repository = await buildRepository(files);
    await repository.write({ "utkast/a.md": null });
    const [lost] = await lostOf(repository);
    for (const named of [
      "path: utkast/a.md\n    rule: lost-document",
      `fingerprint: ${lost?.fingerprint ?? ""}`,
    ]) {
      await repository.write({
        "genomlys.config.yaml": `suppress:\n  - ${named}\n    reason: Ersatt av budgeten\n`,
      });
      const { code, out, err } = await check(repository, ...argv, "--fail-on-unused-suppressions");
      expect(code).toBe(0);
      expect(out.replace(/\s+/g, " ")).toContain("borttaget, undantaget: Ersatt av budgeten");
      expect(err).not.toContain("behövs inte");
    }
  });

  test("stands in every format for pipelines", async () => {
    const repository = await buildRepository(files);
    await repository.write({ "utkast/a.md": null });
    const outputs = ["sarif", "junit", "checkstyle", "gitlab", "markdown"];
    const { out } = await check(
      repository,
      ...argv,
      ...outputs.flatMap((format) => ["--format", format, "-o", `ut.${format}`]),
      "--format",
      "github",
    );
    expect(out).toMatch(
      /^::error file=utkast\/a\.md,title=Förlorat i ändringen::Ändringen tar bort dokumentet/m,
    );
    const read = (format: string): Promise<string> =>
      readFile(path.join(repository.folder, `ut.${format}`), "utf8");
    const { runs } = JSON.parse(await read("sarif")) as {
      runs: { artifacts: object[]; results: { ruleId: string }[] }[];
    };
    expect(runs[0]?.artifacts).toContainEqual({ location: { uri: "utkast/a.md" }, roles: ["deleted"] });
    expect(runs[0]?.results.find(({ ruleId }) => ruleId === "lost-document")).toMatchObject({
      level: "error",
    });
    expect(await read("junit")).toMatch(/<testsuite name="utkast\/a\.md"[^>]*failures="1"/);
    expect(await read("checkstyle")).toMatch(/<file name="utkast\/a\.md">\s*<error/);
    expect(await read("gitlab")).toContain('"check_name": "lost-document"');
    expect(await read("markdown")).toContain("dokumentet är borttaget");
  });

  test("that cannot be read any more is named, and fails nothing", async () => {
    const repository = await buildRepository({ ...files, "utkast/c.pdf": "%PDF-1.7 trasig" });
    await repository.write({ "utkast/c.pdf": null });
    const { code, err } = await check(repository, ...argv);
    expect(code).toBe(0);
    expect(err).toContain("utkast/c.pdf: dokumentet är borttaget och versionen vid main kunde inte läsas");
  });
});

describe("which gaps count", () => {
  const gap =
    "\n## 4 Omsorg\n\nAndelen brukare som är nöjda är 84 procent. Nämnden ska öka andelen brukare till 90.\n";

  test("new ones only, also when a section was renamed; they are marked as in a baseline", async () => {
    const repository = await buildRepository({ "plan.md": before });
    await repository.write({ "plan.md": before.replace("## 3 Elever", "## 5 Våra elever") });
    const argv = ["plan.md", "--changed-since", "main", "--fail-on", "missing"];
    expect((await check(repository, ...argv)).code).toBe(0);
    await repository.write({ "plan.md": before + gap });
    const { code, out } = await check(repository, ...argv);
    expect(code).toBe(1);
    expect(out).toContain("1 nytt avsnitt saknar perspektivet");
    const document = only(await reportOf(repository, ...argv));
    const states = new Map(document.gaps.map(({ section, baseline }) => [section, baseline]));
    const stateOf = (heading: string) =>
      states.get(document.sections.find((section) => section.heading === heading)?.id ?? "");
    expect([stateOf("Elever"), stateOf("Omsorg")]).toEqual(["unchanged", "new"]);
  });

  test("not those that a baseline accepts", async () => {
    const repository = await buildRepository({ "plan.md": before });
    await repository.write({ "plan.md": before + gap });
    await runReal(["baseline", "create", "plan.md"], repository.folder);
    const argv = ["plan.md", "--changed-since", "main", "--fail-on", "missing"];
    expect((await check(repository, ...argv, "--baseline", "genomlys.baseline.json")).code).toBe(0);
  });

  test("without any bar, losses and what is new fail, and that is said", async () => {
    const repository = await buildRepository({ "plan.md": before });
    await repository.write({ "plan.md": without });
    const { code, err } = await check(repository, "plan.md", "--changed-since", "main");
    expect(code).toBe(1);
    expect(err).toContain("Ingen gräns är satt: det som ändringen tar bort");
  });
});

describe("when it cannot be told", () => {
  test("an earlier version that cannot be read is named, and everything counts as new", async () => {
    const repository = await buildRepository({ "plan.md": "" });
    await repository.write({ "plan.md": before });
    const { code, err } = await check(repository, ".", "--changed-since", "main", "--fail-on", "lost");
    expect(err).toMatch(
      /plan\.md: versionen vid main kunde inte läsas, .* räknas som nytt\. Filen är tom\.\n/,
    );
    expect(code).toBe(0);
  });

  test("why it cannot be read is told in words, not in codes", async () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    const repository = await buildRepository({ "plan.md": pointer, "lång.md": before.repeat(5000) });
    await repository.write({ "plan.md": without, "lång.md": before });
    const { err } = await check(
      repository,
      ".",
      "--changed-since",
      "main",
      "--limit",
      "file-mb=1",
      "--lang",
      "en",
    );
    expect(err).toContain("Its content is in Git LFS and was not fetched");
    expect(err).toMatch(
      /lång\.md: the version at main could not be read, .*The file is too large: \d+ MB, the limit is 1 MB\./,
    );
    expect(err).not.toMatch(/FILE_TOO_LARGE|\(git-lfs\)/);
  });

  test.each([
    ["a ref that is not there", ["--changed-since", "finns-ej"], "GIT_UNKNOWN_REF"],
    ["a ref that git would take for an option", ["--changed-since=--all"], "GIT_UNKNOWN_REF"],
    ["standard input", ["-", "--changed-since", "main"], "GIT_NO_REPOSITORY"],
  ])("refuses %s", async (_what, argv, error) => {
    const repository = await buildRepository({ "plan.md": before });
    const { code, out, err } = await check(repository, "plan.md", ...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(error);
  });

  test("refuses a document outside every repository, beside one inside", async () => {
    const repository = await buildRepository({ "plan.md": before });
    const folder = await buildFolder({ "utanför.md": before });
    const outside = path.join(folder, "utanför.md");
    const { code, err } = await check(repository, "plan.md", outside, "--changed-since", "main");
    expect(code).toBe(2);
    expect(err).toContain("GIT_NO_REPOSITORY");
    expect(err).toContain("utanför.md");
  });

  test("says that git is not there, or what git says", async () => {
    const repository = await buildRepository({ "plan.md": before });
    const argv = ["check", "plan.md", "--changed-since", "main"];
    const none = await runReal(argv, repository.folder, { PATH: repository.folder });
    expect([none.code, none.err.includes("GIT_MISSING")]).toEqual([2, true]);
    await repository.write({ ".git/config": "[trasig\n" });
    const { code, err } = await runReal(argv, repository.folder);
    expect(code).toBe(2);
    expect(err).toMatch(/GIT_FAILED\n.*bad config line 1/);
  });

  test("asks the repository of the document, also from a hook of another one", async () => {
    const repository = await buildRepository({ "plan.md": before });
    await repository.write({ "plan.md": without });
    const other = await buildRepository({});
    const argv = ["check", "plan.md", "--changed-since", "HEAD", "--fail-on", "lost"];
    const { code } = await runReal(argv, repository.folder, {
      GIT_DIR: path.join(other.folder, ".git"),
      GIT_INDEX_FILE: path.join(other.folder, ".git/index"),
    });
    expect(code).toBe(1);
  });

  test("says that a history is cut off, and works with the rest of it", async () => {
    const repository = await buildRepository({ "plan.md": before });
    await repository.commit({ "plan.md": before.replace("tre år", "fyra år") });
    await repository.commit({ "plan.md": without });
    const folder = await buildFolder({});
    repositoryIn(folder).git("clone", "--quiet", "--depth", "1", `file://${repository.folder}`, "kopia");
    const copy = repositoryIn(path.join(folder, "kopia"));
    const argv = ["plan.md", "--changed-since", "HEAD~2"];
    const { code, err } = await check(copy, ...argv);
    expect(code).toBe(2);
    expect(err).toContain("GIT_SHALLOW");
    expect(err).toContain("fetch-depth: 0");
    copy.git("fetch", "--quiet", "--unshallow");
    expect(lostIn(only(await reportOf(copy, ...argv)))).toEqual(["lost-goal"]);
  });

  test("refuses --fail-on lost without a ref; in the configuration it waits for one", async () => {
    const repository = await buildRepository({
      "plan.md": before,
      "genomlys.config.yaml": "check:\n  fail-on: [lost]\n  max-gaps: 9\n",
    });
    const alone = await check(repository, "plan.md", "--fail-on", "lost");
    expect([alone.code, alone.err.includes("CHECK_LOST_ALONE")]).toEqual([2, true]);
    expect((await check(repository, "plan.md")).code).toBe(0);
    await repository.write({ "plan.md": without });
    expect((await check(repository, "plan.md", "--changed-since", "main")).code).toBe(1);
  });
});
