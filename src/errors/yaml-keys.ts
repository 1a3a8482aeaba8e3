// What is said of the keys and terms of a YAML file, of a rule pack as of a configuration.
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

export const badTerm = {
  message: {
    sv: 'Termen "{term}" går inte att läsa: {problem}',
    en: 'The term "{term}" cannot be read: {problem}',
  },
  hint: {
    sv: "termer är vanliga ord; docs/rules.md visar vilka tecken som har särskild betydelse",
    en: "terms are plain words; docs/rules.md shows the characters that have a special meaning",
  },
} as const satisfies ErrorText;
