// A ZIP archive of documents → the documents in it, one at a time, in memory. Nothing is written anywhere, so that the
// names in an archive ("../../etc/passwd") can be nothing but labels.
import type { Notice } from "../../model/document.ts";
import { openArchive } from "../archive/open-archive.ts";
import type { ArchiveProblem } from "../archive/archive-problem.ts";
import { detectFormat } from "../detect-format.ts";
import { triedParams } from "../office/unread.ts";
import type { ReadLimits, ReadOptions } from "../reader.ts";

/** Something in an archive. `name` is the way to it inside the archive, "mapp/inre.zip/plan.pdf"; "" is the archive itself. */
export type ArchiveEntry =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "problem"; readonly name: string; readonly notice: Notice };

/**
 * How many times its own size an archive may unpack to, beside `unpackedBytes`: documents are mostly packed already, and
 * plain text packs to a fifth. A bomb packs to a thousandth.
 */
const believableRatio = 10;

/** Whether a file is an archive of documents. (A DOCX is a ZIP archive too, and is not.) */
export function isArchive(bytes: Uint8Array): boolean {
  const detected = detectFormat(bytes, "");
  return detected.kind === "unsupported" && detected.found === "zip";
}

/**
 * Unpacks an archive and the archives in it, locked entries with the first password that fits. `wants` says by its name whether a file in it is worth unpacking; archives
 * are always looked into. What is unpacked is counted over all levels; where it is too much the last entry says so and
 * nothing follows. Each file's bytes can be let go of before the next one is asked for.
 */
export async function* expandArchive(
  bytes: Uint8Array,
  { limits, passwords }: Pick<ReadOptions, "limits" | "passwords">,
  wants: (name: string) => boolean = () => true,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const budget = {
    left: limits.unpackedBytes + bytes.length * believableRatio,
    files: limits.archiveFiles,
    spent: false,
  };
  let files = 0;
  for (const entry of expand(bytes, "", 1, { limits, passwords, wants, budget })) {
    files++;
    yield entry;
    // A caller that only unpacks must not keep the program from everything else.
    await Promise.resolve();
  }
  if (files === 0)
    yield { kind: "problem", name: "", notice: { code: "ARCHIVE_WITHOUT_DOCUMENTS", params: {} } };
}

interface Context {
  readonly limits: ReadLimits;
  readonly passwords: readonly string[];
  readonly wants: (name: string) => boolean;
  readonly budget: { left: number; files: number; spent: boolean };
}

function* expand(
  bytes: Uint8Array,
  path: string,
  depth: number,
  context: Context,
): Generator<ArchiveEntry, void, undefined> {
  const { limits, passwords, wants, budget } = context;
  const problem = (name: string, notice: Notice): ArchiveEntry => ({ kind: "problem", name, notice });
  if (depth > limits.archiveLevels) {
    yield problem(path, { code: "ARCHIVE_NESTED_TOO_DEEP", params: { depth: limits.archiveLevels } });
    return;
  }
  const archive = openArchive(bytes, { unpackedBytes: budget.left }, passwords);
  if (archive.kind !== "archive") {
    yield problem(path, noticeOf(archive, passwords));
    return;
  }
  for (const [index, raw] of archive.names.entries()) {
    const label = labelOf(raw);
    if (label === null || isBesideDocuments(label)) continue;
    const mayBeArchive = /\.zip$/iu.test(label);
    if (!mayBeArchive && !wants(label)) continue;
    const name = path === "" ? label : `${path}/${label}`;
    if (--budget.files < 0) {
      budget.spent = true;
      yield problem(path, {
        code: "ARCHIVE_TOO_LARGE",
        params: { limit: limits.archiveFiles, unit: "entries" },
      });
      return;
    }
    const entry = archive.readAt(index, Math.min(limits.fileBytes, budget.left));
    if (entry.kind === "absent") continue;
    if (entry.kind === "too-large") {
      // Unpacked in vain, but unpacked.
      budget.left -= entry.limit;
      if (entry.limit >= limits.fileBytes) {
        yield problem(name, {
          code: "FILE_TOO_LARGE",
          // How large it would be is what the archive says, and archives lie.
          params: { bytes: limits.fileBytes + 1, limit: limits.fileBytes },
        });
        continue;
      }
      budget.spent = true;
      yield problem(name, noticeOf(entry, passwords));
      return;
    }
    if (entry.kind !== "bytes") {
      yield problem(name, noticeOf(entry, passwords));
      continue;
    }
    budget.left -= entry.bytes.length;
    if (isArchive(entry.bytes)) {
      yield* expand(entry.bytes, name, depth + 1, context);
      if (hasSpent(budget)) return;
    } else if (wants(label)) yield { kind: "file", name, bytes: entry.bytes };
  }
}

/** Asked anew after each archive inside, which may have spent it. */
function hasSpent(budget: Context["budget"]): boolean {
  return budget.spent;
}

function noticeOf(problem: ArchiveProblem, passwords: readonly string[]): Notice {
  if (problem.kind === "too-large")
    return { code: "ARCHIVE_TOO_LARGE", params: { limit: problem.limit, unit: problem.unit } };
  if (problem.reason === "encrypted") return { code: "OFFICE_ENCRYPTED", params: triedParams(passwords) };
  if (problem.reason === "unknown-lock") return { code: "LOCK_UNKNOWN", params: {} };
  return { code: "ARCHIVE_DAMAGED", params: { reason: problem.reason, part: problem.entry ?? "" } };
}

/** A name as it can stand in a report: "/" between the parts, no way up or out; null for a folder. */
function labelOf(raw: string): string | null {
  const slashed = raw.replaceAll("\\", "/");
  if (slashed.endsWith("/")) return null;
  const parts = slashed
    .normalize("NFC")
    .split("/")
    .map((part) => part.replace(/\p{Cc}/gu, "").trim())
    .filter((part) => part !== "" && part !== "." && part !== ".." && !/^[A-Za-z]:$/u.test(part));
  return parts.length === 0 ? null : parts.join("/");
}

/** What systems put beside the documents: resource forks of macOS, hidden files, lock files of Office. */
function isBesideDocuments(label: string): boolean {
  return label
    .split("/")
    .some(
      (part) =>
        part === "__MACOSX" || part.startsWith(".") || part.startsWith("~$") || /^thumbs\.db$/iu.test(part),
    );
}
