// Holds the words that genomlys reads in PDFs, and their order, against the same texts as plain text.
//   node scripts/measure-order.mjs [--list] FILE.pdf FILE.txt [FILE.pdf FILE.txt …]
// Counted is the longest common subsequence: words that stand in both, in the same order. Running headers and page
// numbers, which the reader keeps apart, are left out; so are spaces inside words in the second figure (letters). The third
// also counts stretches of the twin that stand word for word elsewhere in what was read: pull quotes that one of the two
// has in another place, running headers that the twin has in the middle of its text.
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
  if (!list) continue;
  console.log(`\n${files[at]}`);
  for (const text of stretches(theirs, words.a)) console.log(`  not in ours, or elsewhere: ${text}`);
  for (const text of stretches(ours, words.b)) console.log(`  ours only, or elsewhere: ${text}`);
}
console.table(rows);

/** How many words of `a` outside the common ones are, put together, words of `b` that stand in the same gap. */
function rejoined(a, inA, b, inB) {
  const gaps = (words, common) => {
    const texts = [];
    let text = { letters: "", words: 0 };
    for (const [index, word] of words.entries()) {
      if (common.has(index)) {
        texts.push(text);
        text = { letters: "", words: 0 };
      } else text = { letters: text.letters + word, words: text.words + 1 };
    }
    return [...texts, text];
  };
  const others = gaps(b, inB);
  return gaps(a, inA)
    .filter(({ letters }, index) => letters !== "" && letters === others[index]?.letters)
    .reduce((sum, gap) => sum + gap.words, 0);
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
