// A JSON object that may be longer than a text can be: its fields one at a time, and of one of its lists the items.
import { constants } from "node:buffer";

/** Why an object could not be taken apart to its end. */
export type JsonFault =
  /** Something else, or nothing. */
  | "no-object"
  | "syntax"
  /** It ends too early. */
  | "cut-off"
  /** One part alone is more than a text can hold. */
  | "too-long";

/** A field; the list, and then each item of it; or a fault, which is the last that comes. */
export type JsonPart =
  | { readonly kind: "field"; readonly name: string; readonly value: unknown }
  | { readonly kind: "list" }
  | { readonly kind: "item"; readonly value: unknown }
  | { readonly kind: "fault"; readonly why: JsonFault };

const fault = (why: JsonFault): JsonPart => ({ kind: "fault", why });

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
/** Space, tab, line feed and carriage return. */
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
/** The mark of UTF-8 that may stand first. */
const mark = Buffer.from("\ufeff");

/** The bytes since the last cut, from as many pieces as they came in. */
class Segment {
  #parts: Buffer[] = [];
  #length = 0;

  add(bytes: Buffer): void {
    if (bytes.length > 0) this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  get isTooLong(): boolean {
    return this.#length >= constants.MAX_STRING_LENGTH;
  }

  /** Its text, without blanks around it. */
  get text(): string {
    const [only, ...others] = this.#parts;
    const whole = only !== undefined && others.length === 0 ? only : Buffer.concat(this.#parts);
    return whole.toString("utf8").trim();
  }

  clear(): void {
    this.#parts = [];
    this.#length = 0;
  }
}

/** What stands before a segment decides whether it may be empty. */
type Before = "open" | "comma" | "list";

/** A segment between commas → the part that it is; undefined for an empty one where there may be one. */
function partOf(
  text: string,
  before: Before,
  place: "object" | "list",
  end: "comma" | "close",
): JsonPart | undefined {
  const mayBeEmpty = before === "list" || (before === "open" && end === "close");
  if (text === "") return mayBeEmpty ? undefined : fault("syntax");
  if (before === "list") return fault("syntax");
  try {
    const value: unknown = JSON.parse(place === "list" ? text : `{${text}}`);
    if (place === "list") return { kind: "item", value };
    const [[name, own] = ["", undefined]] = Object.entries(value as Record<string, unknown>);
    return { kind: "field", name, value: own };
  } catch {
    return fault("syntax");
  }
}

/**
 * The parts of an object in UTF-8 that comes in pieces, in their order. Of the list called `list` every item is a part of
 * its own; any other field is one, whatever it holds.
 */
export async function* jsonParts(
  pieces: AsyncIterable<Buffer>,
  list: string,
): AsyncGenerator<JsonPart, void, undefined> {
  const head = new RegExp(`^${JSON.stringify(list)}\\s*:$`);
  const segment = new Segment();
  let place = "start" as "start" | "object" | "list" | "end";
  let before: Before = "open";
  let depth = 0;
  let inText = false;
  let isEscaped = false;
  let isFirst = true;

  for await (const whole of pieces) {
    const isMarked = isFirst && whole.subarray(0, mark.length).equals(mark);
    const piece = isMarked ? whole.subarray(mark.length) : whole;
    isFirst = false;
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] ?? 0;
      if (inText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) inText = false;
        continue;
      }
      if (byte === quote) inText = true;
      if (place === "start" || place === "end") {
        if (blanks.has(byte)) continue;
        if (place === "end" || byte !== openBrace) {
          yield fault(place === "end" ? "syntax" : "no-object");
          return;
        }
        place = "object";
        from = at + 1;
        continue;
      }
      const isCut = depth === 0 && (byte === comma || byte === closeBrace || byte === closeBracket);
      if (isCut) {
        segment.add(piece.subarray(from, at));
        from = at + 1;
        const part = partOf(segment.text, before, place, byte === comma ? "comma" : "close");
        segment.clear();
        if (part !== undefined) yield part;
        if (part?.kind === "fault") return;
        before = "comma";
        if (byte === comma) continue;
        if (byte !== (place === "list" ? closeBracket : closeBrace)) {
          yield fault("syntax");
          return;
        }
        before = "list";
        place = place === "list" ? "object" : "end";
      } else if (byte === openBrace || byte === openBracket) {
        if (depth === 0 && place === "object" && byte === openBracket && before !== "list") {
          segment.add(piece.subarray(from, at));
          from = at;
          if (head.test(segment.text)) {
            segment.clear();
            yield { kind: "list" };
            place = "list";
            before = "open";
            from = at + 1;
            continue;
          }
        }
        depth++;
      } else if (byte === closeBrace || byte === closeBracket) depth--;
    }
    if (place === "object" || place === "list") segment.add(piece.subarray(from));
    if (segment.isTooLong) {
      yield fault("too-long");
      return;
    }
  }
  if (place !== "end") yield fault(place === "start" ? "no-object" : "cut-off");
}
