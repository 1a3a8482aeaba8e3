import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { openArchive } from "../../../src/read/archive/open-archive.ts";
import { readPlainXml } from "../../../src/read/office/plain-xml.ts";
import { readXml } from "../../../src/read/office/read-xml.ts";

/** Events of tags, each with the text before it. */
interface Told {
  readonly events: string[];
  readonly wellFormed: boolean;
}

/** Writes down what it is told; text that comes in pieces is one text. */
function recorder() {
  const events: string[] = [];
  let text = "";
  let depth = 0;
  const tell = (event: string): void => {
    events.push(JSON.stringify(text), event);
    text = "";
  };
  return {
    events,
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      tell(`<${name} ${JSON.stringify(Object.entries(attributes))}`);
      depth++;
    },
    close: (name: string) => {
      tell(`>${name}`);
      depth--;
    },
    text: (content: string) => {
      if (depth > 0) text += content;
    },
  };
}

function bySaxes(xml: string): Told {
  const told = recorder();
  const parser = new SaxesParser();
  const stop = (): never => {
    throw new Error("stop");
  };
  parser.on("error", stop);
  parser.on("doctype", stop);
  parser.on("opentag", ({ name, attributes }) => {
    told.open(name, attributes);
  });
  parser.on("closetag", ({ name }) => {
    told.close(name);
  });
  parser.on("text", told.text);
  parser.on("cdata", told.text);
  try {
    parser.write(xml).close();
    return { events: told.events, wellFormed: true };
  } catch {
    return { events: told.events, wellFormed: false };
  }
}

/** What our reading tells of a part: the attributes that `names` ask for. */
function byReadXml(xml: string, names: readonly string[]): Told {
  const told = recorder();
  const problem = readXml(new TextEncoder().encode(xml), {
    open: (name, attribute) => {
      const found = names.flatMap((key) => {
        const value = attribute(key);
        return value === undefined ? [] : [[key, value] as const];
      });
      told.open(name, Object.fromEntries(found));
    },
    close: told.close,
    text: told.text,
  });
  return { events: told.events, wellFormed: problem === null };
}

/** Checks that what is told of `xml` is what the parser tells of it, as far as it is told; answers whether it was all. */
function expectAsSaxes(xml: string): boolean {
  const told = recorder();
  const left = readPlainXml(xml, told);
  const saxes = bySaxes(xml);
  if (left === null) {
    expect({ events: told.events, wellFormed: true }).toEqual(saxes);
    return true;
  }
  expect(told.events).toHaveLength(2 * left);
  expect(told.events).toEqual(saxes.events.slice(0, 2 * left));
  return false;
}

const document = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${body}`;

describe("what office programs write is told whole, as the parser tells it", () => {
  test.each([
    ["elements in each other", '<w:p w:id="1"><w:r><w:t>Plan</w:t></w:r></w:p>'],
    ["empty elements", "<a><b/><c /><d></d></a>"],
    ["the same tag with and without attributes", '<a><b c="1"/><b/><b c="1"/></a>'],
    ["attributes in both quotes", `<a b="it's" c='"x"'/>`],
    ["attributes on lines of their own", '<a\r\n  b="1"\n\tc="2"\n/>'],
    ["characters by name", '<a b="&lt;&quot;&apos;&amp;&gt;">x &lt; y &amp;amp; z</a>'],
    ["characters by number", '<a b="&#229;&#xE4;">&#8211;&#x2013;</a>'],
    ["ends of lines of all kinds", "<a>x\r\ny\rz\n</a>\r\n"],
    ["blanks that are text", "<a> <b> </b>\t</a>"],
    ["letters beyond the first plane", "<a>😀 ž €</a>"],
    ["names that objects have", '<a><__proto__ constructor="1" __proto__="2"/></a>'],
    ["a declaration in front", document("<a/>")],
    ["no declaration", " <a/>"],
  ])("%s", (_, xml) => {
    expect(expectAsSaxes(xml)).toBe(true);
  });
});

describe("what is unusual is left to the parser, from there on", () => {
  test.each([
    ["a comment", "<a><b/><!-- <c> --><d/></a>"],
    ["a section of characters", "<a><b/><![CDATA[<c>]]></a>"],
    ["an instruction", "<a><b/><?c d?></a>"],
    ["a document type", "<!DOCTYPE a><a/>"],
    ["another version", '<?xml version="1.1"?><a/>'],
    ["names beyond ASCII", "<a><b/><plåt/></a>"],
    ["'>' in a value", '<a><b c="x > y"/></a>'],
    ["ends of lines in a value", '<a><b c="x\ny"/></a>'],
    ["characters beyond the first plane by number", "<a><b/>&#128512;<c/></a>"],
    ["blanks before the end of a closing tag", "<a><b></b ></a>"],
    ["blanks around '='", '<a><b c = "1"/></a>'],
    ["a tag of a million letters", `<a><b c="${"x".repeat(1_000_000)}"/></a>`],
  ])("%s", (_, xml) => {
    expect(expectAsSaxes(xml)).toBe(false);
    expect(byReadXml(xml, ["c"]).events).toEqual(bySaxes(xml).events);
  });

  test("what was told before is not told again, nor is text lost", () => {
    const xml = "<a>1<b>2</b>3<!-- -->4<c>5</c>6<d/>7</a>";
    const { events, wellFormed } = byReadXml(xml, []);
    expect(wellFormed).toBe(true);
    expect(events.map((event) => event.replace(/ \[.*/, "")).join(" ")).toBe(
      '"" <a "1" <b "2" >b "34" <c "5" >c "6" <d "" >d "7" >a',
    );
  });
});

describe("what is not well-formed is never told as whole", () => {
  test.each([
    ["nothing", ""],
    ["text alone", "plan"],
    ["a tag that is not closed", "<a><b></a>"],
    ["a tag closed by a longer one", "<a></ab>"],
    ["a part that ends too soon", "<a><b/>"],
    ["a tag that ends too soon", "<a><b"],
    ["two roots", "<a/><b/>"],
    ["text behind the root", "<a/>plan"],
    ["characters behind the root", "<a/>&#32;"],
    ["characters before the root", "&#32;<a/>"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["attributes that touch", '<a b="1"c="2"/>'],
    ["an attribute without quotes", "<a b=1/>"],
    ["an attribute without a value", "<a b/>"],
    ["'<' in a value", '<a b="<"/>'],
    ["an ampersand alone", "<a>R & D</a>"],
    ["a name that nobody has explained", "<a>&nbsp;</a>"],
    ["a character that there is not", "<a>&#0;</a>"],
    ["half a character", "<a>&#xD800;</a>"],
    ["a control character", "<a>\u0001</a>"],
    ["a control character in a value", '<a b="\u0001"/>'],
    ["']]>' in text", "<a>]]></a>"],
    ["a blank before the name", "< a/>"],
    ["a blank behind the slash", "<a/ >"],
    ["a declaration that is not at the beginning", ' <?xml version="1.0"?><a/>'],
  ])("%s", (_, xml) => {
    expect(expectAsSaxes(xml)).toBe(false);
    expect(byReadXml(xml, ["b"]).wellFormed).toBe(false);
  });
});

const name = fc.constantFrom("a", "w:p", "w:t", "w:tbl", "x.y-z", "_", "xml:space");
const content = fc
  .array(
    fc.constantFrom(
      "x",
      "å",
      " ",
      "\n",
      "\r\n",
      "&amp;",
      "&#229;",
      "&#xe4;",
      "&lt;",
      "–",
      "]]",
      "😀",
      '"',
      "'",
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));
const attribute = fc
  .tuple(name, content, fc.constantFrom('"', "'"))
  .map(([key, value, quote]) => ` ${key}=${quote}${value.replaceAll(quote, "")}${quote}`);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 3, selector: (text) => text.split("=")[0] }),
      fc.array(fc.oneof({ maxDepth: 4 }, content, tie("element")), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([tag, attributes, inside, empty]) =>
      empty ? `<${tag}${attributes.join("")}/>` : `<${tag}${attributes.join("")}>${inside.join("")}</${tag}>`,
    ),
}));

describe("of any part it is told what the parser tells", () => {
  test("well-formed or nearly", () => {
    fc.assert(
      fc.property(element, fc.boolean(), (xml, declared) => {
        expectAsSaxes(declared ? document(xml) : xml);
      }),
      { numRuns: 500 },
    );
  });

  test("with a piece put in, taken out or doubled", () => {
    const piece = fc.constantFrom(
      "",
      "<",
      ">",
      "/",
      "&",
      ";",
      '"',
      "=",
      " ",
      "<!--",
      "-->",
      "<b>",
      "</a>",
      "\r",
      "]]>",
      "é",
    );
    fc.assert(
      fc.property(element, fc.nat(), fc.nat(8), piece, (xml, place, length, put) => {
        const signs = [...xml];
        signs.splice(place % (signs.length + 1), length, put);
        const changed = signs.join("");
        expectAsSaxes(changed);
        expect(byReadXml(changed, []).wellFormed).toBe(bySaxes(changed).wellFormed);
      }),
      { numRuns: 1000 },
    );
  });

  test("in the fixtures, where nearly all parts are plain", () => {
    const folders = [
      "fixtures/halland",
      ...["docx", "xlsx", "word-processor"].map((at) => `test/read/${at}/files`),
    ];
    let plain = 0;
    let parts = 0;
    for (const folder of folders) {
      for (const file of readdirSync(folder).filter((each) => /\.(?:docx|od[ts]|xlsx)$/.test(each))) {
        const archive = openArchive(readFileSync(path.join(folder, file)), { unpackedBytes: 1 << 28 });
        if (archive.kind !== "archive") throw new Error(`${file}: ${archive.kind}`);
        for (const part of archive.names.filter((each) => /\.(?:xml|rels)$/.test(each))) {
          const entry = archive.read(part);
          if (entry.kind !== "bytes") throw new Error(`${file}, ${part}: ${entry.kind}`);
          parts++;
          if (expectAsSaxes(new TextDecoder().decode(entry.bytes))) plain++;
        }
      }
    }
    expect(parts).toBeGreaterThan(50);
    expect(plain / parts).toBeGreaterThan(0.9);
  });
});
