/** Remembers what was made of the keys that were asked for last, so many at most; what there is none of is not kept. */
export function keepLast<Key, Value>(
  most: number,
  make: (key: Key) => Value | undefined,
): (key: Key) => Value | undefined {
  const kept = new Map<Key, Value>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    if (value === undefined) return undefined;
    kept.delete(key); // to the end: the first one is the longest unused
    kept.set(key, value);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return value;
  };
}
