// How a document's path is written as a URI.

/**
 * A relative reference (RFC 3986 §4.2) for a relative path, "file:///…" for an absolute one. Every sign that has a meaning
 * in a URI is escaped, so that "100 % å.pdf" is found again.
 */
export function artifactUri(path: string): string {
  const drive = /^([A-Za-z]:)\/(.*)$/s.exec(path);
  if (drive !== null) return `file:///${drive[1] ?? ""}/${escapeParts(drive[2] ?? "")}`;
  if (path.startsWith("/")) return `file://${escapeParts(path)}`;
  return escapeParts(path.replace(/^(?:\.\/+)+(?=.)/, ""));
}

function escapeParts(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/");
}
