// PDFium compiled to WebAssembly: one instance per thread, made when first needed, replaced when it has died.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The functions of PDFium's C API that are called here. Handles and addresses are numbers; 0 is "none". */
export interface PdfiumCalls {
  /** Makes the library ready; to be called first. */
  PDFiumExt_Init(): void;
  malloc(bytes: number): number;
  free(address: number): void;
  FPDF_LoadMemDocument(address: number, bytes: number, password: number): number;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_GetPageLabel(document: number, page: number, buffer: number, bytes: number): number;
  FPDFCatalog_GetLanguage(document: number, buffer: number, bytes: number): number;
  FPDF_GetMetaText(document: number, tag: number, buffer: number, bytes: number): number;
  FPDF_LoadPage(document: number, page: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDF_GetPageBoundingBox(page: number, rect: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPage_GetAnnot(page: number, index: number): number;
  FPDFPage_CloseAnnot(annotation: number): void;
  FPDFAnnot_GetSubtype(annotation: number): number;
  FPDFAnnot_GetStringValue(annotation: number, key: number, buffer: number, bytes: number): number;
  FPDFAnnot_GetFlags(annotation: number): number;
  FPDFAnnot_GetRect(annotation: number, rect: number): number;
  PDFiumExt_OpenFormFillInfo(): number;
  PDFiumExt_CloseFormFillInfo(info: number): void;
  PDFiumExt_InitFormFillEnvironment(document: number, info: number): number;
  PDFiumExt_ExitFormFillEnvironment(form: number): void;
  FPDFAnnot_GetFormFieldType(form: number, annotation: number): number;
  FPDFAnnot_GetFormFieldFlags(form: number, annotation: number): number;
  FPDFAnnot_GetFormFieldValue(form: number, annotation: number, buffer: number, bytes: number): number;
  FPDFAnnot_GetFontSize(form: number, annotation: number, size: number): number;
  FPDFAnnot_GetOptionCount(form: number, annotation: number): number;
  FPDFAnnot_IsOptionSelected(form: number, annotation: number, index: number): number;
  FPDFAnnot_GetOptionLabel(
    form: number,
    annotation: number,
    index: number,
    buffer: number,
    bytes: number,
  ): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, pixels: number, stride: number): number;
  FPDFBitmap_FillRect(
    bitmap: number,
    x: number,
    y: number,
    width: number,
    height: number,
    colour: number,
  ): void;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    turn: number,
    flags: number,
  ): void;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(text: number): void;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetText(text: number, start: number, count: number, buffer: number): number;
  /** 1: the file does not say what the sign stands for. */
  FPDFText_HasUnicodeMapError(text: number, index: number): number;
  FPDFText_GetUnicode(text: number, index: number): number;
  FPDFText_GetTextIndexFromCharIndex(text: number, index: number): number;
  FPDFText_IsGenerated(text: number, char: number): number;
  FPDFText_GetCharIndexFromTextIndex(text: number, index: number): number;
  FPDFText_GetFontSize(text: number, char: number): number;
  FPDFText_GetFontWeight(text: number, char: number): number;
  FPDFText_GetFontInfo(text: number, char: number, buffer: number, bytes: number, flags: number): number;
  FPDFText_GetTextObject(text: number, char: number): number;
  FPDFTextObj_GetFont(object: number): number;
  FPDFText_GetMatrix(text: number, char: number, matrix: number): number;
  FPDFText_GetCharOrigin(text: number, char: number, x: number, y: number): number;
  FPDFText_GetLooseCharBox(text: number, char: number, rect: number): number;
  FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  FPDFBookmark_GetTitle(bookmark: number, buffer: number, bytes: number): number;
  FPDFBookmark_GetDest(document: number, bookmark: number): number;
  FPDFBookmark_GetAction(bookmark: number): number;
  FPDFAction_GetDest(document: number, action: number): number;
  FPDFDest_GetDestPageIndex(document: number, dest: number): number;
}

export interface Pdfium {
  readonly calls: PdfiumCalls;
  /** The views on the instance's memory; asked for anew each time, since growing memory replaces them. */
  bytes(): Uint8Array;
  floats(): Float32Array;
  doubles(): Float64Array;
  /** From now on the instance may not grow beyond so many bytes: where it wants more, it aborts. */
  limitMemory(bytes: number): void;
  /** Whether it has wanted more than it may have. */
  askedForTooMuch(): boolean;
}

/** The parts of Emscripten's module object that are used; the package's own types lean on types it does not ship. */
interface EmscriptenModule {
  readonly wasmExports: PdfiumCalls;
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

/** Memory that an idle instance may hold on to; WebAssembly memory never shrinks, so a larger one is given up. */
const idleBytes = 128_000_000;

/** The little that is used of the WebAssembly object; its types come with the browser's library only. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(code: object, imports: object): Promise<WasmInstance>;
};

interface WasmInstance {
  readonly exports: { readonly memory: WasmMemory };
}

interface WasmMemory {
  readonly buffer: { readonly byteLength: number };
  /** Grows by so many pages; answers how many there were. */
  grow(pages: number): number;
}

/** Size of a page of WebAssembly memory, in bytes. */
const wasmPage = 65_536;

/**
 * Puts a bound on a memory, which no limit of a thread reaches: the engine's own code asks here before it grows, takes
 * an error for "no more to be had", and aborts.
 */
function bound(memory: WasmMemory): Pick<Pdfium, "limitMemory" | "askedForTooMuch"> {
  const grow = memory.grow.bind(memory);
  let most = Number.POSITIVE_INFINITY;
  let tooMuch = false;
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * wasmPage > most) {
      tooMuch = true;
      throw new RangeError("more memory than a document may take");
    }
    return grow(pages);
  };
  return {
    limitMemory: (bytes) => {
      most = bytes;
      tooMuch = false;
    },
    askedForTooMuch: () => tooMuch,
  };
}

let compiled: Promise<object> | undefined;
let current: Promise<Pdfium> | undefined;

const wasmPackage = "@embedpdf/pdfium";

/**
 * Where the engine's code lies. Looked for as Node looks for packages, folder by folder, before Node is asked: that takes it
 * two milliseconds.
 */
function wasmFile(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  let installed = path.join(folder, "node_modules", wasmPackage);
  while (!existsSync(installed) && path.dirname(folder) !== folder) {
    folder = path.dirname(folder);
    installed = path.join(folder, "node_modules", wasmPackage);
  }
  const file = path.join(installed, "dist", "pdfium.wasm");
  if (existsSync(file)) return file;
  return createRequire(import.meta.url).resolve(`${wasmPackage}/pdfium.wasm`);
}

async function start(): Promise<Pdfium> {
  // Read at once: by promises nearly five megabytes come in nine pieces, for half as much time again.
  compiled ??= WebAssembly.compile(readFileSync(wasmFile()));
  const [{ init }, code] = await Promise.all([import("@embedpdf/pdfium"), compiled]);
  const memories: WasmMemory[] = [];
  const overrides = {
    // An abort is reported to the caller; the engine's own lines must not reach the terminal.
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm(imports: object, done: (instance: object) => void): object {
      void WebAssembly.instantiate(code, imports).then((instance) => {
        memories.push(instance.exports.memory);
        done(instance);
      });
      return {};
    },
  };
  const { pdfium: started } = await init(overrides);
  const module = started as unknown as EmscriptenModule;
  module.wasmExports.PDFiumExt_Init();
  const [memory] = memories;
  if (memory === undefined) throw new Error("PDFium was started without its memory");
  return {
    // The raw exports: Emscripten's wrappers check every call, and there are a thousand calls on a page.
    calls: module.wasmExports,
    bytes: () => module.HEAPU8,
    floats: () => module.HEAPF32,
    doubles: () => module.HEAPF64,
    ...bound(memory),
  };
}

/** The instance of this thread. */
export function pdfium(): Promise<Pdfium> {
  current ??= start();
  return current;
}

/** Gives the instance up; the next call of `pdfium` makes a new one. An instance that aborted answers nothing right. */
export function dropPdfium(): void {
  current = undefined;
}

/** To be called when a document has been closed: an instance that grew large is given up. */
export function settlePdfium(instance: Pdfium): void {
  if (instance.bytes().length > idleBytes) dropPdfium();
}
