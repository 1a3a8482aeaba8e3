// What every command can be told.
import type { Language } from "../messages/message.ts";

export interface CommonOptions {
  readonly lang: Language;
  readonly quiet: boolean;
  /** What --color or --no-color says; undefined when neither is given. */
  readonly color: boolean | undefined;
}
