// Labelled text → what the tool says of it, by the same pipeline that audits files.
//
// Each passage is a document of its own. In one document with the others it would be judged in their company: a sentence
// that stands in two passages counts once, and a heading's words are handed down.
import { genomlysError, type ErrorPlace } from "../errors/genomlys-error.ts";
import { suggestName } from "../errors/suggest-name.ts";
import { otherType } from "../judge/document-type.ts";
import { explainSection } from "../judge/explain-section.ts";
import type { SectionJudgement } from "../judge/judgement.ts";
import type { GoldLabel, SectionWorking } from "../model/evaluation.ts";
import type { Level, SectionStatus } from "../model/report.ts";
import type { RulePack } from "../model/rule.ts";
import { sha256 } from "../pipeline/content-hash.ts";
import { judgeFile, type JudgedFile } from "../pipeline/audit.ts";
import { defaultReadOptions } from "../read/reader.ts";
import type { Gold, GoldDocument, GoldPassage, GoldSection } from "./read-gold.ts";

/** A labelled passage or section, and what the tool says of it. */
export interface JudgedPassage {
  readonly id: string;
  /** File and line of the label. */
  readonly place: string;
  readonly docType: string;
  readonly trap: string | null;
  readonly gold: GoldLabel;
  readonly found: { readonly level: Level; readonly expected: boolean; readonly status: SectionStatus };
  /** Ids of the rules that gave credit, each once. */
  readonly credited: readonly string[];
  /** Heading and text. */
  readonly text: string;
  /** What led to the judgement; worked out when asked for. */
  readonly working: () => SectionWorking;
}

/** A label without a judgement: the section was not found, or its document could not be read. */
export interface LostLabel {
  readonly place: string;
  readonly what: string;
}

export interface JudgedGold {
  readonly passages: readonly JudgedPassage[];
  readonly lost: readonly LostLabel[];
}

/** Judges all labelled text. `readFile` reads a document of the gold file, by its path as written there; null when it cannot. */
export async function judgeGold(
  gold: Gold,
  packs: readonly RulePack[],
  readFile: (path: string) => Promise<Uint8Array | null>,
): Promise<JudgedGold> {
  const passages: JudgedPassage[] = [];
  const lost: LostLabel[] = [];
  checkTypes(gold, packs);
  for (const passage of gold.passages) passages.push(await judgePassage(passage, packs));
  for (const document of gold.documents) {
    const bytes = await readFile(document.path);
    const judged =
      bytes === null ? null : await judge(bytes, document.path, document.docType ?? "auto", packs);
    if (judged === null) lost.push({ place: document.place, what: document.path });
    else sectionsOf(document, judged, passages, lost);
  }
  return { passages, lost };
}

/** Document types that no pack knows would be judged as none at all, and nobody would notice. */
function checkTypes(gold: Gold, packs: readonly RulePack[]): void {
  const ids = packs.flatMap(({ rules }) => rules.filter(({ kind }) => kind === "documentType"));
  const known = new Set(["auto", ...ids.map(({ id }) => id), otherType]);
  for (const { docType, place } of [...gold.passages, ...gold.documents]) {
    if (docType === null || known.has(docType)) continue;
    const suggestion = suggestName(docType, [...known]);
    const params = { field: "docType", expected: [...known].join(", ") };
    throw genomlysError("GOLD_WRONG", suggestion === undefined ? params : { ...params, suggestion }, {
      where: errorPlace(place),
    });
  }
}

/** "gold.jsonl:12" → the place. */
function errorPlace(place: string): ErrorPlace {
  const [path = "", line = "1"] = place.split(/:(?=\d+$)/);
  return { path, line: Number(line) };
}

async function judge(
  bytes: Uint8Array,
  path: string,
  type: string,
  packs: readonly RulePack[],
): Promise<JudgedFile | null> {
  const judged = await judgeFile(
    { path, bytes },
    { packs, type, lang: "sv", read: defaultReadOptions, sha256 },
  );
  return judged.kind === "judged" ? judged : null;
}

async function judgePassage(passage: GoldPassage, packs: readonly RulePack[]): Promise<JudgedPassage> {
  // A title, so that the section stands where sections stand; it says what every document of the type says.
  const markdown = `# ${titleOf(passage.docType, packs)}\n\n## ${passage.heading ?? "Avsnitt"}\n\n${passage.text}\n`;
  // The name is the same for all: it must not say anything.
  const judged = await judge(new TextEncoder().encode(markdown), "text.md", passage.docType, packs);
  const headed = judged?.judgement.sections.filter(({ section }) => section.headingSpan !== null) ?? [];
  const [, section, ...more] = headed;
  if (judged === null || section === undefined || more.length > 0) {
    throw genomlysError("GOLD_SPLIT", { id: passage.id }, { where: errorPlace(passage.place) });
  }
  const { id, heading, text } = passage;
  return judgedPassage(passage, id, judged, section, heading === null ? text : `${heading}\n${text}`);
}

function titleOf(docType: string, packs: readonly RulePack[]): string {
  for (const { rules } of packs) {
    for (const rule of rules) if (rule.kind === "documentType" && rule.id === docType) return rule.label.sv;
  }
  return "Dokument";
}

function judgedPassage(
  label: Pick<GoldPassage | GoldSection, "level" | "present" | "expected" | "trap" | "place">,
  id: string,
  judged: JudgedFile,
  section: SectionJudgement,
  text: string,
): JudgedPassage {
  const { level, present, expected, trap, place } = label;
  return {
    id,
    place,
    docType: judged.judgement.type.id,
    trap,
    gold: { level, present, expected },
    found: { level: section.level, expected: section.expected, status: section.status },
    credited: [...new Set(section.evidence.map(({ rule }) => rule.id))],
    text,
    working: () => explainSection(judged.index, judged.judgement, section),
  };
}

function sectionsOf(
  document: GoldDocument,
  judged: JudgedFile,
  passages: JudgedPassage[],
  lost: LostLabel[],
): void {
  for (const label of document.sections) {
    const named = [label.number, label.heading].filter((part) => part !== null).join(" ");
    const found = judged.judgement.sections.filter(({ section }) => isNamed(section, label));
    const [section, ...others] = found;
    // Two sections of that name: which one was meant cannot be told, and guessing would make a figure of it.
    if (section === undefined || others.length > 0) {
      lost.push({ place: document.place, what: `${document.path}: ${named} (${String(found.length)})` });
      continue;
    }
    const text = judged.judgement.document.text.slice(section.span.start, section.span.end);
    passages.push(judgedPassage(label, `${document.id} ${named}`, judged, section, text));
  }
}

function isNamed(
  section: { readonly number: string | null; readonly heading: string },
  label: GoldSection,
): boolean {
  const same = (a: string, b: string): boolean => plain(a) === plain(b);
  return (
    (label.number === null || (section.number !== null && same(section.number, label.number))) &&
    (label.heading === null || same(section.heading, label.heading))
  );
}

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
