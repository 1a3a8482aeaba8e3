// The stylesheet of a Word document ([MS-DOC] 2.9.271). Built-in styles are known by number, in every language.
import { nearest, outlineLevelOf, styleChain } from "../word-processor/style-chain.ts";
import { isHeadingLike, roleOf } from "../word-processor/style-names.ts";
import type { StyleRole } from "../word-processor/style-names.ts";
import { eachProperty } from "./properties.ts";
import { characterLook, paragraphLook } from "./looks.ts";
import type { CharacterLook, ParagraphLook } from "./looks.ts";

interface RawStyle {
  readonly name: string;
  readonly basedOn: number;
  readonly paragraph: ParagraphLook;
  readonly character: CharacterLook;
}

export interface DocStyle extends StyleRole {
  /** Outline level from 1, null for text. */
  readonly level: number | null;
  /** List (from 1) and level in it (from 0); 0 is none. */
  readonly list: number;
  readonly listLevel: number;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly capitals: boolean;
  /** In half points. */
  readonly size: number;
}

const noStyle = 0xfff;
const defaultSize = 20;

/** Names of the built-in styles that say something about structure, by their number. */
function builtInName(number: number): string | null {
  if (number >= 1 && number <= 9) return `heading ${String(number)}`;
  if (number >= 19 && number <= 27) return `toc ${String(number - 18)}`;
  if (number === 34) return "caption";
  if (number === 62) return "title";
  return null;
}

/** The styles by number. */
export function readStyles(part: DataView): (number: number) => DocStyle {
  const raw: (RawStyle | undefined)[] = [];
  if (part.byteLength > 2) {
    const headerLength = part.getUint16(0, true);
    const count = part.getUint16(2, true);
    const baseLength = part.getUint16(4, true);
    let at = 2 + headerLength;
    for (let index = 0; index < count && at + 2 <= part.byteLength; index++) {
      const length = part.getUint16(at, true);
      at += 2;
      const end = Math.min(at + length, part.byteLength);
      raw.push(length === 0 ? undefined : readStyle(part, at, end, baseLength));
      // Each begins at an even place.
      at += length + (length % 2);
    }
  }
  const resolved = new Map<number, DocStyle>();
  return (number) => {
    const known = resolved.get(number);
    if (known !== undefined) return known;
    const style = resolve(raw, number);
    resolved.set(number, style);
    return style;
  };
}

function readStyle(part: DataView, start: number, end: number, baseLength: number): RawStyle | undefined {
  if (start + baseLength + 2 > end) return undefined;
  const builtIn = part.getUint16(start, true) & 0x0fff;
  const typeAndBase = part.getUint16(start + 2, true);
  const isParagraph = (typeAndBase & 0xf) === 1;
  const partCount = part.getUint16(start + 4, true) & 0xf;
  let at = start + baseLength;
  const nameLength = part.getUint16(at, true);
  at += 2;
  let name = "";
  for (let index = 0; index < nameLength && at + 2 <= end; index++, at += 2)
    name += String.fromCharCode(part.getUint16(at, true));
  at += 2;
  const paragraph = paragraphLook();
  const character = characterLook();
  for (let index = 0; index < partCount; index++) {
    at += (at - start) % 2;
    if (at + 2 > end) break;
    const length = part.getUint16(at, true);
    at += 2;
    const isParagraphPart = isParagraph && index === 0;
    // The paragraph part names its own style first.
    const skip = isParagraphPart ? 2 : 0;
    const bytes = Math.min(length, end - at) - skip;
    if (bytes > 0) {
      const list = new DataView(part.buffer, part.byteOffset + at + skip, bytes);
      eachProperty(list, isParagraphPart ? paragraph.take : character.take);
    }
    at += length;
  }
  return {
    // Word writes further names of its own after a comma.
    name: builtInName(builtIn) ?? (name.split(",")[0] ?? "").trim().toLowerCase(),
    basedOn: typeAndBase >> 4,
    paragraph: paragraph.look,
    character: character.look,
  };
}

function resolve(raw: readonly (RawStyle | undefined)[], number: number): DocStyle {
  const chain = styleChain(
    number,
    (each) => (each === noStyle ? undefined : raw[each]),
    ({ basedOn }) => basedOn,
  );
  const level = outlineLevelOf(chain.map(({ name, paragraph: { outline } }) => ({ name, outline })));
  return {
    role: roleOf(
      chain.map(({ name }) => name),
      level,
    ),
    headingLike: isHeadingLike(chain[0]?.name ?? ""),
    level,
    list: nearest(chain, ({ paragraph }) => paragraph.list) ?? 0,
    listLevel: nearest(chain, ({ paragraph }) => paragraph.listLevel) ?? 0,
    bold: nearest(chain, ({ character }) => character.bold) === true,
    underlined: nearest(chain, ({ character }) => character.underlined) ?? false,
    capitals: nearest(chain, ({ character }) => character.capitals) ?? false,
    size: nearest(chain, ({ character }) => character.size) ?? defaultSize,
  };
}
