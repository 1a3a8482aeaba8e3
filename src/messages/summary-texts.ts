// The one-page summary in prose, in both languages. Part of the one catalogue: interface-texts.ts takes it in.
import type { LocalText } from "../model/rule.ts";

export const summaryTexts = {
  "summaryPage.title": { sv: "Genomlysning av styrdokument", en: "Screening of governance documents" },
  "summaryPage.titleOne": { sv: "Genomlysning av {document}", en: "Screening of {document}" },
  "summaryPage.titleAbout": { sv: "{subject}: {perspective}", en: "{subject}: {perspective}" },

  "summaryPage.what": { sv: "Vad som har granskats", en: "What was screened" },
  "summaryPage.documents": {
    sv: "Genomlysningen omfattar {count} {n|dokument|dokument}: {names}.",
    en: "The screening covers {count} {n|document|documents}: {names}.",
  },
  "summaryPage.documentsAbout": {
    sv: "Genomlysningen gäller {perspective} och omfattar {count} {n|dokument|dokument}: {names}.",
    en: "The screening is about {perspective} and covers {count} {n|document|documents}: {names}.",
  },
  "summaryPage.file": { sv: "{name} ({file})", en: "{name} ({file})" },
  "summaryPage.size": {
    sv: "Tillsammans har de {words} ord och {sections} avsnitt. I {expected} av avsnitten kan perspektivet väntas, eftersom {expected|det|de} handlar om människor, mål, åtgärder, pengar eller uppföljning.",
    en: "Together they hold {words} {words|word|words} and {sections} {sections|section|sections}. In {expected} of the sections the perspective is to be expected, since {expected|it is|they are} about people, goals, measures, money or follow-up.",
  },
  "summaryPage.sizeOne": {
    sv: "Dokumentet har {words} ord och {sections} avsnitt. I {expected} av avsnitten kan perspektivet väntas, eftersom {expected|det|de} handlar om människor, mål, åtgärder, pengar eller uppföljning.",
    en: "The document holds {words} {words|word|words} and {sections} {sections|section|sections}. In {expected} of the sections the perspective is to be expected, since {expected|it is|they are} about people, goals, measures, money or follow-up.",
  },
  "summaryPage.sizeNothing": {
    sv: "Tillsammans har de {words} ord och {sections} avsnitt. I inget av avsnitten kan perspektivet väntas: {sections|det|de} handlar inte om människor, mål, åtgärder, pengar eller uppföljning.",
    en: "Together they hold {words} {words|word|words} and {sections} {sections|section|sections}. In none of the sections is the perspective to be expected: {sections|it is|they are} not about people, goals, measures, money or follow-up.",
  },
  "summaryPage.sizeOneNothing": {
    sv: "Dokumentet har {words} ord och {sections} avsnitt. I inget av avsnitten kan perspektivet väntas: {sections|det|de} handlar inte om människor, mål, åtgärder, pengar eller uppföljning.",
    en: "The document holds {words} {words|word|words} and {sections} {sections|section|sections}. In none of the sections is the perspective to be expected: {sections|it is|they are} not about people, goals, measures, money or follow-up.",
  },
  "summaryPage.failed": {
    sv: "{count} {n|dokument|dokument} gick inte att läsa och ingår inte i bedömningen: {names}.",
    en: "{count} {n|document|documents} could not be read and {n|is|are} not part of the assessment: {names}.",
  },
  "summaryPage.nothing": {
    sv: "Inget dokument gick att granska, så det finns inget resultat att redovisa.",
    en: "No document could be audited, so there is no result to present.",
  },

  "summaryPage.shows": { sv: "Vad genomlysningen visar", en: "What the screening shows" },
  "summaryPage.verdict.clear": {
    sv: "Perspektivet lyfts tydligt i {names}.",
    en: "The perspective is clearly raised in {names}.",
  },
  "summaryPage.verdict.partial": { sv: "Det finns delvis i {names}.", en: "It is partly there in {names}." },
  "summaryPage.verdict.partialFirst": {
    sv: "Perspektivet finns delvis i {names}.",
    en: "The perspective is partly there in {names}.",
  },
  "summaryPage.verdict.confined": {
    sv: "Det finns bara i inledningen eller i ett eget kapitel i {names}.",
    en: "It stands only in the introduction or in a chapter of its own in {names}.",
  },
  "summaryPage.verdict.confinedFirst": {
    sv: "Perspektivet finns bara i inledningen eller i ett eget kapitel i {names}.",
    en: "The perspective stands only in the introduction or in a chapter of its own in {names}.",
  },
  "summaryPage.verdict.missing": { sv: "Det saknas i {names}.", en: "It is missing in {names}." },
  "summaryPage.verdict.missingFirst": {
    sv: "Perspektivet saknas i {names}.",
    en: "The perspective is missing in {names}.",
  },
  "summaryPage.verdict.notAssessed": {
    sv: "För {names} är underlaget för litet för en bedömning.",
    en: "For {names} there is too little to base a verdict on.",
  },
  "summaryPage.share": { sv: "{name} ({percent})", en: "{name} ({percent})" },
  "summaryPage.shareUpTo": {
    sv: "{name} ({percent}, eller upp till {upTo} när {n} avsnitt har lästs av en människa)",
    en: "{name} ({percent}, or up to {upTo} once a person has read {n} {n|section|sections})",
  },
  "summaryPage.shareLegend": {
    sv: "Procenttalet är den del av texten i väntade avsnitt som har perspektivet.",
    en: "The percentage is the part of the text in expected sections that has the perspective.",
  },
  "summaryPage.covered": {
    sv: "Sammanlagt finns perspektivet i {covered} av {expected} avsnitt där det kan väntas.",
    en: "In all, the perspective is in {covered} of {expected} {expected|section|sections} where it is to be expected.",
  },
  "summaryPage.review": {
    sv: "Ytterligare {count} avsnitt {n|behöver|behöver} läsas av en människa innan det går att säga om perspektivet finns där.",
    en: "Another {count} {n|section needs|sections need} to be read by a person before it can be said whether the perspective is there.",
  },
  "summaryPage.flags": { sv: "Att märka: {list}.", en: "To note: {list}." },
  "summaryPage.flag": { sv: "{name} ({flags})", en: "{name} ({flags})" },
  "summaryPage.requirements": {
    sv: "Av {all} krav som kan ställas på dokument av de här slagen är {states}.",
    en: "Of {all} requirements on documents of these kinds, {states}.",
  },
  "summaryPage.onlyRequirement": {
    sv: "Bara ett krav kan ställas här: {title} ({status}).",
    en: "Only one requirement applies here: {title} ({status}).",
  },
  "summaryPage.requirements.met": { sv: "{n} {n|uppfyllt|uppfyllda}", en: "{n} {n|is|are} met" },
  "summaryPage.requirements.partly": {
    sv: "{n} delvis {n|uppfyllt|uppfyllda}",
    en: "{n} {n|is|are} partly met",
  },
  "summaryPage.requirements.unmet": {
    sv: "{n} inte {n|uppfyllt|uppfyllda}",
    en: "{n} {n|is|are} not met",
  },

  "summaryPage.gaps": { sv: "Var luckorna finns", en: "Where the gaps are" },
  "summaryPage.weakLinks": {
    sv: "I kedjan från analys till uppföljning är perspektivet svagast i avsnitt om {links}.",
    en: "In the chain from analysis to follow-up the perspective is weakest in sections on {links}.",
  },
  "summaryPage.link": { sv: "{link} ({covered} av {expected})", en: "{link} ({covered} of {expected})" },
  "summaryPage.strongLink": {
    sv: "Starkast är det i avsnitt om {link} ({covered} av {expected}).",
    en: "It is strongest in sections on {link} ({covered} of {expected}).",
  },
  "summaryPage.gapsLead": { sv: "{n|Luckan|De största luckorna}:", en: "The {n|gap|gravest gaps}:" },
  "summaryPage.gapIn": {
    sv: "{text} Det gäller {n} avsnitt, bland annat {places}.",
    en: "{text} This concerns {n} sections, among them {places}.",
  },
  "summaryPage.gapInFew": { sv: "{text} Det gäller {places}.", en: "{text} This concerns {places}." },
  "summaryPage.gapPlace": { sv: "{section} i {document}", en: "{section} in {document}" },
  "summaryPage.noGaps": { sv: "Genomlysningen hittade inga luckor.", en: "The screening found no gaps." },

  "summaryPage.suppressed": {
    sv: "Det som är undantaget med angivet skäl tas inte upp här: {n} {n|lucka eller krav|luckor och krav}.",
    en: "What is suppressed for a given reason is not taken up here: {n} {n|gap or requirement|gaps and requirements}.",
  },

  "summaryPage.next": { sv: "Förslag till fortsatt arbete", en: "Proposed next steps" },
  "summaryPage.nextIn": { sv: "{text} ({n} avsnitt)", en: "{text} ({n} sections)" },
  "summaryPage.nextReview": {
    sv: "Läs de {count} avsnitt som inte kunde bedömas, och avgör om perspektivet finns där.",
    en: "Read the {count} sections that could not be judged, and decide whether the perspective is there.",
  },
  "summaryPage.nextReviewOne": {
    sv: "Läs det avsnitt som inte kunde bedömas, och avgör om perspektivet finns där.",
    en: "Read the section that could not be judged, and decide whether the perspective is there.",
  },
  "summaryPage.nextFailed": {
    sv: "Ta fram läsbara versioner av de dokument som inte gick att läsa och granska dem.",
    en: "Obtain readable versions of the documents that could not be read, and screen them.",
  },
  "summaryPage.nextFollow": {
    sv: "Gör om genomlysningen när dokumenten har reviderats, så att det syns vad som har ändrats.",
    en: "Repeat the screening when the documents have been revised, so that the changes can be seen.",
  },

  "summaryPage.basis": { sv: "Om underlaget", en: "About the basis" },
  "summaryPage.basisText": {
    sv: "Genomlysningen är gjord med {tool} och {packs}. Verktyget läser ord och mönster i texten. Det kan inte bedöma om innehållet stämmer eller om arbetet görs, och resultatet är ett underlag för samtal.",
    en: "The screening was made with {tool} and {packs}. The tool reads words and patterns in the text. It cannot judge whether the content is true or whether the work is done; the result is a basis for conversation.",
  },
  "summaryPage.basisPack": { sv: "regelpaketet {title} {version}", en: "the rule pack {title} {version}" },
  "summaryPage.basisNoPack": { sv: "okända regler", en: "unknown rules" },

  "summaryPage.linkName.analysis": { sv: "nuläge och analys", en: "analysis" },
  "summaryPage.linkName.goal": { sv: "mål", en: "goals" },
  "summaryPage.linkName.action": { sv: "åtgärder", en: "measures" },
  "summaryPage.linkName.resource": { sv: "resurser", en: "resources" },
  "summaryPage.linkName.responsibility": { sv: "ansvar", en: "responsibility" },
  "summaryPage.linkName.followUp": { sv: "uppföljning", en: "follow-up" },

  // ── how lists are joined, and numbers as words ──
  "list.and": { sv: "{list} och {last}", en: "{list} and {last}" },
  "list.more": { sv: "{list} och {n} till", en: "{list} and {n} more" },
  "number.1": { sv: "ett", en: "one" },
  "number.2": { sv: "två", en: "two" },
  "number.3": { sv: "tre", en: "three" },
  "number.4": { sv: "fyra", en: "four" },
  "number.5": { sv: "fem", en: "five" },
  "number.6": { sv: "sex", en: "six" },
  "number.7": { sv: "sju", en: "seven" },
  "number.8": { sv: "åtta", en: "eight" },
  "number.9": { sv: "nio", en: "nine" },
  "number.10": { sv: "tio", en: "ten" },
  "number.11": { sv: "elva", en: "eleven" },
  "number.12": { sv: "tolv", en: "twelve" },
} as const satisfies Record<string, LocalText>;
