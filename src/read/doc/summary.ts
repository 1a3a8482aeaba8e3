// The title among the properties of a compound file ([MS-OLEPS]).
import { decodeCodePage } from "../code-pages.ts";

const titleProperty = 2;
const codePageProperty = 1;
const narrowText = 0x1e;
const wideText = 0x1f;

/** Stream "\x05SummaryInformation" → title, "" when there is none or the stream is broken. */
export function readSummaryTitle(stream: Uint8Array): string {
  try {
    const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
    const section = view.getUint32(44, true);
    const count = Math.min(view.getUint32(section + 4, true), 100);
    const places = new Map<number, number>();
    for (let index = 0; index < count; index++) {
      const at = section + 8 + index * 8;
      places.set(view.getUint32(at, true), section + view.getUint32(at + 4, true));
    }
    const title = places.get(titleProperty);
    if (title === undefined) return "";
    const pageAt = places.get(codePageProperty);
    const page = pageAt === undefined ? 1252 : view.getUint16(pageAt + 4, true);
    const type = view.getUint32(title, true);
    const length = view.getUint32(title + 4, true);
    if (type === narrowText) {
      const bytes = [...stream.subarray(title + 8, title + 8 + Math.min(length, 1_000))];
      return decodeCodePage(bytes, page).replace(/\0[^]*$/u, "");
    }
    if (type !== wideText) return "";
    const bytes = stream.subarray(title + 8, title + 8 + Math.min(length, 1_000) * 2);
    return new TextDecoder("utf-16le").decode(bytes).replace(/\0[^]*$/u, "");
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}
