// A paragraph while it is being read: its properties come first, then its runs, then it is finished.
import type { ChangesRead } from "../../model/document.ts";
import type { ChangeKind } from "../word-processor/count-changes.ts";
import type { Piece } from "../document-builder.ts";
import type { NumberCounter, Numbering } from "./read-numbering.ts";
import type { Style, Styles } from "./read-styles.ts";
import { isOn } from "../office/read-xml.ts";
import { startLooks } from "../word-processor/set-apart.ts";
import type { SetApart } from "../word-processor/set-apart.ts";
import type { Item, NoteReference, Paragraph } from "../word-processor/story.ts";

export interface OpenParagraph {
  readonly number: number;
  /** Tracked changes of the paragraph mark: it was put in, taken out, or one after the other. */
  readonly markChanges: Set<ChangeKind>;
  contents: boolean;
  readonly notes: NoteReference[];
  /** What stands in text boxes that hang on the paragraph. */
  readonly boxes: Item[];
  /** A w:r begins: what the last one said about type no longer holds. */
  readonly startRun: () => void;
  /** An element of the properties of the paragraph (or of its current run). */
  readonly property: (name: string, value: string | undefined, inRun: boolean) => void;
  /** A w:pPrChange begins: what follows are the properties of the paragraph as they were before a tracked change. */
  readonly startEarlier: () => void;
  readonly endEarlier: () => void;
  /** Whether style, outline level or list were others before a tracked change. */
  readonly isReformatted: () => boolean;
  /** `inLink`: the text is a link, which programs underline. */
  readonly append: (text: string, inLink: boolean) => void;
  /** Puts a paragraph that runs on in this one before it. */
  readonly takeIn: (before: OpenParagraph) => void;
  /** Everything known: the finished paragraph. Counts it in its list. */
  readonly finish: (
    styles: Styles,
    numbering: Numbering,
    count: NumberCounter,
    changes: ChangesRead,
  ) => Paragraph;
  /** For `takeIn`. */
  readonly pieces: () => readonly Piece[];
}

/** What the properties of a paragraph say. */
interface ParagraphProperties {
  styleId: string | undefined;
  outline: number | null;
  list: string | null;
  listLevel: number | null;
}

const noProperties: Readonly<ParagraphProperties> = {
  styleId: undefined,
  outline: null,
  list: null,
  listLevel: null,
};

/** Some text with the same type, and what its run says. */
interface Stretch {
  text: string;
  inLink: boolean;
  bold: boolean | null;
  underlined: boolean | null;
  capitals: boolean | null;
  size: number | null;
  style: string | null;
}

const plainStretch: Readonly<Stretch> = {
  text: "",
  inLink: false,
  bold: null,
  underlined: null,
  capitals: null,
  size: null,
  style: null,
};

/** Starts paragraph `number` (from 1, in document order). */
export function openParagraph(number: number): OpenParagraph {
  const now: ParagraphProperties = { ...noProperties };
  let earlier: ParagraphProperties | null = null;
  /** Which of the two is being read. */
  let properties = now;
  let hidden = false;
  let run: Stretch = { ...plainStretch };
  const stretches: Stretch[] = [];
  const before: Piece[] = [];
  let text = "";

  const pieces = (): Piece[] =>
    text === "" ? before : [...before, { text, location: { paragraph: number } }];

  return {
    number,
    markChanges: new Set(),
    contents: false,
    notes: [],
    boxes: [],
    startRun: () => {
      hidden = false;
      run = { ...plainStretch };
    },
    property: (name, value, inRun) => {
      switch (name) {
        case "w:pStyle":
          properties.styleId = value;
          break;
        case "w:outlineLvl":
          properties.outline = Number.parseInt(value ?? "9", 10);
          break;
        case "w:numId":
          properties.list = value ?? null;
          break;
        case "w:ilvl":
          properties.listLevel = Number.parseInt(value ?? "0", 10);
          break;
        case "w:b":
          // In w:pPr it is the type of the paragraph mark, which nobody sees.
          if (inRun) run.bold = isOn(value);
          break;
        case "w:u":
          if (inRun) run.underlined = value !== undefined && value !== "none";
          break;
        case "w:caps":
          if (inRun) run.capitals = isOn(value);
          break;
        case "w:sz":
          if (inRun) run.size = Number.parseInt(value ?? "", 10) || null;
          break;
        case "w:rStyle":
          if (inRun) run.style = value ?? null;
          break;
        case "w:vanish":
          if (inRun) hidden = isOn(value);
          break;
      }
    },
    startEarlier: () => {
      earlier = { ...noProperties };
      properties = earlier;
    },
    endEarlier: () => {
      properties = now;
    },
    isReformatted: () =>
      earlier !== null &&
      (earlier.styleId !== now.styleId || earlier.outline !== now.outline || earlier.list !== now.list),
    append: (added, inLink) => {
      if (hidden || added === "") return;
      text += added;
      if (run.text === "") stretches.push(run);
      run.text += added;
      run.inLink = inLink;
    },
    takeIn(earlier) {
      before.push(...earlier.pieces());
      this.notes.unshift(...earlier.notes);
      this.boxes.unshift(...earlier.boxes);
    },
    pieces,
    finish(styles, numbering, count, changes) {
      const { styleId, outline, list, listLevel } = changes === "original" ? (earlier ?? now) : now;
      const style = styles.paragraph(styleId);
      const level = outline === null ? style.outlineLevel : outline >= 0 && outline < 9 ? outline + 1 : null;
      const inList = list ?? style.numbering.list;
      const numbered = inList !== null && inList !== "0";
      const listed = listLevel ?? style.numbering.level ?? numbering.levelOfStyle(inList, styleId) ?? 0;
      const label = numbered ? count(inList, listed) : "";
      return {
        kind: "paragraph",
        number,
        pieces: pieces(),
        style,
        level,
        list: (numbered && numbering.isBullet(inList, listed) !== null) || style.role === "list",
        label,
        contents: this.contents || style.role === "contents",
        ...typeOf(stretches, before.length > 0, style, styles),
        notes: this.notes,
      };
    },
  };
}

/**
 * Whether all of the text, or of its lines, stands out, and the size of most of it. `joined`: text of another paragraph
 * stands before it, so that its lines are not known.
 */
function typeOf(
  stretches: readonly Stretch[],
  joined: boolean,
  style: Style,
  styles: Styles,
): SetApart & { readonly size: number | null } {
  const looks = startLooks();
  const sizes = new Map<number, number>();
  for (const stretch of stretches) {
    const character = stretch.style === null ? null : styles.character(stretch.style);
    const underlined = stretch.underlined ?? character?.underlined ?? style.underlined;
    const capitals = stretch.capitals ?? character?.capitals ?? style.capitals;
    looks.add(stretch.text, {
      bold: stretch.bold ?? character?.bold ?? style.bold,
      marked: capitals || (underlined && !stretch.inLink),
    });
    const size = stretch.size ?? character?.size ?? style.size;
    const letters = stretch.text.trim().length;
    if (size !== null && letters > 0) sizes.set(size, (sizes.get(size) ?? 0) + letters);
  }
  let most: number | null = null;
  for (const [size, letters] of sizes) if (most === null || letters > (sizes.get(most) ?? 0)) most = size;
  const found = looks.finish();
  return { ...found, ...(joined ? { setApartLines: [] } : {}), size: most };
}
