// Tests run from src/, without a build; only worker threads and the command itself are tested as built (dist/).
import { defineConfig } from "vitest/config";
import { compilerVersion } from "./scripts/compiler-version.mjs";

export default defineConfig({
  // As the build does: compiled rules count only with the code that made them.
  define: { __COMPILER_VERSION__: JSON.stringify(await compilerVersion()) },
  test: {
    include: ["test/**/*.test.ts"],
    // Builds dist/ when it is older than src/.
    globalSetup: ["test/support/built-command.ts"],
    // The style sheet of the HTML report is a text like any other; vitest would empty it.
    css: true,
    // Real files through real engines: the slowest machine that runs them decides, not the fastest.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
