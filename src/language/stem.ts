// Stems for the wide net, by natural's Snowball stemmer for Swedish.
//
// A stem never decides credit: the stemmer takes kvinna and kvinnlig for one word, könet and kön for two (docs/decisions/0003).
// It is right for a net that only has to keep "missing" from being said too soon.
import { createRequire } from "node:module";

interface Stemmer {
  readonly stem: (word: string) => string;
}

let stemmer: Stemmer | undefined;

/**
 * Stem of a lower-cased word. natural is reached by the stemmer's own path: its root reads a .env file into the process,
 * prints on standard output and takes a second to load (measured).
 */
export function stemOf(word: string): string {
  stemmer ??= createRequire(import.meta.url)("natural/lib/natural/stemmers/porter_stemmer_sv.js") as Stemmer;
  return stemmer.stem(word);
}
