// What a language is called.
import type { Language } from "./message.ts";

/** "en" → "engelska"; a language that has no name here, or is not known, is "ett annat språk". */
export function languageName(code: string | null, lang: Language): string {
  const unknown = lang === "sv" ? "ett annat språk" : "another language";
  if (code === null || code === "und") return unknown;
  try {
    return new Intl.DisplayNames([lang], { type: "language", fallback: "none" }).of(code) ?? unknown;
  } catch {
    // A file may name a language that is none.
    return unknown;
  }
}
