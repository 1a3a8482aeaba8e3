// Files that are read whole, as text: settings, rules, lists. What is larger than such a file ever is was named by mistake,
// and is refused before memory is spent on it; a text of more than half a gigabyte cannot even be.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { genomlysError } from "../errors/genomlys-error.ts";
import { unopenedFile, type UnopenedCodes } from "./unopened-file.ts";

const megabyte = 1_000_000;

/** Bytes that a file may have: what a person writes, and what a program makes of a whole archive. */
export const mostBytes = { written: 32 * megabyte, made: 500 * megabyte } as const;

/**
 * The bytes of `file`, called `named` to the user. A pipe is read too, as far as it may go. Throws FILE_NOT_SO_LARGE for one
 * with more than `most` bytes, and what the file system says where it cannot be read.
 */
export async function readWhole(file: string, named: string, most: number): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > most) throw tooLarge(named, size, most);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length > most) throw tooLarge(named, length, most);
  }
  return Buffer.concat(pieces);
}

/** As readWhole, for a file that the user named: throws `codes` where it is missing or cannot be opened. */
export async function readNamed(
  file: string,
  named: string,
  most: number,
  codes: UnopenedCodes,
): Promise<Buffer> {
  try {
    return await readWhole(file, named, most);
  } catch (error) {
    throw unopenedFile(error, named, codes);
  }
}

/** As readWhole, at once: for many small files. */
export function readWholeSync(file: string, named: string, most: number): Buffer {
  const { size } = statSync(file);
  if (size > most) throw tooLarge(named, size, most);
  return readFileSync(file);
}

function tooLarge(named: string, size: number, most: number): Error {
  const megabytes = (bytes: number): number => Math.ceil(bytes / megabyte);
  return genomlysError("FILE_NOT_SO_LARGE", { path: named, size: megabytes(size), most: megabytes(most) });
}
