// What the system's codes mean, in plain words: "EACCES" tells a reader nothing, "you have no permission" does.
import type { LocalText } from "../model/rule.ts";

/** By the codes of POSIX (errno.h) and Linux that files, folders and disks answer with, as Node passes them on. */
const meanings: Readonly<Record<string, LocalText>> = {
  EACCES: { sv: "du saknar behörighet", en: "you have no permission" },
  EBUSY: { sv: "ett annat program använder den", en: "another program is using it" },
  EDQUOT: { sv: "ditt utrymme på disken är slut", en: "your share of the disk is used up" },
  EEXIST: { sv: "det finns redan något med det namnet", en: "there already is something of that name" },
  EFBIG: { sv: "filen blir för stor", en: "the file becomes too large" },
  EIO: { sv: "disken svarade med ett fel", en: "the disk answered with an error" },
  EISDIR: { sv: "det är en mapp, ingen fil", en: "it is a folder, not a file" },
  ELOOP: { sv: "länkarna pekar på varandra", en: "the links point at each other" },
  EMFILE: { sv: "för många filer är öppna", en: "too many files are open" },
  ENAMETOOLONG: { sv: "namnet är för långt", en: "the name is too long" },
  ENFILE: { sv: "för många filer är öppna", en: "too many files are open" },
  ENOENT: { sv: "filen eller mappen finns inte", en: "there is no such file or folder" },
  ENOMEM: { sv: "minnet räcker inte", en: "there is not enough memory" },
  ENOSPC: { sv: "disken är full", en: "the disk is full" },
  ENOTDIR: { sv: "en del av sökvägen är ingen mapp", en: "a part of the path is no folder" },
  ENOTEMPTY: { sv: "mappen är inte tom", en: "the folder is not empty" },
  ENXIO: { sv: "det som ska läsas är ingen vanlig fil", en: "what is to be read is no ordinary file" },
  EPERM: { sv: "systemet tillåter det inte", en: "the system does not allow it" },
  EROFS: { sv: "disken går bara att läsa", en: "the disk can only be read" },
  ETIMEDOUT: { sv: "disken eller nätet svarar inte", en: "the disk or the network does not answer" },
};

/** "du saknar behörighet, EACCES": the code stands beside its meaning; what is no known code stays as it is. */
export function reasonText(reason: string, lang: keyof LocalText): string {
  const meaning = Object.hasOwn(meanings, reason) ? meanings[reason] : undefined;
  return meaning === undefined ? reason : `${meaning[lang]}, ${reason}`;
}
