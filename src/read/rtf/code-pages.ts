// In which code page the bytes of an RTF file stand: that of their font, and where the font says none that of the file.
import { codePageOfCharset, decodeCodePage } from "../code-pages.ts";
import type { Group } from "./group.ts";

export interface RtfCodePages {
  /** Heeds a control word about fonts and pages; others change nothing. */
  readonly word: (name: string, number: number | null, group: Group) => void;
  readonly defaultFont: () => number;
  readonly decode: (bytes: readonly number[], font: number) => string;
}

/** Starts with Windows-1252 and no fonts. */
export function startCodePages(): RtfCodePages {
  let ofFile = 1252;
  let defaultFont = 0;
  const ofFont = new Map<number, number>();
  return {
    word: (name, number, group) => {
      switch (name) {
        case "ansicpg":
          if (number !== null && number > 0) ofFile = number;
          return;
        case "mac":
          ofFile = 10000;
          return;
        case "pc":
          ofFile = 437;
          return;
        case "pca":
          ofFile = 850;
          return;
        case "deff":
          defaultFont = number ?? 0;
          group.font = defaultFont;
          return;
        case "fcharset": {
          const page = codePageOfCharset(number ?? 0);
          if (group.destination === "fonts" && page !== null) ofFont.set(group.font, page);
          return;
        }
      }
    },
    defaultFont: () => defaultFont,
    decode: (bytes, font) => decodeCodePage(bytes, ofFont.get(font) ?? ofFile),
  };
}
