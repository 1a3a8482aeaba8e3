// `genomlys explain <rule|file|verdict>`: a rule's text, the working behind a document or section, how verdicts are set.
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import type { DocumentReport, SectionReport } from "../../model/report.ts";
import { renderVerdictRules, renderWorking } from "../../report/explain/render-explanation.ts";
import type { RenderOptions } from "../../report/render-options.ts";
import { sectionName } from "../../report/section-name.ts";
import { checkType, configure, inside, suppressionsOf, typeOf } from "../configured.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import { describeFailure } from "../audit/document-failure.ts";
import { eachDocument } from "../audit/each-document.ts";
import { exitCode } from "../exit-code.ts";
import { fileExists } from "../file-exists.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import type { ExplainOptions } from "../command-line/reader-options.ts";
import { readScreen } from "../results/screen.ts";

/** Runs the command; answers the exit code. */
export async function runExplain(
  subject: string,
  given: ExplainOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { config, packs, lang } = await configure(given, io, pipeline);
  const options = { ...given, lang };
  checkType(options.type, packs);
  const screen: RenderOptions = {
    lang,
    details: false,
    ...readScreen(io, { color: options.color, plain: options.plain, toFile: false }, process.platform),
  };
  const result = openResultStream(io);
  if (subject === "verdict") {
    const own = packs.map((pack) => ({ pack, limits: pack.thresholds.verdict }));
    await result.write(renderVerdictRules(own, screen));
    return exitCode.done;
  }
  const rules = packs.flatMap((pack) => pack.rules);
  const isFile = subject === "-" || (await fileExists(path.resolve(io.cwd(), subject)));
  if (!isFile) {
    if (rules.some(({ id, handbook }) => id === subject || handbook === subject)) {
      const { runRulesShow } = await import("./rules-show.ts");
      return runRulesShow([subject], options, io, pipeline);
    }
    const suggestion = suggestName(subject, ["verdict", ...rules.map(({ id }) => id)]);
    throw genomlysError("EXPLAIN_UNKNOWN", suggestion === undefined ? { subject } : { subject, suggestion });
  }

  const { explainDocument } = await import("../../pipeline/explain-document.ts");
  const head = await pipeline.assembleReport([], packs);
  let failed = 0;
  const fail = (document: DocumentReport): void => {
    failed++;
    io.stderr.write(describeFailure(document, lang));
  };
  const found = await eachDocument([subject], { ...options, outputs: [] }, config, io, pipeline, {
    unread: async (input) => {
      fail(await pipeline.reportUnread(input, lang));
    },
    document: async ({ document, input, read, readWith, today }) => {
      const { section } = options;
      const place = inside(input, document.path);
      const working = await explainDocument(
        document,
        {
          packs,
          ...typeOf(place, options, config),
          lang,
          read,
          readWith,
          sha256,
          suppressions: { external: suppressionsOf(place, config), today },
        },
        (sections) => (section === undefined ? [] : findSections(sections, section).map(({ id }) => id)),
      );
      if ("unread" in working) {
        fail(working.unread);
        return;
      }
      if (section !== undefined && working.packs.every(({ sections }) => sections.size === 0))
        throw genomlysError("SECTION_NOT_FOUND", { section, path: document.path });
      await result.write(renderWorking(working, head, screen));
    },
  });
  if (found === null) return exitCode.wrongUse;
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
