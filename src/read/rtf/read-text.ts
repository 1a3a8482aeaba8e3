// Walks an RTF file and collects paragraphs and tables in order, notes and headers beside them.
// Tracked changes: text marked as deleted is left out, or that marked as inserted.
import type { ChangesRead } from "../../model/document.ts";
import { languageOfNumber } from "../office/language-numbers.ts";
import type { Meter } from "../office/meter.ts";
import type { Item, Notes } from "../word-processor/story.ts";
import { append, flush, isGone } from "./append-text.ts";
import { signs, symbols, unicodeSign } from "./control-words.ts";
import { openDestination } from "./destinations.ts";
import { formatGroup, innerGroup } from "./group.ts";
import { startText, type OpenText } from "./open-text.ts";
import { scanTokens } from "./scan-tokens.ts";

export interface RtfText {
  readonly kind: "text";
  readonly body: readonly Item[];
  readonly notes: Notes;
  readonly furniture: readonly { readonly paragraph: number; readonly items: readonly Item[] }[];
  /** Title among the properties of the file, "" without one. */
  readonly title: string;
  /** Language of text that says nothing else ("sv"), null when the file does not say. */
  readonly language: string | null;
  readonly counts: {
    readonly insertions: number;
    readonly deletions: number;
    readonly objects: number;
    readonly pictures: number;
  };
  /** The file ends in the middle of its text. */
  readonly cutOff: boolean;
}

const deepestGroups = 2_000;
/** Bytes that are decoded together, at most. */
const mostPending = 4_000;

/**
 * `bytes` are the whole file; `read` says which side of tracked changes counts. Where the file gives more than a
 * document can hold, `meter` ends the reading.
 */
export function readRtfText(bytes: Uint8Array, meter: Meter, read: ChangesRead): RtfText {
  const text = startText(meter, read);
  const open = scanTokens(bytes, {
    openGroup: () => {
      openGroup(text);
    },
    closeGroup: () => {
      closeGroup(text);
    },
    word: (name, number) => {
      word(text, name, number);
    },
    symbol: (sign) => {
      symbol(text, sign);
    },
    byte: (byte) => {
      if (text.fallback > 0) {
        text.fallback--;
        return;
      }
      text.pending.push(byte);
      if (text.pending.length > mostPending && byte < 0x80) flush(text);
    },
    skips: () => {
      const { destination } = text.group;
      return destination === "skip" || destination === "fonts" || destination === "info";
    },
  });
  flush(text);
  const unfinished = text.stories.end(text.group);
  const { body, notes, furniture, title, language, counts, changes } = text;
  return {
    kind: "text",
    body,
    notes,
    furniture,
    title,
    language,
    counts: { ...counts, ...changes.counts() },
    // Some programs forget the last brace, but none stops in the middle of a line.
    cutOff: open > 1 || (open === 1 && unfinished),
  };
}

function openGroup(text: OpenText): void {
  flush(text);
  text.fallback = 0;
  if (text.around.length >= deepestGroups) throw text.meter.refuse("groups", deepestGroups);
  text.around.push(text.group);
  const group = innerGroup(text.group);
  text.group = group;
  if (group.destination === "styles") {
    group.destination = "style";
    text.stylesheet.open();
  }
}

function closeGroup(text: OpenText): void {
  flush(text);
  text.fallback = 0;
  const { group, around } = text;
  if (group.destination === "style" && around.at(-1)?.destination === "styles") text.stylesheet.close();
  if (group.opensStory) text.stories.close(group);
  text.group = around.pop() ?? group;
}

/** A control word, "\par", with its number, null without one. */
function word(text: OpenText, name: string, number: number | null): void {
  flush(text);
  const { group, codePages } = text;
  if (name !== "u") text.fallback = 0;
  const { starred } = group;
  group.starred = false;
  if (group.destination === "skip") {
    // The Unicode half of \upr, and the number of a font or style that is passed over.
    if (name === "ud") group.destination = "text";
    return;
  }
  if (openDestination(text, name, starred)) return;
  if (name === "u") {
    append(text, unicodeSign(number ?? 0));
    text.fallback = group.fallbackBytes;
    return;
  }
  if (name === "deflang") text.language = languageOfNumber(number ?? 0);
  codePages.word(name, number, group);
  formatGroup(group, name, number, codePages.defaultFont());
  if (group.destination === "style") text.stylesheet.word(name, number, group);
  text.stories.word(name, number);
  if (group.destination === "text") textWord(text, name);
}

/** Control words that stand in the text: ends of paragraphs, cells and sections, and signs. */
function textWord(text: OpenText, name: string): void {
  const { stories, group } = text;
  switch (name) {
    case "par":
      if (isGone(text) && !group.inTable) stories.joinParagraph();
      else stories.endParagraph(group);
      return;
    case "sect":
      if (stories.hasParagraph()) stories.endParagraph(group);
      text.sectionStart = text.meter.paragraphs() + 1;
      return;
    case "cell":
      stories.endCell(group, 1);
      return;
    case "nestcell":
      stories.endCell(group, Math.max(2, group.nesting));
      return;
    case "row":
      stories.endRow(1);
      return;
    case "nestrow":
      stories.endRow(Math.max(2, group.nesting));
      return;
    default:
      append(text, signs.get(name) ?? "");
  }
}

/** A control word without letters, "\~". */
function symbol(text: OpenText, sign: string): void {
  flush(text);
  if (sign === "*") text.group.starred = true;
  else if (text.fallback > 0) text.fallback--;
  else append(text, symbols.get(sign) ?? "");
}
