// What lists of properties say about paragraphs and characters, as far as it tells structure ([MS-DOC] 2.6).
import type { PropertyVisitor } from "./properties.ts";

export interface ParagraphLook {
  /** From 0; 9 is text. */
  outline: number | null;
  /** From 1; 0 is none. */
  list: number | null;
  /** From 0. */
  listLevel: number | null;
  inTable: boolean;
  /** How deep in tables; 0 where only `inTable` says it. */
  depth: number;
  /** The mark that ends a row, of the outermost table or of one inside. */
  endsRow: boolean;
  endsInnerRow: boolean;
  endsInnerCell: boolean;
  header: boolean;
  cells: { edge: number; covered: boolean }[];
}

export interface CharacterLook {
  /** "other" is the opposite of what the style says. */
  bold: boolean | "other" | null;
  underlined: boolean | null;
  /** Shown in capitals, however it is typed. */
  capitals: boolean | null;
  size: number | null;
  hidden: boolean | null;
  inserted: boolean;
  deleted: boolean;
  style: number | null;
}

/** Collects properties of a paragraph. */
export function paragraphLook(): { readonly look: ParagraphLook; readonly take: PropertyVisitor } {
  const look: ParagraphLook = {
    outline: null,
    list: null,
    listLevel: null,
    inTable: false,
    depth: 0,
    endsRow: false,
    endsInnerRow: false,
    endsInnerCell: false,
    header: false,
    cells: [],
  };
  const take: PropertyVisitor = (code, value) => {
    switch (code) {
      case 0x2640: // sprmPOutLvl
        look.outline = value.getUint8(0);
        break;
      case 0x460b: {
        // sprmPIlfo; 2047 stands for the lists of Word 6, negative numbers for lists that were taken away.
        const list = value.getInt16(0, true);
        look.list = list > 0 && list < 2047 ? list : 0;
        break;
      }
      case 0x260a: // sprmPIlvl
        look.listLevel = value.getUint8(0);
        break;
      case 0x2416: // sprmPFInTable
        look.inTable = value.getUint8(0) !== 0;
        break;
      case 0x2417: // sprmPFTtp
        look.endsRow = value.getUint8(0) !== 0;
        break;
      case 0x6649: // sprmPItap
        look.depth = Math.max(0, value.getInt32(0, true));
        break;
      case 0x244b: // sprmPFInnerTableCell
        look.endsInnerCell = value.getUint8(0) !== 0;
        break;
      case 0x244c: // sprmPFInnerTtp
        look.endsInnerRow = value.getUint8(0) !== 0;
        break;
      case 0x3404: // sprmTTableHeader
        look.header = value.getUint8(0) !== 0;
        break;
      case 0xd608: // sprmTDefTable
        look.cells = readCells(value);
        break;
    }
  };
  return { look, take };
}

/** Right edges of the cells of a row, and which of them are merged into others ([MS-DOC] 2.9.322). */
function readCells(value: DataView): { edge: number; covered: boolean }[] {
  if (value.byteLength < 1) return [];
  const count = value.getUint8(0);
  const cells: { edge: number; covered: boolean }[] = [];
  const descriptions = 1 + (count + 1) * 2;
  for (let index = 0; index < count; index++) {
    const edgeAt = 1 + (index + 1) * 2;
    if (edgeAt + 2 > value.byteLength) break;
    const at = descriptions + index * 20;
    const flags = at + 2 <= value.byteLength ? value.getUint16(at, true) : 0;
    const mergedAcross = (flags & 0x03) === 0x02;
    const mergedDown = (flags & 0x60) === 0x20;
    cells.push({ edge: value.getInt16(edgeAt, true), covered: mergedAcross || mergedDown });
  }
  return cells;
}

/** Collects properties of characters. */
export function characterLook(): { readonly look: CharacterLook; readonly take: PropertyVisitor } {
  const look: CharacterLook = {
    bold: null,
    underlined: null,
    capitals: null,
    size: null,
    hidden: null,
    inserted: false,
    deleted: false,
    style: null,
  };
  const take: PropertyVisitor = (code, value) => {
    switch (code) {
      case 0x0835: {
        // sprmCFBold: off, on, as the style, other than the style.
        const bold = value.getUint8(0);
        look.bold = bold === 0x80 ? null : bold === 0x81 ? "other" : bold !== 0;
        break;
      }
      case 0x2a3e: // sprmCKul
        look.underlined = value.getUint8(0) !== 0;
        break;
      case 0x083b: // sprmCFCaps
        look.capitals = value.getUint8(0) === 1;
        break;
      case 0x4a43: // sprmCHps
        look.size = value.getUint16(0, true);
        break;
      case 0x083c: // sprmCFVanish
        look.hidden = value.getUint8(0) === 1;
        break;
      case 0x0801: // sprmCFRMark
        look.inserted = value.getUint8(0) !== 0;
        break;
      case 0x0800: // sprmCFRMarkDel
        look.deleted = value.getUint8(0) !== 0;
        break;
      case 0x4a30: // sprmCIstd
        look.style = value.getUint16(0, true);
        break;
    }
  };
  return { look, take };
}
