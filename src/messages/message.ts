// Looks up a text of the tool by name and fills its slots. The compiler checks that every slot is given.
import type { Location } from "../model/location.ts";
import { fillSlots, type SlotNames, type SlotValues } from "./fill-slots.ts";
import { interfaceTexts, type MessageKey } from "./interface-texts.ts";

export type Language = "sv" | "en";

type Values<Key extends MessageKey> = Readonly<
  Record<SlotNames<(typeof interfaceTexts)[Key]["sv"]>, string | number>
>;

/** The text called `key` in one language, its slots filled from `values`. */
export function message<Key extends MessageKey>(
  lang: Language,
  key: Key,
  ...values: [SlotNames<(typeof interfaceTexts)[Key]["sv"]>] extends [never] ? [] : [Values<Key>]
): string {
  const given: SlotValues = values[0] ?? {};
  return fillSlots(interfaceTexts[key][lang], given);
}

/** Joins what must not be parted at the end of a line; reports print it as an ordinary space. */
const noBreak = "\u00a0";

/** A share 0..1 as whole per cent; "–" for null. Never rounds up to 100 or down to 0 what is not quite that. */
export function formatPercent(share: number | null, lang: Language): string {
  if (share === null) return "–";
  const rounded = Math.round(share * 100);
  const percent = share < 1 && rounded === 100 ? 99 : share > 0 && rounded === 0 ? 1 : rounded;
  return lang === "sv" ? `${String(percent)}${noBreak}%` : `${String(percent)}%`;
}

/** A number with one decimal, with a comma in Swedish; "–" for null. */
export function formatDecimal(value: number | null, lang: Language): string {
  if (value === null) return "–";
  const text = value.toFixed(1);
  return lang === "sv" ? text.replace(".", ",") : text;
}

/** A number with as many decimals as it has, at most two; with a comma in Swedish. */
export function formatNumber(value: number, lang: Language): string {
  const text = String(Math.round(value * 100) / 100);
  return lang === "sv" ? text.replace(".", ",") : text;
}

/** A whole number in groups of three: "15 210" in Swedish (with a no-break space), "15,210" in English. */
export function formatCount(value: number, lang: Language): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, lang === "sv" ? noBreak : ",");
}

/** Where something stands, in words: "sida 14", "rad 3", "stycke 12". */
export function formatPlace(location: Location, lang: Language): string {
  if ("page" in location) {
    return location.label === undefined
      ? message(lang, "place.page", { n: location.page })
      : message(lang, "place.pageLabel", { n: location.page, label: location.label });
  }
  if ("line" in location) return message(lang, "place.line", { n: location.line });
  if ("paragraph" in location) return message(lang, "place.paragraph", { n: location.paragraph });
  if ("slide" in location) return message(lang, "place.slide", { n: location.slide });
  return message(lang, "place.row", { sheet: location.sheet, n: location.row });
}
