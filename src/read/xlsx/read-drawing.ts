// Text in the shapes that lie over the cells of a sheet.
import { readXml } from "../office/read-xml.ts";

interface Drawing {
  readonly boxes: readonly { readonly row: number; readonly text: string }[];
  readonly objects: number;
}

/** Drawing part → the text of its shapes, with the row each begins at (from 1). A broken one gives what came before. */
export function readDrawing(bytes: Uint8Array): Drawing {
  const boxes: { row: number; text: string }[] = [];
  let objects = 0;
  let row = 1;
  let text: string | null = null;
  let paragraph = "";
  let taking: "text" | "row" | null = null;
  let from = false;
  readXml(bytes, {
    open: (name) => {
      if (name === "xdr:from") from = true;
      else if (name === "xdr:row" && from) taking = "row";
      else if (name === "xdr:txBody") text = "";
      else if (name === "a:p") paragraph = "";
      else if (name === "a:t" && text !== null) taking = "text";
      else if (name === "a:br") paragraph += "\n";
      else if (name === "dgm:relIds") objects++;
    },
    close: (name) => {
      if (name === "xdr:from") from = false;
      else if (name === "xdr:row" || name === "a:t") taking = null;
      else if (name === "a:p" && text !== null) text += text === "" ? paragraph : `\n${paragraph}`;
      else if (name === "xdr:txBody" && text !== null) {
        if (text.trim() !== "") boxes.push({ row, text });
        text = null;
      }
    },
    text: (content) => {
      if (taking === "text") paragraph += content;
      else if (taking === "row") row = (Number.parseInt(content, 10) || 0) + 1;
    },
  });
  return { boxes, objects };
}
