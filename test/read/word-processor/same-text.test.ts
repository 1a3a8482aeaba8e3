// The same text saved in different formats is the same document: same blocks, same headings, same places.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import type { Reader } from "../../../src/read/reader.ts";
import { readDoc } from "../../../src/read/doc/read-doc.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { readOdt } from "../../../src/read/odf/read-odt.ts";
import { readRtf } from "../../../src/read/rtf/read-rtf.ts";
import { damaged, lines, readSound } from "../office-files.ts";

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(name, new URL("files/", import.meta.url))));
const readers: Readonly<Record<string, Reader>> = {
  docx: readDocx,
  odt: readOdt,
  fodt: readOdt,
  rtf: readRtf,
  doc: readDoc,
};
const readerOf = (name: string): Reader => {
  const reader = readers[name.slice(name.lastIndexOf(".") + 1)];
  if (reader === undefined) throw new Error(`no reader for ${name}`);
  return reader;
};

describe("a guideline with notes, a text box, lists and a table", () => {
  test.each(["riktlinje.docx", "riktlinje.odt", "riktlinje.fodt", "riktlinje.rtf", "riktlinje.doc"])(
    "%s",
    async (name) => {
      const document = await readSound(readerOf(name), file(name));
      expect(lines(document)).toEqual([
        "1 contents Innehåll",
        "2 contents Bakgrund 1",
        "3 contents Ansvar 2",
        "4 # Bakgrund",
        "5 Skolan har öppet om natten för den som arbetar på dagen.",
        "6 Rutan hör hit.",
        "7 Rutans egen text.",
        "8 ## Steg för steg",
        "9 list-item Anmäl dig.",
        "10 list-item Välj kurs.",
        "11 list-item Kvällskurs går också bra.",
        "12 # Ansvar",
        "13 row of 1 [Uppgift][Ansvarig][Betalar]",
        "16 row of 1 [Lokaler][Rektor\nVaktmästare][Kommunen] {Uppgift|Ansvarig|Betalar}",
        "20 row of 1 [Kurser hålls av lärare][Staten] {Uppgift|Betalar}",
        "22 Obs! Avgiften är 250 kr – inte mer – för ”alla”.\nNy rad i samma stycke.",
        "23 Slutord med kommentar.",
        "5 footnote Beslut i nämnden 2024.",
        "5 footnote Protokollet har två stycken.",
        "23 footnote En slutnot.",
        "23 comment Stämmer detta?",
      ]);
      expect(document.title).toBe("Riktlinje för nattskola");
      expect(document.blocks.at(-1)?.author).toBe("A");
      expect(document.language).toBe("sv");
      expect(document.notices).toEqual([{ code: "COMMENTS_APART", params: { count: 1 } }]);
    },
  );
});

describe("a plan with numbered headings, tracked changes and running headers", () => {
  test.each(["../../docx/files/plan.fodt", "plan.odt", "plan.rtf", "plan.doc"])(
    "%s is what plan.docx is",
    async (name) => {
      const docx = await readSound(readDocx, file("../../docx/files/plan.docx"));
      const document = await readSound(readerOf(name), file(name));
      expect(lines(document)).toEqual(lines(docx));
      expect(document.sections).toEqual(docx.sections);
      expect(document.title).toBe(docx.title);
      expect(document.notices).toEqual([
        {
          code: "TRACKED_CHANGES",
          params: { insertions: 1, deletions: 1, formatting: 0, read: "accepted" },
        },
      ]);
      // And the same again as it was before the changes.
      const before = { changes: "original" } as const;
      const original = await readSound(readDocx, file("../../docx/files/plan.docx"), before);
      expect(original.text).not.toBe(docx.text);
      expect(lines(await readSound(readerOf(name), file(name), before))).toEqual(lines(original));
    },
  );
});

describe("a plan whose headings nobody has marked, with a box beside the text", () => {
  test.each(["rubriker.docx", "rubriker.odt", "rubriker.fodt", "rubriker.rtf", "rubriker.doc"])(
    "%s",
    async (name) => {
      const document = await readSound(readerOf(name), file(name));
      expect(lines(document)).toEqual([
        "1 # Plan för simhallen",
        "2 Simhallen har öppet alla dagar utom på julafton och nyårsdagen.",
        // Bold, ended with Shift+Enter: a heading and its text in one paragraph, twice.
        "3 ## Öppettider",
        "3 Hallen öppnar klockan sju och stänger när skolan har slutat för dagen.",
        "3 ## Avgifter",
        "3 Barn simmar gratis, och den som har fyllt arton betalar vid ingången.",
        // Underlined, and in capitals by its formatting.
        "4 ## Säkerhet",
        "5 Det finns alltid en livräddare vid bassängen när hallen har öppet.",
        "6 ## Bokning",
        "7 Föreningar bokar sina tider i mars, och listan ligger på webben.",
        // In a style that only its name makes a heading.
        "8 ## Skolbad",
        "9 Skolorna badar på förmiddagen.",
        // A box with a heading of its own does not end the section that it hangs in: it comes behind it.
        "13 Lärarna går med till omklädningsrummet och räknar barnen två gånger.",
        // Neither an address nor a link is a heading.
        "14 Simhallen vid ån\nBox 517\n301 80 Halmstad",
        "15 Läs mer om simhallen",
        "16 Sidan är uppdaterad i januari och gäller till årets slut.",
        "10 ### Fakta om vattnet",
        "11 Värme",
        "12 Vattnet i den stora bassängen håller tjugosju grader året runt.",
      ]);
    },
  );
});

describe("a damaged file", () => {
  // Packed formats would only show that checksums work; their XML is damaged through the flat form.
  test.each(["riktlinje.fodt", "riktlinje.rtf", "riktlinje.doc", "plan.rtf", "plan.doc"])(
    "made from %s gives a sound document or a notice, never an error",
    async (name) => {
      const read = readerOf(name);
      for (const bytes of damaged(file(name), 120)) {
        const result = await read(bytes, defaultReadOptions);
        if (result.kind === "unread") expect(result.notices).toHaveLength(1);
        else await readSound(read, bytes);
      }
    },
  );
});
