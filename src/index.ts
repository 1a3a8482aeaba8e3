// The library: what other programs may call. No console, no process, no files but those of the rules.
export { audit, type AuditRequest } from "./pipeline/audit-documents.ts";
export { auditFile, type AuditOptions, type SourceFile } from "./pipeline/audit.ts";
export { assembleReport } from "./pipeline/assemble-report.ts";
export { packageVersion } from "./version.ts";
export { loadPacks } from "./rules/load-packs.ts";
export { defaultLimits, defaultReadOptions, type ReadLimits, type ReadOptions } from "./read/reader.ts";
export { GenomlysError } from "./errors/genomlys-error.ts";
export type * from "./model/report.ts";
export type * from "./model/document.ts";
export type * from "./model/rule.ts";
