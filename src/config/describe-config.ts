// What is in force and where it comes from, value by value (`genomlys --print-config`).
import type { Bars } from "../gate/bars.ts";
import { message, type Language } from "../messages/message.ts";
import { plainText } from "../messages/plain-text.ts";
import type { RulePack, Thresholds } from "../model/rule.ts";
import type { Config } from "./config.ts";

/** What the command line says; left out where it says nothing. */
export interface CommandLineValues {
  readonly lang?: string;
  readonly type?: string;
  readonly format?: string;
  readonly rules: boolean;
  /** Of a check: its bars, and its other options by their names without "--"; left out in an audit. */
  readonly check?: { readonly bars: Bars; readonly others: Readonly<Record<string, string | undefined>> };
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

const thresholdNames = {
  verdict: {
    expectedSectionsAtLeast: "expected-sections-at-least",
    readShareAtLeast: "read-share-at-least",
    clearCoverage: "clear-coverage",
    missingCoverage: "missing-coverage",
    confinedConcentration: "confined-concentration",
  },
  expectation: {
    peopleHits: "people-hits",
    wordsPerPeopleHit: "words-per-people-hit",
    statisticsHits: "statistics-hits",
    steeringHits: "steering-hits",
    wordsAtLeast: "words-at-least",
  },
  level: {
    describingWithin: "describing-within",
    bindingSentences: "binding-sentences",
    punctualWords: "punctual-words",
  },
} as const satisfies { [Group in keyof Thresholds]: Record<keyof Thresholds[Group], string> };

/** A table of names, values and origins, ready to print. `packs` are those in force, changes included. */
export function describeConfig(
  config: Config | null,
  packs: readonly RulePack[],
  given: CommandLineValues,
  lang: Language,
): string {
  const initial = message(lang, "config.initial");
  const from = (keys: readonly PropertyKey[]): string | undefined => {
    const line = config?.lineOf(keys);
    return line === undefined ? undefined : `${config?.shown ?? ""}:${String(line)}`;
  };
  const option = (name: string, value: string | undefined, otherwise: string): Row => ({
    name,
    value: value ?? otherwise,
    origin: value === undefined ? initial : message(lang, "config.commandLine", { option: `--${name}` }),
  });

  const rows: Row[] = [
    {
      name: "config",
      value: config?.shown ?? message(lang, "config.none"),
      origin: config === null ? message(lang, "config.noneHint") : "",
    },
    given.lang === undefined && config?.lang !== undefined
      ? { name: "lang", value: config.lang, origin: from(["lang"]) ?? "" }
      : option("lang", given.lang, "sv"),
    option("type", given.type, "auto"),
    option("format", given.format, "terminal"),
  ];
  for (const [index, pack] of packs.entries()) {
    rows.push({
      name: `packs[${String(index)}]`,
      value: `${pack.id} ${pack.version} (${pack.sha256.slice(0, 12)})`,
      origin: given.rules
        ? message(lang, "config.commandLine", { option: "--rules" })
        : (from(["packs", index]) ?? message(lang, "config.builtin")),
    });
  }
  const [first] = packs;
  if (first !== undefined) rows.push(...thresholdRows(first, from));
  for (const change of config?.changes ?? []) {
    if (change.keys[2] === "thresholds") continue;
    rows.push({ name: change.keys.join("."), value: change.value, origin: from(change.keys) ?? "" });
  }
  for (const [name, value] of Object.entries(config?.limits ?? {})) {
    rows.push({ name: `limits.${name}`, value: String(value), origin: from(["limits", name]) ?? "" });
  }
  for (const { pattern, type } of config?.types ?? []) {
    rows.push({ name: `types.${pattern}`, value: type, origin: from(["types", pattern]) ?? "" });
  }
  for (const [index, { pattern, reason, until }] of (config?.ignore ?? []).entries()) {
    const days = until === undefined ? "" : ` (${message(lang, "config.until", { day: until })})`;
    rows.push({
      name: `ignore.${pattern}`,
      value: `${reason}${days}`,
      origin: from(["ignore", index]) ?? "",
    });
  }
  const ofCommandLine = (name: string): string =>
    message(lang, "config.commandLine", { option: `--${name}` });
  rows.push(...checkRows(config?.check ?? null, given.check, from, ofCommandLine));
  if (config !== null) rows.push(...suppressionRows(config, from, lang));
  return layOut(rows);
}

type From = (keys: readonly PropertyKey[]) => string | undefined;

const barKeys = {
  minCoverage: "min-coverage",
  minLevel: "min-level",
  maxGaps: "max-gaps",
  require: "require",
  failOn: "fail-on",
} as const satisfies Record<keyof Bars, string>;

/** What a check demands; what nobody says is not demanded. A bar of the command line outdoes the file's, also by type. */
function checkRows(
  written: Config["check"] | null,
  given: CommandLineValues["check"],
  from: From,
  ofCommandLine: (name: string) => string,
): Row[] {
  const { all = {}, types = {}, baseline, failOnUnusedSuppressions } = written ?? {};
  const outdone = { ...given?.bars };
  const row = (
    keys: readonly string[],
    value: string | number | boolean | readonly string[] | undefined,
  ): Row[] =>
    value === undefined
      ? []
      : [
          {
            name: keys.join("."),
            value: typeof value === "object" ? value.join(", ") : String(value),
            origin: from(keys) ?? ofCommandLine(keys.at(-1) ?? ""),
          },
        ];
  const told = (name: string, value: Parameters<typeof row>[1]): Row[] =>
    row(["check", name], value).map((each) => ({ ...each, origin: ofCommandLine(name) }));
  const bars = (at: readonly string[], own: Bars): Row[] =>
    (Object.keys(barKeys) as (keyof Bars)[]).flatMap((bar) =>
      outdone[bar] === undefined ? row([...at, barKeys[bar]], own[bar]) : [],
    );
  const others = Object.entries(given?.others ?? {});
  const isGiven = (name: string): boolean => given?.others[name] !== undefined;
  const unused = "fail-on-unused-suppressions";
  return [
    ...(Object.keys(barKeys) as (keyof Bars)[]).flatMap((bar) => told(barKeys[bar], outdone[bar])),
    ...bars(["check"], all),
    ...Object.entries(types).flatMap(([type, own]) => bars(["check", "types", type], own)),
    ...others.flatMap(([name, value]) => told(name, value)),
    ...(isGiven("baseline") ? [] : row(["check", "baseline"], baseline)),
    ...(isGiven(unused) ? [] : row(["check", unused], failOnUnusedSuppressions === true ? true : undefined)),
  ];
}

function suppressionRows({ suppress }: Config, from: From, lang: Language): Row[] {
  return suppress.map(({ fingerprint, rule, path, section, reason, until }, index) => {
    const names = [fingerprint, rule, path, section].filter((name) => name !== undefined).join(", ");
    const days = until === undefined ? "" : ` (${message(lang, "config.until", { day: until })})`;
    return {
      name: `suppress[${String(index)}]`,
      value: `${names}: ${reason}${days}`,
      origin: from(["suppress", index]) ?? "",
    };
  });
}

function thresholdRows(pack: RulePack, from: (keys: readonly PropertyKey[]) => string | undefined): Row[] {
  return (Object.keys(thresholdNames) as (keyof Thresholds)[]).flatMap((group) => {
    const values: Readonly<Record<string, number>> = pack.thresholds[group];
    return Object.entries(thresholdNames[group]).map(([field, name]): Row => ({
      name: `thresholds.${group}.${name}`,
      value: String(values[field] ?? ""),
      origin: from(["extend", pack.id, "thresholds", group, name]) ?? `${pack.id}/pack.yaml`,
    }));
  });
}

function layOut(rows: readonly Row[]): string {
  const clean = rows.map(({ name, value, origin }) => ({
    name: plainText(name),
    value: plainText(value),
    origin: plainText(origin),
  }));
  const width = (part: "name" | "value"): number =>
    Math.min(60, Math.max(...clean.map((row) => row[part].length)));
  const names = width("name");
  const values = width("value");
  return clean
    .map(
      ({ name, value, origin }) =>
        `${name.padEnd(names)}  ${value.padEnd(values)}  ${origin}`.trimEnd() + "\n",
    )
    .join("");
}
