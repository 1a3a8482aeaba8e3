// One file has many paths; where it really lies is one.
import { realpathSync } from "node:fs";
import path from "node:path";

/** Where a path really leads, links followed; the path itself when it leads nowhere. */
export function realPathOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}
