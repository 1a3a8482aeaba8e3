// Damage to text, and text that is made to exhaust its reader: XML, HTML, RTF, Markdown, plain text.
import type { Mutation } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

const awkwardNumbers = ["-1", "0", "1", "65536", "99999999", "2147483648", "-2147483649", "1e308", "NaN", ""];

/** A place between two lines, tags or words. */
function gap(text: string, random: Random): number {
  const from = random.below(text.length + 1);
  const next = text.slice(from, from + 2_000).search(/[<>\n ]/);
  return next < 0 ? from : from + next;
}

function insert(text: string, random: Random, inserted: string): string {
  const at = gap(text, random);
  return text.slice(0, at) + inserted + text.slice(at);
}

/** How often something is repeated to tire a reader: mostly a little too often, now and then far too often. */
const often = (random: Random): number => random.pick([50, 500, 1_100, 5_000, 40_000]);

const anyText: Readonly<Record<string, Mutation<string>>> = {
  "numbers changed": (text, random) => {
    const share = 1 + random.below(60);
    return text.replace(/-?\d+(?:\.\d+)?/g, (number) =>
      random.below(share) === 0 ? random.pick(awkwardNumbers) : number,
    );
  },
  "words without end": (text, random) =>
    insert(
      text,
      random,
      random.pick(["kvinnor ", "och män ", "jämställd", "§ ", "1.", "a", "-"]).repeat(often(random)),
    ),
  "odd characters": (text, random) => {
    const odd = [
      "\u0301",
      "\u202e",
      "\u0000",
      "\ud800",
      "\uffff",
      "\u00ad",
      "ﬁ",
      "\u{1f469}\u200d",
      "\u2028",
      "\r",
      "&#0;",
    ];
    return insert(text, random, random.pick(odd).repeat(random.pick([1, 10, 3_000])));
  },
  "lines mixed": (text, random) => {
    const lines = text.split(/(?<=[\n>])/u);
    for (let count = 1 + random.below(30); count > 0; count--) {
      const a = random.below(lines.length);
      const b = random.below(lines.length);
      [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
    }
    return lines.join("");
  },
  "lines lost": (text, random) => {
    const one = 2 + random.below(30);
    return text
      .split(/(?<=[\n>])/u)
      .filter(() => !random.oneIn(one))
      .join("");
  },
};

const markup: Readonly<Record<string, Mutation<string>>> = {
  "nested deep": (text, random) => {
    const [, name = "x"] = /<([A-Za-z][\w:]*)/.exec(text.slice(gap(text, random))) ?? [];
    const depth = often(random);
    return insert(
      text,
      random,
      `<${name}>`.repeat(depth) + "djupt" + (random.oneIn(3) ? "" : `</${name}>`.repeat(depth)),
    );
  },
  "entities that expand": (text, random) => {
    const names = "abcdefghij".slice(0, 2 + random.below(9));
    const entities = [...names].map(
      (name, at) =>
        `<!ENTITY ${name} "${at === 0 ? "lol".repeat(10) : `&${names[at - 1] ?? ""};`.repeat(10)}">`,
    );
    const doctype = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">${entities.join("")}]>`;
    const last = names.at(-1) ?? "a";
    const body = text.replace(/>([^<>]*\w[^<>]*)</, `>&${last};&f;<`);
    return body.startsWith("<?xml") ? body.replace("?>", `?>${doctype}`) : doctype + body;
  },
  "giant attribute": (text, random) => {
    const value = "x".repeat(often(random) * 40);
    return text.replace(/<([A-Za-z][\w:]*)(?=[\s>])/, `<$1 stor="${value}"`);
  },
  "attributes without end": (text, random) => {
    const attributes = Array.from({ length: often(random) }, (_, at) => ` a${String(at)}="1"`).join("");
    return text.replace(/<([A-Za-z][\w:]*)(?=[\s>])/, `<$1${attributes}`);
  },
  "values changed": (text, random) => {
    const one = 2 + random.below(40);
    return text.replace(/="([^"]*)"/g, (whole) =>
      random.oneIn(one) ? `="${random.pick(awkwardNumbers)}"` : whole,
    );
  },
  "elements renamed": (text, random) => {
    const names = [...new Set([...text.matchAll(/<([A-Za-z][\w:-]*)/g)].map(([, name = ""]) => name))];
    if (names.length === 0) return text;
    const [from, to] = [random.pick(names), random.pick(names)];
    return text.replaceAll(new RegExp(`(</?)${from}(?=[\\s/>])`, "g"), `$1${to}`);
  },
  "tags lost": (text, random) => {
    const one = 2 + random.below(40);
    return text.replace(/<[^<>]*>/g, (tag) => (random.oneIn(one) ? "" : tag));
  },
  "text without end": (text, random) =>
    text.replace(/>([^<>]*\w[^<>]*)</, `>${"a ".repeat(often(random) * 20)}<`),
};

const html: Readonly<Record<string, Mutation<string>>> = {
  "formatting that multiplies": (text, random) => {
    const count = random.pick([100, 1_000, 4_000]);
    const open = Array.from({ length: count }, (_, at) => `<b id=${String(at)}>`).join("");
    return insert(text, random, open + "<p>x".repeat(count));
  },
  "a table without end": (text, random) =>
    insert(
      text,
      random,
      `<table><tr><td colspan="${random.pick(awkwardNumbers)}" rowspan=65534>x`.repeat(often(random) / 50),
    ),
  "elements that do not fit": (text, random) =>
    insert(
      text,
      random,
      random
        .pick([
          "<table><a>",
          "<select><option>",
          "<svg><title>",
          "<template>",
          "<plaintext>",
          "<!--",
          "<frameset>",
        ])
        .repeat(often(random) / 10),
    ),
};

const rtf: Readonly<Record<string, Mutation<string>>> = {
  "nested deep": (text, random) => {
    const depth = often(random);
    return insert(text, random, "{".repeat(depth) + "djupt" + (random.oneIn(3) ? "" : "}".repeat(depth)));
  },
  "words of control": (text, random) => {
    const words = [
      "\\bin2147483647 ",
      "\\u-99999 ",
      "\\ls999999",
      "\\trowd\\cellx-1",
      "\\cell",
      "\\row",
      "\\par",
      "\\f-1",
      "\\s65535",
      "\\upr",
      "\\*\\x",
      "\\listtext",
      "\\footnote",
      "\\fonttbl",
      "\\ansicpg0",
      "\\ucc9",
      "\\uc99999 ",
    ];
    return insert(text, random, random.pick(words).repeat(random.pick([1, 5, 2_000])));
  },
};

const markdown: Readonly<Record<string, Mutation<string>>> = {
  "nested deep": (text, random) =>
    insert(
      text,
      random,
      `\n${random.pick(["> ", "- ", "1. ", "  - ", "[", "![", "*a **a ", "`", "<a>", "| "]).repeat(often(random))}\n`,
    ),
  "a table without end": (text, random) => {
    const columns = often(random) / 10;
    const row = `|${"a|".repeat(columns)}\n`;
    return insert(text, random, `\n${row}|${"-|".repeat(columns)}\n${row.repeat(random.pick([1, 50]))}`);
  },
  "headings without end": (text, random) =>
    insert(text, random, `\n${"# Mål\n\nText.\n\n".repeat(often(random) / 5)}`),
};

export const textMutations = {
  xml: { ...anyText, ...markup },
  html: { ...anyText, ...markup, ...html },
  rtf: { ...anyText, ...rtf },
  md: { ...anyText, ...markdown },
  txt: anyText,
} as const;
