// The tables of a report by name, in the order of a workbook's sheets.
import type { Language } from "../../messages/message.ts";
import type { Report } from "../../model/report.ts";
import { documentsTable } from "./documents-table.ts";
import { evidenceTable } from "./evidence-table.ts";
import { gapsTable } from "./gaps-table.ts";
import { groupsTable } from "./groups-table.ts";
import { methodTable } from "./method-table.ts";
import { requirementsTable } from "./requirements-table.ts";
import { sectionsTable } from "./sections-table.ts";
import type { Table } from "./table.ts";
import type { TableName } from "./table-names.ts";

export const tables: Readonly<Record<TableName, (report: Report, lang: Language) => Table>> = {
  documents: documentsTable,
  sections: sectionsTable,
  evidence: evidenceTable,
  gaps: gapsTable,
  requirements: requirementsTable,
  groups: groupsTable,
  method: methodTable,
};
