// The gate as a pipeline calls it: exit codes, what is said where, and the files that it keeps.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { runReal } from "./run-real.ts";
import { buildFolder, run } from "./run.ts";

const elever = "Andelen elever som når målen är 84 procent. Nämnden ska öka andelen elever till 90 procent.";
const plan = `# Plan\n\n## 1 Skola\n\n${elever}\n`;
const good = `# Plan\n\n## 1 Skola\n\nAndelen flickor som når målen är 88 procent, andelen pojkar 80 procent. Skillnaden mellan flickor och pojkar ska minska till 2 procentenheter 2028. Nämnden ansvarar och följer upp varje år.\n`;
const more = `\n## 2 Omsorg\n\n${elever.replaceAll("elever", "brukare")}\n`;

const reportIn = async (folder: string, name = "ut.json"): Promise<Report> =>
  JSON.parse(await readFile(path.join(folder, name), "utf8")) as Report;

describe("exit codes", () => {
  test("1 when a bar is missed in any document, 0 when all are met", async () => {
    const folder = await buildFolder({ "a.md": plan, "b.md": good });
    const missed = await runReal(["check", "a.md", "b.md", "--fail-on", "missing"], folder);
    expect(missed.code).toBe(1);
    expect((await runReal(["check", "b.md", "--fail-on", "missing"], folder)).code).toBe(0);
    // The report is shown whole, whatever the bar says.
    expect((await runReal(["check", "a.md", "--max-gaps", "9"], folder)).out).toContain("1 Skola");
  });

  test("3 when a document could not be audited, also when another misses its bar", async () => {
    const folder = await buildFolder({ "a.md": plan, "trasig.pdf": "%PDF-1.7 trasig" });
    const { code, out } = await runReal(["check", ".", "--fail-on", "missing"], folder);
    expect(code).toBe(3);
    expect(out).toContain("a.md: underkänd, 1 avsnitt saknar perspektivet (tillåts inte)");
    expect(out).toContain("trasig.pdf: kan inte prövas");
  });

  test.each([
    ["no bar", ["a.md"], "CHECK_NO_BAR"],
    ["an unknown requirement", ["a.md", "--require", "K-MB-99"], "CHECK_UNKNOWN_REQUIREMENT"],
    ["a pattern without files beside a file", ["a.md", "*.docx", "--max-gaps", "0"], "PATTERN_WITHOUT_FILES"],
    ["a missing file beside a file", ["a.md", "b.md", "--max-gaps", "0"], "INPUT_MISSING"],
    ["an unknown name after --fail-on", ["a.md", "--fail-on", "mising"], "UNKNOWN_CHOICE"],
    ["more than 100 per cent", ["a.md", "--min-coverage", "110"], "NUMBER_OUT_OF_RANGE"],
    ["a level of 5", ["a.md", "--min-level", "5"], "NUMBER_OUT_OF_RANGE"],
    ["a baseline that is not there", ["a.md", "--baseline", "b.json"], "BASELINE_MISSING"],
    ["no path", ["--max-gaps", "0"], "NO_INPUT"],
  ])("2 for %s", async (_what, argv, error) => {
    const folder = await buildFolder({ "a.md": plan });
    const { code, out, err } = await runReal(["check", ...argv], folder);
    expect(code).toBe(2);
    expect(err).toContain(error);
    expect(out).toBe("");
  });

  test("2 when the rules hold nothing that counts as evidence", async () => {
    const folder = await buildFolder({ "a.txt": plan });
    const { code, err } = await run(["check", "a.txt", "--max-gaps", "0"], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain("CHECK_NO_RULES");
  });

  test("2 when no document is of a type that has a bar", async () => {
    const config = "check:\n  types:\n    rus:\n      min-coverage: 60\n";
    const folder = await buildFolder({ "a.md": plan, "genomlys.config.yaml": config });
    const { code, err } = await runReal(["check", "a.md", "--type", "policy"], folder);
    expect(code).toBe(2);
    expect(err).toContain("CHECK_NOTHING_HELD");
    expect((await runReal(["check", "a.md", "--type", "rus"], folder)).code).toBe(1);
  });
});

describe("the configuration", () => {
  test("sets bars by type, and the command line outdoes it", async () => {
    const config = "check:\n  max-gaps: 5\n  types:\n    policy:\n      max-gaps: 0\n";
    const folder = await buildFolder({ "a.md": plan, "genomlys.config.yaml": config });
    expect((await runReal(["check", "a.md", "--type", "rus"], folder)).code).toBe(0);
    expect((await runReal(["check", "a.md", "--type", "policy"], folder)).code).toBe(1);
    expect((await runReal(["check", "a.md", "--type", "policy", "--max-gaps", "1"], folder)).code).toBe(0);
  });

  test.each([
    ["check:\n  min-coverge: 60\n", "2:3", "min-coverage"],
    ["check:\n  min-coverage: 160\n", "2:17", "100"],
    ["check:\n  require: [K-MB-99]\n", "2:13", "K-MB-09"],
    ["check:\n  types:\n    budgett: { max-gaps: 0 }\n", "3:", "mal-budget"],
    ["suppress:\n  - rule: gap-goall\n    path: a.md\n    reason: x\n", "2:11", "gap-goal"],
    ["suppress:\n  - rule: gap-goal\n    path: a.md\n", "2:5", "reason"],
    ["suppress:\n  - rule: gap-goal\n    reason: x\n", "2:5", "fingerprint"],
    ["suppress:\n  - fingerprint: abc\n    reason: x\n    until: snart\n", "4:12", "2027-12-31"],
  ])("with a fault is refused at its place: %j", async (config, place, hint) => {
    const folder = await buildFolder({ "a.md": plan, "genomlys.config.yaml": config });
    const { code, err } = await runReal(["check", "a.md", "--max-gaps", "9"], folder);
    expect(code).toBe(2);
    expect(err).toContain(`genomlys.config.yaml:${place}`);
    expect(err).toContain(hint);
  });
});

test("--print-config shows the flags of the check before what the file says", async () => {
  const config =
    "check:\n  max-gaps: 5\n  baseline: a.json\n  types:\n    policy:\n      max-gaps: 0\n      min-level: 2\n";
  const folder = await buildFolder({ "genomlys.config.yaml": config });
  const argv = [
    "check",
    "--print-config",
    "--max-gaps",
    "3",
    "--fail-on",
    "missing,waiver",
    "--baseline",
    "b.json",
  ];
  const { code, out } = await runReal([...argv, "--changed-since", "main"], folder);
  expect(code).toBe(0);
  expect(out).toMatch(/^check\.max-gaps +3 +--max-gaps på kommandoraden$/m);
  expect(out).toMatch(/^check\.fail-on +missing, waiver +--fail-on på kommandoraden$/m);
  expect(out).toMatch(/^check\.baseline +b\.json +--baseline på kommandoraden$/m);
  expect(out).toMatch(/^check\.changed-since +main +--changed-since på kommandoraden$/m);
  expect(out).toMatch(/^check\.types\.policy\.min-level +2 +genomlys\.config\.yaml:7$/m);
  expect(out.match(/max-gaps/g)).toHaveLength(2);
  // Without flags the file holds.
  expect((await runReal(["check", "--print-config"], folder)).out).toMatch(
    /^check\.types\.policy\.max-gaps +0 +genomlys\.config\.yaml:6$/m,
  );
});

describe("what is said", () => {
  test("one line for each document on standard error when the report goes elsewhere; none with --quiet", async () => {
    const folder = await buildFolder({ "a.md": plan, "b.md": good });
    const argv = ["check", "a.md", "b.md", "--fail-on", "missing", "--format", "json", "-o", "ut.json"];
    const { err } = await runReal(argv, folder);
    expect(err).toContain("a.md: underkänd, 1 avsnitt saknar perspektivet (tillåts inte)\n");
    expect(err).toContain("b.md: godkänd");
    expect((await runReal([...argv, "--quiet"], folder)).err).toBe("");
    const report = await reportIn(folder);
    expect(report.check?.outcome).toBe("failed");
    expect(report.documents.map(({ check }) => check?.outcome)).toEqual(["failed", "passed"]);
  });

  test("the lines of jsonl hold the check too", async () => {
    const folder = await buildFolder({ "a.md": plan });
    const { code, out } = await runReal(["check", "a.md", "--max-gaps", "0", "--format", "jsonl"], folder);
    expect(code).toBe(1);
    expect((JSON.parse(out) as Report["documents"][0]).check?.outcome).toBe("failed");
  });

  test("in English when asked", async () => {
    const folder = await buildFolder({ "a.md": plan });
    const { out } = await runReal(["check", "a.md", "--max-gaps", "0", "--lang", "en"], folder);
    expect(out).toContain("a.md: fails, 1 section lacks the perspective (not allowed)");
  });
});

describe("a baseline", () => {
  test("lets through what was there, not what is new, and names what is mended", async () => {
    const folder = await buildFolder({ "utkast/a.md": plan });
    const made = await runReal(["baseline", "create", "utkast"], folder);
    expect(made.code).toBe(0);
    const check = ["check", "utkast", "--baseline", "genomlys.baseline.json"];
    expect((await runReal(check, folder)).code).toBe(0);
    await writeFile(path.join(folder, "utkast/a.md"), good + more);
    const { code, out } = await runReal(check, folder);
    expect(code).toBe(1);
    expect(out).toContain("1 nytt avsnitt saknar perspektivet");
    expect(out).toMatch(/åtgärdat: .*Skola/);
    // The same from another folder: documents are named as seen from the file.
    const below = await runReal(
      ["check", ".", "--baseline", "../genomlys.baseline.json"],
      path.join(folder, "utkast"),
    );
    expect(below.code).toBe(1);
    expect(below.out).toContain("1 nytt avsnitt saknar perspektivet");
  });

  test("is not made over another one unless forced, and twice the same", async () => {
    const folder = await buildFolder({ "a.md": plan });
    await runReal(["baseline", "create", "a.md"], folder);
    const first = await readFile(path.join(folder, "genomlys.baseline.json"), "utf8");
    const again = await runReal(["baseline", "create", "a.md"], folder);
    expect(again.code).toBe(2);
    expect(again.err).toContain("BASELINE_EXISTS");
    expect((await runReal(["baseline", "create", "a.md", "--force"], folder)).code).toBe(0);
    expect(await readFile(path.join(folder, "genomlys.baseline.json"), "utf8")).toBe(first);
  });

  test("prune takes out what is gone, follows a renamed document, and never adds", async () => {
    const folder = await buildFolder({
      "a.md": plan + more,
      "b.md": plan,
      "c.md": plan.replaceAll("elever", "barn"),
    });
    await runReal(["baseline", "create", "."], folder);
    await writeFile(path.join(folder, "a.md"), good);
    await mkdir(path.join(folder, "ny"));
    await rename(path.join(folder, "b.md"), path.join(folder, "ny/b.md"));
    await rm(path.join(folder, "c.md"));
    await writeFile(path.join(folder, "d.md"), plan + more);
    // A renamed document has nothing new.
    const { out } = await runReal(["check", "ny", "--baseline", "genomlys.baseline.json"], folder);
    expect(out).toContain("ny/b.md: godkänd");
    expect((await runReal(["baseline", "prune", "a.md", "ny"], folder)).code).toBe(0);
    const { documents } = JSON.parse(await readFile(path.join(folder, "genomlys.baseline.json"), "utf8")) as {
      documents: Record<string, { rule: string; section: string }[]>;
    };
    expect(Object.keys(documents)).not.toContain("d.md");
    expect(Object.keys(documents)).toContain("ny/b.md");
    expect(documents["a.md"]?.filter(({ section }) => section.endsWith("Omsorg")) ?? []).toEqual([]);
  });

  test("made on another machine holds: line ends, names with å in two forms, another place", async () => {
    const files = { "utkast/åtgärder.md": plan + more, "utkast/mål.md": plan };
    const here = await buildFolder(files);
    await runReal(["baseline", "create", "utkast"], here);
    const baseline = await readFile(path.join(here, "genomlys.baseline.json"), "utf8");
    expect(baseline).not.toContain(here);
    const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
    const there = await buildFolder({
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name.normalize("NFD"), crlf(text)])),
      "genomlys.baseline.json": `\ufeff${crlf(baseline)}`,
    });
    const { code, out } = await runReal(["check", "utkast", "--baseline", "genomlys.baseline.json"], there);
    expect(code).toBe(0);
    expect(out).toMatch(/ 0 nya, \d+ kända, 0 åtgärdade\./);
    expect(out).not.toContain("Finns inte längre");
    // Pruned there and checked here again.
    await runReal(["baseline", "prune", "utkast"], there);
    const pruned = await readFile(path.join(there, "genomlys.baseline.json"), "utf8");
    expect(JSON.parse(pruned)).toEqual(JSON.parse(baseline));
  });

  test("of other rules is said to be so, and accepts what its rules and the new ones share", async () => {
    const folder = await buildFolder({ "a.md": plan });
    await runReal(["baseline", "create", "a.md"], folder);
    const file = path.join(folder, "genomlys.baseline.json");
    const other = (await readFile(file, "utf8")).replace(
      /"jamstalldhet": "[^"]*"/,
      '"jamstalldhet": "0.9.0"',
    );
    await writeFile(file, other);
    const checked = await runReal(["check", "a.md", "--baseline", "genomlys.baseline.json"], folder);
    expect(checked).toMatchObject({ code: 0, err: expect.stringContaining("andra regler") as string });
    // Pruning keeps the version with which its findings were accepted.
    await runReal(["baseline", "prune", "a.md"], folder);
    expect(await readFile(file, "utf8")).toBe(other);
  });

  test("of another score model, or none at all, is refused", async () => {
    const folder = await buildFolder({ "a.md": plan });
    await runReal(["baseline", "create", "a.md"], folder);
    const file = path.join(folder, "genomlys.baseline.json");
    const text = await readFile(file, "utf8");
    const check = ["check", "a.md", "--baseline", "genomlys.baseline.json"];
    await writeFile(file, text.replace("genomlys-score/1", "genomlys-score/0"));
    expect(await runReal(check, folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining("BASELINE_OTHER_MODEL") as string,
    });
    await writeFile(file, text.replace(/"jamstalldhet": "[^"]*"/, '"jamstalldhet": "0.9.0"'));
    expect((await runReal(check, folder)).err).toContain("jamstalldhet 0.9.0 →");
    await writeFile(file, `<<<<<<< HEAD\n${text}`);
    expect(await runReal(check, folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining("BASELINE_WRONG") as string,
    });
  });
});

describe("suppressions in the configuration", () => {
  const suppress = (line: string): string =>
    `suppress:\n  - path: "*.md"\n    section: 1 Skola\n    reason: Avtalat\n${line}`;

  test("take a finding out of the count and stay visible", async () => {
    const folder = await buildFolder({
      "a.md": plan,
      "genomlys.config.yaml": suppress("    until: 9999-12-31\n"),
    });
    const { code, out } = await runReal(["check", "a.md", "--fail-on", "missing"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/Undantaget: 1 Skola: .*\n?.*Avtalat, till\s+och med 9999-12-31/);
  });

  test("that have expired count no more, and are named", async () => {
    const folder = await buildFolder({
      "a.md": plan,
      "genomlys.config.yaml": suppress("    until: 2020-01-01\n"),
    });
    const { code, err } = await runReal(["check", "a.md", "--fail-on", "missing"], folder);
    expect(code).toBe(1);
    expect(err).toContain("genomlys.config.yaml:2: undantaget för *.md, 1 Skola gick ut 2020-01-01");
  });

  test("that are not needed are named, and fail when asked to", async () => {
    const config = suppress("").replace("*.md", "a.md");
    const folder = await buildFolder({ "a.md": good, "genomlys.config.yaml": config });
    const plain = await runReal(["check", "a.md", "--fail-on", "missing"], folder);
    expect(plain.code).toBe(0);
    expect(plain.err).toContain("behövs inte längre");
    const strict = ["check", "a.md", "--fail-on", "missing", "--fail-on-unused-suppressions"];
    expect((await runReal(strict, folder)).code).toBe(1);
  });

  test("that name a pattern are not called unused by a run over one of its documents", async () => {
    const folder = await buildFolder({ "a.md": good, "b.md": good, "genomlys.config.yaml": suppress("") });
    const strict = ["--fail-on", "missing", "--fail-on-unused-suppressions"];
    expect(await runReal(["check", "a.md", ...strict], folder)).toMatchObject({ code: 0, err: "" });
    expect((await runReal(["check", ".", ...strict], folder)).code).toBe(1);
  });

  test("for other documents than those of the run are left in peace", async () => {
    const config = suppress("").replace("*.md", "andra/*.md");
    const folder = await buildFolder({ "a.md": good, "genomlys.config.yaml": config });
    const strict = ["check", "a.md", "--fail-on", "missing", "--fail-on-unused-suppressions"];
    expect(await runReal(strict, folder)).toMatchObject({ code: 0, err: "" });
  });
});

describe("suppressions in comments of the text", () => {
  const ignore = (inside: string): string => `<!-- genomlys-ignore ${inside} -->`;
  const reason = 'reason="Avtalat"';
  const fails = ["check", "a.md", "--fail-on", "missing", "--format", "json", "-o", "ut.json"];
  /** The report on a document with the comments under "## 1 Skola"; a second section has the same gap. */
  async function check(comment: string, text = `# Plan\n\n## 1 Skola\n\n${comment}\n\n${elever}\n${more}`) {
    const folder = await buildFolder({ "a.md": text });
    const { err } = await runReal(fails, folder);
    const { documents } = await reportIn(folder);
    const [document] = documents;
    return {
      suppressed: document?.gaps.filter(({ suppressed }) => suppressed !== undefined) ?? [],
      gaps: document?.gaps ?? [],
      notices: document?.notices ?? [],
      suppressions: document?.suppressions,
      evidence: document?.evidence ?? [],
      err,
    };
  }

  test("take the finding of their section out of the count and stay visible", async () => {
    const folder = await buildFolder({
      "a.md": plan.replace(elever, `${ignore(`* ${reason} owner="Anna" until="9999-12-31"`)}\n\n${elever}`),
      "a.html": `<h1>Plan</h1><h2>1 Skola</h2>${ignore(`* ${reason}`)}<p>${elever}</p>`,
    });
    const { code, out, err } = await runReal(["check", "a.md", "a.html", "--fail-on", "missing"], folder);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.match(/Undantaget: 1 Skola/g)).toHaveLength(2);
    expect(out).toMatch(/Avtalat,\s+Anna,\s+till\s+och\s+med\s+9999-12-31/);
    // Without a check they are shown as well.
    expect((await runReal(["a.md"], folder)).out).toContain("Undantaget: 1 Skola");
    // Read in a thread, and then from the cache, they are the same.
    const cached = ["check", "a.md", "a.html", "--fail-on", "missing", "--cache-dir", "cache", "--jobs", "2"];
    expect((await runReal(cached, folder)).code).toBe(0);
    expect((await runReal(cached, folder)).code).toBe(0);
  });

  test("hold for no other section; before the first heading for all", async () => {
    const own = await check(ignore(`* ${reason}`));
    expect(own.suppressed).toHaveLength(1);
    expect(own.gaps.length).toBeGreaterThan(1);
    const all = await check("", `${ignore(`* ${reason}`)}\n\n${plan}${more}`);
    expect(all.suppressed).toHaveLength(own.gaps.length);
  });

  test("name a rule, and no finding of another rule", async () => {
    const { gaps } = await check("");
    const [rule = ""] = gaps.map((gap) => gap.rule);
    expect((await check(ignore(`${rule} ${reason}`))).suppressed.map((gap) => gap.rule)).toEqual([rule]);
    const other = await check(ignore(`gap-resources ${reason}`));
    expect(rule).not.toBe("gap-resources");
    expect(other.suppressed).toEqual([]);
    expect(other.suppressions).toMatchObject([{ kind: "inSource", state: "unused", location: { line: 5 } }]);
    expect(other.err).toContain("a.md:5: undantaget för gap-resources behövs inte längre");
  });

  test("that have expired count no more, and are named with their line", async () => {
    const { suppressed, err, notices } = await check(ignore(`* ${reason} until="2020-01-01"`));
    expect(suppressed).toEqual([]);
    expect(err).toContain("a.md:5: undantaget för Avtalat gick ut 2020-01-01");
    expect(notices).toEqual([]);
  });

  test.each([
    ["without a reason", "*", "skälet saknas"],
    ["with an empty reason", '* reason=" "', "skälet saknas"],
    ["with an unknown id", `gap-goall ${reason}`, "heter gap-goall"],
    ["without an id", reason, "nämner ingen regel"],
    ["with a day that is none", `* ${reason} until="2027-02-30"`, "2027-02-30 är inget datum"],
    ["with an attribute that is none", `* ${reason} untill="2027-02-01"`, "untill går inte att förstå"],
    ["with a reason without quotation marks", "* reason=Avtalat", "reason=Avtalat går inte att förstå"],
  ])("%s suppress nothing and say so", async (_what, inside, said) => {
    const { suppressed, suppressions, notices } = await check(ignore(inside));
    expect({ suppressed, suppressions }).toEqual({ suppressed: [], suppressions: undefined });
    expect(notices).toMatchObject([{ code: "SUPPRESSION_INVALID", location: { line: 5 } }]);
    expect(notices[0]?.message).toContain("Undantaget i kommentaren gäller inte");
    expect(notices[0]?.message).toContain(said);
    expect(notices[0]?.hint).toContain("reason=");
  });

  test.each([
    ["in a code block", `\`\`\`\n${ignore(`* ${reason}`)}\n\`\`\``],
    ["in a line of code", `Skriv \`${ignore(`* ${reason}`)}\` där.`],
    ["of another name", "<!-- genomlys-ignored * -->\n<!-- Fråga Anna: genomlys-ignore? -->"],
  ])("are none %s", async (_what, text) => {
    const { suppressed, suppressions, notices } = await check(text);
    expect({ suppressed, suppressions, notices }).toEqual({
      suppressed: [],
      suppressions: undefined,
      notices: [],
    });
  });

  test("are no text of the document", async () => {
    const words = "Skillnaden mellan flickor och pojkar ska minska till 2 procentenheter 2028.";
    const { evidence, gaps } = await check(ignore(`* reason="${words}"`));
    const without = await check("");
    expect(evidence).toEqual([]);
    expect(gaps.map(({ fingerprint }) => fingerprint)).toEqual(
      without.gaps.map(({ fingerprint }) => fingerprint),
    );
  });
});

test("--print-config lists the bars and suppressions of the configuration with their lines, and no others", async () => {
  const config =
    "check:\n  min-coverage: 40\n  types:\n    handlingsplan:\n      fail-on: [missing, unmet]\nsuppress:\n  - path: a.md\n    rule: gap-goal\n    reason: Avtalat\n    until: 2027-01-31\n";
  const folder = await buildFolder({ "genomlys.config.yaml": config });
  const { out, err } = await runReal(["--print-config"], folder);
  expect(err).toBe("");
  const at = String.raw`\s+genomlys\.config\.yaml:`;
  expect(out).toMatch(new RegExp(`check\\.min-coverage\\s+40${at}2`));
  expect(out).toMatch(new RegExp(`check\\.types\\.handlingsplan\\.fail-on\\s+missing, unmet${at}5`));
  expect(out).toMatch(new RegExp(`suppress\\[0\\]\\s+gap-goal, a\\.md: Avtalat .*2027-01-31\\)${at}7`));
  expect(out).not.toMatch(/min-level|max-gaps|fail-on-unused/);
});
