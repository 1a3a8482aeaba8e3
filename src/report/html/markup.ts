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

/** What a template may hold; an iterable's parts follow each other without anything in between. */
export type Part = string | number | Markup | Iterable<Part>;

/** Markup that is made while it is written, and let go after: what grows with the documents never lies in memory whole. */
export type Pieces = Iterable<Markup>;

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
  if (part instanceof Markup) return part.toString();
  let html = "";
  for (const each of part) html += written(each);
  return html;
}

/** A template: ``markup`<p>${text}</p>` ``. Strings are escaped. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = strings[0] ?? "";
  for (const [index, part] of parts.entries()) html += written(part) + (strings[index + 1] ?? "");
  return new Markup(html);
}

/** The same template for what is long: each part is made when the one before it has been taken. */
export function* inPieces(strings: TemplateStringsArray, ...parts: readonly Part[]): Generator<Markup> {
  yield new Markup(strings[0] ?? "");
  for (const [index, part] of parts.entries()) {
    yield* piecesOf(part);
    yield new Markup(strings[index + 1] ?? "");
  }
}

function* piecesOf(part: Part): Generator<Markup> {
  if (typeof part === "string" || typeof part === "number" || part instanceof Markup)
    yield new Markup(written(part));
  else for (const each of part) yield* piecesOf(each);
}

/** What `part` makes of each item, one at a time. */
export function* each<Item>(
  items: Iterable<Item>,
  part: (item: Item, index: number) => Markup,
): Generator<Markup> {
  let index = 0;
  for (const item of items) yield part(item, index++);
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
