// Archives of documents, for commands: they know the stages of the audit, not the insides of the readers.
export { expandArchive, isArchive } from "../read/zip/expand-archive.ts";
