// The title that a file carries among its properties (docProps/core.xml, meta.xml).
import { readXml } from "./read-xml.ts";

/** Names that programs put there by themselves, in the languages a Swedish office meets. */
const programTitles =
  /^(?:microsoft word|word|document|dokument|untitled|namnlös|rapport|mall|presentation)\b[\s\-–\d]*$/iu;
const fileName = /\.(?:docx?|docm|dotx?|odt|rtf|pdf|txt|wpd)$/iu;

/** dc:title, or null when there is none or it is rather the name of a file or of a template. */
export function readTitle(bytes: Uint8Array): string | null {
  let title = "";
  let inside = false;
  const problem = readXml(bytes, {
    open: (name) => {
      inside = name === "dc:title";
    },
    close: () => {
      inside = false;
    },
    text: (text) => {
      if (inside) title += text;
    },
  });
  return problem === null ? titleFrom(title) : null;
}

/** A title among the properties of a file, cleaned; null when it is none, or rather the name of a file or a template. */
export function titleFrom(property: string): string | null {
  const clean = property.replace(/\s+/gu, " ").trim();
  return looksLikeTitle(clean) ? clean : null;
}

/** Whether a text can be a title: words, and not a file's or a program's name. */
function looksLikeTitle(text: string): boolean {
  if (!/\p{L}{2}/u.test(text)) return false;
  if (fileName.test(text) || text.startsWith("Microsoft Word - ") || programTitles.test(text)) return false;
  // "2025-03_budget_v2": a name that had to do without spaces.
  return text.includes(" ") || !/[_\d]/u.test(text);
}
