// The Swedish words that mending has to know: what may follow a hyphen that belongs to the word before it, and words that
// can be told though two letters of them are lost.

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

/**
 * Words that fonts without ff, fi and fl are known by: their beginning, the pair, how they go on (a pattern). Without the pair
 * none of them is the beginning of a Swedish word, nor two words.
 */
export const wordsWithPairInside: readonly (readonly [before: string, pair: string, after: string])[] = [
  ["o", "ff", "entlig"],
  ["e", "ff", "ekt(?:er|en|iv|\\b)"],
  ["di", "ff", "eren[st]"],
  ["o", "ffi", "ciell"],
  ["speci", "fi", "(?:cer|k(?:a|t)?(?![a-zåäö]))"],
  ["kvali", "fi", "(?:cer|kation)"],
  ["klassi", "fi", "(?:cer|kation)"],
  ["identi", "fi", "er(?:a|ing)"],
  ["certi", "fi", "er(?:a|ing)"],
  ["modi", "fi", "er(?:a|ing)"],
  ["veri", "fi", "er(?:a|ing)"],
  ["de", "fi", "ni(?:tion|era)"],
  ["pro", "fi", "lera"],
  ["kollektivtra", "fi", "k"],
  ["kon", "fl", "ikt"],
  ["in", "fl", "ytande"],
];
/** Words that begin with the pair: how they go on. */
export const wordsWithPairFirst: readonly (readonly [pair: string, after: string])[] = [
  ["fi", "nansi(?:er|ell)"],
  ["fi", "nns(?![a-zåäö])"],
  ["fl", "ickor(?:na|nas|s)?(?![a-zåäö])"],
  ["fl", "ykting"],
  ["fl", "ertal(?:et)?(?![a-zåäö])"],
  ["fj", "ärdedel"],
];
