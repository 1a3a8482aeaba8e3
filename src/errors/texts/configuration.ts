// genomlys.config.yaml.
import type { ErrorText } from "../error-text.ts";
import { badTerm, missingKey, unknownKey, wrongValue } from "../yaml-keys.ts";

export const configErrors = {
  CONFIG_MISSING: {
    message: {
      sv: 'Hittar inte konfigurationsfilen "{path}".',
      en: 'Cannot find the configuration file "{path}".',
    },
    hint: {
      sv: "kontrollera stavningen; utan --config används den genomlys.config.yaml som ligger närmast ovanför",
      en: "check the spelling; without --config the nearest genomlys.config.yaml above is used",
    },
  },
  CONFIG_SYNTAX: {
    message: { sv: "Filen är inte giltig YAML: {problem}", en: "The file is not valid YAML: {problem}" },
    hint: {
      sv: "kontrollera indrag, kolon och citattecken på raden och raden före; indrag görs med blanksteg, inte tabbar",
      en: "check indentation, colons and quotes on the line and the line before; indent with spaces, not tabs",
    },
  },
  CONFIG_UNKNOWN_KEY: unknownKey,
  CONFIG_MISSING_KEY: missingKey,
  CONFIG_WRONG_VALUE: wrongValue("docs/egna-regler.md"),
  CONFIG_UNKNOWN_PACK: {
    message: {
      sv: 'Hittar inget regelpaket "{name}".',
      en: 'Cannot find a rule pack "{name}".',
    },
    hint: {
      sv: "ange ett inbyggt paket ({builtin}), en mapp med pack.yaml räknat från konfigurationsfilen, eller ett installerat npm-paket",
      en: "name a built-in pack ({builtin}), a folder with pack.yaml as seen from the configuration file, or an installed npm package",
    },
  },
  CONFIG_PACK_NOT_USED: {
    message: {
      sv: 'Regelpaketet "{name}" används inte, så det finns inget att ändra i det.',
      en: 'The rule pack "{name}" is not in use, so there is nothing to change in it.',
    },
    hint: { sv: "paketen som används är {used}", en: "the packs in use are {used}" },
  },
  CONFIG_UNKNOWN_RULE: {
    message: {
      sv: 'Det finns ingen regel "{rule}" i paketet {pack}.',
      en: 'There is no rule "{rule}" in the pack {pack}.',
    },
    hint: {
      sv: '"genomlys rules list" visar alla regler',
      en: '"genomlys rules list" shows all rules',
    },
  },
  CONFIG_UNKNOWN_TERM: {
    message: {
      sv: 'Regeln "{rule}" har ingen term "{term}" att ta bort.',
      en: 'The rule "{rule}" has no term "{term}" to remove.',
    },
    hint: {
      sv: "skriv termen precis som den står i regelfilen, med stjärnor och likhetstecken",
      en: "write the term just as it stands in the rule file, with stars and equals signs",
    },
  },
  CONFIG_NO_TERMS_LEFT: {
    message: {
      sv: 'Regeln "{rule}" får inga termer kvar.',
      en: 'The rule "{rule}" is left without terms.',
    },
    hint: { sv: "stäng av regeln med off: true i stället", en: "switch the rule off with off: true instead" },
  },
  CONFIG_NOT_FOR_KIND: {
    message: {
      sv: '"{key}" kan inte ändras i regeln "{rule}": den är av slaget {kind}.',
      en: '"{key}" cannot be changed in the rule "{rule}": it is of the kind {kind}.',
    },
    hint: { sv: "det går i regler av slaget {kinds}", en: "it can in rules of the kind {kinds}" },
  },
  CONFIG_RULE_NEEDED: {
    message: {
      sv: 'Regeln "{rule}" kan aldrig uppfyllas: allt som den kräver ({names}) är avstängt.',
      en: 'The rule "{rule}" can never be fulfilled: all that it demands ({names}) is switched off.',
    },
    hint: {
      sv: "stäng av även den, eller låt något av det den kräver vara kvar",
      en: "switch that rule off too, or keep something of what it demands",
    },
  },
  CONFIG_BAD_TERM: badTerm,
  CONFIG_GOAL_WITHOUT_TITLE: {
    message: {
      sv: "Delmål {id} finns inte i paketet {pack} och behöver en rubrik.",
      en: "Policy goal {id} is not in the pack {pack} and needs a title.",
    },
    hint: {
      sv: "lägg till title: med sv: och en:, eller ändra numret",
      en: "add title: with sv: and en:, or change the number",
    },
  },
  CONFIG_IGNORES_ALL: {
    message: {
      sv: "Alla dokument som angavs är undantagna i {path}.",
      en: "All documents that were named are ignored in {path}.",
    },
    hint: {
      sv: "ta bort raden under ignore: eller ange andra dokument",
      en: "remove the line under ignore: or name other documents",
    },
  },
} as const satisfies Record<string, ErrorText>;
