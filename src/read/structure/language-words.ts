// Short words that running text is full of, by language: those that a Swedish archive may hold beside Swedish. Words that
// neighbouring languages share stand in each of them, so that they weigh for none.

const byLanguage = {
  sv: "och att det som en på är av för med den till i inte om ett de har ska kan vi från eller vid så även sin men där när under mellan samt",
  en: "the of and to in is that for with as on are this be by or from at an not which it was have has will we their",
  fi: "ja on ei että se ovat sekä tai kun joka myös ole mutta jos kuin mukaan tämä sen olla tulee voi jotka jotta niin tavoitteena vuoden",
  no: "og å er ikke på det som i en til for med av den de har skal kan vi fra eller ved så også et om men der når under mellom samt",
  nn: "og å er ikkje på det som i ein til for med av den dei har skal kan vi frå eller ved så òg eit om men der når under mellom samt",
  da: "og at er ikke på det som i en til for med af den de har skal kan vi fra eller ved så også et om men der når under mellem samt",
  de: "und der die das ist nicht auf es in ein zu für mit von den dem sie haben wird werden kann wir aus oder bei auch eine sich des",
  fr: "le la les de des du et à est que en un une pour dans qui ne pas sur par au avec ce sont il nous",
  es: "el la los de y que en un una por para con no se las es lo del al su como más son",
  pl: "i w na z do nie się że jest to o dla oraz przez od po są jako jej ich lub być także",
  se: "ja lea leat ahte dat maid mat eai go daid lei sáhttá galgá ii mii dan dán leamaš nu",
} as const;

export type KnownLanguage = keyof typeof byLanguage;

const languagesOfWord = new Map<string, KnownLanguage[]>();
for (const [language, list] of Object.entries(byLanguage)) {
  for (const word of list.split(" ")) {
    const languages = languagesOfWord.get(word) ?? [];
    languages.push(language as KnownLanguage);
    languagesOfWord.set(word, languages);
  }
}

/** The languages in which a word (in small letters) is one of the most frequent. */
export function functionWordsOf(word: string): readonly KnownLanguage[] {
  return languagesOfWord.get(word) ?? [];
}
