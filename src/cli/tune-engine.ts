// Settings of V8 that a command gains from: how eagerly it optimises and how far its heap may grow between two clean-ups.
// They hold for the whole process, worker threads too, so they are the command's to set; the library leaves them alone.
import { setFlagsFromString } from "node:v8";

/**
 * What every run gains from. To be called before any code of the command is compiled: its saved bytecode fits one set of
 * flags.
 */
export function tuneForCommand(): void {
  for (const flag of commandFlags(process.versions.v8)) setFlagsFromString(flag);
}

/**
 * The flags that `tuneForCommand` sets on a version of V8 ("11.3.244.8-node.38"). A V8 that does not know a flag complains
 * on standard error, so those that nothing was tried on are left alone.
 */
export function commandFlags(v8: string): readonly string[] {
  return [
    ...(/^11\./.test(v8) ? [...optimiseLater, ...compileOnce] : []),
    ...(/^1[123]\./.test(v8) ? optimiseWasmLater : []),
  ];
}

/**
 * Lets functions run longer before V8's optimising compilers take them. An audit of one document is over before most of
 * that work pays: 13 pages take 0.65 instead of 0.9 s of processor time, and a folder of 1 000 pages 8.7 instead of 13 s
 * (measured on Node 20, see docs/decisions/0005). Only V8 11 (Node 20) knows the flag for JavaScript.
 */
const optimiseLater = ["--interrupt-budget=1000000"];

/**
 * WebAssembly functions are optimised after about two megabytes of bytecode, and that costs more than a short document
 * takes to read. With the larger budget 13 pages take 105–150 ms of processor time in the PDF engine instead of 220–280,
 * and long documents no longer than before. V8 11, 12 and 13 (Node 20, 22 and 24) know that flag.
 */
const optimiseWasmLater = ["--wasm-tiering-budget=100000000"];

/**
 * Leaves out what V8 would compile or check for nothing. A regular expression is compiled to bytecode for its first use and
 * to machine code for its second, and most of ours are used more than once: now to machine code at once. That a WebAssembly
 * function is well formed is checked when it is first called, not for all 9 000 of the PDF engine before the first. The
 * two take a tenth off one PDF, the first a twentieth off one DOCX (docs/performance.md). Measured on Node 20 alone.
 */
const compileOnce = ["--no-regexp-tier-up", "--wasm-lazy-validation"];

/**
 * Lets V8 optimise the PDF engine ten times later still: while 13 pages are read nine of its functions are optimised, in 15 to
 * 20 of 360 ms of processor time, and 60 pages are not read faster for it either. Both take 0.92 to 0.96 of the time without
 * (docs/performance.md). Measured on Node 20 alone. To be called before the engine is loaded.
 */
export function optimiseForFewPages(): void {
  if (/^11\./.test(process.versions.v8)) setFlagsFromString("--wasm-tiering-budget=1000000000");
}

/**
 * Lets V8 optimise the PDF engine after a fifth of the work: with many pages to come, what is optimised early is used long.
 * 1 038 pages took 6.5 instead of the 7.1 s of processor time that they take with 100 MB, with 10 or 25 MB alike; with 4 MB
 * or V8's own 1.8 the optimising itself took back what it gave (docs/performance.md). To be called before the engine is loaded.
 */
export function optimiseForManyPages(): void {
  if (/^1[123]\./.test(process.versions.v8)) setFlagsFromString("--wasm-tiering-budget=20000000");
}

/**
 * Lets the heap grow by half between two clean-ups, where V8 would let it grow to four times what is in use: over 10 000
 * small documents 17 MB were in use all the time and 64 MB were held (docs/performance.md). For runs over folders and
 * archives: one document of 13 pages would take a fifth more processor time, nearly all of it in clean-ups while the program
 * loads. To be called before there is much on the heap, since V8 fixes how far it may grow at the clean-up before. Node 20
 * is what it was tried on.
 */
export function keepHeapSmall(): void {
  if (/^11\./.test(process.versions.v8)) setFlagsFromString("--heap-growing-percent=50");
}
