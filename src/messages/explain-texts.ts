// The full working behind a verdict or a section (`genomlys explain`). Part of the one catalogue: interface-texts.ts takes
// them in.
import type { LocalText } from "../model/rule.ts";

export const explainTexts = {
  "explain.verdictTitle": {
    sv: "Så sätts omdömet, i den här ordningen",
    en: "How the verdict is set, in this order",
  },
  "explain.pack": { sv: "{title} {version}", en: "{title} {version}" },
  "explain.step.notAssessed": {
    sv: "{verdict}: färre än {sections} avsnitt där perspektivet kan väntas, eller mindre än {read} av dokumentet läst.",
    en: "{verdict}: fewer than {sections} sections where the perspective is to be expected, or less than {read} of the document read.",
  },
  "explain.step.clear": {
    sv: "{verdict}: täckning på minst {coverage}, och utanför inledande avsnitt både ett mål eller en åtgärd (nivå 3 eller 4) och en analys (nivå 2, eller djupare i ledet analys).",
    en: "{verdict}: coverage of at least {coverage}, and outside framing sections both a goal or measure (level 3 or 4) and an analysis (level 2, or deeper in the link analysis).",
  },
  "explain.step.missing": {
    sv: "{verdict}: täckning under {coverage}, och inget belägg på nivå 2 eller djupare.",
    en: "{verdict}: coverage below {coverage}, and no evidence at level 2 or deeper.",
  },
  "explain.step.confined": {
    sv: "{verdict}: alla belägg står i inledande avsnitt, eller minst {concentration} av dem i ett enda avsnitt medan täckningen är under {coverage}.",
    en: "{verdict}: all evidence stands in framing sections, or at least {concentration} of it in one section while coverage is below {coverage}.",
  },
  "explain.step.partial": { sv: "{verdict}: allt annat.", en: "{verdict}: everything else." },
  "explain.thresholds": {
    sv: "Gränserna står i regelpaketet och kan ändras i genomlys.config.yaml; --print-config visar dem med sina namn.",
    en: "The thresholds stand in the rule pack and can be changed in genomlys.config.yaml; --print-config shows them by name.",
  },
  "explain.coverage": {
    sv: "Täckning = ord i väntade avsnitt som har perspektivet ÷ ord i alla väntade avsnitt. Olästa avsnitt räknas inte. Avsnitt att bedöma räknas som väntade men inte som täckta.",
    en: "Coverage = words in expected sections that have the perspective ÷ words in all expected sections. Unread sections do not count. Sections to judge count as expected and not as covered.",
  },
  "explain.level": {
    sv: "Ett avsnitts nivå är den djupaste av dess meningars: 0 saknas, 1 nämns, 2 beskrivs, 3 styrs, 4 följs upp.",
    en: "The level of a section is the deepest of its sentences: 0 missing, 1 named, 2 described, 3 steered, 4 followed up.",
  },

  "explain.type": { sv: "Dokumenttyp: {type} ({because})", en: "Document type: {type} ({because})" },
  "explain.verdict": { sv: "Omdöme: {verdict}", en: "Verdict: {verdict}" },
  "explain.yes": { sv: "ja", en: "yes" },
  "explain.no": { sv: "nej", en: "no" },
  "explain.answer": { sv: "{verdict}? {answer}: {facts}.", en: "{verdict}? {answer}: {facts}." },
  "explain.fact.sections": {
    sv: "{n} {n|väntat|väntade} avsnitt (minst {least} krävs)",
    en: "{n} expected {n|section|sections} (at least {least} needed)",
  },
  "explain.fact.read": {
    sv: "{percent} läst (minst {least} krävs)",
    en: "{percent} read (at least {least} needed)",
  },
  "explain.fact.atLeast": {
    sv: "täckning {percent} (minst {least} krävs)",
    en: "coverage {percent} (at least {least} needed)",
  },
  "explain.fact.below": {
    sv: "täckning {percent} (under {limit} krävs)",
    en: "coverage {percent} (below {limit} needed)",
  },
  "explain.fact.steers": {
    sv: "mål eller åtgärd utanför inledande avsnitt: {answer}",
    en: "goal or measure outside framing sections: {answer}",
  },
  "explain.fact.analyses": {
    sv: "analys utanför inledande avsnitt: {answer}",
    en: "analysis outside framing sections: {answer}",
  },
  "explain.fact.shallow": {
    sv: "inget belägg på nivå 2 eller djupare: {answer}",
    en: "no evidence at level 2 or deeper: {answer}",
  },
  "explain.fact.framed": {
    sv: "alla belägg i inledande avsnitt: {answer}",
    en: "all evidence in framing sections: {answer}",
  },
  "explain.fact.concentration": {
    sv: "{percent} av beläggen i ett avsnitt (minst {least} krävs, och täckning under {limit})",
    en: "{percent} of the evidence in one section (at least {least} needed, and coverage below {limit})",
  },
  "explain.fact.rest": { sv: "inget av det ovan", en: "none of the above" },
  "explain.figures": { sv: "Räkningen", en: "The arithmetic" },
  "explain.share": {
    sv: "Täckning: {covered} ord i {coveredSections} avsnitt med perspektivet ÷ {expected} ord i {expectedSections} {expectedSections|väntat|väntade} avsnitt = {percent}",
    en: "Coverage: {covered} {covered|word|words} in {coveredSections} {coveredSections|section|sections} with the perspective ÷ {expected} {expected|word|words} in {expectedSections} expected {expectedSections|section|sections} = {percent}",
  },
  "explain.upTo": {
    sv: "Högst: om det som är kvar att bedöma ({n} avsnitt, {words} ord) räknades som täckt = {percent}",
    en: "At most: if the {n} {n|section|sections} to judge ({words} {words|word|words}) counted as covered = {percent}",
  },
  "explain.depth": {
    sv: "Djup: medelnivån i väntade avsnitt = {depth}",
    en: "Depth: mean level of the expected sections = {depth}",
  },
  "explain.unread": {
    sv: "{n} avsnitt kunde inte läsas ordentligt och räknas inte.",
    en: "{n} {n|section|sections} could not be read properly and {n|does|do} not count.",
  },
  "explain.sections": { sv: "Väntade avsnitt", en: "Expected sections" },
  "explain.sectionHead": {
    sv: "{words} ord, nivå {level}, {status}",
    en: "{words} {words|word|words}, level {level}, {status}",
  },
  "explain.more": {
    sv: "--section 3.2 (nummer, rubrik eller id) visar allt om ett avsnitt, mening för mening.",
    en: "--section 3.2 (number, heading or id) shows everything about a section, sentence by sentence.",
  },
  "explain.notExpected": { sv: "Här väntas inte perspektivet.", en: "The perspective is not expected here." },
  "explain.sentences": {
    sv: "Vad reglerna fann, och sedan mening för mening med nivå:",
    en: "What the rules found, and then sentence by sentence with its level:",
  },
  // What the words of a sentence are signs of, by the name that rules give it.
  "signal.quantity": { sv: "siffra", en: "figure" },
  "signal.comparison": { sv: "jämförelse", en: "comparison" },
  "signal.cause": { sv: "orsak", en: "cause" },
  "signal.difference": { sv: "skillnad", en: "difference" },
  "signal.need": { sv: "behov", en: "need" },
  "signal.steering": { sv: "styrande ord", en: "steering word" },
  "signal.assignment": { sv: "uppdrag", en: "assignment" },
  "signal.goalWord": { sv: "ord för mål", en: "word for a goal" },
  "signal.actionLabel": { sv: "ord för åtgärd", en: "word for a measure" },
  "signal.soft": { sv: "mjuk avsikt", en: "soft intention" },
  "signal.wish": { sv: "önskan", en: "wish" },
  "signal.past": { sv: "redan gjort", en: "already done" },
  "signal.indicator": { sv: "mått", en: "indicator" },
  "signal.target": { sv: "målvärde", en: "target" },
  "signal.baseline": { sv: "utgångsvärde", en: "baseline" },
  "signal.deadline": { sv: "tid", en: "deadline" },
  "signal.responsible": { sv: "ansvarig", en: "responsible" },
  "signal.money": { sv: "pengar", en: "money" },
  "signal.followUp": { sv: "uppföljning", en: "follow-up" },
  "signal.outcome": { sv: "resultat", en: "outcome" },
  "signal.interval": { sv: "hur ofta", en: "how often" },
  "signal.training": { sv: "utbildning", en: "training" },
  "signal.continuation": { sv: "fortsättning", en: "continuation" },
  "signal.newClause": { sv: "ny sats", en: "new clause" },
  "signal.placeholder": { sv: "ofärdig text", en: "unfinished text" },
  "signal.reason": { sv: "skäl", en: "reason" },
  "signal.matter": { sv: "ärende", en: "matter" },
  "signal.effect": { sv: "verkan", en: "effect" },
  "explain.gaps": { sv: "Luckor", en: "Gaps" },
} as const satisfies Record<string, LocalText>;
