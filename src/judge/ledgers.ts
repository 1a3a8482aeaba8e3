// Tables of money: what stands in their rows names what the money goes to, and speaks of nobody.
import type { RuleIndex } from "../match/rule-index.ts";
import { matchesIn, type MatchedDocument, type TokenRange } from "./passages.ts";

/** So many rows of a table must hold amounts for it to be a ledger. */
const ledgerRows = 2;
/** A row of amounts holds so many numbers. */
const amountsInRow = 2;

/** "4,827", "-32 923", "1 200": a number in a cell, with groups of three digits. A year, four in a row, is none. */
const amount = /(?<![\d\p{L}])[-−–+]?\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?(?![\d\p{L}])/gu;

/**
 * Numbers of the tables in a section that are ledgers: rows of amounts in a section on money, where nobody is counted. "Ny
 * inredning, biblioteket 4,8 4,8 0,0" names what the money goes to; nobody asks how women and men share it there.
 */
export function ledgersIn(
  index: RuleIndex,
  matched: MatchedDocument,
  heading: TokenRange,
  body: TokenRange,
): ReadonlySet<number> {
  const { document, tokenised } = matched;
  const rows = new Map<number, Set<number>>();
  for (let token = body.first; token < body.end; token++) {
    const sentence = tokenised.sentences[tokenised.tokens.sentence[token] ?? 0];
    const table = tableOf(matched, sentence?.block);
    if (table === null || sentence === undefined) continue;
    const text = document.text.slice(
      document.blocks[sentence.block]?.span.start,
      document.blocks[sentence.block]?.span.end,
    );
    if ((text.match(amount)?.length ?? 0) >= amountsInRow)
      rows.set(table, (rows.get(table) ?? new Set()).add(sentence.block));
    token = sentence.endToken - 1;
  }
  if (rows.size === 0) return new Set();
  let money = false;
  const counting = new Set<number>();
  for (const match of matchesIn(matched, { first: heading.first, end: body.end })) {
    const rule = index.rules[match.owner]?.rule;
    if (rule?.kind !== "expectation") continue;
    const block = tokenised.sentences[tokenised.tokens.sentence[match.first] ?? 0]?.block;
    const table = tableOf(matched, block);
    if (rule.expects === "resource") money = true;
    if (rule.expects === "statistics" && table !== null) counting.add(table);
  }
  if (!money) return new Set();
  const isLedger = ([table, found]: [number, Set<number>]): boolean =>
    found.size >= ledgerRows && !counting.has(table);
  return new Set([...rows].filter(isLedger).map(([table]) => table));
}

function tableOf({ document }: MatchedDocument, block: number | undefined): number | null {
  return document.blocks[block ?? -1]?.table ?? null;
}

/** Stands a sentence, by its number, in one of the ledgers? */
export function isInLedger(
  matched: MatchedDocument,
  sentence: number,
  ledgers: ReadonlySet<number>,
): boolean {
  if (ledgers.size === 0) return false;
  const table = tableOf(matched, matched.tokenised.sentences[sentence]?.block);
  return table !== null && ledgers.has(table);
}
