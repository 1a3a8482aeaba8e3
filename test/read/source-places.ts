// What stands at a place of a file, found without our readers: for the promise that a place quotes back the same words.
import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import type { Document, Format } from "../../src/model/document.ts";
import { locate } from "../../src/model/locate.ts";
import type { Location } from "../../src/model/location.ts";

export type SourceAt = (place: Location) => string;

/** Each word of three letters or more, in the text, the notes and the cells, stands at its place in the file. */
export function expectWordsAtPlace(document: Document, sourceAt: SourceAt): void {
  let words = 0;
  for (const { layer, span, cells } of document.blocks) {
    // Page styles belong to no place, and a comment stands in a part of its own.
    if (layer === "furniture" || layer === "comment" || layer === "footnote") continue;
    for (const { start, end } of cells ?? [span])
      for (const match of document.text.slice(start, end).matchAll(/\p{L}{3,}/gu)) {
        const place = locate(document, start + match.index);
        expect(sourceAt(place), `${match[0]} at ${JSON.stringify(place)}`).toContain(match[0]);
        words++;
      }
  }
  expect(words).toBeGreaterThan(1);
}

/** The source of a file of those formats that are XML in an archive, or XML alone. */
export function sourceOf(format: Format, bytes: Uint8Array): SourceAt {
  const parts: Readonly<Record<string, Uint8Array>> =
    bytes[0] === 0x50 ? unzipSync(bytes) : { "content.xml": bytes };
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  switch (format) {
    case "docx":
      return paragraphsOf(part("word/document.xml").replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, ""), "w:p");
    case "odt":
      return paragraphsOf(
        part("content.xml")
          .replace(/^.*<office:text\b/su, "")
          .replace(/<(text:note|office:annotation|text:tracked-changes)\b.*?<\/\1>/gsu, ""),
        "text:[ph]",
      );
    case "xlsx": {
      const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>.*?<\/si>/gsu)].map(([text]) =>
        textIn(text),
      );
      const names = [...part("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/gu)].map((match) => match[1]);
      return rowsOf((sheet) =>
        [
          ...part(`xl/worksheets/sheet${String(names.indexOf(sheet) + 1)}.xml`).matchAll(
            /<row r="(\d+)".*?<\/row>/gsu,
          ),
        ].map(([xml, number]) => [
          Number(number),
          xml.replace(/<c [^>]*t="s"[^>]*><v>(\d+)<\/v>/gu, (_, at: string) => shared[Number(at)] ?? ""),
        ]),
      );
    }
    case "ods":
      return rowsOf((sheet) => {
        const xml =
          new RegExp(`<table:table table:name="${sheet}".*?</table:table>`, "su").exec(
            part("content.xml"),
          )?.[0] ?? "";
        let number = 1;
        return [...xml.matchAll(/<table:table-row\b([^>]*?)(?:\/>|>.*?<\/table:table-row>)/gsu)].map(
          ([row, attributes]) => {
            const at = number;
            number += Number(/number-rows-repeated="(\d+)"/u.exec(attributes ?? "")?.[1] ?? 1);
            return [at, row];
          },
        );
      });
    case "pptx":
      return (place) => ("slide" in place ? textIn(part(`ppt/slides/slide${String(place.slide)}.xml`)) : "");
    default:
      throw new Error(`no source for ${format}`);
  }
}

/** Paragraphs counted as they open, each with the text up to where it closes. */
function paragraphsOf(xml: string, name: string): SourceAt {
  const starts: number[] = [];
  const ends: number[] = [];
  const open: number[] = [];
  for (const tag of xml.matchAll(new RegExp(`<(/?)${name}(?:\\s[^>]*?)?(/?)>`, "gu"))) {
    if (tag[1] === "/") ends[open.pop() ?? 0] = tag.index;
    else {
      if (tag[2] !== "/") open.push(starts.length);
      ends[starts.length] = tag.index;
      starts.push(tag.index);
    }
  }
  return (place) =>
    "paragraph" in place ? textIn(xml.slice(starts[place.paragraph - 1], ends[place.paragraph - 1])) : "";
}

function rowsOf(rows: (sheet: string) => readonly (readonly [number, string])[]): SourceAt {
  return (place) => {
    if (!("sheet" in place)) return "";
    // The name of a sheet is its heading, and stands at its first row.
    const row = rows(place.sheet).find(([number]) => number === place.row)?.[1] ?? "";
    return `${place.sheet} ${textIn(row)}`;
  };
}

function textIn(xml: string): string {
  return xml.replace(/<[^>]*>/gu, "").normalize("NFC");
}
