// XML parts of an office file as a stream of events, with the defences that a stranger's XML needs.
import { SaxesParser } from "saxes";
import { defaultLimits } from "../reader.ts";
import { readPlainXml, type XmlEvents } from "./plain-xml.ts";

/** Attributes by their usual prefixed name, "w:val". */
export type Attribute = (name: string) => string | undefined;

export interface XmlHandler {
  /** `name` has the usual prefix ("w:p") whatever prefix the file uses. */
  readonly open: (name: string, attribute: Attribute) => void;
  readonly close: (name: string) => void;
  /** Text between tags; one text may come in several calls. */
  readonly text: (text: string) => void;
}

export interface XmlProblem {
  readonly kind: "xml-problem";
  /** Short key for reports and tests. */
  readonly reason: "not-well-formed" | "doctype" | "too-deep";
}

/**
 * The prefixes that we write, by namespace. A file may bind others ("ns0:p" from Python's ElementTree), and the strict
 * variant of the format has namespaces of its own for the same elements (ECMA-376 part 1, annex A).
 */
const usualPrefix: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
  "http://purl.oclc.org/ooxml/drawingml/chart": "c",
  "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
  "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
  "http://purl.oclc.org/ooxml/presentationml/main": "p",
  // Workbooks mostly use no prefix at all; "x" is what the standard's own examples call it.
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
  "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "xdr",
  "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "xdr",
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
  "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
  "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
  "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
  "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
};

/** Larger parts are handed to the parser piece by piece: as one string they would exist twice. */
const plainBytes = 1 << 22;
const chunkBytes = 1 << 16;

/**
 * Parses one part and calls the handler. null when it was well-formed to its end; else what is wrong (the handler has
 * then seen the part up to there). Elements may lie `deepest` levels deep. Errors that the handler throws come through.
 */
export function readXml(
  bytes: Uint8Array,
  handler: XmlHandler,
  deepest: number = defaultLimits.xmlLevels,
): XmlProblem | null {
  const prefixes = new Map<string, string>();
  const names = new Map<string, string>();
  let attributes: Readonly<Record<string, string>> = {};
  let depth = 0;
  /** Whether the file binds other prefixes than the usual ones: only then are names looked up. */
  let foreign = false;

  /** "ns0:p" → "w:p". */
  const usualName = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(":");
    const prefix = prefixes.get(colon < 0 ? "" : name.slice(0, colon));
    const usual = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
    names.set(name, usual);
    return usual;
  };
  const attribute: Attribute = (name) => {
    // Names of attributes without a prefix belong to their element, whatever its namespace is called.
    if (!foreign || !name.includes(":")) return attributes[name];
    for (const key in attributes) if (key.includes(":") && usualName(key) === name) return attributes[key];
    return attributes[name];
  };

  const refused: { reason: XmlProblem["reason"] | null } = { reason: null };
  const refuse = (reason: XmlProblem["reason"]): Error => {
    refused.reason = reason;
    return new Error(reason);
  };
  const events: XmlEvents = {
    open: (name, values) => {
      if (++depth > deepest) throw refuse("too-deep");
      attributes = values;
      for (const key in values) {
        if (!key.startsWith("xmlns")) continue;
        const prefix = key === "xmlns" ? "" : key.slice(6);
        const usual = usualPrefix[values[key] ?? ""];
        if (usual === undefined || usual === prefix) continue;
        prefixes.set(prefix, usual);
        names.clear();
        foreign = true;
      }
      handler.open(foreign ? usualName(name) : name, attribute);
    },
    close: (name) => {
      depth--;
      handler.close(foreign ? usualName(name) : name);
    },
    text: handler.text,
  };

  try {
    const encoding = encodingOf(bytes);
    const plain = encoding === "utf-8" && bytes.length <= plainBytes;
    const told = plain ? readPlainXml(new TextDecoder(encoding).decode(bytes), events) : 0;
    if (told !== null) parseXml(bytes, encoding, startingBehind(told, events), refuse);
    return null;
  } catch (error) {
    if (refused.reason !== null) return { kind: "xml-problem", reason: refused.reason };
    throw error;
  }
}

/** Passes on what comes behind a number of events of tags, each of which was told of with the text before it. */
function startingBehind(told: number, { open, close, text }: XmlEvents): XmlEvents {
  let seen = 0;
  return {
    open: (name, attributes) => {
      if (++seen > told) open(name, attributes);
    },
    close: (name) => {
      if (++seen > told) close(name);
    },
    text: (content) => {
      if (seen >= told) text(content);
    },
  };
}

/** Tells of what stands in a part, whatever XML has been used; throws `refuse` of what is wrong with it. */
function parseXml(
  bytes: Uint8Array,
  encoding: string,
  events: XmlEvents,
  refuse: (reason: XmlProblem["reason"]) => Error,
): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  const text = (content: string): void => {
    if (depth > 0) events.text(content);
  };
  parser.on("doctype", () => {
    // Office never writes one; entities that expand into each other are its only use here.
    throw refuse("doctype");
  });
  parser.on("error", () => {
    throw refuse("not-well-formed");
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth++;
    events.open(name, attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    events.close(name);
  });
  parser.on("text", text);
  parser.on("cdata", text);
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

/** UTF-8 or UTF-16: the two that a part may have (ECMA-376 part 2, 6.2.5), by the first bytes. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** Value of an on/off element such as `<w:b/>`: on when it is there, unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value !== "0" && value !== "false" && value !== "off" && value !== "none";
}
