// Paragraph styles of an RTF file.
import { headingLevelOf, isHeadingLike, roleOf } from "../word-processor/style-names.ts";
import type { StyleRole } from "../word-processor/style-names.ts";
import type { Group } from "./group.ts";

interface RtfStyle {
  /** In lower case. */
  name: string;
  basedOn: number | null;
  /** From 0; 9 is text. */
  outline: number | null;
}

export interface ResolvedStyle extends StyleRole {
  /** Outline level from 1, null for text. */
  readonly level: number | null;
}

/** A chain of styles longer than this is a ring or a joke. */
const longestChain = 30;

export interface RtfStylesheet {
  /** A style opens: its words, then its name, then its end. */
  readonly open: () => void;
  readonly word: (name: string, number: number | null, group: Group) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
  /** The style of that number with what those it is based on give it. To be asked when the stylesheet is read. */
  readonly style: (number: number) => ResolvedStyle;
}

/** Starts without styles. */
export function startStylesheet(): RtfStylesheet {
  const styles = new Map<number, RtfStyle>();
  const resolved = new Map<number, ResolvedStyle>();
  let number = 0;
  let name = "";
  const current = (): RtfStyle => {
    const known = styles.get(number);
    if (known !== undefined) return known;
    const style: RtfStyle = { name: "", basedOn: null, outline: null };
    styles.set(number, style);
    return style;
  };
  return {
    open: () => {
      number = 0;
      name = "";
    },
    word: (word, value, group) => {
      switch (word) {
        case "s":
          number = value ?? 0;
          return;
        case "sbasedon":
          current().basedOn = value;
          return;
        case "outlinelevel":
          current().outline = value;
          return;
        case "cs":
        case "ts":
        case "ds":
          // Styles of characters, tables and sections say nothing that we ask for.
          group.destination = "skip";
          return;
      }
    },
    text: (text) => {
      name += text;
    },
    close: () => {
      current().name = name.split(";")[0]?.split(",")[0]?.trim().toLowerCase() ?? "";
    },
    style: (wanted) => {
      const known = resolved.get(wanted);
      if (known !== undefined) return known;
      const style = resolveStyle(styles, wanted);
      resolved.set(wanted, style);
      return style;
    },
  };
}

function resolveStyle(styles: ReadonlyMap<number, RtfStyle>, number: number): ResolvedStyle {
  const chain: RtfStyle[] = [];
  for (let next: number | null = number; next !== null && chain.length < longestChain;) {
    const style: RtfStyle | undefined = styles.get(next);
    if (style === undefined) break;
    chain.push(style);
    next = style.basedOn === next ? null : style.basedOn;
  }
  return {
    role: roleOf(
      chain.map(({ name }) => name),
      levelOf(chain),
    ),
    headingLike: isHeadingLike(chain[0]?.name ?? ""),
    level: levelOf(chain),
  };
}

function levelOf(chain: readonly RtfStyle[]): number | null {
  for (const { outline, name } of chain) {
    if (outline !== null) return outline < 9 ? outline + 1 : null;
    const named = headingLevelOf(name);
    if (named !== null) return named;
  }
  return null;
}
