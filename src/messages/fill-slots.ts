// Fills the slots of a message: the only templating there is. A slot is `{name}`, or `{name|one|many}` for a noun; "#" in
// the latter is the number itself, where one is said in a word: `{n|one section|# sections}`.

/** Values that a message is filled with. */
export type SlotValues = Readonly<Record<string, string | number>>;

/** The names of the slots in a message, worked out by the compiler: "{n} {n|fil|filer}" → "n". */
export type SlotNames<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? (Slot extends `${infer Name}|${string}` ? Name : Slot) | SlotNames<Rest>
  : never;

const slot = /\{([A-Za-z]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** Names of the slots in `text`, each once, sorted. */
export function slotNames(text: string): readonly string[] {
  return [...new Set([...text.matchAll(slot)].map((match) => match[1] ?? ""))].sort();
}

/**
 * `text` with its slots filled from `values`. `{n|fil|filer}` gives "fil" when `n` is 1 and "filer" otherwise, with its number for each "#".
 * A slot without a value becomes "?": a message with a hole in it is better than none, and is seen in tests.
 */
export function fillSlots(text: string, values: SlotValues): string {
  return text.replace(slot, (_whole, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (one !== undefined && many !== undefined) {
      return Number(value) === 1 ? one : many.replaceAll("#", () => String(value));
    }
    return value === undefined ? "?" : String(value);
  });
}
