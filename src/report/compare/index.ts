// The formats of a comparison; each loads only when it is asked for.
import type { Comparison } from "../../model/comparison.ts";
import type { RenderOptions } from "../render-options.ts";

type RenderComparison = (comparison: Comparison, options: RenderOptions) => string;

const table = {
  terminal: { ending: "txt", load: async () => (await import("./render-terminal.ts")).renderComparison },
  html: { ending: "html", load: async () => (await import("./render-html.ts")).renderComparisonHtml },
  markdown: {
    ending: "md",
    load: async () => (await import("./render-markdown.ts")).renderComparisonMarkdown,
  },
  json: { ending: "json", load: async () => (await import("./render-json.ts")).renderComparisonJson },
} as const satisfies Readonly<
  Record<string, { readonly ending: string; readonly load: () => Promise<RenderComparison> }>
>;

export type ComparisonFormat = keyof typeof table;

export const comparisonFormats: Readonly<
  Record<ComparisonFormat, { readonly ending: string; readonly load: () => Promise<RenderComparison> }>
> = table;

export const comparisonFormatNames = Object.keys(table) as readonly ComparisonFormat[];

/** The format that a file's name asks for by its ending, else the terminal's. */
export function comparisonFormatOf(file: string | undefined): ComparisonFormat {
  const ending = /\.([^./\\]+)$/.exec(file ?? "")?.[1]?.toLowerCase();
  return comparisonFormatNames.find((name) => table[name].ending === ending) ?? "terminal";
}
