/** The value of `make`, made at the first call and kept. A failure is not kept: the next call tries again. */
export function remember<Value>(make: () => Value): () => Value {
  let kept: { value: Value } | null = null;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
