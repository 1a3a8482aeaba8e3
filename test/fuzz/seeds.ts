// What the damage is done to: sound files of every format.
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { packageRoot } from "../../src/package-root.ts";
import { packed } from "./mutate-zip.ts";

export interface Seed {
  /** Name without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where sound files lie, from the top of the repository. */
const folders = [
  "fixtures/halland",
  "fixtures/bad",
  "fixtures/sources/halland",
  "test/read/docx/files",
  "test/read/pdf/files",
  "test/read/word-processor/files",
  "test/read/xlsx/files",
];

/** Files of the repository and of `folder` that are no larger than `largest` bytes, by name, and a few made here. */
export async function readSeeds(largest: number, folder?: string): Promise<Seed[]> {
  const seeds: Seed[] = [];
  for (const at of [
    ...folders.map((name) => path.join(packageRoot(), name)),
    ...(folder === undefined ? [] : [folder]),
  ]) {
    const names = (await readdir(at, { recursive: true })).sort();
    for (const name of names) {
      const file = path.join(at, name);
      const entry = await stat(file);
      if (!entry.isFile() || entry.size > largest || entry.size === 0 || name.endsWith(".json")) continue;
      seeds.push({ name: path.basename(name), bytes: await readFile(file) });
    }
  }
  const text = (content: string): Uint8Array => Buffer.from(content);
  seeds.push(
    { name: "plan.html", bytes: text(page) },
    { name: "plan.pptx", bytes: presentation() },
    { name: "plan.txt", bytes: text(page.replace(/<[^>]*>/g, "\n")) },
  );
  const few = seeds.filter(({ bytes }) => bytes.length < 20_000).slice(0, 8);
  seeds.push({
    name: "arkiv.zip",
    bytes: packed(few.map(({ name, bytes }, at) => ({ name: `mapp ${String(at)}/${name}`, content: bytes }))),
  });
  return seeds;
}

const page = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Plan</title><style>p{}</style></head><body>
<nav><ul><li><a href="/">Hem</a></li></ul></nav>
<h1>Verksamhetsplan 2027</h1><p>Nämnden ska ta fram <b>könsuppdelad statistik</b> över väntetider.</p>
<h2>1 Vård</h2><p>Av patienterna är 52 procent kvinnor.<br>Målet är 48&nbsp;procent.</p>
<ol><li>Kallelser ses över<ul><li>brev</li></ul></li><li>Uppföljning varje år</li></ol>
<table><caption>Väntetid</caption><thead><tr><th>Mottagning</th><th colspan="2">Dagar</th></tr></thead>
<tr><td rowspan="2">Hud</td><td>12</td><td>14</td></tr><tr><td>11</td><td>15</td></tr></table>
<h2>2 Skola</h2><p>Flickor når behörighet oftare än pojkar, 92 respektive 86 procent.</p><footer>Sida 1</footer></body></html>`;

/** A presentation of two slides with a list, a table and notes. */
function presentation(): Uint8Array {
  const spaces =
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const paragraph = (text: string): string =>
    `<a:p><a:pPr lvl="1"/><a:r><a:rPr sz="1800"/><a:t>${text}</a:t></a:r></a:p>`;
  const shape = (kind: string, ...texts: readonly string[]): string =>
    `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${kind}"/></p:nvPr></p:nvSpPr><p:txBody>${texts.map(paragraph).join("")}</p:txBody></p:sp>`;
  const cell = (text: string): string => `<a:tc gridSpan="1"><a:txBody>${paragraph(text)}</a:txBody></a:tc>`;
  const table = `<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>${cell("Mottagning")}${cell("Dagar")}</a:tr><a:tr>${cell("Hud")}${cell("12")}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
  const slide = (content: string): string =>
    `<?xml version="1.0"?><p:sld ${spaces}><p:cSld><p:spTree>${content}</p:spTree></p:cSld></p:sld>`;
  const relations = (...items: readonly (readonly [string, string])[]): string =>
    `<Relationships>${items.map(([type, target], at) => `<Relationship Id="r${String(at)}" Type="x/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "ppt/presentation.xml": `<p:presentation ${spaces}><p:sldIdLst><p:sldId r:id="r0"/><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(
      ["slide", "slides/slide1.xml"],
      ["slide", "slides/slide2.xml"],
    ),
    "ppt/slides/slide1.xml": slide(
      shape("ctrTitle", "Verksamhetsplan") + shape("body", "Kvinnor väntar längre", "Män frågar mindre"),
    ),
    "ppt/slides/slide2.xml": slide(shape("title", "Mål") + table),
    "ppt/slides/_rels/slide1.xml.rels": relations(
      ["notesSlide", "../notesSlides/notes1.xml"],
      ["comments", "../comments/comment1.xml"],
    ),
    "ppt/comments/comment1.xml": `<p:cmLst ${spaces}><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>Vilka siffror finns?</p:text></p:cm></p:cmLst>`,
    "ppt/notesSlides/notes1.xml": `<p:notes ${spaces}><p:cSld><p:spTree>${shape("body", "Säg detta.")}</p:spTree></p:cSld></p:notes>`,
  };
  return packed(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) })));
}
