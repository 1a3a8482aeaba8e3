import { afterEach, expect, test } from "vitest";
import { openAnnotating, type Annotating } from "../../src/annotate/open-annotating.ts";
import { annotations, comment, copyOf, partsOf, wordOptions } from "./support.ts";
import { p, word } from "../read/docx/ooxml.ts";

const request = {
  bytes: word({ body: p("Äldreomsorg") }),
  format: "docx",
  annotations: annotations([comment({ paragraph: 1 }, "Äldreomsorg")]),
  options: wordOptions,
} as const;

let opened: Annotating | undefined;
/** Annotates in a thread that does `body` instead of what ours does. */
function annotateWith(body: string): ReturnType<Annotating["annotate"]> {
  const script = `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { ${body} });`;
  const url = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
  opened = openAnnotating({ documentMs: 400, memoryMb: 500 }, url);
  return opened.annotate(request);
}
afterEach(() => opened?.close());

test("a copy comes out of the thread as it would out of this one", async () => {
  opened = openAnnotating({ documentMs: 60_000, memoryMb: 500 });
  const copy = copyOf(await opened.annotate(request));
  expect(copy.comments).toBe(1);
  expect(partsOf(copy.bytes)["word/comments.xml"]).toContain("Vem använder verksamheten?");
});

test("writing that never ends is stopped, and says after how long", async () => {
  expect(await annotateWith("for (;;);")).toEqual({
    kind: "refused",
    reason: "stopped",
    notice: { code: "READER_TIMED_OUT", params: { seconds: 1 } },
  });
});

test("a thread that dies costs this copy only", async () => {
  expect(await annotateWith("throw new Error('vek sig')")).toMatchObject({
    kind: "refused",
    reason: "stopped",
    notice: { code: "READER_FAILED" },
  });
});
