// The table of report formats. A new format is a new row; each loads only when it is asked for.
import type { RenderReport } from "./render-options.ts";

export const reportFormats = {
  terminal: async () => (await import("./terminal/render-terminal.ts")).renderTerminal,
  json: async () => (await import("./json.ts")).renderJson,
  jsonl: async () => (await import("./json.ts")).renderJsonLines,
} as const satisfies Record<string, () => Promise<RenderReport>>;

export type ReportFormat = keyof typeof reportFormats;

export const reportFormatNames = Object.keys(reportFormats) as readonly ReportFormat[];
