// The Swedish words that joining lines has to know: what may follow a hyphen that belongs to the word before it.

/** Words after which nothing is joined: in "kvinno-\noch mansdominerade" the hyphen stands for "-dominerade". */
export const wordsAfterSuspendedHyphen: ReadonlySet<string> = new Set([
  "och",
  "o",
  "eller",
  "el",
  "samt",
  "respektive",
  "resp",
  "till",
  "som",
  "såväl",
  "liksom",
  "men",
  "kontra",
  "jämte",
  "mot",
  "än",
  "alternativt",
  "alt",
  "plus",
  "via",
  "utan",
  "snarare",
]);

/**
 * Words that are no remainder of a broken word either when the line break itself is lost ("könsupp- delad"). There
 * the case is weaker, so more is left alone: "innovations- ett", "in- av".
 */
export const wordsAfterLooseHyphen: ReadonlySet<string> = new Set([
  ...wordsAfterSuspendedHyphen,
  "att",
  "den",
  "det",
  "dels",
  "ej",
  "ett",
  "från",
  "för",
  "har",
  "inom",
  "inte",
  "kan",
  "med",
  "när",
  "ska",
  "under",
  "var",
  "vid",
]);

/** Short forms that keep the hyphen also in small letters: "hbtqi-\npersoner", "it-\nstöd". */
export const shortForms: ReadonlySet<string> = new Set([
  "bnp",
  "cv",
  "dna",
  "eu",
  "fn",
  "hbt",
  "hbtq",
  "hbtqi",
  "hbtqia",
  "hr",
  "hvb",
  "ict",
  "ikt",
  "it",
  "lss",
  "ngo",
  "pdf",
  "sfi",
  "sms",
  "tv",
  "vd",
  "vvs",
]);
