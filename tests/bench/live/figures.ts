/** The value below which a share of all lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

export type Round = {
  floor: { p50: number; p95: number };
  product: { p50: number; p95: number };
  ratio: { p50: number; p95: number };
};

/** The ratio is taken within a round: floor and product took turns under the same load. */
export function roundOf(floorMs: readonly number[], productMs: readonly number[]): Round {
  const of = (values: readonly number[]) => ({ p50: median(values), p95: quantile(values, 0.95) });
  const [floor, product] = [of(floorMs), of(productMs)];
  return { floor, product, ratio: { p50: product.p50 / floor.p50, p95: product.p95 / floor.p95 } };
}

/** Median of the rounds, and the worst beside it. */
export function summaryOf(rounds: readonly Round[]) {
  const of = (pick: (round: Round) => number) => rounds.map(pick);
  return {
    p50: median(of(({ ratio }) => ratio.p50)),
    p95: median(of(({ ratio }) => ratio.p95)),
    worst: { p50: Math.max(...of(({ ratio }) => ratio.p50)), p95: Math.max(...of(({ ratio }) => ratio.p95)) },
  };
}
