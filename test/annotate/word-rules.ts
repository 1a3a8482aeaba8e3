// What Word demands of a file before it opens it without a repair: the rules of ECMA-376 parts 1 and 2 for all that a copy
// adds to. Word is not at hand where tests run; a file that breaks none of these gives it nothing to repair.
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const strictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
const commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/** Properties of a run in the order of CT_RPr (part 1, 17.3.2.28 and annex A). */
const runProperties =
  `ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
  snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
  lang eastAsianLayout specVanish oMath rPrChange`.split(/\s+/);
/** Properties of a paragraph in the order of CT_PPr (17.3.1.26). */
const paragraphProperties =
  `pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
  suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
  spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
  divId cnfStyle rPr sectPr pPrChange`.split(/\s+/);
/** Where marks of comments and bookmarks may stand (EG_RangeMarkupElements). */
const rangeParents = new Set(
  `body p hyperlink ins del moveFrom moveTo sdtContent smartTag customXml fldSimple tbl tr tc comment footnote endnote
  txbxContent bdo dir hdr ftr docPartBody`.split(/\s+/),
);

interface Element {
  readonly uri: string;
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  readonly parent: Element | null;
  text: string;
}

/** Everything that is wrong, one line each, in a fixed order; [] for a file that Word opens as it is. */
export function wordProblems(bytes: Uint8Array): string[] {
  const problems: string[] = [];
  const files = new Map(Object.entries(unzipSync(bytes)));
  const parts = new Map<string, Element>();
  for (const [name, content] of files) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const root = parse(content);
    if (root === null) problems.push(`${name}: not well-formed`);
    else parts.set(name, root);
  }
  problems.push(...packageProblems([...files.keys()], parts));
  const main = [...parts.keys()].find((name) => /^word\/document\d*\.xml$/.test(name)) ?? "";
  const texts = [...parts].filter(([name]) =>
    /^word\/(?:document\d*|footnotes|endnotes|comments\d*)\.xml$/.test(name),
  );
  for (const [name, root] of texts) problems.push(...orderProblems(name, root));
  problems.push(...bookmarkProblems(texts));
  problems.push(...commentProblems(parts, main));
  return problems;
}

function parse(content: Uint8Array): Element | null {
  const encoding = content[0] === 0xff && content[1] === 0xfe ? "utf-16le" : "utf-8";
  const parser = new SaxesParser({ xmlns: true, position: false });
  let root: Element | null = null;
  let open: Element | null = null;
  const errors: Error[] = [];
  parser.on("error", (error) => {
    errors.push(error);
  });
  parser.on("opentag", (tag) => {
    const attributes = new Map(
      Object.values(tag.attributes).map(({ uri, local, value }) => [
        `${uri === strictWord ? word : uri} ${local}`,
        value,
      ]),
    );
    const uri = tag.uri === strictWord ? word : tag.uri;
    const element: Element = { uri, local: tag.local, attributes, children: [], parent: open, text: "" };
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  parser.on("text", (text) => {
    if (open !== null) open.text += text;
  });
  parser.on("closetag", () => {
    open = open?.parent ?? null;
  });
  parser.write(new TextDecoder(encoding).decode(content)).close();
  return errors.length > 0 ? null : root;
}

function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}

const named = (root: Element, ...names: string[]): Element[] =>
  [...all(root)].filter(({ uri, local }) => uri === word && names.includes(local));
const value = (element: Element, name: string): string => element.attributes.get(`${word} ${name}`) ?? "";
const plain = (element: Element, name: string): string => element.attributes.get(` ${name}`) ?? "";

function paragraphOf(element: Element): Element | null {
  let at: Element | null = element.parent;
  while (at !== null && !(at.uri === word && at.local === "p")) at = at.parent;
  return at;
}

function doubled(values: readonly string[]): string[] {
  return [...new Set(values.filter((each, index) => values.indexOf(each) !== index))];
}

/** Types of parts and relationships (part 2, 10.1.2.2 and 9.3). */
function packageProblems(names: readonly string[], parts: ReadonlyMap<string, Element>): string[] {
  const problems: string[] = [];
  const types = parts.get("[Content_Types].xml");
  if (types === undefined) return ["no content types"];
  const overrides = types.children.filter(({ local }) => local === "Override");
  const defaults = new Set(
    types.children
      .filter(({ local }) => local === "Default")
      .map((each) => plain(each, "Extension").toLowerCase()),
  );
  const typed = overrides.map((each) => plain(each, "PartName").toLowerCase());
  for (const name of doubled(typed)) problems.push(`two types for ${name}`);
  for (const name of doubled(names.map((each) => each.toLowerCase())))
    problems.push(`two parts named ${name}`);
  for (const name of names) {
    const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    if (name !== "[Content_Types].xml" && !typed.includes(`/${name.toLowerCase()}`) && !defaults.has(ending))
      problems.push(`no type for ${name}`);
  }
  for (const [name, root] of parts) {
    if (!name.endsWith(".rels")) continue;
    for (const id of doubled(root.children.map((each) => plain(each, "Id"))))
      problems.push(`${name}: two ${id}`);
    const folder = name.replace(/_rels\/[^/]*$/, "");
    for (const link of root.children) {
      if (plain(link, "TargetMode") === "External") continue;
      const target = plain(link, "Target");
      const path = target.startsWith("/")
        ? target.slice(1)
        : new URL(target, `http://x/${folder}`).pathname.slice(1);
      if (!names.includes(decodeURIComponent(path))) problems.push(`${name}: ${target} is not there`);
      if (plain(link, "Type").endsWith("/comments")) {
        const type = overrides.find((each) => plain(each, "PartName") === `/${path}`);
        if (type === undefined || plain(type, "ContentType") !== commentsType)
          problems.push(`${path} is not typed as comments`);
      }
    }
    const comments = root.children.filter((each) => plain(each, "Type").endsWith("/comments"));
    if (comments.length > 1) problems.push(`${name}: several parts of comments`);
  }
  return problems;
}

/** Properties come first, in the order of the schema, none twice; marks stand where the schema has them. */
function orderProblems(name: string, root: Element): string[] {
  const problems: string[] = [];
  for (const element of all(root)) {
    if (element.uri !== word) continue;
    const { local, children, parent } = element;
    const order = local === "rPr" ? runProperties : local === "pPr" ? paragraphProperties : null;
    const own = children.filter(({ uri }) => uri === word).map((child) => child.local);
    if (order !== null) {
      const places = own.map((each) => order.indexOf(each));
      if (places.includes(-1)) problems.push(`${name}: ${local} holds ${own.join(" ")}`);
      if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1)))
        problems.push(`${name}: order in ${local}: ${own.join(" ")}`);
    }
    if ((local === "r" && own.indexOf("rPr") > 0) || (local === "p" && own.indexOf("pPr") > 0))
      problems.push(`${name}: properties of ${local} are not first`);
    if (/^(?:commentRange|bookmark)(?:Start|End)$/.test(local) && !rangeParents.has(parent?.local ?? ""))
      problems.push(`${name}: ${local} in ${parent?.local ?? "nothing"}`);
    if (local === "commentReference" && parent?.local !== "r")
      problems.push(`${name}: reference outside a run`);
    if (local === "r" && (parent?.local === "r" || parent?.local === "t"))
      problems.push(`${name}: a run in a run`);
    if (local === "t" && children.length > 0) problems.push(`${name}: elements in a text`);
  }
  return problems;
}

/** Numbers are those of one mark in the whole file, names too; both ends stand in one part (17.13.6). */
function bookmarkProblems(parts: readonly (readonly [string, Element])[]): string[] {
  const problems: string[] = [];
  const starts = parts.flatMap(([, root]) => named(root, "bookmarkStart"));
  for (const id of doubled(starts.map((each) => value(each, "id")))) problems.push(`two bookmarks ${id}`);
  for (const name of doubled(starts.map((each) => value(each, "name").toLowerCase())))
    problems.push(`two bookmarks named ${name}`);
  for (const each of starts)
    if (!/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(value(each, "name")))
      problems.push(`a bookmark "${value(each, "name")}"`);
  for (const [name, root] of parts) {
    const open = named(root, "bookmarkStart").map((each) => value(each, "id"));
    const closed = named(root, "bookmarkEnd").map((each) => value(each, "id"));
    for (const id of open)
      if (closed.filter((each) => each === id).length !== 1) problems.push(`${name}: end of ${id}`);
    for (const id of closed) if (!open.includes(id)) problems.push(`${name}: end of ${id} without its start`);
  }
  return problems;
}

/** Every comment has one start, one end and one reference, in this order and in one paragraph (17.13.4). */
function commentProblems(parts: ReadonlyMap<string, Element>, main: string): string[] {
  const problems: string[] = [];
  const root = [...parts].find(([name]) => /^word\/comments\d*\.xml$/.test(name))?.[1];
  const comments = root === undefined ? [] : named(root, "comment");
  const ids = comments.map((each) => value(each, "id"));
  for (const id of doubled(ids)) problems.push(`two comments ${id}`);
  for (const comment of comments) {
    const id = value(comment, "id");
    if (!/^\d+$/.test(id)) problems.push(`a comment's number is "${id}"`);
    const author = value(comment, "author");
    if (author === "" || author.length > 255) problems.push(`comment ${id}: author "${author}"`);
    if (value(comment, "initials").length > 9) problems.push(`comment ${id}: initials`);
    if (comment.children.at(-1)?.local !== "p")
      problems.push(`comment ${id}: its last element is no paragraph`);
    for (const text of named(comment, "t"))
      if (
        /^\s|\s$/.test(text.text) &&
        text.attributes.get("http://www.w3.org/XML/1998/namespace space") !== "preserve"
      )
        problems.push(`comment ${id}: spaces would be lost`);
  }
  const text = parts.get(main);
  const marks =
    text === undefined ? [] : named(text, "commentRangeStart", "commentRangeEnd", "commentReference");
  for (const id of new Set([...ids, ...marks.map((each) => value(each, "id"))])) {
    const own = marks.filter((each) => value(each, "id") === id);
    const order = own.map(({ local }) => local.replace("comment", "")).join(" ");
    if (!ids.includes(id)) problems.push(`marks of a comment ${id} that is not there`);
    if (order !== "RangeStart RangeEnd Reference" && order !== "Reference")
      problems.push(`comment ${id}: ${order}`);
    // A comment over several paragraphs is somebody else's; in one cell at least it has to begin and end.
    const cells = new Set(own.map((each) => cellOf(each)));
    if (cells.size > 1) problems.push(`comment ${id} reaches from one cell into another`);
    if (own.some((each) => paragraphOf(each) === null && each.local === "commentReference"))
      problems.push(`comment ${id}: reference outside a paragraph`);
  }
  for (const [name, other] of parts)
    if (name !== main && named(other, "commentRangeStart", "commentRangeEnd", "commentReference").length > 0)
      if (/^word\/(?:header|footer|comments)\d*\.xml$/.test(name))
        problems.push(`${name} holds marks of comments`);
  return [...problems, ...besideProblems(parts, root)];
}

function cellOf(element: Element): Element | null {
  let at = element.parent;
  while (at !== null && at.local !== "tc") at = at.parent;
  return at;
}

/** What the parts beside the comments speak of is there ([MS-DOCX] 2.5.1, 2.5.1.4 and 2.5.1.7). */
function besideProblems(parts: ReadonlyMap<string, Element>, comments: Element | undefined): string[] {
  const known = new Set<string>();
  for (const root of [comments]) {
    const ids =
      root === undefined
        ? []
        : [...all(root)].flatMap((each) => each.attributes.get(`${word2010} paraId`) ?? []);
    ids.forEach((id) => known.add(id));
    if (doubled(ids).length > 0) return ["two paragraphs of comments with one id"];
  }
  const attribute = (element: Element, name: string): string | undefined =>
    [...element.attributes].find(([key]) => key.endsWith(` ${name}`))?.[1];
  return [...parts].flatMap(([name, root]) =>
    /^word\/comments(?:Extended|Ids)\.xml$/.test(name)
      ? [...all(root)].flatMap((each) =>
          ["paraId", "paraIdParent"].flatMap((key) => {
            const id = attribute(each, key);
            return id === undefined || known.has(id) ? [] : [`${name}: ${key} ${id} is no comment's`];
          }),
        )
      : [],
  );
}
