// Text of an RTF file goes where the group that it stands in says: into a paragraph, its number, a style, the title …
import type { OpenText } from "./open-text.ts";

const longestInstruction = 1_000;
const linkField = /^\s*HYPERLINK\b/u;

/** Decodes the bytes that wait and puts their text where it goes. */
export function flush(text: OpenText): void {
  const { pending, codePages, group } = text;
  if (pending.length === 0) return;
  text.pending = [];
  append(text, codePages.decode(pending, group.font));
}

/** Puts decoded text where the open group says. */
export function append(text: OpenText, added: string): void {
  if (added === "") return;
  const { group } = text;
  switch (group.destination) {
    case "text":
      appendToParagraph(text, added);
      return;
    case "label": {
      const paragraph = text.stories.paragraph();
      paragraph.label = (paragraph.label ?? "") + added;
      return;
    }
    case "style":
      text.stylesheet.text(added);
      return;
    case "title":
      text.title += added;
      return;
    case "author":
      text.author += added;
      return;
    case "instruction":
      if (group.field !== null && group.field.instruction.length < longestInstruction)
        group.field.instruction += added;
      return;
    default:
      return;
  }
}

/** Whether what stands here is no text in this reading of tracked changes. Counts the change. */
export function isGone({ group, changes, read }: OpenText): boolean {
  if (group.inserted) changes.changed("insertion");
  if (group.deleted) changes.changed("deletion");
  if (!group.inserted && !group.deleted) changes.unchanged();
  return read === "accepted" ? group.deleted : group.inserted;
}

function appendToParagraph(text: OpenText, added: string): void {
  const { group } = text;
  if (isGone(text) || group.hidden) return;
  text.meter.characters(added.length);
  const paragraph = text.stories.paragraph();
  paragraph.text += added;
  if (group.contents) paragraph.contents = true;
  const isLink = group.field !== null && linkField.test(group.field.instruction);
  paragraph.looks.add(added, {
    bold: group.bold,
    marked: group.capitals || (group.underlined && !isLink),
  });
  const letters = added.trim().length;
  if (letters === 0) return;
  paragraph.sizes.set(group.size, (paragraph.sizes.get(group.size) ?? 0) + letters);
}
