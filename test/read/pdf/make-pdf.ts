// Small PDFs written by hand: text at given places, as uncompressed as can be, so that a test shows what it reads.

/** One string on a page. Points, origin at the lower left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** 11 unless given. */
  readonly size?: number;
  readonly heavy?: boolean;
  /** The signs " and O are ligatures that the file does not name. */
  readonly unnamed?: boolean;
  /** Letters are set by numbers 29 too low, and named G61 for "a": the first engine cannot read them, the second can. */
  readonly numbered?: boolean;
}

export interface Extras {
  /** Asks for a user password that the empty one is not. */
  readonly locked?: boolean;
  /** Page labels as in a book: so many roman ones, then from 1. */
  readonly romanPages?: number;
  /** Title in the metadata. */
  readonly title?: string;
  /** Language in the catalog: "sv-SE". */
  readonly language?: string;
  /**
   * Pages that lie down; "turned": the same sheet stands, and is turned by a quarter to be read; "drawn": the sheet stands, and
   * what is on it lies on its side.
   */
  readonly landscape?: "plain" | "turned" | "drawn";
  /** What lies on the pages beside their content: page from 1, and the entries of the annotation's dictionary. */
  readonly annotations?: readonly (readonly [page: number, entries: string])[];
  /** Bookmarks, all on one level: title and page from 1. */
  readonly bookmarks?: readonly (readonly [title: string, page: number])[];
}

const width = 595;
const height = 842;

/** Drawing instructions that are no text: a page with a rectangle, or nothing at all. */
export const rectangle = "0.5 g 100 100 300 400 re f";

/**
 * Drawing instructions of a picture that covers the page: "writing" is lines of dark signs on white, "photograph" an even dark
 * area. `over`: text that stands on it.
 */
export function picture(of: "writing" | "photograph", over: readonly Placed[] = []): string {
  const rows = Array.from({ length: 60 }, (_, row) =>
    of === "photograph" ? "00000000" : row % 3 === 1 && row > 6 && row < 54 ? "FF54A92DFF" : "FFFFFFFFFF",
  );
  const columns = of === "photograph" ? 32 : 40;
  const image = `BI /W ${columns} /H 60 /CS /G /BPC 1 /F /AHx ID ${rows.join("")}> EI`;
  return [`q ${width} 0 0 ${height} 0 0 cm ${image} Q`, ...over.map(instruction)].join("\n");
}

/** Something drawn: a line where it is thin, an area of colour (from black, 0, to white, 1) where it is not. */
export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly grey?: number;
}

/** The lines of a table with columns between `xs` and rows between `ys`, one for each side of each cell. */
export function ruledGrid(xs: readonly number[], ys: readonly number[]): Drawn[] {
  const [left = 0] = xs;
  const [top = 0] = ys;
  return [
    ...xs.map((x) => ({ x, y: ys.at(-1) ?? 0, width: 0.5, height: top - (ys.at(-1) ?? 0) })),
    ...ys.map((y) => ({ x: left, y, width: (xs.at(-1) ?? 0) - left, height: 0.5 })),
  ];
}

/** Pages (texts and what is drawn, in the order of drawing, or raw drawing instructions) → the bytes of a PDF. */
export function makePdf(
  pages: readonly (readonly (Placed | Drawn)[] | string)[],
  extras: Extras = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add("");
  const tree = add("");
  const regular = add(font("Helvetica"));
  const bold = add(font("Helvetica-Bold"));
  const accents = add(fontWithAccents);
  const unnamed = add(fontWithUnnamedSigns);
  const numbered = add(fontOfNumbers);
  const [across, down] = extras.landscape === "plain" ? [height, width] : [width, height];
  const turn = extras.landscape === "turned" ? " /Rotate 90" : "";
  const pageIds = pages.map((page, index) => {
    const own = (extras.annotations ?? []).filter(([on]) => on === index + 1);
    const annotations = own.map(
      ([, entries]) => `<< /Type /Annot /Rect [70 700 90 720] ${latinEntries(entries)} >>`,
    );
    const drawn = typeof page === "string" ? page : page.map(instruction).join("\n");
    const onItsSide = extras.landscape === "turned" || extras.landscape === "drawn";
    const content = !onItsSide ? drawn : `q 0 1 -1 0 ${width} 0 cm\n${drawn}\nQ`;
    const stream = add(
      `<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`,
    );
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${across} ${down}]${turn} /Contents ${stream} 0 R ` +
        (annotations.length === 0 ? "" : `/Annots [${annotations.join(" ")}] `) +
        `/Resources << /Font << /F1 ${regular} 0 R /F2 ${bold} 0 R /F3 ${accents} 0 R /F4 ${unnamed} 0 R /F5 ${numbered} 0 R >> >> >>`,
    );
  });
  const kids = pageIds.map((id) => `${id} 0 R`).join(" ");
  objects[tree - 1] = `<< /Type /Pages /Kids [${kids}] /Count ${pageIds.length} >>`;
  const labels =
    extras.romanPages === undefined
      ? ""
      : ` /PageLabels << /Nums [0 << /S /r >> ${extras.romanPages} << /S /D >>] >>`;
  const language = extras.language === undefined ? "" : ` /Lang ${string(extras.language)}`;
  let outlines = "";
  if (extras.bookmarks !== undefined) {
    const root = add("");
    const first = root + 1;
    for (const [index, [title, page]] of extras.bookmarks.entries()) {
      const next = index + 1 < extras.bookmarks.length ? ` /Next ${first + index + 1} 0 R` : "";
      const previous = index > 0 ? ` /Prev ${first + index - 1} 0 R` : "";
      add(
        `<< /Title ${string(title)} /Parent ${root} 0 R${next}${previous} /Dest [${pageIds[page - 1] ?? 0} 0 R /Fit] >>`,
      );
    }
    const last = first + extras.bookmarks.length - 1;
    objects[root - 1] =
      `<< /Type /Outlines /First ${first} 0 R /Last ${last} 0 R /Count ${extras.bookmarks.length} >>`;
    outlines = ` /Outlines ${root} 0 R`;
  }
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R${language}${labels}${outlines} >>`;
  let trailer = `/Size ${objects.length + 1} /Root ${catalog} 0 R`;
  if (extras.title !== undefined) trailer += ` /Info ${add(`<< /Title ${string(extras.title)} >>`)} 0 R`;
  if (extras.locked === true) {
    const key = "<" + "5a".repeat(32) + ">";
    const encrypt = add(`<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`);
    trailer += ` /Encrypt ${encrypt} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`;
  }
  return serialise(objects, trailer);
}

/** Texts in brackets, as the file is written in Latin-1. */
const latinEntries = (entries: string): string =>
  entries.replace(/[•–”…]/g, (sign) => windowsCodes[sign] ?? sign);

/** Lines of text under each other, from the top of a column. */
export function column(
  lines: readonly string[],
  x: number,
  top: number,
  leading = 14,
  style: Pick<Placed, "size" | "heavy" | "unnamed" | "numbered"> = {},
): Placed[] {
  return lines.map((text, index) => ({ text, x, y: top - index * leading, ...style }));
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

/** A font in which ring and dots are signs of their own, as some programs write å, ä and ö. */
const fontWithAccents =
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 200 /LastChar 201 /Widths [0 0] /FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /Flags 32 /FontBBox [-166 -225 1000 931] /ItalicAngle 0 /Ascent 718 /Descent -207 /CapHeight 718 /StemV 88 /MissingWidth 500 >> /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [200 /uni030A /uni0308] >> >>";

/** A font whose signs at the codes of " and O are ligatures with names of their own making. */
const fontWithUnnamedSigns =
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [34 /g34 79 /g79] >> >>";

const asciiLetters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
const tooLow = 29;
const fontOfNumbers = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${asciiLetters
  .map((letter) => letter.charCodeAt(0))
  .map((code) => `${code - tooLow} /G${code.toString(16)}`)
  .join(" ")}] >> >>`;

/** Characters of Windows-1252 that Latin-1, which the file is written in, has not. */
const windowsCodes: Readonly<Record<string, string>> = {
  "•": "\x95",
  "–": "\x96",
  "”": "\x94",
  "…": "\x85",
  "\u030a": "\xc8",
  "\u0308": "\xc9",
};

function string(text: string): string {
  const encoded = text.replace(/[•–”…\u030a\u0308]/g, (character) => windowsCodes[character] ?? character);
  return `(${encoded.replace(/[\\()]/g, "\\$&")})`;
}

function instruction(item: Placed | Drawn): string {
  if (!("text" in item)) {
    const { x, y, width, height, grey = 0 } = item;
    return `q ${grey} g ${x} ${y} ${width} ${height} re f Q`;
  }
  const { text: words, x, y, size = 11, heavy = false, unnamed = false, numbered = false } = item;
  const text = numbered
    ? words.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) - tooLow))
    : words;
  const face = numbered ? 5 : unnamed ? 4 : /[\u030a\u0308]/.test(text) ? 3 : heavy ? 2 : 1;
  return `BT /F${face} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${string(text)} Tj ET`;
}

function serialise(objects: readonly string[], trailer: string): Uint8Array {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, "0")} 00000 n \n`;
  file += `trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, "latin1"));
}
