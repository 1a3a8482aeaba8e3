// The table of outline formats, as report/index.ts is for reports.
import type { Outline } from "../../model/outline.ts";
import type { RenderOptions } from "../render-options.ts";

export type RenderOutline = (outline: Outline, options: RenderOptions) => string;

export const outlineFormats = {
  terminal: async () => (await import("./render-terminal.ts")).renderOutline,
  json: async () => (await import("./render-json.ts")).renderOutlineJson,
} as const satisfies Record<string, () => Promise<RenderOutline>>;

export type OutlineFormat = keyof typeof outlineFormats;

export const outlineFormatNames = Object.keys(outlineFormats) as readonly OutlineFormat[];
