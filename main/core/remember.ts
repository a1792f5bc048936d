/** The value of `make`, made at the first call and kept. A failure is not kept: the next call tries again. */
export function remember<Value>(make: () => Value): () => Value {
  let kept: { value: Value } | null = null;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}

/** The value made of what `source` gives, kept for as long as it gives the same. */
export function rememberFor<Source, Value>(source: () => Source, make: (from: Source) => Value): () => Value {
  let kept: { from: Source; value: Value } | null = null;
  return () => {
    const from = source();
    if (kept?.from !== from) kept = { from, value: make(from) };
    return kept.value;
  };
}
