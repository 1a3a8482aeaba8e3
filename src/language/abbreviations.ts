// Words after which a full stop is no end of a sentence.

/** Lower-cased, without the last stop. */
const abbreviations = new Set(
  (
    "t.ex bl.a m.m m.fl d.v.s dvs s.k o.s.v osv f.n fr.o.m t.o.m f.d ca c:a cirka kap st nr dnr kl s sid resp etc jfr " +
    "kr ev inkl exkl fig tab bil forts äv art prop dir avs ref tel mån jan feb apr aug sept okt nov dec max min p.g.a " +
    "m.a.o e.d o.d i.e e.g mfl mm tex bla skr bet rskr ds rå nja"
  ).split(" "),
);
const longest = Math.max(...Array.from(abbreviations, (word) => word.length));

/** Is `[start, end)` of `text` an abbreviation, whatever its case? */
export function isAbbreviation(text: string, start: number, end: number): boolean {
  // Asked at the end of every sentence, and most words there are longer.
  return end - start <= longest && abbreviations.has(text.slice(start, end).toLowerCase());
}
