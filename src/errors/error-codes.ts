// Every error that the tool reports as the user's to mend, so that they can be listed, documented and tested: a table for
// each area in texts/. Slots in braces are filled from the error's params. What is our own fault has no code: it is shown
// as a bug.
import type { LocalText } from "../model/rule.ts";
import { archiveErrors } from "./texts/archives.ts";
import { callingErrors } from "./texts/calling.ts";
import { checkingErrors } from "./texts/checking.ts";
import { configErrors } from "./texts/configuration.ts";
import { inputErrors } from "./texts/inputs.ts";
import { closerErrors } from "./texts/looking-closer.ts";
import { outputErrors } from "./texts/outputs.ts";
import { resultErrors } from "./texts/results.ts";
import { packErrors } from "./texts/rule-packs.ts";
import { ruleQuestionErrors } from "./texts/rule-questions.ts";

export const errorTexts = {
  ...callingErrors,
  ...checkingErrors,
  ...inputErrors,
  ...archiveErrors,
  ...outputErrors,
  ...closerErrors,
  ...resultErrors,
  ...ruleQuestionErrors,
  ...packErrors,
  ...configErrors,
} as const;

export type ErrorCode = keyof typeof errorTexts;

/** All codes, in the order they are listed above. */
export const errorCodes = Object.keys(errorTexts) as readonly ErrorCode[];

/** Added to the hint when the error carries a `suggestion`, and used instead of it when there is one. */
export const suggestionHint: LocalText = {
  sv: 'menade du "{suggestion}"?',
  en: 'did you mean "{suggestion}"?',
};
