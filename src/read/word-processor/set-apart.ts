// What a paragraph looks like as a whole and line by line, followed while it grows: authors without a feeling for styles set
// headings in bold, underline them or put them in capitals, and as often end them with Shift+Enter as with Enter.

export interface Look {
  readonly bold: boolean;
  /** Underlined (and no link), or in capitals by its formatting. */
  readonly marked: boolean;
}

export interface SetApart {
  /** Whether there are letters and all of them are bold. */
  readonly bold: boolean;
  /** Whether there are letters and each of them is bold, underlined or in capitals. */
  readonly setApart: boolean;
  /** Of a paragraph with line breaks, the lines (from 0) of which that holds; [] for a paragraph of one line. */
  readonly setApartLines: readonly number[];
}

export interface OpenLooks {
  /** Text that is shown, with its line breaks, all of one look. */
  readonly add: (text: string, look: Look) => void;
  readonly finish: () => SetApart;
}

const none: readonly number[] = [];

/** Starts without text. */
export function startLooks(): OpenLooks {
  let letters = false;
  let bold = true;
  let setApart = true;
  /** Whether the open line has letters, and whether one of them is as those of the running text. */
  let lineLetters = false;
  let linePlain = false;
  let line = 0;
  const found: number[] = [];
  const endLine = (): void => {
    if (lineLetters && !linePlain) found.push(line);
    line++;
    lineLetters = false;
    linePlain = false;
  };
  const addPart = (part: string, look: Look): void => {
    if (part.trim() === "") return;
    letters = true;
    lineLetters = true;
    if (!look.bold) bold = false;
    if (look.bold || look.marked) return;
    setApart = false;
    linePlain = true;
  };
  return {
    add: (text, look) => {
      for (let start = 0; start <= text.length;) {
        const end = text.indexOf("\n", start);
        addPart(end < 0 ? text.slice(start) : text.slice(start, end), look);
        if (end < 0) break;
        endLine();
        start = end + 1;
      }
    },
    finish: () => {
      const hasBreaks = line > 0;
      endLine();
      return {
        bold: bold && letters,
        setApart: setApart && letters,
        setApartLines: hasBreaks && found.length > 0 ? found : none,
      };
    },
  };
}
