// What a page of ours may run and load: its own style and script, known by their hashes, and nothing else.
import { createHash } from "node:crypto";

/** A source expression of Content-Security-Policy Level 3 that allows one inline text, known by its hash. */
function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

/** The policy of a page; without a script none may run. */
export function securityPolicy({
  style,
  script,
}: {
  readonly style: string;
  readonly script?: string;
}): string {
  return [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashSource(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
