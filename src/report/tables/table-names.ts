// Apart from the tables themselves: the command line lists the names at every start.
export const tableNames = [
  "documents",
  "sections",
  "evidence",
  "gaps",
  "requirements",
  "groups",
  "method",
] as const;
export type TableName = (typeof tableNames)[number];
