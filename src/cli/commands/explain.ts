// `genomlys explain <rule|file|verdict>`: a rule's text, the working behind a document or section, how verdicts are set.
import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import { message } from "../../messages/message.ts";
import { decisiveNotices } from "../../messages/notice-texts.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, SectionReport } from "../../model/report.ts";
import { renderVerdictRules, renderWorking } from "../../report/explain/render-explanation.ts";
import type { RenderOptions } from "../../report/render-options.ts";
import { sectionName } from "../../report/section-name.ts";
import { configure } from "../configured.ts";
import { eachDocument } from "../each-document.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import type { ExplainOptions } from "../reader-options.ts";
import { readScreen } from "../screen.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Runs the command; answers the exit code. */
export async function runExplain(
  subject: string,
  given: ExplainOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { packs, lang } = await configure(given, io, pipeline);
  const options = { ...given, lang };
  const screen: RenderOptions = {
    lang,
    details: false,
    ...readScreen(io, { color: options.color, toFile: false }, process.platform),
  };
  const result = openResultStream(io);
  if (subject === "verdict") {
    const own = packs.map((pack) => ({ pack, limits: pack.thresholds.verdict }));
    await result.write(renderVerdictRules(own, screen));
    return exitCode.done;
  }
  const rules = packs.flatMap((pack) => pack.rules);
  const isFile = await access(path.resolve(io.cwd(), subject)).then(
    () => true,
    () => subject === "-",
  );
  if (!isFile) {
    if (rules.some(({ id, handbook }) => id === subject || handbook === subject)) {
      const { runRulesShow } = await import("./rules-show.ts");
      return runRulesShow([subject], options, io, pipeline);
    }
    const suggestion = suggestName(subject, ["verdict", ...rules.map(({ id }) => id)]);
    throw genomlysError("EXPLAIN_UNKNOWN", suggestion === undefined ? { subject } : { subject, suggestion });
  }

  const { explainDocument } = await import("../../pipeline/explain-document.ts");
  const { labels } = await pipeline.assembleReport([], packs);
  let failed = 0;
  const fail = (document: DocumentReport): void => {
    failed++;
    const reason = clippedText(decisiveNotices(document.notices)[0]?.message ?? "", 300);
    io.stderr.write(
      `${message(lang, "cli.notAudited", { path: plainText(document.path), message: reason })}\n`,
    );
  };
  const found = await eachDocument([subject], { ...options, outputs: [] }, io, pipeline, {
    unread: async (input) => {
      fail(await pipeline.reportUnread(input, lang));
    },
    document: async (document, read, readWith) => {
      const { section } = options;
      const working = await explainDocument(
        document,
        { packs, type: options.type, lang, read, readWith, sha256 },
        (sections) => (section === undefined ? [] : findSections(sections, section).map(({ id }) => id)),
      );
      if ("unread" in working) {
        fail(working.unread);
        return;
      }
      if (section !== undefined && working.sections.size === 0)
        throw genomlysError("SECTION_NOT_FOUND", { section, path: document.path });
      await result.write(renderWorking(working, labels, screen));
    },
  });
  if (!found) return exitCode.wrongUse;
  return failed > 0 ? exitCode.inputFailed : exitCode.done;
}

/** Sections by id, number or heading; when none is just that, those whose heading holds the words. */
function findSections(sections: readonly SectionReport[], asked: string): SectionReport[] {
  const plain = (text: string): string =>
    text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").replace(/\.$/, "").trim();
  const wanted = plain(asked);
  const exact = sections.filter((section) =>
    [
      section.id,
      section.number ?? "",
      section.heading,
      sectionName(section, "sv"),
      sectionName(section, "en"),
    ].some((name) => plain(name) === wanted),
  );
  return exact.length > 0 || wanted === ""
    ? exact
    : sections.filter(({ heading }) => plain(heading).includes(wanted));
}
