// Numbers of list items in letters and in Roman figures, as word processors print them.

/** 1 → a, 26 → z, 27 → aa, 28 → bb: the letter is repeated, as Word does. */
export function letters(number: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCodePoint(0x61 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const romanSteps = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

/** 4 → iv. */
export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = "";
  for (const [value, sign] of romanSteps) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
