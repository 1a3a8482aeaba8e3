// What `genomlys watch` says of each draft: how it stands at first, and what has changed when it or the rules are saved.
import path from "node:path";
import { formatError } from "../../errors/format-error.ts";
import { GenomlysError } from "../../errors/genomlys-error.ts";
import { message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { ScanOptions } from "../command-line/scan-options.ts";
import { discover } from "../inputs/discover.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { readScreen } from "../results/screen.ts";
import { auditDrafts, type AuditedDrafts, type Version } from "./audit-drafts.ts";
import { renderChange, stateLine } from "./describe-draft.ts";
import type { WatchedSetup } from "./watched-setup.ts";

export interface FollowedDrafts {
  /** Audits all of them and says how each stands. Answers how many there are; null when nothing was found. */
  readonly begin: () => Promise<number | null>;
  /**
   * Says what is different after the files (full paths) were saved: drafts, or parts of the setup. What the user has to mend
   * goes to standard error, and the drafts are followed on.
   */
  readonly saved: (files: readonly string[]) => Promise<void>;
}

/** Follows the drafts below `named`. `write` is where what is said goes. */
export function followDrafts(
  named: readonly string[],
  options: ScanOptions,
  setup: WatchedSetup,
  write: (text: string) => Promise<void>,
  io: Io,
  pipeline: Pipeline,
): FollowedDrafts {
  /** By path in the report, also of those that are gone: one that comes back is compared with what it was. */
  const known = new Map<string, Version>();
  const gone = new Set<string>();
  /** All that the last audit of everything looked at. */
  let looked: ReadonlySet<string> = new Set();
  const say = (text: string): Promise<void> => write(`${text}\n`);
  const audit = (files?: ReadonlySet<string>): Promise<AuditedDrafts | null> =>
    auditDrafts(named, files, options, setup.now(), io, pipeline);
  const toScreen = { color: options.color, plain: options.plain, toFile: false };
  const shape = { details: options.details, ...readScreen(io, toScreen, process.platform) };

  /** A draft was saved: its change, and how it stands. */
  const tellDraft = async (at: string, now: Version): Promise<void> => {
    const before = known.get(at);
    known.set(at, now);
    if (before?.report.sha256 === now.report.sha256) return;
    const { lang } = setup.now();
    await say("");
    if (before === undefined) await say(message(lang, "watch.new", { path: plainText(at) }));
    else await write(await renderChange(before, now, setup.now(), shape, pipeline));
    await say(stateLine(now.report, lang));
  };

  /** The configuration or a rule was saved: everything is audited again, and what that changes is said. */
  const tellSetup = async (): Promise<void> => {
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
    const audited = await audit();
    for (const [at, version] of audited?.versions ?? []) {
      const before = known.get(at);
      // Saved as well: it is told by itself, with what has changed in it.
      if (before !== undefined && before.report.sha256 !== version.report.sha256) continue;
      known.set(at, version);
      const line = stateLine(version.report, lang);
      if (before === undefined || stateLine(before.report, lang) !== line) told.push(line);
    }
    looked = audited?.looked ?? looked;
    for (const at of [...known.keys()].filter((each) => !looked.has(each) && !gone.has(each))) {
      known.delete(at);
      told.push(message(lang, "watch.leftOut", { path: plainText(at) }));
    }
    await say(told.length === 0 ? message(lang, "watch.setupSame") : told.join("\n"));
  };
  /** Drafts that were in the files and are not there any more. */
  const tellGone = async (files: readonly string[]): Promise<void> => {
    const { inputs } = await discover(named, { cwd: io.cwd(), platform: process.platform, notRead: [] });
    const there = new Set(inputs.map((input) => (input.kind === "file" ? input.file : "")));
    for (const at of known.keys()) {
      const file = files.find((each) => isWithin(at, each, io.cwd()));
      if (file === undefined || there.has(file) || gone.has(at)) continue;
      gone.add(at);
      await say(`\n${message(setup.now().lang, "watch.gone", { path: plainText(at) })}`);
    }
  };

  return {
    begin: async () => {
      const first = await audit();
      if (first === null) return null;
      ({ looked } = first);
      for (const [at, version] of first.versions) {
        known.set(at, version);
        await say(stateLine(version.report, setup.now().lang));
      }
      return known.size;
    },
    saved: async (files) => {
      try {
        if (files.some(setup.isPart)) await tellSetup();
        for (const [at, version] of (await audit(new Set(files)))?.versions ?? []) {
          gone.delete(at);
          await tellDraft(at, version);
        }
        await tellGone(files);
      } catch (error) {
        // A draft that cannot be audited now can be when it is saved the next time.
        if (!(error instanceof GenomlysError)) throw error;
        io.stderr.write(formatError(error, setup.now().lang));
      }
    },
  };
}

/** Is the document the file, or one inside it (an archive)? */
function isWithin(document: string, file: string, cwd: string): boolean {
  const at = path.resolve(cwd, document);
  return at === file || at.startsWith(`${file}${path.sep}`);
}
