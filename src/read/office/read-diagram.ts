// Texts of SmartArt (DrawingML diagrams, ECMA-376 part 1, 21.4).
import { readXml } from "./read-xml.ts";

/** Texts of the points of a diagram (SmartArt) in the order of its data. A broken one gives what came before. */
export function readDiagram(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  let text = "";
  let inText = false;
  let taking = false;
  readXml(bytes, {
    open: (name) => {
      if (name === "dgm:t") {
        inText = true;
        text = "";
      } else if (name === "a:t") taking = inText;
      else if ((name === "a:p" || name === "a:br") && text !== "") text += "\n";
    },
    close: (name) => {
      if (name === "a:t") taking = false;
      else if (name === "dgm:t") {
        inText = false;
        if (text.trim() !== "") texts.push(text);
      }
    },
    text: (content) => {
      if (taking) text += content;
    },
  });
  return texts;
}
