// Opens a file that lies in the engine's memory, with a password where it is locked.
import type { Pdfium } from "./engine.ts";

export type Opened =
  | { readonly kind: "document"; readonly document: number }
  | { readonly kind: "failure"; readonly failure: "password" | "damaged" };

const errorPassword = 4;
const errorSecurity = 5;

/** The file of `length` bytes at `address` → a document, to be closed by the caller. `passwords` are tried in turn. */
export function openDocument(
  engine: Pdfium,
  address: number,
  length: number,
  passwords: readonly string[],
): Opened {
  const { calls } = engine;
  const document = calls.FPDF_LoadMemDocument(address, length, 0);
  if (document !== 0) return { kind: "document", document };
  const error = calls.FPDF_GetLastError();
  if (error !== errorPassword && error !== errorSecurity) return { kind: "failure", failure: "damaged" };
  for (const password of passwords.flatMap(encodings)) {
    const at = calls.malloc(password.length + 1);
    engine.bytes().set([...password, 0], at);
    const unlocked = calls.FPDF_LoadMemDocument(address, length, at);
    calls.free(at);
    if (unlocked !== 0) return { kind: "document", document: unlocked };
  }
  return { kind: "failure", failure: "password" };
}

/** Locks of PDF 2.0 take UTF-8, older ones the single bytes of Latin-1, whatever the program typed in. */
function encodings(password: string): Buffer[] {
  const utf8 = Buffer.from(password, "utf8");
  const latin1 = Buffer.from(password, "latin1");
  return utf8.equals(latin1) ? [utf8] : [utf8, latin1];
}
