// Every text that the tool itself says in reports and on the command line, in both languages, by name.
// What documents and rules say is not here; errors are in errors/texts/, notices in notice-texts.ts.
import type { LocalText } from "../model/rule.ts";
import { archiveTexts } from "./archive-texts.ts";
import { checkTexts } from "./check-texts.ts";
import { compareTexts } from "./compare-texts.ts";
import { explainTexts } from "./explain-texts.ts";
import { findingTexts } from "./finding-texts.ts";
import { initTexts } from "./init-texts.ts";
import { annotateTexts } from "./annotate-texts.ts";
import { kwicTexts } from "./kwic-texts.ts";
import { markdownTexts } from "./markdown-texts.ts";
import { summaryTexts } from "./summary-texts.ts";
import { tableTexts } from "./table-texts.ts";

const ownTexts = {
  // ── verdicts ──
  "verdict.clear": { sv: "lyfts tydligt", en: "clearly raised" },
  "verdict.partial": { sv: "finns delvis", en: "partly there" },
  "verdict.confined": {
    sv: "endast i inledning eller eget kapitel",
    en: "only in introduction or own chapter",
  },
  "verdict.missing": { sv: "saknas", en: "missing" },
  "verdict.notAssessed": { sv: "bedöms ej", en: "not assessed" },
  "verdict.unreadable": { sv: "inte läst", en: "not read" },

  // ── statuses of a section ──
  "status.present": { sv: "finns", en: "present" },
  "status.missing": { sv: "saknas", en: "missing" },
  "status.review": { sv: "att bedöma", en: "to judge" },
  "status.notExpected": { sv: "ej väntat", en: "not expected" },
  "status.unread": { sv: "oläst", en: "unread" },

  // ── levels ──
  "level.0": { sv: "saknas", en: "missing" },
  "level.1": { sv: "nämns", en: "named" },
  "level.2": { sv: "beskrivs", en: "described" },
  "level.3": { sv: "styrs", en: "steered" },
  "level.4": { sv: "följs upp", en: "followed up" },

  // ── links of the steering chain, with the short form that heads a column ──
  "chain.analysis": { sv: "analys", en: "analysis" },
  "chain.goal": { sv: "mål", en: "goal" },
  "chain.action": { sv: "åtgärd", en: "action" },
  "chain.resource": { sv: "resurs", en: "resource" },
  "chain.responsibility": { sv: "ansvar", en: "responsibility" },
  "chain.followUp": { sv: "uppföljning", en: "follow-up" },
  "chain.framing": { sv: "inramning", en: "framing" },
  "chainLetter.analysis": { sv: "A", en: "A" },
  "chainLetter.goal": { sv: "M", en: "G" },
  "chainLetter.action": { sv: "Å", en: "Ac" },
  "chainLetter.resource": { sv: "R", en: "R" },
  "chainLetter.responsibility": { sv: "An", en: "Rs" },
  "chainLetter.followUp": { sv: "U", en: "F" },

  // ── flags of a document or section ──
  "flag.forewordOnly": { sv: "endast i förord eller inledning", en: "only in foreword or introduction" },
  "flag.singleSex": { sv: "bara det ena könet beskrivs", en: "only one sex is described" },
  "flag.waiver": { sv: "avfärdas utan analys", en: "waived without analysis" },
  "flag.waiverMotivated": { sv: "bedöms inte beröras, med motivering", en: "waived, with reasons" },
  "flag.trainingOnly": { sv: "endast utbildning och kunskap", en: "training and awareness only" },
  "flag.representationOnly": { sv: "endast antal och fördelning", en: "numbers and representation only" },
  "flag.transformative": { sv: "tar upp normer och makt", en: "takes up norms and power" },
  "flag.instrumental": { sv: "endast som medel för annat", en: "only as a means to something else" },
  "flag.standardText": { sv: "endast standardtext", en: "boilerplate only" },
  "flag.damagedText": { sv: "skadad text", en: "damaged text" },
  "flag.neutralising": { sv: "skillnader skrivs bort", en: "differences are written away" },

  // ── configuration ──
  "config.initial": { sv: "förval", en: "default" },
  "config.commandLine": { sv: "{option} på kommandoraden", en: "{option} on the command line" },
  "config.none": { sv: "ingen", en: "none" },
  "config.noneHint": {
    sv: "ingen genomlys.config.yaml här eller ovanför",
    en: "no genomlys.config.yaml here or above",
  },
  "config.builtin": { sv: "inbyggt", en: "built-in" },
  "config.until": { sv: "till och med {day}", en: "until {day}" },
  "config.ignored": {
    sv: 'Undantaget i {config}: {path} ("{reason}").',
    en: 'Ignored in {config}: {path} ("{reason}").',
  },
  "config.ignoredUntil": {
    sv: 'Undantaget i {config} till och med {day}: {path} ("{reason}").',
    en: 'Ignored in {config} until {day}: {path} ("{reason}").',
  },
  "config.expired": {
    sv: "{config}: undantaget för {pattern} gällde till och med {day} och gäller inte längre.",
    en: "{config}: the exception for {pattern} was valid until {day} and no longer holds.",
  },
  "config.idle": {
    sv: "{config}: undantaget för {pattern} gäller inget av dokumenten.",
    en: "{config}: the exception for {pattern} fits none of the documents.",
  },

  // ── severities ──
  "severity.high": { sv: "stor", en: "major" },
  "severity.medium": { sv: "medelstor", en: "medium" },
  "severity.low": { sv: "liten", en: "minor" },

  // ── why something that was found was not counted ──
  "discounted.trap": { sv: "ser bara ut som perspektivet", en: "only looks like the perspective" },
  "discounted.repeated": {
    sv: "upprepad standardtext, räknas en gång",
    en: "repeated boilerplate, counts once",
  },
  "discounted.weak": { sv: "för svagt för att räknas ensamt", en: "too weak to count alone" },

  // ── sections without a heading of their own ──
  "section.opening": { sv: "inledande text", en: "opening text" },
  "section.part": { sv: "del {n}", en: "part {n}" },

  // ── places ──
  "place.page": { sv: "sida {n}", en: "page {n}" },
  "place.pageLabel": { sv: "sida {label} ({n} i filen)", en: "page {label} ({n} in the file)" },
  "place.line": { sv: "rad {n}", en: "line {n}" },
  "place.paragraph": { sv: "stycke {n}", en: "paragraph {n}" },
  "place.slide": { sv: "bild {n}", en: "slide {n}" },
  "place.row": { sv: "blad {sheet}, rad {n}", en: "sheet {sheet}, row {n}" },

  // ── head of the report ──
  "summary.audited": {
    sv: "{n} {n|dokument granskat|dokument granskade}",
    en: "{n} {n|document|documents} audited",
  },
  "summary.failed": {
    sv: "{n} {n|fil|filer} kunde inte granskas (se Ej granskat)",
    en: "{n} {n|file|files} could not be audited (see Not audited)",
  },
  "summary.nothing": { sv: "Inget dokument kunde granskas.", en: "No document could be audited." },

  // ── the table ──
  "table.document": { sv: "Dokument", en: "Document" },
  "table.coverage": { sv: "Täckning", en: "Coverage" },
  "table.depth": { sv: "Djup", en: "Depth" },
  "table.verdict": { sv: "Omdöme", en: "Verdict" },
  "table.legendCoverage": {
    sv: "Täckning: andel av den text där perspektivet kan väntas som har det. Djup: medelnivå 0–4.",
    en: "Coverage: share of the text where the perspective is to be expected that has it. Depth: mean level 0–4.",
  },
  "table.legendChain": {
    sv: "Styrkedjan, djupaste nivå bland ledets belägg: {letters}. Ett streck: inget sådant avsnitt väntas ha perspektivet.",
    en: "Steering chain, deepest level of the evidence in the link: {letters}. A dash: no such section is expected to have the perspective.",
  },
  "table.legendPlus": {
    sv: "Ett plus: perspektivet finns i ledets avsnitt, men inget belägg gäller själva ledet.",
    en: "A plus: the link's sections have the perspective, but no evidence is about the link itself.",
  },
  "table.legendQuestion": {
    sv: "Ett frågetecken: inget är funnet, men avsnitt är kvar att bedöma.",
    en: "A question mark: nothing was found, but sections are left to judge.",
  },
  "table.legendLevels": {
    sv: "Nivåer: 0 saknas, 1 nämns, 2 beskrivs, 3 styrs, 4 följs upp.",
    en: "Levels: 0 missing, 1 named, 2 described, 3 steered, 4 followed up.",
  },

  // ── linear text (--plain): what the table says by place and sign ──
  "plain.type": { sv: "Dokumenttyp", en: "Document type" },
  "plain.noFigure": { sv: "inget värde", en: "no figure" },
  "plain.chain": { sv: "Styrkedjan, {link}: {state}", en: "Steering chain, {link}: {state}" },
  "plain.level": { sv: "nivå {n} av 4, {name}", en: "level {n} of 4, {name}" },
  "plain.notExpected": {
    sv: "inget sådant avsnitt väntas ha perspektivet",
    en: "no such section is expected to have the perspective",
  },
  "plain.sectionsOnly": {
    sv: "perspektivet finns i ledets avsnitt, men inget belägg gäller själva ledet",
    en: "the link's sections have the perspective, but no evidence is about the link itself",
  },
  "plain.toJudge": {
    sv: "inget är funnet, men avsnitt är kvar att bedöma",
    en: "nothing was found, but sections are left to judge",
  },
  "plain.pack": { sv: "Samma dokument, {pack}", en: "The same document, {pack}" },
  "plain.headingLevel": { sv: "rubriknivå {n}", en: "heading level {n}" },
  "plain.sentence": { sv: "Nivå {n}:", en: "Level {n}:" },
  "plain.became": { sv: "blev", en: "became" },

  // ── one document ──
  "document.standardInput": { sv: "(standard in)", en: "(standard input)" },
  "document.typeUncertain": { sv: "{type} (osäkert)", en: "{type} (uncertain)" },
  "document.typeUnknown": { sv: "okänd dokumenttyp", en: "unknown document type" },
  "document.pages": { sv: "{n} {n|sida|sidor}", en: "{n} {n|page|pages}" },
  "document.words": { sv: "{n} ord", en: "{n} {n|word|words}" },
  "document.covered": {
    sv: "Perspektivet finns i {covered} av {expected} avsnitt där det kan väntas ({percent} av {expected|dess|deras} text).",
    en: "The perspective is in {covered} of {expected} {expected|section|sections} where it is to be expected ({percent} of {expected|its|their} text).",
  },
  "document.upTo": {
    sv: "{n|Ett|#} avsnitt behöver läsas av en människa; täckningen kan bli upp till {percent}.",
    en: "{n|One section needs|# sections need} a person's reading; coverage may be up to {percent}.",
  },
  "document.nothingExpected": {
    sv: "I inget avsnitt kan perspektivet väntas.",
    en: "In no section is the perspective to be expected.",
  },
  "document.foreign": {
    sv: "Texten är inte på svenska och är därför inte bedömd.",
    en: "The text is not in Swedish and was therefore not judged.",
  },
  "document.tooFewExpected": {
    sv: "Perspektivet kan väntas i bara {n|ett|#} avsnitt: för lite för ett omdöme.",
    en: "The perspective is to be expected in only {n|one section|# sections}: too little for a verdict.",
  },
  "document.recognised": {
    sv: "{n} {n|sida läst|sidor lästa} med textigenkänning (OCR)",
    en: "{n} {n|page|pages} read with text recognition (OCR)",
  },
  "document.tooLittleRead": {
    sv: "Bara {percent} av dokumentet gick att läsa: för lite för ett omdöme.",
    en: "Only {percent} of the document could be read: too little for a verdict.",
  },
  "document.chainGaps": {
    sv: "Saknas i styrkedjan: {links}.",
    en: "Missing in the steering chain: {links}.",
  },
  "document.chainSections": {
    sv: "Finns i ledets avsnitt men inte i själva ledet: {links}.",
    en: "There in the link's sections but not in the link itself: {links}.",
  },
  "document.chainReview": {
    sv: "Att bedöma i styrkedjan: {links}.",
    en: "To judge in the steering chain: {links}.",
  },
  "document.flags": { sv: "Att märka: {flags}.", en: "Note: {flags}." },
  "document.review": { sv: "Att bedöma ({n})", en: "To judge ({n})" },
  "document.reviewWhy": {
    sv: "Ord här kan handla om perspektivet. Läs och avgör:",
    en: "Words here may concern the perspective. Read and decide:",
  },
  "document.reviewDamaged": {
    sv: "Texten är skadad: ord om perspektivet kan ha gått förlorade. Läs originalet och avgör:",
    en: "The text is damaged: words on the perspective may be lost. Read the original and decide:",
  },
  "document.reviewRepeated": {
    sv: "Avsnitt utan ord efter sig upprepar text som står tidigare i dokumentet. Läs och avgör om det räcker.",
    en: "Sections without words behind them repeat text from earlier in the document. Read and decide whether it is enough.",
  },
  "document.gaps": { sv: "{n|Luckan|Största luckorna}", en: "{n|The gap|Gravest gaps}" },
  "document.gapsSome": { sv: "Största luckorna ({shown} av {all})", en: "Gravest gaps ({shown} of {all})" },
  "document.noGaps": { sv: "Inga luckor hittades.", en: "No gaps were found." },
  "document.question": { sv: "Fråga: {text}", en: "Ask: {text}" },
  "document.recommendation": { sv: "Förslag: {text}", en: "Suggestion: {text}" },
  "document.source": { sv: "Källa: {text}", en: "Source: {text}" },
  "document.alsoIn": { sv: "Även i {sections}.", en: "Also in {sections}." },
  "document.andMore": { sv: "{sections} och {n} till", en: "{sections} and {n} more" },
  "document.more": { sv: "… och {n} till", en: "… and {n} more" },
  "document.missingIn": { sv: "Saknas i {n|ett|#} avsnitt", en: "Missing in {n|one section|# sections}" },
  "document.missingAlso": {
    sv: "Saknas även i {n|ett|#} avsnitt",
    en: "Also missing in {n|one section|# sections}",
  },
  "document.notices": { sv: "Om läsningen", en: "About the reading" },
  "document.notExpectedCount": {
    sv: "{n|Ett|#} avsnitt väntas inte ha perspektivet och visas inte.",
    en: "{n|One section is|# sections are} not expected to have the perspective and not shown.",
  },
  "document.unreadCount": {
    sv: "{n|Ett|#} avsnitt kunde inte läsas ordentligt.",
    en: "{n|One section|# sections} could not be read properly.",
  },

  // ── other packs beside the first ──
  "beside.missing": {
    sv: "Saknas i {n} avsnitt: {sections}.",
    en: "Missing in {n} {n|section|sections}: {sections}.",
  },
  "beside.review": {
    sv: "Att bedöma i {n} avsnitt: {sections}.",
    en: "To judge in {n} {n|section|sections}: {sections}.",
  },

  // ── boilerplate across documents ──
  "standard.title": { sv: "Standardtext", en: "Boilerplate" },
  "standard.why": {
    sv: "Samma mening står ordagrant i minst tre dokument av samma slag. Den räknas som nivå 1, nämns.",
    en: "The same sentence stands word for word in at least three documents of one kind. It counts as level 1, named.",
  },
  "standard.line": { sv: 'I {n} dokument ({type}): "{text}"', en: 'In {n} documents ({type}): "{text}"' },
  "standard.piece": { sv: "standardtext", en: "boilerplate" },
  "shared.title": {
    sv: "Samma text i beslut och underlag",
    en: "The same text in decisions and what they rest on",
  },
  "shared.why": {
    sv: "Samma mening står ordagrant i dokument av olika slag som hör till ett beslut, som ett protokoll och tjänsteskrivelsen bakom det. Den är skriven en gång: läs inte dokumenten som två belägg för samma sak.",
    en: "The same sentence stands word for word in documents of different kinds that belong to a decision, as minutes and the report behind them. It was written once: do not read the documents as two pieces of evidence for one thing.",
  },
  "shared.line": { sv: 'I {files}: "{text}"', en: 'In {files}: "{text}"' },
  "shared.piece": { sv: "samma mening i {files}", en: "the same sentence in {files}" },
  "shared.counted": {
    sv: "Det som står ordagrant i både beslut och underlag räknas en gång i summan.",
    en: "What stands word for word both in a decision and in what it rests on counts once in the sum.",
  },
  "standard.streamed": {
    sv: "{n} {n|mening|meningar} om perspektivet står ordagrant i minst tre dokument av samma slag (standardtext), i {documents} dokument. Raderna i JSON Lines skrevs innan det var känt och är inte ändrade; genomlys report märker dem.",
    en: "{n} {n|sentence|sentences} on the perspective {n|stands|stand} word for word in at least three documents of one kind (boilerplate), in {documents} documents. The JSON lines were written before that was known and are not changed; genomlys report marks them.",
  },
  "standard.notMarked": {
    sv: "{n} dokument med standardtext kunde inte läsas en gång till i sin helhet ({n|det|de} ändrades, försvann, tog för lång tid eller kom genom standard in) och behåller sina nivåer: {paths}",
    en: "{n} {n|document|documents} with boilerplate could not be read a second time as a whole (changed, gone, too slow, or from standard input) and {n|keeps its|keep their} levels: {paths}",
  },
  "standard.left": {
    sv: "{n} {n|mening|meningar} om perspektivet står ordagrant i minst tre dokument av samma slag (standardtext), i {documents} dokument. {left} av dem kunde inte granskas om här och {left|behåller sin nivå|behåller sina nivåer}: {paths}. Kör genomlys report där dokumenten finns oförändrade, med samma regler och konfiguration.",
    en: "{n} {n|sentence|sentences} on the perspective {n|stands|stand} word for word in at least three documents of one kind (boilerplate), in {documents} documents. {left} of them could not be audited again here and {left|keeps its level|keep their levels}: {paths}. Run genomlys report where the documents are, unchanged, with the same rules and configuration.",
  },

  // ── documents that the configuration leaves out ──
  "ignored.title": { sv: "Undantagna dokument", en: "Ignored documents" },
  "ignored.line": { sv: '{path}: "{reason}"', en: '{path}: "{reason}"' },
  "ignored.lineUntil": {
    sv: '{path}: "{reason}" (till och med {day})',
    en: '{path}: "{reason}" (until {day})',
  },

  // ── requirements of the document's type ──
  "requirements.title": { sv: "Krav", en: "Requirements" },
  "requirements.onlyMet": {
    sv: "det enda som kan ställas här är uppfyllt ({title})",
    en: "the only one that applies here is met ({title})",
  },
  "requirements.count": { sv: "{met} av {all} {met|uppfyllt|uppfyllda}", en: "{met} of {all} met" },
  "requirements.countPartly": {
    sv: "{met} av {all} {met|uppfyllt|uppfyllda}, {partly} delvis",
    en: "{met} of {all} met, {partly} partly",
  },
  "requirements.line": { sv: "Krav: {counts}.", en: "Requirements: {counts}." },
  "requirements.unmetLine": { sv: "Ej uppfyllt: {title} ({place})", en: "Not met: {title} ({place})" },
  "requirements.document": { sv: "dokumentet som helhet", en: "the document as a whole" },
  "requirements.lacking": { sv: "Saknas i {sections}.", en: "Lacking in {sections}." },
  "requirements.review": { sv: "Läs först {sections}.", en: "First read {sections}." },
  "requirements.idle": { sv: "Ej tillämpliga: {ids}.", en: "Not applicable: {ids}." },
  "requirements.uncertainType": {
    sv: "Inte prövade, för att dokumenttypen är osäker: {ids}.",
    en: "Not tried, because the document type is uncertain: {ids}.",
  },
  "requirement.met": { sv: "uppfyllt", en: "met" },
  "requirement.partly": { sv: "delvis", en: "partly" },
  "requirement.unmet": { sv: "ej uppfyllt", en: "not met" },
  "requirement.notApplicable": { sv: "ej tillämpligt", en: "not applicable" },

  // ── details ──
  "details.sections": { sv: "Avsnitt för avsnitt", en: "Section by section" },
  "details.level": { sv: "nivå {n}, {name}", en: "level {n}, {name}" },
  "details.because": { sv: "Väntas för att: {reasons}", en: "Expected because of: {reasons}" },
  "details.evidence": { sv: "Belägg", en: "Evidence" },
  "details.discounted": { sv: "Hittades men räknades inte", en: "Found but not counted" },
  "details.reviewTerms": { sv: "Ord att bedöma: {terms}", en: "Words to judge: {terms}" },
  "details.neighbours": {
    sv: "Närliggande begrepp, räknas inte: {terms}",
    en: "Neighbouring concepts, not counted: {terms}",
  },
  "details.gap": { sv: "Lucka ({severity})", en: "Gap ({severity})" },
  "details.framing": { sv: "inramning, bär inget omdöme", en: "framing, carries no verdict" },
  "details.policyGoals": { sv: "Belägg per delmål", en: "Evidence per policy goal" },
  "details.none": { sv: "inga", en: "none" },
  "expectation.people": { sv: "människor", en: "people" },
  "expectation.statistics": { sv: "statistik", en: "statistics" },
  "expectation.goal": { sv: "mål", en: "goals" },
  "expectation.action": { sv: "åtgärder", en: "actions" },
  "expectation.resource": { sv: "resurser", en: "resources" },
  "expectation.followUp": { sv: "uppföljning", en: "follow-up" },
  "expectation.topic": { sv: "ämnet", en: "the subject" },
  "expectation.things": { sv: "saker", en: "things" },
  "expectation.evidence": { sv: "perspektivet finns", en: "the perspective is there" },
  "expectation.trap": { sv: "ett avfärdande eller en tom rubrik", en: "a waiver or an empty heading" },

  // ── what could not be audited, and the end of the report ──
  "failed.title": { sv: "Ej granskat", en: "Not audited" },
  "failed.remedy": { sv: "Gör så här: {text}", en: "What to do: {text}" },
  "end.caveat": {
    sv: "Verktyget läser ord och mönster i texten. Det kan inte bedöma om innehållet stämmer eller om arbetet görs. Använd resultatet som underlag för samtal.",
    en: "The tool reads words and patterns in the text. It cannot judge whether the content is true or whether the work is done. Use the result as a basis for conversation.",
  },
  "end.details": {
    sv: "Med --details visas varje avsnitt med belägg, frågor och förslag.",
    en: "With --details every section is shown with evidence, questions and suggestions.",
  },

  // ── outline: what the reader saw ──
  "outline.origin": { sv: "{format}, läst med {engine}", en: "{format}, read with {engine}" },
  "outline.share": { sv: "{percent} läst", en: "{percent} read" },
  "outline.type": { sv: "Dokumenttyp: {type}", en: "Document type: {type}" },
  "outline.withoutText": { sv: "Utan text: sida {pages}", en: "Without text: page {pages}" },
  "outline.garbled": { sv: "Oläsliga tecken: sida {pages}", en: "Garbled: page {pages}" },
  "outline.recognised": {
    sv: "Läst med textigenkänning (OCR): sida {pages}",
    en: "Read with text recognition (OCR): page {pages}",
  },
  "outline.andMore": { sv: "{list} och {n} till", en: "{list} and {n} more" },
  "outline.sections": { sv: "Avsnitt ({n})", en: "Sections ({n})" },
  "outline.words": { sv: "{n} ord", en: "{n} {n|word|words}" },
  "outline.unnamed": { sv: "utan rubrik i dokumentet", en: "no heading in the document" },
  "outline.frontPage": { sv: "Titelsida", en: "Title page" },
  "outline.quiet": { sv: "här väntas inget", en: "nothing is expected here" },
  "outline.framing": { sv: "bär inget omdöme", en: "carries no verdict" },
  "outline.role.heading": { sv: "av rubriken ({rule})", en: "from the heading ({rule})" },
  "outline.role.text": { sv: "av texten ({rule})", en: "from the text ({rule})" },
  "outline.role.document": {
    sv: "hela dokumentet är av det slaget ({rule})",
    en: "the whole document is of that kind ({rule})",
  },
  "outline.role.above": { sv: "av rubriken ovanför ({rule})", en: "from the heading above ({rule})" },
  "outline.role.opening": { sv: "kort text före första rubriken", en: "short text before the first heading" },
  "outline.role.layer": { sv: "rader i en innehållsförteckning", en: "lines of a table of contents" },
  "outline.text": { sv: "Den löpande texten", en: "The running text" },
  "outline.headings": { sv: "{n} {n|rubrik|rubriker}", en: "{n} {n|heading|headings}" },
  "outline.paragraphs": { sv: "{n} {n|stycke|stycken}", en: "{n} {n|paragraph|paragraphs}" },
  "outline.listItems": { sv: "{n} {n|punkt|punkter} i listor", en: "{n} list {n|item|items}" },
  "outline.tables": { sv: "{n} {n|tabell|tabeller}", en: "{n} {n|table|tables}" },
  "outline.tableRows": { sv: "{n} {n|tabellrad|tabellrader}", en: "{n} table {n|row|rows}" },
  "outline.captions": { sv: "{n} {n|bildtext|bildtexter}", en: "{n} {n|caption|captions}" },
  "outline.apart": { sv: "Håller läsaren isär från texten", en: "Kept apart from the text" },
  "outline.apartNothing": { sv: "inget", en: "nothing" },
  "outline.furniture": { sv: "sidhuvuden och sidfötter: {n}", en: "running headers and footers: {n}" },
  "outline.pageNumbers": { sv: "sidnummer: {n}", en: "page numbers: {n}" },
  "outline.footnotes": {
    sv: "fotnoter: {n} ({words} ord)",
    en: "footnotes: {n} ({words} {words|word|words})",
  },
  "outline.contents": { sv: "rader i innehållsförteckning: {n}", en: "lines of a table of contents: {n}" },
  "outline.comments": {
    sv: "kommentarer, som inte räknas: {n}",
    en: "comments, which do not count: {n}",
  },
  "outline.language": { sv: "språk: {language}", en: "language: {language}" },
  "outline.times": { sv: "{n} gånger", en: "{n} times" },

  // ── the command line, on standard error ──
  "cli.progress": { sv: "{n} av {all}{pace}  ", en: "{n} of {all}{pace}  " },
  "cli.pace": { sv: "{n} {n|sida|sidor} i sekunden", en: "{n} {n|page|pages} a second" },
  "cli.secondsLeft": { sv: "{n} s kvar", en: "{n} s left" },
  "cli.minutesLeft": { sv: "{n} min kvar", en: "{n} min left" },
  "cli.failures": { sv: "{n} ej {n|granskat|granskade}", en: "{n} not audited" },
  "cli.recognition": {
    sv: "textigenkänning: {n} av {all} {all|sida|sidor}",
    en: "text recognition: {n} of {all} {all|page|pages}",
  },
  "cli.passedOver": {
    sv: "{n} {n|fil|filer} av annat slag än dokument är inte med ({kinds}).",
    en: "{n} {n|file|files} of other kinds than documents left out ({kinds}).",
  },
  "cli.ownReports": {
    sv: "{n} {n|rapport|rapporter} från genomlys är inte med, eftersom {n|den|de} inte är dokument: {names}",
    en: "{n} {n|report|reports} made by genomlys left out, since {n|it is no document|they are no documents}: {names}",
  },
  "cli.ownCopies": {
    sv: "{n} {n|kommenterad kopia|kommenterade kopior} från genomlys är inte med: {names}. Vill du granska en kopia, ange den utan originalet.",
    en: "{n} annotated {n|copy|copies} made by genomlys left out: {names}. To audit a copy, name it without its original.",
  },
  "cli.withoutEnding": { sv: "utan filändelse", en: "without ending" },
  "cli.notAudited": { sv: "ej granskat: {path}: {message}", en: "not audited: {path}: {message}" },
  "cli.interrupted": {
    sv: "Avbrutet efter {n} {n|dokument|dokument}.",
    en: "Stopped after {n} {n|document|documents}.",
  },
  "cli.interruptedFile": {
    sv: "Avbrutet efter {n} {n|dokument|dokument}, som finns i {path}. Gå vidare med samma kommando och --resume {path}",
    en: "Stopped after {n} {n|document|documents}, which are in {path}. Go on with the same command and --resume {path}",
  },
  "cli.written": { sv: "Resultatet finns i {path}", en: "The result is in {path}" },

  // ── the cache ──
  "cache.stat": {
    sv: "{n} {n|sparat resultat|sparade resultat}, {mb} MB, i {folder}",
    en: "{n} {n|result|results} kept, {mb} MB, in {folder}",
  },
  "cache.prune": {
    sv: "{n} {n|resultat|resultat} som inte använts på {days} {days|dag|dagar} är borttagna ({mb} MB) ur {folder}",
    en: "{n} {n|result|results} not used for {days} {days|day|days} removed ({mb} MB) from {folder}",
  },
  "cache.clear": {
    sv: "{n} {n|resultat är borttaget|resultat är borttagna} ({mb} MB) ur {folder}",
    en: "{n} {n|result|results} removed ({mb} MB) from {folder}",
  },
  "cache.failed": {
    sv: "Lästa dokument kunde inte sparas till nästa gång ({reason}). Det ändrar inget i resultatet. Välj en annan mapp med --cache-dir, eller --no-cache.",
    en: "Documents that were read could not be kept for the next time ({reason}). The result is the same. Choose another folder with --cache-dir, or --no-cache.",
  },

  // ── report: saved results ──
  "report.scoreModelsDiffer": {
    sv: "De sparade resultaten har olika räknemodeller ({models}): täckning och omdömen går inte att jämföra.",
    en: "The saved results have different score models ({models}): coverage and verdicts do not compare.",
  },
  "report.packsDiffer": {
    sv: "De sparade resultaten är gjorda med olika regler: jämför siffrorna med försiktighet.",
    en: "The saved results were made with different rules: compare the figures with care.",
  },
  "report.checkApart": {
    sv: "Resultaten kommer från check: varje dokuments utfall är med, men inte körningens (det samlade utfallet, oanvända undantag och vad som är borta ur filen med godtagna luckor). Granska allt i en körning och spara den med --format json när det behövs.",
    en: "The results come from check: the outcome of each document is here, but not that of the run (the outcome of all, suppressions not used and what is gone from the baseline). Where that is needed, check everything in one run and save it with --format json.",
  },
  "report.partsMissing": {
    sv: "{n|Del|Delarna} {parts} av {of} finns inte bland filerna: rapporten gäller inte hela arkivet.",
    en: "{n|Part|Parts} {parts} of {of} {n|is|are} not among the files: the report is not on the whole archive.",
  },
  "report.repeated": {
    sv: "{n} {n|dokument|dokument} fanns i flera resultat och är med en gång: {paths}.",
    en: "{n} {n|document was|documents were} in several results and stand once: {paths}.",
  },

  // ── rules test, rules list ──
  "rules.failure.hit": {
    sv: "regeln {rule} skulle ha träffat men gjorde det inte:",
    en: "the rule {rule} should have hit but did not:",
  },
  "rules.failure.miss": {
    sv: "regeln {rule} skulle inte ha träffat men gjorde det:",
    en: "the rule {rule} should not have hit but did:",
  },
  "rules.failure.because": {
    sv: "det togs bort av {traps}",
    en: "it was taken away by {traps}",
  },
  "rules.untested": {
    sv: "Regler som inget exempel träffar ({n}): {rules}",
    en: "Rules that no example hits ({n}): {rules}",
  },
  "rules.passed": {
    sv: "{rules} {rules|regel|regler}, {examples} exempel: alla stämmer.",
    en: "{rules} {rules|rule|rules}, {examples} {examples|example|examples}: all as they should be.",
  },
  "rules.failed": {
    sv: "{rules} {rules|regel|regler}, {examples} exempel: {failures} stämmer inte.",
    en: "{rules} {rules|rule|rules}, {examples} {examples|example|examples}: {failures} not as they should be.",
  },
  "rules.terms": { sv: "{n} {n|term|termer}", en: "{n} {n|term|terms}" },
  "rules.kind.evidence": { sv: "Belägg", en: "Evidence" },
  "rules.kind.trap": { sv: "Fällor", en: "Traps" },
  "rules.kind.signal": { sv: "Signaler för nivå och led", en: "Signals of level and chain" },
  "rules.kind.expectation": { sv: "Förväntan", en: "Expectations" },
  "rules.kind.role": { sv: "Avsnittsroller", en: "Section roles" },
  "rules.kind.documentType": { sv: "Dokumenttyper", en: "Document types" },
  "rules.kind.requirement": { sv: "Krav", en: "Requirements" },
  "rules.kind.remedy": { sv: "Luckor och förslag", en: "Gaps and remedies" },

  // ── evaluate ──
  "evaluate.title": {
    sv: "{n} {n|märkt textstycke|märkta textstycken} ur {files}, {n|bedömt|bedömda} med {packs}",
    en: "{n} labelled {n|passage|passages} of {files}, judged with {packs}",
  },
  "evaluate.precision": { sv: "precision", en: "precision" },
  "evaluate.recall": { sv: "recall", en: "recall" },
  "evaluate.f1": { sv: "F1", en: "F1" },
  "evaluate.kappa": { sv: "kappa", en: "kappa" },
  "evaluate.yes": { sv: "märkta ja", en: "labelled yes" },
  "evaluate.passages": { sv: "stycken", en: "passages" },
  "evaluate.present": { sv: "finns", en: "present" },
  "evaluate.missing": { sv: "saknas", en: "missing" },
  "evaluate.expected": { sv: "väntas", en: "expected" },
  "evaluate.plainInterval": { sv: "{value} ({low} till {high})", en: "{value} ({low} to {high})" },
  "evaluate.plainOf": { sv: "{share}, {right} av {of}", en: "{share}, {right} of {of}" },
  "evaluate.plainConfusion": {
    sv: "märkt nivå {gold}, bedömd nivå {found}: {n}",
    en: "labelled level {gold}, judged level {found}: {n}",
  },
  "evaluate.plainCell": { sv: "{row}, {column}: {value}", en: "{row}, {column}: {value}" },
  "evaluate.plainMin": { sv: "{value}, ska vara minst {limit}", en: "{value}, to be at least {limit}" },
  "evaluate.plainMax": { sv: "{value}, får vara högst {limit}", en: "{value}, to be at most {limit}" },
  "evaluate.exact": { sv: "nivå exakt", en: "level exact" },
  "evaluate.withinOne": { sv: "nivå högst ett steg fel", en: "level at most one off" },
  "evaluate.quadraticKappa": { sv: "nivå, kvadratisk kappa", en: "level, quadratic kappa" },
  "evaluate.traps": { sv: "fällor rätt", en: "traps right" },
  "evaluate.review": { sv: "lämnas att bedöma", en: "left to judge" },
  "evaluate.intervals": {
    sv: "Inom hakparentes 95 % intervall: Wilson för andelar och F1, bootstrap med fast frö för kappa.",
    en: "In brackets 95% intervals: Wilson for shares and F1, bootstrap with a fixed seed for kappa.",
  },
  "evaluate.plainIntervals": {
    sv: "Inom parentes 95 % intervall: Wilson för andelar och F1, bootstrap med fast frö för kappa.",
    en: "In parentheses 95% intervals: Wilson for shares and F1, bootstrap with a fixed seed for kappa.",
  },
  "evaluate.legend": {
    sv: "Precision: så stor del av det som sades stämmer. Recall: så stor del av det märkta hittades.",
    en: "Precision: how much of what was said is right. Recall: how much of what is labelled was found.",
  },
  "evaluate.trapsRight": {
    sv: "{n} {n|fälla|fällor} till: allt rätt.",
    en: "{n} more {n|trap|traps}: all right.",
  },
  "evaluate.confusion": {
    sv: "Nivå: märkt (rader) och bedömd (kolumner)",
    en: "Level: labelled (rows) and judged (columns)",
  },
  "evaluate.plainConfusionHead": {
    sv: "Stycken efter märkt och bedömd nivå",
    en: "Passages by labelled and judged level",
  },
  "evaluate.keywords": {
    sv: "Samma stycken med vanlig sökning efter nyckelord",
    en: "The same passages with a plain search for keywords",
  },
  "evaluate.noKeywords": {
    sv: "Ingen jämförelse med vanlig sökning: paketet har ingen ordlista {set}.",
    en: "No comparison with a plain search: the pack has no word set {set}.",
  },
  "evaluate.byType": { sv: "Per dokumenttyp", en: "By document type" },
  "evaluate.byTrap": { sv: "Per fälla: rätt av alla", en: "By trap: right of all" },
  "evaluate.byRule": { sv: "Per regel: rätt av alla som gav belägg", en: "By rule: right of all credited" },
  "evaluate.rulesRight": {
    sv: "{n} {n|regel|regler} till gav bara rätt belägg.",
    en: "{n} more {n|rule|rules} gave right credit only.",
  },
  "evaluate.bars": { sv: "Gränser", en: "Bars" },
  "evaluate.barMet": { sv: "nådd", en: "met" },
  "evaluate.barMissed": { sv: "inte nådd", en: "missed" },
  "evaluate.lost": {
    sv: "Inte med i siffrorna, eftersom avsnittet inte fanns (eller fanns flera gånger) eller filen inte gick att läsa:",
    en: "Not in the figures, since the section was not there (or several times) or the file could not be read:",
  },
  "evaluate.errors": { sv: "Fel bedömda ({n})", en: "Wrongly judged ({n})" },
  "evaluate.noErrors": { sv: "Inget stycke är fel bedömt.", en: "No passage is wrongly judged." },
  "evaluate.labelled": { sv: "märkt", en: "labelled" },
  "evaluate.judged": { sv: "bedömt", en: "judged" },
  "evaluate.isExpected": { sv: "väntas", en: "expected" },
  "evaluate.notExpected": { sv: "väntas inte", en: "not expected" },
  "evaluate.trap": { sv: "fälla {trap}", en: "trap {trap}" },
  "working.role": { sv: "roll: {role}", en: "role: {role}" },
  "working.noRole": { sv: "roll: ingen (löpande text)", en: "role: none (running text)" },
  "working.expectations": { sv: "förväntan: {words}", en: "expectation: {words}" },
  "working.evidence": { sv: "belägg: {words}", en: "evidence: {words}" },
  "working.discounted": { sv: "räknas inte: {words}", en: "not counted: {words}" },
  "working.wide": { sv: "vida nätet", en: "wide net" },
  "working.traps": { sv: "fällor: {words}", en: "traps: {words}" },
  "working.signals": { sv: "signaler: {words}", en: "signals: {words}" },
  "working.stepReached": { sv: "steg {level}: nått genom {words}", en: "step {level}: reached by {words}" },
  "working.stepBeside": { sv: "det som står intill", en: "what stands beside it" },
  "working.stepAbsent": {
    sv: "steg {level}: nås inte, här saknas {missing}",
    en: "step {level}: not reached, absent: {missing}",
  },
  "working.stepHeld": {
    sv: "steg {level}: nås inte; här finns {words}, men saknas {missing}",
    en: "step {level}: not reached; there is {words}, but absent: {missing}",
  },

  // ── trace, rules show ──
  "trace.read": { sv: "Läses som", en: "Read as" },
  "trace.normalised": { sv: "{given} läses som {read}", en: "{given} is read as {read}" },
  "trace.noMeeting": { sv: "ingen regel känner ordet", en: "no rule knows the word" },
  "trace.formOf": { sv: "böjd form av {base}", en: "inflected form of {base}" },
  "trace.lastFormOf": { sv: "sista ledet en form av {base}", en: "last element a form of {base}" },
  "trace.folded": { sv: "utan å, ä och ö; läses som {base}", en: "without å, ä and ö; read as {base}" },
  "trace.stem": { sv: "samma ordstam som {base}", en: "same stem as {base}" },
  "trace.rules": { sv: "Regler", en: "Rules" },
  "trace.noRules": { sv: "Ingen regel möter texten.", en: "No rule meets the text." },
  "trace.term": { sv: "term {term} i {place}", en: "term {term} in {place}" },
  "trace.in.text": { sv: "löpande text", en: "running text" },
  "trace.in.heading": { sv: "rubriker", en: "headings" },
  "trace.in.title": { sv: "titel och filnamn", en: "title and file name" },
  "trace.found": { sv: "möter »{found}«", en: "meets »{found}«" },
  "trace.excepted": { sv: "tas bort av undantaget {by}", en: "taken away by the exception {by}" },
  "trace.covered": {
    sv: "täcks av termen {by} i samma regel",
    en: "covered by the term {by} of the same rule",
  },
  "trace.counts": { sv: "räknas", en: "counts" },
  "trace.medium": { sv: "räknas i sällskap med annat belägg", en: "counts in company of other evidence" },
  "trace.weak": { sv: "räknas aldrig ensam", en: "never counts alone" },
  "trace.wide": {
    sv: "ger inget belägg, hindrar bara att avsnittet kallas saknat",
    en: "gives no evidence, only keeps the section from being called missing",
  },
  "trace.removed": { sv: "tas bort av en fälla", en: "taken away by a trap" },
  "trace.conditional": {
    sv: "räknas inte här: villkoren i regeln är inte uppfyllda",
    en: "does not count here: the conditions of the rule do not hold",
  },
  "trace.fires": { sv: "slår till", en: "fires" },
  "trace.silent": { sv: "slår inte till här", en: "does not fire here" },
  "ruleKind.evidence": { sv: "belägg", en: "evidence" },
  "ruleKind.trap": { sv: "fälla", en: "trap" },
  "ruleKind.signal": { sv: "signal", en: "signal" },
  "ruleKind.expectation": { sv: "förväntan", en: "expectation" },
  "ruleKind.role": { sv: "avsnittsroll", en: "section role" },
  "ruleKind.documentType": { sv: "dokumenttyp", en: "document type" },
  "ruleKind.requirement": { sv: "krav", en: "requirement" },
  "ruleKind.remedy": { sv: "lucka och förslag", en: "gap and remedy" },
  "strength.strong": { sv: "stark", en: "strong" },
  "strength.medium": { sv: "medel", en: "medium" },
  "strength.weak": { sv: "svag", en: "weak" },
  "net.strict": { sv: "strikta nätet: ger belägg", en: "strict net: gives evidence" },
  "net.wide": {
    sv: "vida nätet: hindrar bara att ett avsnitt kallas saknat",
    en: "wide net: only keeps a section from being called missing",
  },
  "effect.remove": { sv: "belägget räknas inte", en: "the evidence does not count" },
  "effect.cap": { sv: "belägget ger nivå 1 som mest", en: "the evidence gives level 1 at most" },
  "effect.keep": {
    sv: "belägget räknas trots andra fällor",
    en: "the evidence counts in spite of other traps",
  },
  "reach.match": { sv: "de ord fällan täcker", en: "the words it covers" },
  "reach.sentence": { sv: "meningen", en: "the sentence" },
  "reach.block": { sv: "stycket", en: "the paragraph" },
  "reach.section": { sv: "avsnittet", en: "the section" },
  "reach.heading": { sv: "avsnittets rubrik", en: "the section's heading" },
  "reach.words": { sv: "{n} ord åt vardera hållet", en: "{n} {n|word|words} to each side" },
  "show.kind": { sv: "Slag: {kind}", en: "Kind: {kind}" },
  "show.handbook": { sv: "Handboken: {entry}", en: "Handbook: {entry}" },
  "show.place": { sv: "Fil: {place}", en: "File: {place}" },
  "show.pack": { sv: "Paket: {pack}", en: "Pack: {pack}" },
  "show.tags": { sv: "Taggar: {tags}", en: "Tags: {tags}" },
  "show.strength": { sv: "Styrka: {strength}", en: "Strength: {strength}" },
  "show.net": { sv: "Nät: {net}", en: "Net: {net}" },
  "show.level": { sv: "Nivå av sig själv: {level}", en: "Level by itself: {level}" },
  "show.policyGoals": { sv: "Delmål: {goals}", en: "Policy goals: {goals}" },
  "show.sex": { sv: "Nämner: {sex}", en: "Names: {sex}" },
  "show.flags": { sv: "Märkning: {flags}", en: "Flags: {flags}" },
  "show.requires": {
    sv: "Gäller bara med något av {names} inom {reach}",
    en: "Holds only with one of {names} within {reach}",
  },
  "show.unless": {
    sv: "Gäller inte med något av {names} inom {reach}",
    en: "Does not hold with one of {names} within {reach}",
  },
  "show.strongWith": {
    sv: "Är stark med något av {names} inom {reach}",
    en: "Is strong with one of {names} within {reach}",
  },
  "show.effect": { sv: "Verkan: {effect}", en: "Effect: {effect}" },
  "show.reach": { sv: "Räckvidd: {reach}", en: "Reach: {reach}" },
  "show.affects": { sv: "Rör: {names}", en: "Touches: {names}" },
  "show.affectsAll": { sv: "Rör: alla belägg", en: "Touches: all evidence" },
  "show.min": {
    sv: "Slår till när minst {n} olika termer står inom {window} ord",
    en: "Fires when at least {n} different terms stand within {window} words",
  },
  "show.expected": {
    sv: "Där den slår till ska perspektivet väntas",
    en: "Where it fires the perspective is to be expected",
  },
  "show.class": { sv: "Klass: {name}", en: "Class: {name}" },
  "show.weight": { sv: "Vikt: {weight}", en: "Weight: {weight}" },
  "show.quiet": { sv: "Här väntas inte perspektivet", en: "The perspective is not expected here" },
  "show.framing": {
    sv: "Inramning: belägg här bär inget omdöme",
    en: "Framing: evidence here carries no verdict",
  },
  "show.inherits": { sv: "Gäller även avsnitt under", en: "Holds for sections below too" },
  "show.chain": { sv: "Led i styrkedjan: {link}", en: "Link of the steering chain: {link}" },
  "show.severity": { sv: "Lucka: {severity}", en: "Gap: {severity}" },
  "show.conditions": { sv: "Villkor, som i regelfilen", en: "Conditions, as in the rule file" },
  "show.says": { sv: "Säger: {text}", en: "Says: {text}" },
  "show.terms": { sv: "Termer i {place} ({n})", en: "Terms in {place} ({n})" },
  "show.except": { sv: "Utom ({n})", en: "Except ({n})" },
  "show.hit": { sv: "Ska träffa", en: "Should hit" },
  "show.miss": { sv: "Ska inte träffa", en: "Should not hit" },
  "show.touchedBy": { sv: "Fällor som nämner regeln", en: "Traps that name the rule" },
  "show.touchedByAll": {
    sv: "Dessutom rör {n} {n|fälla|fällor} alla belägg.",
    en: "Besides, {n} {n|trap touches|traps touch} all evidence.",
  },
  "show.namedBy": { sv: "Regler som hänvisar hit", en: "Rules that refer to it" },

  // ── rules lint ──
  "lint.spaces": { sv: "mellanslag i början, slutet eller dubbelt", en: "spaces at an end or doubled" },
  "lint.unreadable": {
    sv: "kan aldrig träffa: text delas där termen har ett tecken, eller termen börjar med ett valfritt ord",
    en: "can never match: text is cut where the term has a sign, or the term begins with any word",
  },
  "lint.excepted": {
    sv: "kan aldrig träffa: undantaget {by} tar bort allt",
    en: "can never match: the exception {by} takes all away",
  },
  "lint.duplicate": { sv: "står redan som {by}", en: "already stands as {by}" },
  "lint.shadowed": {
    sv: "gör ingen skillnad: {by} träffar samma ord",
    en: "makes no difference: {by} matches the same words",
  },
  "lint.contradicted": {
    sv: "har en annan styrka i regeln {by}",
    en: "has another strength in the rule {by}",
  },
  "lint.needless": {
    sv: "finns även i andra nätet, i regeln {by}",
    en: "is in the other net too, in the rule {by}",
  },
  "lint.unused": { sv: "ingen term använder ordlistan", en: "no term uses the word set" },
  "lint.untested": {
    sv: "{place}  {rule}: {n} av {all} {all|term|termer}, {terms}",
    en: "{place}  {rule}: {n} of {all} {all|term|terms}, {terms}",
  },
  "lint.untestedHelp": {
    sv: "Termer som inget exempel prövar. Lägg till en mening under hit i regeln för den term du är osäker på:",
    en: "Terms that no example tries. Add a sentence under hit in the rule for the term that you are not sure of:",
  },
  "lint.untestedMore": {
    sv: "… och {n} {n|term|termer} i {rules} {rules|regel|regler} till; --untested visar alla.",
    en: "… and {n} more {n|term|terms} in {rules} {rules|rule|rules}; --untested shows all.",
  },
  "lint.remarks": { sv: "Att märka", en: "Remarks" },
  "lint.clean": {
    sv: "{rules} {rules|regel|regler}, {terms} {terms|term|termer}: inget att anmärka på.",
    en: "{rules} {rules|rule|rules}, {terms} {terms|term|terms}: nothing to remark on.",
  },
  "lint.sum": {
    sv: "{rules} {rules|regel|regler}, {terms} {terms|term|termer}: {problems} {problems|fel|fel} och {remarks} att märka.",
    en: "{rules} {rules|rule|rules}, {terms} {terms|term|terms}: {problems} {problems|fault|faults} and {remarks} {remarks|remark|remarks}.",
  },

  // ── rules diff ──
  "diff.title": { sv: "Från {old} till {new}", en: "From {old} to {new}" },
  "diff.verdict": { sv: "omdöme {old} → {new}", en: "verdict {old} → {new}" },
  "diff.coverage": { sv: "täckning {old} → {new}", en: "coverage {old} → {new}" },
  "diff.type": { sv: "dokumenttyp {old} → {new}", en: "document type {old} → {new}" },
  "diff.requirement": { sv: "krav {id}: {old} → {new}", en: "requirement {id}: {old} → {new}" },
  "diff.section": { sv: "{old} → {new}", en: "{old} → {new}" },
  "diff.gone": { sv: "inte längre: {words}", en: "no longer: {words}" },
  "diff.come": { sv: "nu: {words}", en: "now: {words}" },
  "diff.thresholds": {
    sv: "samma fynd; tröskelvärden eller regelns egenskaper skiljer",
    en: "the same findings; thresholds or what the rules say of them differ",
  },
  "diff.ignoredNow": {
    sv: "Undantaget nu; granskades före ändringen.",
    en: "Ignored now; was audited before the change.",
  },
  "diff.ignoredBefore": {
    sv: "Granskas nu; var undantaget före ändringen.",
    en: "Audited now; was ignored before the change.",
  },
  "diff.failed": { sv: "kunde inte läsas", en: "could not be read" },
  "diff.sum": {
    sv: "{changed} av {all} avsnitt i {documents} dokument bedöms annorlunda.",
    en: "{changed} of {all} {all|section|sections} in {documents} {documents|document|documents} {changed|is|are} judged differently.",
  },
} as const satisfies Record<string, LocalText>;

/** What has many texts of its own has a file for them. */
type InterfaceTexts = typeof ownTexts &
  typeof checkTexts &
  typeof compareTexts &
  typeof explainTexts &
  typeof findingTexts &
  typeof initTexts &
  typeof annotateTexts &
  typeof archiveTexts &
  typeof kwicTexts &
  typeof markdownTexts &
  typeof summaryTexts &
  typeof tableTexts;

/**
 * All of them. An object without a prototype is a hash table from the start; one literal of them all costs 4 ms more at the
 * start of each run, for V8 makes a shape for every key that is added (docs/performance.md).
 */
export const interfaceTexts: InterfaceTexts = Object.assign(
  Object.create(null) as object,
  checkTexts,
  compareTexts,
  explainTexts,
  findingTexts,
  initTexts,
  annotateTexts,
  archiveTexts,
  kwicTexts,
  markdownTexts,
  summaryTexts,
  tableTexts,
  ownTexts,
) as InterfaceTexts;

export type MessageKey = keyof InterfaceTexts;
