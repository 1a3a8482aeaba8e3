// Takes apart the plain XML that office programs write: tags, text, references to characters. A parser that looks at every
// character is a tenth of the audit of one Word document, most of it in code that V8 still interprets; here the searching is
// done by its own string functions, and a tag that comes again ("<w:r>", a hundred times a page) is taken apart once.
// What is unusual or wrong is left to that parser (read-xml.ts): what is told of here, it tells of as well.

type Attributes = Readonly<Record<string, string>>;

/** What stands in a part, in its order. */
export interface XmlEvents {
  /** `attributes` have no prototype; tags that are written alike share them. */
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  /** Text inside of the root; one text may come in several calls. */
  readonly text: (text: string) => void;
}

interface Tag {
  readonly name: string;
  readonly attributes: Attributes;
  /** `<w:b/>` */
  readonly empty: boolean;
}

const declaration =
  /^<\?xml[ \t\n]+version="1\.0"(?:[ \t\n]+encoding="[A-Za-z][\w.-]*")?(?:[ \t\n]+standalone="(?:yes|no)")?[ \t\n]*\?>/;
/** What may not stand in a part, or not in its text. */
const strange = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\]\]>/;
const blank = /^[ \t\n]*$/;
/** What stands between "<" and ">" of a tag that opens an element. Names beyond ASCII are left to the parser. */
const plainTag =
  /^([A-Za-z_:][\w:.-]*)((?:[ \t\n]+[A-Za-z_:][\w:.-]*=(?:"[^"<\t\n]*"|'[^'<\t\n]*'))*)[ \t\n]*(\/?)$/;
/** In letters: matching a pattern takes memory for each. Programs write some thousand, in the tag of the root. */
const longestTag = 1 << 16;
const attributes = /([\w:.-]+)=(?:"([^"]*)"|'([^']*)')/g;
const references = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,5})|#x([\da-fA-F]{1,4}));|&/g;
const named = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * Tells `events` of what stands in a part (well-formed UTF-16 without a byte order mark). Answers null when that was all
 * of it and it was well-formed; otherwise how many events of tags were told, with the text before each: the rest is for a
 * parser that knows all of XML. Errors that `events` throws come through.
 */
export function readPlainXml(part: string, events: XmlEvents): number | null {
  // Ends of lines are made one before anything is parsed (XML 1.0, 2.11).
  const xml = part.includes("\r") ? part.replace(/\r\n?/g, "\n") : part;
  if (strange.test(xml)) return 0;
  const tags = new Map<string, Tag>();
  const open: string[] = [];
  let told = 0;
  let at = declaration.exec(xml)?.[0].length ?? 0;
  for (let tagAt = xml.indexOf("<", at); tagAt >= 0; tagAt = xml.indexOf("<", at)) {
    const parent = open.at(-1);
    const before = xml.slice(at, tagAt);
    const text = before.includes("&") ? withCharacters(before) : before;
    if (text === null || (parent === undefined && (told > 0 || !blank.test(before)))) return told;
    if (xml.startsWith("/", tagAt + 1)) {
      if (parent === undefined || !xml.startsWith(`${parent}>`, tagAt + 2)) return told;
      at = tagAt + parent.length + 3;
      if (text !== "") events.text(text);
      open.pop();
      told++;
      events.close(parent);
    } else {
      const end = xml.indexOf(">", tagAt);
      const written = xml.slice(tagAt + 1, end);
      if (end < 0 || written.length > longestTag) return told;
      const tag = tags.get(written) ?? readTag(written);
      if (tag === null) return told;
      tags.set(written, tag);
      at = end + 1;
      if (text !== "" && parent !== undefined) events.text(text);
      told++;
      events.open(tag.name, tag.attributes);
      if (tag.empty) {
        told++;
        events.close(tag.name);
      } else open.push(tag.name);
    }
  }
  return told > 0 && open.length === 0 && blank.test(xml.slice(at)) ? null : told;
}

/** What stands between "<" and ">" → the tag; null when that is not plain. */
function readTag(written: string): Tag | null {
  const [, name, list = "", slash] = plainTag.exec(written) ?? [];
  if (name === undefined) return null;
  const values = Object.create(null) as Record<string, string>;
  for (const [, key = "", inDouble, inSingle = ""] of list.matchAll(attributes)) {
    const value = withCharacters(inDouble ?? inSingle);
    if (value === null || key in values) return null;
    values[key] = value;
  }
  return { name, attributes: values, empty: slash !== "" };
}

/** Text with the characters that its references stand for; null when a reference is not plain. */
function withCharacters(text: string): string | null {
  const found = { strange: false };
  const replaced = text.replace(
    references,
    (whole: string, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const code = decimal !== undefined ? Number(decimal) : parseInt(hex ?? "", 16);
      // Beyond these the parser knows what is a character and what is not.
      if (code >= 0x20 && code < 0xd800) return String.fromCharCode(code);
      found.strange = true;
      return whole;
    },
  );
  return found.strange ? null : replaced;
}
