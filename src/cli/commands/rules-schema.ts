// `genomlys rules schema [kind]`: the JSON Schema of rule files, for editors.
import { anyRuleFileSchema, packFileSchema, ruleFileSchema } from "../../rules/json-schemas.ts";
import { ruleKinds } from "../../rules/pack-schema.ts";
import { unknownChoice, type CommonOptions } from "../command-line/parse-command-line.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";

/** What pack.yaml is called here, beside the kinds of rules. */
const packKind = "pack";

/** Prints the schema of one kind of rule file, of pack.yaml ("pack"), or of any rule file. */
export async function runRulesSchema(
  kind: string | undefined,
  _options: CommonOptions,
  io: Io,
): Promise<number> {
  const known = ruleKinds.find((each) => each === kind);
  let schema: object;
  if (kind === undefined) schema = anyRuleFileSchema();
  else if (kind === packKind) schema = packFileSchema();
  else if (known !== undefined) schema = ruleFileSchema(known);
  else throw unknownChoice("rules schema", kind, [...ruleKinds, packKind]);
  await openResultStream(io).write(`${JSON.stringify(schema, null, 2)}\n`);
  return exitCode.done;
}
