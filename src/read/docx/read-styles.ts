// Paragraph and character styles (word/styles.xml): what a paragraph is, from the styles it is built on.
import { isOn, readXml } from "../office/read-xml.ts";
import type { XmlProblem } from "../office/read-xml.ts";
import { nearest, outlineLevelOf, styleChain } from "../word-processor/style-chain.ts";
import { isHeadingLike, roleOf } from "../word-processor/style-names.ts";
import type { StyleRole } from "../word-processor/style-names.ts";

/** What a style says once everything it is based on is taken in. */
export interface Style extends StyleRole {
  /** Name in lower case. Built-in styles have the same English name in every language of the program. */
  readonly name: string;
  /** Outline level from 1, null for text. */
  readonly outlineLevel: number | null;
  /** Numbering that the style brings: list and level (from 0). */
  readonly numbering: { readonly list: string | null; readonly level: number | null };
  readonly bold: boolean;
  readonly underlined: boolean;
  /** Shown in capitals, however it is typed. */
  readonly capitals: boolean;
  /** Type size in half points; null when neither the style nor the defaults say. */
  readonly size: number | null;
}

export interface Styles {
  /** Language of text that says nothing else, as the file names it ("sv-SE"); null without one. */
  readonly language: string | null;
  /** The style with that id, or the default paragraph style when undefined. */
  readonly paragraph: (id: string | undefined) => Style;
  /** What a character style says; null where it says nothing. */
  readonly character: (id: string) => CharacterStyle;
}

/** What a style says about letters; null where it says nothing. Type size in half points. */
interface CharacterStyle {
  readonly bold: boolean | null;
  readonly underlined: boolean | null;
  readonly capitals: boolean | null;
  readonly size: number | null;
}

/** One w:style as it stands in the file. */
interface RawStyle {
  id: string;
  name: string;
  basedOn: string | null;
  outline: number | null;
  list: string | null;
  listLevel: number | null;
  bold: boolean | null;
  underlined: boolean | null;
  capitals: boolean | null;
  size: number | null;
}

/** Styles part → styles. Without one (`null`), every style id counts as its own name. */
export function readStyles(bytes: Uint8Array | null): Styles | XmlProblem {
  const raw = new Map<string, RawStyle>();
  let defaultParagraph: string | undefined;
  let defaultSize: number | null = null;
  let language: string | null = null;
  let current: RawStyle | null = null;
  let inDefaults = false;
  /** Depth inside parts of a style that hold for corners of tables only, or for earlier versions of the style. */
  let aside = 0;

  const problem =
    bytes === null
      ? null
      : readXml(bytes, {
          open: (name, attribute) => {
            if (aside > 0 || name === "w:tblStylePr" || name === "w:rPrChange" || name === "w:pPrChange") {
              aside++;
              return;
            }
            const value = attribute("w:val");
            switch (name) {
              case "w:style": {
                const id = attribute("w:styleId") ?? "";
                current = emptyStyle(id);
                raw.set(id, current);
                if (attribute("w:type") === "paragraph" && isDefault(attribute("w:default")))
                  defaultParagraph ??= id;
                break;
              }
              case "w:rPrDefault":
                inDefaults = true;
                break;
              case "w:sz":
                if (current !== null) current.size = wholeNumber(value);
                else if (inDefaults) defaultSize = wholeNumber(value);
                break;
            }
            // The default style overrules the defaults of the document; both stand before the other styles or nowhere.
            if (name === "w:lang" && (inDefaults || current?.id === defaultParagraph))
              language = value ?? language;
            if (current === null) return;
            switch (name) {
              case "w:name":
                // Word writes further names of its own after a comma.
                current.name = (value ?? "").split(",")[0]?.trim().toLowerCase() ?? "";
                break;
              case "w:basedOn":
                current.basedOn = value ?? null;
                break;
              case "w:outlineLvl":
                current.outline = wholeNumber(value);
                break;
              case "w:numId":
                current.list = value ?? null;
                break;
              case "w:ilvl":
                current.listLevel = wholeNumber(value);
                break;
              case "w:b":
                current.bold = isOn(value);
                break;
              case "w:u":
                current.underlined = value !== undefined && value !== "none";
                break;
              case "w:caps":
                current.capitals = isOn(value);
                break;
            }
          },
          close: (name) => {
            if (aside > 0) {
              aside--;
              return;
            }
            if (name === "w:style") current = null;
            if (name === "w:rPrDefault") inDefaults = false;
          },
          text: () => undefined,
        });
  if (problem !== null) return problem;

  const resolved = new Map<string, Style>();
  const resolve = (id: string): Style => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const style = inherit(chainOf(raw, id), defaultSize);
    resolved.set(id, style);
    return style;
  };
  return {
    language,
    // An id without a style has the default style in Word; its name still tells what the author meant.
    paragraph: (id) => resolve(id ?? defaultParagraph ?? "Normal"),
    character: (id) => {
      const chain = chainOf(raw, id);
      return {
        bold: nearest(chain, (style) => style.bold),
        underlined: nearest(chain, (style) => style.underlined),
        capitals: nearest(chain, (style) => style.capitals),
        size: nearest(chain, (style) => style.size),
      };
    },
  };
}

function emptyStyle(id: string): RawStyle {
  return {
    id,
    name: id.toLowerCase(),
    basedOn: null,
    outline: null,
    list: null,
    listLevel: null,
    bold: null,
    underlined: null,
    capitals: null,
    size: null,
  };
}

/** The style and those it is based on, nearest first. */
function chainOf(raw: ReadonlyMap<string, RawStyle>, id: string): RawStyle[] {
  return styleChain(
    id,
    (each) => raw.get(each) ?? emptyStyle(each),
    ({ basedOn }) => basedOn,
  );
}

function inherit(chain: readonly RawStyle[], defaultSize: number | null): Style {
  const name = chain[0]?.name ?? "";
  return {
    name,
    outlineLevel: outlineLevelOf(chain),
    numbering: {
      list: nearest(chain, (style) => style.list),
      level: nearest(chain, (style) => style.listLevel),
    },
    bold: nearest(chain, (style) => style.bold) ?? false,
    underlined: nearest(chain, (style) => style.underlined) ?? false,
    capitals: nearest(chain, (style) => style.capitals) ?? false,
    size: nearest(chain, (style) => style.size) ?? defaultSize,
    role: roleOf(
      chain.map((style) => style.name),
      outlineLevelOf(chain),
    ),
    headingLike: isHeadingLike(name),
  };
}

function isDefault(value: string | undefined): boolean {
  return value !== undefined && isOn(value);
}

function wholeNumber(value: string | undefined): number | null {
  const number = Number.parseInt(value ?? "", 10);
  return Number.isNaN(number) ? null : number;
}
