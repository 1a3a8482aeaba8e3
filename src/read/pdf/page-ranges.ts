// Page numbers for a message: "3, 7–9".

/** Sorted page numbers → "3, 7–9". */
export function pageRanges(pages: readonly number[]): string {
  const ranges: string[] = [];
  let start = pages[0];
  for (const [index, page] of pages.entries()) {
    if (start === undefined || pages[index + 1] === page + 1) continue;
    ranges.push(
      start === page ? String(page) : `${String(start)}${page - start === 1 ? ", " : "–"}${String(page)}`,
    );
    start = pages[index + 1];
  }
  return ranges.join(", ");
}
