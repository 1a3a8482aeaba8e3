// Numbers that Windows has for languages ([MS-LCID]): the lower ten bits name the language, the rest the country.

const languages: ReadonlyMap<number, string> = new Map([
  [0x01, "ar"],
  [0x06, "da"],
  [0x07, "de"],
  [0x09, "en"],
  [0x0a, "es"],
  [0x0b, "fi"],
  [0x0c, "fr"],
  [0x14, "no"],
  [0x15, "pl"],
  [0x19, "ru"],
  [0x1d, "sv"],
  [0x1f, "tr"],
  [0x29, "fa"],
  [0x3b, "se"],
  [0x77, "so"],
]);

/** 1053 → "sv"; null for languages that are not met in a Swedish archive. */
export function languageOfNumber(number: number): string | null {
  return languages.get(number & 0x3ff) ?? null;
}
