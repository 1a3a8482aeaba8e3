// Holds the words that genomlys reads in PDFs, and their order, against the same texts as plain text.
//   node scripts/measure-order.mjs [--list] FILE.pdf FILE.txt [FILE.pdf FILE.txt …]
// Counted is the longest common subsequence: words that stand in both, in the same order. Running headers and page
// numbers, which the reader keeps apart, are left out; so are spaces inside words in the second figure (letters). The third
// also counts stretches of the twin that stand word for word elsewhere in what was read.
// The second table says what the words of the twin are that do not come in order:
//   pieces       the twin has the word in two pieces; ours has it whole
//   glued        the other way round
//   header       a running header or page number in the middle of the twin's text; ours keeps it apart
//   elsewhere    it stands word for word in another place of ours: a pull quote, a box, a caption
//   notInOurs    none of these (--list shows them)
import { readFile } from "node:fs/promises";
import path from "node:path";
import { loadSources } from "./load-sources.mjs";

const args = process.argv.slice(2);
const list = args.includes("--list");
const files = args.filter((arg) => arg !== "--list");
const { readPdf, readText, defaultReadOptions } = await loadSources("measure-order", {
  "src/read/pdf/read-pdf.ts": ["readPdf"],
  "src/read/text/read-text.ts": ["readText"],
  "src/read/reader.ts": ["defaultReadOptions"],
});

const wordsOf = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Indexes into `a` of a longest common subsequence with `b`, and those into `b` (Hunt and Szymanski). */
function commonWords(a, b) {
  const places = new Map();
  for (const [index, word] of b.entries()) places.set(word, [...(places.get(word) ?? []), index]);
  /** By length: the chain of that length which ends earliest in `b`. */
  const chains = [];
  for (const [inA, word] of a.entries()) {
    // From the last place back, so that no word of `a` is used twice.
    for (const inB of (places.get(word) ?? []).toReversed()) {
      let low = 0;
      let high = chains.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (chains[middle].inB < inB) low = middle + 1;
        else high = middle;
      }
      chains[low] = { inA, inB, before: chains[low - 1] };
    }
  }
  const common = { a: new Set(), b: new Set() };
  for (let link = chains.at(-1); link !== undefined; link = link.before) {
    common.a.add(link.inA);
    common.b.add(link.inB);
  }
  return common;
}

/** Stretches of words that are not in `common`, as text. */
function stretches(words, common) {
  const found = [];
  for (const [index, word] of words.entries()) {
    if (common.has(index)) continue;
    if (index > 0 && !common.has(index - 1)) found.at(-1).push(word);
    else found.push([word]);
  }
  return found.map((stretch) => stretch.join(" "));
}

/** Letters of a piece of text that does not stand in another one by chance. */
const shortestPiece = 12;
/** … and of all that is missing between two common words: mostly a word in two pieces. */
const shortestWhole = 5;

const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
const rows = [];
const kinds = [];
for (let at = 0; at + 1 < files.length; at += 2) {
  const document = await readPdf(new Uint8Array(await readFile(files[at])), defaultReadOptions);
  const twin = await readText(new Uint8Array(await readFile(files[at + 1])), defaultReadOptions);
  const ours = wordsOf(
    document.blocks
      .filter((block) => block.layer !== "furniture")
      .map((block) => document.text.slice(block.span.start, block.span.end))
      .join("\n"),
  );
  const theirs = wordsOf(twin.text);
  const furniture = wordsOf(
    document.blocks
      .filter((block) => block.layer === "furniture")
      .map((block) => document.text.slice(block.span.start, block.span.end))
      .join("\n"),
  ).join("");
  const words = commonWords(theirs, ours);
  // A word that one of the two has in two pieces is a word in two pieces, and not one out of order.
  const pieces = words.a.size + rejoined(theirs, words.a, ours, words.b);
  const everything = wordsOf(document.text).join("");
  const elsewhere = stretches(theirs, words.a).reduce(
    (sum, text) => sum + wordsElsewhere(text.split(" "), everything),
    0,
  );
  rows.push({
    file: path.basename(files[at]),
    words: theirs.length,
    inOrder: percent(words.a.size, theirs.length),
    spacesApart: percent(pieces, theirs.length),
    // A stretch in pieces stands elsewhere as well, put together: each is counted once.
    withElsewhere: percent(words.a.size + elsewhere, theirs.length),
    moreInOurs: ours.length - words.b.size,
  });
  kinds.push({ file: path.basename(files[at]), ...kindsOf(theirs, ours, words, furniture) });
  if (!list) continue;
  console.log(`\n${files[at]}`);
  for (const text of stretches(theirs, words.a)) console.log(`  not in ours, or elsewhere: ${text}`);
  for (const text of stretches(ours, words.b)) console.log(`  ours only, or elsewhere: ${text}`);
}
console.table(rows);
console.table(kinds);

/** Counts, by kind, the words of the twin that do not come in order. */
function kindsOf(theirs, ours, common, furniture) {
  const counts = { outOfOrder: 0, pieces: 0, glued: 0, header: 0, elsewhere: 0, notInOurs: 0 };
  const body = ours.join("");
  const gapsOfOurs = gapsOf(ours, common.b);
  for (const [index, gap] of gapsOf(theirs, common.a).entries()) {
    counts.outOfOrder += gap.length;
    const other = gapsOfOurs[index] ?? [];
    if (gap.length > 0 && gap.join("") === other.join("")) {
      counts[gap.length > other.length ? "pieces" : "glued"] += gap.length;
      continue;
    }
    for (let start = 0; start < gap.length;) {
      let end = gap.length;
      let kind;
      for (; end > start; end--) {
        const letters = gap.slice(start, end).join("");
        if (furniture.includes(letters)) kind = "header";
        // One word stands somewhere by chance; in two pieces here and whole there, it does not.
        else if (end > start + 1 && letters.length >= shortestWhole && body.includes(letters))
          kind = ours.includes(letters) ? "pieces" : "elsewhere";
        if (kind !== undefined) break;
      }
      counts[kind ?? "notInOurs"] += kind === undefined ? 1 : end - start;
      start = kind === undefined ? start + 1 : end;
    }
  }
  return counts;
}

/** The words between each two common ones. */
function gapsOf(words, common) {
  const gaps = [[]];
  for (const [index, word] of words.entries()) {
    if (common.has(index)) gaps.push([]);
    else gaps.at(-1).push(word);
  }
  return gaps;
}

/** How many words of `a` outside the common ones are, put together, words of `b` that stand in the same gap. */
function rejoined(a, inA, b, inB) {
  const others = gapsOf(b, inB);
  return gapsOf(a, inA)
    .filter((gap, index) => gap.length > 0 && gap.join("") === others[index]?.join(""))
    .reduce((sum, gap) => sum + gap.length, 0);
}

/** How many of the words stand in `letters` in pieces of two words or more, the longest first; short pieces stand anywhere. */
function wordsElsewhere(words, letters) {
  let count = 0;
  for (let start = 0; start < words.length;) {
    let end = words.length;
    while (end > start + 1 && !letters.includes(words.slice(start, end).join(""))) end--;
    const piece = words.slice(start, end).join("");
    const whole = start === 0 && end === words.length;
    if (end > start + 1 && piece.length >= (whole ? shortestWhole : shortestPiece)) {
      count += end - start;
      start = end;
    } else start++;
  }
  return count;
}
