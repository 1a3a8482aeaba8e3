// What Word makes itself where it stands: the table of contents, as a field or as a content control, the hint in a control
// that nobody has filled in, and links.

const gallery = "Table of Contents";
const instruction = /^\s*TOC\b/u;
const linkInstruction = /^\s*HYPERLINK\b/u;

interface Field {
  instruction: string;
  contents: boolean;
}

interface ContentControl {
  contents: boolean;
  placeholder: boolean;
}

export interface OpenContents {
  /** A field is begun, then its instruction stands, then "separate", then what it shows, then "end"; fields nest. */
  readonly field: (mark: string | undefined) => void;
  readonly instruct: (text: string) => void;
  /** A field in one element, with its instruction. */
  readonly openField: (instruction: string) => void;
  readonly closeField: () => void;
  readonly openControl: () => void;
  readonly closeControl: () => void;
  /** The gallery that the open control's content comes from. */
  readonly takeGallery: (name: string | undefined) => void;
  readonly setPlaceholder: (on: boolean) => void;
  /** Whether what stands in the open control is the hint and no text of the author. */
  readonly isPlaceholder: () => boolean;
  /** Whether what stands here belongs to a table of contents. */
  readonly isContents: () => boolean;
  readonly openLink: () => void;
  readonly closeLink: () => void;
  /** Whether what stands here is a link, as an element or as a field. */
  readonly isLink: () => boolean;
}

/** Starts without open fields and controls. */
export function startContents(): OpenContents {
  const fields: Field[] = [];
  const controls: ContentControl[] = [];
  let links = 0;
  return {
    field: (mark) => {
      if (mark === "begin") fields.push({ instruction: "", contents: false });
      else if (mark === "end") fields.pop();
      else if (mark === "separate") {
        const field = fields.at(-1);
        if (field !== undefined) field.contents = instruction.test(field.instruction);
      }
    },
    instruct: (text) => {
      const field = fields.at(-1);
      if (field !== undefined) field.instruction += text;
    },
    openField: (whole) => {
      fields.push({ instruction: "", contents: instruction.test(whole) });
    },
    closeField: () => {
      fields.pop();
    },
    openControl: () => {
      controls.push({ contents: false, placeholder: false });
    },
    closeControl: () => {
      controls.pop();
    },
    takeGallery: (name) => {
      const control = controls.at(-1);
      if (control !== undefined && name === gallery) control.contents = true;
    },
    setPlaceholder: (on) => {
      const control = controls.at(-1);
      if (control !== undefined) control.placeholder = on;
    },
    isPlaceholder: () => controls.at(-1)?.placeholder === true,
    openLink: () => {
      links++;
    },
    closeLink: () => {
      links--;
    },
    isLink: () => links > 0 || fields.some((field) => linkInstruction.test(field.instruction)),
    isContents: () => fields.some((field) => field.contents) || controls.some((control) => control.contents),
  };
}
