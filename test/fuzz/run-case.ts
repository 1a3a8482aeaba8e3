// One file through all that `genomlys scan` does with it, and what is wrong with the answer.
import { createHash } from "node:crypto";
import { readDocuments } from "../../src/cli/inputs/read-input.ts";
import type { RulePack } from "../../src/model/rule.ts";
import { auditFile } from "../../src/pipeline/audit.ts";
import { openReading } from "../../src/pipeline/open-reading.ts";
import { reportUnread } from "../../src/pipeline/report-document.ts";
import { defaultReadOptions, type Reading, type ReadLimits } from "../../src/read/reader.ts";
import { documentReportSchema } from "../../src/report/report-schema.ts";

export interface Outcome {
  /** How the file was answered, "audited", "no-text" or the codes of the notices that say why not. */
  readonly answers: readonly string[];
  /** What is wrong with the answer; "" when nothing is. */
  readonly fault: string;
}

export interface CaseRunner {
  /** Never rejects. `answered` is called after each document: an archive holds many, and the time is for one. */
  run(bytes: Uint8Array, name: string, answered?: () => void): Promise<Outcome>;
  close(): Promise<void>;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** `alone`: as one small file is read, at first without a thread; else as many are. */
export async function openRunner(
  packs: readonly RulePack[],
  limits: ReadLimits,
  alone: boolean,
): Promise<CaseRunner> {
  const read = { ...defaultReadOptions, limits };
  const open = (bytes: Uint8Array): Promise<Reading> =>
    openReading({ documents: alone ? 1 : 2, largest: bytes.length, jobs: 1 }, limits);
  const shared = alone ? null : await open(new Uint8Array(0));

  const run: CaseRunner["run"] = async (bytes, name, answered) => {
    const answers: string[] = [];
    const faults: string[] = [];
    const reading = shared ?? (await open(bytes));
    try {
      // Standard input takes bytes from anywhere; the way from there on is that of a file.
      const stdin = (async function* () {
        yield await Promise.resolve(bytes);
      })();
      const stream = { write: () => true };
      const io = { stdin, stdout: stream, stderr: stream, env: {}, cwd: () => "/" };
      for await (const found of readDocuments(
        { kind: "stdin", path: "-" },
        io,
        { limits, passwords: [] },
        () => undefined,
      )) {
        const document = "bytes" in found ? { path: `${found.path}/${name}`, bytes: found.bytes } : found;
        const report =
          "bytes" in document
            ? await auditFile(document, {
                packs,
                type: "auto",
                lang: "sv",
                read,
                sha256,
                readWith: reading.read,
              })
            : reportUnread(
                { path: document.path, sha256: "" },
                {
                  kind: "unread",
                  format: null,
                  status: "unreadable",
                  pages: null,
                  notices: [{ code: document.code, params: document.params }],
                },
                "sv",
              );
        answered?.();
        const codes = report.notices.map(({ code }) => code);
        answers.push(report.status === "audited" ? report.status : [report.status, ...codes].join(" "));
        if (report.status !== "audited" && codes.length === 0)
          faults.push("not audited, and no notice says why");
        // A reader that throws is caught further out: no harm to the user, and still a fault of ours.
        for (const { code, message } of report.notices)
          if (code === "READER_FAILED") faults.push(`the reader failed: ${message}`);
        const checked = documentReportSchema.safeParse(JSON.parse(JSON.stringify(report)));
        if (!checked.success)
          faults.push(`the report does not fit its schema: ${checked.error.message.slice(0, 300)}`);
        for (const { excerpt } of report.evidence)
          if (excerpt.match === "") faults.push("evidence without words");
      }
      if (answers.length === 0) faults.push("no answer at all");
    } catch (error) {
      faults.push(`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    } finally {
      if (shared === null) await reading.close();
    }
    return { answers, fault: [...new Set(faults)].join("\n") };
  };
  return { run, close: async () => shared?.close() };
}
