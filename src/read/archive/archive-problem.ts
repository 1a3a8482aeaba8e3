// Why an archive, or an entry of it, cannot be had.

export type ArchiveProblem =
  /** `reason` is a short key for reports and tests; `entry` names the entry when it is one entry's fault. */
  | { readonly kind: "damaged"; readonly reason: string; readonly entry?: string }
  | { readonly kind: "too-large"; readonly limit: number; readonly unit: "bytes" | "entries" };
