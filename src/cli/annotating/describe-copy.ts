// An annotated copy in words: what is in it, or why there is none.
import type { Annotated, AnnotatedFile } from "../../annotate/annotated.ts";
import { message, type Language } from "../../messages/message.ts";

/** What was written where, and what the user should know of it. */
export function describeCopy(
  copy: AnnotatedFile,
  shownPath: string,
  output: string,
  lang: Language,
): string[] {
  const { comments, highlights, kept, signed } = copy;
  return [
    comments + highlights === 0
      ? message(lang, "annotate.nothing", { path: shownPath, output })
      : message(lang, "annotate.written", { path: shownPath, comments, highlights, output }),
    ...(kept > 0 ? [message(lang, "annotate.kept", { n: kept })] : []),
    ...(signed ? [message(lang, "annotate.signed")] : []),
  ];
}

/** Why the original cannot have a copy with comments. */
export function describeRefusal(
  refusal: Exclude<Annotated, AnnotatedFile>,
  shownPath: string,
  lang: Language,
): string {
  if (refusal.reason !== "stopped")
    return message(lang, `annotate.refused.${refusal.reason}`, { path: shownPath });
  const { seconds, limit, reason } = { seconds: "", limit: "", reason: "", ...refusal.notice.params };
  if (refusal.notice.code === "READER_TIMED_OUT")
    return message(lang, "annotate.refused.time", { path: shownPath, seconds });
  if (refusal.notice.code === "READER_OUT_OF_MEMORY")
    return message(lang, "annotate.refused.memory", { path: shownPath, limit });
  return message(lang, "annotate.refused.failed", { path: shownPath, reason });
}

const namesShown = 5;

/** The first of the names, and how many there are besides. */
export function shortList(names: readonly string[], lang: Language): string {
  const shown = names.slice(0, namesShown).join(", ");
  const more = names.length - namesShown;
  return more > 0 ? message(lang, "annotate.andMore", { names: shown, n: more }) : shown;
}
