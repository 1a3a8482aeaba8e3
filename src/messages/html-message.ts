// Looks up a text of the HTML report, as message.ts does for the texts that all reports share.
import { fillSlots, type SlotNames, type SlotValues } from "./fill-slots.ts";
import { htmlTexts } from "./html-texts.ts";
import type { Language } from "./message.ts";

export type HtmlKey = keyof typeof htmlTexts;

type Names<Key extends HtmlKey> = SlotNames<(typeof htmlTexts)[Key]["sv"]>;

/** The text called `key` in one language, its slots filled from `values`. */
export function htmlMessage<Key extends HtmlKey>(
  lang: Language,
  key: Key,
  ...values: [Names<Key>] extends [never] ? [] : [Readonly<Record<Names<Key>, string | number>>]
): string {
  const given: SlotValues = values[0] ?? {};
  return fillSlots(htmlTexts[key][lang], given);
}
