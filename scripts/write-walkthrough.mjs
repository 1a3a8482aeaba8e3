// Writes what papers say of the code from the code: docs/walkthrough.md, the first run in README.md, the table of imports in
// docs/architecture.md and the figures of docs/analysis.md.
//
//   node scripts/write-walkthrough.mjs           writes them
//   node scripts/write-walkthrough.mjs --check   exit code 1 when one of them is out of date
//
// The text between the outputs is here; every output is made by calling the stage that the text is about.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { mayImport } from "../.dependency-cruiser.mjs";
import { analysisPage } from "./analysis-figures.mjs";
import { loadSources, root } from "./load-sources.mjs";

const source = "fixtures/halland/regional-utvecklingsstrategi.pdf";
/** The sentence that is followed, by how it begins and by a word that stands nowhere else near. */
const opening = "Andelen invånare som når en större arbetsplats";

const modules = {
  "src/judge/signals.ts": ["signalsIn"],
  "src/judge/passages.ts": ["sentenceRange", "matchesIn"],
  "src/language/tokenise.ts": ["tokenise"],
  "src/language/tokens.ts": ["tokenKind", "tokenMark"],
  "src/model/locate.ts": ["locate"],
  "src/pipeline/assemble-report.ts": ["assembleReport"],
  "src/pipeline/audit.ts": ["auditFile", "judgeFile"],
  "src/read/detect-format.ts": ["detectFormat"],
  "src/read/pdf/engine-text.ts": ["readText"],
  "src/read/reader.ts": ["defaultReadOptions"],
  "src/report/index.ts": ["reportFormats"],
  "src/rules/load-packs.ts": ["loadPacks"],
};

const fence = (text, language = "text") => `\`\`\`${language}\n${text.replace(/\s+$/, "")}\n\`\`\``;
const json = (value) => fence(JSON.stringify(value, null, 2), "json");
const quoted = (text) => JSON.stringify(text);
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Columns set under each other. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => String(cell).padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The page, and the terminal report of the folder for the README. */
async function writtenPages() {
  const stages = await loadSources("walkthrough", modules);
  const bytes = new Uint8Array(await readFile(path.join(root, source)));
  const packs = await stages.loadPacks([]);
  const options = { packs, type: "auto", lang: "sv", read: stages.defaultReadOptions, sha256 };
  const judged = await stages.judgeFile({ path: source, bytes }, options);
  const report = await stages.auditFile({ path: source, bytes }, options);
  return {
    walkthrough: await walkthrough(stages, bytes, judged, report, packs),
    firstRun: await firstRun(stages, options),
  };
}

async function walkthrough(stages, bytes, { judgement, index }, report, packs) {
  const { document } = judgement;
  const at = document.text.indexOf(opening);
  if (at < 0) throw new Error(`the sentence "${opening} …" is no longer in ${source}`);
  const blockNumber = document.blocks.findIndex(({ span }) => span.start <= at && at < span.end);
  const block = document.blocks[blockNumber];
  const section = document.sections.find(
    ({ blocks }) => blocks.first <= blockNumber && blockNumber < blocks.end,
  );

  // 1, 2: bytes and runs
  const engine = await stages.readText(bytes, stages.defaultReadOptions);
  const place = stages.locate(document, at);
  const sentenceText = () => {
    const found = sentence();
    return document.text
      .slice(tokens.start[found.firstToken], tokens.end[found.endToken - 1])
      .replace(/\s+/g, " ");
  };

  // 4: tokens
  const { tokens, sentences } = stages.tokenise(document.text, document.blocks, index.vocabulary);
  const sentenceNumber = sentences.findIndex(
    ({ block: own, endToken }) => own === blockNumber && tokens.start[endToken - 1] >= at,
  );
  const sentence = () => sentences[sentenceNumber];
  const wordAt = (token) => document.text.slice(tokens.start[token], tokens.end[token]);
  const kindName = Object.fromEntries(Object.entries(stages.tokenKind).map(([name, value]) => [value, name]));
  const range = { first: sentence().firstToken, end: sentence().endToken };
  const numbers = Array.from({ length: range.end - range.first }, (_, offset) => range.first + offset);

  const lastPlace = stages.locate(document, tokens.end[range.end - 1] - 1);
  const isOfSentence = (text) => {
    const parts = text.trim().split(/\s+/);
    return parts.some(
      (_, part) =>
        part + 3 <= parts.length && `${sentenceText()}.`.includes(parts.slice(part, part + 3).join(" ")),
    );
  };
  const runs = engine.text.pages
    .filter(({ page }) => page === place.page || page === lastPlace.page)
    .flatMap(({ page, runs: all }) =>
      all.filter((run) => isOfSentence(run.text)).map((run) => ({ ...run, page })),
    );
  const furniture = document.blocks
    .filter(({ layer }) => layer === "furniture")
    .map(({ span }) => ({
      text: document.text.slice(span.start, span.end),
      place: stages.locate(document, span.start),
    }))
    .filter((found) => found.place.page === place.page);

  // 5: matches
  const matched = {
    document,
    tokenised: { tokens, sentences },
    matches: index.text.find(document.text, tokens),
  };
  const matches = stages.matchesIn(matched, range).flatMap((match) => {
    // Beyond the rules stand the lists of requirements, which look for words of their own.
    const rule = index.rules[match.owner]?.rule;
    if (rule === undefined) return [];
    const what = rule.signal ?? rule.expects ?? rule.slug ?? rule.strength ?? "";
    return [
      [
        rule.kind,
        what,
        rule.id,
        quoted((rule.terms ?? rule.body)[match.term] ?? ""),
        numbers
          .filter((token) => token >= match.first && token <= match.last)
          .map(wordAt)
          .join(" "),
      ],
    ];
  });

  // 6, 7: judgement
  const judged = judgement.sections.find((own) => own.section.id === section.id);
  const sectionReport = report.sections.find(({ id }) => id === section.id);
  const span = { start: tokens.start[range.first], end: tokens.end[range.end - 1] };
  // The report holds the evidence of a section in the order in which it was judged.
  const evidence = report.evidence
    .filter((piece) => piece.section === section.id)
    .filter((_, number) => {
      const found = judged.evidence[number].span;
      return found.start >= span.start && found.end <= span.end;
    });
  const signals = stages.signalsIn(index, matched, range);
  const signalLines = [...signals].map(([name, found]) => [
    name,
    [
      ...new Set(
        found.map(({ match }) =>
          numbers
            .filter((token) => token >= match.first && token <= match.last)
            .map(wordAt)
            .join(" "),
        ),
      ),
    ].join(" · "),
  ]);

  const { coverage, verdict } = report;
  const chain = Object.entries(report.chain).map(([link, own]) => [
    link,
    own.expected,
    own.covered,
    own.level,
  ]);
  const renderTerminal = await stages.reportFormats.terminal.load();
  const terminal = renderTerminal(stages.assembleReport([report], packs), {
    lang: "sv",
    details: true,
    width: 80,
    colour: false,
    unicode: false,
  });

  return `# One sentence, from the bytes to the report

This page follows one sentence of \`${source}\` through every stage. Everything in the boxes is output of the code in this repository: \`npm run walkthrough\` writes the page anew, and a test fails when it is out of date. [architecture.md](architecture.md) has the map of what is visited here.

The sentence, from section ${section.number}${lastPlace.page === place.page ? `, page ${place.page}` : `; it begins on page ${place.page} and ends on page ${lastPlace.page}`}:

> ${sentenceText()}.

## 1 Bytes

The command reads the file and nothing else; a reader only ever gets bytes. The content says what it is, not the name (\`src/read/detect-format.ts\`).

${fence(
  table([
    ["bytes", bytes.length],
    ["first bytes", quoted(Buffer.from(bytes.subarray(0, 8)).toString("latin1"))],
    ["detected", JSON.stringify(stages.detectFormat(bytes, source))],
    ["sha256", sha256(bytes)],
  ]),
)}

## 2 Runs: what the engine sees

A PDF knows no words, lines or paragraphs: it draws letters at places. PDFium gives characters; \`src/read/pdf/pdfium/page-runs.ts\` makes runs of them, each with its left edge (x), baseline (y, from the bottom of the page, in points), type size and font. These are the runs that hold our sentence:

${fence(
  table([
    ["page", "x", "y", "size", "font", "text"],
    ...runs.map((run) => [
      run.page,
      run.x0.toFixed(1),
      run.y.toFixed(1),
      run.size,
      run.font.replace(/^[A-Z]{6}\+/, ""),
      quoted(run.text),
    ]),
  ]),
)}

## 3 Blocks: the document

From size, place and order come columns, paragraphs, headings and tables (\`src/read/pdf/\`); words cut at the end of a line are joined, and a paragraph goes on over the page break. What repeats on every page goes to a layer of its own and is not read as text; on page ${place.page} that is:

${fence(furniture.map(({ text }) => quoted(text)).join("\n") || "(nothing)")}

The paragraph that holds the sentence is one block. Its span counts UTF-16 code units in the one copy of the text; the section is found by the heading above; the place in the original comes from the nearest anchor.

${json({
  block: { number: blockNumber, kind: block.kind, layer: block.layer, span: block.span },
  text: document.text.slice(block.span.start, block.span.end).replace(/\s+/g, " ").slice(0, 160) + " …",
  section: { id: section.id, number: section.number, heading: section.heading, path: section.path },
  place,
})}

Every later stage sees only this and cannot tell a PDF from a Word file.

## 4 Tokens: words and sentences

\`src/language/tokenise.ts\` cuts blocks into words and sentences in one pass. Numbers and years are tokens of their own kind. Nothing that spans several words may cross a barrier (marked |): a sentence, a table cell or a block begins there. This is sentence ${sentenceNumber} of the document, tokens ${range.first}–${range.end - 1}:

${fence(
  numbers
    .map((token) => {
      const kind = kindName[tokens.kind[token]];
      const barrier = (tokens.marks[token] & stages.tokenMark.barrier) !== 0 ? "| " : "";
      return `${barrier}${wordAt(token)}${kind === "word" ? "" : ` <${kind}>`}`;
    })
    .join("  ")
    .replace(/(.{70,90}?) {2}/g, "$1\n"),
)}

## 5 Matches: facts

All terms of all rules are found in one pass (\`src/match/find-matches.ts\`). A match says that a term stands there and nothing about what it is worth.

${fence(table([["kind", "class", "rule", "term", "words"], ...matches]))}

## 6 Judgement: opinions

Traps come first: what only looks like the perspective is taken away (\`src/judge/traps.ts\`). ${
    judged.discounted.length === 0
      ? "None fires in this section."
      : `In this section ${judged.discounted.length} match${judged.discounted.length === 1 ? " was" : "es were"} set aside.`
  } Then the level of the sentence follows from the signals in it (\`src/judge/levels.ts\`): described (2) needs a figure, comparison or cause near a word for women or men; steering (3) a goal or an assignment; followed up (4) what binds it, such as an indicator, a target or a year.

${fence(table([["signal", "words"], ...signalLines]))}

What comes of it, one entry for each piece of evidence:

${json(
  evidence.map(({ rule, level, strength, policyGoals, chain: link, location, excerpt }) => ({
    rule,
    level,
    strength,
    policyGoals,
    chain: link,
    location,
    match: excerpt.match,
  })),
)}

The section takes the level of its deepest sentence, and is expected to hold the perspective for the reasons given:

${json({
  status: sectionReport.status,
  level: sectionReport.level,
  expected: sectionReport.expected,
  because: sectionReport.because,
  chain: sectionReport.chain,
  words: sectionReport.words,
})}

## 7 Score: numbers

\`src/score/\` sees judged sections as plain data. Coverage is weighted by words and counts expected sections only; \`upTo\` is what it would be if every section left to a person were covered; \`null\` would mean that nothing was expected, which is not 0.

${json(coverage)}

Each link of the steering chain, with the deepest level that evidence reaches there:

${fence(table([["link", "expected", "covered", "level"], ...chain]))}

The verdict follows from these in a fixed order (\`src/score/verdict.ts\`): **${verdict}**.

## 8 Report

The JSON report (\`--format json\`, [report.md](report.md)) holds the sentence like this:

${json(evidence[0])}

The terminal shows the same, \`npx genomlys ${source} --details\`:

${fence(linesOfSection(terminal, section.number))}

Sentence to page, level, chain link and verdict: each step can be followed back, and every number on the screen rests on a span of the one text.
`;
}

/** The lines of the terminal report that are about a section: from its name to the next section. */
function linesOfSection(terminal, number) {
  const lines = terminal.split("\n");
  const isSection = (line) => /^\s{0,6}(?:[-*•] )?\d+(?:\.\d+)+ \p{Lu}/u.test(line);
  // The last place where the number begins a line: the details stand behind the gaps.
  const start = lines.findLastIndex((line) =>
    new RegExp(`^\\s{0,6}${number.replaceAll(".", "\\.")} `).test(line),
  );
  if (start < 0) throw new Error(`section ${number} is not in the terminal report`);
  const length = lines.slice(start + 1).findIndex((line) => isSection(line));
  return lines.slice(start, length < 0 ? start + 12 : start + 1 + length).join("\n");
}

/** The beginning of what \`npx genomlys fixtures/halland\` prints: overview and the first document's gaps. */
async function firstRun(stages, options) {
  const names = [
    "halso-och-sjukvardsstrategi.docx",
    "mal-och-budget.pdf",
    "regional-utvecklingsstrategi.pdf",
    "tillvaxtstrategi.pdf",
    "verksamhetsplan.docx",
  ];
  const documents = [];
  for (const name of names) {
    const file = path.posix.join("fixtures/halland", name);
    documents.push(
      await stages.auditFile(
        { path: file, bytes: new Uint8Array(await readFile(path.join(root, file))) },
        options,
      ),
    );
  }
  const render = await stages.reportFormats.terminal.load();
  const text = render(stages.assembleReport(documents, options.packs), {
    lang: "sv",
    details: false,
    width: 80,
    colour: false,
    unicode: true,
  });
  const lines = text.split("\n");
  // Overview, the first document's head and its two gravest gaps: enough to know the tool by.
  const third = lines.findIndex((line) => line.startsWith("  3. "));
  const shown = lines.slice(0, third);
  return `${shown.join("\n").trimEnd()}\n\n[…]`;
}

/** Who may import whom, as the checked table has it. Two files that everything may need get no row. */
function importTable() {
  const plain = (name) => name.replace(/\.ts$/, "");
  const rows = Object.entries(mayImport)
    .filter(([from]) => from !== "package-root.ts" && from !== "version.ts")
    .map(([from, to]) => [plain(from), to.map(plain).join(", ") || "–"]);
  const head = ["From", "May import"];
  const widths = [0, 1].map((column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** A page with `text` put between the marks that carry `name`. */
function withPart(page, name, text) {
  const begin = `<!-- ${name}: written by npm run walkthrough -->`;
  const end = `<!-- end of ${name} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the lines "${begin}" and "${end}" are not in the page`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}

async function main(argv) {
  const pages = await writtenPages();
  const readmeFile = path.join(root, "README.md");
  const mapFile = path.join(root, "docs", "architecture.md");
  const analysisFile = path.join(root, "docs", "analysis.md");
  const wanted = new Map([
    [path.join(root, "docs", "walkthrough.md"), pages.walkthrough],
    [readmeFile, withPart(await readFile(readmeFile, "utf8"), "first run", fence(pages.firstRun))],
    [mapFile, withPart(await readFile(mapFile, "utf8"), "imports", importTable())],
    [analysisFile, await analysisPage(await readFile(analysisFile, "utf8"))],
  ]);
  for (const [file, text] of wanted) {
    const there = await readFile(file, "utf8").catch(() => "");
    if (there === text) continue;
    if (argv.includes("--check")) {
      console.error(`${path.relative(root, file)} is out of date: run npm run walkthrough`);
      process.exitCode = 1;
    } else {
      await writeFile(file, text);
      console.log(`written: ${path.relative(root, file)}`);
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2));
}
