// What a notice says: what happened to the file, and what the reader of the report can do about it.
// Slots are filled from the notice's params; the readers say in which params they hand over.
import type { Notice, NoticeCode } from "../model/document.ts";
import type { Location } from "../model/location.ts";
import type { LocalText } from "../model/rule.ts";
import { fillSlots, type SlotValues } from "./fill-slots.ts";
import { reasonText } from "./system-reasons.ts";

/** Codes that say how a file was read, not why it could not be. */
const sideNotices: ReadonlySet<string> = new Set<NoticeCode>([
  "PDF_FIRST_ENGINE_FAILED",
  "PDF_SECOND_ENGINE",
  "DOCX_SECOND_ENGINE",
  "TRACKED_CHANGES",
  "PARTS_LEFT_OUT",
  "HIDDEN_PARTS_READ",
  "ENCODING_GUESSED",
  "MOJIBAKE_REPAIRED",
  "CONTROL_CHARACTERS",
  "TYPE_UNCERTAIN",
  "TYPE_UNKNOWN",
]);

/** What can be done about a file that is locked with a password. */
const lockedHint: LocalText = {
  sv: "{tried|Lägg till rätt lösenord i lösenordsfilen|Skriv lösenordet i en textfil och ange den med --password-file}. Eller öppna filen, spara en kopia utan lås och granska kopian.",
  en: "{tried|Add the right password to the password file|Write the password in a text file and name that with --password-file}. Or open the file, save a copy without the lock and audit the copy.",
};

/** Of the notices about a file that was not audited, those that say why; all of them when none does. */
export function decisiveNotices<Any extends { readonly code: string }>(
  notices: readonly Any[],
): readonly Any[] {
  const decisive = notices.filter((notice) => !sideNotices.has(notice.code));
  return decisive.length > 0 ? decisive : notices;
}

export const noticeTexts: Readonly<
  Record<NoticeCode, { readonly message: LocalText; readonly hint: LocalText }>
> = {
  EMPTY_FILE: {
    message: { sv: "Filen är tom.", en: "The file is empty." },
    hint: {
      sv: "Kontrollera att rätt fil är sparad. Filer i en synkad mapp kan behöva hämtas hem först.",
      en: "Check that the right file was saved. Files in a synchronised folder may have to be downloaded first.",
    },
  },
  UNKNOWN_FORMAT: {
    message: {
      sv: "Filen är inget dokument som genomlys känner igen.",
      en: "The file is not a document that genomlys recognises.",
    },
    hint: {
      sv: "Öppna den i programmet som den gjordes i och spara den som PDF eller DOCX.",
      en: "Open it in the program it was made with and save it as PDF or DOCX.",
    },
  },
  UNSUPPORTED_FORMAT: {
    message: {
      sv: "Formatet {format} kan inte läsas ännu.",
      en: "The format {format} cannot be read yet.",
    },
    hint: {
      sv: "Spara dokumentet som PDF eller DOCX och granska den filen.",
      en: "Save the document as PDF or DOCX and audit that file.",
    },
  },
  FILE_MISSING: {
    message: { sv: "Filen finns inte.", en: "The file does not exist." },
    hint: {
      sv: "Kontrollera stavningen, och att kommandot körs från rätt mapp.",
      en: "Check the spelling, and that the command is run from the right folder.",
    },
  },
  FOLDER_WITHOUT_DOCUMENTS: {
    message: {
      sv: "Mappen innehåller inga dokument.",
      en: "The folder holds no documents.",
    },
    hint: {
      sv: "genomlys läser PDF, Word, OpenDocument, RTF, PowerPoint, Excel, HTML, Markdown och text. Dolda filer och mappar läses bara när de anges vid namn.",
      en: "genomlys reads PDF, Word, OpenDocument, RTF, PowerPoint, Excel, HTML, Markdown and text. Hidden files and folders are read only when named.",
    },
  },
  PATTERN_WITHOUT_FILES: {
    message: { sv: "Inget dokument passar mönstret.", en: "No document fits the pattern." },
    hint: {
      sv: "I mönster står * för valfri text i ett namn och ** för valfria mappar.",
      en: "In patterns * stands for any text in a name and ** for any folders.",
    },
  },
  FILE_UNREADABLE: {
    message: { sv: "Filen går inte att öppna ({reason}).", en: "The file cannot be opened ({reason})." },
    hint: {
      sv: "Kontrollera att du har rätt att läsa den och att inget annat program låser den.",
      en: "Check that you may read it and that no other program locks it.",
    },
  },
  FILE_GONE: {
    message: { sv: "Filen är borta.", en: "The file is gone." },
    hint: {
      sv: "Den togs bort eller flyttades medan kommandot kördes, eller är en länk som inte leder någonstans. Kör igen när den är på plats.",
      en: "It was removed or moved while the command ran, or is a link that leads nowhere. Run again when it is in place.",
    },
  },
  FILE_NAME_NOT_UTF8: {
    message: {
      sv: "Filen går inte att öppna: namnet är inte skrivet i UTF-8.",
      en: "The file cannot be opened: its name is not written in UTF-8.",
    },
    hint: {
      sv: "Det händer namn med å, ä och ö som kommer från ett äldre system. Byt namn på filen, eller alla på en gång med programmet convmv.",
      en: "That happens to names with å, ä and ö that come from an older system. Rename the file, or all at once with the program convmv.",
    },
  },
  FILE_TOO_LARGE: {
    message: {
      sv: "Filen är för stor: {size} MB, gränsen är {limit} MB.",
      en: "The file is too large: {size} MB, the limit is {limit} MB.",
    },
    hint: {
      sv: "Dela upp dokumentet, spara om det med mindre bilder, eller höj gränsen med --limit file-mb=….",
      en: "Split the document, save it with smaller pictures, or raise the limit with --limit file-mb=….",
    },
  },
  READER_FAILED: {
    message: {
      sv: "Filen kunde inte läsas färdigt: {reason}",
      en: "The file could not be read to the end: {reason}",
    },
    hint: {
      sv: "Spara om dokumentet, gärna som PDF eller DOCX, och försök igen. Hjälper inte det är det ett fel i genomlys som gärna får anmälas.",
      en: "Save the document anew, preferably as PDF or DOCX, and try again. If that does not help it is a bug in genomlys that you are welcome to report.",
    },
  },
  READER_TIMED_OUT: {
    message: {
      sv: "Läsningen avbröts efter {seconds} sekunder: filen tar orimligt lång tid att läsa.",
      en: "Reading was stopped after {seconds} seconds: the file takes unreasonably long to read.",
    },
    hint: {
      sv: "Kontrollera var filen kommer ifrån. Är den riktig: dela upp den, spara om den i programmet som den gjordes i, eller höj gränsen med --limit seconds=….",
      en: "Check where the file comes from. If it is genuine: split it, save it anew in the program it was made with, or raise the limit with --limit seconds=….",
    },
  },
  READER_OUT_OF_MEMORY: {
    message: {
      sv: "Läsningen avbröts: filen kräver mer än {limit} MB arbetsminne.",
      en: "Reading was stopped: the file takes more than {limit} MB of memory.",
    },
    hint: {
      sv: "Kontrollera var filen kommer ifrån. Är den riktig: dela upp den, spara om den i programmet som den gjordes i, eller höj gränsen med --limit memory-mb=….",
      en: "Check where the file comes from. If it is genuine: split it, save it anew in the program it was made with, or raise the limit with --limit memory-mb=….",
    },
  },
  JUDGING_TIMED_OUT: {
    message: {
      sv: "Granskningen avbröts efter {seconds} sekunder: filen är läst, men tar orimligt lång tid att bedöma.",
      en: "The audit was stopped after {seconds} seconds: the file was read, but takes unreasonably long to judge.",
    },
    hint: {
      sv: "Kontrollera var filen kommer ifrån. Är den riktig: dela upp den, eller höj gränsen med --limit seconds=….",
      en: "Check where the file comes from. If it is genuine: split it, or raise the limit with --limit seconds=….",
    },
  },
  TEXT_TOO_LONG: {
    message: {
      sv: "Texten är för lång: dokumentet har mer än {limit} tecken.",
      en: "The text is too long: the document has more than {limit} characters.",
    },
    hint: {
      sv: "Dela upp dokumentet, eller höj gränsen med --limit characters=….",
      en: "Split the document, or raise the limit with --limit characters=….",
    },
  },
  PAGES_CUT_OFF: {
    message: {
      sv: "Bara {read|den första sidan|de första # sidorna} av {pages} är {read|läst|lästa}: {because}.",
      en: "Only the first {read|page|# pages} of {pages} {read|was|were} read: {because}.",
    },
    hint: {
      sv: "Dela upp dokumentet, eller höj gränsen med --limit pages=… eller --limit seconds=….",
      en: "Split the document, or raise the limit with --limit pages=… or --limit seconds=….",
    },
  },
  PDF_ENCRYPTED: {
    message: {
      sv: "PDF-filen är låst med lösenord{tried|, och inget lösenord i lösenordsfilen passar|}.",
      en: "The PDF is locked with a password{tried|, and none in the password file fits|}.",
    },
    hint: lockedHint,
  },
  PDF_DAMAGED: {
    message: {
      sv: "PDF-filen är skadad och går inte att öppna.",
      en: "The PDF is damaged and cannot be opened.",
    },
    hint: {
      sv: "Hämta filen på nytt: den kan ha kapats på vägen. Annars kan den öppnas i en PDF-läsare och sparas om.",
      en: "Fetch the file again: it may have been cut off on the way. Or open it in a PDF reader and save it anew.",
    },
  },
  PDF_PAGES_WITHOUT_TEXT: {
    message: {
      sv: "{count} {count|sida|sidor} är bilder utan läsbar text: {pages}.",
      en: "{count} {count|page is a picture|pages are pictures} without readable text: {pages}.",
    },
    hint: {
      sv: "Läs de sidorna själv, eller granska igen med --ocr, som läser dem med textigenkänning. De räknas inte som saknade.",
      en: "Read those pages yourself, or audit again with --ocr, which reads them with text recognition. They do not count as missing.",
    },
  },
  PDF_PAGES_FAILED: {
    message: {
      sv: "{count} {count|sida|sidor} gick inte att läsa, för att något på {count|den|dem} är trasigt: {pages}.",
      en: "{count} {count|page|pages} could not be read because something on {count|it|them} is broken: {pages}.",
    },
    hint: {
      sv: "Läs de sidorna själv, eller spara om filen som PDF i ett annat program och granska igen. De räknas inte som saknade.",
      en: "Read those pages yourself, or save the file as PDF again in another program and audit again. They do not count as missing.",
    },
  },
  PDF_NO_TEXT: {
    message: {
      sv: "PDF-filen innehåller bara bilder, ingen text.",
      en: "The PDF holds only pictures, no text.",
    },
    hint: {
      sv: "Den är troligen inskannad. Granska originaldokumentet, eller granska igen med --ocr, som läser bilderna med textigenkänning.",
      en: "It was probably scanned. Audit the original document, or audit again with --ocr, which reads the pictures with text recognition.",
    },
  },
  PDF_SECOND_ENGINE: {
    message: {
      sv: "Texten är läst med reservläsaren pdf-parse. Rubriker och tabeller kan vara sämre återgivna, och kommentarer och ifyllda formulärfält kan saknas.",
      en: "The text was read by the second engine, pdf-parse. Headings and tables may be less well kept, and comments and form fields may be missing.",
    },
    hint: {
      sv: "Kontrollera avsnittsindelningen. Finns originalet som DOCX ger det ett säkrare resultat.",
      en: "Check how the sections are divided. If there is a DOCX original it gives a safer result.",
    },
  },
  PDF_FIRST_ENGINE_FAILED: {
    message: {
      sv: "Den vanliga PDF-läsaren (PDFium) klarade inte filen; reservläsaren pdf-parse fick försöka.",
      en: "The usual PDF engine (PDFium) could not read the file; the second engine, pdf-parse, had a try.",
    },
    hint: {
      sv: "Öppna filen i en PDF-läsare och spara om den, om resultatet ser konstigt ut.",
      en: "Open the file in a PDF reader and save it anew if the result looks odd.",
    },
  },
  GARBLED_TEXT: {
    message: {
      sv: "Texten på {count} {count|sida|sidor} går inte att läsa som språk: {pages}.",
      en: "The text on {count} {count|page|pages} cannot be read as language: {pages}.",
    },
    hint: {
      sv: "Teckensnittet saknar uppgift om vilka bokstäver det visar. Granska originalet, läs de sidorna själv, eller granska igen med --ocr.",
      en: "The font does not say which letters it shows. Audit the original, read those pages yourself, or audit again with --ocr.",
    },
  },
  OCR_PAGES: {
    message: {
      sv: "{count} {count|sida är läst|sidor är lästa} med textigenkänning (OCR): {pages}. Enstaka ord kan vara fel lästa.",
      en: "{count} {count|page was|pages were} read with text recognition (OCR): {pages}. Single words may be wrong.",
    },
    hint: {
      sv: "Jämför med bilden av sidan innan du citerar, eller bygger något på ett enda ord.",
      en: "Compare with the picture of the page before you quote it or build on a single word.",
    },
  },
  OCR_UNCERTAIN: {
    message: {
      sv: "Textigenkänningen (OCR) blev för osäker på {count} {count|sida|sidor}: {pages}. {count|Den räknas som oläst|De räknas som olästa}.",
      en: "Text recognition (OCR) was too uncertain on {count} {count|page|pages}: {pages}. {count|It counts|They count} as unread.",
    },
    hint: {
      sv: "Läs de sidorna själv, eller skanna om dem: rakt, skarpt och med minst 200 punkter per tum.",
      en: "Read those pages yourself, or scan them again: straight, sharp and with at least 200 dots to the inch.",
    },
  },
  OCR_FAILED: {
    message: {
      sv: "Textigenkänningen (OCR) avbröts: {reason}. Sidor som den inte hann med räknas som olästa.",
      en: "Text recognition (OCR) broke off: {reason}. Pages that it did not get to count as unread.",
    },
    hint: {
      sv: "Försök igen med filen för sig. Hjälper det inte: gör den sökbar i ett annat program.",
      en: "Try again with the file alone. If that does not help: make it searchable in another program.",
    },
  },
  OCR_NOT_INSTALLED: {
    message: {
      sv: "Textigenkänningen (OCR) är inte installerad, så sidor som är bilder blev olästa.",
      en: "Text recognition (OCR) is not installed, so pages that are pictures stayed unread.",
    },
    hint: {
      sv: "Installera den med: npm install tesseract.js@7.0.0 @tesseract.js-data/swe@1.0.0",
      en: "Install it with: npm install tesseract.js@7.0.0 @tesseract.js-data/swe@1.0.0",
    },
  },
  ARCHIVE_DAMAGED: {
    message: {
      sv: "Filen är skadad: {what}.",
      en: "The file is damaged: {what}.",
    },
    hint: {
      sv: "Hämta filen på nytt, eller öppna den i programmet som den gjordes i och spara om den.",
      en: "Fetch the file again, or open it in the program it was made with and save it anew.",
    },
  },
  ARCHIVE_TOO_LARGE: {
    message: {
      sv: "Filen innehåller mer än vad som är rimligt för ett dokument: över {amount}.",
      en: "The file holds more than is reasonable for a document: over {amount}.",
    },
    hint: {
      sv: "Kontrollera var filen kommer ifrån. Är den riktig: spara om den utan inbäddade filer och stora bilder, dela upp den, eller höj gränsen med --limit.",
      en: "Check where the file comes from. If it is genuine: save it without embedded files and large pictures, split it, or raise the limit with --limit.",
    },
  },
  OFFICE_ENCRYPTED: {
    message: {
      sv: "Filen är låst med lösenord{tried|, och inget lösenord i lösenordsfilen passar|}.",
      en: "The file is locked with a password{tried|, and none in the password file fits|}.",
    },
    hint: lockedHint,
  },
  LOCK_UNKNOWN: {
    message: {
      sv: "Filen är låst på ett sätt som genomlys inte kan öppna, inte heller med lösenordet.",
      en: "The file is locked in a way that genomlys cannot open, not even with the password.",
    },
    hint: {
      sv: "Öppna den i programmet som den gjordes i, spara en kopia utan lås och granska kopian.",
      en: "Open it in the program it was made with, save a copy without the lock and audit the copy.",
    },
  },
  NOT_A_DOCUMENT: {
    message: {
      sv: "Filen ser ut som ett kontorsdokument men innehåller inget sådant.",
      en: "The file looks like an office document but holds none.",
    },
    hint: {
      sv: "Öppna den i programmet som den gjordes i och spara den som DOCX eller PDF.",
      en: "Open it in the program it was made with and save it as DOCX or PDF.",
    },
  },
  NO_TEXT: {
    message: {
      sv: "Dokumentet innehåller ingen text, bara bilder eller andra objekt.",
      en: "The document holds no text, only pictures or other objects.",
    },
    hint: {
      sv: "Granska originalet som text, eller gör bilderna sökbara med textigenkänning (OCR).",
      en: "Audit the original as text, or make the pictures searchable with text recognition (OCR).",
    },
  },
  DOCX_SECOND_ENGINE: {
    message: {
      sv: "Texten är läst med reservläsaren för DOCX. Listor och fotnoter kan vara sämre återgivna.",
      en: "The text was read by the second DOCX reader. Lists and footnotes may be less well kept.",
    },
    hint: {
      sv: "Öppna dokumentet i Word och spara om det, om resultatet ser konstigt ut.",
      en: "Open the document in Word and save it anew if the result looks odd.",
    },
  },
  TRACKED_CHANGES: {
    message: {
      sv: "Dokumentet har spårade ändringar ({insertions} tillägg, {deletions} {deletions|strykning|strykningar}{formatted|, även ändrade styckeformat|}). Texten är läst {original|som den var före ändringarna|som om alla vore godkända}.",
      en: "The document has tracked changes ({insertions} {insertions|insertion|insertions}, {deletions} {deletions|deletion|deletions}{formatted|, changed paragraph formats too|}). The text was read {original|as it was before the changes|as if all were accepted}.",
    },
    hint: {
      sv: "Granska {original|utan --changes original om resultatet ska gälla den ändrade texten|med --changes original om resultatet ska gälla texten före ändringarna}.",
      en: "Audit {original|without --changes original if the result should concern the changed text|with --changes original if the result should concern the text before the changes}.",
    },
  },
  COMMENTS_APART: {
    message: {
      sv: "Dokumentet har {count} {count|kommentar|kommentarer}. {count|Den|De} hör inte till texten och räknas inte.",
      en: "The document has {count} {count|comment|comments}. {count|It is|They are} no part of the text and {count|does|do} not count.",
    },
    hint: {
      sv: "Läs dem med genomlys outline.",
      en: "Read them with genomlys outline.",
    },
  },
  FORM_FIELDS_READ: {
    message: {
      sv: "{count} {count|ifyllt formulärfält är läst|ifyllda formulärfält är lästa} på {count|sin plats|sina platser} på sidan.",
      en: "{count} filled-in form {count|field was|fields were} read where {count|it stands|they stand} on the page.",
    },
    hint: {
      sv: "Jämför med formuläret om ett svar ser ut att stå på fel ställe.",
      en: "Compare with the form where an answer seems to stand in the wrong place.",
    },
  },
  PARTS_LEFT_OUT: {
    message: {
      sv: "Inte läst: {comments} {comments|kommentar|kommentarer} och {objects} objekt med egen text (diagram, SmartArt, inbäddade filer).",
      en: "Not read: {comments} {comments|comment|comments} and {objects} {objects|object that holds text|objects that hold text} (charts, SmartArt, embedded files).",
    },
    hint: {
      sv: "Läs de delarna själv, eller flytta deras text till den löpande texten.",
      en: "Read those parts yourself, or move their text into the running text.",
    },
  },
  HIDDEN_PARTS_READ: {
    message: {
      sv: "{count} {count|dold del är läst|dolda delar är lästa} med resten: {names}.",
      en: "{count} hidden {count|part was|parts were} read with the rest: {names}.",
    },
    hint: {
      sv: "Det som är dolt (blad eller bilder) syns inte för den som öppnar filen. Ta bort det om det inte hör till dokumentet.",
      en: "What is hidden (sheets or slides) is not seen by who opens the file. Remove it if it is no part of the document.",
    },
  },
  SHEETS_CUT_OFF: {
    message: {
      sv: "Arbetsboken har {cells} celler med innehåll. De första {limit} är lästa.",
      en: "The workbook has {cells} cells with content. The first {limit} were read.",
    },
    hint: {
      sv: "Spara de blad som ska granskas i en egen fil, eller höj gränsen med --limit pages=….",
      en: "Save the sheets that are to be audited in a file of their own, or raise the limit with --limit pages=….",
    },
  },
  ARCHIVE_NESTED_TOO_DEEP: {
    message: {
      sv: "Arkivet ligger i ett arkiv i ett arkiv och så vidare: mer än {depth} nivåer packas inte upp.",
      en: "The archive lies in an archive in an archive and so on: more than {depth} levels are not unpacked.",
    },
    hint: {
      sv: "Packa upp det innersta arkivet för sig och granska innehållet, eller höj gränsen med --limit archive-levels=….",
      en: "Unpack the innermost archive by itself and audit what is in it, or raise the limit with --limit archive-levels=….",
    },
  },
  ARCHIVE_WITHOUT_DOCUMENTS: {
    message: { sv: "Arkivet innehåller inga dokument.", en: "The archive holds no documents." },
    hint: {
      sv: "Kontrollera att det är rätt fil. I arkivet letas efter dokument i samma format som annars.",
      en: "Check that it is the right file. Documents in an archive are sought in the same formats as elsewhere.",
    },
  },
  NO_HEADINGS: {
    message: {
      sv: "Dokumentet har inga rubriker som går att känna igen. Det är i stället delat i {sections} {sections|del|delar} efter sidor eller stycken.",
      en: "The document has no headings that can be recognised. It was divided into {sections} {sections|part|parts} by pages or paragraphs instead.",
    },
    hint: {
      sv: "Märk rubrikerna med rubrikformat i dokumentet, så gäller resultatet dess egna avsnitt.",
      en: "Mark the headings with heading styles in the document, and the result will follow its own sections.",
    },
  },
  ENCODING_GUESSED: {
    message: {
      sv: "Filen säger inte vilken teckenkodning den har; den är läst som {encoding}.",
      en: "The file does not say how its characters are encoded; it was read as {encoding}.",
    },
    hint: {
      sv: "Ser å, ä och ö rätt ut i utdragen är allt i sin ordning. Spara annars filen som UTF-8.",
      en: "If å, ä and ö look right in the excerpts all is well. Otherwise save the file as UTF-8.",
    },
  },
  MOJIBAKE_REPAIRED: {
    message: {
      sv: "Felkodade tecken (som Ã¥ för å) är rättade på {count} {count|ställe|ställen}.",
      en: "Wrongly encoded characters (such as Ã¥ for å) were mended in {count} {count|place|places}.",
    },
    hint: {
      sv: "Kontrollera utdragen mot originalet.",
      en: "Check the excerpts against the original.",
    },
  },
  CONTROL_CHARACTERS: {
    message: {
      sv: "Texten innehöll {count} styrtecken som inte hör hemma i text. {count|Det är borttaget|De är borttagna}.",
      en: "The text held {count} control {count|character|characters} that {count|does|do} not belong in text. {count|It was|They were} removed.",
    },
    hint: {
      sv: "Kontrollera var filen kommer ifrån om du inte väntade dig det.",
      en: "Check where the file comes from if you did not expect that.",
    },
  },
  DAMAGED_TEXT: {
    message: {
      sv: "Texten är skadad. Bokstäver som saknas nästan helt: {letters}. Inget avsnitt bedöms därför sakna perspektivet.",
      en: "The text is damaged. Letters that are hardly found in it: {letters}. So no section is said to lack the perspective.",
    },
    hint: {
      sv: "Granska originaldokumentet, till exempel Wordfilen, om det finns.",
      en: "Audit the original document, such as the Word file, if there is one.",
    },
  },
  BROKEN_WORDS: {
    message: {
      sv: "{count} ord saknar en eller flera bokstäver, eftersom filen inte säger vad ett tecken står för: {words}.",
      en: "{count} {count|word lacks|words lack} one or more letters, since the file does not say what a sign stands for: {words}.",
    },
    hint: {
      sv: "Läs orden i originalet. Ingen regel känner igen dem som de står här.",
      en: "Read the words in the original. No rule knows them as they stand here.",
    },
  },
  FOREIGN_LANGUAGE: {
    message: {
      sv: "Texten är på {language}. Reglerna läser svenska, så inget i den är bedömt.",
      en: "The text is in {language}. The rules read Swedish, so nothing in it was judged.",
    },
    hint: {
      sv: "Granska den svenska versionen om det finns en.",
      en: "Audit the Swedish version if there is one.",
    },
  },
  FOREIGN_SECTIONS: {
    message: {
      sv: "{count} avsnitt är inte på svenska ({languages}) och räknas som {count|oläst|olästa}, för reglerna läser svenska: {sections}",
      en: "{count} {count|section is|sections are} not in Swedish ({languages}) and {count|counts|count} as unread, for the rules read Swedish: {sections}",
    },
    hint: {
      sv: "Granska den svenska versionen av de avsnitten om det finns en.",
      en: "Audit the Swedish version of those sections if there is one.",
    },
  },
  TYPE_UNCERTAIN: {
    message: {
      sv: "Dokumentet liknar mest typen {type}, men det är osäkert. Krav på just den typen är inte prövade.",
      en: "The document most resembles the type {type}, but that is uncertain. Requirements on that type are not tried.",
    },
    hint: {
      sv: "Ange typen med --type {id} om den stämmer, annars en annan, eller för flera filer under types i genomlys.config.yaml.",
      en: "Name the type with --type {id} if it is right, or another, or for several files under types in genomlys.config.yaml.",
    },
  },
  TYPE_UNKNOWN: {
    message: {
      sv: "Dokumenttypen är inte igenkänd, så bara krav på alla slags dokument är prövade. Omdömet är gjort för dokument som styr en verksamhet. Om ett partiprogram, en motion eller en nyhet säger det hur mycket av texten som tar upp perspektivet, inte vad den styr.",
      en: "The type of document was not recognised, so only requirements on all kinds of document are tried. The verdict is made for documents that steer an organisation. Of a party programme, a motion or a piece of news it says how much of the text takes the perspective up, not what it steers.",
    },
    hint: {
      sv: "Är det ett styrdokument: ange typen med --type, eller för flera filer under types i genomlys.config.yaml. Är det inget: ange typen ovrigt.",
      en: "If it steers: name the type with --type, or for several files under types in genomlys.config.yaml. If it does not: name the type ovrigt.",
    },
  },
  SUPPRESSION_INVALID: {
    message: {
      sv: "Undantaget i kommentaren gäller inte: {what}.",
      en: "The suppression in the comment does not hold: {what}.",
    },
    hint: {
      sv: 'Skriv <!-- genomlys-ignore namn reason="skälet" until="2027-01-31" -->. Namnet är regelns eller kravets, som det står i rapporten, eller * för alla; until får utelämnas.',
      en: 'Write <!-- genomlys-ignore name reason="the reason" until="2027-01-31" -->. The name is that of the rule or requirement, as the report has it, or * for all; until may be left out.',
    },
  },
};

/** Why a suppression in a comment does not hold, by the short key of the one that read it. */
const invalidities: Readonly<Record<string, LocalText>> = {
  rule: { sv: "det nämner ingen regel och inget krav", en: "it names no rule or requirement" },
  unknown: { sv: "ingen regel och inget krav heter {name}", en: "no rule or requirement is called {name}" },
  reason: { sv: "skälet saknas", en: "the reason is missing" },
  day: { sv: "{name} är inget datum", en: "{name} is no date" },
  other: { sv: "{name} går inte att förstå", en: "{name} cannot be understood" },
};

/** What is wrong with an archive or a part of it, by the reader's short key; for any other key the last one. */
const damages: Readonly<Record<string, LocalText>> = {
  "too-deep": {
    sv: "delarna av {part} ligger orimligt djupt i varandra",
    en: "the elements of {part} are nested unreasonably deep",
  },
  doctype: {
    sv: "{part} har en DOCTYPE, som inte hör hemma där och inte följs",
    en: "{part} has a DOCTYPE, which does not belong there and is not followed",
  },
  "not-well-formed": { sv: "{part} är trasig eller avhuggen", en: "{part} is broken or cut off" },
  other: { sv: "innehållet går inte att packa upp", en: "its content cannot be unpacked" },
};

/** Amounts that a file may not go beyond, by their unit. */
const amounts: Readonly<Record<string, LocalText>> = {
  bytes: { sv: "{n} MB uppackat", en: "{n} MB unpacked" },
  "heap-mb": { sv: "{n} MB arbetsminne", en: "{n} MB of memory" },
  entries: { sv: "{n} {n|fil|filer}", en: "{n} {n|file|files}" },
  paragraphs: { sv: "{n} stycken", en: "{n} paragraphs" },
  characters: { sv: "{n} tecken", en: "{n} characters" },
  slides: { sv: "{n} bilder", en: "{n} slides" },
  groups: { sv: "{n} nivåer", en: "{n} levels" },
};

const causes: Readonly<Record<string, LocalText>> = {
  pages: { sv: "fler sidor än gränsen tillåter", en: "more pages than the limit allows" },
  time: { sv: "tiden tog slut", en: "time ran out" },
};

/** Params as people read them: bytes as megabytes, formats in capitals, short keys in words. */
function readableValues({ code, params }: Notice, lang: "sv" | "en"): SlotValues {
  const megabytes = (value: string | number | undefined): number => Math.ceil(Number(value) / 1_000_000);
  if (code === "FILE_TOO_LARGE") {
    return { size: megabytes(params["bytes"]), limit: megabytes(params["limit"]) };
  }
  if (code === "PDF_ENCRYPTED" || code === "OFFICE_ENCRYPTED")
    return { tried: Number(params["tried"] ?? 0) > 0 ? 1 : 0 };
  if (code === "TRACKED_CHANGES") {
    const formatted = Number(params["formatting"]) > 0 ? 1 : 0;
    return { ...params, formatted, original: params["read"] === "original" ? 1 : 0 };
  }
  if (code === "SUPPRESSION_INVALID") {
    const what = invalidities[String(params["because"])] ?? invalidities["other"];
    return { ...params, what: fillSlots(what?.[lang] ?? "", { name: params["name"] ?? "" }) };
  }
  if (code === "UNSUPPORTED_FORMAT") return { format: String(params["found"]).toUpperCase() };
  if (code === "ARCHIVE_DAMAGED") {
    const part = params["part"] === "" || params["part"] === undefined ? "XML" : params["part"];
    const what = damages[String(params["reason"])] ?? damages["other"];
    return { what: fillSlots(what?.[lang] ?? "", { part }) };
  }
  if (code === "ARCHIVE_TOO_LARGE") {
    const { unit = "", limit = 0 } = params;
    const n = unit === "bytes" ? megabytes(limit) : limit;
    return { amount: fillSlots(amounts[unit]?.[lang] ?? "{n}", { n }) };
  }
  if (code === "PAGES_CUT_OFF")
    return { ...params, because: causes[String(params["because"])]?.[lang] ?? "" };
  if (typeof params["reason"] === "string") return { ...params, reason: reasonText(params["reason"], lang) };
  return params;
}

/** Message and hint of a notice in one language, with its place when it has one: what stands in the report. */
export function noticeText(
  notice: Notice,
  lang: "sv" | "en",
): { code: NoticeCode; message: string; hint: string; location?: Location } {
  const texts = noticeTexts[notice.code];
  const values = readableValues(notice, lang);
  return {
    code: notice.code,
    message: fillSlots(texts.message[lang], values),
    hint: fillSlots(texts.hint[lang], values),
    ...(notice.location === undefined ? {} : { location: notice.location }),
  };
}
