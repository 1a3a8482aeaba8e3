// Control words of RTF by what becomes of the text behind them (RTF specification 1.9.1).

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Destinations that hold no text of the document. */
export const skippedDestinations = words(
  "pict nonshppict shprslt objdata objclass colortbl filetbl listtable listoverridetable revtbl rsidtbl generator " +
    "themedata colorschememapping datastore latentstyles xmlnstbl bkmkstart bkmkend xe tc rxe atnid atntime " +
    "atnref atnicn atnparent atndate atrfstart atrfend template operator author company category keywords comment doccomm " +
    "manager subject hlinkbase mmathPr falt panose fontemb fontfile formfield datafield wgrffmtfilter pgptbl " +
    "userprops docvar sn sv ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables pnseclvl listname listpicture",
);

/** Destinations with text, though programs that do not know them may pass over it. */
export const starredText = words(
  "footnote shptxt dptxbxtext fldinst annotation atnauthor nesttableprops shpinst do ud shpgrp objattph",
);

/** Headers and footers of first, left, right and all pages. */
export const runningHeads = words("header headerl headerr headerf footer footerl footerr footerf");

/** Control words that are a sign of the text. A map: `\constructor` is a name that objects know. */
export const signs: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["line", "\n"],
  ["lbr", "\n"],
  ["page", "\n"],
  ["column", "\n"],
  ["emdash", "—"],
  ["endash", "–"],
  ["bullet", "•"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["emspace", " "],
  ["enspace", " "],
  ["qmspace", " "],
]);

/** `\~` and its like: signs written without letters. "\-" is a place where a word may be parted, and no sign. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ["~", " "],
  ["_", "-"],
  ["{", "{"],
  ["}", "}"],
  ["\\", "\\"],
]);

/** `\u8211` → "–". Signs of the font Symbol stand in a private range; of those only the bullet is text. */
export function unicodeSign(number: number): string {
  // The number is signed and of 16 bits.
  const code = number < 0 ? number + 65_536 : number;
  if (code >= 0xf000 && code <= 0xf0ff) return code === 0xf0b7 ? "•" : "";
  return code > 0xffff ? "" : String.fromCharCode(code);
}
