// Walks an XML text and says where each tag stands, so that it can be changed there and nowhere else.
import { SaxesParser, type SaxesTagNS } from "saxes";
import type { Splice } from "./part-text.ts";

export interface TagPlace {
  /** Namespace, without regard to how the file writes it; that of the strict variant counts as the usual one. */
  readonly uri: string;
  readonly local: string;
  /** As the file writes it: "w:p". */
  readonly name: string;
  /** Where the tag begins and ends, in code units of the text. */
  readonly start: number;
  readonly end: number;
  readonly empty: boolean;
  /** Value of an attribute by namespace ("" for none) and name. */
  readonly attribute: (uri: string, local: string) => string | undefined;
}

/** `start` and `end` are those of the closing tag; for an element without content those of its only tag. */
export type ClosingPlace = Pick<TagPlace, "uri" | "local" | "start" | "end" | "empty">;

export interface XmlWalk {
  readonly open: (tag: TagPlace) => void;
  readonly close: (tag: ClosingPlace) => void;
}

/** Namespaces of the strict variant of the format (ECMA-376 part 1, annex A), which has the same elements. */
const strictStart = "http://purl.oclc.org/ooxml/";

export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const strictWordNamespace = `${strictStart}wordprocessingml/main`;
export const compatibilityNamespace = "http://schemas.openxmlformats.org/markup-compatibility/2006";

function usual(uri: string): string {
  return uri === strictWordNamespace ? wordNamespace : uri;
}

/** False for a text that is not well-formed, or that has a document type. */
export function scanXml(text: string, walk: XmlWalk): boolean {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const stopped = new Error("not well-formed");
  const stop = (): never => {
    throw stopped;
  };
  parser.on("error", stop);
  parser.on("doctype", stop);
  const startOf = (): number => text.lastIndexOf("<", parser.position - 1);
  parser.on("opentag", (tag) => {
    walk.open({
      uri: usual(tag.uri),
      local: tag.local,
      name: tag.name,
      start: startOf(),
      end: parser.position,
      empty: tag.isSelfClosing,
      attribute: (uri, local) => attributeOf(tag, uri, local),
    });
  });
  parser.on("closetag", (tag) => {
    walk.close({
      uri: usual(tag.uri),
      local: tag.local,
      start: startOf(),
      end: parser.position,
      empty: tag.isSelfClosing,
    });
  });
  try {
    parser.write(text).close();
    return true;
  } catch (error) {
    if (error === stopped) return false;
    throw error;
  }
}

function attributeOf(tag: SaxesTagNS, uri: string, local: string): string | undefined {
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (attribute?.local === local && usual(attribute.uri) === uri) return attribute.value;
  }
  return undefined;
}

/** The element that holds all others. */
export interface Root {
  /** As it is written. */
  readonly name: string;
  /** Puts something in behind its last child. */
  readonly append: (content: string) => Splice;
}

/** null for XML that is not well-formed. */
export function rootOf(xml: string): Root | null {
  let depth = 0;
  let name = "";
  let last: Pick<TagPlace, "start" | "end" | "empty"> | null = null;
  const walked = scanXml(xml, {
    open: (tag) => {
      if (depth++ === 0) name = tag.name;
    },
    close: (tag) => {
      if (--depth === 0) last = tag;
    },
  });
  const close = last as Pick<TagPlace, "start" | "end" | "empty"> | null;
  if (!walked || close === null) return null;
  return {
    name,
    append: (content) =>
      close.empty
        ? { at: close.end - 2, remove: 2, insert: `>${content}</${name}>` }
        : { at: close.start, remove: 0, insert: content },
  };
}

/** Reads what one text says: `&amp;` → "&". null where it holds more than text and the usual signs. */
export function decodeText(
  raw: string,
): { readonly text: string; readonly offsets: readonly number[] } | null {
  let text = "";
  const offsets: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    const sign = raw.charAt(at);
    if (sign === "<") return null;
    if (sign !== "&") {
      offsets.push(at);
      text += sign;
      continue;
    }
    const end = raw.indexOf(";", at);
    const value = end < 0 ? undefined : valueOf(raw.slice(at + 1, end));
    if (value === undefined) return null;
    for (let unit = 0; unit < value.length; unit++) offsets.push(at);
    text += value;
    at = end;
  }
  return { text, offsets };
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function valueOf(entity: string): string | undefined {
  const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(entity);
  if (number === null) return named[entity];
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
