import { constants } from "node:os";
import { describe, expect, test } from "vitest";
import { errorText, genomlysError } from "../../src/errors/genomlys-error.ts";
import { noticeText } from "../../src/messages/notice-texts.ts";
import { reasonText } from "../../src/messages/system-reasons.ts";

describe("a code of the system", () => {
  test.each([
    ["EACCES", "du saknar behörighet, EACCES", "you have no permission, EACCES"],
    ["ENOSPC", "disken är full, ENOSPC", "the disk is full, ENOSPC"],
    ["EISDIR", "det är en mapp, ingen fil, EISDIR", "it is a folder, not a file, EISDIR"],
  ])("%s is told in words, and stands beside them", (code, swedish, english) => {
    expect(reasonText(code, "sv")).toBe(swedish);
    expect(reasonText(code, "en")).toBe(english);
  });

  test("is told in an error and in a notice", () => {
    const error = genomlysError("OUTPUT_NOT_WRITABLE", { path: "ut.json", reason: "EROFS" });
    expect(errorText(error, "sv").message).toContain('"ut.json" (disken går bara att läsa, EROFS).');
    expect(errorText(error, "en").message).toContain('"ut.json" (the disk can only be read, EROFS).');
    const notice = { code: "FILE_UNREADABLE", params: { reason: "EACCES" } } as const;
    expect(noticeText(notice, "sv").message).toBe("Filen går inte att öppna (du saknar behörighet, EACCES).");
  });

  test("that nobody has put into words stands alone, and so does what is no code", () => {
    for (const reason of ["EILSEQ", "utanför", "", "toString", "constructor"]) {
      expect(reasonText(reason, "sv")).toBe(reason);
    }
    const error = genomlysError("GIT_FAILED", { reason: "fatal: EACCES in pack" });
    expect(errorText(error, "sv").message).toContain("fatal: EACCES in pack");
  });

  test("is not made a reason of by other slots that it fills", () => {
    const error = genomlysError("OUTPUT_NOT_WRITABLE", { path: "EACCES", reason: "EIO" });
    expect(errorText(error, "sv").message).toContain('"EACCES" (disken svarade med ett fel, EIO)');
  });

  test("is one that the system has", () => {
    for (const code of ["EDQUOT", "ELOOP", "ENXIO", "ETIMEDOUT", "ENOTEMPTY"]) {
      expect(Object.keys(constants.errno)).toContain(code);
      expect(reasonText(code, "sv")).toMatch(new RegExp(`^[a-zåäö ]+, ${code}$`));
    }
  });
});
