// Which part of an Office file points to which: the .rels files (ECMA-376 part 2, 6.5).
import type { Archive } from "../archive/open-archive.ts";
import { readXml } from "./read-xml.ts";

export interface Relationship {
  readonly id: string;
  /** Last word of the type, "styles", "footnotes", "officeDocument": the rest differs between variants of the format. */
  readonly type: string;
  /** Name of the part in the archive, without a leading slash. */
  readonly target: string;
}

/**
 * The relationships of a part ("" for those of the whole file). [] when there are none or their file cannot be read:
 * what hangs on them is then looked for under its usual name. Targets outside the file are left out.
 */
export function readRelationships(archive: Archive, part: string): readonly Relationship[] {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const file = archive.read(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (file.kind !== "bytes") return [];
  const relationships: Relationship[] = [];
  const problem = readXml(file.bytes, {
    open: (name, attribute) => {
      if (name !== "Relationship" && !name.endsWith(":Relationship")) return;
      const id = attribute("Id");
      const type = attribute("Type");
      const target = attribute("Target");
      if (id === undefined || type === undefined || target === undefined) return;
      if (attribute("TargetMode") === "External") return;
      relationships.push({
        id,
        type: type.slice(type.lastIndexOf("/") + 1),
        target: resolve(folder, target),
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return problem === null ? relationships : [];
}

/** "word/" + "../docProps/core.xml" → "docProps/core.xml". */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
