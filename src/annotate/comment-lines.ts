// What stands in a comment, line by line: first the question, then why, then what to do, then the rule.
import { message, type Language } from "../messages/message.ts";
import { plainText } from "../messages/plain-text.ts";
import type { Comment, CommentEntry, Highlight } from "../model/annotation.ts";

export interface CommentLine {
  readonly role: "title" | "question" | "text" | "source";
  readonly text: string;
}

/** A comment on the document itself says so much in full; more would hide its first page. */
const mostInFull = 5;

/**
 * Lines of the comment in reading order; [] when it has no entries. A comment on the document as a whole lists its
 * requirements.
 */
export function commentLines(comment: Comment, lang: Language): CommentLine[] {
  const onDocument = comment.stretches.length === 0;
  const [first, ...others] = comment.entries;
  if (first === undefined) return [];
  if (onDocument) {
    const inFull = comment.entries.slice(0, mostInFull);
    const more = comment.entries.slice(mostInFull).map(named);
    return [
      { role: "title", text: message(lang, "comment.document") },
      ...inFull.flatMap((entry) => entryLines(entry, lang)),
      ...(more.length === 0 ? [] : [text(message(lang, "comment.moreUnmet", { titles: more.join("; ") }))]),
    ];
  }
  return [
    ...entryLines(first, lang),
    ...others.flatMap((entry) =>
      // At a gap the requirement asks for the same: it is named, and not asked again.
      entry.kind === "requirement" && first.kind !== "requirement"
        ? [
            text(
              message(lang, "comment.alsoUnmet", {
                title: plainText(entry.title),
                rule: plainText(entry.rule),
              }),
            ),
          ]
        : entryLines(entry, lang),
    ),
  ];
}

/** What is said of words that are evidence. */
export function highlightText({ rule, level }: Highlight, lang: Language): string {
  return message(lang, "highlight.evidence", {
    level,
    name: message(lang, `level.${level}`),
    rule: plainText(rule),
  });
}

const text = (line: string): CommentLine => ({ role: "text", text: line });

function named({ title, rule }: CommentEntry): string {
  return `${plainText(title)} (${plainText(rule)})`;
}

function entryLines(entry: CommentEntry, lang: Language): CommentLine[] {
  const { question, message: why, recommendation } = textsOf(entry, lang);
  return [
    { role: "question", text: plainText(question) },
    text(message(lang, "comment.why", { text: plainText(why) })),
    text(message(lang, "document.recommendation", { text: plainText(recommendation) })),
    {
      role: "source",
      text:
        entry.kind === "requirement"
          ? message(lang, "comment.requirement", {
              title: plainText(entry.title),
              rule: plainText(entry.rule),
            })
          : message(lang, "comment.rule", { rule: plainText(entry.rule) }),
    },
  ];
}

/** The texts of the rules; of a waiver that no rule speaks of the tool's own. */
function textsOf(
  entry: CommentEntry,
  lang: Language,
): Pick<CommentEntry, "question" | "message" | "recommendation"> {
  const { kind } = entry;
  if ((kind !== "waiver" && kind !== "waiverMotivated") || entry.message !== "") return entry;
  return {
    question: message(lang, `comment.${kind}.question`),
    message: message(lang, `comment.${kind}.message`),
    recommendation: message(lang, `comment.${kind}.recommendation`),
  };
}
