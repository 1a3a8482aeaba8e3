// The text of one paragraph as it grows sign by sign, with what most of it looks like.
import { startLooks } from "../word-processor/set-apart.ts";
import type { Look, SetApart } from "../word-processor/set-apart.ts";
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

/** What the field is that a sign is shown by. */
export interface FieldKind {
  readonly contents: boolean;
  readonly link: boolean;
}

export interface ParagraphText {
  readonly add: (sign: string, look: CharacterLook, field: FieldKind) => void;
  readonly finish: () => SetApart & {
    readonly text: string;
    /** Whether any letter stands in a table of contents. */
    readonly contents: boolean;
    /** Type size of most letters, in half points; null where none says. */
    readonly size: number | null;
  };
}

/** `style` is that of the paragraph, `styles` gives those that characters name by number. */
export function startParagraphText(style: DocStyle, styles: (number: number) => DocStyle): ParagraphText {
  const sizes = new Map<number, number>();
  let text = "";
  const looks = startLooks();
  let contents = false;
  return {
    add: (sign, look, field) => {
      const shown = softHyphens.has(sign) ? "" : sign < " " ? (shownSigns.get(sign) ?? "") : sign;
      text += shown;
      looks.add(shown, lookOf(look, style, styles, field.link));
      if (shown.trim() === "") return;
      // Not where the field begins or ends: its end mostly stands at the start of the first heading.
      contents ||= field.contents;
      const size = look.size ?? style.size;
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    },
    finish: () => ({ text, contents, ...looks.finish(), size: mostOf(sizes) }),
  };
}

function lookOf(
  look: CharacterLook,
  style: DocStyle,
  styles: (number: number) => DocStyle,
  inLink: boolean,
): Look {
  const own = look.style === null ? null : styles(look.style);
  const underlined = look.underlined ?? (style.underlined || own?.underlined === true);
  const capitals = look.capitals ?? (style.capitals || own?.capitals === true);
  return { bold: isBold(look, style, styles), marked: capitals || (underlined && !inLink) };
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
