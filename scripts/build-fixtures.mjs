// Builds the documents in fixtures/ from their sources: Markdown with a few conventions (described in
// fixtures/sources/halland/README.md) becomes flat ODT, and LibreOffice turns that into PDF or DOCX.
//
//   node scripts/build-fixtures.mjs            everything
//   node scripts/build-fixtures.mjs halland    the five steering documents
//   node scripts/build-fixtures.mjs bad        the broken files
//   node scripts/build-fixtures.mjs scanned    the file with a scanned page
//   node scripts/build-fixtures.mjs mal-och-budget   one document
//
// Needs LibreOffice Writer (soffice), poppler (pdftoppm) and qpdf. Only who changes a fixture needs them: the built
// files are committed.

import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import { strToU8, unzipSync, zipSync } from "fflate";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { format, resolveConfig } from "prettier";
import { parse as parseYaml } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const sourceFolder = join(root, "fixtures/sources/halland");
const builtFolder = join(root, "fixtures/halland");
const badFolder = join(root, "fixtures/bad");
const scannedFolder = join(root, "fixtures/scanned");

/** The moment written into every built file, so that the same source gives the same bytes. */
const builtAt = new Date("2025-01-15T09:00:00Z");

// Soft hyphens are written here and not by LibreOffice: its Swedish hyphenation dictionary is a package of its own that
// many machines lack, and the line ends of a fixture must not depend on that.

/** Beginnings of word parts that a line may break before, where the general rule would break in the wrong place. */
const partBeginnings =
  /(?<=\p{L}{3})(?=(?:ställd|skap|strateg|struktur|sprid|språk|snitt|syst|ståen|invest|föret|mellan|kollekt|kommend|etabler|ensam|medel|kvinn|kvot|tjänst|transport|trafik|trygg|bransch|grupp|grund|plats|planer|program|projekt|process|prior|priv|styr|stöd|stat|skill|skriv|skol|sjuk|skydd|kraft|kraf|klim|kring|kris|fråg|fram|frisk|främj|flick|pojk|dominer|fördel|segreg|uppdel|uppfölj|utveckl|utbild|integr|arbet|region|mål|lön|nivå|vård|verk|behov|ledar|område|ansvar|näring|perspektiv|nämnd)\p{L}{2})/giu;

/** Style ids as LibreOffice writes them, and the id and name that a Swedish Word gives the same style. */
const swedishStyleIds = new Map([
  ["Heading1", ["Rubrik1", "heading 1"]],
  ["Heading2", ["Rubrik2", "heading 2"]],
  ["Heading3", ["Rubrik3", "heading 3"]],
  ["Title", ["Rubrik", "Title"]],
  ["Subtitle", ["Underrubrik", "Subtitle"]],
  ["TextBody", ["Brdtext", "Body Text"]],
  ["ListText", ["Liststycke", "List Paragraph"]],
  ["ContentsHeading", ["Innehllsfrteckningsrubrik", "TOC Heading"]],
  ["Contents1", ["Innehll1", "toc 1"]],
  ["Contents2", ["Innehll2", "toc 2"]],
  ["Contents3", ["Innehll3", "toc 3"]],
  ["Header", ["Sidhuvud", "header"]],
  ["Footer", ["Sidfot", "footer"]],
  ["Footnote", ["Fotnotstext", "footnote text"]],
  ["Caption", ["Beskrivning", "caption"]],
]);

/** A short notice in Swedish with one section that has evidence and one that lacks it, for the files of text. */
const shortText = [
  "1 Väntetider",
  "",
  "Patienter väntar i genomsnitt 94 dagar på operation – en ökning med tio dagar. Nämnden ska korta väntetiden.",
  "",
  "2 Företagsstöd",
  "",
  "Av stödet går 27 procent till företag som leds av kvinnor. Målet är ”minst 40 procent” till år 2030. Nämnden ska",
  "redovisa könsuppdelad statistik för kvinnor och män varje år.",
  "",
].join("\n");

const work = mkdtempSync(join(tmpdir(), "genomlys-fixtures-"));
try {
  await main(process.argv.slice(2));
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main(wanted) {
  const names = readdirSync(sourceFolder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => basename(name, ".md"))
    .sort();
  const all = wanted.length === 0;
  const chosen = names.filter((name) => all || wanted.includes("halland") || wanted.includes(name));
  const unknown = wanted.filter((name) => !["halland", "bad", "scanned", ...names].includes(name));
  if (unknown.length > 0)
    throw new Error(`No such fixture: ${unknown.join(", ")}. There are: ${names.join(", ")}`);

  mkdirSync(builtFolder, { recursive: true });
  for (const name of chosen) {
    const { pages, bytes } = buildDocument(name);
    console.error(`${name}: ${String(pages)} pages, ${String(Math.round(bytes / 1024))} kB`);
  }
  if (chosen.length > 0) await writeFinding(names);
  if (all || wanted.includes("bad")) buildBadFiles();
  if (all || wanted.includes("scanned")) buildScannedFile();
}

// ---------------------------------------------------------------------------------------------------------------
// One document: source -> flat ODT -> PDF (to learn the page of each heading) -> flat ODT with a contents page -> file

function buildDocument(name) {
  const { settings, body } = readSource(name);
  let pageOfHeading = [];
  // The contents page is itself a page or two long, so the page numbers settle in the second pass; the third proves it.
  for (let pass = 1; pass <= 3; pass += 1) {
    const found = headingPages(
      convert(name, settings, body, pageOfHeading, "pdf", { bookmarks: true, tagged: false }),
    );
    if (String(found) === String(pageOfHeading)) break;
    pageOfHeading = found;
  }
  const built = convert(name, settings, body, pageOfHeading, settings.output, settings.pdf ?? {});
  const target = join(builtFolder, `${name}.${settings.output}`);
  const bytes = settings.output === "docx" ? asSwedishWord(readFileSync(built)) : packedPdf(built);
  writeFileSync(target, bytes);
  return { pages: Math.max(...pageOfHeading), bytes: bytes.length };
}

function readSource(name) {
  const text = readFileSync(join(sourceFolder, `${name}.md`), "utf8");
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (front === undefined) throw new Error(`${name}.md: no front matter`);
  return { settings: parseYaml(front), body };
}

function convert(name, settings, body, pageOfHeading, extension, pdf) {
  const flat = join(work, `${name}.fodt`);
  writeFileSync(flat, flatOdt(settings, body, pageOfHeading));
  const options = JSON.stringify({
    ExportBookmarks: { type: "boolean", value: String(pdf.bookmarks ?? false) },
    UseTaggedPDF: { type: "boolean", value: String(pdf.tagged ?? false) },
    UseLosslessCompression: { type: "boolean", value: "true" },
  });
  run("soffice", [
    `-env:UserInstallation=${pathToFileURL(join(work, "profile")).href}`,
    "--headless",
    "--convert-to",
    extension === "pdf" ? `pdf:writer_pdf_Export:${options}` : "docx:MS Word 2007 XML",
    "--outdir",
    work,
    flat,
  ]);
  const made = join(work, `${name}.${extension}`);
  if (!existsSync(made)) throw new Error(`LibreOffice made no ${extension} of ${name}`);
  return made;
}

/** The page (1-based) of every heading in reading order, from the bookmarks LibreOffice wrote. */
function headingPages(pdf) {
  const { outlines } = JSON.parse(run("qpdf", ["--json", "--json-key=outlines", pdf]).toString());
  const pages = [];
  const walk = (entries) => {
    for (const entry of entries) {
      pages.push(entry.destpageposfrom1);
      walk(entry.kids);
    }
  };
  walk(outlines);
  return pages;
}

function run(program, args) {
  try {
    return execFileSync(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, SOURCE_DATE_EPOCH: String(builtAt.getTime() / 1000) },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    if (cause.code === "ENOENT") {
      throw new Error(
        `${program} is not installed; the fixtures are built with LibreOffice Writer, poppler and qpdf`,
        {
          cause,
        },
      );
    }
    throw cause;
  }
}

/** Tagging doubles a PDF; object streams take that back, and the id is made from the content instead of the clock. */
function packedPdf(path) {
  const packed = `${path}.packed`;
  const stamp = `D:${builtAt.toISOString().slice(0, 19).replace(/\D/g, "")}Z'`;
  // Every replacement has the length of what it replaces: the cross-reference table holds byte offsets.
  const timeless = readFileSync(path)
    .toString("latin1")
    .replace(/(\/CreationDate\s*)\(D:\d{14}Z'\)/, `$1(${stamp})`)
    .replace(/(\/DocChecksum \/)[0-9A-F]{32}/, `$1${"0".repeat(32)}`)
    .replace(/(\/ID\s*\[\s*<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}>/, `$1${"0".repeat(32)}$2${"0".repeat(32)}>`);
  writeFileSync(path, Buffer.from(timeless, "latin1"));
  run("qpdf", [
    "--object-streams=generate",
    "--recompress-flate",
    "--compression-level=9",
    "--deterministic-id",
    path,
    packed,
  ]);
  return readFileSync(packed);
}

/**
 * LibreOffice's DOCX as a Swedish Word would have saved it: heading styles have the ids Rubrik1..3 (readers that look
 * for the id "Heading1" find nothing in a Swedish file), and the zip entries have one fixed date.
 */
function asSwedishWord(bytes) {
  const entries = unzipSync(bytes);
  const text = new TextDecoder();
  const packed = {};
  for (const [path, content] of Object.entries(entries)) {
    let result = content;
    if (/^word\/.*\.xml$/.test(path)) {
      result = strToU8(
        text
          .decode(content)
          .replace(/w:(val|styleId)="(\w+)"/g, (all, attribute, id) =>
            swedishStyleIds.has(id) ? `w:${attribute}="${swedishStyleIds.get(id)[0]}"` : all,
          )
          .replace(/(w:styleId="(\w+)"><w:name w:val=)"[^"]*"/g, (all, start, id) => {
            const known = [...swedishStyleIds.values()].find(([swedish]) => swedish === id);
            return known === undefined ? all : `${start}"${known[1]}"`;
          }),
      );
    }
    packed[path] = [result, { mtime: builtAt, level: 9 }];
  }
  return zipSync(packed);
}

// ---------------------------------------------------------------------------------------------------------------
// Markdown with conventions -> flat ODT

function flatOdt(settings, source, pageOfHeading) {
  const footnotes = new Map();
  const body = source.replace(/<!--[\s\S]*?-->/g, "").replace(/^\[\^(\w+)\]: (.*)$/gm, (_, label, text) => {
    footnotes.set(label, text);
    return "";
  });
  const state = {
    settings,
    footnotes,
    usedNotes: 0,
    headings: collectHeadings(body),
    seenHeadings: 0,
    pageOfHeading,
    styles: [],
    frames: 0,
    breakBefore: false,
    first: true,
  };
  const content =
    cover(state) +
    fencedParts(body)
      .map((part) => partXml(part, state))
      .join("");
  return documentXml(settings, state.styles.join(""), content);
}

function collectHeadings(body) {
  return [...body.matchAll(/^(#{1,3}) (.+)$/gm)].map(([, marks, text]) => ({
    level: marks.length,
    text: text.trim(),
  }));
}

/** Splits at `::: kind` … `:::`; text outside is a part of kind "text". Fences do not nest. */
function fencedParts(body) {
  const parts = [];
  let kind = "text";
  let lines = [];
  const close = (next) => {
    if (lines.some((line) => line.trim() !== "")) parts.push({ kind, text: lines.join("\n") });
    lines = [];
    kind = next;
  };
  for (const line of body.split("\n")) {
    const fence = /^:::\s*(\w*)\s*$/.exec(line);
    if (fence === null) lines.push(line);
    else close(fence[1] === "" ? "text" : fence[1]);
  }
  close("text");
  return parts;
}

function partXml(part, state) {
  switch (part.kind) {
    case "text":
      return blocks(part.text, state);
    case "columns": {
      const inside = blocks(part.text, state);
      return `<text:section text:style-name="Columns" text:name="Spalter${String((state.frames += 1))}">${inside}</text:section>`;
    }
    case "box":
      return blocks(part.text, state, { paragraph: "Box" });
    case "pullquote":
    case "textbox": {
      const style = part.kind === "pullquote" ? "PullQuote" : "TextBox";
      const inside = blocks(part.text, state, { paragraph: style });
      const name = `Ruta${String((state.frames += 1))}`;
      const width = part.kind === "pullquote" ? "5.6cm" : "6.4cm";
      return (
        `<text:p text:style-name="FrameAnchor"><draw:frame draw:style-name="${style}Frame" draw:name="${name}" text:anchor-type="paragraph" svg:width="${width}" draw:z-index="0">` +
        `<draw:text-box fo:min-height="1cm">${inside}</draw:text-box></draw:frame></text:p>`
      );
    }
    case "bars":
      return barChart(part.text, state);
    default:
      throw new Error(`Unknown fence ::: ${part.kind}`);
  }
}

function blocks(text, state, { paragraph = "Text_20_body" } = {}) {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return tree.children.map((node) => blockXml(node, state, paragraph)).join("");
}

function blockXml(node, state, paragraph) {
  switch (node.type) {
    case "heading":
      return heading(node, state);
    case "paragraph": {
      const plain = plainText(node).trim();
      if (plain === "{{contents}}") return contents(state);
      if (plain === "{{pagebreak}}") {
        state.breakBefore = true;
        return "";
      }
      if (/^(Tabell|Figur) \d+\. /.test(plain)) {
        const style = plain.startsWith("Tabell") ? "TableCaption" : "FigureCaption";
        return `<text:p text:style-name="${style}">${inline(node.children, state)}</text:p>`;
      }
      return `<text:p text:style-name="${startStyle(state, paragraph)}">${inline(node.children, state)}</text:p>`;
    }
    case "list": {
      const style = node.ordered ? "Numbered" : "Bulleted";
      const items = node.children.map((item) => {
        const inside = item.children
          .map((child) =>
            child.type === "paragraph"
              ? blockXml(child, state, "ListText")
              : blockXml(child, state, paragraph),
          )
          .join("");
        return `<text:list-item>${inside}</text:list-item>`;
      });
      return `<text:list text:style-name="${style}">${items.join("")}</text:list>`;
    }
    case "table":
      return table(node, state);
    case "thematicBreak":
      return `<text:p text:style-name="Rule"/>`;
    default:
      throw new Error(`Markdown the fixtures do not use: ${node.type}`);
  }
}

/** A paragraph that must open a page gets a style of its own: that is how ODT says "page break before". */
function startStyle(state, parent) {
  if (!state.first && !state.breakBefore) return parent;
  const name = `Start${String(state.styles.length + 1)}`;
  const master = state.first ? ` style:master-page-name="Standard"` : "";
  const breaking = state.first ? "" : `<style:paragraph-properties fo:break-before="page"/>`;
  state.styles.push(
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"${master}>${breaking}</style:style>`,
  );
  state.first = false;
  state.breakBefore = false;
  return name;
}

function heading(node, state) {
  const level = node.depth;
  if (level === 1 && state.settings.chapterOnNewPage) state.breakBefore = true;
  const index = state.seenHeadings;
  state.seenHeadings += 1;
  const style = startStyle(state, `Heading_20_${String(level)}`);
  const name = `_Rubrik${String(index + 1)}`;
  return (
    `<text:h text:style-name="${style}" text:outline-level="${String(level)}"><text:bookmark-start text:name="${name}"/>` +
    `${escape(plainText(node))}<text:bookmark-end text:name="${name}"/></text:h>`
  );
}

function contents(state) {
  const deepest = state.settings.contentsDepth ?? 3;
  const rows = state.headings.map((entry, index) => {
    if (entry.level > deepest) return "";
    const page = state.pageOfHeading[index] ?? 0;
    return (
      `<text:p text:style-name="Contents_20_${String(entry.level)}"><text:a xlink:type="simple" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link" xlink:href="#_Rubrik${String(index + 1)}">` +
      `${escape(entry.text)}<text:tab/>${String(page)}</text:a></text:p>`
    );
  });
  const templates = [1, 2, 3].map(
    (level) =>
      `<text:table-of-content-entry-template text:outline-level="${String(level)}" text:style-name="Contents_20_${String(level)}">` +
      `<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/>` +
      `<text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>`,
  );
  const title = state.settings.contentsTitle ?? "Innehåll";
  return (
    `<text:table-of-content text:protected="true" text:name="Innehall"><text:table-of-content-source text:outline-level="${String(deepest)}">` +
    `<text:index-title-template text:style-name="Contents_20_Heading">${title}</text:index-title-template>${templates.join("")}` +
    `</text:table-of-content-source><text:index-body><text:index-title text:name="Innehall_Head">` +
    `<text:p text:style-name="${startStyle(state, "Contents_20_Heading")}">${title}</text:p></text:index-title>${rows.join("")}` +
    `</text:index-body></text:table-of-content>`
  );
}

function table(node, state) {
  const rows = node.children;
  const columns = rows[0].children.length;
  // Width follows the longest cell, dampened, so that a column of numbers stays narrow and a column of prose gets room.
  const longestWord = (cell) =>
    Math.max(
      0,
      ...plainText(cell)
        .split(/\s+/)
        .map((word) => word.length),
    );
  const weights = Array.from({ length: columns }, (_, column) => {
    const cells = rows.map((row) => row.children[column]);
    const prose = Math.max(...cells.map((cell) => Math.min(60, plainText(cell).length))) ** 0.75;
    return Math.max(
      5,
      prose,
      0.85 * Math.max(...cells.map(longestWord).filter((length) => length < 12), longestWord(cells[0])),
    );
  });
  const number = state.styles.length + 1;
  const name = `Tabell${String(number)}`;
  state.styles.push(
    `<style:style style:name="${name}" style:family="table"><style:table-properties table:align="margins" fo:margin-bottom="0.35cm" style:may-break-between-rows="true"/></style:style>`,
    ...weights.map(
      (weight, column) =>
        `<style:style style:name="${name}.${String(column + 1)}" style:family="table-column"><style:table-column-properties style:rel-column-width="${String(Math.round(weight * 100))}*"/></style:style>`,
    ),
  );
  const cells = (row, isHeader) =>
    row.children
      .map((cell, column) => {
        const alignment = node.align[column] === "right" ? "Right" : "";
        const style = `Table${isHeader ? "Heading" : "Text"}${alignment}`;
        return `<table:table-cell table:style-name="${isHeader ? "HeaderCell" : "Cell"}" office:value-type="string"><text:p text:style-name="${style}">${inline(cell.children, state)}</text:p></table:table-cell>`;
      })
      .join("");
  const [head, ...rest] = rows;
  state.inTable = true;
  const xml =
    `<table:table table:name="${name}" table:style-name="${name}">` +
    weights
      .map((_, column) => `<table:table-column table:style-name="${name}.${String(column + 1)}"/>`)
      .join("") +
    `<table:table-header-rows><table:table-row table:style-name="Row">${cells(head, true)}</table:table-row></table:table-header-rows>` +
    rest
      .map((row) => `<table:table-row table:style-name="Row">${cells(row, false)}</table:table-row>`)
      .join("") +
    `</table:table>`;
  state.inTable = false;
  return xml;
}

/** Lines `label | number | number`; the first line names the series. Drawn as SVG, so its text is text in the PDF. */
function barChart(text, state) {
  const [head, ...rows] = text
    .trim()
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const series = head.slice(1);
  const colours = [state.settings.accent ?? "#1f4e79", "#b8863b"];
  const rowHeight = 16 * series.length + 12;
  const height = 34 + rows.length * rowHeight;
  const largest = Math.max(...rows.flatMap((row) => row.slice(1).map(swedishNumber)));
  const bars = rows.map((row, index) => {
    const top = 30 + index * rowHeight;
    const each = row.slice(1).map((cell, column) => {
      const width = Math.round((swedishNumber(cell) / largest) * 250);
      const y = top + column * 16;
      return (
        `<rect x="170" y="${String(y)}" width="${String(width)}" height="13" fill="${colours[column]}"/>` +
        `<text x="${String(176 + width)}" y="${String(y + 10)}" font-size="10" font-family="Liberation Sans">${escape(cell)}</text>`
      );
    });
    return `<text x="0" y="${String(top + 12)}" font-size="11" font-family="Liberation Sans">${escape(row[0])}</text>${each.join("")}`;
  });
  const legend = series.map(
    (label, column) =>
      `<rect x="${String(170 + column * 90)}" y="6" width="10" height="10" fill="${colours[column]}"/>` +
      `<text x="${String(184 + column * 90)}" y="15" font-size="10" font-family="Liberation Sans">${escape(label)}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="460" height="${String(height)}" viewBox="0 0 460 ${String(height)}">${legend.join("")}${bars.join("")}</svg>`;
  return (
    `<text:p text:style-name="Figure"><draw:frame draw:style-name="FigureFrame" draw:name="Figur${String((state.frames += 1))}" text:anchor-type="as-char" svg:width="13cm" svg:height="${((13 * height) / 460).toFixed(2)}cm">` +
    `<draw:image draw:mime-type="image/svg+xml"><office:binary-data>${Buffer.from(svg).toString("base64")}</office:binary-data></draw:image></draw:frame></text:p>`
  );
}

function swedishNumber(text) {
  return Number(text.replace(/\s/g, "").replace(",", "."));
}

function inline(nodes, state) {
  return nodes
    .map((node) => {
      switch (node.type) {
        case "text":
          return textWithNotes(node.value, state);
        case "strong":
          return `<text:span text:style-name="Strong">${inline(node.children, state)}</text:span>`;
        case "emphasis":
          return `<text:span text:style-name="Emphasis">${inline(node.children, state)}</text:span>`;
        case "link":
          return `<text:a xlink:type="simple" xlink:href="${escape(node.url)}">${inline(node.children, state)}</text:a>`;
        case "break":
          return "<text:line-break/>";
        default:
          throw new Error(`Inline Markdown the fixtures do not use: ${node.type}`);
      }
    })
    .join("");
}

function textWithNotes(value, state) {
  return value
    .split(/(\[\^\w+\])/)
    .map((piece) => {
      const [, label] = /^\[\^(\w+)\]$/.exec(piece) ?? [];
      if (label === undefined) {
        const text = state.inTable ? tableText(piece) : piece;
        return escape(state.settings.hyphenate ? withSoftHyphens(text) : text);
      }
      const note = state.footnotes.get(label);
      if (note === undefined) throw new Error(`Footnote ${label} is not defined`);
      state.usedNotes += 1;
      const number = String(state.usedNotes);
      return (
        `<text:note text:id="ftn${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation>` +
        `<text:note-body><text:p text:style-name="Footnote">${escape(note)}</text:p></text:note-body></text:note>`
      );
    })
    .join("");
}

function plainText(node) {
  return "value" in node ? node.value : (node.children ?? []).map(plainText).join("");
}

function escape(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function tableText(text) {
  return text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, "\u00a0");
}

function withSoftHyphens(text) {
  return text.replace(/\p{L}{11,}/gu, (word) =>
    word
      .replace(partBeginnings, "\u00ad")
      .split("\u00ad")
      .map((part) =>
        part.length < 9
          ? part
          : part.replace(
              /(?<=\p{L}{3}[aeiouyåäö][bcdfghjklmnpqrstvxz]*)(?=(?!h\p{L})[bdfgklmnprtv][aeiouyåäö]\p{L}{2})(?<!c|[bcdfghjklmnpqrstvxz][bcdfghjklmnpqrstvxz]{2})/giu,
              "\u00ad",
            ),
      )
      .join("\u00ad"),
  );
}

// ---------------------------------------------------------------------------------------------------------------
// The parts of a flat ODT that are the same for every document

function cover(state) {
  const { settings } = state;
  const facts = Object.entries(settings.cover ?? {})
    .map(
      ([key, value]) => `<text:p text:style-name="CoverFact">${escape(`${key}: ${String(value)}`)}</text:p>`,
    )
    .join("");
  return (
    `<text:p text:style-name="CoverOrganisation">${escape(settings.organisation)}</text:p>` +
    `<text:p text:style-name="Title">${escape(settings.title)}</text:p>` +
    (settings.subtitle === undefined
      ? ""
      : `<text:p text:style-name="Subtitle">${escape(settings.subtitle)}</text:p>`) +
    facts
  );
}

function documentXml(settings, automaticStyles, content) {
  const font = settings.font ?? "Liberation Sans";
  const headingFont = settings.headingFont ?? font;
  const accent = settings.accent ?? "#1f4e79";
  const size = settings.size ?? 11;
  const date = builtAt.toISOString().slice(0, 19);
  const paragraphStyle = (name, parent, paragraph, text = "", more = "") =>
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"${more}>` +
    `<style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
  const headingStyle = (level, points, before, after) =>
    `<style:style style:name="Heading_20_${String(level)}" style:display-name="Heading ${String(level)}" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:default-outline-level="${String(level)}">` +
    `<style:paragraph-properties fo:margin-top="${before}" fo:margin-bottom="${after}" fo:keep-with-next="always"/>` +
    `<style:text-properties style:font-name="${headingFont}" fo:font-size="${String(points)}pt" fo:font-weight="bold" fo:color="${accent}"/></style:style>`;
  const contentsStyle = (level) =>
    `<style:style style:name="Contents_20_${String(level)}" style:display-name="Contents ${String(level)}" style:family="paragraph" style:parent-style-name="Standard">` +
    `<style:paragraph-properties fo:margin-left="${String((level - 1) * 0.6)}cm" fo:margin-bottom="0.08cm"><style:tab-stops><style:tab-stop style:position="${String(16 - (level - 1) * 0.6)}cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>`;
  const listLevel = (kind, rest) =>
    `<text:list-level-style-${kind} text:level="1" ${rest}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.9cm" fo:text-indent="-0.6cm" fo:margin-left="0.9cm"/></style:list-level-properties></text:list-level-style-${kind}>`;
  const line = (parts) => parts.map((part) => part ?? "").join("<text:tab/>");
  const header = line([
    escape(settings.header?.left ?? settings.title),
    undefined,
    escape(settings.header?.right ?? ""),
  ]);
  const chapter = settings.header?.chapter
    ? line([
        `<text:chapter text:display="name" text:outline-level="1"/>`,
        undefined,
        escape(settings.header.right ?? ""),
      ])
    : header;
  const page = settings.footer?.pageOf
    ? `${settings.footer.pageOf === true ? "Sida " : ""}<text:page-number text:select-page="current">1</text:page-number> (<text:page-count>1</text:page-count>)`
    : `<text:page-number text:select-page="current">1</text:page-number>`;
  const footer = line([escape(settings.footer?.left ?? settings.organisation), undefined, page]);

  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>${escape(settings.title)}</dc:title><dc:language>sv-SE</dc:language><dc:creator>${escape(settings.organisation)}</dc:creator><meta:initial-creator>${escape(settings.organisation)}</meta:initial-creator><meta:creation-date>${date}</meta:creation-date><dc:date>${date}</dc:date></office:meta>
<office:font-face-decls>${[...new Set([font, headingFont])].map((name) => `<style:font-face style:name="${name}" svg:font-family="'${name}'"/>`).join("")}</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="1.25cm" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="${font}" fo:font-size="${String(size)}pt" fo:language="sv" fo:country="SE"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="${settings.lineHeight ?? "118%"}"${settings.justify ? ' fo:text-align="justify"' : ""}/></style:style>
${paragraphStyle("ListText", "Text_20_body", 'fo:margin-bottom="0.1cm"')}
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="5cm" fo:margin-bottom="0.5cm"/><style:text-properties style:font-name="${headingFont}" fo:font-size="30pt" fo:font-weight="bold" fo:color="${accent}"/></style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="5cm"/><style:text-properties style:font-name="${headingFont}" fo:font-size="16pt" fo:color="#444444"/></style:style>
${headingStyle(1, 20, "0.9cm", "0.35cm")}${headingStyle(2, 14, "0.6cm", "0.2cm")}${headingStyle(3, 11.5, "0.45cm", "0.12cm")}
<style:style style:name="Contents_20_Heading" style:display-name="Contents Heading" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.5cm"/><style:text-properties style:font-name="${headingFont}" fo:font-size="20pt" fo:font-weight="bold" fo:color="${accent}"/></style:style>
${contentsStyle(1)}${contentsStyle(2)}${contentsStyle(3)}
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="8cm" style:type="center"/><style:tab-stop style:position="16cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="8.5pt" fo:color="#555555"/></style:style>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Header"/>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="0.5cm" fo:text-indent="-0.5cm"/><style:text-properties fo:font-size="8.5pt"/></style:style>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"/>
${paragraphStyle("TableCaption", "Caption", 'fo:margin-top="0.3cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"', 'fo:font-size="9.5pt" fo:font-weight="bold"')}
${paragraphStyle("FigureCaption", "Caption", 'fo:margin-top="0.1cm" fo:margin-bottom="0.4cm"', 'fo:font-size="9.5pt" fo:font-style="italic"')}
${paragraphStyle("Figure", "Standard", 'fo:margin-top="0.3cm" fo:keep-with-next="always"')}
${paragraphStyle("TableText", "Standard", 'fo:margin-left="0cm"', 'fo:font-size="9pt"')}
${paragraphStyle("TableTextRight", "TableText", 'fo:text-align="end"')}
${paragraphStyle("TableHeading", "TableText", 'fo:keep-with-next="always"', 'fo:font-weight="bold" fo:color="#ffffff"')}
${paragraphStyle("TableHeadingRight", "TableHeading", 'fo:text-align="end"')}
${paragraphStyle("CoverOrganisation", "Standard", 'fo:margin-top="0.5cm"', 'fo:font-size="13pt" fo:letter-spacing="0.05cm" fo:color="#444444"', ' style:master-page-name="First_20_Page"')}
${paragraphStyle("CoverFact", "Standard", 'fo:margin-bottom="0.1cm"', 'fo:font-size="10pt"')}
${paragraphStyle("Box", "Text_20_body", `fo:background-color="#eef2f6" fo:padding="0.3cm" fo:border-left="0.1cm solid ${accent}" fo:margin-left="0.3cm" fo:margin-right="0.3cm"`, 'fo:font-size="10pt"')}
${paragraphStyle("PullQuote", "Standard", 'fo:line-height="120%"', `fo:font-size="14pt" fo:font-style="italic" fo:color="${accent}"`)}
${paragraphStyle("TextBox", "Standard", 'fo:margin-bottom="0.15cm"', 'fo:font-size="9.5pt"')}
${paragraphStyle("FrameAnchor", "Standard", 'fo:margin-bottom="0cm" fo:keep-with-next="always"', 'fo:font-size="2pt"')}
${paragraphStyle("Rule", "Standard", 'fo:border-bottom="0.02cm solid #888888" fo:margin-bottom="0.3cm"')}
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>
<style:style style:name="Graphics" style:family="graphic"/>
<style:style style:name="Frame" style:family="graphic"/>
<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.6cm" fo:margin-bottom="1.4cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.7cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="A4Cover"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.5cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout>
<style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="0.8cm"><style:column style:rel-width="1*" fo:end-indent="0.4cm"/><style:column style:rel-width="1*" fo:start-indent="0.4cm"/></style:columns></style:section-properties></style:style>
<style:style style:name="PullQuoteFrame" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties fo:border-left="0.08cm solid ${accent}" fo:border-right="none" fo:border-top="none" fo:border-bottom="none" fo:padding="0.25cm" fo:margin-left="0.5cm" fo:margin-top="0.2cm" fo:margin-bottom="0.2cm" style:wrap="left" style:number-wrapped-paragraphs="no-limit" style:horizontal-pos="right" style:horizontal-rel="paragraph" style:vertical-pos="top" style:vertical-rel="paragraph"/></style:style>
<style:style style:name="TextBoxFrame" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties fo:border="0.03cm solid ${accent}" fo:background-color="#f4f4f0" fo:padding="0.25cm" fo:margin-left="0.5cm" fo:margin-top="0.2cm" fo:margin-bottom="0.2cm" style:wrap="left" style:number-wrapped-paragraphs="no-limit" style:horizontal-pos="right" style:horizontal-rel="paragraph" style:vertical-pos="top" style:vertical-rel="paragraph"/></style:style>
<style:style style:name="FigureFrame" style:family="graphic" style:parent-style-name="Graphics"><style:graphic-properties style:vertical-pos="bottom" style:vertical-rel="baseline"/></style:style>
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="HeaderCell" style:family="table-cell"><style:table-cell-properties fo:background-color="${accent}" fo:padding="0.12cm" fo:border="0.02cm solid ${accent}"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="none" fo:border-bottom="0.02cm solid #999999"/></style:style>
<text:list-style style:name="Bulleted">${listLevel("bullet", 'text:bullet-char="•"')}</text:list-style>
<text:list-style style:name="Numbered">${listLevel("number", 'style:num-format="1" style:num-suffix="."')}</text:list-style>
${automaticStyles}
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="First_20_Page" style:display-name="First Page" style:page-layout-name="A4Cover" style:next-style-name="Standard"/>
<style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Header">${chapter}</text:p></style:header><style:footer><text:p text:style-name="Footer">${footer}</text:p></style:footer></style:master-page>
</office:master-styles>
<office:body><office:text>${content}</office:text></office:body>
</office:document>`;
}

// ---------------------------------------------------------------------------------------------------------------
// What the audit must find, written beside the text it is about: <!-- finding: … --> under a heading

async function writeFinding(names) {
  const documents = names.map((name) => {
    const { settings, body } = readSource(name);
    const sections = [];
    for (const match of body.matchAll(/^#{1,3} (.+)\n\n<!-- finding: (\w+)(?: (\d))?(?:, (.+?))? -->/gm)) {
      const [, heading, status, level, why] = match;
      sections.push({
        heading: heading.trim(),
        status,
        ...(level === undefined ? {} : { level: Number(level) }),
        ...(why === undefined ? {} : { why }),
      });
    }
    return { path: `${name}.${settings.output}`, type: settings.type, verdicts: settings.verdicts, sections };
  });
  const target = join(sourceFolder, "finding.json");
  const options = (await resolveConfig(target)) ?? {};
  writeFileSync(target, await format(JSON.stringify({ documents }), { ...options, parser: "json" }));
}

// ---------------------------------------------------------------------------------------------------------------
// Broken files

function buildBadFiles() {
  mkdirSync(badFolder, { recursive: true });
  const write = (name, bytes) => {
    writeFileSync(join(badFolder, name), bytes);
    console.error(`bad/${name}: ${String(bytes.length)} bytes`);
  };
  write("empty.pdf", Buffer.alloc(0));
  write("scanned.pdf", scannedPdf(ditheredPage(join(builtFolder, "regional-utvecklingsstrategi.pdf"), 3)));
  write("encrypted.pdf", encryptedPdf());
  // LibreOffice writes catalogue and page tree last, so what is left of the file has text streams but no page.
  write("truncated.pdf", readFileSync(join(builtFolder, "tillvaxtstrategi.pdf")).subarray(0, 30_000));
  write(
    "zip-renamed.docx",
    Buffer.from(zipSync({ "bilder/flygfoto.png": [grayPng(48, 32), { mtime: builtAt, level: 0 }] })),
  );
  write("control-characters.txt", Buffer.from(withControlCharacters(shortText)));
  const markdown = withControlCharacters(shortText).replace(/^(\d) /gm, "# $1 ");
  write("control-characters.md", Buffer.from(markdown));
  write("utf16.txt", Buffer.from(`\uFEFF${shortText.replaceAll("\n", "\r\n")}`, "utf16le"));
  write("windows-1252.txt", windows1252(shortText.replaceAll("\n", "\r\n")));
}

/** Colour, window title, hyperlink, bell, backspace, the one-byte CSI of C1 and a right-to-left override. */
function withControlCharacters(text) {
  return text
    .replace("Patienter", "\u001b[31mPatienter\u001b[0m")
    .replace("operation", "\u001b]8;;https://vastana.example/\u001b\\operation\u001b]8;;\u001b\\")
    .replace("Nämnden ska korta", "\u001b]0;kapad titel\u0007\u0007Nämnden ska korta")
    .replace("27 procent", "99\b\b27 procent")
    .replace("kvinnor och män", "kvinnor och \u009b1mmän\u009b0m")
    .replace("varje år", "\u202evarje år\u202c");
}

function windows1252(text) {
  const outside = new Map([
    ["–", 0x96],
    ["”", 0x94],
  ]);
  return Buffer.from([...text].map((character) => outside.get(character) ?? character.charCodeAt(0)));
}

/** Two pages of the growth strategy: the first as it was, with its text, the second as a scanner leaves it. */
function buildScannedFile() {
  mkdirSync(scannedFolder, { recursive: true });
  const original = join(builtFolder, "tillvaxtstrategi.pdf");
  const scan = join(work, "scan.pdf");
  const whole = join(work, "half-scanned.pdf");
  writeFileSync(scan, scannedPdf(bilevelPage(original, 4, 300)));
  run("qpdf", ["--deterministic-id", "--empty", "--pages", original, "3", scan, "1", "--", whole]);
  const bytes = readFileSync(whole);
  writeFileSync(join(scannedFolder, "half-scanned.pdf"), bytes);
  console.error(`scanned/half-scanned.pdf: ${String(bytes.length)} bytes`);
}

/** A page drawn coarsely, in black and white, what is coloured as dots. */
function ditheredPage(pdf, page) {
  const { width, height, bytes } = drawnPage(pdf, page, 120, "-mono");
  // PBM has black as 1.
  return { width, height, rows: Buffer.from(bytes.map((byte) => ~byte)) };
}

/** A page as an office scanner takes it: what is darker than a bound is black, the rest white. */
function bilevelPage(pdf, page, dpi) {
  const { width, height, bytes } = drawnPage(pdf, page, dpi, "-gray");
  const stride = Math.ceil(width / 8);
  const rows = Buffer.alloc(stride * height, 0xff);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      if (bytes[y * width + x] < 170) rows[y * stride + (x >> 3)] &= ~(0x80 >> (x & 7));
  }
  return { width, height, rows };
}

function drawnPage(pdf, page, dpi, colours) {
  const prefix = join(work, "page");
  const only = ["-singlefile", "-f", String(page), "-l", String(page)];
  run("pdftoppm", [colours, "-r", String(dpi), ...only, pdf, prefix]);
  const file = readFileSync(`${prefix}.${colours === "-mono" ? "pbm" : "pgm"}`);
  const [header, width, height] =
    /^P[45]\n(\d+) (\d+)\n(?:255\n)?/.exec(file.subarray(0, 40).toString("latin1")) ?? [];
  if (header === undefined) throw new Error("pdftoppm wrote no bitmap");
  return { width: Number(width), height: Number(height), bytes: file.subarray(header.length) };
}

/** An A4 page that is one picture, a bit a pixel (1 is white), and no text. */
function scannedPdf({ width, height, rows }) {
  const image = deflateSync(rows, { level: 9 });
  return pdfFile([
    `<</Type/Catalog/Pages 2 0 R>>`,
    `<</Type/Pages/Count 1/Kids[3 0 R]>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</Bild 5 0 R>>>>/Contents 4 0 R>>`,
    pdfStream("", Buffer.from("q 595 0 0 842 0 0 cm /Bild Do Q")),
    pdfStream(
      `/Type/XObject/Subtype/Image/Width ${String(width)}/Height ${String(height)}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode`,
      image,
    ),
  ]);
}

function encryptedPdf() {
  const lines = windows1252(shortText)
    .toString("latin1")
    .split("\n")
    .map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) '`);
  const open = join(work, "open.pdf");
  const locked = join(work, "locked.pdf");
  writeFileSync(
    open,
    pdfFile([
      `<</Type/Catalog/Pages 2 0 R>>`,
      `<</Type/Pages/Count 1/Kids[3 0 R]>>`,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>`,
      pdfStream("", Buffer.from(`BT /F1 10 Tf 14 TL 50 780 Td\n${lines.join("\n")}\nET`, "latin1")),
      `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>`,
    ]),
  );
  // AES-128 and not 256: its keys follow from the passwords and the file id alone, so the bytes can be repeated.
  const protection = ["--encrypt", "hemligt", "agare", "128", "--use-aes=y", "--"];
  run("qpdf", ["--static-id", "--static-aes-iv", ...protection, open, locked]);
  return readFileSync(locked);
}

/** @param objects PDF objects 1, 2, 3 …, as text or bytes; the first is the catalogue. */
function pdfFile(objects) {
  const parts = [Buffer.from("%PDF-1.4\n%\xE5\xE4\xF6\n", "latin1")];
  const offsets = [];
  let length = parts[0].length;
  const push = (part) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    push(Buffer.from(`${String(index + 1)} 0 obj\n`));
    push(Buffer.from(object));
    push(Buffer.from("\nendobj\n"));
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const size = String(objects.length + 1);
  push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`));
  push(Buffer.from(`trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function pdfStream(entries, bytes) {
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${String(bytes.length)}>>\nstream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
}

/** A picture of a grey slope: any picture does, it only has to be a real one. */
function grayPng(width, height) {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (__, x) => (x * 5 + y * 3) % 256)]),
  );
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
