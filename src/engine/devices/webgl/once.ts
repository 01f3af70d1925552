/** The value of `key`, made at the first call. */
export function once<K, V>(
  known: Map<K, V> | (K extends WeakKey ? WeakMap<K, V> : never),
  key: K,
  make: () => V,
): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
