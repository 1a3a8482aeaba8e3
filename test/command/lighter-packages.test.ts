// What the build changes in bundled packages answers what the packages answer.
import { createRequire } from "node:module";
import { build } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lighterPackages } from "../../scripts/lighter-packages.mjs";

type Width = (text: string) => number;

/** What cli-table3 measures columns by. */
interface Widths {
  readonly strlen: Width;
}

const require = createRequire(import.meta.url);
const widths = "cli-table3/src/utils.js";

async function bundledWidth(): Promise<Width> {
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = require("${widths}");`, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    plugins: lighterPackages,
  });
  const module: { exports: unknown } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- a bundle is text
  new Function("module", "require", outputFiles[0]?.text ?? "")(module, require);
  return (module.exports as Widths).strlen;
}

test("a text is as wide in the bundle as in the package, whatever signs are in it", async () => {
  const bundled = await bundledWidth();
  const { strlen: original } = require(widths) as Widths;
  const sign = fc.oneof(
    fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom("å", "–", "…", "·", "©", "™", "1️⃣", "👩‍👧", "表", "é", "\u001b[1m", "\u0301", "…"),
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 6 }), (signs) => {
      const text = signs.join("");
      expect(bundled(text)).toBe(original(text));
    }),
    { numRuns: 2000 },
  );
  for (let code = 0; code < 0x3000; code++) {
    const text = String.fromCodePoint(code);
    expect(bundled(text), code.toString(16)).toBe(original(text));
  }
});
