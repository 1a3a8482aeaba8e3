// Rule packs as their owner writes them.
import type { ErrorText } from "../error-text.ts";
import { badTerm, missingKey, unknownKey, wrongValue } from "../yaml-keys.ts";

export const packErrors = {
  RULES_MISSING: {
    message: { sv: 'Hittar inte regelmappen "{path}".', en: 'Cannot find the rule folder "{path}".' },
    hint: {
      sv: "ange mappen där filen pack.yaml ligger, eller en fil som är ett helt paket",
      en: "name the folder that holds the file pack.yaml, or a file that is a whole pack",
    },
  },
  RULES_EMPTY: {
    message: { sv: 'Det finns inga regler i "{path}".', en: 'There are no rules in "{path}".' },
    hint: {
      sv: "lägg minst en regelfil (.yaml) i mappen",
      en: "put at least one rule file (.yaml) in the folder",
    },
  },
  PACK_FILE_MISSING: {
    message: {
      sv: '"{path}" är inget regelpaket: filen pack.yaml saknas.',
      en: '"{path}" is no rule pack: the file pack.yaml is missing.',
    },
    hint: {
      sv: "ange paketets egen mapp, eller lägg till en pack.yaml med id, version och title",
      en: "name the folder of the pack itself, or add a pack.yaml with id, version and title",
    },
  },
  PACK_DUPLICATE: {
    message: {
      sv: 'Två regelpaket heter "{id}".',
      en: 'Two rule packs are called "{id}".',
    },
    hint: {
      sv: "ge det ena paketet ett annat id i dess pack.yaml",
      en: "give one of the packs another id in its pack.yaml",
    },
  },
  RULE_SYNTAX: {
    message: { sv: "Filen är inte giltig YAML: {problem}", en: "The file is not valid YAML: {problem}" },
    hint: {
      sv: "kontrollera indrag, kolon och citattecken på raden och raden före",
      en: "check indentation, colons and quotes on the line and the line before",
    },
  },
  RULE_UNKNOWN_KEY: unknownKey,
  RULE_MISSING_KEY: missingKey,
  RULE_WRONG_VALUE: wrongValue("docs/rules.md"),
  RULE_DUPLICATE_ID: {
    message: {
      sv: 'Id "{id}" används redan i {other}.',
      en: 'The id "{id}" is already used in {other}.',
    },
    hint: {
      sv: "varje regel behöver ett eget id; byt det ena",
      en: "every rule needs an id of its own; change one of them",
    },
  },
  RULE_UNKNOWN_REFERENCE: {
    message: {
      sv: '"{name}" är varken en regel, en tagg eller en ordlista i paketet.',
      en: '"{name}" is neither a rule, a tag nor a word set of the pack.',
    },
    hint: {
      sv: "kontrollera stavningen, eller lägg till det som saknas",
      en: "check the spelling, or add what is missing",
    },
  },
  RULE_BAD_TERM: badTerm,
  RULE_WITHOUT_EXAMPLES: {
    message: {
      sv: 'Regeln "{id}" saknar exempel under {which}.',
      en: 'The rule "{id}" has no examples under {which}.',
    },
    hint: {
      sv: "skriv minst en mening som regeln ska träffa (hit) och en som den inte ska träffa (miss)",
      en: "write at least one sentence that the rule should hit and one that it should miss",
    },
  },
} as const satisfies Record<string, ErrorText>;
