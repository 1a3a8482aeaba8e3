// Who made a workbook, and what its sheets are called, without reading any of them.
import { openArchive } from "../archive/open-archive.ts";
import { readXml } from "../office/read-xml.ts";

export interface WorkbookOrigin {
  /** dc:creator; programs that save a workbook anew leave it as it is. */
  readonly creator: string;
  readonly sheets: readonly string[];
}

/** More than this the two parts never take, in bytes. */
const mostBytes = 1_000_000;

/** null for bytes that are no workbook, and for one that cannot be opened. Never throws. */
export function workbookOrigin(bytes: Uint8Array): WorkbookOrigin | null {
  const archive = openArchive(bytes, { unpackedBytes: mostBytes });
  if (archive.kind !== "archive" || !archive.names.includes("xl/workbook.xml")) return null;
  const [properties, workbook] = [archive.read("docProps/core.xml"), archive.read("xl/workbook.xml")];
  if (properties.kind !== "bytes" || workbook.kind !== "bytes") return null;
  let [creator, inside] = ["", false];
  const sheets: string[] = [];
  const problem =
    readXml(properties.bytes, {
      open: (name) => {
        inside = name === "dc:creator";
      },
      close: () => {
        inside = false;
      },
      text: (text) => {
        if (inside) creator += text;
      },
    }) ??
    readXml(workbook.bytes, {
      open: (name, attribute) => {
        if (name === "x:sheet") sheets.push(attribute("name") ?? "");
      },
      close: () => undefined,
      text: () => undefined,
    });
  return problem === null ? { creator, sheets } : null;
}
