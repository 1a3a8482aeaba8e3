// Walks a part that holds text (document, notes, headers) and collects its paragraphs and tables in order.
// Tracked changes are read as accepted (what Word shows under "no markup", and what the document will say), or as the
// text was before them. What belongs to the other reading is passed over, but its paragraphs are counted: places are the
// same in both.
import { metered, type TextTooLarge } from "../office/meter.ts";
import { readXml, type Attribute, type XmlProblem } from "../office/read-xml.ts";
import { changeElements, leftOutElements, propertyElements, storyElements } from "./elements.ts";
import { leaveOut, startPart, type OpenPart, type PartContext } from "./open-part.ts";
import type { Part } from "./part.ts";
import { closeInProperties, openInProperties } from "./part-properties.ts";
import { append, closeInText, openInText, openStory } from "./part-text.ts";

/** One part → its stories, or what is wrong with it. */
export function readPart(bytes: Uint8Array, context: PartContext): Part | XmlProblem | TextTooLarge {
  return metered(context, (meter) => {
    const part = startPart(context, meter);
    const problem = readXml(
      bytes,
      {
        open: (name, attribute) => {
          open(part, name, attribute);
        },
        close: (name) => {
          close(part, name);
        },
        text: (content) => {
          text(part, content);
        },
      },
      context.xmlLevels,
    );
    if (problem !== null) return problem;
    const { found, furniture, counts, changes } = part;
    return { kind: "part", stories: found, furniture, counts: { ...counts, ...changes.counts() } };
  });
}

/** The order of the questions is what an element inside another belongs to. */
function open(part: OpenPart, name: string, attribute: Attribute): void {
  const change = changeElements.get(name);
  if (part.leftOut > 0) {
    part.leftOut++;
    if (!part.countsParagraphs) return;
    if (name === "w:p") part.meter.paragraph();
    if (change !== undefined) part.changes.changed(change);
  } else if (part.properties > 0) openInProperties(part, name, attribute);
  else if (propertyElements.has(name)) part.properties++;
  else if (change !== undefined) {
    part.changes.changed(change);
    if (change === part.gone) leaveOut(part, "counting");
    else part.kept++;
  } else if (leftOutElements.has(name)) leaveOut(part, "counting");
  else if (storyElements.has(name)) openStory(part, name, attribute);
  else openInText(part, name, attribute);
}

function close(part: OpenPart, name: string): void {
  if (part.leftOut > 0) part.leftOut--;
  else if (part.properties > 0) closeInProperties(part, name);
  else closeInText(part, name);
}

function text(part: OpenPart, content: string): void {
  if (part.leftOut > 0) return;
  if (part.taking === "text") append(part, content);
  else if (part.taking === "instruction") part.contents.instruct(content);
}
