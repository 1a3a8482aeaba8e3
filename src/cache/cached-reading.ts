// A reading that knows what it has read before: a changed rule judges anew without reading anew.
import type { ReadResult } from "../model/document.ts";
import type { Reading } from "../read/reader.ts";
import { codeVersion, isRepeatable, keyOf, readingKey } from "./key.ts";
import type { Store } from "./open-store.ts";

/** The name only tells Markdown from plain text. */
const nameHint = (name: string): string => /\.[^./\\]{1,10}$/.exec(name)?.[0].toLowerCase() ?? "";

/**
 * Reads with what `open` opens, which is done when the first document is not in the store. Locked documents are neither
 * kept nor looked for: what a password protects must not lie open in a cache. `sha256` gives the hash of bytes in hexadecimal.
 */
export function cachedReading(
  store: Store,
  sha256: (bytes: Uint8Array) => string,
  open: () => Promise<Reading>,
): Reading {
  let opened: Promise<Reading> | undefined;
  const reading = (): Promise<Reading> => (opened ??= open());
  return {
    async read(bytes, name, options) {
      if (options.passwords.length > 0) return (await reading()).read(bytes, name, options);
      const key = keyOf("document", codeVersion(), sha256(bytes), nameHint(name), readingKey(options));
      const known = await store.read(key);
      if (isReadResult(known)) return known;
      const result = await (await reading()).read(bytes, name, options);
      if (isRepeatable(result.notices)) await store.write(key, result);
      return result;
    },
    async close() {
      if (opened !== undefined) await (await opened).close();
    },
  };
}

/** The store has told damaged entries by then; this is for an entry that somebody else wrote. */
function isReadResult(value: unknown): value is ReadResult {
  if (typeof value !== "object" || value === null || !("kind" in value) || !("notices" in value))
    return false;
  return (value.kind === "document" || value.kind === "unread") && Array.isArray(value.notices);
}
