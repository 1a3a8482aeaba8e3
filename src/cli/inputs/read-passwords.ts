// The password file: one password a line. Passwords never stand on the command line, where other users of the machine and
// the shell's history could see them, and never in a result or a message.
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { mostBytes, readNamed } from "../../files/read-whole.ts";
import { decode } from "../../read/text/decode.ts";

/** More lines than a person keeps passwords: a document named by mistake, which would be tried line by line. */
const mostPasswords = 1_000;
const longestLine = 1_000;

/** The file that --password-file names: none or one, for opening, and how the user wrote it. */
export interface PasswordFile {
  readonly files: readonly string[];
  readonly named: string;
}

/** `named` is the option's value; relative paths start from `cwd`. */
export function findPasswordFile(named: string | undefined, cwd: string): PasswordFile {
  return named === undefined ? { files: [], named: "" } : { files: [path.resolve(cwd, named)], named };
}

/**
 * The passwords of a file, in its order: each line that is not empty, with the spaces in it, without its line break.
 * [] when no file is named. Throws a GenomlysError when it cannot be read, holds no password or is no list of passwords.
 */
export async function readPasswords({ files, named }: PasswordFile): Promise<readonly string[]> {
  const [file] = files;
  if (file === undefined) return [];
  const bytes = await readNamed(file, named, mostBytes.written, {
    missing: "PASSWORD_FILE_MISSING",
    unreadable: "PASSWORD_FILE_UNREADABLE",
  });
  const { text } = decode(bytes);
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== "");
  if (lines.length === 0) throw genomlysError("PASSWORD_FILE_EMPTY", { path: named });
  const isList = lines.length <= mostPasswords && lines.every((line) => line.length <= longestLine);
  if (!isList || text.includes("\0")) throw genomlysError("PASSWORD_FILE_NO_LIST", { path: named });
  return [...new Set(lines)];
}
