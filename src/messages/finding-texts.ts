// Texts of the formats for pipelines and code hosts (SARIF, GitHub, GitLab, JUnit, Checkstyle). Part of the one catalogue:
// interface-texts.ts takes them in.
import type { LocalText } from "../model/rule.ts";

export const findingTexts = {
  "finding.gap": { sv: "Lucka ({severity}): {section}", en: "Gap ({severity}): {section}" },
  "finding.requirement": { sv: "Krav {id}, {status}: {title}", en: "Requirement {id}, {status}: {title}" },
  "finding.review": { sv: "Att bedöma: {section}", en: "To judge: {section}" },
  "finding.unread": { sv: "Ej granskat", en: "Not audited" },
  "finding.loss": { sv: "Förlorat i ändringen", en: "Lost in the change" },
  "finding.bar": { sv: "Ställd gräns nås inte", en: "Demanded bar is missed" },
  "finding.barHelp": {
    sv: "Dokumentet når inte en gräns som ställts för det.",
    en: "The document misses a bar that was set for it.",
  },
  "finding.suppressed": { sv: "Undantaget: {reason}", en: "Suppressed: {reason}" },
  "finding.unchanged": {
    sv: "Fanns redan när baslinjen gjordes.",
    en: "Was there when the baseline was made.",
  },
  "finding.notFailing": { sv: "Under den ställda gränsen: {text}", en: "Below the bar that was set: {text}" },
  "finding.accepted": { sv: "{n} {n|godtaget|godtagna} sedan tidigare", en: "{n} accepted before" },
  "finding.staleUnused": {
    sv: "Ett undantag passar inte längre på något: {reason}",
    en: "A suppression no longer fits anything: {reason}",
  },
  "finding.staleExpired": {
    sv: "Ett undantag har gått ut {day}: {reason}",
    en: "A suppression expired on {day}: {reason}",
  },
  "finding.where": { sv: "Avsnitt: {section}, {place}.", en: "Section: {section}, {place}." },
  "finding.wholeDocument": {
    sv: "Gäller dokumentet i sin helhet.",
    en: "Concerns the document as a whole.",
  },
  "finding.asksFor": { sv: "Krav {id}: {title}.", en: "Requirement {id}: {title}." },
  "finding.reviewWords": {
    sv: "Läs avsnittet och avgör: ord här kan handla om perspektivet ({words}).",
    en: "Read the section and decide: words here may concern the perspective ({words}).",
  },
  "finding.reviewDamaged": {
    sv: "Läs avsnittet i originalet och avgör: texten är skadad, och ord om perspektivet kan ha gått förlorade.",
    en: "Read the section in the original and decide: the text is damaged, and words on the perspective may be lost.",
  },
  "finding.reviewRepeated": {
    sv: "Läs avsnittet och avgör om det räcker: det upprepar text som står tidigare i dokumentet.",
    en: "Read the section and decide whether it is enough: it repeats text from earlier in the document.",
  },
  "finding.missing": {
    sv: "Perspektivet saknas i avsnittet fast det kan väntas där.",
    en: "The perspective is missing in the section though it is to be expected there.",
  },
  "finding.sectionUnread": {
    sv: "Avsnittet kunde inte läsas ordentligt. Läs det i originalet.",
    en: "The section could not be read properly. Read it in the original.",
  },
  "finding.requirementUnread": {
    sv: "För lite av dokumentet kunde läsas för att säga om kravet är uppfyllt.",
    en: "Too little of the document could be read to say whether the requirement is met.",
  },
  "finding.reviewRule": { sv: "Avsnitt att bedöma", en: "Section to judge" },
  "finding.reviewHelp": {
    sv: "Reglerna kan inte avgöra om perspektivet finns i avsnittet. Det räknas varken som täckt eller som en lucka förrän en människa har läst det.",
    en: "The rules cannot tell whether the perspective is in the section. It counts neither as covered nor as a gap until a person has read it.",
  },
  "finding.unreadHelp": {
    sv: "Dokumentet kunde inte läsas. Ingenting är sagt om vad som finns i det eller saknas.",
    en: "The document could not be read. Nothing is said about what is in it or missing.",
  },
  "finding.audited": {
    sv: "{n} {n|dokument granskat|dokument granskade}",
    en: "{n} {n|document|documents} audited",
  },
  "finding.count.error": { sv: "{n} fel", en: "{n} {n|error|errors}" },
  "finding.count.warning": { sv: "{n} {n|varning|varningar}", en: "{n} {n|warning|warnings}" },
  "finding.count.note": { sv: "{n} {n|anmärkning|anmärkningar}", en: "{n} {n|note|notes}" },
  "finding.count.review": { sv: "{n} avsnitt att bedöma", en: "{n} {n|section|sections} to judge" },
  "finding.none": { sv: "inga fynd", en: "no findings" },
  "finding.shown": {
    sv: "{shown} av {all} visas här, de allvarligaste först",
    en: "{shown} of {all} are shown here, the gravest first",
  },
  "finding.noteRule": { sv: "Om körningen: {code}", en: "About the run: {code}" },
  "finding.noteHelp": {
    sv: "Säger vad som inte lästes, vad som lämnades utanför och vilka undantag som inte behövs. Varje anmärkning säger vad som kan göras.",
    en: "Says what was not read, what was left out and which suppressions are not needed. Each notice says what can be done.",
  },
  "finding.cut": {
    sv: "Avkortat: de {shown} allvarligaste av {all} fynd visas. Kodvärdar visar inte fler.",
    en: "Cut: the gravest {shown} of {all} findings are shown. Code hosts show no more.",
  },
  "finding.ignored": { sv: "{path} är undantaget: {reason}", en: "{path} is ignored: {reason}" },
} as const satisfies Record<string, LocalText>;
