// Paragraph styles of an RTF file.
import { outlineLevelOf, styleChain } from "../word-processor/style-chain.ts";
import { isHeadingLike, roleOf } from "../word-processor/style-names.ts";
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
  const chain = styleChain(
    number,
    (each) => styles.get(each),
    ({ basedOn }) => basedOn,
  );
  const level = outlineLevelOf(chain);
  return {
    role: roleOf(
      chain.map(({ name }) => name),
      level,
    ),
    headingLike: isHeadingLike(chain[0]?.name ?? ""),
    level,
  };
}
