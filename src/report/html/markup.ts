// HTML that is safe by construction: whatever is put into a template is escaped, unless it is itself a template's result.
import { plainText } from "../../messages/plain-text.ts";

/** A piece of finished HTML. Only `markup` and `trusted` make one, so that no text of a document can pass for it. */
export class Markup {
  readonly #html: string;
  constructor(html: string) {
    this.#html = html;
  }
  toString(): string {
    return this.#html;
  }
}

export type Part = string | number | Markup | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element or a quoted attribute; without the control characters and direction overrides that hide text. */
function escaped(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

function written(part: Part): string {
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return part instanceof Markup ? part.toString() : part.map(written).join("");
}

/** A template: ``markup`<p>${text}</p>` ``. Strings are escaped, lists follow each other without anything in between. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = strings[0] ?? "";
  for (const [index, part] of parts.entries()) html += written(part) + (strings[index + 1] ?? "");
  return new Markup(html);
}

/** Our own style sheet or script as it is. Never anything that comes out of a report. */
export function trusted(source: string): Markup {
  return new Markup(source);
}

export const nothing = new Markup("");

/** `parts` with `between` between them. */
export function joined(parts: readonly Part[], between: Part): Part {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}
