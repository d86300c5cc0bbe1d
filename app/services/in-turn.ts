/** One piece of work at a time per key: who comes meanwhile begins when those before have ended, well or badly. */
export async function inTurn<Key, T>(
  underWay: Map<Key, Promise<unknown>>,
  key: Key,
  begin: () => Promise<T>,
): Promise<T> {
  for (let other = underWay.get(key); other; other = underWay.get(key)) {
    // Who fails tells its own caller.
    await other.catch(() => {});
  }
  const work = begin();
  underWay.set(key, work);
  try {
    return await work;
  } finally {
    underWay.delete(key);
  }
}
