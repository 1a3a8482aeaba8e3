// Files that are locked with a password, each locked by another program than ours (files/README.md).
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ReadResult } from "../../../src/model/document.ts";
import { readDocument } from "../../../src/read/read-document.ts";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { expandArchive } from "../../../src/read/zip/expand-archive.ts";
import { expectDocument, expectSoundDocument } from "../document-contract.ts";
import { damaged, lines, noticeOf } from "../office-files.ts";

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, import.meta.url)));
const readWith = (name: string, passwords: readonly string[]): Promise<ReadResult> =>
  readDocument(file(`files/${name}`), name, { ...defaultReadOptions, passwords });

const locked = [
  ["plan-aes.docx", "Grönköping 1902", "../docx/files/plan.docx"],
  ["plan-2007.docx", "hemlig", "../docx/files/plan.docx"],
  ["nyckeltal.ods", "hemlig", "../xlsx/files/nyckeltal.ods"],
  ["plan-aes.pdf", "Grönköping", "../pdf/files/plan.pdf"],
  ["plan-rc4.pdf", "hemlig", "../pdf/files/plan.pdf"],
] as const;

/** Blocks of the files that were locked, each read once. */
const plainLines = new Map<string, Promise<string[]>>();
const linesOf = (plain: string): Promise<string[]> => {
  const read =
    plainLines.get(plain) ??
    readDocument(file(plain), plain, defaultReadOptions).then((result) => lines(expectDocument(result)));
  plainLines.set(plain, read);
  return read;
};

/** A lock is made to be slow: only where it is not very slow, others are tried before the one that fits. */
const tried = (name: string, password: string): readonly string[] =>
  /aes/.test(name) ? [password] : ["fel", password, "prövas inte"];

describe.each(locked)("%s", (name, password, plain) => {
  test("is the document that was locked, once its password is among those given", async () => {
    const document = expectDocument(await readWith(name, tried(name, password)));
    expectSoundDocument(document);
    expect(lines(document)).toEqual(await linesOf(plain));
    expect(JSON.stringify(document)).not.toContain(password);
  });

  test("stays locked with a wrong password or none, and the notice never says which were tried", async () => {
    const code = name.endsWith(".pdf") ? "PDF_ENCRYPTED" : "OFFICE_ENCRYPTED";
    expect(noticeOf(await readWith(name, []))).toEqual({ code, params: {} });
    const otherCase = password.toUpperCase();
    expect(noticeOf(await readWith(name, [otherCase]))).toEqual({ code, params: { tried: 1 } });
  });
});

describe("a locked archive", () => {
  const unpack = async (name: string, passwords: readonly string[]): Promise<string[]> => {
    const found: string[] = [];
    for await (const entry of expandArchive(file(`files/${name}`), { ...defaultReadOptions, passwords }))
      found.push(
        entry.kind === "file"
          ? new TextDecoder().decode(entry.bytes).slice(0, 8)
          : `${entry.notice.code} ${JSON.stringify(entry.notice.params)}`,
      );
    return found;
  };
  test.each(["aes.zip", "aes-128.zip", "pkzip.zip"])("%s opens with its password only", async (name) => {
    expect(await unpack(name, ["fel", "hemlig"])).toEqual(["Kommunen"]);
    expect(await unpack(name, ["fel", "HEMLIG"])).toEqual(['OFFICE_ENCRYPTED {"tried":2}']);
    expect(await unpack(name, [])).toEqual(["OFFICE_ENCRYPTED {}"]);
  });

  test("does not take the one wrong password in 256 that PKZIP's check lets through", async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `fel${String(index)}`);
    expect(await unpack("pkzip.zip", many)).toEqual(['OFFICE_ENCRYPTED {"tried":2000}']);
  });
});

test("a lock that is damaged is a notice or the file all the same, never a crash", async () => {
  const options = { ...defaultReadOptions, passwords: ["hemlig"] };
  for (const name of ["plan-2007.docx", "nyckeltal.ods"])
    for (const bytes of damaged(file(`files/${name}`), 3))
      expect((await readDocument(bytes, name, options)).notices).toBeInstanceOf(Array);
  for (const bytes of damaged(file("files/aes.zip"), 40))
    for await (const entry of expandArchive(bytes, options))
      if (entry.kind === "file") expect(new TextDecoder().decode(entry.bytes)).toHaveLength(130_000);
});

test("a lock that asks for more rounds than any program does is not tried", async () => {
  const { agile } = await import("../../../src/read/locked/agile.ts");
  const info = (rounds: number): Uint8Array =>
    new TextEncoder().encode(
      `<encryption><keyData blockSize="16" keyBits="256" hashAlgorithm="SHA512" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" saltValue="AAAA"/><encryptedKey spinCount="${String(rounds)}" blockSize="16" keyBits="256" hashAlgorithm="SHA512" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" saltValue="AAAA"/></encryption>`,
    );
  expect(agile(info(100_000), new Uint8Array(16))).not.toBeNull();
  expect(agile(info(10_000_001), new Uint8Array(16))).toBeNull();
});
