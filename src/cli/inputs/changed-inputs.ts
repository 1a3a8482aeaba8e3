// `check --changed-since <ref>`: which of the inputs have changed in git, and which documents are gone. Git knows files; what
// they hold is for earlier-documents.ts.
import { statSync } from "node:fs";
import path from "node:path";
import { plainName } from "../../compare/pair-documents.ts";
import { siftIgnored } from "../../config/by-pattern.ts";
import type { Config } from "../../config/config.ts";
import { fitsPattern } from "../../config/path-pattern.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { dayOf } from "../configured.ts";
import type { Io } from "../io.ts";
import { documentByName, isPassedOverByName } from "./document-like.ts";
import { openWorkingTrees, type WorkingTree } from "./git.ts";
import type { Input } from "./input.ts";
import { patternBase } from "./named-pattern.ts";
import { realPathOf } from "./real-path.ts";

/** The version of a file that stands in git: its path in the repository then, "/" between the parts. */
export interface InGit {
  readonly tree: WorkingTree;
  readonly name: string;
}

/** A file that is gone: where it was, how a report calls it, and its full path. */
export interface RemovedFile extends InGit {
  readonly shown: string;
  readonly file: string;
}

export interface ChangedInputs {
  /** Those of the inputs that are not as they were at the ref. Throws a GenomlysError for one that is in no repository. */
  readonly choose: (inputs: readonly Input[]) => Promise<readonly Input[]>;
  /**
   * Is what was named and is not there explained by documents that git knows to be removed? To be asked before `choose`,
   * which then names them.
   */
  readonly wasRemoved: (named: string) => Promise<boolean>;
  /** What a chosen input was; undefined when it was not there. */
  readonly versionOf: (input: Input) => InGit | undefined;
  /** Those below the named paths that are gone, in the order of their paths. */
  readonly removed: () => readonly RemovedFile[];
  /** How many documents are as they were. */
  readonly unchanged: () => number;
  /** How many documents were left out because git is told to look past them. */
  readonly ignored: () => number;
}

/** How a report calls a file of git: by its path from the working directory. */
export function pathInReport({ tree, name }: InGit, cwd: string): string {
  return path.relative(cwd, path.join(tree.folder, name)).replaceAll(path.sep, "/");
}

/** `named` are the paths of the command line. All but `choose` and `wasRemoved` is known after `choose`. */
export function openChangedInputs(
  ref: string,
  named: readonly string[],
  config: Config | null,
  io: Pick<Io, "cwd" | "env">,
): ChangedInputs {
  const locate = openWorkingTrees(ref, io);
  /** null: it was not there. */
  const versions = new Map<Input, InGit | null>();
  const trees = new Set<WorkingTree>();
  let [unchanged, ignored] = [0, 0];
  let removed: readonly RemovedFile[] = [];

  const choose: ChangedInputs["choose"] = async (inputs) => {
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
    const gone = amongNamed([...trees].flatMap(removedDocumentsOf), named, io.cwd());
    const left = pairByName(versions, gone);
    removed = left
      .map((each) => ({
        ...each,
        shown: pathInReport(each, io.cwd()),
        file: path.join(each.tree.folder, each.name),
      }))
      .filter(
        ({ shown, file }) =>
          config === null ||
          siftIgnored(config, [{ path: shown, file }], dayOf(new Date())).ignored.length === 0,
      )
      .sort((a, b) => (a.shown < b.shown ? -1 : 1));
    return chosen;
  };

  const wasRemoved: ChangedInputs["wasRemoved"] = async (at) => {
    const below = path.resolve(io.cwd(), patternBase(at));
    const { tree } = await locate(path.join(nearestFolder(below), "-"), at);
    if (amongNamed(removedDocumentsOf(tree), [at], io.cwd()).length === 0) return false;
    trees.add(tree);
    return true;
  };

  return {
    choose,
    wasRemoved,
    versionOf: (input) => versions.get(input) ?? undefined,
    removed: () => removed,
    unchanged: () => unchanged,
    ignored: () => ignored,
  };
}

/** The folder itself, or the nearest above it that is there. */
function nearestFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  const above = path.dirname(folder);
  return above === folder ? folder : nearestFolder(above);
}

function removedDocumentsOf(tree: WorkingTree): InGit[] {
  return tree.removed.filter(isDocumentName).map((name) => ({ tree, name }));
}

function isDocumentName(name: string): boolean {
  return !name.split("/").some(isPassedOverByName) && documentByName(name) === true;
}

/** Those of the files that the command line named, by themselves, by a folder or by a pattern. */
function amongNamed(files: readonly InGit[], named: readonly string[], workingFolder: string): InGit[] {
  const cwd = realPathOf(workingFolder);
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
