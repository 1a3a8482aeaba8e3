// What the user is told when a file that they named could not be opened.
import { GenomlysError, genomlysError } from "../errors/genomlys-error.ts";
import { systemReason } from "../errors/system-reason.ts";

/** The errors for a file of one kind: when there is none of that name, and when the system does not let it be read. */
export interface UnopenedCodes {
  readonly missing:
    "BASELINE_MISSING" | "CONFIG_MISSING" | "INPUT_MISSING" | "MANIFEST_MISSING" | "PASSWORD_FILE_MISSING";
  readonly unreadable: "INPUT_UNREADABLE" | "MANIFEST_UNREADABLE" | "PASSWORD_FILE_UNREADABLE";
}

/** `cause`, caught when the file called `named` was opened, as one of `codes`; what is told already stays as it is. */
export function unopenedFile(cause: unknown, named: string, codes: UnopenedCodes): GenomlysError {
  if (cause instanceof GenomlysError) return cause;
  const reason = systemReason(cause);
  return reason === "ENOENT"
    ? genomlysError(codes.missing, { path: named }, { cause })
    : genomlysError(codes.unreadable, { path: named, reason }, { cause });
}
