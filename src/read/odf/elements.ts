// Elements of an OpenDocument text by what becomes of the text in them (ODF 1.3 part 3).

/** Elements that are no text of the document, or say again what stands elsewhere. */
export const leftOutElements: ReadonlySet<string> = new Set([
  "office:binary-data",
  "office:scripts",
  "office:forms",
  "office:settings",
  "office:meta",
  "office:font-face-decls",
  "text:note-citation",
  "text:ruby-text",
  "text:number",
  "text:hidden-text",
  "text:table-of-content-source",
  "text:illustration-index-source",
  "text:table-index-source",
  "text:object-index-source",
  "text:user-index-source",
  "text:alphabetical-index-source",
  "text:bibliography-source",
  "table:desc",
  "table:title",
  "svg:title",
  "svg:desc",
  "draw:glue-point",
]);

/** Tables of contents and other lists that the program makes of the text. */
export const indexElements: ReadonlySet<string> = new Set([
  "text:table-of-content",
  "text:illustration-index",
  "text:table-index",
  "text:object-index",
  "text:user-index",
  "text:alphabetical-index",
]);

/** Shapes that can hold paragraphs. */
export const shapeElements: ReadonlySet<string> = new Set(
  "text-box custom-shape rect circle ellipse line polyline polygon regular-polygon path connector caption measure"
    .split(" ")
    .map((name) => `draw:${name}`),
);

export const isParagraph = (name: string): boolean => name === "text:p" || name === "text:h";

/** Headers and footers of a page style. */
export const furnitureElement = /^style:(?:header|footer)(?:-left|-first)?$/u;

/** Most columns that are believed of one cell, and most spaces of one element. */
export const widestSpan = 1_000;

/** How often something stands there ("table:number-columns-repeated"): 1 where nothing is said, `most` at the most. */
export function repeatCount(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? "1", 10);
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), most);
}
