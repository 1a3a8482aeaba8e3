// The lists that are open in a story of an OpenDocument text: which of its paragraphs are numbered, and by what.
import type { Attribute } from "../office/read-xml.ts";
import { outlineNumbering, type OdfLists } from "./lists.ts";

interface OpenList {
  readonly style: string | null;
  /** Whether numbers begin anew with the next item. */
  restart: boolean;
  /** Paragraphs of the item so far: only the first one is numbered. */
  paragraphs: number;
  startAt: number | null;
  /** In a text:list-header, which has no number. */
  silent: boolean;
}

/** What of a paragraph decides on its number. */
export interface NumberedParagraph {
  /** List that its style brings with it, as `ParagraphStyle` has it. */
  readonly listStyle: string | null;
  /** Outline level from 1, null for text. */
  readonly level: number | null;
  readonly heading: boolean;
  /** Says of itself that it has no number. */
  readonly unnumbered: boolean;
}

export interface OpenLists {
  readonly isOpen: () => boolean;
  readonly open: (attribute: Attribute) => void;
  /** `silent`: the header of the list, which has no number. */
  readonly openItem: (attribute: Attribute, silent: boolean) => void;
  readonly close: () => void;
  /** Takes the next paragraph in. The answer counts it when it is called, and gives the number, "" for none. */
  readonly label: (paragraph: NumberedParagraph) => () => string;
}

const none = (): string => "";

/** Starts without open lists; `numbering` counts for all stories. */
export function startOpenLists(numbering: OdfLists): OpenLists {
  const lists: OpenList[] = [];
  return {
    isOpen: () => lists.length > 0,
    open: (attribute) => {
      const goesOn =
        attribute("text:continue-numbering") === "true" || attribute("text:continue-list") !== undefined;
      lists.push({
        style: attribute("text:style-name") ?? null,
        restart: lists.length === 0 && !goesOn,
        paragraphs: 0,
        startAt: null,
        silent: false,
      });
    },
    openItem: (attribute, silent) => {
      const list = lists.at(-1);
      if (list === undefined) return;
      list.paragraphs = 0;
      list.silent = silent;
      list.startAt = Number.parseInt(attribute("text:start-value") ?? "", 10) || null;
    },
    close: () => {
      lists.pop();
    },
    label: ({ listStyle, level, heading, unnumbered }) => {
      const list = lists.at(-1);
      if (list === undefined) {
        const style = listStyle ?? outlineNumbering;
        if (!heading || level === null || style === "") return none;
        return () => numbering.count(style, level, false, null);
      }
      if (list.silent || unnumbered || list.paragraphs++ > 0) return none;
      const around = [...lists];
      const style = around.findLast((each) => each.style !== null)?.style ?? listStyle;
      if (style === null) return none;
      return () => {
        // Headings go on counting over the text between them, whatever list the program put each in.
        const restart = list.restart && level === null;
        for (const each of around) each.restart = false;
        return numbering.count(style, around.length, restart, list.startAt);
      };
    },
  };
}
