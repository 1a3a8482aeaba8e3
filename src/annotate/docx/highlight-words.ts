// Marks words of a paragraph with a highlight. The runs around them are cut in two where they must be, and nothing of
// them is lost; hidden bookmarks around each mark say to a later run that it is ours.
import type { Span } from "../../model/span.ts";
import type { Splice } from "./part-text.ts";
import type { BookmarkMark, DocumentPlaces, ParagraphPlace, RunPlace, TextPlace } from "./document-places.ts";

/** Names that begin with "_" are hidden in Word's list of bookmarks. */
const bookmarkName = "_genomlys";
const colour = "yellow";

/** Properties of a run that stand before its highlight (ECMA-376 part 1, 17.3.2.28: their order is fixed). */
const before =
  /^(?:rStyle|rFonts|b|bCs|i|iCs|caps|smallCaps|strike|dstrike|outline|shadow|emboss|imprint|noProof|snapToGrid|vanish|webHidden|color|spacing|w|kern|position|sz|szCs)$/;

/** All text of a paragraph, for words to be found in. */
export function textOfParagraph(paragraph: ParagraphPlace): string {
  return paragraph.texts.map(({ text }) => text).join("");
}

/** Takes away what an earlier run has marked. */
export function dropHighlights(places: DocumentPlaces): Splice[] {
  const drop = ({ start, end }: { start: number; end: number }): Splice => ({
    at: start,
    remove: end - start,
    insert: "",
  });
  const ends = new Map(places.bookmarks.filter(({ name }) => name === "").map((mark) => [mark.id, mark]));
  return ownBookmarks(places).flatMap((start) => {
    const end = ends.get(start.id);
    if (end === undefined) return [drop(start)];
    const inside = places.highlights.filter((range) => range.start >= start.end && range.end <= end.start);
    return [drop(start), ...inside.map(drop), drop(end)];
  });
}

function ownBookmarks(places: DocumentPlaces): BookmarkMark[] {
  return places.bookmarks.filter(({ name }) => name.startsWith(bookmarkName));
}

/** Numbers for bookmarks that no other in these parts of one file has. */
export function bookmarkNumbers(parts: readonly DocumentPlaces[]): () => number {
  let last = 0;
  for (const places of parts) {
    const own = new Set(ownBookmarks(places).map(({ id }) => id));
    for (const { id } of places.bookmarks)
      if (!own.has(id) && /^\d{1,9}$/.test(id)) last = Math.max(last, Number(id));
  }
  return () => ++last;
}

/** What the marks of one part have in common. */
export interface Marking {
  readonly xml: string;
  readonly nextNumber: () => number;
  /** Whether the highlight of a run is one of an earlier run of the program, and goes away. */
  readonly isGone: (run: RunPlace) => boolean;
  /** Tags of texts that have been told that spaces at their ends count. */
  readonly spaced: Set<number>;
}

/** Opens `xml` (a part with its declaration) for marking; `places` are those found in the same text. */
export function startMarking(xml: string, places: DocumentPlaces, nextNumber: () => number): Marking {
  return { xml, nextNumber, isGone: highlightsGone(places), spaced: new Set() };
}

/** Marks the words at `span` of the paragraph's text; [] where somebody else has highlighted all of them. */
export function highlightWords(marking: Marking, paragraph: ParagraphPlace, span: Span): Splice[] {
  const splices: Splice[] = [];
  let offset = 0;
  for (const place of paragraph.texts) {
    const from = Math.max(span.start - offset, 0);
    const to = Math.min(span.end - offset, place.text.length);
    offset += place.text.length;
    if (from >= to || (place.run.highlighted && !marking.isGone(place.run))) continue;
    splices.push(...markPart(marking, place, from, to));
  }
  return splices;
}

/** Is the highlight of a run one of those that go away? */
function highlightsGone(places: DocumentPlaces): (run: RunPlace) => boolean {
  const gone = new Set(dropHighlights(places).map(({ at }) => at));
  return ({ properties }) =>
    properties !== null &&
    places.highlights.some(
      ({ start, end }) => start >= properties.start && end <= properties.end && gone.has(start),
    );
}

/** Marks the code units `[from, to)` of one text. */
function markPart(marking: Marking, place: TextPlace, from: number, to: number): Splice[] {
  const { xml, spaced } = marking;
  const { run, tag, content } = place;
  const runTag = xml.slice(run.start, run.opened);
  const prefix = /^<([^\s:>/]+:)/.exec(runTag)?.[1];
  // Attributes need a prefix; a file whose elements have none is too rare to be worth one here.
  if (prefix === undefined) return [];
  const number = String(marking.nextNumber());
  const start = `<${prefix}bookmarkStart ${prefix}id="${number}" ${prefix}name="${bookmarkName}${number}"/>`;
  const end = `<${prefix}bookmarkEnd ${prefix}id="${number}"/>`;
  const properties = run.properties === null ? "" : xml.slice(run.properties.start, run.properties.end);
  const plain = marking.isGone(run) ? properties.replace(/<[^<>]*:highlight\s[^<>]*\/>/, "") : properties;
  const marked = withHighlight(plain, prefix);
  const reopen = (properties: string): string => `${runTag}${properties}<${prefix}t xml:space="preserve">`;
  const close = `</${prefix}t></${prefix}r>`;

  const startsRun = from === 0 && place.first;
  const endsRun = to === place.text.length && place.last;
  const splices: Splice[] = [];
  if (startsRun) {
    // The whole run up to the cut is ours: its own properties are added to.
    splices.push({ at: run.start, remove: 0, insert: start });
    if (run.properties === null) splices.push({ at: run.opened, remove: 0, insert: marked });
    else splices.push(...addedTo(run.properties, properties, withHighlight(properties, prefix)));
  } else {
    const at = from < place.text.length ? (place.offsets[from] ?? content.end) : content.end;
    splices.push({ at, remove: 0, insert: `${close}${start}${reopen(marked)}` });
  }
  if (endsRun) splices.push({ at: run.end, remove: 0, insert: end });
  else {
    const at = place.offsets[to] ?? content.end;
    splices.push({ at, remove: 0, insert: `${close}${end}${reopen(plain)}` });
  }
  // A text that is cut may now end in a space, which only counts where the tag says so.
  if (!(startsRun && endsRun) && !place.keepsSpaces && !spaced.has(tag.end)) {
    spaced.add(tag.end);
    splices.push({ at: tag.end - 1, remove: 0, insert: ' xml:space="preserve"' });
  }
  return splices;
}

/** The splice that makes `marked` of `plain`, which stands at `range`. */
function addedTo(range: { start: number; end: number }, plain: string, marked: string): Splice[] {
  let same = 0;
  while (same < plain.length && plain[same] === marked[same]) same++;
  const added = marked.length - plain.length;
  if (plain.endsWith("/>") && !marked.endsWith("/>"))
    return [{ at: range.start, remove: range.end - range.start, insert: marked }];
  return [{ at: range.start + same, remove: 0, insert: marked.slice(same, same + added) }];
}

/** Properties of a run with the highlight among them, in its place. */
function withHighlight(properties: string, prefix: string): string {
  const highlight = `<${prefix}highlight ${prefix}val="${colour}"/>`;
  if (properties === "" || /^<[^>]*\/>$/.test(properties)) return `<${prefix}rPr>${highlight}</${prefix}rPr>`;
  const opened = properties.indexOf(">") + 1;
  // Children of the properties are without content, but for the last, which says what they were before a change.
  let at = opened;
  const child = /<(?:[^\s:>/]+:)?([^\s>/]+)[^>]*>/y;
  for (;;) {
    child.lastIndex = at;
    const found = child.exec(properties);
    if (found === null || !before.test(found[1] ?? "") || !found[0].endsWith("/>")) break;
    at = child.lastIndex;
  }
  return properties.slice(0, at) + highlight + properties.slice(at);
}
