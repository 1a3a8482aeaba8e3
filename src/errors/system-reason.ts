// What the system says went wrong.

/** The system's word for an error ("ENOSPC"); of an error without one, its text. */
export function systemReason(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
