// Word document + what is to be written in its margin → a copy with real comments, and highlights where asked for. Only
// the parts that hold comments and the text itself are changed, and those only by what is put in at a place.
import { message, type Language } from "../../messages/message.ts";
import type { Annotations, Stretch } from "../../model/annotation.ts";
import type { ChangesRead } from "../../model/document.ts";
import { openArchive, type Archive } from "../../read/archive/open-archive.ts";
import { readRelationships, type Relationship } from "../../read/office/read-relationships.ts";
import type { Annotated } from "../annotated.ts";
import { commentLines } from "../comment-lines.ts";
import { findWords, lettersOf, likeliest, type Letters } from "../find-words.ts";
import {
  commentXml,
  dropEntries,
  readComments,
  settledParagraphs,
  type OldComment,
  type OldComments,
} from "./comments-part.ts";
import {
  bookmarkNumbers,
  dropHighlights,
  highlightWords,
  startMarking,
  textOfParagraph,
} from "./highlight-words.ts";
import { notesFinder, readNoteParts, type NotePart, type TextPart } from "./note-parts.ts";
import { applySplices, decodePart, type PartText, type Splice } from "./part-text.ts";
import { rewriteArchive } from "./rewrite-archive.ts";
import type { CommentMark, DocumentPlaces, ParagraphPlace, RunPlace } from "./document-places.ts";
import { scanDocument } from "./scan-document.ts";
import { rootOf, strictWordNamespace, wordNamespace } from "./scan-xml.ts";

export interface AnnotateDocxOptions {
  readonly lang: Language;
  /** The reading of tracked changes that the document was judged in. */
  readonly changes: ChangesRead;
  /** Mark the words that are evidence. */
  readonly highlight: boolean;
  /** Most bytes that the parts may unpack to. */
  readonly unpackedBytes: number;
}

const refused = { kind: "refused", reason: "damaged" } as const;

/** Pure: the same bytes and annotations give the same copy. */
export function annotateDocx(
  bytes: Uint8Array,
  annotations: Annotations,
  options: AnnotateDocxOptions,
): Annotated {
  const archive = openArchive(bytes, options);
  // A locked document is a compound file around the archive.
  if (archive.kind !== "archive")
    return { kind: "refused", reason: bytes[0] === 0xd0 && bytes[1] === 0xcf ? "locked" : "damaged" };
  const mainName =
    readRelationships(archive, "").find(({ type }) => type === "officeDocument")?.target ??
    "word/document.xml";
  const main = partOf(archive, mainName);
  const places = main === null ? null : scanDocument(main.text, options.changes);
  if (main === null || places === null || places.paragraphs.length === 0) return refused;
  const relationships = readRelationships(archive, mainName);
  const named = (type: string): string | undefined =>
    relationships.find((relationship) => relationship.type === type)?.target;

  const commentsName = named("comments");
  const commentsPart = commentsName === undefined ? null : partOf(archive, commentsName);
  const old = commentsPart === null ? null : readComments(commentsPart.text);
  if (commentsName !== undefined && (commentsPart === null || old === null)) return refused;

  const extendedName = named("commentsExtended");
  const extended = extendedName === undefined ? null : partOf(archive, extendedName);
  const settled = extended === null ? new Set<string>() : settledParagraphs(extended.text);
  const ours = (old?.comments ?? []).filter(({ own }) => own);
  const kept = ours.filter(({ paragraphId }) => settled.has(paragraphId));
  const dropped = ours.filter((comment) => !kept.includes(comment));

  const noteParts = readNoteParts(archive, named, options.changes);
  const written = newComments(annotations, places, { noteParts, old, kept, dropped, lang: options.lang });
  const parts = new Map<string, Uint8Array>();
  const change = (name: string, part: PartText, splices: readonly Splice[]): void => {
    if (splices.length > 0) parts.set(name, part.encode(applySplices(part.text, splices)));
  };

  const text: TextPart = { name: mainName, part: main, places };
  const marks = options.highlight
    ? newHighlights(annotations, text, noteParts)
    : { count: 0, splices: new Map<TextPart, readonly Splice[]>() };
  change(mainName, main, [
    ...dropMarks(places.commentMarks, new Set(dropped.map(({ id }) => id))),
    ...dropHighlights(places),
    ...written.splices,
    ...(marks.splices.get(text) ?? []),
  ]);
  for (const notes of noteParts)
    change(notes.name, notes.part, [...dropHighlights(notes.places), ...(marks.splices.get(notes) ?? [])]);

  if (commentsPart !== null && old !== null && commentsName !== undefined) {
    change(commentsName, commentsPart, [
      ...dropped.map(({ start, end }) => ({ at: start, remove: end - start, insert: "" })),
      ...(written.xml === "" ? [] : [old.append(written.xml)]),
    ]);
    for (const [name, bytesOfPart] of withoutEntries(archive, named, dropped)) parts.set(name, bytesOfPart);
  } else if (written.xml !== "") {
    const added = addCommentsPart(archive, mainName, relationships, written.xml, places.strict);
    if (added === null) return refused;
    for (const [name, bytesOfPart] of added) parts.set(name, bytesOfPart);
  }

  const copy = rewriteArchive(bytes, parts);
  if (copy === null) return refused;
  return {
    kind: "annotated",
    bytes: copy,
    comments: written.count,
    highlights: marks.count,
    kept: kept.length,
    signed: archive.names.some((name) => /^_xmlsignatures\//i.test(name)),
  };
}

function partOf(archive: Archive, name: string): PartText | null {
  const part = archive.read(name);
  return part.kind === "bytes" ? decodePart(part.bytes) : null;
}

interface CommentContext {
  readonly noteParts: readonly NotePart[];
  readonly old: OldComments | null;
  readonly kept: readonly OldComment[];
  readonly dropped: readonly OldComment[];
  readonly lang: Language;
}

interface NewComments {
  readonly xml: string;
  readonly count: number;
  readonly splices: readonly Splice[];
}

/** The comments as XML, and the marks that hang them up in the text. */
function newComments(annotations: Annotations, places: DocumentPlaces, context: CommentContext): NewComments {
  const { noteParts, old, kept, dropped, lang } = context;
  const gone = new Set(dropped);
  let last = -1;
  for (const comment of old?.comments ?? [])
    if (!gone.has(comment) && /^\d{1,9}$/.test(comment.id)) last = Math.max(last, Number(comment.id));
  const keptAt = new Map(
    kept.flatMap(({ id, text }) => {
      const mark = places.commentMarks.find((each) => each.id === id && each.kind !== "end");
      return mark?.paragraph == null
        ? []
        : [[`${String(hostOf(mark.paragraph).number)} ${text}`, id] as const];
    }),
  );
  const find = placeFinder(places, noteParts);
  let xml = "";
  let count = 0;
  const splices: Splice[] = [];
  for (const comment of annotations.comments) {
    const place = find(comment.stretches.length > 0 ? comment.stretches : annotations.beginning);
    const own = commentLines(comment, lang);
    if (place === null || own.length === 0) continue;
    const { paragraph, mark } = place;
    const lines =
      mark === null ? own : [{ role: "text", text: message(lang, "comment.inNote") } as const, ...own];
    // Somebody has answered this very comment: it is not put to them again.
    if (keptAt.has(`${String(paragraph.number)} ${lines.map(({ text }) => text).join("\n")}`)) continue;
    last++;
    count++;
    xml += commentXml(last, lines, old?.prefix ?? "w:");
    splices.push(...marksAt(place, last, places));
  }
  return { xml, count, splices };
}

/** Text boxes can hold no comments: their paragraphs' stand at the paragraph that the box hangs on. */
function hostOf(paragraph: ParagraphPlace): ParagraphPlace {
  return paragraph.host ?? paragraph;
}

/** Paragraphs beside the one that is named are looked at when its text is another: so many in each direction. */
const lookAround = 40;

/** Where a comment is hung up. */
interface CommentPlace {
  readonly paragraph: ParagraphPlace;
  /** The run with the mark of the note that the comment is about; null for one about the paragraph itself. */
  readonly mark: RunPlace | null;
}

/** Finds where a comment is hung up: the paragraph of its number, held against its words. */
function placeFinder(
  places: DocumentPlaces,
  noteParts: readonly NotePart[],
): (stretches: readonly Stretch[]) => CommentPlace | null {
  const { paragraphs } = places;
  const letters = lettersFinder();
  const notesOf = notesFinder(places, noteParts);
  const holds = (paragraph: ParagraphPlace | undefined, stretch: Stretch): paragraph is ParagraphPlace => {
    if (paragraph === undefined) return false;
    const own = letters(paragraph).letters;
    const wanted = lettersOf(stretch.text).letters;
    // A number that Word prints before a heading stands in its list, not in its text.
    return own !== "" && (own.includes(wanted) || wanted.endsWith(own) || wanted.includes(own));
  };
  return (stretches) => {
    const [stretch] = stretches;
    if (stretch === undefined || !("paragraph" in stretch.location)) return null;
    const at = stretch.location.paragraph - 1;
    const named = paragraphs[at];
    const note =
      named === undefined || holds(named, stretch)
        ? undefined
        : notesOf(named).find(({ paragraph }) => holds(paragraph, stretch));
    if (note !== undefined) {
      // Notes can hold no comments: theirs hang on their marks in the text, or where the box with the mark hangs.
      const { paragraph, run } = note.mark;
      return { paragraph: hostOf(paragraph), mark: paragraph.host === null ? run : null };
    }
    for (let by = 0; by <= lookAround; by++) {
      for (const paragraph of by === 0 ? [named] : [paragraphs[at - by], paragraphs[at + by]])
        if (holds(paragraph, stretch)) return { paragraph: hostOf(paragraph), mark: null };
    }
    // Charts have no paragraph of their own: they are found where they hang.
    return named === undefined ? null : { paragraph: hostOf(named), mark: null };
  };
}

function lettersFinder(): (paragraph: ParagraphPlace) => Letters {
  const known = new Map<ParagraphPlace, Letters>();
  return (paragraph) => {
    const letters = known.get(paragraph) ?? lettersOf(textOfParagraph(paragraph));
    known.set(paragraph, letters);
    return letters;
  };
}

/** The marks of a comment around the content of a paragraph, or around the mark of a note. */
function marksAt(
  { paragraph, mark: noteMark }: CommentPlace,
  id: number,
  { prefix, strict }: DocumentPlaces,
): Splice[] {
  const written = /^[^:]+:/.exec(paragraph.name)?.[0];
  // Attributes need a prefix: where the file binds none, each mark brings its own.
  const name = written ?? (prefix === null ? "w:" : `${prefix}:`);
  const declared =
    written === undefined && prefix === null
      ? ` xmlns:w="${strict ? strictWordNamespace : wordNamespace}"`
      : "";
  const mark = (element: string): string => `<${name}${element}${declared} ${name}id="${String(id)}"/>`;
  const run = `<${name}r${declared}>${mark("commentReference")}</${name}r>`;
  if (paragraph.empty) {
    const { start, end } = paragraph.tag;
    const inside = `${mark("commentRangeStart")}${mark("commentRangeEnd")}${run}`;
    return end - start < 4 ? [] : [{ at: end - 2, remove: 2, insert: `>${inside}</${paragraph.name}>` }];
  }
  return [
    { at: noteMark?.start ?? paragraph.inside, remove: 0, insert: mark("commentRangeStart") },
    { at: noteMark?.end ?? paragraph.closing, remove: 0, insert: `${mark("commentRangeEnd")}${run}` },
  ];
}

/** Takes the marks of comments that go away out of the text; a run that holds nothing else goes with them. */
function dropMarks(marks: readonly CommentMark[], ids: ReadonlySet<string>): Splice[] {
  return marks
    .filter(({ id }) => ids.has(id))
    .map((mark) => {
      const whole = mark.run?.children === 1 ? mark.run : mark;
      return { at: whole.start, remove: whole.end - whole.start, insert: "" };
    });
}

function newHighlights(
  annotations: Annotations,
  text: TextPart,
  noteParts: readonly NotePart[],
): { readonly count: number; readonly splices: ReadonlyMap<TextPart, readonly Splice[]> } {
  const letters = lettersFinder();
  const parts = [text, ...noteParts];
  const nextNumber = bookmarkNumbers(parts.map(({ places }) => places));
  const markings = new Map(
    parts.map((part) => [part, startMarking(part.part.text, part.places, nextNumber)] as const),
  );
  const notesOf = notesFinder(text.places, noteParts);
  const splices = new Map<TextPart, Splice[]>(parts.map((part) => [part, []]));
  let count = 0;
  /** Pieces of evidence may share words (of several packs): those are marked once. */
  const marked = new Map<ParagraphPlace, number>();
  for (const { stretches } of annotations.highlights) {
    let found = false;
    for (const stretch of stretches) {
      if (!("paragraph" in stretch.location)) continue;
      const named = text.places.paragraphs[stretch.location.paragraph - 1];
      if (named === undefined) continue;
      // The words may stand in the paragraph and in one of its notes: those around them tell which is meant.
      const place = likeliest(
        [{ holder: text, paragraph: named }, ...notesOf(named)].flatMap(({ holder, paragraph }) =>
          findWords(letters(paragraph), stretch).map((span) => ({ ...span, holder, paragraph })),
        ),
      );
      if (place === undefined || place.start < (marked.get(place.paragraph) ?? 0)) continue;
      const marking = markings.get(place.holder);
      if (marking === undefined) continue;
      const own = highlightWords(marking, place.paragraph, place);
      if (own.length === 0) continue;
      marked.set(place.paragraph, place.end);
      splices.get(place.holder)?.push(...own);
      found = true;
    }
    if (found) count++;
  }
  return { count, splices };
}

/** The parts beside the comments, without what they say of comments that go away. */
function withoutEntries(
  archive: Archive,
  named: (type: string) => string | undefined,
  dropped: readonly OldComment[],
): ReadonlyMap<string, Uint8Array> {
  const changed = new Map<string, Uint8Array>();
  let ids: ReadonlySet<string> = new Set(
    dropped.map(({ paragraphId }) => paragraphId).filter((id) => id !== ""),
  );
  if (ids.size === 0) return changed;
  const drop = (type: string, attribute: string, carried: string): ReadonlySet<string> => {
    const name = named(type);
    const part = name === undefined ? null : partOf(archive, name);
    if (name === undefined || part === null) return new Set();
    const found = dropEntries(part.text, attribute, ids, carried);
    if (found.splices.length > 0) changed.set(name, part.encode(applySplices(part.text, found.splices)));
    return found.carried;
  };
  drop("commentsExtended", "paraId", "paraId");
  ids = drop("commentsIds", "paraId", "durableId");
  drop("commentsExtensible", "durableId", "durableId");
  return changed;
}

const contentTypes = "[Content_Types].xml";
const commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const relationshipsRoot = {
  usual: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  strict: "http://purl.oclc.org/ooxml/officeDocument/relationships",
} as const;

/** A part for the comments with all that makes it known: its type and the relationship that leads to it. */
function addCommentsPart(
  archive: Archive,
  mainName: string,
  relationships: readonly Relationship[],
  comments: string,
  strict: boolean,
): ReadonlyMap<string, Uint8Array> | null {
  const slash = mainName.lastIndexOf("/");
  const folder = mainName.slice(0, slash + 1);
  const taken = new Set(archive.names.map((name) => name.toLowerCase()));
  let file = "comments.xml";
  for (let number = 2; taken.has(`${folder}${file}`.toLowerCase()); number++)
    file = `comments${String(number)}.xml`;

  const types = partOf(archive, contentTypes);
  const typesRoot = types === null ? null : rootOf(types.text);
  if (types === null || typesRoot === null) return null;
  const override = `<${prefixOf(typesRoot.name)}Override PartName="/${folder}${file}" ContentType="${commentsType}"/>`;

  const linksName = `${folder}_rels/${mainName.slice(slash + 1)}.rels`;
  const links = taken.has(linksName.toLowerCase()) ? partOf(archive, linksName) : emptyRelationships();
  const linksRoot = links === null ? null : rootOf(links.text);
  if (links === null || linksRoot === null) return null;
  const ids = new Set(relationships.map(({ id }) => id));
  let number = 1;
  // External targets are not among the relationships that are read: their ids count too.
  while (ids.has(`rIdGenomlys${String(number)}`) || links.text.includes(`"rIdGenomlys${String(number)}"`))
    number++;
  const link =
    `<${prefixOf(linksRoot.name)}Relationship Id="rIdGenomlys${String(number)}" ` +
    `Type="${relationshipsRoot[strict ? "strict" : "usual"]}/comments" Target="${file}"/>`;

  const namespace = strict ? strictWordNamespace : wordNamespace;
  const part =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">` +
    `${comments}</w:comments>`;
  return new Map([
    [contentTypes, types.encode(applySplices(types.text, [typesRoot.append(override)]))],
    [linksName, links.encode(applySplices(links.text, [linksRoot.append(link)]))],
    [`${folder}${file}`, new TextEncoder().encode(part)],
  ]);
}

function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(":") + 1);
}

function emptyRelationships(): PartText | null {
  return decodePart(
    new TextEncoder().encode(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    ),
  );
}
