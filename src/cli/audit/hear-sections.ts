// Reading with an ear for the text of each section: what versions of a document are compared by, section by section.
import type { SectionTexts } from "../../compare/align-sections.ts";
import { sectionTexts } from "../../compare/section-texts.ts";
import type { OpenInputs } from "../inputs/open-inputs.ts";

type Heard = (path: string, texts: SectionTexts) => void;

/** Reads as before, and hands over the texts of the sections of what was read. */
export function hearing(readWith: OpenInputs["readWith"], heard: Heard): OpenInputs["readWith"] {
  return async (...args) => {
    const result = await readWith(...args);
    if (result.kind === "document") heard(args[1], sectionTexts(result));
    return result;
  };
}

/** The inputs, read like that. Every document is read, also one whose judgement is kept. */
export function hearSections(inputs: OpenInputs, heard: Heard): OpenInputs {
  return {
    ...inputs,
    store: null,
    // Asked for when it is known: it grows while the documents are gone through.
    get sifting() {
      return inputs.sifting;
    },
    readWith: hearing(inputs.readWith, heard),
  };
}
