/** Is the version asked for? Not after "--", where everything is a file. */
export function asksForVersion(argv: readonly string[]): boolean {
  for (const argument of argv) {
    if (argument === "--") return false;
    if (argument === "--version" || argument === "-V") return true;
  }
  return false;
}
