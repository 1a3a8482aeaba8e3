// Comments in the text that take findings out of the count: what they say.
import { suppressibleNames } from "../model/finding-names.ts";
import type { Notice, SuppressionComment } from "../model/document.ts";
import type { RulePack } from "../model/rule.ts";
import type { Suppression } from "../gate/suppress.ts";

interface CommentsRead {
  readonly suppressions: readonly Suppression[];
  /** On each comment that suppresses nothing because it cannot be understood. */
  readonly notices: readonly Notice[];
}

/** name="value"; Swedish typing turns the marks into curved ones. */
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”]([^“”]*)[“”])/gu;
const attributes: ReadonlySet<string> = new Set(["reason", "owner", "until"]);

/**
 * Comments → suppressions. `packs` say which ids there are; "*" names all. A comment holds for its section, before the
 * first heading for the document. One without a reason, with an unknown id, a day that is no date or anything else that
 * is not known suppresses nothing and becomes a notice.
 */
export function readSuppressionComments(
  comments: readonly SuppressionComment[],
  packs: readonly RulePack[],
): CommentsRead {
  if (comments.length === 0) return { suppressions: [], notices: [] };
  const known = new Set(["*", ...suppressibleNames(packs)]);
  const suppressions: Suppression[] = [];
  const notices: Notice[] = [];
  for (const comment of comments) {
    const { location, section } = comment;
    const said = readComment(comment.text, known);
    if ("because" in said) {
      const params = { because: said.because, name: said.name.slice(0, 60) };
      notices.push({ code: "SUPPRESSION_INVALID", params, location });
      continue;
    }
    const { rules, ...why } = said;
    suppressions.push({
      kind: "inSource",
      ...why,
      names: { fingerprint: "", rule: rules.includes("*") ? "" : rules.join(", "), path: "", section: "" },
      location,
      ...(section === null ? {} : { section }),
    });
  }
  return { suppressions, notices };
}

type Said =
  | {
      readonly rules: readonly string[];
      readonly reason: string;
      readonly owner?: string;
      readonly until?: string;
    }
  | { readonly because: "rule" | "unknown" | "reason" | "day" | "other"; readonly name: string };

function readComment(text: string, known: ReadonlySet<string>): Said {
  const values = new Map<string, string>();
  const rest = text.replace(attribute, (_all, name: string, ...marked: (string | undefined)[]) => {
    const value = marked.slice(0, 3).find((each) => each !== undefined) ?? "";
    values.set(name, value.replace(/\s+/g, " ").trim());
    return " ";
  });
  for (const name of values.keys()) if (!attributes.has(name)) return { because: "other", name };
  const rules = rest.split(/[\s,]+/).filter((word) => word !== "");
  for (const name of rules) {
    if (/[="'“”]/.test(name)) return { because: "other", name };
    if (!known.has(name)) return { because: "unknown", name };
  }
  if (rules.length === 0) return { because: "rule", name: "" };
  const reason = values.get("reason") ?? "";
  const owner = values.get("owner") ?? "";
  const until = values.get("until");
  if (reason === "") return { because: "reason", name: "" };
  if (until !== undefined && !isDay(until)) return { because: "day", name: until };
  return {
    rules,
    reason,
    ...(owner === "" ? {} : { owner }),
    ...(until === undefined ? {} : { until }),
  };
}

/** "2027-01-31", a day that there is. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
