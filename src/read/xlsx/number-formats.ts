// Numbers of a workbook as a Swedish reader sees them, near enough: the file holds 0.68 and how to show it.
import { readXml } from "../office/read-xml.ts";
import type { XmlProblem } from "../office/read-xml.ts";

/** What a number looks like. */
export type NumberLook =
  | { readonly kind: "general" }
  | { readonly kind: "date" | "time" | "date-time" }
  | {
      readonly kind: "decimal";
      readonly decimals: number;
      readonly percent: boolean;
      readonly grouped: boolean;
    };

const general: NumberLook = { kind: "general" };

/** Formats that stand in no file (ECMA-376 part 1, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "h:mm:ss",
  47: "mm:ss",
};

/** Styles part → the look of each cell style, by the number that cells name it with. */
export function readNumberLooks(bytes: Uint8Array | null): readonly NumberLook[] | XmlProblem {
  if (bytes === null) return [];
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCellFormats = false;
  const problem = readXml(bytes, {
    open: (name, attribute) => {
      if (name === "x:numFmt")
        codes.set(Number(attribute("numFmtId") ?? "-1"), attribute("formatCode") ?? "");
      else if (name === "x:cellXfs") inCellFormats = true;
      else if (name === "x:xf" && inCellFormats) {
        const id = Number(attribute("numFmtId") ?? "0");
        looks.push(lookOf(codes.get(id) ?? builtIn[id] ?? "General"));
      }
    },
    close: (name) => {
      if (name === "x:cellXfs") inCellFormats = false;
    },
    text: () => undefined,
  });
  return problem ?? looks;
}

/** "#,##0.0%" → look. Only the first section counts: the others are for negative numbers and zero. */
export function lookOf(code: string): NumberLook {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./gu, "")
    // [Red], [$-41D], [>100]; [h] counts hours.
    .replace(/\[(?![hms]+\])[^\]]*\]/giu, "")
    .split(";")[0];
  if (bare === undefined || bare === "" || /general|standard|@/iu.test(bare)) return general;
  const date = /[yd]/iu.test(bare) || /m{3}/iu.test(bare);
  const time = /[hs]/iu.test(bare);
  if (date || time) return { kind: date && time ? "date-time" : date ? "date" : "time" };
  if (!/[0#?]/u.test(bare)) return general;
  return {
    kind: "decimal",
    decimals: /\.([0#?]+)/u.exec(bare)?.[1]?.length ?? 0,
    percent: bare.includes("%"),
    grouped: /[#0],[#0]/u.test(bare),
  };
}

const dayMs = 86_400_000;

/** `raw` is the number as the file has it; `from1904`: days are counted from 1904, as old Macs did. */
export function showNumber(raw: string, look: NumberLook, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  switch (look.kind) {
    case "general":
      if (Number.isSafeInteger(value)) return String(value);
      // Twelve digits: 0.1 + 0.2 is shown as 0,3.
      return String(Number(value.toPrecision(12))).replace(".", ",");
    case "decimal": {
      const shown = (look.percent ? value * 100 : value).toFixed(Math.min(look.decimals, 10));
      const [whole = "", fraction] = shown.split(".");
      const grouped = look.grouped ? whole.replace(/\B(?=(?:\d{3})+$)/gu, " ") : whole;
      return `${grouped}${fraction === undefined ? "" : `,${fraction}`}${look.percent ? " %" : ""}`;
    }
    case "time":
      if (value < 0) return raw;
      return value < 1
        ? isoOf(value).slice(11, 16)
        : String(Number((value * 24).toFixed(2))).replace(".", ",");
    case "date":
    case "date-time": {
      // Day 60 is 29 February 1900, which never was; days before it are nobody's.
      const days = from1904 ? value + 1462 : value;
      if (days < 61 || days > 2_958_465) return raw;
      const iso = isoOf(days);
      return look.kind === "date" ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
    }
  }
}

function isoOf(days: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.round(days * dayMs)).toISOString();
}
