// Labelled text and rules → how well the rules judge it. This page reads like the method: judge, count, compare.
import { createHash } from "node:crypto";
import type { Evaluation, WrongPassage } from "../model/evaluation.ts";
import type { RulePack } from "../model/rule.ts";
import { packageVersion } from "../version.ts";
import { checkBars, type Bar } from "./bars.ts";
import { judgeGold, type JudgedPassage, type LostLabel } from "./judge-gold.ts";
import { keywordSearch } from "./keyword-search.ts";
import { readGold } from "./read-gold.ts";
import { byRule, byTrap, byType, isWrong, reviewShare, scoresOf, searched } from "./summarise.ts";

export interface GoldFile {
  /** As the user gave it; shown in messages. */
  readonly path: string;
  readonly text: string;
  /** Reads a document that the file names; null when it cannot. */
  readonly readFile: (path: string) => Promise<Uint8Array | null>;
}

export interface EvaluateOptions {
  readonly packs: readonly RulePack[];
  readonly bars: readonly Bar[];
  /** List each wrong passage with its working. */
  readonly errors: boolean;
}

/** Evaluates packs on labelled text. Throws a GenomlysError for a label that cannot be read. */
export async function evaluate(files: readonly GoldFile[], options: EvaluateOptions): Promise<Evaluation> {
  const { packs } = options;
  const judged: JudgedPassage[] = [];
  const lost: LostLabel[] = [];
  const gold: Evaluation["gold"][number][] = [];
  for (const file of files) {
    const result = await judgeGold(readGold(file.text, file.path), packs, file.readFile);
    judged.push(...result.passages);
    lost.push(...result.lost);
    const sha256 = createHash("sha256").update(file.text).digest("hex");
    gold.push({ path: file.path, sha256, passages: result.passages.length });
  }
  const scores = scoresOf(judged);
  const review = reviewShare(judged);
  const finds = keywordSearch(packs);
  return {
    schema: "genomlys-evaluation/1",
    tool: { name: "genomlys", version: packageVersion() },
    packs: packs.map(({ id, version, sha256, title }) => ({ id, version, sha256, title })),
    gold,
    passages: judged.length,
    lost,
    scores,
    review,
    keywords: finds === null ? null : scoresOf(searched(judged, finds)),
    byType: byType(judged),
    byTrap: byTrap(judged),
    byRule: byRule(judged),
    bars: checkBars(options.bars, { scores, review }),
    ...(options.errors ? { errors: judged.filter(isWrong).map(wrongPassage) } : {}),
  };
}

const wrongPassage = ({ id, place, trap, gold, found, text, working }: JudgedPassage): WrongPassage => ({
  id,
  place,
  trap,
  gold,
  found,
  text,
  working: working(),
});
