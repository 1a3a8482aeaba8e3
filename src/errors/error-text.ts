// What the texts of one error are.
import type { LocalText } from "../model/rule.ts";

/** What went wrong, and what to do about it. Each text in Swedish and English with the same slots. */
export interface ErrorText {
  readonly message: LocalText;
  readonly hint: LocalText;
}
