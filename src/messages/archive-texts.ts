// What is said of an archive: its list, groups of documents, documents that are there twice. Part of the one catalogue:
// interface-texts.ts takes them in.
import type { LocalText } from "../model/rule.ts";

export const archiveTexts = {
  // ── the list (--manifest) ──
  "manifest.missing": {
    sv: "{place}: filen {path} finns inte.",
    en: "{place}: the file {path} does not exist.",
  },
  "manifest.missingMore": {
    sv: "… och {n} {n|rad|rader} till vars fil inte finns.",
    en: "… and {n} more {n|row|rows} whose file does not exist.",
  },
  "manifest.withoutRow": {
    sv: "{n} {n|dokument|dokument} står inte i listan {list}: {names}",
    en: "{n} {n|document is|documents are} not in the list {list}: {names}",
  },

  // ── files with the content of another ──
  "duplicates.told": {
    sv: "{n} {n|fil har|filer har} samma innehåll som en annan och räknas inte en gång till: {names}",
    en: "{n} {n|file has|files have} the same content as another and {n|is|are} not counted again: {names}",
  },
  "duplicates.as": { sv: "{path} (som {first})", en: "{path} (as {first})" },
  "duplicates.title": {
    sv: "Samma innehåll som ett annat dokument",
    en: "The same content as another document",
  },
  "duplicates.why": {
    sv: "De är granskade en gång och räknas en gång.",
    en: "They were audited once and count once.",
  },
  "duplicates.line": { sv: "{path}: som {first}", en: "{path}: as {first}" },
  "duplicates.sentence": {
    sv: "{n} {n|fil|filer} hade samma innehåll som ett annat dokument och räknas inte en gång till: {names}.",
    en: "{n} {n|file|files} had the same content as another document and {n|is|are} not counted again: {names}.",
  },
  "column.duplicateOf": { sv: "Samma innehåll som", en: "Same content as" },
  "verdict.duplicate": { sv: "dubblett", en: "duplicate" },

  // ── what is known of a document ──
  "facts.organisation": { sv: "Organisation", en: "Organisation" },
  "facts.year": { sv: "År", en: "Year" },

  // ── groups ──
  "groups.byOrganisation": { sv: "Efter organisation", en: "By organisation" },
  "groups.byYear": { sv: "Efter år", en: "By year" },
  "groups.byType": { sv: "Efter dokumenttyp", en: "By document type" },
  "groups.byColumn": { sv: "Efter {column}", en: "By {column}" },
  "groups.none": { sv: "(ingen uppgift)", en: "(not stated)" },
  "groups.heading": { sv: "Grupper", en: "Groups" },
  "groups.documents": { sv: "Dok.", en: "Docs" },
  "groups.legend": {
    sv: "Täckning och djup räknas över gruppens alla väntade avsnitt tillsammans. Omdömen: antal dokument.",
    en: "Coverage and depth are counted over all expected sections of the group together. Verdicts: number of documents.",
  },
  "groups.verdict.clear": { sv: "tydligt", en: "clear" },
  "groups.verdict.partial": { sv: "delvis", en: "partly" },
  "groups.verdict.confined": { sv: "eget kap.", en: "confined" },
  "groups.verdict.missing": { sv: "saknas", en: "missing" },
  "groups.verdict.notAssessed": { sv: "ej bedömt", en: "unjudged" },
  "groups.failed": { sv: "ej läst", en: "unread" },
  "groups.count": { sv: "{n} {n|dokument|dokument}", en: "{n} {n|document|documents}" },
  "groups.sentence": { sv: "{by}: {groups}.", en: "{by}: {groups}." },
  "groups.sentenceGroup": {
    sv: "{name}, {covered} av {expected} {expected|väntat|väntade} avsnitt ({percent}) i {n} {n|dokument|dokument}",
    en: "{name}, {covered} of {expected} expected {expected|section|sections} ({percent}) in {n} {n|document|documents}",
  },
  "groups.sentenceNothing": {
    sv: "{name}, inget väntat avsnitt i {n} {n|dokument|dokument}",
    en: "{name}, no expected section in {n} {n|document|documents}",
  },
  "groups.sentenceMore": { sv: "{n} till", en: "{n} more" },

  // ── the table of groups ──
  "sheet.groups": { sv: "Grupper", en: "Groups" },
  "column.groupedBy": { sv: "Indelning", en: "Grouped by" },
  "column.group": { sv: "Grupp", en: "Group" },
  "column.documentCount": { sv: "Dokument, antal", en: "Documents, number" },
  "column.auditedCount": { sv: "Granskade", en: "Audited" },
  "column.failedCount": { sv: "Ej lästa", en: "Not read" },
  "column.verdictCount": { sv: "Omdöme: {verdict}", en: "Verdict: {verdict}" },
} as const satisfies Record<string, LocalText>;
