import type { Plugin } from "esbuild";

export const lighterPackages: Plugin[];
