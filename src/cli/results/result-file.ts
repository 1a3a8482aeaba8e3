// A file that a result is written to. It holds the old result or the whole new one, never half of one.
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, appendFile, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { systemReason } from "../../errors/system-reason.ts";

export interface ResultFile {
  write(content: string | Uint8Array): Promise<void>;
  /** The new result takes the place of the old one. Throws OUTPUT_LEFT_BESIDE if it cannot; nothing is lost then. */
  finish(): Promise<void>;
  /** Leaves everything as it was before; to be called when the run fails. Does nothing after `finish`. */
  discard(): Promise<void>;
}

/** A disk, or a user's share of it, that has no room left. */
const noRoom: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT"]);

/** Why nothing could be written to the file called `named`. */
export function outputError(named: string, error: unknown): Error {
  const reason = systemReason(error);
  return genomlysError(noRoom.has(reason) ? "OUTPUT_DISK_FULL" : "OUTPUT_NOT_WRITABLE", {
    path: named,
    reason,
  });
}

interface Place {
  /** Where a link leads. */
  readonly target: string;
  /** Access rights of the file that is there; the new one gets the same. */
  readonly mode?: number;
  /** A pipe or a device ("/dev/stdout") is written to: nothing can take its place. */
  readonly inPlace: boolean;
}

/** What stands at `file` now, asked before the run: can the result be written in the end? */
export async function placeOfResult(file: string): Promise<Place> {
  try {
    const target = await realpath(file);
    const found = await stat(target);
    if (found.isDirectory()) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
    if (!found.isFile()) return { target, inPlace: true };
    // A file that another program has locked (Excel does), or that may not be changed, refuses this.
    await (await open(target, "r+")).close();
    await access(path.dirname(target), constants.W_OK);
    return { target, mode: found.mode & 0o777, inPlace: false };
  } catch (error) {
    if (systemReason(error) !== "ENOENT") throw error;
    const folder = path.dirname(file);
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    await access(folder, constants.W_OK);
    return { target: file, inPlace: false };
  }
}

/**
 * Prepares the file called `named`, at the full path `file`. What is written goes to a new file beside it
 * ("rapport.html.4f2a1c.part", made at the first write) that takes its place when all is written. A run that is killed
 * leaves that file behind, with as much as it holds. Throws OUTPUT_NOT_WRITABLE before anything is audited, and
 * OUTPUT_DISK_FULL when there is no room for all of it.
 */
export async function openResultFile(file: string, named: string): Promise<ResultFile> {
  let place: Place;
  try {
    place = await placeOfResult(file);
  } catch (error) {
    throw outputError(named, error);
  }
  const { target, mode = 0o666, inPlace } = place;
  const ending = `.${randomBytes(3).toString("hex")}.part`;
  const part = inPlace ? target : `${target}${ending}`;
  let begun = inPlace;
  let over = false;
  const write = async (content: string | Uint8Array): Promise<void> => {
    try {
      if (begun) await appendFile(part, content);
      else await writeFile(part, content, { flag: "wx", mode });
      begun = true;
    } catch (error) {
      // A disk that was full at the first write has the file all the same, empty or cut off.
      begun ||= systemReason(error) !== "EEXIST";
      throw outputError(named, error);
    }
  };
  return {
    write,
    async finish() {
      // A result without a line is a result too.
      if (!begun) await write("");
      over = true;
      if (inPlace) return;
      try {
        await rename(part, target);
      } catch (error) {
        const reason = systemReason(error);
        throw genomlysError("OUTPUT_LEFT_BESIDE", { path: named, beside: `${named}${ending}`, reason });
      }
    },
    async discard() {
      // The folder may be gone with it, or be something else now: why the run failed is said, not this.
      if (begun && !over && !inPlace) await rm(part, { force: true }).catch(() => undefined);
      over = true;
    },
  };
}
