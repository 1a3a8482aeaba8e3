// What a document is called: as its first page says, else as its metadata say, unless that is the name of a file.

const fileName =
  /\.(?:docx?|pdf|odt|rtf|pptx?|xlsx?|indd|pub|tmp|html?)$|^(?:microsoft word|powerpoint)\b|^(?:untitled|namnlös|dokument\d*|document\d*|slide 1|rubrik|title|mall)$|[\\/_]/iu;

/** Title for the report, null when nothing says it. */
export function documentTitle(printed: string | null, metadata: string): string | null {
  if (printed !== null && printed !== "") return printed;
  const title = metadata.replace(/\s+/gu, " ").trim();
  return title.length >= 4 && /\p{L}{3}/u.test(title) && !fileName.test(title) ? title : null;
}
