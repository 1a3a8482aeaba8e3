// For tests that start worker threads from src/.
/** Bundles the worker threads alone into dist/workers/. */
export function buildWorkers(): Promise<void>;
