// The version of the installed package. Read, not written into the code: package.json is its only home.
import { readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "./package-root.ts";

let known: string | undefined;

/**
 * "0.1.0"; "0.0.0" when package.json holds no version, which only a broken installation does. Read at the first call: a
 * report of a fault needs it when no file may be opened any more.
 */
export function packageVersion(): string {
  return (known ??= readVersion());
}

function readVersion(): string {
  const content: unknown = JSON.parse(readFileSync(path.join(packageRoot(), "package.json"), "utf8"));
  return typeof content === "object" &&
    content !== null &&
    "version" in content &&
    typeof content.version === "string"
    ? content.version
    : "0.0.0";
}
