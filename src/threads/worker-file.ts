// Where the built worker threads lie. A worker is started from a file, so it cannot be part of the bundle that starts it.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The built file of the worker `name`, dist/workers/<name>.js under the package root. Works from wherever this module
 * runs (dist/cli/main.js, a chunk, or src/ under a test) by looking for the nearest package.json upwards.
 * Whether the file exists is for the caller to find out: starting a worker that is missing is an "error" event.
 */
export function workerFile(name: string): URL {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(fileURLToPath(new URL("package.json", folder)))) {
    const above = new URL("..", folder);
    if (above.href === folder.href) break;
    folder = above;
  }
  return new URL(`dist/workers/${name}.js`, folder);
}
