// Walks an RTF file and collects paragraphs and tables in order, notes and headers beside them.
// Tracked changes: text marked as deleted is left out, or that marked as inserted.
import type { ChangesRead } from "../../model/document.ts";
import { countChanges } from "../word-processor/count-changes.ts";
import type { Meter } from "../office/meter.ts";
import type { Item, Notes, Story } from "../word-processor/story.ts";
import { languageOfNumber } from "../office/language-numbers.ts";
import { startCodePages } from "./code-pages.ts";
import {
  runningHeads,
  signs,
  skippedDestinations,
  starredText,
  symbols,
  unicodeSign,
} from "./control-words.ts";
import { formatGroup, innerGroup, outermostGroup, type Destination, type Group } from "./group.ts";
import { scanTokens } from "./scan-tokens.ts";
import { startStories } from "./story-stack.ts";
import { startStylesheet } from "./stylesheet.ts";

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
const longestInstruction = 1_000;

const contentsField = /^\s*TOC\b/u;
const linkField = /^\s*HYPERLINK\b/u;

/**
 * `bytes` are the whole file; `read` says which side of tracked changes counts. Where the file gives more than a
 * document can hold, `meter` ends the reading.
 */
export function readRtfText(bytes: Uint8Array, meter: Meter, read: ChangesRead): RtfText {
  const body: Item[] = [];
  const notes = {
    footnote: new Map<string, Story>(),
    endnote: new Map<string, Story>(),
    comment: new Map<string, Story>(),
  };
  const furniture: { paragraph: number; items: readonly Item[] }[] = [];
  const counts = { objects: 0, pictures: 0 };
  const changes = countChanges();
  const codePages = startCodePages();
  const stylesheet = startStylesheet();
  const stories = startStories(body, meter, stylesheet.style);
  const groups: Group[] = [];
  let group = outermostGroup();
  let title = "";
  /** Who wrote the next comment. */
  let author = "";
  let language: string | null = null;
  let noteCount = 0;
  let sectionStart = 1;
  /** Bytes that wait to be decoded together: a letter may take two. */
  let pending: number[] = [];
  /** Bytes still to pass over behind a \u. */
  let fallback = 0;

  /** Whether what stands here is no text in this reading. Counts the change. */
  const isGone = (): boolean => {
    if (group.inserted) changes.changed("insertion");
    if (group.deleted) changes.changed("deletion");
    if (!group.inserted && !group.deleted) changes.unchanged();
    return read === "accepted" ? group.deleted : group.inserted;
  };

  const appendToParagraph = (text: string): void => {
    if (isGone() || group.hidden) return;
    meter.characters(text.length);
    const paragraph = stories.paragraph();
    paragraph.text += text;
    if (group.contents) paragraph.contents = true;
    const isLink = group.field !== null && linkField.test(group.field.instruction);
    paragraph.looks.add(text, {
      bold: group.bold,
      marked: group.capitals || (group.underlined && !isLink),
    });
    const letters = text.trim().length;
    if (letters === 0) return;
    paragraph.sizes.set(group.size, (paragraph.sizes.get(group.size) ?? 0) + letters);
  };
  const append = (text: string): void => {
    if (text === "") return;
    switch (group.destination) {
      case "text":
        appendToParagraph(text);
        return;
      case "label": {
        const paragraph = stories.paragraph();
        paragraph.label = (paragraph.label ?? "") + text;
        return;
      }
      case "style":
        stylesheet.text(text);
        return;
      case "title":
        title += text;
        return;
      case "author":
        author += text;
        return;
      case "instruction":
        if (group.field !== null && group.field.instruction.length < longestInstruction)
          group.field.instruction += text;
        return;
      default:
        return;
    }
  };
  const flush = (): void => {
    if (pending.length === 0) return;
    const decoded = codePages.decode(pending, group.font);
    pending = [];
    append(decoded);
  };

  /** A note begins: its sign stands in the open paragraph, its text in a story of its own. */
  const openNote = (kind: "footnote" | "comment", by: { readonly author?: string } = {}): void => {
    const id = String(++noteCount);
    const items: Item[] = [];
    stories.paragraph().notes.push({ kind, id });
    notes[kind].set(id, { id, items, ...by });
    group.destination = "text";
    stories.open(items, true, group);
  };
  const openBox = (): void => {
    const items: Item[] = [];
    stories.paragraph().boxes.push({ kind: "box", items });
    group.destination = "text";
    stories.open(items, stories.isAside(), group);
  };
  const openLabel = (): void => {
    if (group.destination === "text") group.destination = "label";
  };

  const goTo = (destination: Destination) => (): void => {
    group.destination = destination;
  };
  /** Control words that say where the text of their group goes. */
  const destinations: ReadonlyMap<string, () => void> = new Map([
    ["fonttbl", goTo("fonts")],
    ["stylesheet", goTo("styles")],
    ["info", goTo("info")],
    [
      "title",
      () => {
        if (group.destination === "info") group.destination = "title";
      },
    ],
    ["listtext", openLabel],
    ["pntext", openLabel],
    [
      "field",
      () => {
        group.field = { instruction: "" };
      },
    ],
    ["fldinst", goTo("instruction")],
    [
      "fldrslt",
      () => {
        if (group.destination === "instruction") group.destination = "text";
        if (group.field !== null && contentsField.test(group.field.instruction)) group.contents = true;
      },
    ],
    // \ftnalt, which makes it an endnote, comes behind: where the note stands is the same for both.
    [
      "footnote",
      () => {
        openNote("footnote");
      },
    ],
    [
      "annotation",
      () => {
        // What is said about a text that was taken out is not taken out itself.
        Object.assign(group, { hidden: false, inserted: false, deleted: false });
        openNote("comment", { author });
        author = "";
      },
    ],
    [
      "atnauthor",
      () => {
        author = "";
        group.destination = "author";
      },
    ],
    // Of a drawing only what a text box inside it holds is text.
    ["shpinst", goTo("info")],
    ["do", goTo("info")],
    ["shpgrp", goTo("info")],
    ["shptxt", openBox],
    ["dptxbxtext", openBox],
    [
      "object",
      () => {
        counts.objects++;
      },
    ],
    // The same text twice, for old programs and for new ones.
    ["upr", goTo("skip")],
    ["ud", goTo("text")],
  ]);
  /** Answers whether the control word was one of these. */
  const openDestination = (name: string, starred: boolean): boolean => {
    if (skippedDestinations.has(name)) {
      if (name === "pict") counts.pictures++;
      group.destination = "skip";
      return true;
    }
    if (runningHeads.has(name)) {
      const items: Item[] = [];
      furniture.push({ paragraph: sectionStart, items });
      group.destination = "text";
      stories.open(items, true, group);
      return true;
    }
    const open = destinations.get(name);
    if (open !== undefined) {
      open();
      return true;
    }
    if (!starred || starredText.has(name)) return false;
    group.destination = "skip";
    return true;
  };

  /** Control words that stand in the text: ends of paragraphs, cells and sections, and signs. */
  const textWord = (name: string): void => {
    switch (name) {
      case "par":
        if (isGone() && !group.inTable) stories.joinParagraph();
        else stories.endParagraph(group);
        return;
      case "sect":
        if (stories.hasParagraph()) stories.endParagraph(group);
        sectionStart = meter.paragraphs() + 1;
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
        append(signs.get(name) ?? "");
    }
  };

  const word = (name: string, number: number | null): void => {
    flush();
    if (name !== "u") fallback = 0;
    const { starred } = group;
    group.starred = false;
    if (group.destination === "skip") {
      // The Unicode half of \upr, and the number of a font or style that is passed over.
      if (name === "ud") group.destination = "text";
      return;
    }
    if (openDestination(name, starred)) return;
    if (name === "u") {
      append(unicodeSign(number ?? 0));
      fallback = group.fallbackBytes;
      return;
    }
    if (name === "deflang") language = languageOfNumber(number ?? 0);
    codePages.word(name, number, group);
    formatGroup(group, name, number, codePages.defaultFont());
    if (group.destination === "style") stylesheet.word(name, number, group);
    stories.word(name, number);
    if (group.destination === "text") textWord(name);
  };

  const open = scanTokens(bytes, {
    openGroup: () => {
      flush();
      fallback = 0;
      if (groups.length >= deepestGroups) throw meter.refuse("groups", deepestGroups);
      groups.push(group);
      group = innerGroup(group);
      if (group.destination === "styles") {
        group.destination = "style";
        stylesheet.open();
      }
    },
    closeGroup: () => {
      flush();
      fallback = 0;
      if (group.destination === "style" && groups.at(-1)?.destination === "styles") stylesheet.close();
      if (group.opensStory) stories.close(group);
      group = groups.pop() ?? group;
    },
    word,
    symbol: (sign) => {
      flush();
      if (sign === "*") group.starred = true;
      else if (fallback > 0) fallback--;
      else append(symbols.get(sign) ?? "");
    },
    byte: (byte) => {
      if (fallback > 0) {
        fallback--;
        return;
      }
      pending.push(byte);
      if (pending.length > mostPending && byte < 0x80) flush();
    },
    skips: () =>
      group.destination === "skip" || group.destination === "fonts" || group.destination === "info",
  });
  flush();
  const unfinished = stories.end(group);
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
