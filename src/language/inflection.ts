// Swedish inflection without a dictionary: which dictionary forms a word may be a form of.
//
// A stemmer does not decide here: Snowball's Swedish stemmer takes kvinna and kvinnlig for one word and könet and kön for
// two (measured, see docs/decisions/0003). Endings are generated generously instead, from the paradigms of nouns,
// adjectives and verbs; a form that no Swede would write does no harm, since nobody writes it.

/** Endings, and what a dictionary form may end in where such an ending was put on. "" = the ending was added. */
const paradigms: readonly (readonly [base: string, endings: string])[] = [
  // mål-et, patient-er-na-s, jämställd-a, könsuppdelad-e, vanlig-are, område-t, område-na, ledare-n, sektor-s
  [
    "",
    "- s n ns en ens et ets t ts ar ars arna arnas er ers erna ernas na nas a as e es are aste r rs rna rnas",
  ],
  // flick-a, flick-or-na; utveckl-a, utveckl-ar, utveckl-ade; följ-a, följ-er, följ-de, följ-t, följ-s
  [
    "a",
    "an ans or ors orna ornas as ar ade ades at ats ad ads ande andet andes er de des te tes t ts s d da ds",
  ],
  // pojk-e, pojk-ar-na; medarbetar-e, medarbetar-na
  ["e", "ar ars arna arnas na nas"],
  // jämställ-d, jämställ-t; könsuppdela-d, könsuppdela-t; rädd, rätt is left out
  ["d", "t ts"],
  // könsbund-en, könsbund-et, könsbund-na
  ["en", "et ets na nas"],
  // tjänste-man, tjänste-män-nen
  ["man", "män mäns männen männens mannen mannens"],
];

/** Ending → what it may stand for. */
const basesByEnding = new Map<string, string[]>();
for (const [base, endings] of paradigms) {
  for (const written of endings.split(" ")) {
    const ending = written === "-" ? "" : written;
    const bases = basesByEnding.get(ending) ?? [];
    bases.push(base);
    basesByEnding.set(ending, bases);
  }
}
/** Letters of the longest ending that `baseForms` takes off. */
export const longestEnding = Math.max(...[...basesByEnding.keys()].map((ending) => ending.length));

/** Endings before which e falls out of -el, -er, -en: medel → medl-en, mönster → mönstr-et, vuxen → vuxn-a. */
const syncopeEndings = new Set("a as ar ars arna arnas en ens et ets er ers erna ernas s".split(" "));
/** Endings before which a single m or n is doubled: program → programm-et, vän → vänn-er. */
const doublingEndings = new Set("en ens et ets ar ars arna arnas er ers erna ernas a as e".split(" "));

/**
 * All dictionary forms that `word` (lower case) may be a form of, itself first. The list is generous: it holds forms
 * that do not exist, and the caller looks them up among the words it knows. `shared`: no form is wanted that has more than
 * so many first letters in common with the word; most endings need not be tried then.
 */
export function baseForms(word: string, shared = word.length): string[] {
  const whole = shared >= word.length;
  const forms: string[] = whole ? [word] : [];
  const most = Math.min(longestEnding, word.length - 2);
  // A form begins with the stem, or with all but its last letter (see below).
  for (let length = Math.max(0, word.length - shared - 1); length <= most; length++) {
    const ending = length === 0 ? "" : word.slice(-length);
    const bases = basesByEnding.get(ending);
    if (bases === undefined) continue;
    const stem = length === 0 ? word : word.slice(0, -length);
    if (stem.length <= shared) {
      for (const base of bases) {
        const form = stem + base;
        if (form !== word) forms.push(form);
      }
    }
    if (length > 0 && syncopeEndings.has(ending) && /[^aeiouyåäö][lrn]$/.test(stem)) {
      forms.push(stem.slice(0, -1) + "e" + stem.slice(-1));
    }
    if (length > 0 && doublingEndings.has(ending) && /(?:mm|nn)$/.test(stem)) forms.push(stem.slice(0, -1));
  }
  // genomför → genomföra: verbs on -ra have no ending in the present.
  if (whole && word.endsWith("r")) forms.push(word + "a");
  return forms;
}

/**
 * What the forms of a dictionary form begin with, before their ending: "flicka" and "flick" of "flicka". Every word that has
 * `base` among its `baseForms` is one of these and an ending of at most `longestEnding` letters.
 */
export function stemsOfForms(base: string): string[] {
  const stems = new Set<string>();
  for (const [end] of paradigms) if (base.endsWith(end)) stems.add(base.slice(0, base.length - end.length));
  if (/[^aeiouyåäö]e[lrn]$/.test(base)) stems.add(base.slice(0, -2) + base.slice(-1));
  if (/[mn]$/.test(base)) stems.add(base + base.slice(-1));
  return [...stems];
}

/** The forms of a dictionary form: each of them has `base` among its `baseForms`. Used for the last element of compounds. */
export function inflectedForms(base: string): string[] {
  const forms = new Set<string>([base]);
  for (const [end, endings] of paradigms) {
    if (!base.endsWith(end) || (end !== "" && base.length - end.length < 2)) continue;
    const stem = base.slice(0, base.length - end.length);
    for (const written of endings.split(" ")) forms.add(stem + (written === "-" ? "" : written));
  }
  const syncope = /^(.*[^aeiouyåäö])e([lrn])$/.exec(base);
  if (syncope !== null) {
    for (const ending of syncopeEndings) forms.add((syncope[1] ?? "") + (syncope[2] ?? "") + ending);
  }
  if (/[^mn][mn]$/.test(base)) {
    for (const ending of doublingEndings) forms.add(base + base.slice(-1) + ending);
  }
  if (base.endsWith("ra")) forms.add(base.slice(0, -1));
  return [...forms];
}
