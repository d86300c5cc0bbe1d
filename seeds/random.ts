/** A seeded source of chance: the same seed gives the same numbers everywhere (mulberry32). */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  between: (low: number, high: number) => number;
  /** True so often out of a hundred. */
  percent: (share: number) => boolean;
  pick: <T>(choices: readonly T[]) => T;
  /** One of the keys, each as often as its weight. */
  weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  /** Around the median; `spread` is the factor that two in three stay within. */
  amount: (median: number, spread: number) => number;
};

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(choices: readonly T[]): T => {
    const chosen = choices[Math.floor(next() * choices.length)];
    if (chosen === undefined) throw new Error("Nothing to choose from");
    return chosen;
  };
  const weighted = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const entries = Object.entries(weights) as [K, number][];
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const found = entries.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    return (found ?? pick(entries))[0];
  };
  // The sum of twelve even draws is near enough to a bell curve.
  const bell = () => Array.from({ length: 12 }, next).reduce((sum, draw) => sum + draw, -6);
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    percent: (share) => next() * 100 < share,
    pick,
    weighted,
    amount: (median, spread) => median * spread ** bell(),
  };
}
