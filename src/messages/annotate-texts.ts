// What stands in comments and notes, and what the command says, in both languages. Part of the one catalogue.
import type { LocalText } from "../model/rule.ts";

export const annotateTexts = {
  "comment.why": { sv: "Varför: {text}", en: "Why: {text}" },
  "comment.rule": { sv: "Regel: {rule}", en: "Rule: {rule}" },
  "comment.requirement": { sv: "Krav: {title} ({rule})", en: "Requirement: {title} ({rule})" },
  "comment.alsoUnmet": {
    sv: "Här saknas också det som kravet ”{title}” ({rule}) gäller.",
    en: "What the requirement “{title}” ({rule}) asks for is lacking here too.",
  },
  "comment.document": { sv: "Om dokumentet som helhet", en: "On the document as a whole" },
  "comment.moreUnmet": {
    sv: "Fler krav som inte är uppfyllda: {titles}.",
    en: "More requirements that are not met: {titles}.",
  },
  "comment.inNote": {
    sv: "Kommentaren gäller texten i noten.",
    en: "This comment is about the text of the note.",
  },
  "comment.waiver.question": { sv: "Vad bygger bedömningen på?", en: "What does the assessment rest on?" },
  "comment.waiver.message": {
    sv: "Frågan avfärdas här utan analys.",
    en: "The matter is waived here without analysis.",
  },
  "comment.waiver.recommendation": {
    sv: "Skriv skälet, eller ta bort meningen.",
    en: "State the reason, or take the sentence out.",
  },
  "comment.waiverMotivated.question": {
    sv: "Håller skälet för alla som berörs?",
    en: "Does the reason hold for everyone concerned?",
  },
  "comment.waiverMotivated.message": {
    sv: "Frågan bedöms inte beröras, och ett skäl anges.",
    en: "The matter is said not to be concerned, and a reason is given.",
  },
  "comment.waiverMotivated.recommendation": {
    sv: "Kontrollera skälet mot det ni vet om dem som berörs.",
    en: "Check the reason against what you know of those concerned.",
  },
  "highlight.evidence": {
    sv: "Belägg, nivå {level} ({name}). Regel: {rule}",
    en: "Evidence, level {level} ({name}). Rule: {rule}",
  },

  "annotate.written": {
    sv: "{path}: {comments} {comments|kommentar|kommentarer}, {highlights} {highlights|markering|markeringar}. Skrivet till {output}.",
    en: "{path}: {comments} {comments|comment|comments}, {highlights} {highlights|highlight|highlights}. Written to {output}.",
  },
  "annotate.nothing": {
    sv: "{path}: inga luckor att kommentera. Kopian finns i {output}.",
    en: "{path}: no gaps to comment on. The copy is in {output}.",
  },
  "annotate.kept": {
    sv: "  {n} {n|tidigare kommentar|tidigare kommentarer} som någon har svarat på eller markerat som klar står kvar.",
    en: "  {n} earlier {n|comment|comments} that somebody has answered or marked as done {n|is|are} left.",
  },
  "annotate.suppressed": {
    sv: "  {n} {n|undantagen lucka eller undantaget krav|undantagna luckor och krav} har ingen kommentar.",
    en: "  {n} suppressed {n|gap or requirement|gaps and requirements} {n|has|have} no comment.",
  },
  "annotate.signed": {
    sv: "  Originalet är signerat. Signaturen gäller inte kopian.",
    en: "  The original is signed. The signature does not hold for the copy.",
  },
  "annotate.notRead": {
    sv: "{path}: ingen kopia, för bara {percent} av texten gick att läsa. Vad som saknas går då inte att säga.",
    en: "{path}: no copy, since only {percent} of the text could be read. What is missing cannot be told then.",
  },
  "annotate.refused.locked": {
    sv: "{path}: ingen kopia, för filen är låst med lösenord och kopian skulle bli olåst. Spara filen utan lösenord och försök igen.",
    en: "{path}: no copy, since the file is locked with a password and the copy would be unlocked. Save it without a password and try again.",
  },
  "annotate.refused.format": {
    sv: "Ingen kopia av {names}: kommentarer går bara att skriva i Word (.docx, .docm) och PDF. Spara {n|dokumentet|dokumenten} som Word eller PDF, eller läs luckorna med genomlys --details.",
    en: "No copy of {names}: comments can only be written into Word (.docx, .docm) and PDF. Save the {n|document|documents} as Word or PDF, or read the gaps with genomlys --details.",
  },
  "annotate.andMore": { sv: "{names} och {n} till", en: "{names} and {n} more" },
  "annotate.refused.damaged": {
    sv: "{path}: ingen kopia, för filen är byggd så att den inte säkert går att ändra. Öppna den, spara den på nytt och försök igen.",
    en: "{path}: no copy, since the file is built so that it cannot be changed safely. Open it, save it anew and try again.",
  },
  "annotate.refused.time": {
    sv: "{path}: ingen kopia, för det tog mer än {seconds} {seconds|sekund|sekunder} att skriva in kommentarerna. Dela upp dokumentet, eller höj gränsen med --limit seconds=….",
    en: "{path}: no copy, since it took more than {seconds} {seconds|second|seconds} to write the comments. Split the document, or raise the limit with --limit seconds=….",
  },
  "annotate.refused.memory": {
    sv: "{path}: ingen kopia, för det krävde mer än {limit} MB arbetsminne. Dela upp dokumentet, eller höj gränsen med --limit memory-mb=….",
    en: "{path}: no copy, since it took more than {limit} MB of memory. Split the document, or raise the limit with --limit memory-mb=….",
  },
  "annotate.refused.failed": {
    sv: "{path}: ingen kopia, för skrivningen avbröts ({reason}). Öppna filen, spara den på nytt och försök igen.",
    en: "{path}: no copy, since the writing broke off ({reason}). Open the file, save it anew and try again.",
  },
  "annotate.refused.notInstalled": {
    sv: "{path}: ingen kopia, för det som skriver i PDF är inte installerat. Installera det med: npm install @cantoo/pdf-lib@2.11.1",
    en: "{path}: no copy, since what writes into PDF is not installed. Install it with: npm install @cantoo/pdf-lib@2.11.1",
  },
  "annotate.output.exists": {
    sv: "{path}: {output} finns redan och lämnas som den är. Välj ett annat namn med -o, eller skriv över den med --force.",
    en: "{path}: {output} exists already and is left as it is. Choose another name with -o, or overwrite it with --force.",
  },
} as const satisfies Record<string, LocalText>;
