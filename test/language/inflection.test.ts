import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseForms, inflectedForms, longestEnding, stemsOfForms } from "../../src/language/inflection.ts";

describe("a form leads back to its dictionary form", () => {
  test.each([
    ["kvinna", "kvinnan kvinnor kvinnorna kvinnornas kvinnas kvinnors"],
    ["pojke", "pojken pojkar pojkarna pojkarnas pojkes"],
    ["flicka", "flickor flickornas flickan"],
    ["mål", "målet målen målens måls"],
    ["område", "området områden områdena områdenas"],
    ["medarbetare", "medarbetaren medarbetarna medarbetarnas"],
    ["patient", "patienten patienter patienterna patienternas"],
    ["jämställd", "jämställt jämställda jämställdare"],
    ["jämställdhet", "jämställdheten jämställdhets jämställdhetens"],
    ["könsuppdelad", "könsuppdelat könsuppdelade"],
    ["utveckla", "utvecklar utvecklade utvecklat utvecklas utvecklande"],
    ["följa", "följer följde följt följs"],
    ["genomföra", "genomför genomförde genomförs"],
    ["program", "programmet programmen"],
    ["vän", "vänner vännerna"],
    ["mönster", "mönstret mönstren"],
    ["medel", "medlen medlens"],
    ["könsbunden", "könsbundet könsbundna"],
    ["tjänsteman", "tjänstemän tjänstemännen tjänstemannens"],
  ])("%s", (base, forms) => {
    for (const form of forms.split(" ")) expect(baseForms(form), form).toContain(base);
  });
});

describe("other words do not", () => {
  test.each([
    ["kvinnlig", "kvinna"],
    ["könet", "kö"],
    ["manlig", "man"],
    ["mening", "men"],
    ["jämlik", "jämställd"],
    ["jämställdhetsplan", "jämställdhet"],
    ["pojklag", "pojke"],
    ["våldsam", "våld"],
  ])("%s is no form of %s", (word, base) => {
    expect(baseForms(word)).not.toContain(base);
  });

  test("a word of two letters is a form of itself alone", () => {
    expect(baseForms("er")).toEqual(["er", "era"]);
    expect(baseForms("en")).toEqual(["en"]);
  });
});

describe("laws", () => {
  const stem = fc.stringMatching(/^[bdfghklmnprstvj]{1,2}[aeiouyåäö][bdfghklmnprstv]{1,2}$/);
  const ending = fc.constantFrom("", "a", "e", "d", "en", "er", "el", "ra", "man", "het", "ad", "m", "n");
  const word = fc.tuple(stem, ending).map((parts) => parts.join(""));

  test("every inflected form has the word among its base forms", () => {
    fc.assert(
      fc.property(word, (base) => {
        for (const form of inflectedForms(base))
          expect(baseForms(form), `${form} of ${base}`).toContain(base);
      }),
      { numRuns: 1000 },
    );
  });

  test("a word is its own base form and its own inflected form", () => {
    fc.assert(
      fc.property(word, (base) => {
        expect(baseForms(base)[0]).toBe(base);
        expect(inflectedForms(base)).toContain(base);
      }),
    );
  });

  test("a word is the stem of one of its base forms and an ending", () => {
    fc.assert(
      fc.property(word, fc.constantFrom("", "s", "n", "en", "na", "ar", "erna", "mans"), (base, ending) => {
        const form = base + ending;
        for (const each of baseForms(form)) {
          const stems = stemsOfForms(each).filter((stem) => form.startsWith(stem));
          const longest = Math.max(-1, ...stems.map((stem) => stem.length));
          expect(longest, `${form} of ${each}`).toBeGreaterThanOrEqual(form.length - longestEnding);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("forms are not listed twice among the inflected ones", () => {
    fc.assert(
      fc.property(word, (base) => {
        const forms = inflectedForms(base);
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });

  test("asking for forms that share few letters leaves out only those that share more", () => {
    const shared = (one: string, other: string): number => {
      let at = 0;
      while (at < one.length && one[at] === other[at]) at++;
      return at;
    };
    fc.assert(
      fc.property(word, fc.nat(12), (form, most) => {
        const all = baseForms(form);
        const few = baseForms(form, most);
        expect(all).toEqual(expect.arrayContaining(few));
        for (const base of all) if (shared(form, base) <= most) expect(few).toContain(base);
      }),
    );
  });
});
