// The one error class: something that the person at the keyboard can mend. Anything else that is thrown is our bug.
import { fillSlots, type SlotNames, type SlotValues } from "../messages/fill-slots.ts";
import { reasonText } from "../messages/system-reasons.ts";
import type { LocalText } from "../model/rule.ts";
import { errorTexts, suggestionHint, type ErrorCode } from "./error-codes.ts";

/** A place in a file that the user wrote. */
export interface ErrorPlace {
  readonly path: string;
  /** Line and column count from 1. */
  readonly line?: number;
  readonly column?: number;
  /** The line itself, without its line break. */
  readonly lineText?: string;
  /** How many code units of the line are meant; 1 when left out. */
  readonly length?: number;
}

/** What fills a slot: the same in every language, or a phrase with a form for each (error-phrases.ts). */
export type ErrorValue = string | number | LocalText;
type ErrorValues = Readonly<Record<string, ErrorValue>>;

type TextsOf<Code extends ErrorCode> = (typeof errorTexts)[Code];

/** The values that the texts of a code need. A `suggestion` may always be given: it becomes the hint. */
export type ErrorParams<Code extends ErrorCode> = Readonly<
  Record<SlotNames<TextsOf<Code>["message"]["sv"] | TextsOf<Code>["hint"]["sv"]>, ErrorValue>
> & { readonly suggestion?: string };

export class GenomlysError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorValues;
  readonly where: ErrorPlace | undefined;

  /** `params` fill the texts of `code`; `where` is the place to look at, when there is one. */
  constructor(
    code: ErrorCode,
    params: ErrorValues,
    options: { readonly where?: ErrorPlace | undefined; readonly cause?: unknown } = {},
  ) {
    super(fillSlots(errorTexts[code].message.en, inLanguage(params, "en")), { cause: options.cause });
    this.name = "GenomlysError";
    this.code = code;
    this.params = params;
    this.where = options.where;
  }
}

/** Makes an error, with the compiler checking that all slots of its texts are given. */
export function genomlysError<Code extends ErrorCode>(
  code: Code,
  params: ErrorParams<Code>,
  options: { readonly where?: ErrorPlace | undefined; readonly cause?: unknown } = {},
): GenomlysError {
  const { suggestion, ...values } = params as ErrorValues & { suggestion?: string };
  return new GenomlysError(code, suggestion === undefined ? values : { ...values, suggestion }, options);
}

/** The values in one language; a `reason` that is a code of the system is told in words. */
function inLanguage(params: ErrorValues, lang: "sv" | "en"): SlotValues {
  const values = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === "object"
      ? value[lang]
      : name === "reason" && typeof value === "string"
        ? reasonText(value, lang)
        : value,
  ]);
  return Object.fromEntries(values);
}

/** Message and hint of an error in one language. */
export function errorText(
  error: { readonly code: ErrorCode; readonly params: ErrorValues },
  lang: "sv" | "en",
): { message: string; hint: string } {
  const texts = errorTexts[error.code];
  const hint = Object.hasOwn(error.params, "suggestion") ? suggestionHint : texts.hint;
  const values = inLanguage(error.params, lang);
  return { message: fillSlots(texts.message[lang], values), hint: fillSlots(hint[lang], values) };
}
