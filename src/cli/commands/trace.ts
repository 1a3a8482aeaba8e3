// In the making.
import { exitCode } from "../exit-code.ts";

export function runTrace(..._given: readonly unknown[]): Promise<number> {
  return Promise.resolve(exitCode.bug);
}
