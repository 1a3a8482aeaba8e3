// Text from documents and rules on its way into Markdown: it is shown as it stands and starts nothing.
import { clippedText } from "../../messages/plain-text.ts";

const marks = /[\\`*_[\]<>|#~!&$]/g;

/**
 * At most `length` code units of text in which no letter has a meaning of its own: no emphasis, link, table cell or HTML.
 * On a code host "@name" would call a person and "https://…" become a link; both are taken apart.
 */
export function escapeMarkdown(text: string, length: number): string {
  return clippedText(text, length)
    .replace(marks, "\\$&")
    .replace(/@(?=\w)/g, "@<!-- -->")
    .replace(/:\/\//g, ":<!-- -->//")
    .replace(/\bwww\./gi, "$&<!-- -->");
}
