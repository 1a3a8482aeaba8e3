// The text of one paragraph as it grows sign by sign, with what most of it looks like.
import type { CharacterLook } from "./looks.ts";
import type { DocStyle } from "./styles.ts";

/** Signs with a meaning of their own that show as another ([MS-DOC] 2.4.2); any other control sign shows nothing. */
const shownSigns: ReadonlyMap<string, string> = new Map([
  ["\t", "\t"],
  ["\x0b", "\n"],
  ["\x0c", "\n"],
  ["\x0e", "\n"],
  ["\x1e", "-"],
]);
/** Hyphens that are only seen where a line breaks. */
const softHyphens: ReadonlySet<string> = new Set(["\xad", "\x1f"]);

export interface ParagraphText {
  readonly add: (sign: string, look: CharacterLook, inContents: boolean) => void;
  readonly finish: () => {
    readonly text: string;
    /** Whether any letter stands in a table of contents. */
    readonly contents: boolean;
    /** Whether there are letters and all of them are bold. */
    readonly bold: boolean;
    /** Type size of most letters, in half points; null where none says. */
    readonly size: number | null;
  };
}

/** `style` is that of the paragraph, `styles` gives those that characters name by number. */
export function startParagraphText(style: DocStyle, styles: (number: number) => DocStyle): ParagraphText {
  const sizes = new Map<number, number>();
  let text = "";
  let bold = true;
  let letters = 0;
  let contents = false;
  return {
    add: (sign, look, inContents) => {
      const shown = softHyphens.has(sign) ? "" : sign < " " ? (shownSigns.get(sign) ?? "") : sign;
      text += shown;
      if (shown.trim() === "") return;
      letters++;
      // Not where the field begins or ends: its end mostly stands at the start of the first heading.
      contents ||= inContents;
      if (!isBold(look, style, styles)) bold = false;
      const size = look.size ?? style.size;
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    },
    finish: () => ({ text, contents, bold: bold && letters > 0, size: mostOf(sizes) }),
  };
}

function isBold(look: CharacterLook, style: DocStyle, styles: (number: number) => DocStyle): boolean {
  if (look.bold === "other") return !style.bold;
  return look.bold ?? (style.bold || (look.style !== null && styles(look.style).bold));
}

function mostOf(sizes: ReadonlyMap<number, number>): number | null {
  let most: number | null = null;
  for (const [size, count] of sizes) if (most === null || count > (sizes.get(most) ?? 0)) most = size;
  return most;
}
