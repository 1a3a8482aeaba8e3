// Worker thread: runs mammoth on one document and answers once. A document can drive mammoth out of memory, which
// ends the heap it runs in; here that is the worker's own and not the program's.
import { parentPort, workerData } from "node:worker_threads";
import mammoth from "mammoth";

/** What the worker answers with. */
export type MammothAnswer =
  { readonly kind: "html"; readonly html: string } | { readonly kind: "failed"; readonly reason: string };

const contentsStyles = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `toc ${String(level)}`);

async function convert(bytes: Uint8Array): Promise<MammothAnswer> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: [
          ...contentsStyles.map((name) => `p[style-name='${name}'] => p.contents:fresh`),
          "p[style-name='Title'] => p.title:fresh",
        ],
        // A style map inside the file would let the file say what its own headings are.
        includeEmbeddedStyleMap: false,
        // Empty paragraphs count, or the places would drift away from what the author sees.
        ignoreEmptyParagraphs: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      },
    );
    return { kind: "html", html: value };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

if (parentPort !== null && workerData instanceof Uint8Array)
  parentPort.postMessage(await convert(workerData));
