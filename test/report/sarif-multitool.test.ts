// Microsoft's SARIF Multitool on what we write: the program that checks SARIF files by the standard and by what GitHub asks.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Log } from "sarif";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { renderSarif } from "../../src/report/ci/sarif/render-sarif.ts";
import { auditedFolder } from "./reports/audited-folder.ts";
import { checkedDraft } from "./reports/checked-draft.ts";
import { draftInGit } from "./reports/draft-in-git.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";
import { nothingAudited } from "./reports/nothing-audited.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };
const reports: Readonly<Record<string, Report>> = {
  auditedFolder,
  checkedDraft,
  draftInGit,
  hostileText,
  mixedFolder,
  nothingAudited,
};
const folder = mkdtempSync(path.join(tmpdir(), "genomlys-sarif-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The program in the package for this platform; undefined where it has none. */
function findMultitool(): string | undefined {
  try {
    const file = createRequire(import.meta.url)("@microsoft/sarif-multitool") as string;
    // All that its install script does, which npm may have been told not to run.
    chmodSync(file, 0o755);
    return file;
  } catch {
    return undefined;
  }
}

/** What it finds in the files, notes left out ("SARIF2005 plan.sarif"); or why it could not look. One start: it is slow to start. */
function findingsIn(names: readonly string[]): readonly string[] | { readonly missing: string } {
  const file = findMultitool();
  if (file === undefined) return { missing: "its package holds no program for this platform" };
  const argv = [
    "validate",
    ...names,
    "--rule-kind",
    "Sarif;Gh",
    "--level",
    "Error;Warning",
    "-o",
    "found.json",
  ];
  // Without the system's library of languages, which it needs for nothing here.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
  const { stdout, stderr, status, error } = spawnSync(file, argv, { cwd: folder, encoding: "utf8", env });
  // 0 and 1 are its answers; all else is a program that does not run here.
  if (error !== undefined || (status !== 0 && status !== 1))
    return { missing: `${String(error ?? status)} ${stderr.slice(0, 300)}` };
  let log: Log;
  try {
    log = JSON.parse(readFileSync(path.join(folder, "found.json"), "utf8").replace(/^\ufeff/, "")) as Log;
  } catch (cause) {
    throw new Error(`${stdout}\n${stderr}`, { cause });
  }
  return log.runs.flatMap(({ results = [] }) =>
    results.map(({ ruleId, locations }) => {
      const { artifactLocation } = locations?.[0]?.physicalLocation ?? {};
      return `${ruleId ?? ""} ${path.basename(artifactLocation?.uri ?? "")}`;
    }),
  );
}

test("finds nothing wrong by the standard, nor by what GitHub asks", { timeout: 300_000 }, ({ skip }) => {
  for (const [name, report] of Object.entries(reports))
    writeFileSync(path.join(folder, `${name}.sarif`), renderSarif(report, options));
  // A line before the first: there is something to find.
  const wrong = renderSarif(mixedFolder, options).replaceAll('"startLine": 1', '"startLine": -1');
  writeFileSync(path.join(folder, "wrong.sarif"), wrong);
  const found = findingsIn([...Object.keys(reports), "wrong"].map((name) => `${name}.sarif`));
  if ("missing" in found) return skip(`SKIPPED: the SARIF Multitool does not run here: ${found.missing}`);
  // SARIF2005: the tool names no address to read about it. It has none.
  const others = found.filter((each) => !each.startsWith("SARIF2005 "));
  expect(others.filter((each) => !each.endsWith(" wrong.sarif"))).toEqual([]);
  expect(others.filter((each) => each.endsWith(" wrong.sarif"))).not.toEqual([]);
});
