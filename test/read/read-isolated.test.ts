import { readdir, readFile } from "node:fs/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { readDocument } from "../../src/read/read-document.ts";
import { openIsolatedReading } from "../../src/read/read-isolated.ts";
import { defaultLimits, defaultReadOptions, type Reading } from "../../src/read/reader.ts";
import { requireBuild } from "../support/built-command.ts";

/** A worker of the same kind as read-worker.ts that does `body` with each request `{ bytes, name, options }`. */
function worker(body: string): URL {
  const script = `
    import { parentPort } from "node:worker_threads";
    const answer = (answer) => parentPort.postMessage({ kind: "answer", answer, held: 0 });
    parentPort.on("message", async ({ bytes, name, options }) => { ${body} });
  `;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const unread = (reason: string): string =>
  `answer({ kind: "unread", format: null, status: "no-text", pages: null, notices: [${reason}] });`;

beforeAll(requireBuild);

const opened: Reading[] = [];
function open(script?: URL, limits = defaultLimits): Reading {
  const reading = openIsolatedReading(limits, 1, script);
  opened.push(reading);
  return reading;
}
afterEach(async () => {
  for (const reading of opened.splice(0)) await reading.close();
});

const text = new TextEncoder().encode("# Mål\n\nAlla ska med.\n\n# Uppföljning\n\nVarje år.\n");
const within = (limits: Partial<typeof defaultLimits>): typeof defaultReadOptions => ({
  ...defaultReadOptions,
  limits: { ...defaultLimits, ...limits },
});

describe("a document read in a thread of its own", () => {
  test("is the same as one read at once", async () => {
    const reading = open();
    for (const folder of ["halland", "bad"]) {
      const at = new URL(`../../fixtures/${folder}/`, import.meta.url);
      for (const name of await readdir(at)) {
        const bytes = await readFile(new URL(name, at));
        const isolated = await reading.read(bytes, name, defaultReadOptions);
        expect(JSON.stringify(isolated)).toBe(
          JSON.stringify(await readDocument(bytes, name, defaultReadOptions)),
        );
      }
    }
  });

  test("is the same when others are read at the same time", async () => {
    const at = new URL("../../fixtures/halland/", import.meta.url);
    const names = (await readdir(at)).filter((name) => /\.(pdf|docx)$/.test(name));
    const reading = openIsolatedReading(defaultLimits, 3);
    opened.push(reading);
    const results = await Promise.all(
      names.map(async (name) => reading.read(await readFile(new URL(name, at)), name, defaultReadOptions)),
    );
    const alone = open();
    for (const [index, name] of names.entries())
      expect(results[index]).toEqual(
        await alone.read(await readFile(new URL(name, at)), name, defaultReadOptions),
      );
  });

  test("is unlocked there with the passwords that are handed over", async () => {
    const bytes = await readFile(new URL("locked/files/plan-aes.docx", import.meta.url));
    const readWith = async (passwords: readonly string[]): Promise<string> =>
      (await open().read(bytes, "plan.docx", { ...defaultReadOptions, passwords })).kind;
    expect(await readWith(["fel", "Grönköping 1902"])).toBe("document");
    expect(await readWith(["fel"])).toBe("unread");
  });

  test("leaves the caller's bytes whole", async () => {
    const bytes = text.slice();
    await open().read(bytes, "plan.md", defaultReadOptions);
    expect(bytes).toEqual(text);
  });
});

describe("a document that hangs", () => {
  test("is ended at the time limit, and the next is read by a new thread", async () => {
    const script = worker(`if (name === "hang.md") for (;;); ${unread("")}`);
    const reading = open(script);
    const options = within({ documentMs: 300 });
    expect(await reading.read(text, "hang.md", options)).toEqual({
      kind: "unread",
      format: "md",
      status: "unreadable",
      pages: null,
      notices: [{ code: "READER_TIMED_OUT", params: { seconds: 1 } }],
    });
    expect((await reading.read(text, "b.md", within({}))).notices).toEqual([]);
  });

  test("is ended too when it waits for what never comes", async () => {
    const reading = open(worker("await new Promise(() => undefined);"));
    const result = await reading.read(text, "a.md", within({ documentMs: 200 }));
    expect(result.notices.map((notice) => notice.code)).toEqual(["READER_TIMED_OUT"]);
  });

  test("is told of less time than it gets, so that it can hand over what it has", async () => {
    const reading = open(worker(unread("options.limits.documentMs")));
    const { notices } = await reading.read(text, "a.md", within({ documentMs: 10_000 }));
    expect(notices).toEqual([8_000]);
  });
});
