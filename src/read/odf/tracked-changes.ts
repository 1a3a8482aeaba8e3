// Tracked changes of an OpenDocument text (ODF 1.3 part 3, 5.5): what was deleted stands in a list of its own before the
// text, so that the text itself reads as accepted. As the original it is put back at its mark, and what stands between
// the marks of an insertion is left out, ends of paragraphs too.
import type { ChangesRead } from "../../model/document.ts";
import type { Meter } from "../office/meter.ts";
import type { XmlHandler } from "../office/read-xml.ts";
import { keepDeletion, type Deletion } from "./deletions.ts";

export interface TrackedChanges {
  readonly counts: { insertions: number; deletions: number; formatting: number };
  /** What stands in the list before the text goes through this. */
  readonly listed: XmlHandler;
  /** Marks in the text, by the id of their change. */
  readonly startInsertion: (id: string) => void;
  readonly endInsertion: (id: string) => void;
  /** What was deleted at a mark and is to be put back; undefined for nothing, or when it has been given out. */
  readonly takeDeletion: (id: string) => Deletion | undefined;
  /** Whether the text that stands here was inserted, and is taken back. */
  readonly isGone: () => boolean;
}

/** `read`: which side of the changes is read. */
export function startChanges(read: ChangesRead, meter: Meter): TrackedChanges {
  const counts = { insertions: 0, deletions: 0, formatting: 0 };
  const insertions = new Set<string>();
  const deletions = new Map<string, Deletion>();
  /** Insertions that are open and taken back. */
  const gone = new Set<string>();
  let id = "";
  let keeping: Deletion | null = null;
  return {
    counts,
    listed: {
      open: (name, attribute) => {
        if (keeping !== null) {
          keeping.open(name, attribute);
          return;
        }
        switch (name) {
          case "text:changed-region":
            id = attribute("text:id") ?? attribute("xml:id") ?? "";
            return;
          case "text:insertion":
            counts.insertions++;
            insertions.add(id);
            return;
          case "text:deletion":
            counts.deletions++;
            if (read === "accepted") return;
            keeping = keepDeletion(meter);
            deletions.set(id, keeping);
            return;
          case "text:format-change":
            counts.formatting++;
            return;
        }
      },
      close: (name) => {
        if (keeping?.close(name) === false) keeping = null;
      },
      text: (content) => {
        keeping?.text(content);
      },
    },
    startInsertion: (mark) => {
      if (read === "original" && insertions.has(mark)) gone.add(mark);
    },
    endInsertion: (mark) => {
      gone.delete(mark);
    },
    takeDeletion: (mark) => {
      const deletion = deletions.get(mark);
      deletions.delete(mark);
      return gone.size === 0 ? deletion : undefined;
    },
    isGone: () => gone.size > 0,
  };
}
