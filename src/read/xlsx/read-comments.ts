// Comments of a sheet: notes, and the threads with answers that newer programs keep in a part of their own.
import type { PlacedComment } from "../office/comments.ts";
import type { Meter } from "../office/meter.ts";
import { readXml } from "../office/read-xml.ts";

export interface SheetComments {
  readonly comments: readonly PlacedComment[];
  /** Whether the part breaks off after them. */
  readonly broken: boolean;
}

/** What a copy of a thread, left for older programs, has for an author ([MS-XLSX] 2.6.205). */
const copyOfThread = "tc=";

/** Part with the people who write in threads → their names by id. A broken one gives none. */
export function readPeople(bytes: Uint8Array): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  readXml(bytes, {
    open: (name, attribute) => {
      if (localName(name) === "person") people.set(attribute("id") ?? "", attribute("displayName") ?? "");
    },
    close: () => undefined,
    text: () => undefined,
  });
  return people;
}

/**
 * Notes part → the notes of the sheet. `withCopies` false leaves out the copies of threads, for who has read the threads.
 */
export function readNotes(
  bytes: Uint8Array,
  sheet: string,
  withCopies: boolean,
  meter: Meter,
): SheetComments {
  const authors: string[] = [];
  const comments: PlacedComment[] = [];
  let open: { author: string; row: number; text: string } | null = null;
  let taking: "author" | "text" | null = null;
  let phonetic = 0;
  const problem = readXml(
    bytes,
    {
      open: (name, attribute) => {
        if (name === "x:author") {
          authors.push("");
          taking = "author";
        } else if (name === "x:comment") {
          meter.paragraph();
          open = {
            author: authors[Number(attribute("authorId"))] ?? "",
            row: rowOf(attribute("ref")),
            text: "",
          };
        } else if (name === "x:rPh") phonetic++;
        else if (name === "x:t" && open !== null && phonetic === 0) taking = "text";
      },
      close: (name) => {
        if (name === "x:author" || name === "x:t") taking = null;
        else if (name === "x:rPh") phonetic--;
        else if (name === "x:comment" && open !== null) {
          const { author, row, text } = open;
          open = null;
          const copy = author.startsWith(copyOfThread);
          if (text.trim() === "" || (copy && !withCopies)) return;
          comments.push({
            author: copy ? "" : author,
            text: withoutName(text, author),
            location: { sheet, row },
          });
        }
      },
      text: (content) => {
        if (taking === null) return;
        meter.characters(content.length);
        if (taking === "author") authors.push((authors.pop() ?? "") + content);
        else if (open !== null) open.text += content;
      },
    },
    meter.xmlLevels,
  );
  return { comments, broken: problem !== null };
}

/** Part with threads → their comments and answers, in the order of the file. */
export function readThreads(
  bytes: Uint8Array,
  sheet: string,
  people: ReadonlyMap<string, string>,
  meter: Meter,
): SheetComments {
  const comments: PlacedComment[] = [];
  let open: { author: string; row: number; text: string } | null = null;
  let taking = false;
  const problem = readXml(
    bytes,
    {
      open: (name, attribute) => {
        const local = localName(name);
        if (local === "threadedComment") {
          meter.paragraph();
          open = {
            author: people.get(attribute("personId") ?? "") ?? "",
            row: rowOf(attribute("ref")),
            text: "",
          };
        } else if (local === "text") taking = open !== null;
      },
      close: (name) => {
        const local = localName(name);
        if (local === "text") taking = false;
        else if (local === "threadedComment" && open !== null) {
          const { author, row, text } = open;
          open = null;
          if (text.trim() !== "") comments.push({ author, text, location: { sheet, row } });
        }
      },
      text: (content) => {
        if (!taking || open === null) return;
        meter.characters(content.length);
        open.text += content;
      },
    },
    meter.xmlLevels,
  );
  return { comments, broken: problem !== null };
}

/** Excel sets the author's name over a note, as part of its text. */
function withoutName(text: string, author: string): string {
  const name = `${author}:`;
  return author !== "" && text.startsWith(name) && text.slice(name.length).trim() !== ""
    ? text.slice(name.length).trimStart()
    : text;
}

/** "BC12" → 12; the first row where there is no number. */
function rowOf(reference: string | undefined): number {
  return Math.max(1, Number.parseInt(/\d{1,8}/.exec(reference ?? "")?.[0] ?? "1", 10));
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
