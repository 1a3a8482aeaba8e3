// The table of report formats. A new format is a new row; each loads only when it is asked for.
import type { RenderBytes, RenderReport } from "./render-options.ts";

interface FormatBase {
  /** How a file of this format is usually called ("xlsx"): `-o rapport.xlsx` asks for it. No two formats share one. */
  readonly ending: string;
}

/** Text can be shown anywhere; bytes make no sense on a screen and need a file. */
export type FormatEntry =
  | (FormatBase & { readonly kind: "text"; readonly load: () => Promise<RenderReport> })
  | (FormatBase & { readonly kind: "bytes"; readonly load: () => Promise<RenderBytes> });

const table = {
  terminal: {
    kind: "text",
    ending: "txt",
    load: async () => (await import("./terminal/render-terminal.ts")).renderTerminal,
  },
  json: { kind: "text", ending: "json", load: async () => (await import("./json.ts")).renderJson },
  jsonl: { kind: "text", ending: "jsonl", load: async () => (await import("./json.ts")).renderJsonLines },
} as const satisfies Readonly<Record<string, FormatEntry>>;

export type ReportFormat = keyof typeof table;

export const reportFormats: Readonly<Record<ReportFormat, FormatEntry>> = table;

export const reportFormatNames = Object.keys(table) as readonly ReportFormat[];

/** The format that a file's name asks for by its ending, or undefined: "rapport.JSON" → "json". */
export function formatByEnding(file: string): ReportFormat | undefined {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  return reportFormatNames.find((name) => reportFormats[name].ending === ending);
}
