// Runs the command as the shell would, with streams that remember and a pipeline that judges nothing.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { pipeline as realPipeline, type Pipeline } from "../../src/cli/pipeline.ts";
import { noticeText } from "../../src/messages/notice-texts.ts";
import { buildDocument, buildReport } from "../report/reports/build-report.ts";

/** A folder with the given files (name → content), removed after the test. A name that ends in "/" is a folder. */
export async function buildFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "genomlys-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(name.endsWith("/") ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith("/")) await writeFile(file, content);
  }
  return folder;
}

/** Calls that reached the pipeline, by the text of the file. */
export interface FakePipeline extends Pipeline {
  readonly audited: {
    path: string;
    text: string;
    type: string;
    lang: string;
    pdfEngine: string;
    docxEngine: string;
    changes: string;
    passwords: readonly string[];
  }[];
  readonly packFolders: string[][];
}

/**
 * Audits by the first word of a file: "oläslig" is unreadable, "krasch" throws, anything else is audited.
 * `tests` is what `rules test` finds.
 */
export function fakePipeline(tests: Partial<Awaited<ReturnType<Pipeline["testPacks"]>>> = {}): FakePipeline {
  const audited: FakePipeline["audited"] = [];
  const packFolders: string[][] = [];
  return {
    audited,
    packFolders,
    // The real one: a test says by its folder what is configured.
    readConfig: (cwd, named) => realPipeline.readConfig(cwd, named),
    loadPacks: (folders) => {
      packFolders.push([...folders]);
      return Promise.resolve([
        {
          id: "prov",
          version: "1.0.0",
          title: { sv: "Prov", en: "Trial" },
          folder: "/regler/prov",
          sha256: "",
          policyGoals: [],
          thresholds: {} as never,
          wordSets: [],
          rules: [
            {
              id: "mal-budget",
              kind: "documentType",
              label: { sv: "Mål och budget", en: "Goals and budget" },
              headings: [],
              tags: [],
              terms: ["budget"],
              except: [],
              examples: { hit: [], miss: [] },
            },
          ],
        },
      ]);
    },
    startEngine: () => undefined,
    hasRecognition: () => Promise.resolve(true),
    openReading: () =>
      Promise.resolve({
        read: () => Promise.reject(new Error("nothing is read here")),
        close: () => Promise.resolve(),
      }),
    auditFile: ({ path: at, bytes }, { type, lang, read, sha256 }) => {
      const text = new TextDecoder().decode(bytes);
      const { pdfEngine, docxEngine, changes, passwords } = read;
      audited.push({ path: at, text, type, lang, pdfEngine, docxEngine, changes, passwords });
      if (text.startsWith("krasch")) return Promise.reject(new TypeError("x is undefined"));
      const document = buildDocument({ path: at, sha256: sha256(bytes) });
      if (!text.startsWith("oläslig")) return Promise.resolve(document);
      const notices = [noticeText({ code: "PDF_DAMAGED", params: {} }, lang)];
      return Promise.resolve({ ...document, status: "unreadable", notices });
    },
    reportUnread: ({ path: at, code, params }, lang) =>
      Promise.resolve(
        buildDocument({ path: at, status: "unreadable", notices: [noticeText({ code, params }, lang)] }),
      ),
    assembleReport: (documents) => Promise.resolve(buildReport(documents)),
    groupDocuments: (...asked) => realPipeline.groupDocuments(...asked),
    testPacks: () => Promise.resolve({ rules: 2, examples: 4, failures: [], untested: [], ...tests }),
  };
}

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly pipeline: FakePipeline;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Io["env"];
  readonly stdin?: string | AsyncIterable<Uint8Array | string>;
  /** Standard output and standard error are a terminal of 80 columns. */
  readonly terminal?: boolean;
  readonly pipeline?: FakePipeline;
  /** Why standard output takes nothing. */
  readonly unwritable?: Error;
}

/** What was written, as text; of bytes that are none, one character each. */
export const textOf = (content: string | Uint8Array): string =>
  typeof content === "string" ? content : Buffer.from(content).toString("latin1");

export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  let out = "";
  let err = "";
  const screen = options.terminal === true ? { isTTY: true, columns: 80 } : {};
  const { stdin = "", unwritable } = options;
  const pipeline = options.pipeline ?? fakePipeline();
  const io: Io = {
    stdout: {
      write: (content) => unwritable !== undefined || (out += textOf(content)) !== "",
      settled: () => Promise.resolve(unwritable),
      ...screen,
    },
    stderr: { write: (content) => (err += textOf(content)) !== "", ...screen },
    stdin: typeof stdin === "string" ? Readable.from([Buffer.from(stdin)]) : stdin,
    env: options.env ?? {},
    cwd: () => options.cwd ?? tmpdir(),
  };
  const code = await main(argv, io, pipeline);
  return { code, out, err, pipeline };
}
