// What `genomlys init` says, and the comments of the configuration that it writes. Part of the one catalogue:
// interface-texts.ts takes them in.
import type { LocalText } from "../model/rule.ts";

export const initTexts = {
  "init.found": {
    sv: "{n} dokument hittades. Så här känns {n|det|de} igen:",
    en: "{n} {n|document|documents} found. This is how {n|it is|they are} recognised:",
  },
  "init.foundNone": {
    sv: "Inga dokument hittades här ännu.",
    en: "No documents were found here yet.",
  },
  "init.lookedAt": {
    sv: "Bara de {n} första lästes.",
    en: "Only the first {n} were read.",
  },
  "init.row": { sv: "{n} {type}", en: "{n} {type}" },
  "init.rowUncertain": { sv: "{n} {type}, osäkert", en: "{n} {type}, uncertain" },
  "init.rowUnread": { sv: "{n} kunde inte läsas", en: "{n} could not be read" },
  "init.ask": { sv: "Skriv {path}? [J/n] ", en: "Write {path}? [Y/n] " },
  "init.left": { sv: "Inget skrevs.", en: "Nothing was written." },
  "init.above": {
    sv: "{path} längre upp gäller inte längre för den här mappen.",
    en: "{path} further up no longer holds for this folder.",
  },
  "init.next": {
    sv: "Nästa steg: genomlys {folder}",
    en: "Next: genomlys {folder}",
  },
  "init.nextCheck": {
    sv: "Nästa steg: genomlys check {folder}. Lägg båda filerna i git.",
    en: "Next: genomlys check {folder}. Put both files into git.",
  },
  "init.noBaseline": {
    sv: "Inga luckor att godta: det finns inga dokument här ännu.",
    en: "No gaps to accept: there are no documents here yet.",
  },
  "init.file.head": {
    sv: 'Inställningar för genomlys i den här mappen och allt under den.\nDet som står efter # är anteckningar. Ta bort # framför en rad för att den ska gälla.\n"genomlys --print-config" visar vad som gäller och varifrån varje värde kommer.',
    en: 'Settings of genomlys for this folder and all below it.\nWhat stands behind # is a note. Take away the # before a line to put it in force.\n"genomlys --print-config" shows what is in force and where each value comes from.',
  },
  "init.file.lang": {
    sv: "Språk i resultat och meddelanden: sv eller en.",
    en: "Language of results and messages: sv or en.",
  },
  "init.file.packs": {
    sv: "Regelpaket: det inbyggda, och mappar med egna regler. Det första leder.",
    en: "Rule packs: the built-in one, and folders with rules of your own. The first leads.",
  },
  "init.file.types": {
    sv: "Dokumenttyper: mönster för filnamn, och typen. Typen avgör vilka krav som prövas.\nDet här kändes igen i mappen. Dokument som inte passar något mönster känns igen av sig själva.",
    en: "Document types: patterns for file names, and the type. The type decides which requirements are tried.\nThis was recognised in the folder. Documents that fit no pattern are recognised by themselves.",
  },
  "init.file.typesNone": {
    sv: "Dokumenttyper: mönster för filnamn, och typen. Typen avgör vilka krav som prövas.\nDokument som inte passar något mönster känns igen av sig själva.",
    en: "Document types: patterns for file names, and the type. The type decides which requirements are tried.\nDocuments that fit no pattern are recognised by themselves.",
  },
  "init.file.uncertain": {
    sv: "Osäkert: ta bort # om typen stämmer, eller skriv en annan.",
    en: "Uncertain: take away the # if the type is right, or write another.",
  },
  "init.file.known": {
    sv: "Typer: {types}, ovrigt (ingen av dem).",
    en: "Types: {types}, ovrigt (none of them).",
  },
  "init.file.more": {
    sv: "… och {n} till, som känns igen av sig {n|självt|själva}.",
    en: "… and {n} more, recognised by {n|itself|themselves}.",
  },
  "init.file.ignore": {
    sv: "Dokument som inte ska granskas, vart och ett med sitt skäl. Efter sista dagen (until) granskas det igen.",
    en: "Documents that are not to be audited, each with its reason. After the last day (until) it is audited again.",
  },
  "init.file.ignoreReason": { sv: "ersatta av nyare versioner", en: "replaced by newer versions" },
  "init.file.ignorePattern": { sv: "arkiv/**", en: "archive/**" },
  "init.file.check": {
    sv: 'Gränser för "genomlys check", gemensamma och per dokumenttyp. Den som inte nås gör att svaret blir 1.\nEn fil med godtagna luckor görs av "genomlys baseline create": då underkänns bara nya.',
    en: 'Bars of "genomlys check", for all and by document type. One that is missed makes the answer 1.\nA file of accepted gaps is made by "genomlys baseline create": then only new ones fail.',
  },
  "init.file.suppress": {
    sv: "Fynd som inte ska räknas, vart och ett med sitt skäl. De syns kvar i rapporten.",
    en: "Findings that are not to count, each with its reason. They stay in the report.",
  },
  "init.file.suppressSection": { sv: "Ekonomi", en: "Economy" },
  "init.file.suppressReason": {
    sv: "beloppen fördelas i nämndernas planer",
    en: "the amounts are distributed in the plans of the boards",
  },
  "init.file.limits": {
    sv: "Vad ett dokument får kosta.",
    en: "What a document may cost.",
  },
} as const satisfies Record<string, LocalText>;
