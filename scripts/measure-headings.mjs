// Holds the headings that genomlys finds in PDFs against those that the files themselves name: bookmarks, and tags H1–H6.
//   node scripts/measure-headings.mjs [--list] [--tsv] FILE.pdf|FOLDER …
// Neither is the truth: bookmarks stop at some level, tags are often wrong. What differs (--list) is for a person to look at.
//
// Where bookmarks are at least half as many as our headings, the file is taken to name all of them, and two figures are
// given: how many of its headings were found, and how many of ours are none. What a person has said of a difference counts
// before that: heading-judgements.tsv, one a line, with file, page and heading as hashes, since the documents are other
// people's. --tsv prints the lines that a person has yet to fill in. The words: "heading" (one of ours, and right), "none"
// (one of ours, and wrong), "missed", "no-heading" (a cover, the contents, an imprint), "same" (found in other words).
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { init } from "@embedpdf/pdfium";
import { loadSources } from "./load-sources.mjs";

const args = process.argv.slice(2);
const list = args.includes("--list");
const tsv = args.includes("--tsv");
const { readPdf, readWithPdfium, defaultReadOptions } = await loadSources("measure-headings", {
  "src/read/pdf/read-pdf.ts": ["readPdf"],
  "src/read/pdf/pdfium/read-file.ts": ["readWithPdfium"],
  "src/read/reader.ts": ["defaultReadOptions"],
});

const hashOf = (content) => createHash("sha256").update(content).digest("hex").slice(0, 12);

/** "file page heading" → what a person has said. */
const judgements = new Map(
  (await readFile(new URL("heading-judgements.tsv", import.meta.url), "utf8"))
    .split("\n")
    .filter((line) => /^[0-9a-f]{12}\t/.test(line))
    .map((line) => line.split("\t"))
    .map(([file, page, heading, word]) => [`${file} ${page} ${heading}`, word]),
);

/** Letters and figures only, without an outline number in front. */
const keyOf = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^[\d.\s§]+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");

async function filesOf(name) {
  if (!(await stat(name)).isDirectory()) return [name];
  const entries = await readdir(name, { recursive: true });
  return entries.filter((entry) => entry.endsWith(".pdf")).map((entry) => path.join(name, entry));
}

/** Our headings, with the size and weight of the run that each begins with. */
function headingsOf(document, pages) {
  return document.blocks
    .filter((block) => block.kind === "heading")
    .map((block) => {
      const text = document.text.slice(block.span.start, block.span.end).replace(/\s+/g, " ");
      const page = document.anchors.findLast((anchor) => anchor.offset <= block.span.start).location.page;
      const key = keyOf(text);
      const run = pages[page - 1]?.runs.find(
        (one) => keyOf(one.text).length > 1 && key.startsWith(keyOf(one.text)),
      );
      return { text, page, level: block.level, size: run?.size, weight: run?.bold ? "bold" : "regular" };
    });
}

/** Texts tagged H or H1–H6, with their pages. */
async function tagsOf(bytes) {
  const wasmFile = new URL(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm"));
  const module = await init({ wasmBinary: await readFile(wasmFile) });
  module.PDFiumExt_Init();
  const calls = module.pdfium.wasmExports;
  const file = calls.malloc(bytes.length);
  module.pdfium.HEAPU8.set(bytes, file);
  const document = calls.FPDF_LoadMemDocument(file, bytes.length, 0);
  const buffer = calls.malloc(8192);
  const wide = (length) =>
    length > 2 && length <= 8192
      ? Buffer.from(module.pdfium.HEAPU8.buffer, buffer, length - 2).toString("utf16le")
      : "";
  const tags = [];
  for (let index = 0; index < calls.FPDF_GetPageCount(document); index++) {
    const page = calls.FPDF_LoadPage(document, index);
    const tree = calls.FPDF_StructTree_GetForPage(page);
    const textPage = calls.FPDFText_LoadPage(page);
    const marked = new Map();
    for (let at = 0; tree !== 0 && at < calls.FPDFPage_CountObjects(page); at++) {
      const object = calls.FPDFPage_GetObject(page, at);
      const id = calls.FPDFPageObj_GetMarkedContentID(object);
      if (calls.FPDFPageObj_GetType(object) === 1 && id >= 0)
        marked.set(
          id,
          (marked.get(id) ?? "") + wide(calls.FPDFTextObj_GetText(object, textPage, buffer, 8192)),
        );
    }
    const textOf = (element) => {
      const parts = [];
      for (let at = 0; at < calls.FPDF_StructElement_GetMarkedContentIdCount(element); at++)
        parts.push(marked.get(calls.FPDF_StructElement_GetMarkedContentIdAtIndex(element, at)) ?? "");
      for (let at = 0; at < calls.FPDF_StructElement_CountChildren(element); at++) {
        const child = calls.FPDF_StructElement_GetChildAtIndex(element, at);
        if (child !== 0) parts.push(textOf(child));
      }
      return parts.join("");
    };
    const walk = (element) => {
      if (element === 0) return;
      if (/^H[1-6]?$/.test(wide(calls.FPDF_StructElement_GetType(element, buffer, 8192))))
        tags.push({ text: textOf(element).replace(/\s+/g, " ").trim(), page: index + 1 });
      else
        for (let at = 0; at < calls.FPDF_StructElement_CountChildren(element); at++)
          walk(calls.FPDF_StructElement_GetChildAtIndex(element, at));
    };
    if (tree !== 0) {
      for (let at = 0; at < calls.FPDF_StructTree_CountChildren(tree); at++)
        walk(calls.FPDF_StructTree_GetChildAtIndex(tree, at));
      calls.FPDF_StructTree_Close(tree);
    }
    calls.FPDFText_ClosePage(textPage);
    calls.FPDF_ClosePage(page);
  }
  return tags;
}

const complete = { files: 0, ours: 0, found: 0, missed: 0, invented: 0, unjudged: 0 };
const totals = { ours: 0, bookmarks: 0, bookmarksFound: 0, tags: 0, tagsFound: 0 };
const rows = [];
for (const file of (await Promise.all(args.filter((arg) => !arg.startsWith("--")).map(filesOf)))
  .flat()
  .sort()) {
  const bytes = new Uint8Array(await readFile(file));
  const document = await readPdf(bytes, defaultReadOptions);
  const raw = await readWithPdfium(bytes, defaultReadOptions.limits);
  if (document.kind !== "document" || raw.kind !== "text") continue;
  const ours = headingsOf(document, raw.text.pages);
  const named = (titles) => titles.filter(({ text }) => keyOf(text).length > 1);
  const bookmarks = named(raw.text.bookmarks.map(({ title, page }) => ({ text: title, page })));
  const tags = named(await tagsOf(bytes));
  const same = (heading, title) =>
    (title.page === null || Math.abs(heading.page - title.page) <= 1) &&
    keyOf(heading.text) === keyOf(title.text);
  const found = (title) => ours.some((heading) => same(heading, title));
  const counts = {
    bookmarks: bookmarks.length,
    bookmarksFound: bookmarks.filter(found).length,
    tags: tags.length,
    tagsFound: tags.filter(found).length,
  };
  rows.push({ file: path.basename(file), pages: document.pages, ours: ours.length, ...counts });
  totals.ours += ours.length;
  for (const [name, count] of Object.entries(counts)) totals[name] += count;

  const notFound = [...bookmarks, ...tags].filter((title) => !found(title));
  const unnamed = ours.filter((heading) => ![...bookmarks, ...tags].some((title) => same(heading, title)));
  if (bookmarks.length > 0 && bookmarks.length >= ours.length / 2) {
    const hash = hashOf(bytes);
    const wordOf = ({ text, page }) => judgements.get(`${hash} ${page ?? ""} ${hashOf(keyOf(text))}`);
    for (const title of [...notFound, ...unnamed]) {
      if (wordOf(title) !== undefined) continue;
      complete.unjudged++;
      if (tsv) console.log([hash, title.page ?? "", hashOf(keyOf(title.text)), "?", title.text].join("\t"));
    }
    const words = unnamed.map(wordOf);
    const invented = words.filter((word) => word === undefined || word === "none").length;
    complete.files++;
    complete.ours += ours.length;
    complete.found += ours.length - invented;
    complete.invented += invented;
    // A tag and a bookmark may name the same one.
    complete.missed += new Set(
      notFound
        .filter((title) => [undefined, "missed"].includes(wordOf(title)))
        .map(({ text }) => keyOf(text)),
    ).size;
  }
  if (!list) continue;
  console.log(`\n${file}`);
  for (const [kind, titles] of Object.entries({ bookmark: bookmarks, tag: tags }))
    for (const { text, page } of titles.filter((title) => !found(title)))
      console.log(`  ${kind}, no heading of ours   p. ${page}  ${text}`);
  for (const heading of ours) {
    if ([...bookmarks, ...tags].some((title) => same(heading, title))) continue;
    const { text, page, level, size, weight } = heading;
    console.log(`  ours, neither bookmark nor tag   p. ${page}  level ${level}  ${size} ${weight}  ${text}`);
  }
}
console.table(rows);
const share = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
console.log(
  `${totals.ours} headings; of ${totals.bookmarks} bookmarks ${share(totals.bookmarksFound, totals.bookmarks)} are headings of ours, of ${totals.tags} tagged headings ${share(totals.tagsFound, totals.tags)}`,
);
if (complete.files > 0)
  console.log(
    `${complete.files} files name nearly all of their headings: ${share(complete.found, complete.found + complete.missed)} of them found (${complete.missed} missed), ${share(complete.invented, complete.ours)} of our ${complete.ours} are none (${complete.invented})` +
      (complete.unjudged === 0
        ? "; a person has looked at all that differs"
        : `; ${complete.unjudged} differences that nobody has looked at count against us`),
  );
