// In the making.
import { exitCode } from "../exit-code.ts";

export function runRulesDiff(..._given: readonly unknown[]): Promise<number> {
  return Promise.resolve(exitCode.bug);
}
