// What lies in ZIP archives, for commands: they know the stages of the audit, not the insides of the readers.
export { expandArchive, isArchive } from "../read/zip/expand-archive.ts";
export { workbookOrigin } from "../read/xlsx/workbook-origin.ts";
