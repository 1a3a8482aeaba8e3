// Tests run from src/, without a build; only worker threads and the command itself are tested as built (dist/).
import { defineConfig } from "vitest/config";
import { buildVersion, compilerVersion } from "./scripts/code-versions.mjs";

export default defineConfig({
  // As the build does: compiled rules and cached results count only with the code that made them.
  define: {
    __COMPILER_VERSION__: JSON.stringify(await compilerVersion()),
    __BUILD_VERSION__: JSON.stringify(await buildVersion()),
  },
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
