// Excel workbooks (Office Open XML): bytes → document. Cached values are read, formulas never computed.
import type { ReadResult, Unread } from "../../model/document.ts";
import { openArchive } from "../archive/open-archive.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { PlacedComment } from "../office/comments.ts";
import { metered, textLimits } from "../office/meter.ts";
import type { Meter } from "../office/meter.ts";
import { readRelationships } from "../office/read-relationships.ts";
import type { Relationship } from "../office/read-relationships.ts";
import { readTitle } from "../office/read-title.ts";
import { isOn, readXml } from "../office/read-xml.ts";
import type { XmlProblem } from "../office/read-xml.ts";
import { unreadBecause, unreadFile } from "../office/unread.ts";
import type { Reader } from "../reader.ts";
import type { Sheet, Workbook } from "../sheets/sheet.ts";
import { workbookDocument } from "../sheets/to-document.ts";
import { readNumberLooks } from "./number-formats.ts";
import { readNotes, readPeople, readThreads } from "./read-comments.ts";
import { readDrawing } from "./read-drawing.ts";
import { readStrings } from "./read-strings.ts";
import { readWorksheet } from "./read-worksheet.ts";

export const readXlsx: Reader = (bytes, options) => {
  const archive = openArchive(bytes, options.limits);
  if (archive.kind !== "archive") return Promise.resolve(unreadBecause("xlsx", archive));
  const limits = textLimits(options.limits);
  const read = metered(limits, (meter) => readWorkbook(archive, meter, limits.maxParagraphs));
  if (read.kind === "unread") return Promise.resolve(read);
  if (read.kind === "too-large") return Promise.resolve(unreadBecause("xlsx", read));
  return Promise.resolve<ReadResult>(workbookDocument(read, "xlsx", titleProperty(archive)));
};

interface SheetReference {
  readonly name: string;
  readonly relationship: string;
  readonly hidden: boolean;
}

function readWorkbook(archive: Archive, meter: Meter, maxCells: number): Workbook | Unread {
  const main =
    readRelationships(archive, "").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const part = archive.read(main);
  if (part.kind === "absent") return unreadFile("xlsx", "NOT_A_DOCUMENT");
  if (part.kind !== "bytes") return unreadBecause("xlsx", part, main);
  const listed = readSheetList(part.bytes);
  if (listed.kind !== "list") return unreadBecause("xlsx", listed, main);
  const relationships = readRelationships(archive, main);

  const strings = sharedPart(archive, relationships, "sharedStrings", readStrings);
  if ("kind" in strings) return strings;
  const looks = sharedPart(archive, relationships, "styles", readNumberLooks);
  if ("kind" in looks) return looks;

  const count = { cells: 0, kept: 0 };
  const sheets: Sheet[] = [];
  const people = readPeopleOf(archive, relationships);
  const commented: PlacedComment[] = [];
  let comments = 0;
  let objects = 0;
  for (const reference of listed.sheets) {
    const relationship = relationships.find(({ id }) => id === reference.relationship);
    if (relationship === undefined) continue;
    // Sheets that are one chart, and the dialogs and macros of old.
    if (relationship.type !== "worksheet") {
      objects++;
      continue;
    }
    const { target } = relationship;
    const entry = archive.read(target);
    if (entry.kind === "absent") continue;
    if (entry.kind !== "bytes") return unreadBecause("xlsx", entry, target);
    const sheet = readWorksheet(entry.bytes, {
      strings,
      looks,
      from1904: listed.from1904,
      meter,
      maxCells,
      count,
    });
    if (sheet.kind !== "worksheet") return unreadBecause("xlsx", sheet, target);
    const beside = readRelationships(archive, target);
    const drawn = readDrawings(archive, beside);
    const said = readComments(archive, beside, reference.name, people, meter);
    commented.push(...said.comments);
    comments += said.broken;
    objects += drawn.objects;
    sheets.push({ name: reference.name, hidden: reference.hidden, rows: sheet.rows, boxes: drawn.boxes });
  }
  if (listed.sheets.length === 0) return unreadFile("xlsx", "NOT_A_DOCUMENT");
  // The log of changes of a shared workbook (xl/revisions) is no part of what the cells hold.
  return { kind: "workbook", sheets, ...count, commented, comments, objects, insertions: 0, deletions: 0 };
}

/** A part that all sheets share, or what is wrong with it; without one, what `read` makes of nothing. */
function sharedPart<Result extends readonly unknown[]>(
  archive: Archive,
  relationships: readonly Relationship[],
  type: string,
  read: (bytes: Uint8Array | null) => Result | XmlProblem,
): Result | Unread {
  const name = relationships.find((relationship) => relationship.type === type)?.target ?? `xl/${type}.xml`;
  const entry = archive.read(name);
  if (entry.kind !== "bytes" && entry.kind !== "absent") return unreadBecause("xlsx", entry, name);
  const result = read(entry.kind === "bytes" ? entry.bytes : null);
  return "kind" in result ? unreadBecause("xlsx", result, name) : result;
}

/** Files of other programs that lie over the cells. */
const embedded: ReadonlySet<string> = new Set(["oleObject", "package"]);

/** What is drawn over the cells of a sheet. A broken part of it is not worth the workbook. */
function readDrawings(
  archive: Archive,
  beside: readonly Relationship[],
): { objects: number; boxes: Sheet["boxes"] } {
  let objects = 0;
  const boxes: { row: number; text: string }[] = [];
  for (const { type, target } of beside) {
    if (embedded.has(type)) objects++;
    const entry = type === "drawing" ? archive.read(target) : null;
    if (entry?.kind !== "bytes") continue;
    const drawing = readDrawing(entry.bytes);
    boxes.push(...drawing.boxes);
    objects += drawing.objects;
  }
  return { objects, boxes };
}

/** The comments of a sheet, row by row, and how many parts with comments break off. */
function readComments(
  archive: Archive,
  beside: readonly Relationship[],
  sheet: string,
  people: ReadonlyMap<string, string>,
  meter: Meter,
): { comments: readonly PlacedComment[]; broken: number } {
  const partsOf = (wanted: string) =>
    beside.filter(({ type }) => type === wanted).map(({ target }) => archive.read(target));
  const threads = partsOf("threadedComment").map((part) =>
    part.kind === "bytes" ? readThreads(part.bytes, sheet, people, meter) : null,
  );
  const whole = threads.length > 0 && threads.every((part) => part?.broken === false);
  const notes = partsOf("comments").map((part) =>
    part.kind === "bytes" ? readNotes(part.bytes, sheet, !whole, meter) : null,
  );
  const read = whole || notes.length === 0 ? [...notes, ...threads] : notes;
  const comments = read.flatMap((part) => part?.comments ?? []);
  const rowOf = ({ location }: PlacedComment): number => ("row" in location ? location.row : 0);
  return {
    comments: comments.sort((a, b) => rowOf(a) - rowOf(b)),
    broken: read.filter((part) => part?.broken !== false).length,
  };
}

function readPeopleOf(archive: Archive, relationships: readonly Relationship[]): ReadonlyMap<string, string> {
  const target = relationships.find(({ type }) => type === "person")?.target;
  const part = target === undefined ? null : archive.read(target);
  return part?.kind === "bytes" ? readPeople(part.bytes) : new Map();
}

function readSheetList(
  bytes: Uint8Array,
): { kind: "list"; sheets: readonly SheetReference[]; from1904: boolean } | XmlProblem {
  const sheets: SheetReference[] = [];
  let from1904 = false;
  const problem = readXml(bytes, {
    open: (name, attribute) => {
      if (name === "x:workbookPr") {
        const value = attribute("date1904");
        from1904 = value !== undefined && isOn(value);
      } else if (name === "x:sheet") {
        sheets.push({
          name: attribute("name") ?? "",
          relationship: attribute("r:id") ?? "",
          hidden: /hidden/iu.test(attribute("state") ?? ""),
        });
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  return problem ?? { kind: "list", sheets, from1904 };
}

function titleProperty(archive: Archive): string | null {
  const properties = archive.read("docProps/core.xml");
  return properties.kind === "bytes" ? readTitle(properties.bytes) : null;
}
