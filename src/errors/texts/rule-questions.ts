// Labelled text, and questions about rules.
import type { ErrorText } from "../error-text.ts";

export const ruleQuestionErrors = {
  GOLD_NOT_NAMED: {
    message: {
      sv: "Säg vilken märkt text reglerna ska mätas mot.",
      en: "Say which labelled text to measure on.",
    },
    hint: {
      sv: 'till exempel "genomlys evaluate guld.jsonl"; docs/accuracy.md visar formatet',
      en: 'for instance "genomlys evaluate gold.jsonl"; docs/accuracy.md shows the format',
    },
  },
  DIFF_INCOMPLETE: {
    message: {
      sv: "Säg vilket det gamla regelpaketet eller den gamla konfigurationen är, och vilka dokument som ska jämföras.",
      en: "Say which is the old rule pack or the old configuration, and on which documents to compare.",
    },
    hint: {
      sv: 'till exempel "genomlys rules diff gamla-regler/ styrdokument/" eller "genomlys rules diff gammal.config.yaml styrdokument/"',
      en: 'for instance "genomlys rules diff old-rules/ documents/" or "genomlys rules diff old.config.yaml documents/"',
    },
  },
  GOLD_EMPTY: {
    message: {
      sv: 'Det finns inga märkta textstycken i "{path}".',
      en: 'There are no labelled passages in "{path}".',
    },
    hint: {
      sv: "skriv ett JSON-objekt per rad, med id, text, docType, level och expected",
      en: "write one JSON object a line, with id, text, docType, level and expected",
    },
  },
  GOLD_SYNTAX: {
    message: { sv: "Raden är inte giltig JSON.", en: "The line is not valid JSON." },
    hint: {
      sv: "varje rad är ett helt JSON-objekt; kontrollera citattecken, kommatecken och radbrytningar",
      en: "each line is a whole JSON object; check quotes, commas and line breaks",
    },
  },
  GOLD_WRONG: {
    message: {
      sv: '"{field}" är inte som det ska: här behövs {expected}.',
      en: '"{field}" is not as it should be: needed is {expected}.',
    },
    hint: {
      sv: "docs/accuracy.md visar vilka fält en rad kan ha",
      en: "docs/accuracy.md shows which fields a line can have",
    },
  },
  GOLD_DUPLICATE: {
    message: {
      sv: 'Id "{id}" finns redan på rad {line}.',
      en: 'The id "{id}" already stands in line {line}.',
    },
    hint: { sv: "varje textstycke behöver ett eget id", en: "every passage needs an id of its own" },
  },
  GOLD_SPLIT: {
    message: {
      sv: 'Textstycket "{id}" har rubriker i sig och blir flera avsnitt.',
      en: 'The passage "{id}" holds headings and becomes several sections.',
    },
    hint: {
      sv: 'flytta rubriken till fältet "heading", eller dela stycket',
      en: 'move the heading to the field "heading", or split the passage',
    },
  },
  BAR_UNKNOWN: {
    message: { sv: 'Gränsen "{bar}" går inte att läsa.', en: 'The bar "{bar}" cannot be read.' },
    hint: {
      sv: "skriv namn=tal, till exempel kappa=0.85; namnen är {names}",
      en: "write name=number, for instance kappa=0.85; the names are {names}",
    },
  },
  WORD_MISSING: {
    message: {
      sv: "Säg vilket ord eller vilken fras som ska följas.",
      en: "Say which word or phrase to trace.",
    },
    hint: {
      sv: 'till exempel "genomlys trace handlingsplanen"',
      en: 'for instance "genomlys trace handlingsplanen"',
    },
  },
  RULE_NOT_FOUND: {
    message: { sv: 'Det finns ingen regel "{id}".', en: 'There is no rule "{id}".' },
    hint: { sv: '"genomlys rules list" visar alla regler', en: '"genomlys rules list" shows all rules' },
  },
} as const satisfies Record<string, ErrorText>;
