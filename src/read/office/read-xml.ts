// XML parts of an office file as a stream of events, with the defences that a stranger's XML needs.
import { SaxesParser } from "saxes";
import { defaultLimits } from "../reader.ts";

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

/** Characters handed to the parser at a time: one long string of a large part would exist twice. */
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
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const prefixes = new Map<string, string>();
  const names = new Map<string, string>();
  let attributes: Record<string, string> = {};
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
  parser.on("doctype", () => {
    // Office never writes one; entities that expand into each other are its only use here.
    throw refuse("doctype");
  });
  parser.on("error", () => {
    throw refuse("not-well-formed");
  });
  parser.on("opentag", (tag) => {
    if (++depth > deepest) throw refuse("too-deep");
    attributes = tag.attributes;
    for (const key in attributes) {
      if (!key.startsWith("xmlns")) continue;
      const prefix = key === "xmlns" ? "" : key.slice(6);
      const usual = usualPrefix[attributes[key] ?? ""];
      if (usual === undefined || usual === prefix) continue;
      prefixes.set(prefix, usual);
      names.clear();
      foreign = true;
    }
    handler.open(foreign ? usualName(tag.name) : tag.name, attribute);
  });
  parser.on("closetag", (tag) => {
    depth--;
    handler.close(foreign ? usualName(tag.name) : tag.name);
  });
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);

  try {
    const decoder = new TextDecoder(encodingOf(bytes), { ignoreBOM: false });
    for (let start = 0; start < bytes.length; start += chunkBytes) {
      parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
    return null;
  } catch (error) {
    if (refused.reason !== null) return { kind: "xml-problem", reason: refused.reason };
    throw error;
  }
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
