// What was judged before: an unchanged archive is reported again without reading or judging anything.
import type { DocumentReport } from "../model/report.ts";
import type { RulePack } from "../model/rule.ts";
import type { ReadOptions } from "../read/reader.ts";
import { codeVersion, isRepeatable, keyOf, readingKey } from "./key.ts";
import type { Store } from "./open-store.ts";

/** All that a document's report depends on. */
export interface AuditInput {
  readonly sha256: string;
  /** As it stands in the report: the type may be recognised by it. */
  readonly path: string;
  readonly packs: readonly RulePack[];
  readonly type: string;
  readonly typeFrom?: string | undefined;
  readonly lang: string;
  readonly read: ReadOptions;
  /** Which boilerplate was known; "" for none. */
  readonly standardText: string;
}

/** What an audit gave: the report, and what else the run wants to know of the document. */
export interface CachedAudit<Beside> {
  readonly report: DocumentReport;
  readonly beside: Beside;
}

export interface AuditCache<Beside> {
  /** undefined when the document was not audited under just these conditions. */
  find(input: AuditInput): Promise<CachedAudit<Beside> | undefined>;
  /** Keeps what may be kept. */
  keep(input: AuditInput, audit: CachedAudit<Beside>): Promise<void>;
}

/** What a document is judged under: the same content at the same path gives the same report. Plain JSON. */
export function conditionsOf({
  packs,
  type,
  typeFrom,
  lang,
  read,
}: Pick<AuditInput, "packs" | "type" | "typeFrom" | "lang" | "read">): unknown {
  const rules = packs.map((pack) => [pack.id, pack.version, pack.sha256]);
  return [codeVersion(), rules, type, typeFrom ?? null, lang, readingKey(read)];
}

/** `Beside` is plain JSON. */
export function openAuditCache<Beside>(store: Store): AuditCache<Beside> {
  const keyFor = (input: AuditInput): string =>
    keyOf("audit", input.sha256, input.path, conditionsOf(input), input.standardText);
  const mayKeep = ({ read }: AuditInput): boolean => read.passwords.length === 0;
  return {
    async find(input) {
      if (!mayKeep(input)) return undefined;
      const known = await store.read(keyFor(input));
      return isAudit<Beside>(known, input) ? known : undefined;
    },
    async keep(input, audit) {
      if (mayKeep(input) && isRepeatable(audit.report.notices)) await store.write(keyFor(input), audit);
    },
  };
}

function isAudit<Beside>(value: unknown, { sha256, path }: AuditInput): value is CachedAudit<Beside> {
  if (typeof value !== "object" || value === null || !("report" in value) || !("beside" in value))
    return false;
  const { report } = value;
  if (typeof report !== "object" || report === null) return false;
  return "path" in report && report.path === path && "sha256" in report && report.sha256 === sha256;
}
