// Text recognition needs two packages that an installation can do without (optionalDependencies). Are they there?
import { createRequire } from "node:module";
import path from "node:path";

/** Three letters, as tesseract names languages. */
export const language = "swe";
/** The smaller of the two sets in the package; measured alike. */
const languageFile = "@tesseract.js-data/swe/4.0.0_best_int/swe.traineddata.gz";

/** The folder of the language data; null when that or the engine is not installed. Loads nothing. */
export function findRecognition(): { readonly languageFolder: string } | null {
  const { resolve } = createRequire(import.meta.url);
  try {
    resolve("tesseract.js");
    // Must be there: the engine would look for a missing one on the network, were its folder an address.
    return { languageFolder: path.dirname(resolve(languageFile)) };
  } catch {
    return null;
  }
}
