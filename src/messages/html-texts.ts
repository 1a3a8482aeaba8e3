// Every text that stands only in the HTML report, in both languages, by name. What all reports say is in interface-texts.ts.
import type { LocalText } from "../model/rule.ts";

export const htmlTexts = {
  // ── the page ──
  "page.title": {
    sv: "{pack} i {n} {n|dokument|dokument}",
    en: "{pack} in {n} {n|document|documents}",
  },
  "page.made": {
    sv: "Granskat med {tool} {version}, regelpaket {packs}.",
    en: "Audited with {tool} {version}, rule pack {packs}.",
  },
  "page.skip": { sv: "Hoppa till innehållet", en: "Skip to the content" },
  "page.contents": { sv: "Innehåll", en: "Contents" },
  "page.openAll": { sv: "Fäll ut allt", en: "Unfold all" },
  "page.closeAll": { sv: "Fäll ihop allt", en: "Fold all" },
  "page.blocked": {
    sv: "Tabellen visas inte, för sidans skript är stoppat där den öppnades. Spara filen på datorn och öppna den därifrån.",
    en: "The table is not shown, since the page's script is blocked where it was opened. Save the file on the computer and open it from there.",
  },
  "page.printHint": {
    sv: "Det som är utfällt kommer med på papper.",
    en: "What is unfolded is printed.",
  },
  "page.scroll": { sv: "{table}, går att rulla i sidled", en: "{table}, scrolls sideways" },

  // ── first page ──
  "summary.heading": { sv: "Sammanfattning", en: "Summary" },
  "summary.none": {
    sv: "Inget av dokumenten gick att granska. Under Inte läst står varför.",
    en: "None of the documents could be audited. Not read says why.",
  },
  "summary.lead": {
    sv: "Perspektivet lyfts tydligt i {clear} av {n} dokument. Det kan väntas i {expected} avsnitt och finns i {covered} av dem.",
    en: "The perspective is clearly raised in {clear} of {n} {n|document|documents}. It is to be expected in {expected} {expected|section|sections} and is in {covered} of them.",
  },
  "summary.leadOne": {
    sv: "Perspektivet finns i {covered} av {expected} avsnitt där det kan väntas.",
    en: "The perspective is in {covered} of {expected} {expected|section|sections} where it is to be expected.",
  },
  "summary.leadNothing": {
    sv: "{n} {n|dokument är granskat|dokument är granskade}. I inget avsnitt kan perspektivet väntas.",
    en: "{n} {n|document was|documents were} audited. In no section is the perspective to be expected.",
  },
  "summary.review": {
    sv: "I {count} avsnitt till finns ord som kan handla om det; {n|det|de} behöver läsas av en människa.",
    en: "There {n|is|are} {count} more {n|section|sections} with words that may concern it; {n|it needs|they need} a person's reading.",
  },
  "summary.verdicts": { sv: "Omdömen", en: "Verdicts" },
  "summary.verdictChart": {
    sv: "Fördelning av omdömen: {verdicts}.",
    en: "Verdicts: {verdicts}.",
  },
  "summary.documents": { sv: "{n} {n|dokument|dokument}", en: "{n} {n|document|documents}" },
  "summary.andMore": { sv: "och {n} till", en: "and {n} more" },
  "summary.shows": { sv: "Vad granskningen visar", en: "What the audit shows" },
  "summary.stages": {
    sv: "På vägen från strategi till uppföljning: {stages}.",
    en: "On the way from strategy to follow-up: {stages}.",
  },
  "summary.stage": {
    sv: "i {stage} finns perspektivet i {covered} av {expected} avsnitt där det kan väntas",
    en: "in {stage} the perspective is in {covered} of {expected} {expected|section|sections} where it is to be expected",
  },
  "summary.stageNext": {
    sv: "i {stage} {covered} av {expected}",
    en: "in {stage} {covered} of {expected}",
  },
  "summary.links": {
    sv: "Starkast i styrkedjan är {strong} ({strongCovered} av {strongExpected} avsnitt), svagast är {weak} ({weakCovered} av {weakExpected}).",
    en: "Strongest in the steering chain is {strong} ({strongCovered} of {strongExpected} {strongExpected|section|sections}), weakest is {weak} ({weakCovered} of {weakExpected}).",
  },
  "summary.requirementsNoPart": {
    sv: "{met} av {all} krav på dokument av de här slagen är {met|uppfyllt|uppfyllda}.",
    en: "{met} of {all} {all|requirement|requirements} on documents of these types {met|is|are} met.",
  },
  "summary.requirements": {
    sv: "{met} av {all} krav på dokument av de här slagen är {met|uppfyllt|uppfyllda}, {partly} delvis.",
    en: "{met} of {all} {all|requirement|requirements} on documents of these types {met|is|are} met, {partly} partly.",
  },
  "summary.goalsWithout": {
    sv: "{n} delmål har inget belägg i något dokument: {goals}.",
    en: "{n} policy {n|goal has|goals have} no evidence in any document: {goals}.",
  },
  "summary.unread": {
    sv: "{n} {n|fil|filer} kunde inte läsas och ingår inte i siffrorna.",
    en: "{n} {n|file|files} could not be read and {n|is|are} not in the figures.",
  },
  "summary.mostMissing": { sv: "Vad som saknas mest", en: "What is missing most" },
  "summary.mostMissingNone": { sv: "Inga luckor hittades.", en: "No gaps were found." },
  "summary.spread": {
    sv: "{sections} avsnitt i {documents} dokument",
    en: "{sections} {sections|section|sections} in {documents} {documents|document|documents}",
  },
  "summary.overview": { sv: "Dokumenten", en: "The documents" },
  "summary.caveat": { sv: "Läs siffrorna rätt", en: "How to read the figures" },
  "overview.requirements": { sv: "Krav", en: "Requirements" },
  "overview.met": { sv: "{met} av {all}", en: "{met} of {all}" },
  "overview.gaps": { sv: "Luckor", en: "Gaps" },
  "overview.review": { sv: "Att bedöma", en: "To judge" },
  "overview.upTo": { sv: "upp till {percent}", en: "up to {percent}" },
  "overview.legend": {
    sv: "Täckning: hur stor del av texten där perspektivet kan väntas som har det. Den ljusare delen av stapeln är avsnitt att bedöma. Djup: medelnivå från 0 till 4.",
    en: "Coverage: how much of the text where the perspective is to be expected has it. The lighter part of the bar is sections to judge. Depth: mean level from 0 to 4.",
  },

  // ── the steering chain ──
  "standard.where": { sv: "I {n} dokument: {type}.", en: "In {n} documents: {type}." },
  "standard.more": { sv: "{n} {n|mening|meningar} till", en: "{n} {n|sentence|sentences} more" },
  "chain.heading": { sv: "Styrkedjan", en: "The steering chain" },
  "chain.intro": {
    sv: "Hur långt når perspektivet i varje led, från analys till uppföljning? Dokumenten står i den ordning som styrningen går. Siffran är den djupaste nivån bland ledets belägg. Under den står hur många av ledets avsnitt som har perspektivet. Ett plus betyder att perspektivet finns i ledets avsnitt, men att inget belägg gäller själva ledet.",
    en: "How far does the perspective reach in each link, from analysis to follow-up? Documents stand in the order of steering. The figure is the deepest level of the evidence in the link. Below it stands how many of the link's sections have the perspective. A plus means that the link's sections have the perspective, but that no evidence is about the link itself.",
  },
  "chain.caption": { sv: "Dokument och led i styrkedjan", en: "Documents and links of the steering chain" },
  "chain.cell": { sv: "{covered} av {expected}", en: "{covered} of {expected}" },
  "chain.sectionsOnlyCell": { sv: "ej i ledet", en: "not in link" },
  "chain.sectionsOnly": { sv: "inte i själva ledet", en: "not in the link itself" },
  "chain.judgeCell": { sv: "{review} av {expected} att läsa", en: "{review} of {expected} to read" },
  "chain.notExpected": { sv: "väntas inte", en: "not expected" },
  "chain.lost": { sv: "tappas", en: "lost" },
  "chain.lostHeading": { sv: "Här tappas perspektivet", en: "Where the perspective is lost" },
  "chain.lostLine": {
    sv: "{link}: nivå {from}, {fromName}, i {source}, men nivå {to}, {toName}, i {target}.",
    en: "{link}: level {from}, {fromName}, in {source}, but level {to}, {toName}, in {target}.",
  },
  "chain.lostNone": {
    sv: "Inget led som styrs i ett dokument tappas i ett senare.",
    en: "No link that is steered in one document is lost in a later one.",
  },
  "chain.lostRule": {
    sv: "Ett led räknas som tappat när det når minst nivå 3 i ett dokument tidigare i styrningen men högst nivå 1 här, fast perspektivet kan väntas. Dokument som inte bedöms räknas inte.",
    en: "A link counts as lost when it reaches level 3 or more in a document earlier in the steering but at most level 1 here, though the perspective is to be expected. Documents that are not assessed do not count.",
  },
  "stage.strategy": { sv: "Strategi", en: "Strategy" },
  "stage.budget": { sv: "Budget", en: "Budget" },
  "stage.plan": { sv: "Plan", en: "Plan" },
  "stage.decision": { sv: "Beslut", en: "Decision" },
  "stage.followUp": { sv: "Uppföljning", en: "Follow-up" },
  "stage.other": { sv: "Övriga", en: "Others" },
  "stageIn.strategy": { sv: "strategierna", en: "the strategies" },
  "stageIn.budget": { sv: "budgeten", en: "the budget" },
  "stageIn.plan": { sv: "planerna", en: "the plans" },
  "stageIn.decision": { sv: "besluten", en: "the decisions" },
  "stageIn.followUp": { sv: "uppföljningen", en: "the follow-up" },

  // ── policy goals ──
  "goals.heading": { sv: "Delmålen", en: "The policy goals" },
  "goals.intro": {
    sv: "Antal belägg för varje delmål. Ett dokument behöver inte röra alla delmål; tabellen visar vilka frågor det tar upp.",
    en: "Pieces of evidence for each policy goal. A document need not concern all goals; the table shows which questions it takes up.",
  },
  "goals.caption": {
    sv: "Dokument och delmål, antal belägg",
    en: "Documents and policy goals, pieces of evidence",
  },
  "goals.column": { sv: "Delmål {n}", en: "Goal {n}" },
  "goals.all": { sv: "Alla dokument", en: "All documents" },
  "goals.none": { sv: "inga", en: "none" },

  // ── one document ──
  "documents.heading": { sv: "Dokument för dokument", en: "Document by document" },
  "document.file": { sv: "Fil: {path}", en: "File: {path}" },
  "document.stripText": {
    sv: "{n} avsnitt i ordning: {counts}.",
    en: "{n} {n|section|sections} in order: {counts}.",
  },
  "document.stripRun": {
    sv: "Den längsta sträckan där perspektivet saknas är {n} väntade avsnitt i rad: {from} till {to}.",
    en: "The longest stretch without the perspective is {n} expected sections in a row: {from} to {to}.",
  },
  "document.start": { sv: "början", en: "start" },
  "document.end": { sv: "slut", en: "end" },
  "document.stripKey": { sv: "Förklaring", en: "Key" },
  "document.stripLegend": {
    sv: "Varje stapel är ett avsnitt, lika brett som det är långt. Över linjen: perspektivet finns, högre stapel är djupare nivå. Under linjen: det saknas (full stapel), ska bedömas (halv) eller är oläst (kort). På linjen: det väntas inte.",
    en: "Each bar is a section, as wide as it is long. Above the line: the perspective is there, a higher bar is a deeper level. Below the line: it is missing (full bar), to be judged (half) or unread (short). On the line: it is not expected.",
  },
  "document.requirements": {
    sv: "Krav på dokument av det här slaget",
    en: "Requirements on a document of this type",
  },
  "document.sections": { sv: "Alla avsnitt ({n})", en: "All sections ({n})" },
  "document.gapsAll": { sv: "Luckor", en: "Gaps" },
  "document.gapsMore": { sv: "{n} {n|lucka|luckor} till", en: "{n} more {n|gap|gaps}" },
  "document.whereMore": { sv: "och {n} avsnitt till", en: "and {n} more {n|section|sections}" },
  "document.good": { sv: "Det här finns redan", en: "What is there already" },
  "document.beside": { sv: "Andra regelpaket", en: "Other rule packs" },
  "document.besideLine": {
    sv: "{pack}: {verdict}, täckning {percent} ({covered} av {expected} avsnitt).",
    en: "{pack}: {verdict}, coverage {percent} ({covered} of {expected} {expected|section|sections}).",
  },

  // ── the table of sections ──
  "sections.caption": { sv: "Avsnitt i {document}", en: "Sections of {document}" },
  "sections.section": { sv: "Avsnitt", en: "Section" },
  "sections.place": { sv: "Plats", en: "Place" },
  "sections.status": { sv: "Bedömning", en: "Judgement" },
  "sections.links": { sv: "Led", en: "Links" },
  "sections.words": { sv: "Ord", en: "Words" },
  "sections.evidence": { sv: "{n} belägg", en: "{n} {n|piece|pieces} of evidence" },
  "sections.gaps": { sv: "{n} {n|lucka|luckor}", en: "{n} {n|gap|gaps}" },
  "sections.discounted": { sv: "{n} räknas inte", en: "{n} not counted" },
  "sections.why": { sv: "varför", en: "why" },
  "sections.of": { sv: "i {section}", en: "in {section}" },
  "filter.show": { sv: "Visa", en: "Show" },
  "filter.all": { sv: "alla", en: "all" },
  "filter.withGap": { sv: "med lucka", en: "with a gap" },
  "filter.link": { sv: "Led", en: "Link" },
  "filter.words": { sv: "Sök i avsnitten", en: "Search the sections" },
  "filter.shown": { sv: "{n} av {all} avsnitt visas", en: "{n} of {all} sections shown" },
  "filter.title": { sv: "Sortera och välj avsnitt", en: "Filter sections" },

  // ── one section, unfolded ──
  "working.expected": { sv: "Därför väntas perspektivet här", en: "Why the perspective is expected here" },
  "working.role": { sv: "Avsnittets roll: {role}", en: "Role of the section: {role}" },
  "working.evidence": { sv: "Belägg", en: "Evidence" },
  "working.evidenceMeta": {
    sv: "{place}. Nivå {n}, {name}. Led: {link}.",
    en: "{place}. Level {n}, {name}. Link: {link}.",
  },
  "working.goals": { sv: "Delmål {goals}.", en: "Policy {goals}." },
  "working.rule": { sv: "Regel: {rules}.", en: "Rule: {rules}." },
  "working.gap": { sv: "Lucka", en: "Gap" },
  "working.question": { sv: "Fråga", en: "Ask" },
  "working.recommendation": { sv: "Förslag", en: "Suggestion" },
  "working.source": { sv: "Källa", en: "Source" },
  "working.severity": { sv: "{severity} lucka", en: "{severity} gap" },
  "working.gapMeta": {
    sv: "Regel: {rule}. Märke: {fingerprint}.",
    en: "Rule: {rule}. Fingerprint: {fingerprint}.",
  },

  // ── requirements ──
  "requirements.caption": { sv: "Krav i {document}", en: "Requirements in {document}" },
  "requirements.status": { sv: "Läge", en: "Status" },
  "requirements.what": { sv: "Krav", en: "Requirement" },
  "requirements.where": { sv: "Var", en: "Where" },
  "requirements.searched": { sv: "Vi letade i {n} avsnitt", en: "We looked in {n} {n|section|sections}" },
  "requirements.searchedNone": {
    sv: "Vi letade i hela dokumentet.",
    en: "We looked in the whole document.",
  },
  "requirements.lacking": { sv: "Saknas i", en: "Lacking in" },
  "requirements.review": { sv: "Läs först", en: "First read" },
  "requirements.condition": {
    sv: "Dokumentet har inget som kravet gäller.",
    en: "The document holds nothing that the requirement is about.",
  },
  "requirements.unread": {
    sv: "För lite av dokumentet gick att läsa för att avgöra det.",
    en: "Too little of the document could be read to decide.",
  },
  "requirements.idle": {
    sv: "{n} krav är inte tillämpliga här",
    en: "{n} {n|requirement does|requirements do} not apply here",
  },

  // ── what was not read ──
  "unread.heading": { sv: "Inte läst", en: "Not read" },
  "unread.intro": {
    sv: "Det som inte gick att läsa är inte bedömt. Det räknas aldrig som att perspektivet saknas.",
    en: "What could not be read is not judged. It never counts as missing.",
  },
  "unread.files": { sv: "Filer som inte granskats", en: "Files not audited" },
  "unread.parts": { sv: "Delar av granskade dokument", en: "Parts of audited documents" },
  "unread.nothing": {
    sv: "Allt lästes: inga filer föll bort, inga sidor saknar text och inga avsnitt är olästa.",
    en: "Everything was read: no file fell away, no page is without text and no section is unread.",
  },
  "unread.share": { sv: "{percent} av dokumentet är läst.", en: "{percent} of the document was read." },
  "unread.pages": { sv: "Utan läsbar text: sida {pages}.", en: "Without readable text: page {pages}." },
  "unread.garbled": { sv: "Oläsliga tecken: sida {pages}.", en: "Garbled: page {pages}." },
  "unread.sections": { sv: "Olästa avsnitt:", en: "Unread sections:" },
  "unread.ignored": { sv: "Undantagna av inställningarna", en: "Left out by the configuration" },
  "unread.ignoredLine": { sv: "{path}: {reason}", en: "{path}: {reason}" },
  "unread.ignoredUntil": {
    sv: "{path}: {reason} (till och med {day})",
    en: "{path}: {reason} (until {day})",
  },

  // ── what the tool cannot judge ──
  "limits.heading": { sv: "Vad verktyget inte kan bedöma", en: "What the tool cannot judge" },
  "limits.truth": {
    sv: "Om innehållet stämmer. En siffra kan vara fel och ett mål kan vara klokt eller mindre klokt; det avgör människor.",
    en: "Whether the content is true. A figure can be wrong and a goal more or less wise; people decide that.",
  },
  "limits.done": {
    sv: "Om arbetet görs. Granskningen läser vad dokumenten säger, inte vad som händer i verksamheten.",
    en: "Whether the work is done. The audit reads what documents say, not what happens.",
  },
  "limits.stance": {
    sv: "Om texten är för eller emot. Att något nämns är inte detsamma som att det stöds.",
    en: "Whether the text is for or against. To mention something is not to support it.",
  },
  "limits.between": {
    sv: "Det som står mellan raderna, i bilder, i bilagor som inte granskats och i andra dokument.",
    en: "What stands between the lines, in pictures, in annexes that were not audited and in other documents.",
  },
  "limits.words": {
    sv: "Ovanliga sätt att uttrycka sig. Avsnitt där orden kan handla om perspektivet kallas att bedöma, och ska läsas innan något sägs saknas.",
    en: "Unusual ways of putting things. Sections whose words may concern the perspective are to judge, and are to be read before anything is said to be missing.",
  },
  "limits.amount": {
    sv: "Mer är inte bättre. Att upprepa ett ord ger ingenting; det är vad som sägs som avgör nivån.",
    en: "More is not better. To repeat a word gives nothing; what is said decides the level.",
  },

  // ── method ──
  "method.heading": { sv: "Så är granskningen gjord", en: "How the audit is made" },
  "method.steps": {
    sv: "Varje dokument läses, delas i avsnitt och prövas mot regler som går att läsa och ändra. Ingen språkmodell används och inget lämnar datorn. Samma dokument och samma regler ger alltid samma svar.",
    en: "Each document is read, split into sections and held against rules that can be read and changed. There is no language model and nothing leaves the computer. The same documents and rules always give the same answer.",
  },
  "method.scale": { sv: "Skalan", en: "The scale" },
  "method.scaleCaption": { sv: "Nivåer för ett avsnitt", en: "Levels of a section" },
  "method.level": { sv: "Nivå", en: "Level" },
  "method.meaning": { sv: "Betyder", en: "Means" },
  "method.level0": {
    sv: "Inget perspektiv, eller bara ord som ser ut som det.",
    en: "No perspective, or only words that look like it.",
  },
  "method.level1": {
    sv: "Perspektivet nämns eller utlovas, utan innehåll.",
    en: "The perspective is named or promised, without content.",
  },
  "method.level2": {
    sv: "Något sägs om hur det är: siffror, skillnader, orsaker eller behov.",
    en: "Something is said about how things are: figures, differences, causes or needs.",
  },
  "method.level3": {
    sv: "Ett mål, ett uppdrag eller en åtgärd har perspektivet som innehåll.",
    en: "A goal, an assignment or a measure has the perspective as its content.",
  },
  "method.level4": {
    sv: "Styrningen är knuten till mått, tid, ansvarig eller pengar, eller till ett resultat.",
    en: "The steering is bound to an indicator, a time, someone responsible or money, or to a result.",
  },
  "method.words": { sv: "Orden", en: "The words" },
  "method.term.expected": { sv: "Väntas", en: "Expected" },
  "method.term.expectedMeans": {
    sv: "Avsnittet handlar om människor, statistik, mål, åtgärder, pengar eller uppföljning på ett sätt som gör att en kunnig läsare skulle leta efter perspektivet där.",
    en: "The section is about people, statistics, goals, measures, money or follow-up in a way that makes a knowing reader look for the perspective there.",
  },
  "method.term.coverageMeans": {
    sv: "Andel av de väntade avsnitten, räknat i ord, som har minst ett belägg. Ett streck betyder att inget väntades, vilket inte är noll.",
    en: "Share of the expected sections, by words, that have at least one piece of evidence. A dash means that nothing was expected, which is not zero.",
  },
  "method.term.depthMeans": {
    sv: "Medelnivån i de väntade avsnitten.",
    en: "The mean level of the expected sections.",
  },
  "method.term.reviewMeans": {
    sv: "Väntat avsnitt utan belägg, men med ord som kan handla om perspektivet. Det kallas inte saknas förrän någon har läst det.",
    en: "An expected section without evidence but with words that may concern the perspective. It is not called missing before someone has read it.",
  },
  "method.term.gapMeans": {
    sv: "Ett ställe där perspektivet väntas och inte finns, eller inte når hela vägen, med en fråga och ett förslag.",
    en: "A place where the perspective is expected and is not there, or does not go all the way, with a question and a suggestion.",
  },
  "method.term.requirementMeans": {
    sv: "Något som ett dokument av det här slaget bör innehålla, med källa.",
    en: "Something that a document of this type ought to hold, with its source.",
  },
  "method.verdicts": { sv: "Omdömena", en: "The verdicts" },
  "method.verdictsOrder": {
    sv: "Prövas i den här ordningen; det första som stämmer gäller.",
    en: "Tried in this order; the first that fits holds.",
  },
  "method.verdict.notAssessed": {
    sv: "färre än {sections} avsnitt där perspektivet kan väntas, eller mindre än {read} av dokumentet läst",
    en: "fewer than {sections} sections where the perspective is to be expected, or less than {read} of the document read",
  },
  "method.verdict.clear": {
    sv: "täckning minst {share}, och utanför inledande avsnitt både ett mål eller en åtgärd på nivå 3 och en analys på nivå 2",
    en: "coverage of at least {share}, and outside framing sections both a goal or measure at level 3 and an analysis at level 2",
  },
  "method.verdict.missing": {
    sv: "täckning under {share} och inget på nivå 2 eller högre",
    en: "coverage below {share} and nothing at level 2 or above",
  },
  "method.verdict.confined": {
    sv: "alla belägg i inledande avsnitt, eller minst {share} av dem i ett enda avsnitt och täckningen låg",
    en: "all evidence in framing sections, or at least {share} of it in one section while coverage is low",
  },
  "method.verdict.partial": { sv: "allt annat", en: "everything else" },
  "method.thresholdsUnknown": {
    sv: "Gränserna står inte i det sparade resultatet; de finns i regelpaketet.",
    en: "The thresholds are not in the saved result; they are in the rule pack.",
  },
  "method.versions": { sv: "Versioner och kontrollsummor", en: "Versions and checksums" },
  "method.tool": { sv: "Verktyg", en: "Tool" },
  "method.pack": { sv: "Regelpaket", en: "Rule pack" },
  "method.scoreModel": { sv: "Räknemodell", en: "Score model" },
  "method.scoreNote": {
    sv: "Siffror jämförs bara inom samma räknemodell och samma version av regelpaketet.",
    en: "Figures compare only within one score model and one version of the rule pack.",
  },
  "method.files": { sv: "Granskade filer", en: "Files audited" },
  "method.filesCaption": { sv: "Filer med kontrollsumma", en: "Files with checksum" },
  "method.file": { sv: "Fil", en: "File" },
  "method.format": { sv: "Format", en: "Format" },
  "method.engine": { sv: "Läst med", en: "Read with" },
  "method.read": { sv: "Läst", en: "Read" },
  "method.sha": { sv: "SHA-256", en: "SHA-256" },
  "method.typeBecause": { sv: "Slaget känns igen av", en: "Type recognised by" },
  "method.rules": { sv: "Regler som gav belägg ({n})", en: "Rules that gave evidence ({n})" },
  "method.rulesCaption": { sv: "Regler och antal belägg", en: "Rules and pieces of evidence" },
  "method.rule": { sv: "Regel", en: "Rule" },
  "method.evidence": { sv: "Belägg", en: "Evidence" },
  "method.documents": { sv: "Dokument", en: "Documents" },
  "method.ruleHint": {
    sv: "Varje regel kan läsas med kommandot genomlys rules show och dess id.",
    en: "Each rule can be read with the command genomlys rules show and its id.",
  },
} as const satisfies Record<string, LocalText>;
