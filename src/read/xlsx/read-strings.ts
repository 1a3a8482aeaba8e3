// The table of texts that the cells of a workbook share.
import { readXml } from "../office/read-xml.ts";
import type { XmlProblem } from "../office/read-xml.ts";

/** Shared strings part → texts by number. Phonetic readings are left out. */
export function readStrings(bytes: Uint8Array | null): readonly string[] | XmlProblem {
  if (bytes === null) return [];
  const strings: string[] = [];
  let text = "";
  let taking = false;
  let phonetic = 0;
  const problem = readXml(bytes, {
    open: (name) => {
      if (name === "x:si") text = "";
      else if (name === "x:rPh") phonetic++;
      else if (name === "x:t") taking = phonetic === 0;
    },
    close: (name) => {
      if (name === "x:si") strings.push(text);
      else if (name === "x:rPh") phonetic--;
      else if (name === "x:t") taking = false;
    },
    text: (content) => {
      if (taking) text += content;
    },
  });
  return problem ?? strings;
}
