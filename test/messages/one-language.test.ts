// A text in one language only is never noticed by the one who writes it: texts belong in the catalogues, in both.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";

const source = path.join(import.meta.dirname, "..", "..", "src");

/** Folders whose strings a person may come to read. The others hold words of documents and terms, not messages. */
const speaking = ["cli", "config", "errors", "evaluate", "judge", "pipeline", "report", "rulebook", "rules"];

/** Files with texts in both languages side by side (texts.test.ts, errors.test.ts), and what is no message. */
const catalogues = new Set([
  "cli/command-line/command-texts.ts",
  "cli/command-line/options.ts",
  "errors/error-codes.ts", // the hint that a name was meant
  "errors/error-phrases.ts",
  "errors/format-error.ts",
  "errors/yaml-keys.ts",
  // Descriptions in JSON Schemas: an editor shows them as they are, and rule files are written in Swedish.
  "rules/json-schemas.ts",
  "config/config-schema.ts",
]);

/** Slots of texts in rules, and of terms. */
const notMessages = /^(?:\{område\}|<år>)$/;

async function swedishStrings(file: string): Promise<string[]> {
  const text = await readFile(path.join(source, file), "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
  const strings = [...code.matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)].map(([written]) =>
    written.slice(1, -1),
  );
  return strings.filter((written) => /[åäöÅÄÖ]/.test(written) && !notMessages.test(written));
}

describe("texts in one language", () => {
  test.each(speaking)("do not stand in src/%s", async (folder) => {
    const files = await readdir(path.join(source, folder), { recursive: true });
    const found: string[] = [];
    for (const name of files.filter((each) => each.endsWith(".ts"))) {
      const file = `${folder}/${name.replaceAll(path.sep, "/")}`;
      if (catalogues.has(file) || file.startsWith("errors/texts/")) continue;
      for (const written of await swedishStrings(file)) found.push(`${file}: ${written}`);
    }
    expect(found).toEqual([]);
  });

  test("would be found where they stand", async () => {
    expect((await swedishStrings("errors/error-phrases.ts")).length).toBeGreaterThan(10);
  });
});
