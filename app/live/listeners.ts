/** Those who want to be told. */
export function listeners<T>() {
  const all = new Set<(news: T) => void>();
  return {
    add(listener: (news: T) => void): () => void {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell(news: T) {
      for (const listener of all) listener(news);
    },
  };
}
