// The outline as data, one object with a line break at the end.
import type { Outline } from "../../model/outline.ts";
import { escapeUnsafe } from "../json.ts";

/** JSON in which no character can end a script or fool a screen. */
export function renderOutlineJson(outline: Outline): string {
  return `${escapeUnsafe(JSON.stringify(outline, null, 2))}\n`;
}
