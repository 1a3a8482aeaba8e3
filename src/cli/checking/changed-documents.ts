// `check --changed-since <ref>`: what each changed document was before, and what the removed ones held.
import { compareDocuments } from "../../compare/compare-reports.ts";
import type { SectionTexts } from "../../compare/align-sections.ts";
import type { ChangedDocument } from "../../gate/losses.ts";
import { message, type Language } from "../../messages/message.ts";
import { decisiveNotices, noticeText } from "../../messages/notice-texts.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { CheckReport } from "../../model/check-report.ts";
import type { Notice } from "../../model/document.ts";
import type { DocumentReport } from "../../model/report.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import type { AuditOptions } from "../../pipeline/audit.ts";
import type { ReadOptions } from "../../read/reader.ts";
import type { Yardstick } from "../audit/audit-inputs.ts";
import { hearing, hearSections } from "../audit/hear-sections.ts";
import { inside, typeOf } from "../configured.ts";
import {
  openChangedInputs,
  pathInReport,
  type ChangedInputs,
  type InGit,
  type RemovedFile,
} from "../inputs/changed-inputs.ts";
import type { Input } from "../inputs/input.ts";
import type { DocumentPlace, OpenInputs } from "../inputs/open-inputs.ts";
import { holdsOwnReport } from "../inputs/own-report.ts";
import { documentsIn } from "../inputs/read-input.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";

/** What a document was before the change. */
export type Earlier =
  | { readonly kind: "new" }
  /** It was there; it cannot be told what it was. `reason` is a sentence or more in the language of the run. */
  | { readonly kind: "unreadable"; readonly path: string; readonly reason: string }
  | { readonly kind: "changed"; readonly path: string; readonly changed: ChangedDocument };

export interface ChangedDocuments extends Pick<ChangedInputs, "choose" | "wasRemoved"> {
  /** The inputs, so read that the versions can be compared section by section. */
  readonly prepare: (inputs: OpenInputs) => OpenInputs;
  /** What a chosen document was. `standardText` is what the document itself was judged with. */
  readonly earlierOf: (
    document: DocumentReport,
    place: DocumentPlace,
    standardText: AuditOptions["standardText"],
  ) => Promise<Earlier>;
  /** The removed documents as they were, each with the input that it would be now. To be asked while the inputs are open. */
  readonly removedDocuments: () => AsyncGenerator<RemovedDocument, void, undefined>;
  /** To be asked after `choose`. */
  readonly summary: () => Omit<NonNullable<CheckReport["changedSince"]>, "lost">;
  /** How many documents were left out because git is told to look past them. */
  readonly ignoredByGit: () => number;
}

/** A document that is there no more; `report` is null when its version at the ref cannot be read, and `reason` says why. */
export interface RemovedDocument extends DocumentPlace {
  readonly report: DocumentReport | null;
  readonly reason: string;
}

/** What earlier versions are judged by: the same as their documents of today. */
type Rules = Pick<Yardstick, "packs" | "config" | "lang" | "type">;
type Audits = Pick<Pipeline, "auditFile">;

/** `named` are the paths of the command line. */
export function openChangedDocuments(
  ref: string,
  named: readonly string[],
  rules: Rules,
  io: Io,
  pipeline: Audits,
): ChangedDocuments {
  const inputs = openChangedInputs(ref, named, rules.config, io);
  /** The inputs while they are open: what was is read as what is. */
  let reading: OpenInputs | undefined;
  const texts = new Map<string, SectionTexts>();
  return {
    choose: inputs.choose,
    wasRemoved: inputs.wasRemoved,
    prepare: (opened) => {
      reading = opened;
      return hearSections(opened, (at, own) => texts.set(at, own));
    },
    earlierOf: async (document, { found, input }, standardText) => {
      const version = inputs.versionOf(input);
      if (version === undefined || reading === undefined) return { kind: "new" };
      const within = found.path.slice(input.path.length);
      const path = `${pathInReport(version, io.cwd())}${within}`;
      const content = await contentBefore(version, within, reading.read, rules.lang);
      // A document that has come into an archive.
      if (content === null) return { kind: "new" };
      if ("reason" in content) return { kind: "unreadable", path, reason: content.reason };
      let before: SectionTexts | undefined;
      const earlier = await pipeline.auditFile(
        { path, bytes: content.bytes },
        {
          packs: rules.packs,
          // As which it was judged now: another type would expect other things of it.
          type: document.type.id,
          lang: rules.lang,
          read: reading.read,
          readWith: hearing(reading.readWith, (_at, own) => (before = own)),
          sha256,
          standardText,
        },
      );
      if (earlier.status !== "audited") return { kind: "unreadable", path, reason: whyUnread(earlier) };
      const after = texts.get(document.path);
      texts.delete(document.path);
      const comparison = compareDocuments(
        { before: earlier, after: document, pairedBy: "path" },
        before === undefined || after === undefined ? null : { before, after },
      );
      return { kind: "changed", path, changed: { before: earlier, after: document, comparison } };
    },
    removedDocuments: async function* () {
      if (reading === undefined) return;
      for (const file of inputs.removed()) yield* documentsOfRemoved(file, reading, rules, pipeline);
    },
    summary: () => ({
      ref,
      unchanged: inputs.unchanged(),
      removed: inputs.removed().map(({ shown }) => shown),
    }),
    ignoredByGit: inputs.ignored,
  };
}

/** A removed file as it was: one document, or those of an archive. */
async function* documentsOfRemoved(
  removed: RemovedFile,
  { read, readWith }: OpenInputs,
  { packs, config, lang, type: asked }: Rules,
  pipeline: Audits,
): AsyncGenerator<RemovedDocument, void, undefined> {
  const { shown, file } = removed;
  const input: Input = { kind: "file", path: shown, file, size: 0 };
  const unreadable = (at: string, reason: string): RemovedDocument => ({
    input,
    found: { path: at },
    report: null,
    reason,
  });
  const bytes = await bytesBefore(removed, read.limits.fileBytes, lang);
  if ("reason" in bytes) {
    yield unreadable(shown, bytes.reason);
    return;
  }
  for await (const each of documentsIn(bytes.bytes, "", read, () => undefined)) {
    const at = `${shown}${each.path}`;
    if (!("bytes" in each)) {
      yield unreadable(at, noticeText(each, lang).message);
      continue;
    }
    if (await holdsOwnReport(each.bytes)) continue;
    const { type } = typeOf(inside(input, at), { type: asked }, config);
    const report = await pipeline.auditFile(
      { path: at, bytes: each.bytes },
      { packs, type, lang, read, readWith, sha256 },
    );
    yield report.status === "audited"
      ? { input, found: { path: at }, report, reason: "" }
      : unreadable(at, whyUnread(report));
  }
}

/** `reason` is a sentence in the language of the run. */
type Content = { readonly bytes: Uint8Array } | { readonly reason: string };

/** What a document held at the ref, `within` being its way in an archive, "" for a file; null when it was not in there. */
async function contentBefore(
  version: InGit,
  within: string,
  read: ReadOptions,
  lang: Language,
): Promise<Content | null> {
  const all = await bytesBefore(version, read.limits.fileBytes, lang);
  if ("reason" in all) return all;
  for await (const each of documentsIn(all.bytes, "", read, () => undefined))
    if (each.path === within) return "bytes" in each ? each : { reason: noticeText(each, lang).message };
  return null;
}

/** What a file held at the ref, or why that cannot be told. */
async function bytesBefore({ tree, name }: InGit, limit: number, lang: Language): Promise<Content> {
  try {
    const bytes = await tree.readBefore(name, limit);
    if (bytes === null) {
      const tooLarge: Notice = { code: "FILE_TOO_LARGE", params: { bytes: limit + 1, limit } };
      return { reason: noticeText(tooLarge, lang).message };
    }
    return isPointer(bytes) ? { reason: message(lang, "check.formerInLfs") } : { bytes };
  } catch (error) {
    const reason = clippedText(error instanceof Error ? error.message : String(error), 200);
    return { reason: message(lang, "check.formerNotGiven", { reason }) };
  }
}

const whyUnread = ({ notices }: DocumentReport): string =>
  decisiveNotices(notices)
    .map((notice) => notice.message)
    .join(" ");

/** What large file storage leaves in git when its own program is not there. */
function isPointer(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 42))
    .toString("latin1")
    .startsWith("version https://git-lfs.github.com/spec/");
}
