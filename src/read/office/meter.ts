// Counts what a part gives while it is being read, and stops the reading where it gives more than a document can hold.
import type { ReadLimits } from "../reader.ts";

/** A page full of a table's cells. Times the most pages, it bounds what the blocks of a document cost in memory. */
const paragraphsPerPage = 25;
const charactersPerPage = 5_000;

export interface TextLimits {
  /** Most paragraphs, and most characters, that one part may have. */
  readonly maxParagraphs: number;
  readonly maxCharacters: number;
  /** How deep the elements of its XML may lie in each other. */
  readonly xmlLevels: number;
}

export interface TextTooLarge {
  readonly kind: "too-large";
  readonly limit: number;
  readonly unit: "paragraphs" | "characters" | "slides" | "groups";
}

/** How much text a document may give before reading stops, by the limits of the run. */
export function textLimits(limits: ReadLimits): TextLimits {
  return {
    maxParagraphs: limits.pages * paragraphsPerPage,
    maxCharacters: Math.min(limits.pages * charactersPerPage, limits.characters),
    xmlLevels: limits.xmlLevels,
  };
}

export interface Meter {
  /** Counts a paragraph, answers its number from 1. Throws where there are too many. */
  readonly paragraph: () => number;
  /** Counts characters. Throws where there are too many. */
  readonly characters: (count: number) => void;
  /** Stops the reading for another reason. */
  readonly refuse: (unit: TextTooLarge["unit"], limit: number) => Error;
  /** How deep the elements of the part's XML may lie in each other. */
  readonly xmlLevels: number;
  /** How many paragraphs have been counted. */
  readonly paragraphs: () => number;
}

/**
 * Runs `read` with a meter. What it answers, or that there was too much; any other error comes through, for it is a fault
 * of ours.
 */
export function metered<Result>(limits: TextLimits, read: (meter: Meter) => Result): Result | TextTooLarge {
  const stopped: { because: TextTooLarge | null } = { because: null };
  let paragraphs = 0;
  let characters = 0;
  const refuse = (unit: TextTooLarge["unit"], limit: number): Error => {
    stopped.because = { kind: "too-large", limit, unit };
    return new Error(unit);
  };
  try {
    return read({
      paragraph: () => {
        if (++paragraphs > limits.maxParagraphs) throw refuse("paragraphs", limits.maxParagraphs);
        return paragraphs;
      },
      characters: (count) => {
        characters += count;
        if (characters > limits.maxCharacters) throw refuse("characters", limits.maxCharacters);
      },
      refuse,
      xmlLevels: limits.xmlLevels,
      paragraphs: () => paragraphs,
    });
  } catch (error) {
    if (stopped.because !== null) return stopped.because;
    throw error;
  }
}
