// What somebody has filled in in a form: its fields lie over the page and are no text of it.
import type { FormField } from "../page.ts";
import type { Pdfium } from "./engine.ts";
import { keyOf, wideString } from "./wide-string.ts";

/** The fields of a document, with what they inherit from each other. */
export interface OpenForm {
  /** What the widget holds; null for an empty or hidden field and for buttons. `show`: from the file's coordinates to the page's. */
  readonly read: (annotation: number, small: number, show: Show) => FormField | null;
  /** Before the document is closed. */
  readonly close: () => void;
}

type Show = (x: number, y: number) => { readonly x: number; readonly y: number };

/** Numbers of FPDF_FORMFIELD. */
const kinds = { checkBox: 2, radioButton: 3, comboBox: 4, listBox: 5, text: 6 };
/** Bits of /F: hidden, and not to be seen on a screen. */
const unseen = 0x2 | 0x20;
/** Bit of /Ff: a password, which is nobody's to read. */
const password = 1 << 13;
/** Bytes of the text of one field; longer ones are taken for damage. */
const longestField = 2_000_000;
/** Of the choices of one field. */
const mostOptions = 1_000;

/** Opens the form of a document; null when the engine cannot. Nothing of it is run. */
export function openForm(engine: Pdfium, document: number): OpenForm | null {
  const { calls } = engine;
  const info = calls.PDFiumExt_OpenFormFillInfo();
  if (info === 0) return null;
  const form = calls.PDFiumExt_InitFormFillEnvironment(document, info);
  if (form === 0) {
    calls.PDFiumExt_CloseFormFillInfo(info);
    return null;
  }
  const say = (fill: (buffer: number, bytes: number) => number): string =>
    wideString(engine, fill, longestField).trim();
  const keys = { kind: keyOf(engine, "FT"), value: keyOf(engine, "V"), state: keyOf(engine, "AS") };
  const entry = (annotation: number, key: number): string =>
    say((buffer, bytes) => calls.FPDFAnnot_GetStringValue(annotation, key, buffer, bytes));

  const chosen = (annotation: number): string => {
    const count = Math.min(calls.FPDFAnnot_GetOptionCount(form, annotation), mostOptions);
    const labels: string[] = [];
    for (let index = 0; index < count; index++) {
      if (calls.FPDFAnnot_IsOptionSelected(form, annotation, index) === 0) continue;
      labels.push(
        say((buffer, bytes) => calls.FPDFAnnot_GetOptionLabel(form, annotation, index, buffer, bytes)),
      );
    }
    return labels.filter((label) => label !== "").join(", ");
  };
  /** Of a field that the list of the form leaves out, which happens: what it says itself. */
  const unlisted = (annotation: number): { readonly text: string; readonly isBox: boolean } => {
    const kind = entry(annotation, keys.kind);
    if (kind === "Tx" || kind === "Ch") return { text: entry(annotation, keys.value), isBox: false };
    const state = kind === "Btn" ? entry(annotation, keys.state) : "";
    return { text: state === "" ? "" : ticked(state) ? "☒" : "☐", isBox: true };
  };
  const listed = (annotation: number, kind: number): string => {
    // The engine answers FPDFAnnot_IsChecked for pages only that it shows; the state stands in the widget itself.
    if (kind === kinds.checkBox || kind === kinds.radioButton)
      return ticked(entry(annotation, keys.state)) ? "☒" : "☐";
    if (kind !== kinds.text && kind !== kinds.comboBox && kind !== kinds.listBox) return "";
    if ((calls.FPDFAnnot_GetFormFieldFlags(form, annotation) & password) !== 0) return "";
    const value = say((buffer, bytes) => calls.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, bytes));
    return kind === kinds.text ? value : chosen(annotation) || value;
  };
  return {
    read(annotation, small, show) {
      if ((calls.FPDFAnnot_GetFlags(annotation) & unseen) !== 0) return null;
      const kind = calls.FPDFAnnot_GetFormFieldType(form, annotation);
      const { text, isBox } =
        kind < 0
          ? unlisted(annotation)
          : {
              text: listed(annotation, kind),
              isBox: kind === kinds.checkBox || kind === kinds.radioButton,
            };
      if (text === "" || calls.FPDFAnnot_GetRect(annotation, small) === 0) return null;
      const at = small >> 2;
      const [left = 0, top = 0, right = 0, bottom = 0] = engine.floats().subarray(at, at + 4);
      const a = show(left, bottom);
      const b = show(right, top);
      const sized = calls.FPDFAnnot_GetFontSize(form, annotation, small) !== 0;
      const size = sized ? (engine.floats()[at] ?? 0) : 0;
      return {
        text,
        isBox,
        x0: Math.min(a.x, b.x),
        x1: Math.max(a.x, b.x),
        y0: Math.min(a.y, b.y),
        y1: Math.max(a.y, b.y),
        size: Number.isFinite(size) && size > 0 && size < 100 ? size : 0,
      };
    },
    close() {
      for (const key of Object.values(keys)) calls.free(key);
      calls.PDFiumExt_ExitFormFillEnvironment(form);
      calls.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}

/** By the name of its state, "" where it has none. */
const ticked = (state: string): boolean => state !== "" && state !== "Off";
