// Styles of an OpenDocument file, collected while its parts go by: what a paragraph is, and how it looks.
import type { Attribute } from "../office/read-xml.ts";
import { nearest, styleChain } from "../word-processor/style-chain.ts";
import { headingLevelOf, isHeadingLike, roleOf } from "../word-processor/style-names.ts";
import type { StyleRole } from "../word-processor/style-names.ts";

interface RawStyle {
  /** Name as people see it, in lower case. */
  name: string;
  parent: string | null;
  /** A style that the program made for single paragraphs ("P12"): its name says nothing. */
  readonly automatic: boolean;
  /** As written: "" is a level that is taken away. */
  outline: string | null;
  listStyle: string | null;
  bold: boolean | null;
  underlined: boolean | null;
  /** Shown in capitals, however it is typed. */
  capitals: boolean | null;
  /** In half points. */
  size: number | null;
  hidden: boolean | null;
}

export interface ParagraphStyle extends StyleRole {
  /** Outline level from 1, null for text. */
  readonly level: number | null;
  /** List that the style brings with it; "" when it takes a list away, null when it says nothing. */
  readonly listStyle: string | null;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly capitals: boolean;
  readonly size: number | null;
  readonly hidden: boolean;
}

export interface TextStyle {
  readonly bold: boolean | null;
  readonly underlined: boolean | null;
  readonly capitals: boolean | null;
  readonly size: number | null;
  readonly hidden: boolean;
}

export interface OdfStyles {
  /** Every element inside office:styles and office:automatic-styles goes through these two. */
  readonly open: (name: string, attribute: Attribute) => void;
  readonly close: (name: string) => void;
  readonly paragraph: (name: string | undefined) => ParagraphStyle;
  readonly text: (name: string) => TextStyle;
  /** Whether sheets in that table style are hidden. */
  readonly hidesTable: (name: string) => boolean;
}

/** Starts without styles; they are taken in as the parts go by, styles.xml before content.xml. */
export function startStyles(): OdfStyles {
  const styles = new Map<string, RawStyle>();
  const hiddenTables = new Set<string>();
  const resolved = new Map<string, ParagraphStyle>();
  let automatic = false;
  let current: RawStyle | null = null;
  let currentTable: string | null = null;

  const chainOf = (family: string, name: string): RawStyle[] => {
    const chain = styleChain(
      name,
      (each) => styles.get(`${family}/${each}`) ?? emptyStyle(each, false),
      ({ parent }) => parent,
    );
    const basis = styles.get(`${family}/`);
    if (basis !== undefined) chain.push(basis);
    return chain;
  };

  return {
    open: (name, attribute) => {
      switch (name) {
        case "office:styles":
          automatic = false;
          break;
        case "office:automatic-styles":
          automatic = true;
          break;
        case "style:style":
        case "style:default-style": {
          const family = attribute("style:family") ?? "";
          // The default style of a family stands under the empty name.
          const id = name === "style:style" ? (attribute("style:name") ?? "") : "";
          if (family === "table") currentTable = id;
          current = emptyStyle(attribute("style:display-name") ?? id, automatic);
          current.parent = attribute("style:parent-style-name") ?? null;
          current.outline = attribute("style:default-outline-level") ?? null;
          current.listStyle = attribute("style:list-style-name") ?? null;
          // The parts of a file may use the same automatic name for different things: the last read counts.
          styles.set(`${family}/${id}`, current);
          resolved.clear();
          break;
        }
        case "style:text-properties":
          if (current === null) break;
          current.bold = isBold(attribute("fo:font-weight"));
          current.underlined = isSet(attribute("style:text-underline-style"), "none");
          current.capitals = isSet(attribute("fo:text-transform"), "none", "lowercase", "capitalize");
          current.size = sizeOf(attribute("fo:font-size"));
          if (attribute("text:display") === "none") current.hidden = true;
          break;
        case "style:table-properties":
          if (currentTable !== null && attribute("table:display") === "false") hiddenTables.add(currentTable);
          break;
      }
    },
    close: (name) => {
      if (name !== "style:style" && name !== "style:default-style") return;
      current = null;
      currentTable = null;
    },
    paragraph: (asked) => {
      const name = asked ?? "Standard";
      const known = resolved.get(name);
      if (known !== undefined) return known;
      const chain = chainOf("paragraph", name);
      const named = chain.filter((style) => !style.automatic).map((style) => style.name);
      const style: ParagraphStyle = {
        role: roleOf(named, levelOf(chain)),
        headingLike: isHeadingLike(named[0] ?? ""),
        level: levelOf(chain),
        listStyle: nearest(chain, (each) => each.listStyle),
        bold: nearest(chain, (each) => each.bold) ?? false,
        underlined: nearest(chain, (each) => each.underlined) ?? false,
        capitals: nearest(chain, (each) => each.capitals) ?? false,
        size: nearest(chain, (each) => each.size),
        hidden: nearest(chain, (each) => each.hidden) ?? false,
      };
      resolved.set(name, style);
      return style;
    },
    text: (name) => {
      const chain = chainOf("text", name);
      return {
        bold: nearest(chain, (each) => each.bold),
        underlined: nearest(chain, (each) => each.underlined),
        capitals: nearest(chain, (each) => each.capitals),
        size: nearest(chain, (each) => each.size),
        hidden: nearest(chain, (each) => each.hidden) ?? false,
      };
    },
    hidesTable: (name) => hiddenTables.has(name),
  };
}

function emptyStyle(name: string, automatic: boolean): RawStyle {
  return {
    // "Heading_20_1": signs that a name may not have are written by their code (ODF 1.3 part 3, 19.502).
    name: name
      .replace(/_([0-9a-f]{2})_/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      .toLowerCase(),
    parent: null,
    automatic,
    outline: null,
    listStyle: null,
    bold: null,
    underlined: null,
    capitals: null,
    size: null,
    hidden: null,
  };
}

/** The nearest of: an outline level that a style sets or takes away, a heading's name. */
function levelOf(chain: readonly RawStyle[]): number | null {
  for (const style of chain) {
    if (style.outline !== null) return Number.parseInt(style.outline, 10) || null;
    const named = style.automatic ? null : headingLevelOf(style.name);
    if (named !== null) return named;
  }
  return null;
}

function isBold(weight: string | undefined): boolean | null {
  if (weight === undefined) return null;
  return weight === "bold" || Number(weight) >= 600;
}

/** Whether the property has another value than those; null where it is not there. */
function isSet(value: string | undefined, ...plain: readonly string[]): boolean | null {
  return value === undefined ? null : !plain.includes(value);
}

/** "12pt" → 24. Other units, and shares of the parent's size, are not worth the trouble. */
function sizeOf(size: string | undefined): number | null {
  const points = /^([\d.]+)pt$/u.exec(size ?? "")?.[1];
  return points === undefined ? null : Math.round(Number(points) * 2);
}
