// What is said of the keys of a YAML file, of a rule pack as of a configuration.
import type { ErrorText } from "./error-text.ts";

export const unknownKey = {
  message: { sv: '"{key}" är inget som kan stå här.', en: '"{key}" is not something that can stand here.' },
  hint: { sv: "här kan stå {allowed}", en: "what can stand here is {allowed}" },
} as const satisfies ErrorText;

export const missingKey = {
  message: { sv: '"{key}" saknas.', en: '"{key}" is missing.' },
  hint: { sv: "lägg till raden {key}: …", en: "add the line {key}: …" },
} as const satisfies ErrorText;

/** The subject is a key in quotes, or what stands in its list. `page` is the page of the documentation that shows every field. */
export const wrongValue = (page: string): ErrorText => ({
  message: {
    sv: "{subject} ska vara {expected}, men är {found}.",
    en: "{subject} should be {expected}, but is {found}.",
  },
  hint: {
    sv: `ändra värdet; ${page} visar ett exempel på varje fält`,
    en: `change the value; ${page} shows an example of every field`,
  },
});
