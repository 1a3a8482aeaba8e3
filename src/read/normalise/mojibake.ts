// UTF-8 that was once read as Windows-1252 or Latin-1: "jÃ¤mstÃ¤lldhet" → "jämställdhet".
import { editMatches, type Mapped } from "./edit.ts";

/** What Windows-1252 shows for the bytes 0x80–0x9F; all other bytes are their own code point. */
const windows1252 = new Map(
  [..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"].map((sign, index) => [
    sign,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94,
      0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][index] ?? 0,
  ]),
);

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
    const bytes = Uint8Array.from(match[0], (sign) => windows1252.get(sign) ?? sign.charCodeAt(0));
    try {
      const repaired = decoder.decode(bytes);
      counts.mojibake++;
      return repaired;
    } catch {
      return null;
    }
  });
}
