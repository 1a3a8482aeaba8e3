// Deleted text of an OpenDocument file, kept as the file has it so that it can be read again where it stood.
import type { Meter } from "../office/meter.ts";
import type { Attribute, XmlHandler } from "../office/read-xml.ts";

export interface Deletion {
  readonly open: (name: string, attribute: Attribute) => void;
  /** Answers whether the deletion is still open. */
  readonly close: (name: string) => boolean;
  readonly text: (content: string) => void;
  /** Number of paragraphs in it. */
  readonly paragraphs: () => number;
  /** Hands over what was kept, in its order. */
  readonly replay: (handler: XmlHandler) => void;
}

type Event =
  | { readonly kind: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly content: string };

/** The attributes that a reading asks for: an event of the parser knows its own only while it lasts. */
const kept = [
  "text:style-name",
  "text:outline-level",
  "text:is-list-header",
  "text:continue-numbering",
  "text:start-value",
  "text:c",
  "text:note-class",
  "text:display",
  "table:number-columns-spanned",
  "table:number-columns-repeated",
];

/** Elements of one deletion, and of all: more are there to fill the memory. */
const mostEvents = 200_000;

/** Author and date of the change stand in it too, and are no text. */
const information = "office:change-info";

/** A deletion that has just begun. */
export function keepDeletion(meter: Meter): Deletion {
  const events: Event[] = [];
  let depth = 0;
  let skipped = 0;
  let paragraphs = 0;
  const keep = (event: Event): void => {
    if (events.length >= mostEvents) throw meter.refuse("paragraphs", mostEvents);
    events.push(event);
  };
  return {
    open: (name, attribute) => {
      depth++;
      if (skipped > 0 || name === information) {
        skipped++;
        return;
      }
      if (name === "text:p" || name === "text:h") paragraphs++;
      const attributes = new Map<string, string>();
      for (const each of kept) {
        const value = attribute(each);
        if (value !== undefined) attributes.set(each, value);
      }
      keep({ kind: "open", name, attributes });
    },
    close: (name) => {
      if (depth-- === 0) return false;
      if (skipped > 0) skipped--;
      else keep({ kind: "close", name });
      return true;
    },
    text: (content) => {
      if (skipped === 0 && depth > 0) keep({ kind: "text", content });
    },
    paragraphs: () => paragraphs,
    replay: ({ open, close, text }) => {
      for (const event of events) {
        if (event.kind === "open") open(event.name, (name) => event.attributes.get(name));
        else if (event.kind === "close") close(event.name);
        else text(event.content);
      }
    },
  };
}
