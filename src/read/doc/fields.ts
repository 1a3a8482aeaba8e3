// Fields: an instruction that is no text, then what it shows, between signs of their own ([MS-DOC] 2.8.25). They nest.

/** Signs that a field is made of. */
const begin = "\x13";
const separator = "\x14";
const end = "\x15";

const contentsInstruction = /^\s*TOC\b/u;
const linkInstruction = /^\s*HYPERLINK\b/u;
/** Enough of an instruction to tell what it is. */
const longestInstruction = 200;

interface Field {
  instruction: string;
  shows: boolean;
  contents: boolean;
}

export interface OpenFields {
  /** Takes the next sign of a story, and says whether it is text that is shown rather than a part of a field. */
  readonly shows: (sign: string) => boolean;
  /** Whether what is shown now belongs to a table of contents. */
  readonly inContents: () => boolean;
  readonly inLink: () => boolean;
}

/** The fields of one story, none open yet. */
export function startFields(): OpenFields {
  const fields: Field[] = [];
  return {
    shows: (sign) => {
      const field = fields.at(-1);
      switch (sign) {
        case begin:
          fields.push({ instruction: "", shows: false, contents: false });
          return false;
        case separator:
          if (field !== undefined) {
            field.shows = true;
            field.contents = contentsInstruction.test(field.instruction);
          }
          return false;
        case end:
          fields.pop();
          return false;
      }
      if (field === undefined || fields.every((each) => each.shows)) return true;
      if (field.instruction.length < longestInstruction) field.instruction += sign;
      return false;
    },
    inLink: () => fields.some((each) => each.shows && linkInstruction.test(each.instruction)),
    inContents: () => fields.some((each) => each.contents),
  };
}
