// Is there something at a path?
import { access } from "node:fs/promises";

/** Also true for a folder; false for what may not be looked at. */
export async function fileExists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
