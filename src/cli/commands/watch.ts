// `genomlys watch <path…>`: audits drafts again as they are saved, and shows what has changed since the last time.
import { once } from "node:events";
import path from "node:path";
import type { SectionTexts } from "../../compare/align-sections.ts";
import { compareReports } from "../../compare/compare-reports.ts";
import { formatError } from "../../errors/format-error.ts";
import { GenomlysError, genomlysError } from "../../errors/genomlys-error.ts";
import { formatPercent, message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DocumentReport } from "../../model/report.ts";
import { comparisonFormats } from "../../report/compare/index.ts";
import { countedGaps } from "../../report/suppressed.ts";
import type { Yardstick } from "../audit/audit-inputs.ts";
import { auditWhole } from "../audit/audit-whole.ts";
import { discover } from "../inputs/discover.ts";
import { patternBase } from "../inputs/named-pattern.ts";
import { isPassedOverByName } from "../inputs/document-like.ts";
import { exitCode, exitCodeOfSignal } from "../exit-code.ts";
import { hearSections } from "../audit/hear-sections.ts";
import { interruptible } from "../interruption.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import type { ScanOptions } from "../command-line/scan-options.ts";
import { readScreen } from "../results/screen.ts";
import { watchFolders, type WatchedFolder } from "../inputs/watch-folders.ts";
import { openWatchedSetup } from "../watched-setup.ts";

/** A document as it was the last time that it could be audited. */
interface Version {
  readonly report: DocumentReport;
  readonly texts: SectionTexts | undefined;
}

/** Runs the command until Ctrl-C; answers the exit code. */
export async function runWatch(
  paths: readonly string[],
  given: ScanOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (paths.length === 0) throw genomlysError("NO_INPUT", {});
  if (paths.includes("-")) throw genomlysError("WATCH_STANDARD_INPUT", {});
  const setup = await openWatchedSetup(given, io, pipeline);
  const interruption = interruptible(io);
  const out = openResultStream(io);
  const say = (text: string): Promise<void> => out.write(`${text}\n`);
  const known = new Map<string, Version>();
  const folders = withFolders(await foldersOf(paths, io), setup.folders);

  /** All that the last audit of everything looked at. */
  let looked: ReadonlySet<string> = new Set();

  /** Audits what was named, or only those of the files; null when nothing is there. */
  const audit = async (files?: ReadonlySet<string>): Promise<ReadonlyMap<string, Version> | null> => {
    const texts = new Map<string, SectionTexts>();
    const { config, packs, lang } = setup.now();
    const yardstick: Yardstick = { packs, config, lang, type: given.type };
    const inputs = {
      ...given,
      lang,
      outputs: [],
      ...(files === undefined
        ? {}
        : {
            mayFindNothing: true,
            choose: (found: Parameters<NonNullable<Choose>>[0]) =>
              Promise.resolve(found.filter((input) => input.kind === "file" && files.has(input.file))),
          }),
    };
    const hear = (opened: Parameters<typeof hearSections>[0]) =>
      hearSections(opened, (at, own) => texts.set(at, own));
    const whole = await auditWhole(paths, inputs, yardstick, io, pipeline, { prepare: hear });
    if (whole === null) return null;
    if (files === undefined) looked = new Set(whole.documents.map(({ path: at }) => at));
    const audited = whole.documents.filter(({ status }) => status === "audited");
    return new Map(audited.map((report) => [report.path, { report, texts: texts.get(report.path) }]));
  };

  const first = await audit();
  if (first === null) return exitCode.wrongUse;
  for (const [at, version] of first) {
    known.set(at, version);
    await say(stateLine(version.report, setup.now().lang));
  }
  const screen = readScreen(io, { color: given.color, plain: given.plain, toFile: false }, process.platform);
  const render = await comparisonFormats.terminal.load();

  const show = async (at: string, now: Version): Promise<void> => {
    const before = known.get(at);
    known.set(at, now);
    if (before?.report.sha256 === now.report.sha256) return;
    const { lang, packs } = setup.now();
    await say("");
    if (before === undefined) {
      await say(message(lang, "watch.new", { path: plainText(at) }));
    } else {
      const side = async ({ report, texts }: Version, name: string) => ({
        name,
        report: await pipeline.assembleReport([report], packs),
        texts: () => texts,
      });
      const comparison = compareReports(
        await side(before, message(lang, "watch.before")),
        await side(now, message(lang, "watch.after")),
      );
      await out.write(render(comparison, { lang, details: given.details, ...screen }));
    }
    await say(stateLine(now.report, lang));
  };

  const gone = new Set<string>();
  /** The configuration or a rule was saved: everything is audited again, and what that changes is said. */
  const heedSetup = async (): Promise<void> => {
    try {
      if (!(await setup.readAgain())) return;
    } catch (error) {
      if (!(error instanceof GenomlysError)) throw error;
      const { lang } = setup.now();
      io.stderr.write(`${formatError(error, lang)}${message(lang, "watch.setupKept")}\n`);
      return;
    }
    const { lang } = setup.now();
    await say(`\n${message(lang, "watch.setup")}`);
    const told: string[] = [];
    const versions = (await audit()) ?? new Map<string, Version>();
    for (const [at, version] of versions) {
      const before = known.get(at);
      // Saved as well: it is told by itself, with what has changed in it.
      if (before !== undefined && before.report.sha256 !== version.report.sha256) continue;
      known.set(at, version);
      const line = stateLine(version.report, lang);
      if (before === undefined || stateLine(before.report, lang) !== line) told.push(line);
    }
    for (const at of [...known.keys()].filter((each) => !looked.has(each) && !gone.has(each))) {
      known.delete(at);
      told.push(message(lang, "watch.leftOut", { path: plainText(at) }));
    }
    await say(told.length === 0 ? message(lang, "watch.setupSame") : told.join("\n"));
  };

  const saved = async (files: readonly string[]): Promise<void> => {
    try {
      if (files.some(setup.isPart)) await heedSetup();
      const versions = (await audit(new Set(files))) ?? new Map<string, Version>();
      for (const [at, version] of versions) {
        gone.delete(at);
        await show(at, version);
      }
      const { inputs } = await discover(paths, { cwd: io.cwd(), platform: process.platform, notRead: [] });
      const there = new Set(inputs.map((input) => (input.kind === "file" ? input.file : "")));
      for (const at of known.keys()) {
        const file = files.find((each) => isWithin(at, each, io));
        if (file === undefined || there.has(file) || gone.has(at)) continue;
        // Kept: when it comes back it is compared with what it was.
        gone.add(at);
        await say(`\n${message(setup.now().lang, "watch.gone", { path: plainText(at) })}`);
      }
    } catch (error) {
      // A draft that cannot be audited now can be when it is saved the next time.
      if (!(error instanceof GenomlysError)) throw error;
      io.stderr.write(formatError(error, setup.now().lang));
    }
  };

  let fault: Error | undefined;
  const watching = await watchFolders(
    folders,
    (at) => !isPassedOverByName(path.basename(at)),
    saved,
    (error) => {
      fault = error;
      interruption.interrupt();
    },
  );
  try {
    if (!given.quiet) io.stderr.write(`${message(setup.now().lang, "watch.ready", { n: known.size })}\n`);
    if (!interruption.signal.aborted) await once(interruption.signal, "abort");
  } finally {
    interruption.end();
    await watching.close();
  }
  if (fault === undefined)
    // Ctrl-C is how the command is ended; another signal ends it for somebody else.
    return interruption.by === null || interruption.by === "SIGINT"
      ? exitCode.done
      : exitCodeOfSignal[interruption.by];
  // Of the system ("ENOSPC": it watches no more files), or our own.
  if ("code" in fault) {
    const reason = String(fault.code);
    throw genomlysError("INPUT_UNREADABLE", { path: paths.map(plainText).join(", "), reason });
  }
  throw fault;
}

type Choose = Parameters<typeof auditWhole>[1]["choose"];

/** Is the document the file, or one inside it (an archive)? */
function isWithin(document: string, file: string, io: Io): boolean {
  const at = path.resolve(io.cwd(), document);
  return at === file || at.startsWith(`${file}${path.sep}`);
}

/** Named folders with all that is in them, and the folders of named files: a file that is renamed over is another file. */
async function foldersOf(paths: readonly string[], io: Io): Promise<WatchedFolder[]> {
  const { stat } = await import("node:fs/promises");
  const folders: WatchedFolder[] = [];
  for (const named of paths) {
    const full = path.resolve(io.cwd(), named);
    const entry = await stat(full).catch(() => undefined);
    if (entry?.isDirectory() === true) folders.push({ folder: full, deep: true });
    else if (entry !== undefined) folders.push({ folder: path.dirname(full), deep: false });
    else folders.push({ folder: path.resolve(io.cwd(), patternBase(named)), deep: true });
  }
  return folders;
}

/** Folders with more of them, none watched twice. */
function withFolders(folders: readonly WatchedFolder[], more: readonly WatchedFolder[]): WatchedFolder[] {
  const all = [...folders];
  for (const each of more) {
    const isWatched = all.some(
      ({ folder, deep }) =>
        (folder === each.folder && (deep || !each.deep)) ||
        (deep && each.folder.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)),
    );
    if (!isWatched) all.push(each);
  }
  return all;
}

/** "utkast.docx: finns delvis, täckning 41 %, 12 luckor" */
function stateLine(document: DocumentReport, lang: ScanOptions["lang"]): string {
  return message(lang, "watch.state", {
    path: plainText(document.path),
    verdict: message(lang, `verdict.${document.verdict}`),
    coverage: formatPercent(document.coverage.share, lang),
    n: countedGaps(document).length,
  });
}
