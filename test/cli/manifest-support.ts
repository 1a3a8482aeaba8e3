// What the tests of lists share: a folder of their own, and one run in all formats of text.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runReal } from "./run-real.ts";

export const freshFolder = (): string => mkdtempSync(path.join(tmpdir(), "genomlys-lista-"));

const formats = [
  "terminal",
  "json",
  "jsonl",
  "html",
  "csv",
  "markdown",
  "summary",
  "sarif",
  "github",
  "gitlab",
  "junit",
  "checkstyle",
] as const;

/** One run with a result in each format; `ut.json` stays in the folder for a second look. */
export async function allFormats(folder: string, ...argv: string[]): Promise<Record<string, string>> {
  const outputs = formats.flatMap((format) => ["--format", format, "-o", `ut.${format}`]);
  await runReal([...argv, ...(argv[0] === "report" ? [] : ["--no-cache"]), ...outputs], folder);
  return Object.fromEntries(
    formats.map((format) => [format, readFileSync(path.join(folder, `ut.${format}`), "utf8")]),
  );
}
