// An archive of which nothing could be read.
import { buildReport, buildUnread } from "./build-report.ts";

export const nothingAudited = buildReport([
  buildUnread("arkiv/inskannad.pdf", "PDF-filen innehåller bara bilder, ingen text.", "Granska originalet."),
  buildUnread("arkiv/tom.docx", "Filen är tom.", "Kontrollera att rätt fil är sparad."),
]);
