// Damage to PDF files: objects that point in circles, lengths and tables that lie, streams that explode.
import { deflateSync, inflateSync } from "node:zlib";
import type { Mutation } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

/** PDF is bytes with text between; as Latin-1 both survive. */
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const bytesOf = (text: string): Uint8Array => Buffer.from(text, "latin1");

const awkward = [
  "-1",
  "0",
  "1",
  "2147483647",
  "4294967296",
  "99999999999999999999",
  "1e38",
  "null",
  "[]",
  "<<>>",
  "(x)",
  "/Name",
];

const stream =
  /<<((?:(?!endobj)[\s\S]){0,600}?)\/FlateDecode((?:(?!endobj)[\s\S]){0,600}?)>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g;

/** The file with what `change` makes of the unpacked content of one of its streams. */
function withStream(bytes: Uint8Array, random: Random, change: (content: string) => string): Uint8Array {
  const text = textOf(bytes);
  const found = [...text.matchAll(stream)].slice(0, 60);
  if (found.length === 0) return bytes;
  const chosen = random.pick(found);
  let content: string;
  try {
    content = textOf(inflateSync(bytesOf(chosen[3] ?? "")));
  } catch {
    return bytes;
  }
  const packed = textOf(deflateSync(bytesOf(change(content))));
  const dictionary = `${chosen[1] ?? ""}/FlateDecode${chosen[2] ?? ""}`.replace(
    /\/Length \d+( \d+ R)?/,
    `/Length ${String(packed.length)}`,
  );
  return bytesOf(
    `${text.slice(0, chosen.index)}<<${dictionary}>>\nstream\n${packed}\nendstream${text.slice(chosen.index + chosen[0].length)}`,
  );
}

export const pdfMutations: Readonly<Record<string, Mutation<Uint8Array>>> = {
  "references in circles": (bytes, random) => {
    const text = textOf(bytes);
    const objects = Math.max(2, (text.match(/ obj/g) ?? []).length);
    const one = 1 + random.below(30);
    return bytesOf(
      text.replace(/(\d+) 0 R/g, (whole) =>
        random.oneIn(one) ? `${String(1 + random.below(objects))} 0 R` : whole,
      ),
    );
  },
  "values changed": (bytes, random) => {
    const one = 1 + random.below(40);
    return bytesOf(
      textOf(bytes).replace(/(\/[A-Za-z]+ )(\d+(?!\d* \d+ R)|\[[^\]]{0,60}\])/g, (whole, key: string) =>
        random.oneIn(one) ? `${key}${random.pick(awkward)}` : whole,
      ),
    );
  },
  "lengths that lie": (bytes, random) =>
    bytesOf(
      textOf(bytes).replace(/\/(Length|Count|Size|First|N|Prev) \d+/g, (whole, key: string) =>
        random.oneIn(2) ? `/${key} ${random.pick(awkward)}` : whole,
      ),
    ),
  "xref lost": (bytes, random) =>
    bytesOf(
      textOf(bytes)
        .replace(/startxref\s+\d+/, `startxref\n${String(random.below(bytes.length * 2))}`)
        .replace(/\nxref/, random.oneIn(2) ? "\nxrxx" : "\nxref"),
    ),
  "keys renamed": (bytes, random) => {
    const keys = [
      "Kids",
      "Parent",
      "Resources",
      "Contents",
      "Font",
      "ToUnicode",
      "Widths",
      "Encoding",
      "MediaBox",
      "Outlines",
      "First",
      "Next",
      "Dest",
      "Type",
      "Filter",
      "XObject",
    ];
    const [from, to] = [random.pick(keys), random.pick(keys)];
    return bytesOf(textOf(bytes).replaceAll(`/${from}`, `/${to}`));
  },
  "filters stacked": (bytes, random) => {
    const filters = [
      "/FlateDecode",
      "/LZWDecode",
      "/ASCII85Decode",
      "/RunLengthDecode",
      "/DCTDecode",
      "/JBIG2Decode",
      "/Crypt",
    ];
    const stack = Array.from({ length: 1 + random.below(40) }, () => random.pick(filters)).join("");
    return bytesOf(
      textOf(bytes).replace(/\/Filter\s*\/FlateDecode/g, (whole) =>
        random.oneIn(3) ? `/Filter [${stack}]` : whole,
      ),
    );
  },
  "numbers in the drawing": (bytes, random) =>
    withStream(bytes, random, (content) => {
      const one = 1 + random.below(30);
      return content.replace(/-?\d*\.?\d+/g, (number) =>
        random.oneIn(one)
          ? random.pick(["0", "-1", "1e9", "99999999", "0.0000001", "-32768.5", "nan"])
          : number,
      );
    }),
  "drawing mixed": (bytes, random) =>
    withStream(bytes, random, (content) => {
      const lines = content.split("\n");
      for (let count = 1 + random.below(60); count > 0; count--) {
        const [a, b] = [random.below(lines.length), random.below(lines.length)];
        [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
      }
      return lines.join("\n");
    }),
  "drawing without end": (bytes, random) =>
    withStream(bytes, random, (content) => {
      const part = random.pick([
        "q ",
        "BT ",
        "(jämställd) Tj\n",
        "1 0 0 1 0.1 0.1 cm\n",
        "BT /F1 12 Tf 50 700 Td (x) Tj ET\n",
        content.slice(0, 400),
      ]);
      return content + part.repeat(random.pick([100, 5_000, 50_000]));
    }),
  "blanks without end": (bytes, random) =>
    withStream(bytes, random, (content) => content + " ".repeat(random.pick([1, 10, 60]) * 1_000_000)),
  "letters mixed": (bytes, random) =>
    withStream(bytes, random, (content) => {
      const one = 1 + random.below(20);
      return content.replace(/<[0-9A-Fa-f]{2,8}>/g, (code) =>
        random.oneIn(one) ? `<${String(random.below(10_000)).padStart(4, "0")}>` : code,
      );
    }),
};

/** Files that are wrong from the ground up: bookmarks and pages in circles, forms that call each other. */
export const craftedPdfs: Readonly<Record<string, (random: Random) => Uint8Array>> = {
  "forms that multiply": (random) => {
    const levels = 2 + random.below(11);
    const calls = 1 + random.below(9);
    const forms = Array.from({ length: levels }, (_, level) =>
      level === levels - 1
        ? streamOf(
            "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 5 0 R >> >>",
            "BT /F1 10 Tf 50 700 Td (x) Tj ET",
          )
        : streamOf(
            `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X ${String(7 + level)} 0 R >> >>`,
            "/X Do\n".repeat(calls),
          ),
    );
    return pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      page("/XObject << /X 6 0 R >>"),
      streamOf("", "/X Do"),
      font,
      ...forms,
    ]);
  },
  "pages in circles": (random) =>
    pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Kids [2 0 R 3 0 R ${"3 0 R ".repeat(random.below(500))}] /Count ${random.pick(awkward)} >>`,
      page(""),
      streamOf("", "BT /F1 12 Tf 50 700 Td (en sida) Tj ET"),
      font,
    ]),
  "bookmarks in circles": (random) =>
    pdfOf([
      "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      page("/Font << /F1 5 0 R >>"),
      streamOf("", "BT /F1 12 Tf 50 700 Td (en sida) Tj ET"),
      font,
      "<< /Type /Outlines /First 7 0 R /Last 8 0 R >>",
      `<< /Title (ett) /Parent 6 0 R /Next 8 0 R /First ${String(6 + random.below(3))} 0 R /Dest [3 0 R /Fit] >>`,
      `<< /Title (tv) /Parent 6 0 R /Next 7 0 R /First ${String(6 + random.below(3))} 0 R >>`,
    ]),
  "notes in circles": (random) =>
    pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [${"6 0 R 7 0 R 6 0 R 99 0 R 3 0 R ".repeat(1 + random.below(1_000))}] >>`,
      streamOf("", "BT /F1 12 Tf 50 700 Td (en sida) Tj ET"),
      font,
      `<< /Type /Annot /Subtype ${random.pick(["/Text", "/Highlight", "/Widget", "(Text)", "7 0 R"])} /Rect [0 0 10 10] /Contents ${random.pick(["(hej)", "6 0 R", "[(a) (b)]", "<FEFF00", `(${"x".repeat(random.below(30_000))})`])} /T 7 0 R /Parent 7 0 R /FT /Tx /V 7 0 R >>`,
      "<< /Type /Annot /Subtype /Popup /Parent 6 0 R /Kids [6 0 R 7 0 R] /V (tv) /Contents (tre) >>",
    ]),
  "pages by the thousand": (random) =>
    pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Kids [${"3 0 R ".repeat(random.pick([10, 1_000, 30_000]))}] /Count 30000 >>`,
      page("/Font << /F1 5 0 R >>"),
      streamOf("", "BT /F1 12 Tf 50 700 Td (en sida) Tj ET"),
      font,
    ]),
  "letters on one spot": (random) => {
    const line = random.pick([
      "(a) Tj\n",
      "(jamstalld) Tj 0 0 Td\n",
      "1 0 0 1 1e9 -1e9 Tm (x) Tj\n",
      "/F1 0 Tf (x) Tj\n",
      "0 -0.001 Td (och) Tj\n",
    ]);
    return pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      page("/Font << /F1 5 0 R >>"),
      streamOf("", `BT /F1 12 Tf 50 700 Td ${line.repeat(random.pick([100, 3_000, 30_000]))} ET`),
      font,
    ]);
  },
};

const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const page = (resources: string): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`;
export const streamOf = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${String(content.length)} >>\nstream\n${content}\nendstream`;

/** Objects, numbered from 1, with a table of where they stand. */
export function pdfOf(objects: readonly string[]): Uint8Array {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const start = text.length;
    text += `${String(at + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${places.join("")}`;
  return bytesOf(
    `${text}trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`,
  );
}
