// `check --changed-since <ref>`: which documents have changed in git, and what each of them was before.
import { statSync } from "node:fs";
import path from "node:path";
import { siftIgnored } from "../../config/by-pattern.ts";
import { fitsPattern } from "../../config/path-pattern.ts";
import { compareDocuments } from "../../compare/compare-reports.ts";
import type { SectionTexts } from "../../compare/align-sections.ts";
import { plainName } from "../../compare/pair-documents.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import type { ChangedDocument } from "../../gate/losses.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { CheckReport } from "../../model/check-report.ts";
import type { DocumentReport } from "../../model/report.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import type { AuditOptions } from "../../pipeline/audit.ts";
import type { Yardstick } from "../audit/audit-inputs.ts";
import { dayOf, inside, typeOf } from "../configured.ts";
import { patternBase } from "./named-pattern.ts";
import { realPathOf } from "./real-path.ts";
import type { Input } from "./input.ts";
import { documentByName, isPassedOverByName } from "./document-like.ts";
import { openWorkingTrees, type WorkingTree } from "./git.ts";
import { hearing, hearSections } from "../audit/hear-sections.ts";
import type { Io } from "../io.ts";
import { holdsOwnReport } from "./own-report.ts";
import type { DocumentPlace, OpenInputs } from "./open-inputs.ts";
import type { Pipeline } from "../pipeline.ts";
import { documentsIn } from "./read-input.ts";

/** What a document was before the change. */
export type Earlier =
  | { readonly kind: "new" }
  /** It was there; it cannot be told what it was. */
  | { readonly kind: "unreadable"; readonly path: string; readonly reason: string }
  | { readonly kind: "changed"; readonly path: string; readonly changed: ChangedDocument };

export interface ChangedDocuments {
  /** Those of the inputs that are not as they were at the ref. Throws a GenomlysError for one that is in no repository. */
  readonly choose: (inputs: readonly Input[]) => Promise<readonly Input[]>;
  /**
   * Is what was named and is not there explained by documents that git knows to be removed? To be asked before `choose`,
   * which then names them.
   */
  readonly wasRemoved: (named: string) => Promise<boolean>;
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

/** The version of a file that stands in git. */
interface InGit {
  readonly tree: WorkingTree;
  readonly name: string;
}

/** `named` are the paths of the command line. */
export function openChangedDocuments(
  ref: string,
  named: readonly string[],
  yardstick: Pick<Yardstick, "packs" | "config" | "lang" | "type">,
  io: Io,
  pipeline: Pick<Pipeline, "auditFile">,
): ChangedDocuments {
  const { packs, config, lang } = yardstick;
  const locate = openWorkingTrees(ref, io);
  /** null: it was not there. */
  const versions = new Map<Input, InGit | null>();
  let reading: OpenInputs | undefined;
  const texts = new Map<string, SectionTexts>();
  let [unchanged, ignored] = [0, 0];
  const trees = new Set<WorkingTree>();
  let removed: readonly Removed[] = [];

  const shownPath = ({ tree, name }: InGit): string =>
    path.relative(io.cwd(), path.join(tree.folder, name)).replaceAll(path.sep, "/");

  const choose: ChangedDocuments["choose"] = async (inputs) => {
    const chosen: Input[] = [];
    for (const input of inputs) {
      if (input.kind === "stdin") throw genomlysError("GIT_NO_REPOSITORY", { path: "-" });
      if (input.kind === "problem") {
        chosen.push(input);
        continue;
      }
      const { tree, name } = await locate(input.file, input.path);
      trees.add(tree);
      const change = tree.changeOf(name);
      if (change.kind === "unchanged") unchanged++;
      else if (change.kind === "ignored") ignored++;
      else {
        chosen.push(input);
        versions.set(input, change.kind === "new" ? null : { tree, name: change.before });
      }
    }
    const gone = [...trees].flatMap((tree) =>
      tree.removed.filter(isDocumentName).map((name): InGit => ({ tree, name })),
    );
    const left = pairByName(versions, amongNamed(gone, named, io));
    removed = left
      .map((each) => ({ ...each, shown: shownPath(each), file: path.join(each.tree.folder, each.name) }))
      .filter(
        ({ shown, file }) =>
          config === null ||
          siftIgnored(config, [{ path: shown, file }], dayOf(new Date())).ignored.length === 0,
      )
      .sort((a, b) => (a.shown < b.shown ? -1 : 1));
    return chosen;
  };

  const wasRemoved: ChangedDocuments["wasRemoved"] = async (at) => {
    const below = path.resolve(io.cwd(), patternBase(at));
    const { tree } = await locate(path.join(nearestFolder(below), "-"), at);
    const gone = tree.removed.filter(isDocumentName).map((name): InGit => ({ tree, name }));
    if (amongNamed(gone, [at], io).length === 0) return false;
    trees.add(tree);
    return true;
  };

  const prepare: ChangedDocuments["prepare"] = (inputs) => {
    reading = inputs;
    return hearSections(inputs, (at, own) => texts.set(at, own));
  };

  const earlierOf: ChangedDocuments["earlierOf"] = async (document, { found, input }, standardText) => {
    const version = versions.get(input);
    if (version == null || reading === undefined) return { kind: "new" };
    const { read, readWith } = reading;
    const within = found.path.slice(input.path.length);
    const at = `${shownPath(version)}${within}`;
    const unreadable = (reason: string): Earlier => ({ kind: "unreadable", path: at, reason });
    let bytes: Uint8Array | undefined;
    const all = await bytesBefore(version, read.limits.fileBytes);
    if ("reason" in all) return unreadable(all.reason);
    for await (const each of documentsIn(all.bytes, "", read, () => undefined)) {
      if (each.path !== within) continue;
      if (!("bytes" in each)) return unreadable(each.code);
      ({ bytes } = each);
      break;
    }
    // A document that has come into an archive.
    if (bytes === undefined) return { kind: "new" };
    let before: SectionTexts | undefined;
    const earlier = await pipeline.auditFile(
      { path: at, bytes },
      {
        packs,
        // As which it was judged now: another type would expect other things of it.
        type: document.type.id,
        lang,
        read,
        readWith: hearing(readWith, (_at, own) => (before = own)),
        sha256,
        standardText,
      },
    );
    if (earlier.status !== "audited") return unreadable(whyUnread(earlier));
    const after = texts.get(document.path);
    texts.delete(document.path);
    const comparison = compareDocuments(
      { before: earlier, after: document, pairedBy: "path" },
      before === undefined || after === undefined ? null : { before, after },
    );
    return { kind: "changed", path: at, changed: { before: earlier, after: document, comparison } };
  };

  const removedDocuments: ChangedDocuments["removedDocuments"] = async function* () {
    if (reading === undefined) return;
    const { read, readWith } = reading;
    for (const { tree, name, shown, file } of removed) {
      const input: Input = { kind: "file", path: shown, file, size: 0 };
      const unreadable = (at: string, reason: string): RemovedDocument => ({
        input,
        found: { path: at },
        report: null,
        reason,
      });
      const bytes = await bytesBefore({ tree, name }, read.limits.fileBytes);
      if ("reason" in bytes) {
        yield unreadable(shown, bytes.reason);
        continue;
      }
      for await (const each of documentsIn(bytes.bytes, "", read, () => undefined)) {
        const at = `${shown}${each.path}`;
        if (!("bytes" in each)) {
          yield unreadable(at, each.code);
          continue;
        }
        if (await holdsOwnReport(each.bytes)) continue;
        const { type } = typeOf(inside(input, at), { type: yardstick.type }, config);
        const report = await pipeline.auditFile(
          { path: at, bytes: each.bytes },
          { packs, type, lang, read, readWith, sha256 },
        );
        yield report.status === "audited"
          ? { input, found: { path: at }, report, reason: "" }
          : unreadable(at, whyUnread(report));
      }
    }
  };

  return {
    choose,
    wasRemoved,
    prepare,
    earlierOf,
    removedDocuments,
    summary: () => ({ ref, unchanged, removed: removed.map(({ shown }) => shown) }),
    ignoredByGit: () => ignored,
  };
}

/** A removed document: where it was, as it is shown, and its full path. */
interface Removed extends InGit {
  readonly shown: string;
  readonly file: string;
}

/** What a file held at the ref, or why that cannot be told. */
async function bytesBefore(
  { tree, name }: InGit,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | { readonly reason: string }> {
  try {
    const bytes = await tree.readBefore(name, limit);
    if (bytes === null) return { reason: "FILE_TOO_LARGE" };
    return isPointer(bytes) ? { reason: "git-lfs" } : { bytes };
  } catch (error) {
    return { reason: clippedText(error instanceof Error ? error.message : String(error), 200) };
  }
}

const whyUnread = ({ notices, status }: DocumentReport): string =>
  notices.map(({ code }) => code).join(", ") || status;

/** The folder itself, or the nearest above it that is there. */
function nearestFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  const above = path.dirname(folder);
  return above === folder ? folder : nearestFolder(above);
}

function isDocumentName(name: string): boolean {
  return !name.split("/").some(isPassedOverByName) && documentByName(name) === true;
}

/** Those of the files that the command line named, by themselves, by a folder or by a pattern. */
function amongNamed(files: readonly InGit[], named: readonly string[], io: Io): InGit[] {
  const cwd = realPathOf(io.cwd());
  const places = named.map((each) => realPathOf(path.resolve(cwd, each)));
  return files.filter(({ tree, name }) => {
    const file = path.join(tree.folder, name);
    return (
      places.some(
        (place) => file === place || file.startsWith(place.endsWith(path.sep) ? place : place + path.sep),
      ) || named.some((pattern) => fitsPattern(pattern.includes("/") ? pattern : `./${pattern}`, file, cwd))
    );
  });
}

/**
 * Git knows a renamed file by its content, which of a Word document is packed: changed and renamed, it is another. Such a
 * one is taken for the removed document of the same name but for numbers ("utkast v1.docx", "utkast v2.docx"), when there
 * is just one on each side. Answers what is left of the removed ones.
 */
function pairByName(versions: Map<Input, InGit | null>, gone: readonly InGit[]): InGit[] {
  const left = new Set(gone);
  const fresh = [...versions].flatMap(([input, version]) => (version === null ? [input] : []));
  for (const input of fresh) {
    const key = plainName(input.path);
    const fitting = gone.filter(({ name }) => plainName(name) === key);
    const [only] = fitting;
    if (key === "" || only === undefined || fitting.length > 1) continue;
    if (fresh.filter((each) => plainName(each.path) === key).length > 1) continue;
    versions.set(input, only);
    left.delete(only);
  }
  return [...left];
}

/** What large file storage leaves in git when its own program is not there. */
function isPointer(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 42))
    .toString("latin1")
    .startsWith("version https://git-lfs.github.com/spec/");
}
