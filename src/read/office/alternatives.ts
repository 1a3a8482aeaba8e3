// mc:AlternateContent: the same content in several forms, for programs of several ages (ECMA-376 part 3).

export interface Alternatives {
  readonly open: () => void;
  /** A form begins: answers whether it is to be read. The first choice is; the fallback is where there was no choice. */
  readonly reads: (form: "mc:Choice" | "mc:Fallback") => boolean;
  readonly close: () => void;
}

/** Starts outside of any. */
export function startAlternatives(): Alternatives {
  /** For each that is open, whether a choice has been read. */
  const chosen: boolean[] = [];
  return {
    open: () => {
      chosen.push(false);
    },
    reads: (form) => {
      if (chosen.at(-1) === true) return false;
      if (form === "mc:Choice" && chosen.length > 0) chosen[chosen.length - 1] = true;
      return true;
    },
    close: () => {
      chosen.pop();
    },
  };
}
