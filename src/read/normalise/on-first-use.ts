// Patterns that few documents need: each costs a document that does not need it a tenth of a millisecond (docs/performance.md).

/** Makes a value when it is first asked for. */
export function onFirstUse<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
