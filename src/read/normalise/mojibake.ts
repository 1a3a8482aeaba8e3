// UTF-8 that was once read as Windows-1252 or Latin-1: "jÃ¤mstÃ¤lldhet" → "jämställdhet".
import { windows1252Bytes } from "../windows-1252.ts";
import { editMatches, type Mapped } from "./edit.ts";

/** Sign as a regular expression class: whatever a continuation byte (0x80–0xBF) may look like. */
const continuation = "[\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

/**
 * The sequences that are typical: Latin-1 letters and signs ("Ã¤", "Â§"), general punctuation ("â€“") and the ligatures
 * ("ï¬\x81"). Others are left alone: a wrong repair costs more than a missed one.
 */
const sequence = new RegExp(
  `Ã${continuation}|Â[\\xa0-\\xbf]|â(?:€|\\x80)${continuation}|ï¬[\\x80-\\x84€‚ƒ„]`,
  "g",
);

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Repairs the typical sequences and counts them in `counts.mojibake`. */
export function repairMojibake(source: Mapped, counts: { mojibake: number }): Mapped {
  if (!/Ã|Â[\xa0-\xbf]|â[€\x80]|ï¬/.test(source.text)) return source;
  return editMatches(source, sequence, (match) => {
    const bytes = Uint8Array.from(match[0], (sign) => windows1252Bytes.get(sign) ?? sign.charCodeAt(0));
    try {
      const repaired = decoder.decode(bytes);
      counts.mojibake++;
      return repaired;
    } catch {
      return null;
    }
  });
}
