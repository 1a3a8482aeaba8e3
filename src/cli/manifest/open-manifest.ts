// `--manifest lista.csv`: which documents there are in an archive, and what is known of each. A document takes the row that
// names it, or else the row of the nearest folder or archive above it.
import { stat } from "node:fs/promises";
import path from "node:path";
import { genomlysError, type ErrorPlace } from "../../errors/genomlys-error.ts";
import { mostBytes, readNamed } from "../../files/read-whole.ts";
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DocumentFacts, DocumentReport } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import { decode } from "../../read/text/decode.ts";
import { firstPaths } from "../first-paths.ts";
import { realPathOf } from "../inputs/real-path.ts";
import type { Input } from "../inputs/input.ts";
import { parseManifest, type ManifestRow } from "./parse-manifest.ts";

export interface Manifest {
  /** The list's own file, at its full path: no document of the run. */
  readonly file: string;
  /** What it lists, in its order, named so that it can be opened from the working directory. */
  readonly paths: readonly string[];
  /** What documents can be grouped by beside their type. */
  readonly columns: readonly string[];
  /** The type that the list gives a document, and who says so; {} when it gives none. */
  typeOf(input: Input): Promise<{ readonly type?: string; readonly typeFrom?: string }>;
  /** What the list says of a document beside its type. */
  factsOf(input: Input): Promise<DocumentFacts>;
  /** The document with what the list says of it; what another list said of it is taken away. */
  describe(document: DocumentReport, input: Input): Promise<DocumentReport>;
  /** Throws MANIFEST_FITS_NONE when not one of the inputs is in the list: it must be another archive's. */
  checkFits(inputs: readonly Input[]): Promise<void>;
  /** Rows whose file is not there, and documents without a row, as lines for standard error; "" for none. */
  describeMissing(lang: Language): string;
}

/** How many rows are named, and how many documents, at most. */
const shown = { rows: 20, documents: 3 } as const;

/** Where a row leads: what it is called in the report, and the key that it is found by. */
interface Target {
  readonly path: string;
  readonly key: string | null;
}

/** What a run reads, given the paths of its command line and its list; and what that means for finding it. */
export function listedInputs(
  paths: readonly string[],
  manifest: Pick<Manifest, "file" | "paths"> | undefined,
): {
  readonly paths: readonly string[];
  readonly options: { readonly beside?: readonly string[]; readonly literally?: boolean };
} {
  if (manifest === undefined) return { paths, options: {} };
  const beside = [manifest.file];
  // A list alone says what is to be audited; with paths beside it, it describes what they lead to.
  return paths.length > 0
    ? { paths, options: { beside } }
    : { paths: manifest.paths, options: { beside, literally: true } };
}

/** Reads the list at `given`, as it was named. Throws a GenomlysError for one that cannot be read or cannot be right. */
export async function openManifest(
  given: string,
  packs: readonly RulePack[],
  cwd: string,
): Promise<Manifest> {
  const file = path.resolve(cwd, given);
  const { rows, columns } = await parseManifest(await readText(file, given), given, packs);
  const byKey = new Map<string, ManifestRow>();
  const paths: string[] = [];
  const missing: ManifestRow[] = [];
  for (const row of rows) {
    const target = await targetOf(row.path, given, cwd);
    const key = target.key ?? `missing:${target.path.normalize("NFC")}`;
    const first = byKey.get(key);
    if (first !== undefined)
      throw genomlysError("MANIFEST_PATH_TWICE", { path: row.path, line: first.line }, { where: row.where });
    byKey.set(key, row);
    paths.push(target.path);
    if (target.key === null) missing.push(row);
  }
  const withoutRow = new Set<string>();
  const find = async (input: Input): Promise<ManifestRow | undefined> => {
    if (input.kind === "problem") return byKey.get(`missing:${input.path.normalize("NFC")}`);
    if (input.kind === "stdin") return undefined;
    for (let at = await keyOf(input.file); ; at = path.dirname(at)) {
      const row = byKey.get(at);
      if (row !== undefined || at === path.dirname(at)) return row;
    }
  };
  const typeFrom = `manifest: ${path.basename(given)}`;
  return {
    file,
    paths,
    columns,
    async typeOf(input) {
      const type = (await find(input))?.type;
      return type === undefined ? {} : { type, typeFrom };
    },
    factsOf: async (input) => (await find(input))?.facts ?? {},
    async describe({ organisation: _, year: __, columns: ___, ...document }, input) {
      const row = await find(input);
      if (row === undefined) {
        withoutRow.add(document.path);
        return document;
      }
      // What was not read has no type of its own, and counts where its row says.
      const typed =
        document.status === "audited" || row.type === undefined
          ? document
          : { ...document, type: { id: row.type, confidence: 1, because: [typeFrom] } };
      return { ...typed, ...row.facts };
    },
    async checkFits(inputs) {
      const keys = [...byKey.keys()];
      for (const input of inputs) {
        if ((await find(input)) !== undefined) return;
        // A row may be about a document inside an archive.
        if (input.kind !== "file") continue;
        const inside = `${await keyOf(input.file)}${path.sep}`;
        if (keys.some((key) => key.startsWith(inside))) return;
      }
      const [example = ""] = paths;
      throw genomlysError("MANIFEST_FITS_NONE", { path: given, example });
    },
    describeMissing(lang) {
      const place = ({ line, column }: ErrorPlace): string =>
        [
          plainText(given),
          ...(line === undefined ? [] : [line]),
          ...(column === undefined ? [] : [column]),
        ].join(":");
      const lines = missing
        .slice(0, shown.rows)
        .map((row) =>
          message(lang, "manifest.missing", { place: place(row.where), path: plainText(row.path) }),
        );
      if (missing.length > shown.rows)
        lines.push(message(lang, "manifest.missingMore", { n: missing.length - shown.rows }));
      if (withoutRow.size > 0) {
        const names = firstPaths([...withoutRow].sort(), shown.documents);
        const values = { n: withoutRow.size, list: plainText(given), names };
        lines.push(message(lang, "manifest.withoutRow", values));
      }
      return lines.map((line) => `${line}\n`).join("");
    },
  };
}

async function readText(file: string, given: string): Promise<string> {
  const bytes = await readNamed(file, given, mostBytes.made, {
    missing: "MANIFEST_MISSING",
    unreadable: "MANIFEST_UNREADABLE",
  });
  // A workbook is an archive ("PK"), an older one a compound file.
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf))
    throw genomlysError("MANIFEST_IS_WORKBOOK", { path: given });
  const { text, encoding } = decode(bytes);
  return encoding === "windows-1252" && isMacRoman(bytes) ? new TextDecoder("macintosh").decode(bytes) : text;
}

/** å, ä, ö and é, small and large, as Excel for Mac writes them in "CSV (Macintosh)", and as Windows does. */
const nordic = {
  mac: new Set([0x8c, 0x8a, 0x9a, 0x8e, 0x81, 0x80, 0x85, 0x83]),
  windows: new Set([0xe5, 0xe4, 0xf6, 0xe9, 0xc5, 0xc4, 0xd6, 0xc9]),
};

/** Are there more letters if the text is read as a Mac writes it? In the other reading they are signs and foreign letters. */
function isMacRoman(bytes: Uint8Array): boolean {
  const count = (letters: ReadonlySet<number>): number =>
    bytes.reduce((sum, byte) => sum + (letters.has(byte) ? 1 : 0), 0);
  return count(nordic.mac) > count(nordic.windows);
}

/** Where something really is, links followed, with its letters in one form: how rows and inputs are held together. */
async function keyOf(file: string): Promise<string> {
  const existing = await nearestExisting(file);
  const real = realPathOf(existing.path);
  return path.join(real, existing.rest).normalize("NFC");
}

/** `file` cut after its last part that exists, as a document inside an archive is named after it. */
async function nearestExisting(
  file: string,
): Promise<{ readonly path: string; readonly rest: string; readonly isFile: boolean }> {
  for (let at = file; ; at = path.dirname(at)) {
    try {
      const entry = await stat(at);
      return { path: at, rest: path.relative(at, file), isFile: entry.isFile() };
    } catch {
      if (at === path.dirname(at)) return { path: file, rest: "", isFile: false };
    }
  }
}

/**
 * A path as a list has it → the file it means: beside the list, or else from the working directory (as reports name
 * documents). Lists that were written on Windows have "\" between the folders.
 */
async function targetOf(written: string, given: string, cwd: string): Promise<Target> {
  const folder = path.dirname(given);
  const beside = (name: string): string => (path.isAbsolute(name) ? name : path.join(folder, name));
  const slashed = written.replaceAll("\\", "/");
  const candidates = [...new Set([beside(written), written, beside(slashed), slashed])];
  for (const candidate of candidates) {
    for (const form of [candidate, candidate.normalize("NFD")]) {
      const full = path.resolve(cwd, form);
      const found = await nearestExisting(full);
      // The rest of the way leads into an archive; into a folder it leads nowhere.
      if (found.rest === "" || found.isFile) {
        const opened = found.rest === "" ? form : form.slice(0, form.length - found.rest.length - 1);
        return { path: asNamed(opened), key: await keyOf(full) };
      }
    }
  }
  return { path: asNamed(beside(slashed)), key: null };
}

/** As it can be named on a command line: a file that is called "-" is not standard input. */
const asNamed = (file: string): string => (file === "-" ? "./-" : file.replaceAll(path.sep, "/"));
