// The table of report formats. A new format is a new row; each loads only when it is asked for.
import type { RenderBytes, RenderPieces, RenderReport } from "./render-options.ts";

interface FormatBase {
  /** How files of this format end ("xlsx"), so that `-o rapport.xlsx` asks for it; null when no ending means just this. */
  readonly ending: string | null;
}

/** Text can be shown anywhere; bytes make no sense on a screen and need a file. */
export type FormatEntry =
  | (FormatBase & { readonly kind: "text"; readonly load: () => Promise<RenderReport> })
  | (FormatBase & { readonly kind: "pieces"; readonly load: () => Promise<RenderPieces> })
  | (FormatBase & { readonly kind: "bytes"; readonly load: () => Promise<RenderBytes> });

const table = {
  terminal: {
    kind: "text",
    ending: "txt",
    load: async () => (await import("./terminal/render-terminal.ts")).renderTerminal,
  },
  json: { kind: "pieces", ending: "json", load: async () => (await import("./json.ts")).jsonPieces },
  jsonl: { kind: "text", ending: "jsonl", load: async () => (await import("./json.ts")).renderJsonLines },
  html: {
    kind: "pieces",
    ending: "html",
    load: async () => (await import("./html/render-html.ts")).htmlPieces,
  },
  xlsx: { kind: "bytes", ending: "xlsx", load: async () => (await import("./xlsx.ts")).renderXlsx },
  csv: { kind: "text", ending: "csv", load: async () => (await import("./csv.ts")).renderCsv },
  "csv-data": {
    kind: "text",
    ending: null,
    load: async () => (await import("./data/render-csv-data.ts")).renderCsvData,
  },
  markdown: {
    kind: "text",
    ending: "md",
    load: async () => (await import("./markdown/render-markdown.ts")).renderMarkdown,
  },
  summary: { kind: "text", ending: null, load: async () => (await import("./summary.ts")).renderSummary },
  sarif: {
    kind: "text",
    ending: "sarif",
    load: async () => (await import("./ci/sarif/render-sarif.ts")).renderSarif,
  },
  github: { kind: "text", ending: null, load: async () => (await import("./ci/github.ts")).renderGithub },
  gitlab: { kind: "text", ending: null, load: async () => (await import("./ci/gitlab.ts")).renderGitlab },
  junit: { kind: "text", ending: null, load: async () => (await import("./ci/junit.ts")).renderJunit },
  checkstyle: {
    kind: "text",
    ending: null,
    load: async () => (await import("./ci/checkstyle.ts")).renderCheckstyle,
  },
} as const satisfies Readonly<Record<string, FormatEntry>>;

export type ReportFormat = keyof typeof table;

export const reportFormats: Readonly<Record<ReportFormat, FormatEntry>> = table;

export const reportFormatNames = Object.keys(table) as readonly ReportFormat[];

/** The format that a file's name asks for by its ending, or undefined: "rapport.JSON" → "json". */
export function formatByEnding(file: string): ReportFormat | undefined {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  return reportFormatNames.find((name) => reportFormats[name].ending === ending);
}
