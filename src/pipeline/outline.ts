// A document as the reader saw it: sections, roles, what was kept apart, what was not read.
import type { Judgement, SectionJudgement } from "../judge/judgement.ts";
import { noticeText } from "../messages/notice-texts.ts";
import type { Block, Document, Layer, Unread } from "../model/document.ts";
import { locate } from "../model/locate.ts";
import type {
  Outline,
  OutlineComment,
  OutlineDocument,
  OutlineLayer,
  OutlineSection,
} from "../model/outline.ts";
import type { LocalText, RulePack } from "../model/rule.ts";
import { packageVersion } from "../version.ts";
import { reportNotices } from "./report-notices.ts";
import { readSuppressionComments } from "./suppression-comments.ts";
import { judgeFile, type AuditOptions, type SourceFile } from "./audit.ts";

const samplesShown = 5;
const sampleLength = 120;

/** Reads one file and says what was seen. Bad input is an entry that says so, never an exception. */
export async function outlineFile(file: SourceFile, options: AuditOptions): Promise<OutlineDocument> {
  const source = { path: file.path, sha256: options.sha256(file.bytes) };
  const judged = await judgeFile(file, options);
  if (judged.kind === "unread") return outlineUnread(source, judged, options.lang);
  return outlineDocument(source, judged.judgement, options);
}

/** The entry of a file that could not be made into a document. */
export function outlineUnread(
  source: { readonly path: string; readonly sha256: string },
  unread: Unread,
  lang: "sv" | "en",
): OutlineDocument {
  return {
    ...source,
    format: unread.format,
    status: unread.status,
    title: null,
    language: null,
    pages: unread.pages,
    words: 0,
    type: { id: "ovrigt", confidence: 0, because: [] },
    reading: { share: 0, pagesWithoutText: [], garbled: [], engine: "" },
    sections: [],
    blocks: { headings: 0, paragraphs: 0, listItems: 0, tables: 0, tableRows: 0, captions: 0 },
    layers: { furniture: nothing, pageNumbers: 0, footnotes: nothing, contents: nothing, comments: [] },
    notices: unread.notices.map((notice) => noticeText(notice, lang)),
  };
}

/** Puts outlines under the head that says with which tool they were made and what roles and types are called. */
export function assembleOutline(documents: readonly OutlineDocument[], packs: readonly RulePack[]): Outline {
  const roles: Record<string, LocalText> = {};
  const types: Record<string, LocalText> = {};
  for (const rule of packs.flatMap((pack) => pack.rules)) {
    if (rule.kind === "role") roles[rule.role] ??= rule.label;
    if (rule.kind === "documentType") types[rule.id] ??= rule.label;
  }
  return {
    schema: "genomlys-outline/1",
    tool: { name: "genomlys", version: packageVersion() },
    labels: { roles, types },
    documents,
  };
}

function outlineDocument(
  source: { readonly path: string; readonly sha256: string },
  judgement: Judgement,
  { packs, lang }: Pick<AuditOptions, "packs" | "lang">,
): OutlineDocument {
  const { document } = judgement;
  const body = document.blocks.filter((block) => block.layer === "body");
  const ofKind = (kind: Block["kind"]): number => body.filter((block) => block.kind === kind).length;
  return {
    ...source,
    format: document.format,
    status: "read",
    title: document.title,
    language: document.language,
    pages: document.pages,
    words: judgement.words,
    type: judgement.type,
    reading: document.reading,
    sections: judgement.sections.map((section) => outlineSection(document, section)),
    blocks: {
      headings: ofKind("heading"),
      paragraphs: ofKind("paragraph"),
      listItems: ofKind("list-item"),
      tables: new Set(body.map((block) => block.table).filter((table) => table !== undefined)).size,
      tableRows: ofKind("table-row"),
      captions: ofKind("caption"),
    },
    layers: {
      furniture: outlineLayer(document, "furniture", (text) => !isPageNumber(text)),
      pageNumbers: textsOf(document, "furniture").filter(isPageNumber).length,
      footnotes: outlineLayer(document, "footnote"),
      contents: outlineLayer(document, "contents"),
      comments: outlineComments(document),
    },
    notices: reportNotices(
      judgement,
      packs,
      lang,
      readSuppressionComments(document.suppressions ?? [], packs).notices,
    ),
  };
}

function outlineSection(document: Document, judged: SectionJudgement): OutlineSection {
  const { section, span, roleOrigin } = judged;
  return {
    id: section.id,
    number: section.number,
    heading: section.heading,
    ...(section.unnamed === undefined ? {} : { unnamed: section.unnamed }),
    path: section.path,
    depth: section.depth,
    location: locate(document, span.start),
    end: locate(document, Math.max(span.start, span.end - 1)),
    ...(section.language === undefined ? {} : { language: section.language }),
    words: judged.words,
    role: judged.role,
    roleBy: roleOrigin.by,
    rule: roleOrigin.rule,
    quiet: judged.quiet,
    framing: judged.framing,
  };
}

const isPageNumber = (text: string): boolean => !/\p{L}/u.test(text);

function textsOf(document: Document, layer: Layer): string[] {
  return document.blocks
    .filter((block) => block.layer === layer)
    .map(({ span }) => document.text.slice(span.start, span.end).replace(/\s+/gu, " "));
}

function outlineComments(document: Document): OutlineComment[] {
  return document.blocks
    .filter(({ layer }) => layer === "comment")
    .map(({ author = "", span }) => ({
      author,
      text: document.text.slice(span.start, span.end).replace(/\s+/gu, " "),
      location: locate(document, span.start),
    }));
}

const nothing: OutlineLayer = { blocks: 0, words: 0, samples: [] };

/** Lines that differ in their figures only ("Sida 3 av 12") are one and the same. */
function outlineLayer(
  document: Document,
  layer: Layer,
  belongs: (text: string) => boolean = () => true,
): OutlineLayer {
  const texts = textsOf(document, layer).filter(belongs);
  const groups = new Map<string, { text: string; count: number }>();
  for (const text of texts) {
    const key = text.replace(/\d+/gu, "0");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { text: text.slice(0, sampleLength), count: 1 });
    else group.count++;
  }
  return {
    blocks: texts.length,
    words: texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0),
    samples: [...groups.values()].sort((a, b) => b.count - a.count).slice(0, samplesShown),
  };
}
